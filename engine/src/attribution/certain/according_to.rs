//! A phrase that names who vouches for its clause: *According to Smith, …*, *in Smith’s view*.

use std::ops::Range;

use crate::attribution::found::Found;
use crate::attribution::scene::Scene;
use crate::lexicon::{self, CuePhrase, PhraseKind};
use crate::tag::Tag;

/// *According to Smith, …*, *… according to Smith*, *in Smith’s view*.
pub(crate) fn find(scene: &Scene<'_>, at: usize) -> Option<Found> {
    let sentence = scene.passage.sentence_of(at);
    let Place { phrase, whole, source } = phrase_at(scene, at, sentence.end)?;
    let (cue, source) = match phrase.kind {
        PhraseKind::BeforeSource => {
            let source = scene.phrase_starting(whole.end, sentence.end)?;
            (whole.clone(), Some(source))
        }
        // The possessor stands between, and the cue is what is unbroken behind it: *in | Smith’s | own words*.
        PhraseKind::AroundSource => {
            let source = source?;
            (source.end..whole.end, Some(source))
        }
        PhraseKind::Agentless => (whole.clone(), None),
    };
    let end = source.as_ref().map_or(whole.end, |source| source.end.max(whole.end));
    let content = if opens(scene, whole.start, &sentence) {
        let start = if scene.tag(end) == Tag::Comma { end + 1 } else { end };
        vec![start..scene.clause_end(start, sentence.end)]
    } else {
        let start = scene.clause_start(sentence.start, whole.start);
        let mut pieces = vec![start..scene.trimmed(start, whole.start)];
        if scene.tag(end) == Tag::Comma && scene.quotation_at(end).is_none() {
            let rest = end + 1..scene.clause_end(end + 1, sentence.end);
            let goes_on = scene.tag(whole.start - 1) == Tag::Comma && rest.len() > 1;
            pieces.extend(goes_on.then_some(rest));
        }
        pieces
    };
    (content.iter().map(Range::len).sum::<usize>() > 1).then_some(())?;
    Some(Found::certain(source, cue, content))
}

/// Whether nothing but a conjunction stands before the phrase in its sentence.
fn opens(scene: &Scene<'_>, at: usize, sentence: &Range<usize>) -> bool {
    (sentence.start..at).all(|before| {
        scene.tag(before) == Tag::CC
            || scene.tag(before).is_adverb()
            || scene.tag(before).is_punctuation()
    })
}

/// Where a phrase of the lexicon stands.
pub(crate) struct Place {
    /// The phrase.
    phrase: &'static CuePhrase,
    /// All its tokens, a source inside it included.
    whole: Range<usize>,
    /// The source inside it.
    source: Option<Range<usize>>,
}

/// The phrase of the lexicon that stands at `at`.
pub(crate) fn phrase_at(scene: &Scene<'_>, at: usize, limit: usize) -> Option<Place> {
    lexicon::cue_phrase(scene.passage.folded(at)).iter().find_map(|phrase| {
        let mut next = at + 1;
        let mut source = None;
        for word in phrase.rest {
            if *word == "…" {
                let possessor = scene.passage.chunks.phrase_at(next)?.possessor.clone()?;
                next = possessor.end;
                source = Some(possessor);
            } else if scene.passage.folded(next) == *word {
                next += 1;
            } else {
                return None;
            }
        }
        (next <= limit).then_some(Place { phrase, whole: at..next, source })
    })
}
