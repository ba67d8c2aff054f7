#![doc = include_str!("../../../rules/attribution/described_as.md")]

use super::{Construction, Sighting};
use crate::attribution::cue::CueHead;
use crate::lexicon::Functions;

/// The name of the rule.
const RULE: &str = "described_as";

/// The construction.
pub(super) const CONSTRUCTION: Construction = Construction { rule: RULE, fits };

/// *called the plan “a farce”*, *described it as a farce*.
fn fits(sighting: &Sighting<'_>) -> bool {
    let CueHead::Verb(_, Some(verb)) = sighting.head else { return false };
    let Some(content) = sighting.content_behind() else { return false };
    let described =
        verb.frames.as_what() && content.clone().any(|at| sighting.does(at, Functions::AS));
    let called = verb.frames.complement() && !sighting.infinitive_from(content.start);
    described || called
}
