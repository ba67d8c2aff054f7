//! Patterns over words and tags, matched with one hash look-up a token.
//!
//! The patterns are lines of `lexicon/stance/`; `build/patterns.rs` says how they are written and lays them out
//! in the tables that are read here. Each pattern waits at its rarest word, its anchor; where that word
//! stands, the pattern is followed outwards in both directions. A match never leaves its sentence.

use std::ops::Range;
use std::sync::LazyLock;

use super::{Passage, Tag};
use crate::lexicon;
use crate::shelf::Part;

/// A place where a pattern fits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Match {
    /// The tokens that the pattern marks.
    pub marked: Range<usize>,
    /// All tokens that it looked at, `marked` among them.
    pub seen: Range<usize>,
    /// The file that the pattern stands in, which is the name of a rule.
    pub rule: &'static str,
    /// The family that the rule's page names.
    pub family: &'static str,
    /// What the match means.
    pub force: Force,
}

/// What a match means: a marker, or that there is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Force {
    /// No marker, and none of its words is part of a shorter one.
    Not,
    /// A weak marker.
    Weak,
    /// A clear one.
    Clear,
}

/// Words that patterns and detectors share; the sets are the constants of this module.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Set(u16);

include!(concat!(env!("OUT_DIR"), "/patterns.rs"));

/// Every match in the passage, in the order of the anchors; they may overlap.
pub fn matches(passage: &Passage<'_>) -> Vec<Match> {
    let index = &*INDEX;
    let classes: Vec<&[u16]> =
        (0..passage.len()).map(|position| index.classes(passage.folded(position))).collect();
    let mut found = Vec::new();
    for sentence in &passage.window.sentences {
        let place = Place { passage, classes: &classes, sentence };
        for position in sentence.clone() {
            for &class in place.classes(position) {
                for &pattern in index.anchored.get(usize::from(class)).into_iter().flatten() {
                    found.extend(place.try_pattern(usize::from(pattern), position));
                }
            }
        }
    }
    found
}

impl Set {
    /// Whether the folded word is in the set.
    pub fn contains(self, folded: &str) -> bool {
        INDEX.classes(folded).contains(&self.0)
    }
}

/// The most tokens that a gap passes over: room for *a rather long object*, not for another clause.
const GAP: usize = 5;

/// Where a pattern is tried.
struct Place<'p, 't> {
    passage: &'p Passage<'t>,
    /// For each token the classes that its word is in.
    classes: &'p [&'static [u16]],
    sentence: &'p Range<usize>,
}

/// What a match covers so far.
#[derive(Clone)]
struct Bounds {
    seen: Range<usize>,
    opens: Option<usize>,
    closes: Option<usize>,
}

/// One element of a pattern.
#[derive(Clone, Copy)]
struct Element {
    class: u16,
    tags: TagSet,
    flags: u8,
}

impl Place<'_, '_> {
    /// Follows a pattern outwards from its anchor at `position`.
    fn try_pattern(&self, pattern: usize, position: usize) -> Option<Match> {
        let &Pattern { kind, anchor, ref elements } = INDEX.patterns.get(pattern)?;
        let element = Element::at(anchor)?;
        if !self.fits(element, position) {
            return None;
        }
        let here = position..position + 1;
        let bounds = Bounds { seen: here.clone(), opens: None, closes: None }.with(element, here);
        let bounds = self.ahead(anchor + 1..elements.end, position + 1, bounds)?;
        let bounds = self.behind(elements.start..anchor, position, bounds)?;

        let (rule, family) = *INDEX.rules.get(kind / 3)?;
        let force = *[Force::Not, Force::Weak, Force::Clear].get(kind % 3)?;
        let marked = bounds.marked();
        (!marked.is_empty()).then_some(Match { marked, seen: bounds.seen, rule, family, force })
    }

    /// Follows `elements` from `position` towards the end of the sentence.
    fn ahead(&self, mut elements: Range<usize>, position: usize, bounds: Bounds) -> Option<Bounds> {
        let Some(index) = elements.next() else { return Some(bounds) };
        let element = Element::at(index)?;
        if element.has(Element::GAP) {
            let mut until = position;
            loop {
                if let Some(found) = self.ahead(
                    elements.clone(),
                    until,
                    bounds.clone().with(element, position..until),
                ) {
                    return Some(found);
                }
                if until == position + GAP || !self.passable(until) {
                    return None;
                }
                until += 1;
            }
        }
        if element.has(Element::START | Element::END | Element::NOT) {
            return self
                .holds(element, position, position)
                .then(|| self.ahead(elements, position, bounds))?;
        }
        if self.fits(element, position) {
            let with = bounds.clone().with(element, position..position + 1);
            if let Some(found) = self.ahead(elements.clone(), position + 1, with) {
                return Some(found);
            }
        }
        element
            .has(Element::OPTIONAL)
            .then(|| self.ahead(elements, position, bounds.with(element, position..position)))?
    }

