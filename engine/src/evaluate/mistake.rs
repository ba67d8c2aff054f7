//! Where attributions were found otherwise than they were marked by hand: of which kind each difference is, and
//! the gravest as text.

use std::collections::{BTreeMap, BTreeSet};

use super::pairs::{Pairs, Parts, ROLES, Sides, found_parts, gold_parts};
use super::words::Words;
use crate::notation::{Mark, Marked};
use crate::span::{Offsets, Span, Unit};
use crate::wire::gold::GoldAttributions;
use crate::wire::json::{CodePoints, WrittenAttribution, WrittenReport};

/// A passage that was read otherwise than by hand: as few whole sentences as hold all of the attributions in them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mistake {
    /// Which article it is in.
    pub article: String,
    /// What is wrong with its attributions, each kind once; empty where only edges of sources and cues differ.
    pub kinds: Vec<MistakeKind>,
    /// How many of its words are in other roles than by hand.
    pub words: usize,
    /// The same in thousandths, each word as sure as the engine was of it: a word that it called somebody's with
    /// little confidence weighs little. One that it left out weighs full.
    pub gravity: usize,
    /// The passage as it was marked by hand.
    pub expected: Marked,
    /// The passage as it was found.
    pub found: Marked,
}

/// What is wrong with an attribution. Of several only the first is counted, in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum MistakeKind {
    /// Marked by hand; nothing was found that shares a word of its content.
    Missed,
    /// Found; nothing was marked that shares a word of its content.
    Spurious,
    /// The content is found under a source that shares no word with the one marked.
    WrongSource,
    /// More words of content are too many than are lacking.
    TooLong,
    /// As many words of content are lacking as are too many, or more.
    TooShort,
}

impl MistakeKind {
    /// All kinds.
    pub const ALL: [Self; 5] =
        [Self::Missed, Self::Spurious, Self::WrongSource, Self::TooLong, Self::TooShort];

    /// What it is called.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Missed => "missed",
            Self::Spurious => "spurious",
            Self::WrongSource => "wrong source",
            Self::TooLong => "too long",
            Self::TooShort => "too short",
        }
    }
}

/// An article with both of its readings.
pub(super) struct Readings<'a> {
    pub(super) id: &'a str,
    pub(super) text: &'a str,
    pub(super) words: &'a Words,
    pub(super) gold: &'a GoldAttributions,
    pub(super) report: &'a WrittenReport,
    /// The attributions of the report that are compared.
    pub(super) outermost: &'a [&'a WrittenAttribution],
}

/// What is wrong with each attribution that is not as it was marked, and where it stands.
pub(super) fn wrong_attributions(
    readings: &Readings<'_>,
    sides: &Sides,
    relations: &Pairs,
) -> Vec<(MistakeKind, CodePoints)> {
    let attempts = sides.attempts(relations);
    let taken: BTreeSet<usize> = attempts.values().copied().collect();
    let mut wrong = Vec::new();
    for (number, attribution) in readings.gold.attributions.iter().enumerate() {
        let likeness = attempts.get(&number).and_then(|&pair| sides.likeness(number, pair));
        let kind = match likeness {
            None => MistakeKind::Missed,
            Some(like) if !like.same_source => MistakeKind::WrongSource,
            Some(like) if like.extra > like.lacking => MistakeKind::TooLong,
            Some(like) if like.lacking > 0 => MistakeKind::TooShort,
            Some(_) => continue,
        };
        wrong.extend(extent(gold_parts(attribution)).map(|extent| (kind, extent)));
    }
    for (pair, attribution) in readings.outermost.iter().enumerate() {
        if !taken.contains(&pair) {
            let extent = extent(found_parts(attribution));
            wrong.extend(extent.map(|extent| (MistakeKind::Spurious, extent)));
        }
    }
    wrong
}

