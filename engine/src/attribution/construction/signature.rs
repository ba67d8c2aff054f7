#![doc = include_str!("../../../rules/attribution/signature.md")]

use super::{Construction, Sighting};
use crate::attribution::cue::CueHead;

/// The name of the rule.
const RULE: &str = "signature";

/// The construction.
pub(super) const CONSTRUCTION: Construction = Construction { rule: RULE, fits };

fn fits(sighting: &Sighting<'_>) -> bool {
    let dash = sighting.found.cue.as_ref().is_some_and(|cue| sighting.passage.is_dash(cue.start));
    dash && matches!(sighting.head, CueHead::Mark) && sighting.content_before().is_some()
}
