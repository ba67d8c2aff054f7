#![doc = include_str!("../../../rules/attribution/reported_clause.md")]

use super::{Construction, Sighting};
use crate::attribution::cue::CueHead;
use crate::attribution::scene;
use crate::lexicon::{self, Functions};

/// The name of the rule.
const RULE: &str = "reported_clause";

/// The construction.
pub(super) const CONSTRUCTION: Construction = Construction { rule: RULE, fits };

/// A clause: with *that* or a question word in front, or a verb of its own.
fn fits(sighting: &Sighting<'_>) -> bool {
    let Some(content) = sighting.content_behind() else { return false };
    let first = content.start;
    let opened = sighting.does(first, Functions::THAT)
        || sighting.tag(first).is_wh()
        || lexicon::question_word(sighting.passage.folded(first));
    let clause = || scene::has_finite_verb(sighting.passage, content.clone());
    matches!(sighting.head, CueHead::Verb(..)) && (opened || clause())
}
