#![doc = include_str!("../../rules/attribution/colon.md")]

use std::ops::Range;

use super::found::Found;
use super::scene::Scene;
use crate::lexicon::{self, CueStance};

/// The name of the rule.
pub(crate) const RULE: &str = "colon";

/// *Smith: “…”*, *Here is Smith on Monday: “…”* and the headline’s *Smith: No more taxes*. The colon is the cue.
pub(crate) fn find(scene: &Scene<'_>, sentence: &Range<usize>) -> Option<Found> {
    let colon = (sentence.start..sentence.end.min(sentence.start + LONGEST_LEAD))
        .find(|&at| scene.passage.word(at) == ":" && scene.quotation_at(at).is_none())?;
    let source =
        scene.phrase_starting(sentence.start, colon).filter(|phrase| phrase.end == colon)?;
    let quotation = scene.quotation_from(colon + 1).cloned();
    let named = source.clone().any(|at| scene.tag(at).is_name()) || is_document(scene, &source);
    if !named || source.len() > LONGEST_NAME || colon + 3 >= sentence.end {
        return None;
    }
    // Without a quotation it takes a paragraph’s beginning, as in a headline or a transcript.
    let headline = scene.passage.window.paragraphs.contains(&sentence.start)
        && scene.passage.word(colon + 1).starts_with(char::is_uppercase)
        && scene.has_finite_verb(colon..sentence.end);
    let content = match quotation {
        Some(quotation) => {
            quotation.start..quotation.end.max(scene.trimmed(colon + 1, sentence.end))
        }
        None if headline => colon + 1..scene.trimmed(colon + 1, sentence.end),
        None => return None,
    };
    Some(Found {
        source: vec![source],
        cue: Some(colon..colon + 1),
        content: vec![content],
        stance: CueStance::Plain,
        rule: RULE,
    })
}

/// *Poll: …*, *Report: …*.
fn is_document(scene: &Scene<'_>, source: &Range<usize>) -> bool {
    source.len() == 1 && lexicon::document(scene.passage.folded(source.start))
}

/// How many tokens may stand before the colon.
const LONGEST_LEAD: usize = 12;

/// A name before a headline’s colon is short: *Senate Minority Leader Chuck Schumer* has five tokens.
const LONGEST_NAME: usize = 6;
