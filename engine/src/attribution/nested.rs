//! Attributions inside the content of another: *The paper reported that | officials said the dam was safe*.
//!
//! They make no voice of their own, the content is the outer source’s to vouch for; they are kept so that a reader
//! can be shown through whom the words came. The network has learned only outermost ones; what it is given here are
//! clauses with a reporting verb and a subject of their own, inside the content.

use std::ops::Range;

use super::found::Found;
use super::scene::{Scene, Site, has_finite_verb};
use crate::lexicon::{self, Functions, Person};
use crate::tag::Tag;
use crate::tag::chunk::VerbForm;

/// What is reported inside the contents of `outer`, in the order of the text.
pub(super) fn find(scene: &Scene<'_>, outer: &[Found]) -> Vec<Found> {
    let known = |found: &Found| outer.iter().any(|other| other.same_cue(found));
    let inside = |site: &Site| {
        let holders = outer.iter().filter(|found| found.cue.is_some());
        let piece = holders.flat_map(|found| &found.content).find(|piece| {
            piece.start <= site.cue.start && site.cue.end < piece.end && piece.len() > SHORTEST
        })?;
        reported(scene, site, piece)
    };
    let mut found: Vec<Found> = scene.sites.iter().filter_map(inside).collect();
    found.retain(|found| !known(found));
    found
}

/// The clause that a verb and its subject report within a piece of content.
fn reported(scene: &Scene<'_>, site: &Site, piece: &Range<usize>) -> Option<Found> {
    if site.form != VerbForm::Finite || site.passive || !site.adjacent {
        return None;
    }
    let source = site.subject.clone().filter(|subject| piece.start <= subject.start)?;
    // *those who say so* is no clause of its own, and *you’d think it was late* nobody’s report.
    if scene.tag(source.start).is_wh() || is_speaker_or_hearer(scene, &source) {
        return None;
    }
    let limit = piece.end.min(site.sentence.end);
    let start = clause_start(scene, site, limit)?;
    let content = start..unclosed(scene, start, scene.clause_end(start, limit).min(limit));
    let whole = content.len() > SHORTEST && has_finite_verb(scene.passage, content.clone());
    whole.then(|| Found::certain(Some(source), site.cue.clone(), vec![content]))
}

/// Whether a source is *I*, *we* or *you*.
fn is_speaker_or_hearer(scene: &Scene<'_>, source: &Range<usize>) -> bool {
    let pronoun = lexicon::pronoun(scene.passage.folded(source.start));
    pronoun.is_some_and(|pronoun| matches!(pronoun.person, Person::First | Person::Second))
}

/// Where the clause begins that a reporting verb may have: right behind it, or behind whoever is told (*told
/// reporters that …*).
fn clause_start(scene: &Scene<'_>, site: &Site, limit: usize) -> Option<usize> {
    let (frames, at) = (site.verb.frames, site.cue.end);
    let chunks = &scene.passage.chunks;
    let that = |at: usize| scene.does(at, Functions::THAT) && scene.tag(at) != Tag::DT;
    if (frames.that() || frames.that_only()) && that(at) {
        return Some(at);
    }
    let phrase = chunks.phrase_from(at).filter(|phrase| phrase.tokens.end < limit)?;
    let end = phrase.tokens.end;
    if frames.person_that() && that(end) {
        return Some(end);
    }
    // *said the dam was safe*: the phrase is the subject of a clause.
    let verb = chunks.group_at(end).filter(|group| group.tokens.start == end);
    let clause = verb.is_some_and(|group| group.form == VerbForm::Finite);
    (frames.that() && clause).then_some(at)
}

/// The end of a clause without the marks that close what began before it: *“He said | it was late|,” …*
fn unclosed(scene: &Scene<'_>, start: usize, end: usize) -> usize {
    let closes = |at: usize| {
        let mark = scene.tag(at) == Tag::CloseQuote || scene.tag(at).is_punctuation();
        let quotation = scene.passage.window.quotation_at(at);
        mark && quotation.is_some_and(|quotation| quotation.tokens.start < start)
    };
    (start..end).rev().find(|&at| !closes(at)).map_or(start, |last| last + 1)
}

/// A clause of so few tokens is none: *it did* has two.
const SHORTEST: usize = 2;
