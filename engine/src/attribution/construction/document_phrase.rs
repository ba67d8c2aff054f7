#![doc = include_str!("../../../rules/attribution/document_phrase.md")]

use super::{Construction, Sighting};
use crate::attribution::cue::CueHead;
use crate::lexicon;

/// The name of the rule.
const RULE: &str = "document_phrase";

/// The construction.
pub(super) const CONSTRUCTION: Construction = Construction { rule: RULE, fits };

/// *in a statement*, *said in a statement*: a preposition and, in its phrase, a noun for a document.
fn fits(sighting: &Sighting<'_>) -> bool {
    let Some(cue) = &sighting.found.cue else { return false };
    let verbless = !matches!(sighting.head, CueHead::Verb(..));
    let document = |at: usize| {
        let word = sighting.passage.folded(at);
        // A cue that the preposition opens may name another noun for what is said: *in a warning*.
        let opened = verbless && sighting.is_preposition(cue.start);
        lexicon::document(word) || (opened && lexicon::cue_noun(word).is_some())
    };
    let phrase = |at: usize| sighting.passage.chunks.phrase_from(at + 1);
    let prepositions = cue.clone().filter(|&at| sighting.is_preposition(at));
    prepositions
        .filter_map(phrase)
        .any(|phrase| cue.contains(&phrase.head) && document(phrase.head))
}
