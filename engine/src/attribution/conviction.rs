#![doc = include_str!("../../rules/attribution/conviction.md")]

use super::found::Found;
use super::reported_clause::bare_clause;
use super::scene::Scene;
use crate::lexicon::{self, Functions};
use crate::tag::Tag;
use crate::tag::chunk::{VerbForm, VerbGroup};

/// The name of the rule.
pub(crate) const RULE: &str = "conviction";

/// *Smith is confident that …*, *Smith was worried about …*, *Smith is willing to …*.
pub(crate) fn find(scene: &Scene<'_>, group: &VerbGroup) -> Option<Found> {
    if group.form != VerbForm::Finite || !scene.does(group.head, Functions::BE) && !group.passive {
        return None;
    }
    let sentence = scene.passage.sentence_of(group.head);
    let head = if group.passive {
        group.head
    } else {
        (group.tokens.end..sentence.end.min(group.tokens.end + 3))
            .find(|&at| !scene.tag(at).is_adverb())?
    };
    let adjective = lexicon::cue_adjective(scene.passage.folded(head))?;
    let source = scene.phrase_ending(group.tokens.start, sentence.start)?;
    let at = head + 1;
    let word = scene.passage.folded(at);
    let infinitive = scene
        .passage
        .chunks
        .group_at(at)
        .is_some_and(|next| next.form == VerbForm::Infinitive && next.tokens.start == at);
    let frames = adjective.frames;
    let start = if (frames.that()
        && (scene.does(at, Functions::THAT) || bare_clause(scene, at, sentence.end)))
        || (frames.to() && infinitive)
    {
        at
    } else if adjective.prepositions.contains(word) && scene.tag(at) == Tag::IN
        || (adjective.prepositions.contains(word) && scene.tag(at) == Tag::TO)
    {
        at + 1
    } else {
        return None;
    };
    let end = scene.clause_end(start, sentence.end);
    (end > start && scene.can_hold_opinion(&source)).then_some(Found {
        source: vec![source],
        cue: Some(group.tokens.start..start),
        content: vec![start..end],
        stance: adjective.stance,
        rule: RULE,
    })
}
