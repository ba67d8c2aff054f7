#![doc = include_str!("../../rules/attribution/described_as.md")]

use super::found::Found;
use super::scene::{Scene, Site};
use crate::lexicon::Functions;

/// The name of the rule.
pub(crate) const RULE: &str = "described_as";

/// *Smith described the plan as a farce*, *Smith called the plan “a farce”*.
pub(crate) fn find(scene: &Scene<'_>, site: &Site) -> Option<Found> {
    if site.passive {
        return None;
    }
    let source = site.subject.clone().filter(|subject| scene.can_hold_opinion(subject))?;
    let limit = scene.limit(site);
    let end = scene.clause_end(site.cue.end, limit);
    let object = scene.passage.chunks.phrase_from(site.cue.end)?.tokens.end;
    let described = site.verb.frames.as_what()
        && (object..end)
            .any(|at| scene.does(at, Functions::AS) && scene.quotation_at(at).is_none());
    // A short quotation behind the object is what it is called.
    let full = scene.phrase_starting(site.cue.end, limit).map_or(object, |phrase| phrase.end);
    let called = (site.verb.frames.object() || site.verb.frames.complement())
        && [object, full].iter().any(|&at| scene.quotation_from(at).is_some());
    (described || called).then_some(Found {
        source: vec![source],
        cue: Some(site.cue.clone()),
        content: vec![site.cue.end..end],
        stance: site.verb.stance,
        rule: RULE,
    })
}
