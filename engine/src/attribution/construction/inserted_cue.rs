#![doc = include_str!("../../../rules/attribution/inserted_cue.md")]

use super::{Construction, Sighting};
use crate::attribution::cue::CueHead;

/// The name of the rule.
const RULE: &str = "inserted_cue";

/// The construction.
pub(super) const CONSTRUCTION: Construction = Construction { rule: RULE, fits };

/// *The vote, Smith said, was close*: the clause has begun before the cue.
fn fits(sighting: &Sighting<'_>) -> bool {
    matches!(sighting.head, CueHead::Verb(..) | CueHead::Word)
        && sighting.content_before().is_some()
}