/// The passages in which words are in other roles than by hand, in the order of the text.
pub(super) fn mistakes(
    readings: &Readings<'_>,
    wrong: &[(MistakeKind, CodePoints)],
) -> Vec<Mistake> {
    let Readings { id, text, words, gold, report, outermost } = readings;
    let marked: Vec<Parts> = gold.attributions.iter().map(gold_parts).collect();
    let found: Vec<Parts> = outermost.iter().map(|one| found_parts(one)).collect();
    let extents: Vec<CodePoints> =
        marked.iter().chain(&found).filter_map(|&parts| extent(parts)).collect();
    let sentences: Vec<CodePoints> = report.sentences.iter().map(|one| one.span).collect();
    let weights = weights_of_differences(words, &marked, &found, outermost);
    let offsets = Offsets::new(text, Unit::CodePoint);

    let mut mistakes = Vec::new();
    for passage in passages(&sentences, &extents) {
        let weights = words.touched(&[passage]).into_iter().filter_map(|word| weights.get(&word));
        let weights: Vec<usize> = weights.copied().collect();
        if weights.is_empty() {
            continue;
        }
        let inside = wrong.iter().filter(|(_, extent)| touch(*extent, passage));
        let kinds: BTreeSet<MistakeKind> = inside.map(|&(kind, _)| kind).collect();
        mistakes.push(Mistake {
            article: (*id).to_owned(),
            kinds: kinds.into_iter().collect(),
            words: weights.len(),
            gravity: weights.iter().sum(),
            expected: written(text, &offsets, passage, &marked),
            found: written(text, &offsets, passage, &found),
        });
    }
    mistakes
}

/// The words that are in other roles than by hand, each with what it weighs in thousandths.
fn weights_of_differences(
    words: &Words,
    marked: &[Parts<'_>],
    found: &[Parts<'_>],
    outermost: &[&WrittenAttribution],
) -> BTreeMap<usize, usize> {
    // For each word its roles, as bits.
    let mut by_hand: BTreeMap<usize, u8> = BTreeMap::new();
    let mut by_engine: BTreeMap<usize, u8> = BTreeMap::new();
    let mut sureness: BTreeMap<usize, usize> = BTreeMap::new();
    for parts in marked {
        add_roles(&mut by_hand, words, parts);
    }
    for (parts, attribution) in found.iter().zip(outermost) {
        add_roles(&mut by_engine, words, parts);
        for word in parts.iter().flat_map(|spans| words.touched(spans)) {
            let sure = sureness.entry(word).or_default();
            *sure = (*sure).max(attribution.confidence.into());
        }
    }
    let all: BTreeSet<usize> = by_hand.keys().chain(by_engine.keys()).copied().collect();
    let differ = all.into_iter().filter(|word| by_hand.get(word) != by_engine.get(word));
    differ.map(|word| (word, sureness.get(&word).copied().unwrap_or(WHOLE))).collect()
}

/// What a word weighs that the engine left out.
const WHOLE: usize = 1000;

fn add_roles(roles: &mut BTreeMap<usize, u8>, words: &Words, parts: &Parts<'_>) {
    for (role, spans) in parts.iter().enumerate() {
        for word in words.touched(spans) {
            *roles.entry(word).or_default() |= 1 << role;
        }
    }
}

/// The sentences, those in one that an attribution joins.
fn passages(sentences: &[CodePoints], extents: &[CodePoints]) -> Vec<CodePoints> {
    let mut passages: Vec<CodePoints> = Vec::new();
    for &[start, end] in sentences {
        let joined = |last: &CodePoints| extents.iter().any(|e| e[0] < last[1] && start < e[1]);
        match passages.last_mut() {
            Some(last) if joined(last) => last[1] = end,
            _ => passages.push([start, end]),
        }
    }
    passages
}

/// From where an attribution begins to where it ends.
fn extent(parts: Parts<'_>) -> Option<CodePoints> {
    let spans = || parts.into_iter().flatten();
    Some([spans().map(|span| span[0]).min()?, spans().map(|span| span[1]).max()?])
}

fn touch(one: CodePoints, other: CodePoints) -> bool {
    one[0] < other[1] && other[0] < one[1]
}

/// A passage with the attributions in it.
fn written(
    text: &str,
    offsets: &Offsets<'_>,
    passage: CodePoints,
    attributions: &[Parts<'_>],
) -> Marked {
    let bytes = |[start, end]: CodePoints| Span::new(offsets.to_byte(start), offsets.to_byte(end));
    let passage = bytes(passage);
    let mut marks = Vec::new();
    for (number, parts) in attributions.iter().enumerate() {
        for (label, spans) in ROLES.into_iter().zip(parts) {
            let inside = spans.iter().map(|&span| bytes(span)).filter(|&span| {
                // A mark holds something, in the notation.
                passage.contains(span) && !span.is_empty()
            });
            marks.extend(inside.map(|span| Mark {
                span: Span::new(span.start - passage.start, span.end - passage.start),
                label: label.to_owned(),
                numbers: vec![number],
                speaker: None,
            }));
        }
    }
    Marked::of_attributions(passage.of(text), marks)
}
