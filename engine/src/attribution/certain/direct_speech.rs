//! Words in quotation marks beside a reporting verb and its subject: *“…,” Smith said*.

use std::ops::Range;

use crate::attribution::found::Found;
use crate::attribution::scene::{Scene, Site};
use crate::tag::Tag;
use crate::tag::chunk::VerbForm;

/// A quotation beside a reporting verb and its subject.
pub(crate) fn find(scene: &Scene<'_>, site: &Site) -> Option<Found> {
    if !(site.verb.frames.quote() || site.verb.frames.weak()) || site.passive {
        return None;
    }
    before(scene, site).or_else(|| behind(scene, site))
}

/// *“…,” Smith said* and *“…,” said Smith*.
fn before(scene: &Scene<'_>, site: &Site) -> Option<Found> {
    let subject = site.subject.as_ref().filter(|_| site.adjacent);
    let start = subject.map_or(site.cue.start, |subject| subject.start);
    let quotation = scene.quotation_before(start)?.clone();
    if !scene.is_utterance(&quotation) || site.form != VerbForm::Finite {
        return None;
    }
    // *“We won.” Smith said on Monday that …* begins a sentence of its own.
    let new_sentence = start == site.sentence.start;
    let inner_end = quotation.end.checked_sub(2)?;
    if new_sentence && scene.passage.word(inner_end) == "." {
        return None;
    }
    let source = match subject {
        Some(subject) => Some(subject.clone()),
        None => scene.phrase_starting(site.cue.end, site.sentence.end),
    };
    let tail = source.as_ref().map_or(site.cue.end, |source| source.end.max(site.cue.end));
    let sentence = scene.passage.sentence_of(quotation.start);
    let mut content = vec![scene.clause_start(sentence.start, quotation.start)..quotation.end];
    content.extend(resumed(scene, tail, site.sentence.end));
    content.extend(continued(scene, site.sentence.end));
    let mut cue = site.cue.clone();
    if new_sentence && scene.has_finite_verb(tail..site.sentence.end) {
        return None;
    }
    cue.end = cue.end.max(cue.start);
    Some(Found::certain(source, cue, content))
}

/// *Smith said: “…”*, *Smith said on Monday, “…”* and *“…”* right behind the verb.
fn behind(scene: &Scene<'_>, site: &Site) -> Option<Found> {
    let source = site.subject.clone()?;
    let quotation = quotation_behind(scene, site)?;
    // *If so, Smith wrote, “the vote is lost”*: the cue is inserted into one clause.
    if site.adjacent
        && source.start > site.sentence.start
        && scene.comma_before(source.start)
        && scene.tag(site.cue.end) == Tag::Comma
    {
        return None;
    }
    let last = quotation.end;
    let ends_sentence = last >= site.sentence.end
        || scene.tag(last) == Tag::Stop
        || scene.passage.sentence_of(last).start == last;
    let mut content = if ends_sentence {
        vec![quotation.clone()]
    } else {
        vec![quotation.start..scene.clause_end(quotation.start, site.sentence.end).max(last)]
    };
    let sentence_end = scene.passage.sentence_of(last.saturating_sub(1)).end;
    content.extend(continued(scene, sentence_end));
    Some(Found::certain(Some(source), site.cue.clone(), content))
}

/// The quotation that a verb introduces: right behind it, or behind a comma or colon with nothing but
/// circumstances between.
fn quotation_behind(scene: &Scene<'_>, site: &Site) -> Option<Range<usize>> {
    if let Some(quotation) = scene.quotation_from(site.cue.end) {
        return Some(quotation.clone());
    }
    let reach = site.sentence.end.min(site.cue.end + LONGEST_CIRCUMSTANCE);
    let mark = (site.cue.end..reach).find(|&at| {
        matches!(scene.tag(at), Tag::Comma | Tag::Colon) && scene.quotation_from(at + 1).is_some()
    })?;
    // A colon leads to what was said even over a clause; a comma does not.
    let clause = scene.has_finite_verb(site.cue.end..mark);
    let introduces = scene.passage.word(mark) == ":" || !clause;
    introduces.then(|| scene.quotation_from(mark + 1).cloned()).flatten()
}

/// The further quotation of *“…,” Smith said, “…”*.
fn resumed(scene: &Scene<'_>, from: usize, limit: usize) -> Option<Range<usize>> {
    let reach = limit.min(from + LONGEST_CIRCUMSTANCE);
    let at = (from..reach).find(|&at| scene.quotation_from(at).is_some())?;
    let comma = matches!(scene.tag(at.checked_sub(1)?), Tag::Comma | Tag::Colon | Tag::Stop);
    (comma && !scene.has_finite_verb(from..at)).then(|| scene.quotation_from(at).cloned()).flatten()
}

/// The quotations that make up the sentences from `from` on, until one has words of the author’s or a cue.
pub(crate) fn continued(scene: &Scene<'_>, from: usize) -> Vec<Range<usize>> {
    let mut pieces = Vec::new();
    let mut at = from;
    while let Some(quotation) = scene.quotation_from(at) {
        let sentence_end = scene.passage.sentence_of(quotation.end - 1).end;
        let author_speaks = scene.tag(quotation.end - 2) == Tag::Comma
            || scene.has_finite_verb(quotation.end..sentence_end);
        if author_speaks || quotation.end > sentence_end {
            break;
        }
        pieces
            .push(quotation.start..scene.trimmed(quotation.start, sentence_end).max(quotation.end));
        at = sentence_end;
    }
    pieces
}

/// How many tokens may stand between a verb and the comma before what was said: *said on Monday in an
/// interview with the newspaper’s editors, “…”*.
const LONGEST_CIRCUMSTANCE: usize = 16;
