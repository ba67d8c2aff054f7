//! Whose words, by whose word: attributions found, and the construction of each named.
//!
//! [`find`] is the one door. Behind it every detector proposes what it sees in a window ([`found::Found`]),
//! the best proposal for each cue is kept ([`settle`]), and what runs on from the paragraph before is added
//! (`continuation`). A detector is one construction: one file, one rule page. Whatever finds
//! attributions in future, these detectors are what names and explains them.

mod found;
mod scene;
mod direct_speech;
mod reported_clause;
mod inserted_cue;
mod cue_phrase;
mod described_as;
mod appeal;
mod intention;
mod opinion;
mod agentless;
mod conviction;
mod cue_noun;
mod colon;
mod continuation;

use std::ops::Range;

use crate::order;
use crate::span::Span;
use crate::tag::Passage;
use found::Found;
use scene::Scene;

pub use crate::lexicon::CueStance;
pub use continuation::Context;

/// The names of all rules of this layer; each has its page.
pub const RULES: [&str; 12] = [
    direct_speech::RULE,
    reported_clause::RULE,
    inserted_cue::RULE,
    cue_phrase::RULE,
    described_as::RULE,
    appeal::RULE,
    intention::RULE,
    opinion::RULE,
    agentless::RULE,
    conviction::RULE,
    cue_noun::RULE,
    colon::RULE,
];

/// Someone else's statement, belief, intention or ruling that the author reports.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attribution {
    /// Who it is attributed to, as it stands in the text; no span when nobody is named.
    pub source: Vec<Span>,
    /// The unbroken phrase that signals it; none where punctuation alone does, or a floating quotation.
    pub cue: Option<Span>,
    /// What is attributed, quotation marks included; at least one span, in the order of the text.
    pub content: Vec<Span>,
    /// How much of the content stands in quotation marks.
    pub quotation: QuotationForm,
    /// What the cue itself says about the content.
    pub cue_stance: CueStance,
    /// The name of the rule that explains it; a key of [`crate::rule::page`].
    pub rule: &'static str,
    /// In thousandths.
    pub confidence: u16,
    /// The attribution whose content holds this one, as an index into the same list; none for the outermost.
    pub within: Option<usize>,
}

/// How much of an attribution's content stands in quotation marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QuotationForm {
    /// All of it.
    Direct,
    /// None of it.
    Indirect,
    /// Part of it.
    Mixed,
}

impl QuotationForm {
    /// The name in reports.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Direct => "direct",
            Self::Indirect => "indirect",
            Self::Mixed => "mixed",
        }
    }
}

/// Adds the attributions of the next window of an article to those of the windows before.
///
/// `context` is what the windows before left open; a quotation that runs on adds to the content of an
/// attribution already in `attributions`.
pub fn find(passage: &Passage<'_>, context: &mut Context, attributions: &mut Vec<Attribution>) {
    let scene = Scene::new(passage);
    let proposals = settle(&scene, proposals(&scene));
    continuation::run_on(&scene, &proposals, context, attributions);
    let first = attributions.len();
    for found in &proposals {
        attributions.push(Attribution {
            source: spans(passage, &found.source),
            cue: found.cue.clone().map(|cue| passage.span(cue)),
            content: spans(passage, &found.content),
            quotation: quotation_form(&scene, &found.content),
            cue_stance: found.stance,
            rule: found.rule,
            confidence: confidence(found.rule),
            within: None,
        });
    }
    nest(attributions, first);
    context.leave(&scene, &proposals, first);
}

/// What every detector sees, the surest constructions first.
fn proposals(scene: &Scene<'_>) -> Vec<Found> {
    let mut proposals = Vec::new();
    for site in &scene.sites {
        let by_verb = direct_speech::find(scene, site)
            .or_else(|| reported_clause::find(scene, site))
            .or_else(|| inserted_cue::find(scene, site))
            .or_else(|| described_as::find(scene, site))
            .or_else(|| appeal::find(scene, site))
            .or_else(|| intention::find(scene, site))
            .or_else(|| agentless::find(scene, site))
            .or_else(|| opinion::find(scene, site));
        proposals.extend(by_verb);
    }
    proposals.extend((0..scene.passage.len()).filter_map(|at| cue_phrase::find(scene, at)));
    let chunks = &scene.passage.chunks;
    proposals.extend(chunks.groups.iter().filter_map(|group| conviction::find(scene, group)));
    proposals.extend(chunks.phrases.iter().filter_map(|phrase| cue_noun::find(scene, phrase)));
    let sentences = &scene.passage.window.sentences;
    proposals.extend(sentences.iter().filter_map(|sentence| colon::find(scene, sentence)));
    proposals
}

