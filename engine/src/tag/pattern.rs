//! Patterns over words and tags, matched with one hash look-up a token.
//!
//! The patterns are lines of `lexicon/stance/`; `build/patterns.rs` says how they are written and lays them out
//! in the tables that are included here. Each pattern waits at its rarest word, its anchor; where that word
//! stands, the pattern is followed outwards in both directions. A match never leaves its sentence.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::LazyLock;

use super::{Passage, Tag};

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
    let mut found = Vec::new();
    for sentence in &passage.window.sentences {
        for position in sentence.clone() {
            for &class in classes(passage.folded(position)) {
                for &pattern in row(&CLASS_PATTERNS, &CLASS_PATTERNS_END, usize::from(class)) {
                    found.extend(try_pattern(passage, sentence, usize::from(pattern), position));
                }
            }
        }
    }
    found
}

impl Set {
    /// Whether the folded word is in the set.
    pub fn contains(self, folded: &str) -> bool {
        classes(folded).contains(&self.0)
    }
}

/// Follows a pattern outwards from its anchor at `position`.
fn try_pattern(
    passage: &Passage<'_>,
    sentence: &Range<usize>,
    pattern: usize,
    position: usize,
) -> Option<Match> {
    let elements = row_range(&PATTERN_END, pattern);
    let anchor = elements.start + usize::from(*PATTERN_ANCHOR.get(pattern)?);
    let place = Place { passage, sentence };
    if !place.fits(Element::at(anchor)?, position) {
        return None;
    }
    let mut bounds = Bounds { seen: position..position + 1, opens: None, closes: None };
    bounds.note(Element::at(anchor)?, position..position + 1);
    let bounds = place.ahead(anchor + 1..elements.end, position + 1, bounds)?;
    let bounds = place.behind(elements.start..anchor, position, bounds)?;

    let kind = usize::from(*PATTERN_KIND.get(pattern)?);
    let (rule, family) = *RULES.get(kind / 3)?;
    let force = [Force::Not, Force::Weak, Force::Clear][kind % 3];
    let marked =
        bounds.opens.unwrap_or(bounds.seen.start)..bounds.closes.unwrap_or(bounds.seen.end);
    (marked.start < marked.end).then_some(Match { marked, seen: bounds.seen, rule, family, force })
}

/// The most tokens that a gap passes over: room for *a rather long object*, not for another clause.
const GAP: usize = 5;

/// Where a pattern is tried.
struct Place<'p, 't> {
    passage: &'p Passage<'t>,
    sentence: &'p Range<usize>,
}

/// What a match covers so far.
#[derive(Clone)]
struct Bounds {
    seen: Range<usize>,
    opens: Option<usize>,
    closes: Option<usize>,
}

/// One element of a pattern, read from the tables.
#[derive(Clone, Copy)]
struct Element {
    class: u16,
    tags: TagSet,
    flags: u8,
}

impl Place<'_, '_> {
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
            && (element.class == 0
                || classes(self.passage.folded(position)).contains(&element.class))
    }

    /// Whether a gap may pass over the token.
    fn passable(&self, position: usize) -> bool {
        self.sentence.contains(&position) && !self.passage.tag(position).is_punctuation()
    }
}

impl Bounds {
    /// These bounds, with an element that took `tokens`.
    fn with(mut self, element: Element, tokens: Range<usize>) -> Self {
        self.note(element, tokens);
        self
    }

    fn note(&mut self, element: Element, tokens: Range<usize>) {
        self.seen = self.seen.start.min(tokens.start)..self.seen.end.max(tokens.end);
        if element.has(Element::MARK_OPENS) {
            self.opens = Some(tokens.start);
        }
        if element.has(Element::MARK_CLOSES) {
            self.closes = Some(tokens.end);
        }
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
        Some(Self {
            class: *ELEMENT_CLASS.get(index)?,
            tags: *TAG_SETS.get(usize::from(*ELEMENT_TAGS.get(index)?))?,
            flags: *ELEMENT_FLAGS.get(index)?,
        })
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

/// The classes of words that a folded word belongs to.
fn classes(folded: &str) -> &'static [u16] {
    WORD_INDEX.get(folded).map_or(&[], |&word| row(&WORD_CLASSES, &WORD_CLASSES_END, word))
}

/// The words of all patterns with their numbers: made once, because a ready-made table would have to travel.
static WORD_INDEX: LazyLock<HashMap<&'static str, usize>> =
    LazyLock::new(|| WORDS.split('\n').enumerate().map(|(index, word)| (word, index)).collect());

/// The `index`th of several lists that are stored one behind the other.
fn row<'l>(all: &'l [u16], ends: &[u16], index: usize) -> &'l [u16] {
    all.get(row_range(ends, index)).unwrap_or_default()
}

/// Where the `index`th of several lists stands.
fn row_range(ends: &[u16], index: usize) -> Range<usize> {
    let end = |index: usize| ends.get(index).map_or(0, |end| usize::from(*end));
    index.checked_sub(1).map_or(0, end)..end(index)
}
