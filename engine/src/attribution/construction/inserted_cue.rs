#![doc = include_str!("../../../rules/attribution/inserted_cue.md")]

use super::{Construction, Sighting};
use crate::attribution::cue::CueHead;

/// The construction.
pub(super) const CONSTRUCTION: Construction = Construction { rule: "inserted_cue", fits };

/// *The vote, Smith said, was close*: the clause has begun before the cue.
fn fits(sighting: &Sighting<'_>) -> bool {
    matches!(sighting.head, CueHead::Verb(..) | CueHead::Word)
        && sighting.content_before().is_some()
}
