//! The longest stretch in which nobody but the author has a part.

use super::Noted;
use crate::report::Finding;

/// The name of the rule.
const RULE: &str = "longest_unsourced_stretch";

/// The fewest sentences that make a stretch: three in a row are how most paragraphs go.
const FEWEST: usize = 4;

/// The longest stretch without a source, by its words, in an article that has sources.
pub(super) fn find(sentences: &[Noted]) -> Option<Finding> {
    if sentences.iter().all(|sentence| sentence.unsourced) {
        return None;
    }
    let words = |run: &&[Noted]| run.iter().map(|sentence| sentence.words).sum::<usize>();
    let runs = sentences.chunk_by(|one, next| one.unsourced && next.unsourced);
    // Of several that are as long, the first.
    let longest = runs.filter(|run| run.len() >= FEWEST).fold(
        None,
        |best: Option<&[Noted]>, run| match best {
            Some(best) if words(&best) >= words(&run) => Some(best),
            _ => Some(run),
        },
    )?;
    let span = longest.first()?.span.join(longest.last()?.span);
    let values =
        vec![("words".to_owned(), words(&longest)), ("sentences".to_owned(), longest.len())];
    Some(Finding { rule: RULE, spans: vec![span], values })
}
