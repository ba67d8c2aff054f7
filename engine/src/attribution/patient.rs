//! Whom a passive is about says nothing by it, and is part of what is said: *Lee was charged with theft*, *a man accused of
//! theft*. So do PolNeAR’s guidelines have it.

use std::ops::Range;

use super::cue::CueHead;
use super::found::Found;
use super::scene::Scene;
use crate::lexicon::{self, Frames, Functions};
use crate::order;
use crate::tag::{Tag, VerbGroup};

/// Makes content of a source that is the subject of a passive cue.
pub(super) fn release(scene: &Scene<'_>, found: &mut Found) {
    let Some(cue) = found.cue.as_ref().filter(|_| !found.source.is_empty()) else { return };
    let CueHead::Verb(group, verb) = CueHead::of(scene.passage, Some(cue)) else { return };
    // *is dedicated to it*: what the lexicon does not know may be how somebody feels, but for *was convicted of it*.
    let passive = match verb {
        Some(verb) => {
            verb.frames.passive()
                && (is_passive(scene, group) || is_reduced(scene, group, verb.frames))
        }
        None => is_passive(scene, group) && scene.does(group.tokens.end, Functions::OF),
    };
    let start = cue.start;
    if !passive || is_quoted(scene, found, cue) {
        return;
    }
    let (patients, sources): (Vec<Range<usize>>, _) =
        found.source.drain(..).partition(|source| source.end <= start);
    found.source = sources;
    found.content.extend(patients);
    order::sort_by(&mut found.content, |piece| (piece.start, piece.end));
}

/// Whether the verb is in the passive; with a contracted auxiliary it may not be: *He’s called for* a vote.
fn is_passive(scene: &Scene<'_>, group: &VerbGroup) -> bool {
    let whole = scene.passage.word(group.tokens.start).starts_with(char::is_alphabetic);
    group.passive && whole
}

/// Whether the verb is a participle alone, and by what stands behind it no past tense: *accused of*, *blamed for*, *known as*.
fn is_reduced(scene: &Scene<'_>, group: &VerbGroup, frames: Frames) -> bool {
    let next = group.head + 1;
    let mut forms = lexicon::cue_verb(scene.passage.folded(group.head));
    group.tokens.len() == 1
        && scene.tag(group.head) == Tag::VBN
        && ((frames.person_of() && scene.does(next, Functions::OF))
            || (frames.person_for() && scene.does(next, Functions::FOR))
            || (scene.does(next, Functions::AS) && forms.all(|form| !form.inflections.past())))
}

/// Whether it is told what the patient says: *was quoted as saying*, *“No,” Lee was quoted*.
fn is_quoted(scene: &Scene<'_>, found: &Found, cue: &Range<usize>) -> bool {
    let gerund = |at: usize| scene.tag(at) == Tag::VBG;
    let says = scene.does(cue.end, Functions::AS) && gerund(cue.end + 1);
    let ahead = found.source.iter().any(|source| {
        let before = |piece: &Range<usize>| piece.end <= source.start;
        found.content.iter().any(before)
    });
    cue.clone().any(gerund) || says || ahead
}
