#![doc = include_str!("../../../rules/attribution/mixed_quotation.md")]

use super::{Construction, Sighting};
use crate::attribution::QuotationForm;
use crate::attribution::cue::CueHead;

/// The construction.
pub(super) const CONSTRUCTION: Construction = Construction { rule: "mixed_quotation", fits };

fn fits(sighting: &Sighting<'_>) -> bool {
    sighting.quotation == QuotationForm::Mixed
        && matches!(sighting.head, CueHead::Verb(..) | CueHead::Word)
}
