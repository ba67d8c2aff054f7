#![doc = include_str!("../../../rules/attribution/passive_cue.md")]

use super::{Construction, Sighting};

/// The construction.
pub(super) const CONSTRUCTION: Construction = Construction { rule: "passive_cue", fits };

fn fits(sighting: &Sighting<'_>) -> bool {
    sighting.is_passive() && sighting.by_source()
}
