#![doc = include_str!("../../../rules/attribution/direct_speech.md")]

use super::{Construction, Sighting};
use crate::attribution::QuotationForm;
use crate::attribution::cue::CueHead;

/// The construction.
pub(super) const CONSTRUCTION: Construction = Construction { rule: "direct_speech", fits };

fn fits(sighting: &Sighting<'_>) -> bool {
    sighting.quotation == QuotationForm::Direct
        && matches!(sighting.head, CueHead::Verb(..) | CueHead::Word)
}