/// Keeps what fits together, in the order of the text.
///
/// Of two proposals with the same content the first stands; a proposal inside another's content is kept as
/// nested; one that cuts across another gives way.
fn settle(scene: &Scene<'_>, proposals: Vec<Found>) -> Vec<Found> {
    let mut kept: Vec<Found> = Vec::new();
    for mut found in proposals {
        if !found.settle() {
            continue;
        }
        let clashes = kept.iter().any(|other| clash(other, &found));
        if !clashes {
            kept.push(found);
        }
    }
    // What is cued within a quotation belongs to whoever is quoted; it stays only as part of their words.
    let nested: Vec<bool> =
        kept.iter().map(|found| kept.iter().any(|outer| holds_whole(outer, found))).collect();
    let mut nested = nested.into_iter();
    kept.retain(|found| nested.next().unwrap_or(false) || !is_quoted(scene, found));
    order::sort_by(&mut kept, |found| (found.reach().start, order::downwards(found.reach().end)));
    kept
}

/// Whether two proposals cannot both stand.
fn clash(first: &Found, second: &Found) -> bool {
    let same_cue = match (&first.cue, &second.cue) {
        (Some(one), Some(other)) => overlap(one, other),
        _ => false,
    };
    let crossing = first.content.iter().any(|one| {
        second
            .content
            .iter()
            .any(|other| overlap(one, other) && !holds(one, other) && !holds(other, one))
    });
    same_cue || crossing || first.content == second.content
}

/// Whether a cue and its content stand in one quotation.
fn is_quoted(scene: &Scene<'_>, found: &Found) -> bool {
    let quotation = found.cue.as_ref().and_then(|cue| scene.quotation_at(cue.start));
    quotation.is_some_and(|quotation| found.content.iter().all(|piece| holds(quotation, piece)))
}

/// Whether a piece of one’s content holds the other’s cue and content.
fn holds_whole(outer: &Found, inner: &Found) -> bool {
    let parts = || inner.cue.iter().chain(&inner.content);
    outer != inner && outer.content.iter().any(|piece| parts().all(|part| holds(piece, part)))
}

fn overlap(one: &Range<usize>, other: &Range<usize>) -> bool {
    one.start < other.end && other.start < one.end
}

fn holds(outer: &Range<usize>, inner: &Range<usize>) -> bool {
    outer.start <= inner.start && inner.end <= outer.end
}

/// Tells the attributions from `first` on which of them holds them in its content.
fn nest(attributions: &mut [Attribution], first: usize) {
    for index in first..attributions.len() {
        let Some(inner) = attributions.get(index) else { continue };
        let anchor = inner.cue.or_else(|| inner.content.first().copied()).unwrap_or_default();
        let reach = inner.content.first().copied().unwrap_or_default();
        let outer = attributions.iter().enumerate().skip(first).find(|(other, outer)| {
            *other != index
                && outer.within.is_none()
                && outer.content.iter().any(|piece| piece.contains(anchor))
                && outer.content.iter().any(|piece| piece.contains(reach) && *piece != reach)
        });
        let within = outer.map(|(other, _)| other);
        if let Some(inner) = attributions.get_mut(index) {
            inner.within = within;
        }
    }
}

fn spans(passage: &Passage<'_>, ranges: &[Range<usize>]) -> Vec<Span> {
    let spans = ranges.iter().map(|range| passage.span(range.clone()));
    spans.filter(|span| !span.is_empty()).collect()
}

/// How much of the content stands in quotation marks, by its words.
fn quotation_form(scene: &Scene<'_>, content: &[Range<usize>]) -> QuotationForm {
    let words = content.iter().cloned().flatten().filter(|&at| !scene.tag(at).is_punctuation());
    let (mut quoted, mut all) = (0, 0);
    for at in words {
        all += 1;
        quoted += usize::from(scene.quotation_at(at).is_some());
    }
    match quoted {
        0 => QuotationForm::Indirect,
        _ if quoted == all => QuotationForm::Direct,
        _ => QuotationForm::Mixed,
    }
}

/// How often a rule’s attributions are right, in thousandths: the share of them on PolNeAR’s training
/// articles whose source is touched and whose content is met by half (a relation match).
fn confidence(rule: &str) -> u16 {
    match rule {
        direct_speech::RULE => 937,
        cue_phrase::RULE => 834,
        reported_clause::RULE => 794,
        appeal::RULE => 751,
        described_as::RULE => 728,
        inserted_cue::RULE => 718,
        agentless::RULE => 626,
        opinion::RULE => 618,
        conviction::RULE => 618,
        intention::RULE => 606,
        colon::RULE => 588,
        // Nouns are often part of a longer cue there: *made no secret of his frustration with*.
        _ => 283,
    }
}
