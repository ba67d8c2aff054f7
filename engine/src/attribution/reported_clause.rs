#![doc = include_str!("../../rules/attribution/reported_clause.md")]

use std::ops::Range;

use super::found::Found;
use super::scene::{Scene, Site};
use crate::lexicon::{self, Functions};
use crate::tag::Tag;
use crate::tag::chunk::VerbForm;

/// The name of the rule.
pub(crate) const RULE: &str = "reported_clause";

/// *Smith said (that) …*, *Smith asked whether …*, *Smith told reporters that …*.
pub(crate) fn find(scene: &Scene<'_>, site: &Site) -> Option<Found> {
    let frames = site.verb.frames;
    if site.passive && !frames.person_that() {
        return None;
    }
    let source = site.subject.clone()?;
    let limit = scene.limit(site);
    let start = clause_start(scene, site, limit)?;
    let end = scene.clause_end(start, limit);
    let content = start..end;
    if content.len() < 2 {
        return None;
    }
    Some(Found {
        source: vec![source],
        cue: Some(site.cue.clone()),
        content: vec![content],
        stance: site.verb.stance,
        rule: RULE,
    })
}

/// Where the reported clause begins: at its *that*, its question word or its subject.
fn clause_start(scene: &Scene<'_>, site: &Site, limit: usize) -> Option<usize> {
    let frames = site.verb.frames;
    let takes_that = frames.that() || frames.that_only() || frames.weak();
    let mut at = site.cue.end;
    // The clause of *said* may begin right behind it, with a subject and a verb of its own.
    if frames.that() && !frames.weak() && clause_from(scene, site, at, limit) {
        return Some(at);
    }
    if frames.person_that()
        && let Some(addressee) = scene.passage.chunks.phrase_from(at)
    {
        at = addressee.tokens.end;
        if bare_clause(scene, at, limit) {
            return Some(at);
        }
    }
    // *said on Tuesday in a statement that …*
    let reach = limit.min(at + LONGEST_CIRCUMSTANCE);
    while at < reach {
        let word = scene.passage.folded(at);
        // With *that* spelt out any verb will do: taggers take *soldiers ‘fought’* for a participle.
        let clause = !scene.passage.chunks.groups_in(at..limit).is_empty();
        if scene.does(at, Functions::THAT) && (takes_that || frames.person_that()) && clause {
            return Some(at);
        }
        let question = scene.tag(at).is_wh() || lexicon::question_word(word);
        if question && frames.whether() && at == site.cue.end {
            return Some(at);
        }
        let passed = at > site.cue.end;
        if frames.that() && !frames.weak() && passed && bare_clause(scene, at, limit) {
            return Some(at);
        }
        at = match scene.tag(at) {
            Tag::IN | Tag::TO if !lexicon::subordinator(word) => {
                scene.passage.chunks.phrase_from(at + 1)?.tokens.end
            }
            Tag::RB | Tag::RP | Tag::Comma => at + 1,
            tag if tag.is_name() || tag == Tag::NN => {
                scene.passage.chunks.phrase_from(at)?.tokens.end
            }
            _ => return None,
        };
    }
    None
}

/// Whether a clause begins right behind the verb. A verb that takes no object (*say*) needs only a finite verb
/// to come; for another (*know the man who came*) the subject has to stand right before it.
fn clause_from(scene: &Scene<'_>, site: &Site, at: usize, limit: usize) -> bool {
    let tag = scene.tag(at);
    let nominal =
        scene.passage.chunks.phrase_from(at).is_some() || scene.quotation_from(at).is_some();
    let opens =
        nominal || tag.is_adjective() || matches!(tag, Tag::VBG | Tag::DT | Tag::PDT | Tag::CD);
    if !site.verb.frames.object() && opens && !site.verb.frames.person_that() {
        let end = scene.clause_end(at, limit);
        return scene.has_finite_verb(at..end);
    }
    bare_clause(scene, at, limit)
}

/// Whether a noun phrase and a finite verb of its own begin at `at`.
pub(crate) fn bare_clause(scene: &Scene<'_>, at: usize, limit: usize) -> bool {
    let chunks = &scene.passage.chunks;
    if scene.tag(at) == Tag::EX {
        return true;
    }
    let subject = match scene.phrase_starting(at, limit) {
        Some(subject) => subject,
        None => return clause_behind_adjunct(scene, at, limit),
    };
    if finite_from(scene, subject.end, limit) {
        return true;
    }
    // The full phrase may have swallowed too much; then its first part alone is the subject.
    let base = chunks.phrase_from(at).map_or(at, |phrase| phrase.tokens.end);
    finite_from(scene, base, limit) || relative_then_finite(scene, base, limit)
}

/// *that* left out before an adjunct: *said in Ohio he would*, *said if elected he would*.
fn clause_behind_adjunct(scene: &Scene<'_>, at: usize, limit: usize) -> bool {
    lexicon::subordinator(scene.passage.folded(at)) && scene.has_finite_verb(at + 1..limit)
}

fn finite_from(scene: &Scene<'_>, at: usize, limit: usize) -> bool {
    at < limit
        && scene
            .passage
            .chunks
            .group_at(at)
            .is_some_and(|group| group.form == VerbForm::Finite && group.tokens.start == at)
}

/// *the man who came left*: a subject with a relative clause.
fn relative_then_finite(scene: &Scene<'_>, at: usize, limit: usize) -> bool {
    let relative = scene.tag(at).is_wh() || scene.does(at, Functions::THAT);
    let groups: Range<usize> = at..limit;
    relative
        && scene
            .passage
            .chunks
            .groups_in(groups)
            .iter()
            .filter(|group| group.form == VerbForm::Finite)
            .count()
            >= 2
}

/// How many tokens of circumstance may stand between a verb and its *that*.
const LONGEST_CIRCUMSTANCE: usize = 14;
