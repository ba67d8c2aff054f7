#![doc = include_str!("../../rules/attribution/colon.md")]

use super::found::Found;
use super::scene::Scene;
use crate::lexicon::CueStance;
use crate::tag::Tag;

/// The name of the rule.
pub(crate) const RULE: &str = "colon";

/// *Smith: “…”* and the headline’s *Smith: no more taxes*.
pub(crate) fn find(scene: &Scene<'_>, sentence: &std::ops::Range<usize>) -> Option<Found> {
    let source = scene.phrase_starting(sentence.start, sentence.end)?;
    let colon = source.end;
    let named = source.clone().any(|at| scene.tag(at).is_name())
        && source.clone().all(|at| !scene.tag(at).is_wh());
    if scene.passage.word(colon) != ":" || !named || colon + 2 >= sentence.end {
        return None;
    }
    let quotation = scene.quotation_from(colon + 1).cloned();
    // Without a quotation, only a headline’s short name before a clause is a source: *Police: Two held*.
    let headline = scene.passage.tag(sentence.end - 1) != Tag::Stop
        && source.len() <= 3
        && scene.passage.window.opens_paragraph
        && scene.has_finite_verb(colon..sentence.end);
    let content = match quotation {
        Some(quotation) => quotation.start..quotation.end.max(scene.trimmed(colon + 1, sentence.end)),
        None if headline => colon + 1..sentence.end,
        None => return None,
    };
    Some(Found { source: vec![source], cue: None, content: vec![content], stance: CueStance::Plain, rule: RULE })
}
