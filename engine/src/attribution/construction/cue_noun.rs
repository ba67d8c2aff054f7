#![doc = include_str!("../../../rules/attribution/cue_noun.md")]

use super::{Construction, Sighting};
use crate::attribution::cue::CueHead;

/// The construction.
pub(super) const CONSTRUCTION: Construction = Construction { rule: "cue_noun", fits };

fn fits(sighting: &Sighting<'_>) -> bool {
    matches!(sighting.head, CueHead::Noun(_))
}
