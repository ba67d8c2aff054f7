#![doc = include_str!("../../../rules/attribution/opinion.md")]

use super::{Construction, Sighting};
use crate::attribution::cue::CueHead;

/// The name of the rule.
const RULE: &str = "opinion";

/// The construction.
pub(super) const CONSTRUCTION: Construction = Construction { rule: RULE, fits };

/// *praised the plan*, *complained about the noise*.
fn fits(sighting: &Sighting<'_>) -> bool {
    matches!(sighting.head, CueHead::Verb(..)) && sighting.content_behind().is_some()
}
