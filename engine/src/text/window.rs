//! Windows: the stretches of at most [`WINDOW_TOKENS`] tokens in which everything is read.

use std::ops::Range;

use crate::span::Span;
use super::{Quotation, Token};

/// The most tokens a window holds; a longer paragraph is read in several windows, cut between sentences.
pub const WINDOW_TOKENS: usize = 512;

/// A paragraph, or a part of one where it is longer than [`WINDOW_TOKENS`].
#[derive(Clone, Debug)]
pub struct Window<'t> {
    /// The whole article.
    pub text: &'t str,
    /// The tokens.
    pub tokens: Vec<Token>,
    /// The sentences as ranges of tokens; they tile the window.
    pub sentences: Vec<Range<usize>>,
    /// The quotations, sorted by their first token.
    pub quotations: Vec<Quotation>,
    /// Whether the window begins a paragraph.
    pub opens_paragraph: bool,
    /// The folded forms of all tokens, one after the other.
    folded: String,
    /// Where each token's folded form ends in `folded`.
    folded_ends: Vec<u32>,
}

/// The windows of an article, in order.
#[derive(Clone, Debug)]
pub struct Windows<'t> {
    text: &'t str,
    /// Where the next window begins.
    position: usize,
}

impl<'t> Window<'t> {
    /// The token at `position` in lower case with straight apostrophes; empty outside the window.
    pub fn folded(&self, position: usize) -> &str {
        let start = match position.checked_sub(1) {
            Some(before) => self.folded_ends.get(before).copied().unwrap_or(0),
            None => 0,
        };
        let end = self.folded_ends.get(position).copied().unwrap_or(start);
        self.folded.get(start as usize..end as usize).unwrap_or_default()
    }

    /// The innermost quotation that holds the token.
    pub fn quotation_at(&self, position: usize) -> Option<&Quotation> {
        self.quotations.iter().rev().find(|quotation| quotation.tokens.contains(&position))
    }

    /// The bytes it spans.
    pub fn span(&self) -> Span {
        match (self.tokens.first(), self.tokens.last()) {
            (Some(first), Some(last)) => first.span.join(last.span),
            _ => Span::default(),
        }
    }
}
