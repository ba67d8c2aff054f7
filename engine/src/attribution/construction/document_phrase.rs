#![doc = include_str!("../../../rules/attribution/document_phrase.md")]

use super::{Construction, Sighting};
use crate::attribution::cue::CueHead;
use crate::lexicon;
use crate::tag::Tag;

/// The name of the rule.
const RULE: &str = "document_phrase";

/// The construction.
pub(super) const CONSTRUCTION: Construction = Construction { rule: RULE, fits };

/// *in a statement*, *said in a statement*: a preposition and, behind it in the cue, a noun for a document.
fn fits(sighting: &Sighting<'_>) -> bool {
    let Some(cue) = &sighting.found.cue else { return false };
    let preposition = |at: &usize| matches!(sighting.tag(*at), Tag::IN | Tag::TO);
    let Some(preposition) = cue.clone().find(preposition) else { return false };
    let document = |at: usize| lexicon::document(sighting.passage.folded(at));
    // A cue that the preposition opens may name what was said by another noun: *in a warning to the council*.
    let said = |at: usize| {
        preposition == cue.start && lexicon::cue_noun(sighting.passage.folded(at)).is_some()
    };
    let verbless = !matches!(sighting.head, CueHead::Verb(..));
    (preposition..cue.end).any(|at| document(at) || (verbless && said(at)))
}
