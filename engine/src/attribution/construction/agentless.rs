#![doc = include_str!("../../../rules/attribution/agentless.md")]

use super::{Construction, Sighting};
use crate::attribution::cue::CueHead;
use crate::lexicon::PhraseKind;

/// The name of the rule.
pub(in crate::attribution) const RULE: &str = "agentless";

/// The construction.
pub(super) const CONSTRUCTION: Construction = Construction { rule: RULE, fits };

fn fits(sighting: &Sighting<'_>) -> bool {
    match sighting.head {
        CueHead::Phrase(phrase) => phrase.kind == PhraseKind::Agentless,
        CueHead::Verb(..) => sighting.is_passive() && sighting.found.source.is_empty(),
        _ => false,
    }
}
