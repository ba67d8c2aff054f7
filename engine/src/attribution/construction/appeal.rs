#![doc = include_str!("../../../rules/attribution/appeal.md")]

use super::{Construction, Sighting};
use crate::attribution::cue::CueHead;
use crate::lexicon::Functions;

/// The name of the rule.
const RULE: &str = "appeal";

/// The construction.
pub(super) const CONSTRUCTION: Construction = Construction { rule: RULE, fits };

/// *urged voters to come*: someone, and what they are to do, did or get.
fn fits(sighting: &Sighting<'_>) -> bool {
    let CueHead::Verb(_, Some(verb)) = sighting.head else { return false };
    let Some(content) = sighting.content_behind() else { return false };
    let frames = verb.frames;
    // *urged voters | to come*: the addressee may be left out of the content.
    let left_out = sighting.found.cue.as_ref().is_some_and(|cue| cue.end < content.start);
    if left_out && frames.person_to() && sighting.infinitive_from(content.start) {
        return true;
    }
    let Some(addressee) = sighting.passage.chunks.phrase_from(content.start) else { return false };
    let link = |at: usize| {
        (frames.person_to() && sighting.infinitive_from(at))
            || (frames.person_of() && sighting.does(at, Functions::OF))
            || (frames.person_for() && sighting.does(at, Functions::FOR))
    };
    (addressee.tokens.end..content.end).any(link)
}
