#![doc = include_str!("../../../rules/attribution/agentless.md")]

use super::{Construction, Sighting};
use crate::attribution::cue::CueHead;
use crate::lexicon::PhraseKind;

/// The name of the rule.
pub(in crate::attribution) const RULE: &str = "agentless";

/// The construction.
pub(super) const CONSTRUCTION: Construction = Construction { rule: RULE, fits };

fn fits(sighting: &Sighting<'_>) -> bool {
    match sighting.head {
        CueHead::Phrase(phrase) => phrase.kind == PhraseKind::Agentless,
        CueHead::Verb(..) => sighting.is_passive() && nobody_named(sighting),
        _ => false,
    }
}

/// Whether no source is named, or only whom the verb is about: *He was said to be ill*. With a contracted
/// auxiliary the verb may be no passive: *He’s called for* a vote.
fn nobody_named(sighting: &Sighting<'_>) -> bool {
    let Some(cue) = &sighting.found.cue else { return false };
    let whole = sighting.passage.word(cue.start).starts_with(char::is_alphabetic);
    let finite = matches!(sighting.head, CueHead::Verb(group, _) if group.passive);
    sighting.found.source.is_empty() || (finite && whole && !sighting.by_source())
}
