#![doc = include_str!("../../../rules/attribution/appeal.md")]

use super::{Construction, Sighting};
use crate::attribution::cue::CueHead;
use crate::lexicon::Functions;

/// The construction.
pub(super) const CONSTRUCTION: Construction = Construction { rule: "appeal", fits };

/// *urged voters to come*: someone, and what they are to do, did or get.
fn fits(sighting: &Sighting<'_>) -> bool {
    let CueHead::Verb(_, Some(verb)) = sighting.head else { return false };
    let Some(content) = sighting.content_behind() else { return false };
    let Some(addressee) = sighting.passage.chunks.phrase_from(content.start) else { return false };
    let frames = verb.frames;
    let link = |at: usize| {
        (frames.person_to() && sighting.infinitive_from(at))
            || (frames.person_of() && sighting.does(at, Functions::OF))
            || (frames.person_for() && sighting.does(at, Functions::FOR))
    };
    (addressee.tokens.end..content.end).any(link)
}
