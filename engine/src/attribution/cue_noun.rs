#![doc = include_str!("../../rules/attribution/cue_noun.md")]

use std::ops::Range;

use super::found::Found;
use super::scene::Scene;
use crate::lexicon::{self, CueNoun, Functions};
use crate::tag::Tag;
use crate::tag::chunk::{NounPhrase, VerbForm};

/// The name of the rule.
pub(crate) const RULE: &str = "cue_noun";

/// *Smith’s claim that …*, *the allegation that …*, *his decision to leave*, *criticism of the plan by
/// Smith*, *his words: “…”*.
pub(crate) fn find(scene: &Scene<'_>, phrase: &NounPhrase) -> Option<Found> {
    let noun = lexicon::cue_noun(scene.passage.folded(phrase.head))?.noun;
    let sentence = scene.passage.sentence_of(phrase.head);
    let possessor = phrase.possessor.clone();
    let at = phrase.head + 1;
    // *the noun* stands with its determiner, *Smith’s noun* without its possessor.
    let head_start = possessor.as_ref().map_or(phrase.tokens.start, |possessor| possessor.end);
    let quoted = quoted(scene, phrase.head, at, possessor.as_ref());
    if let Some((cue_end, content)) = quoted {
        let by = source_behind(scene, content.end, sentence.end);
        let source = by.or(possessor)?;
        return Some(Found {
            source: vec![source],
            cue: Some(head_start..cue_end),
            content: vec![content],
            stance: noun.stance,
            rule: RULE,
        });
    }
    let (cue_end, start) = complement(scene, noun, at, sentence.end, possessor.is_some())?;
    let end = noun_clause_end(scene, start, sentence.end);
    (end > start + 1 || cue_end < start + 1).then_some(Found {
        source: possessor.into_iter().collect(),
        cue: Some(head_start..cue_end),
        content: vec![start..end],
        stance: noun.stance,
        rule: RULE,
    })
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

/// Where a noun’s cue ends and its content begins.
fn complement(
    scene: &Scene<'_>,
    noun: &CueNoun,
    at: usize,
    limit: usize,
    owned: bool,
) -> Option<(usize, usize)> {
    let word = scene.passage.folded(at);
    if at >= limit {
        return None;
    }
    if noun.frames.that()
        && scene.does(at, Functions::THAT)
        && scene.tag(at) != Tag::WDT
        && scene.has_finite_verb(at..limit)
    {
        return Some((at, at));
    }
    if !owned {
        return None;
    }
    let infinitive = scene
        .passage
        .chunks
        .group_at(at)
        .is_some_and(|group| group.form == VerbForm::Infinitive && group.tokens.start == at);
    if noun.frames.to() && infinitive {
        return Some((at, at));
    }
    (noun.prepositions.contains(word) && scene.passage.chunks.phrase_from(at + 1).is_some())
        .then_some((at + 1, at + 1))
}

/// Where the content of a noun ends: with its clause, or before the verb of the clause that the noun is
/// part of (*his claim that he won | has angered …*).
fn noun_clause_end(scene: &Scene<'_>, start: usize, limit: usize) -> usize {
    let end = scene.clause_end(start, limit);
    let that = scene.does(start, Functions::THAT);
    let clause = that || scene.tag(start) == Tag::TO;
    if clause {
        let mut finite = scene
            .passage
            .chunks
            .groups_in(start..end)
            .iter()
            .filter(|group| group.form == VerbForm::Finite);
        if that {
            finite.next();
        }
        // A verb whose own subject does not open a clause has the noun for its subject.
        let own = finite.find(|group| {
            let at = group.tokens.start;
            let from =
                scene.passage.chunks.phrase_before(at).map_or(at, |phrase| phrase.tokens.start);
            !scene.opens_clause(from.saturating_sub(1))
        });
        return own.map_or(end, |group| group.tokens.start.min(end));
    }
    scene.phrase_starting(start, end).map_or(end, |phrase| phrase.end)
}
