#![doc = include_str!("../../rules/attribution/agentless.md")]

use super::found::Found;
use super::scene::{Scene, Site};
use crate::lexicon::Functions;
use crate::tag::Tag;
use crate::tag::chunk::VerbForm;

/// The name of the rule.
pub(crate) const RULE: &str = "agentless";

/// *Smith is expected to win*, *it is believed that …*, *Smith was accused of lying*; with *by*, the source
/// stands there.
pub(crate) fn find(scene: &Scene<'_>, site: &Site) -> Option<Found> {
    if !site.passive || !site.verb.frames.passive() {
        return None;
    }
    let at = site.cue.end;
    let by = by_phrase(scene, at, site.sentence.end);
    let rest = by.as_ref().map_or(at, |by| by.end);
    let clause = scene.does(rest, Functions::THAT);
    let infinitive = scene
        .passage
        .chunks
        .group_at(rest)
        .is_some_and(|group| group.form == VerbForm::Infinitive && group.tokens.start == rest);
    let of = scene.does(rest, Functions::OF) && site.verb.frames.person_of();
    let as_what = scene.does(rest, Functions::AS) && site.verb.frames.as_what();
    if !(clause || infinitive || of || as_what || by.is_some()) {
        return None;
    }
    let subject = site.subject.clone().filter(|subject| {
        site.adjacent
            && !matches!(scene.tag(subject.start), Tag::EX)
            && !scene.does(subject.start, Functions::IT)
    });
    let end = scene.clause_end(rest, site.sentence.end);
    let content: Vec<_> = subject.into_iter().chain((end > rest).then_some(rest..end)).collect();
    (!content.is_empty()).then_some(Found {
        source: by.into_iter().collect(),
        cue: Some(site.cue.clone()),
        content,
        stance: site.verb.stance,
        rule: RULE,
    })
}

/// The noun phrase behind *by*, that word left out.
fn by_phrase(scene: &Scene<'_>, at: usize, limit: usize) -> Option<std::ops::Range<usize>> {
    scene.does(at, Functions::BY).then(|| scene.phrase_starting(at + 1, limit)).flatten()
}
