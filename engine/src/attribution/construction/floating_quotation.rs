#![doc = include_str!("../../../rules/attribution/floating_quotation.md")]

use super::{Construction, Sighting};
use crate::attribution::QuotationForm;
use crate::attribution::cue::CueHead;

/// The construction.
pub(super) const CONSTRUCTION: Construction = Construction { rule: "floating_quotation", fits };

fn fits(sighting: &Sighting<'_>) -> bool {
    matches!(sighting.head, CueHead::Nothing) && sighting.quotation != QuotationForm::Indirect
}
