//! What a detector found, in tokens of its window, before it is weighed against what others found.

use std::ops::Range;

use crate::lexicon::CueStance;
use crate::order;

/// A source, a cue and content that belong together; ranges are tokens of the window.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Found {
    /// The source; empty when nobody is named, several ranges only for a source in pieces.
    pub(crate) source: Vec<Range<usize>>,
    /// The cue.
    pub(crate) cue: Option<Range<usize>>,
    /// The content; at least one range that is not empty.
    pub(crate) content: Vec<Range<usize>>,
    /// What the cue says of the content.
    pub(crate) stance: CueStance,
    /// The rule that found it.
    pub(crate) rule: &'static str,
}

impl Found {
    /// From the first to the last token of the content.
    pub(crate) fn reach(&self) -> Range<usize> {
        let start = self.content.iter().map(|piece| piece.start).min().unwrap_or(0);
        let end = self.content.iter().map(|piece| piece.end).max().unwrap_or(0);
        start..end
    }

    /// Puts the pieces in order and leaves out of the content what is source or cue; false when no content
    /// is left.
    pub(crate) fn settle(&mut self) -> bool {
        let parts: Vec<Range<usize>> =
            self.source.iter().chain(self.cue.as_ref()).cloned().collect();
        for part in parts {
            self.content = self.content.drain(..).flat_map(|piece| without(piece, &part)).collect();
        }
        self.content.retain(|piece| !piece.is_empty());
        self.source.retain(|piece| !piece.is_empty());
        order::sort_by(&mut self.content, |piece| (piece.start, 0));
        self.content.dedup();
        !self.content.is_empty()
    }
}

/// What is left of a range when another is cut out.
fn without(piece: Range<usize>, hole: &Range<usize>) -> Vec<Range<usize>> {
    if hole.start >= piece.end || hole.end <= piece.start {
        return vec![piece];
    }
    vec![piece.start..hole.start.max(piece.start), hole.end.min(piece.end)..piece.end]
}
