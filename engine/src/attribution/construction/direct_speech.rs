#![doc = include_str!("../../../rules/attribution/direct_speech.md")]

use super::{Construction, Sighting};
use crate::attribution::QuotationForm;
use crate::attribution::cue::CueHead;

/// The name of the rule.
const RULE: &str = "direct_speech";

/// The construction.
pub(super) const CONSTRUCTION: Construction = Construction { rule: RULE, fits };

fn fits(sighting: &Sighting<'_>) -> bool {
    sighting.quotation == QuotationForm::Direct
        && matches!(sighting.head, CueHead::Verb(..) | CueHead::Word)
}
