#![doc = include_str!("../../../rules/attribution/document_phrase.md")]

use super::{Construction, Sighting};
use crate::attribution::cue::CueHead;
use crate::lexicon;
use crate::tag::Tag;

/// The construction.
pub(super) const CONSTRUCTION: Construction = Construction { rule: "document_phrase", fits };

/// *in a statement*: a preposition, and a noun for a document, as the cue.
fn fits(sighting: &Sighting<'_>) -> bool {
    let Some(cue) = &sighting.found.cue else { return false };
    let verbless = !matches!(sighting.head, CueHead::Verb(..));
    let preposition = matches!(sighting.tag(cue.start), Tag::IN | Tag::TO);
    let document = |at: usize| {
        let word = sighting.passage.folded(at);
        lexicon::document(word) || lexicon::cue_noun(word).is_some()
    };
    verbless && preposition && cue.clone().any(document)
}