    /// Follows `elements`, last one first, from before `position` towards the beginning of the sentence.
    fn behind(
        &self,
        mut elements: Range<usize>,
        position: usize,
        bounds: Bounds,
    ) -> Option<Bounds> {
        let Some(index) = elements.next_back() else { return Some(bounds) };
        let element = Element::at(index)?;
        if element.has(Element::GAP) {
            let mut from = position;
            loop {
                if let Some(found) = self.behind(
                    elements.clone(),
                    from,
                    bounds.clone().with(element, from..position),
                ) {
                    return Some(found);
                }
                let before = from.checked_sub(1)?;
                if position - before > GAP || !self.passable(before) {
                    return None;
                }
                from = before;
            }
        }
        if element.has(Element::START | Element::END | Element::NOT) {
            let asked = position.wrapping_sub(1);
            return self
                .holds(element, position, asked)
                .then(|| self.behind(elements, position, bounds))?;
        }
        if let Some(before) = position.checked_sub(1)
            && self.fits(element, before)
        {
            let with = bounds.clone().with(element, before..position);
            if let Some(found) = self.behind(elements.clone(), before, with) {
                return Some(found);
            }
        }
        element
            .has(Element::OPTIONAL)
            .then(|| self.behind(elements, position, bounds.with(element, position..position)))?
    }

    /// Whether an element that takes no token holds at the edge `edge`; `asked` is the token that a `!` is about.
    fn holds(&self, element: Element, edge: usize, asked: usize) -> bool {
        if element.has(Element::START) {
            // Quotation marks and the like may stand before a sentence's first word.
            return (self.sentence.start..edge)
                .all(|before| self.passage.tag(before).is_punctuation());
        }
        if element.has(Element::END) {
            return (edge..self.sentence.end)
                .all(|behind| self.passage.tag(behind).is_punctuation());
        }
        !self.fits(element, asked)
    }

    /// Whether the token at `position` is one that the element stands for.
    fn fits(&self, element: Element, position: usize) -> bool {
        self.sentence.contains(&position)
            && element.tags.contains(self.passage.tag(position))
            && (element.class == 0 || self.classes(position).contains(&element.class))
    }

    /// The classes that the word at `position` is in.
    fn classes(&self, position: usize) -> &'static [u16] {
        self.classes.get(position).copied().unwrap_or_default()
    }

    /// Whether a gap may pass over the token.
    fn passable(&self, position: usize) -> bool {
        self.sentence.contains(&position) && !self.passage.tag(position).is_punctuation()
    }
}

impl Bounds {
    /// These bounds, with an element that took `tokens`.
    fn with(mut self, element: Element, tokens: Range<usize>) -> Self {
        self.seen = self.seen.start.min(tokens.start)..self.seen.end.max(tokens.end);
        if element.has(Element::MARK_OPENS) {
            self.opens = Some(tokens.start);
        }
        if element.has(Element::MARK_CLOSES) {
            self.closes = Some(tokens.end);
        }
        self
    }

    /// What lies between the brackets; everything where there are none.
    fn marked(&self) -> Range<usize> {
        self.opens.unwrap_or(self.seen.start)..self.closes.unwrap_or(self.seen.end)
    }
}

impl Element {
    const OPTIONAL: u8 = 1;
    const NOT: u8 = 2;
    const GAP: u8 = 4;
    const START: u8 = 8;
    const END: u8 = 16;
    const MARK_OPENS: u8 = 32;
    const MARK_CLOSES: u8 = 64;

    fn at(index: usize) -> Option<Self> {
        INDEX.elements.get(index).copied()
    }

    /// Whether one of these flags is set.
    fn has(self, flags: u8) -> bool {
        self.flags & flags != 0
    }
}

/// Some tags, one bit each; none at all stands for any.
#[derive(Clone, Copy)]
struct TagSet(u64);

impl TagSet {
    const fn of(tags: &[Tag]) -> Self {
        let (mut bits, mut index) = (0, 0);
        while index < tags.len() {
            bits |= 1 << tags[index] as u8;
            index += 1;
        }
        Self(bits)
    }

    fn contains(self, tag: Tag) -> bool {
        self.0 == 0 || self.0 & (1 << tag as u8) != 0
    }
}

/// What is looked up, made from the tables once: tables ready for use would have to travel to every reader.
static INDEX: LazyLock<Index> = LazyLock::new(Index::new);

