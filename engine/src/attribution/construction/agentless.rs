#![doc = include_str!("../../../rules/attribution/agentless.md")]

use super::{Construction, Sighting};
use crate::attribution::cue::CueHead;
use crate::lexicon::PhraseKind;

/// The construction.
pub(super) const CONSTRUCTION: Construction = Construction { rule: "agentless", fits };

fn fits(sighting: &Sighting<'_>) -> bool {
    let phrase =
        matches!(sighting.head, CueHead::Phrase(phrase) if phrase.kind == PhraseKind::Agentless);
    phrase || (sighting.found.source.is_empty() && sighting.is_passive())
}
