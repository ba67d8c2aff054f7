//! What was found in a window, in tokens, before it is named.

use std::ops::Range;

use super::network::Link;
use crate::tag::Passage;

/// A source, a cue and content that belong together; ranges are tokens of the window.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Found {
    /// The source; empty when nobody is named.
    pub(crate) source: Vec<Range<usize>>,
    /// The cue.
    pub(crate) cue: Option<Range<usize>>,
    /// The content; at least one range that is not empty, in the order of the text.
    pub(crate) content: Vec<Range<usize>>,
}

impl Found {
    /// What the network linked.
    pub(crate) fn of(link: Link) -> Self {
        Self {
            source: link.source.into_iter().collect(),
            cue: link.cue,
            content: link.contents,
        }
    }

    /// Whether every piece of content begins with a quotation mark or inside a quotation.
    pub(crate) fn is_quoted(&self, passage: &Passage<'_>) -> bool {
        self.content.iter().all(|piece| quotation_at(passage, piece.start).is_some())
    }
}

/// The outermost quotation that holds the token.
pub(crate) fn quotation_at<'p>(passage: &'p Passage<'_>, at: usize) -> Option<&'p Range<usize>> {
    let quotations = &passage.window.quotations;
    let behind = quotations.partition_point(|quotation| quotation.tokens.start <= at);
    let before = quotations.get(..behind).unwrap_or_default();
    let outermost = before.iter().rev().find(|quotation| quotation.depth == 0)?;
    outermost.tokens.contains(&at).then_some(&outermost.tokens)
}
