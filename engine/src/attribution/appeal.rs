#![doc = include_str!("../../rules/attribution/appeal.md")]

use super::found::Found;
use super::scene::{Scene, Site};
use crate::lexicon::Functions;
use crate::tag::Tag;
use crate::tag::chunk::VerbForm;

/// The name of the rule.
pub(crate) const RULE: &str = "appeal";

/// *Smith urged voters to come*, *Smith accused him of lying*, *Smith thanked them for coming*.
pub(crate) fn find(scene: &Scene<'_>, site: &Site) -> Option<Found> {
    let frames = site.verb.frames;
    if site.passive || site.form == VerbForm::Infinitive {
        return None;
    }
    let source = site.subject.clone().filter(|subject| scene.can_hold_opinion(subject))?;
    let limit = scene.limit(site);
    let addressee = scene.phrase_starting(site.cue.end, limit)?;
    let base = scene.passage.chunks.phrase_from(site.cue.end)?.tokens.end;
    let link = [base, addressee.end].into_iter().find(|&at| {
        (frames.person_to() && scene.tag(at) == Tag::TO)
            || (frames.person_of() && scene.does(at, Functions::OF))
            || (frames.person_for() && scene.does(at, Functions::FOR))
    })?;
    let end = scene.clause_end(link, limit);
    (end > link + 1).then_some(Found {
        source: vec![source],
        cue: Some(site.cue.clone()),
        content: vec![site.cue.end..end],
        stance: site.verb.stance,
        rule: RULE,
    })
}
