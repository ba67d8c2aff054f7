#![doc = include_str!("../../../rules/attribution/mixed_quotation.md")]

use super::{Construction, Sighting};
use crate::attribution::QuotationForm;
use crate::attribution::cue::CueHead;

/// The name of the rule.
const RULE: &str = "mixed_quotation";

/// The construction.
pub(super) const CONSTRUCTION: Construction = Construction { rule: RULE, fits };

fn fits(sighting: &Sighting<'_>) -> bool {
    sighting.quotation == QuotationForm::Mixed
        && matches!(sighting.head, CueHead::Verb(..) | CueHead::Word)
}
