//! A participle that is a cue speaks for the subject of the clause it goes with, and only up to where that clause
//! goes on: *By stating that …, Smith closed the debate*; *Smith’s praise, describing it as …, moved the crowd*.

use std::ops::Range;

use super::found::Found;
use super::scene::{Scene, Site};
use crate::tag::Tag;
use crate::tag::chunk::VerbForm;

/// Gives a participle’s attribution the source that it lacks, and cuts from its content what is not its own.
pub(super) fn complete(scene: &Scene<'_>, found: &mut Found) {
    let Some(cue) = &found.cue else { return };
    let at_cue = |site: &&Site| {
        site.form == VerbForm::Gerund && site.cue.start < cue.end && cue.start < site.cue.end
    };
    let Some(site) = scene.sites.iter().find(at_cue) else { return };
    // *both praising it and asking for more*: a determiner alone goes with what follows.
    found.source.retain(|source| source.len() > 1 || scene.tag(source.start) != Tag::DT);
    if found.source.is_empty() && !site.adjacent && !is_object(scene, &site.cue) {
        found.source.extend(site.subject.clone());
    }
    let inserted = site.cue.start.checked_sub(1).is_some_and(|at| scene.tag(at) == Tag::Comma);
    let verb_to_come = inserted && !scene.has_finite_verb(site.sentence.start..site.cue.start);
    for piece in found.content.iter_mut().filter(|piece| site.cue.end <= piece.start) {
        let commas = || (piece.start + 1..piece.end).filter(|&at| is_comma(scene, at));
        let limit = (piece.start + 1..piece.end)
            .find(|&at| goes_on(scene, site, at))
            .or_else(|| commas().next_back().filter(|_| verb_to_come));
        piece.end = limit.unwrap_or(piece.end);
    }
}

/// Whether a verb right before takes a cue that is a participle for its object: *risks (both) praising it*.
pub(super) fn is_object(scene: &Scene<'_>, cue: &Range<usize>) -> bool {
    let mut before = (scene.passage.sentence_of(cue.start).start..cue.start).rev();
    let verb = before.find(|&at| scene.tag(at) != Tag::DT);
    let participle = scene.tag(cue.start) == Tag::VBG;
    participle
        && verb
            .and_then(|at| scene.passage.chunks.group_at(at))
            .is_some_and(|group| group.form == VerbForm::Finite)
}

/// Whether the clause around a participle goes on at the token: with its subject, or its verb behind a comma.
fn goes_on(scene: &Scene<'_>, site: &Site, at: usize) -> bool {
    let subject = site.subject.as_ref().is_some_and(|subject| subject.start == at);
    let group = scene.passage.chunks.group_at(at + 1);
    let verb =
        group.is_some_and(|group| group.form == VerbForm::Finite && group.tokens.start == at + 1);
    subject || (verb && is_comma(scene, at))
}

/// Whether a comma stands there, outside of quotations.
fn is_comma(scene: &Scene<'_>, at: usize) -> bool {
    scene.tag(at) == Tag::Comma && scene.quotation_at(at).is_none()
}
