#![doc = include_str!("../../../rules/attribution/in_view.md")]

use super::{Construction, Sighting};
use crate::attribution::cue::CueHead;
use crate::lexicon::PhraseKind;

/// The name of the rule.
const RULE: &str = "in_view";

/// The construction.
pub(super) const CONSTRUCTION: Construction = Construction { rule: RULE, fits };

fn fits(sighting: &Sighting<'_>) -> bool {
    matches!(sighting.head, CueHead::Phrase(phrase) if phrase.kind == PhraseKind::AroundSource)
}
