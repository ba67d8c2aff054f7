#![doc = include_str!("../../../rules/attribution/passive_cue.md")]

use super::{Construction, Sighting};

/// The name of the rule.
const RULE: &str = "passive_cue";

/// The construction.
pub(super) const CONSTRUCTION: Construction = Construction { rule: RULE, fits };

fn fits(sighting: &Sighting<'_>) -> bool {
    sighting.is_passive() && sighting.by_source()
}
