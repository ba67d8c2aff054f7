#![doc = include_str!("../../../rules/attribution/intention.md")]

use super::{Construction, Sighting};
use crate::attribution::cue::CueHead;

/// The name of the rule.
pub(in crate::attribution) const RULE: &str = "intention";

/// The construction.
pub(super) const CONSTRUCTION: Construction = Construction { rule: RULE, fits };

fn fits(sighting: &Sighting<'_>) -> bool {
    let infinitive = |at: usize| sighting.infinitive_from(at);
    matches!(sighting.head, CueHead::Verb(..))
        && sighting.content_behind().is_some_and(|content| infinitive(content.start))
}
