#![doc = include_str!("../../../rules/attribution/headline.md")]

use super::{Construction, Sighting};
use crate::attribution::cue::CueHead;

/// The name of the rule.
const RULE: &str = "headline";

/// The construction.
pub(super) const CONSTRUCTION: Construction = Construction { rule: RULE, fits };

/// A mark in a line of its own, whose words have capitals whether or not they are names.
fn fits(sighting: &Sighting<'_>) -> bool {
    let Some(cue) = &sighting.found.cue else { return false };
    matches!(sighting.head, CueHead::Mark) && sighting.passage.is_headline(cue.start)
}