struct Index {
    words: lexicon::Index,
    /// For each number that `words` gives the line in [`STEMS`].
    lines: Vec<usize>,
    /// For each line the classes that its words are in.
    classes: Vec<Vec<u16>>,
    /// The rules that patterns are of, each with its family.
    rules: Vec<(&'static str, &'static str)>,
    /// The elements of all patterns, one pattern behind the other.
    elements: Vec<Element>,
    patterns: Vec<Pattern>,
    /// For each class the patterns whose anchor it is.
    anchored: Vec<Vec<u16>>,
}

/// A row of elements.
struct Pattern {
    /// Three for each rule, in the order of [`Force`].
    kind: usize,
    /// Where the element by which it is found stands among the elements of all patterns.
    anchor: usize,
    /// Where all of its elements stand there.
    elements: Range<usize>,
}

impl Index {
    fn new() -> Self {
        let mut words: Vec<String> = Vec::new();
        let mut lines = Vec::new();
        for (number, line) in STEMS.text().split('\n').enumerate() {
            let (stem, endings) = inflected(line);
            words.extend(endings.iter().map(|ending| [stem, ending].concat()));
            lines.resize(words.len(), number);
        }
        let mut index = Self {
            words: lexicon::Index::new(&words),
            lines,
            classes: classes_of_lines(),
            rules: RULE_LINES.text().lines().filter_map(|line| line.split_once('\t')).collect(),
            elements: elements(),
            patterns: patterns(),
            anchored: Vec::new(),
        };
        index.anchored.resize(CLASS_SIZES.numbers().len() + 1 + index.classes.len(), Vec::new());
        for (number, pattern) in (0..).zip(&index.patterns) {
            let class = index.elements.get(pattern.anchor).map_or(0, |anchor| anchor.class);
            if let Some(patterns) = index.anchored.get_mut(usize::from(class)) {
                patterns.push(number);
            }
        }
        index
    }

    /// The classes that a folded word is in.
    fn classes(&self, folded: &str) -> &[u16] {
        let line = self.words.find(folded).last().and_then(|number| self.lines.get(number));
        line.and_then(|&line| self.classes.get(line)).map_or(&[], Vec::as_slice)
    }
}

/// The elements of all patterns.
fn elements() -> Vec<Element> {
    let (tags, flags) = (ELEMENT_TAGS.bytes(), ELEMENT_FLAGS.bytes());
    ELEMENT_CLASSES
        .numbers()
        .zip(tags.iter().zip(flags))
        .map(|(class, (&tags, &flags))| {
            let tags = TAG_SETS.get(usize::from(tags)).copied().unwrap_or(TagSet::of(&[]));
            Element { class, tags, flags }
        })
        .collect()
}

/// The patterns.
fn patterns() -> Vec<Pattern> {
    let mut end = 0;
    let kinds = PATTERN_KINDS.bytes().iter().zip(PATTERN_ANCHORS.bytes());
    kinds
        .zip(PATTERN_LENGTHS.bytes())
        .map(|((&kind, &anchor), &length)| {
            let start = end;
            end += usize::from(length);
            let anchor = start + usize::from(anchor);
            Pattern { kind: kind.into(), anchor, elements: start..end }
        })
        .collect()
}

/// For each line of [`STEMS`] the classes that its words are in. They count from 1; the lines themselves count
/// on from the last, for words that stand alone in a pattern.
fn classes_of_lines() -> Vec<Vec<u16>> {
    let mut classes = vec![Vec::new(); STEMS.text().split('\n').count()];
    let mut steps = CLASS_STEPS.bytes().iter().map(|step| usize::from(*step));
    for (class, size) in (1..).zip(CLASS_SIZES.numbers()) {
        let mut line = 0;
        for _ in 0..size {
            for step in steps.by_ref() {
                line += step;
                if step < 255 {
                    break;
                }
            }
            if let Some(classes) = classes.get_mut(line) {
                classes.push(class);
            }
        }
    }
    let lines = CLASS_SIZES.numbers().len() as u16 + 1..;
    classes.iter_mut().zip(lines).for_each(|(classes, line)| classes.push(line));
    classes
}

/// A line of [`STEMS`]: the stem, and what its words end in.
fn inflected(line: &str) -> (&str, &'static [&'static str]) {
    let coded = line.char_indices().next_back().filter(|(_, last)| last.is_ascii_uppercase());
    coded
        .and_then(|(at, code)| {
            let endings = ENDINGS.get(usize::from(code as u8 - b'A'))?;
            Some((line.get(..at)?, *endings))
        })
        .unwrap_or((line, &[""]))
}
