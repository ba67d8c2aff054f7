#![doc = include_str!("../../rules/attribution/opinion.md")]

use super::found::Found;
use super::scene::{Scene, Site};
use crate::tag::Tag;
use crate::tag::chunk::VerbForm;

/// The name of the rule.
pub(crate) const RULE: &str = "opinion";

/// *Smith praised the plan*, *Smith called for a vote*, *Smith complained about the noise*.
pub(crate) fn find(scene: &Scene<'_>, site: &Site) -> Option<Found> {
    let verb = site.verb;
    if site.passive || site.form == VerbForm::Infinitive || verb.frames.weak() {
        return None;
    }
    // *risks praising the plan*: a participle that neither a comma nor a preposition sets off is not what the
    // subject says, nor is *how voters see the plan* something that they are reported to see.
    let first = if site.adjacent { site.subject.as_ref()?.start } else { site.cue.start };
    let before = first.checked_sub(1).filter(|&before| before >= site.sentence.start);
    let set_off = before.is_none_or(|before| {
        matches!(scene.tag(before), Tag::Comma | Tag::Colon | Tag::IN | Tag::CC)
    });
    let loose = site.form == VerbForm::Gerund && !site.adjacent && !set_off;
    if loose || before.is_some_and(|before| scene.tag(before) == Tag::WRB) {
        return None;
    }
    let source = site.subject.clone().filter(|subject| scene.can_hold_opinion(subject))?;
    let limit = scene.limit(site);
    let mut cue = site.cue.clone();
    while verb.particles.contains(scene.passage.folded(cue.end)) {
        cue.end += 1;
    }
    let preposition = verb.prepositions.contains(scene.passage.folded(cue.end))
        && matches!(scene.tag(cue.end), Tag::IN | Tag::RP | Tag::TO | Tag::RB);
    if preposition {
        cue.end += 1;
    } else if !verb.frames.object() {
        return None;
    }
    let nominal = scene.passage.chunks.phrase_from(cue.end).is_some()
        || scene.tag(cue.end) == Tag::VBG
        || scene.quotation_from(cue.end).is_some();
    if !nominal {
        return None;
    }
    let end = scene.clause_end(cue.end, limit);
    Some(Found {
        source: vec![source],
        content: vec![cue.end..end],
        cue: Some(cue),
        stance: verb.stance,
        rule: RULE,
    })
}
