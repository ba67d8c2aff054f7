//! A quotation that is signed: *“…” — Ann Lee, a baker*, as under a picture, above a chapter, or in a row of voices.

use std::ops::Range;

use crate::attribution::found::Found;
use crate::attribution::scene::Scene;

/// The quotation that the dash at `at` leads to the signature of. It has its paragraph for itself, and so has the name, or the rest of
/// that paragraph: in running prose a dash behind a quotation leads back to the author.
pub(crate) fn find(scene: &Scene<'_>, at: usize) -> Option<Found> {
    let passage = scene.passage;
    let quotation = passage.is_dash(at).then(|| scene.quotation_before(at))?.cloned()?;
    if !passage.window.begins_paragraph(quotation.start) || !scene.is_utterance(&quotation) {
        return None;
    }
    let name = at + 1;
    let end = (name..passage.len()).find(|&at| passage.window.begins_paragraph(at));
    let line: Range<usize> = name..end.unwrap_or(passage.len());
    if line.len() > LONGEST || !passage.tag(name).is_name() || scene.has_finite_verb(line.clone()) {
        return None;
    }
    let end = scene.trimmed(line.start, line.end);
    let source = scene.phrase_starting(name, end)?;
    // *— Ann Lee, on the night of the vote*: what is not part of the name stands behind a comma.
    let is_whole = source.end == end || passage.tag(source.end).is_punctuation();
    is_whole.then(|| Found::certain(Some(source), at..name, vec![quotation]))
}

/// The longest signature (in tokens): *Ann Lee, who runs the oldest bakery in Port Ellen, on the last night of the vote* has twenty.
const LONGEST: usize = 24;
