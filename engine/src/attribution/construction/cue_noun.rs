#![doc = include_str!("../../../rules/attribution/cue_noun.md")]

use super::{Construction, Sighting};
use crate::attribution::cue::CueHead;

/// The name of the rule.
const RULE: &str = "cue_noun";

/// The construction.
pub(super) const CONSTRUCTION: Construction = Construction { rule: RULE, fits };

fn fits(sighting: &Sighting<'_>) -> bool {
    matches!(sighting.head, CueHead::Noun(Some(_)))
}
