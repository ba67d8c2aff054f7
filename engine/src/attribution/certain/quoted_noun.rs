//! A noun of somebody’s that introduces a quotation: *his words: “…”*, *the emphasis on “…” by Smith*.

use std::ops::Range;

use crate::attribution::found::Found;
use crate::attribution::scene::Scene;
use crate::lexicon::{self, Functions};
use crate::tag::Tag;
use crate::tag::chunk::NounPhrase;

/// *his words: “…”*; without anyone to whom they belong, nothing.
pub(crate) fn find(scene: &Scene<'_>, phrase: &NounPhrase) -> Option<Found> {
    lexicon::cue_noun(scene.passage.folded(phrase.head))?;
    let sentence = scene.passage.sentence_of(phrase.head);
    let possessor = phrase.possessor.clone();
    let at = phrase.head + 1;
    // *the noun* stands with its determiner, *Smith’s noun* without its possessor.
    let head_start = possessor.as_ref().map_or(phrase.tokens.start, |possessor| possessor.end);
    let (cue_end, content) = quoted(scene, phrase.head, at, possessor.as_ref())?;
    let source = source_behind(scene, content.end, sentence.end).or(possessor)?;
    Some(Found::certain(Some(source), head_start..cue_end, vec![content]))
}

/// The quotation that a noun introduces: *his words: “…”*, *his emphasis on “…”*, and where its cue ends.
fn quoted(
    scene: &Scene<'_>,
    head: usize,
    at: usize,
    possessor: Option<&Range<usize>>,
) -> Option<(usize, Range<usize>)> {
    let link = scene.tag(at);
    let introduced = matches!(link, Tag::Colon | Tag::Comma | Tag::IN | Tag::HYPH);
    let next = if introduced { at + 1 } else { at };
    let quotation = scene.quotation_from(next)?.clone();
    // Without someone to whom the words belong, only a preposition leads from a noun to its content.
    let owned = possessor.is_some() || link == Tag::IN;
    let cue_end = if introduced && link == Tag::IN { next } else { head + 1 };
    owned.then_some((cue_end, quotation))
}

/// *by Smith* behind the content.
fn source_behind(scene: &Scene<'_>, at: usize, limit: usize) -> Option<Range<usize>> {
    scene
        .does(at, Functions::BY)
        .then(|| scene.passage.chunks.phrase_from(at + 1))
        .flatten()
        .map(|phrase| phrase.tokens.start..phrase.tokens.end.min(limit))
}
