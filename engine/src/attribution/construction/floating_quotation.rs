#![doc = include_str!("../../../rules/attribution/floating_quotation.md")]

use super::{Construction, Sighting};
use crate::attribution::QuotationForm;
use crate::attribution::cue::CueHead;

/// The name of the rule.
const RULE: &str = "floating_quotation";

/// The construction.
pub(super) const CONSTRUCTION: Construction = Construction { rule: RULE, fits };

fn fits(sighting: &Sighting<'_>) -> bool {
    matches!(sighting.head, CueHead::Nothing) && sighting.quotation != QuotationForm::Indirect
}
