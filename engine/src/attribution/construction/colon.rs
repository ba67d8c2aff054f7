#![doc = include_str!("../../../rules/attribution/colon.md")]

use super::{Construction, Sighting};
use crate::attribution::cue::CueHead;

/// The name of the rule.
const RULE: &str = "colon";

/// The construction.
pub(super) const CONSTRUCTION: Construction = Construction { rule: RULE, fits };

fn fits(sighting: &Sighting<'_>) -> bool {
    matches!(sighting.head, CueHead::Mark)
}
