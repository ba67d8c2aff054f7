#![doc = include_str!("../../rules/attribution/intention.md")]

use super::found::Found;
use super::scene::{Scene, Site};
use crate::tag::chunk::VerbForm;

/// The name of the rule.
pub(crate) const RULE: &str = "intention";

/// *Smith vowed to fight*, *Smith plans to leave*.
pub(crate) fn find(scene: &Scene<'_>, site: &Site) -> Option<Found> {
    if !site.verb.frames.to() || site.passive || site.form == VerbForm::Infinitive {
        return None;
    }
    let source = site.subject.clone().filter(|subject| scene.can_hold_opinion(subject))?;
    let infinitive = scene.passage.chunks.group_at(site.cue.end)?;
    let fits = infinitive.form == VerbForm::Infinitive && infinitive.tokens.start == site.cue.end;
    let start = fits.then_some(site.cue.end)?;
    let limit = scene.limit(site);
    Some(Found {
        source: vec![source],
        cue: Some(site.cue.clone()),
        content: vec![start..scene.clause_end(start, limit)],
        stance: site.verb.stance,
        rule: RULE,
    })
}
