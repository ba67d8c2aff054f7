//! Somebody and a reporting verb between commas: *The vote, Smith said, was close*.

use super::direct_speech;
use crate::attribution::found::Found;
use crate::attribution::scene::{Scene, Site};
use crate::lexicon::Functions;
use crate::tag::Tag;
use crate::tag::chunk::VerbForm;

/// *The vote was close, Smith said* and *The vote, Smith said, was close*.
pub(crate) fn find(scene: &Scene<'_>, site: &Site) -> Option<Found> {
    let frames = site.verb.frames;
    if !(frames.that() || frames.quote()) || site.form != VerbForm::Finite || site.passive {
        return None;
    }
    let (source, start, end) = match &site.subject {
        Some(subject) if site.adjacent => (subject.clone(), subject.start, site.cue.end),
        // *…, said Smith.*
        _ => {
            let subject = scene.phrase_starting(site.cue.end, site.sentence.end)?;
            (subject.clone(), site.cue.start, subject.end)
        }
    };
    let comma = start.checked_sub(1).filter(|&before| before > site.sentence.start)?;
    if !(scene.tag(comma) == Tag::Comma || scene.quotation_before(start).is_some()) {
        return None;
    }
    let first = scene.clause_start(site.sentence.start, start);
    let head = first..scene.trimmed(first, start);
    // *…, Smith told reporters*: whom it is said to.
    let told = (frames.person_that() && end == site.cue.end)
        .then(|| scene.phrase_starting(end, site.sentence.end))
        .flatten();
    let tail = tail_start(scene, told.as_ref().map_or(end, |told| told.end), site.sentence.end)?;
    let rest = tail + 1..scene.clause_end(tail + 1, site.sentence.end);
    // *The vote, Smith said, was close* and *If so, Smith said, we won* go on; a clause that is whole does not.
    let begun = !scene.has_finite_verb(head.clone()) || scene.opens_clause(head.start);
    let goes_on = begun && scene.tag(tail) == Tag::Comma && rest.len() > 1;
    // *As the bell rang, Smith told the council*.
    if told.is_some() && begun {
        return None;
    }
    // *In other words, the figures show …* is no insertion: an adverbial is no clause.
    if !goes_on && !scene.has_finite_verb(head.clone()) && scene.quotation_before(start).is_none() {
        return None;
    }
    let mut content = vec![head];
    content.extend(goes_on.then_some(rest));
    content.extend(direct_speech::continued(scene, site.sentence.end));
    (content.first()?.len() > 1).then_some(())?;
    Some(Found::certain(Some(source), site.cue.clone(), content))
}

/// The mark that ends the insertion, behind nothing but circumstances (*… said on Monday*); none when the
/// verb goes on to an object or a clause of its own.
fn tail_start(scene: &Scene<'_>, from: usize, limit: usize) -> Option<usize> {
    let next = scene.tag(from);
    let circumstance = next.is_punctuation()
        || next.is_adverb()
        || next.is_name()
        || matches!(next, Tag::IN | Tag::TO);
    let at = (from..limit)
        .find(|&at| {
            matches!(scene.tag(at), Tag::Comma | Tag::Stop | Tag::Colon)
                || scene.quotation_from(at).is_some()
        })
        .unwrap_or(limit);
    let plain =
        !scene.has_finite_verb(from..at) && !(from..at).any(|at| scene.does(at, Functions::THAT));
    (plain && (circumstance || from >= limit)).then_some(at)
}
