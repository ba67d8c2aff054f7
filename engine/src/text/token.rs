//! Tokens: words, numbers and marks, cut as the Penn Treebank cuts them (*do|n’t*, *Putin|’s*).

use crate::span::Span;

/// A word, a number or a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where it stands.
    pub span: Span,
    /// What it is made of.
    pub kind: TokenKind,
    /// Whether it follows the token before it without a blank.
    pub glued: bool,
}

/// What a token is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// Letters first of all: *Putin, n’t, self-made, U.S., ’90s*.
    Word,
    /// Digits first of all: *53, 2,000, 3.5, 1990s*.
    Number,
    /// Anything else, one mark a token, except *...*, *--* and *''*.
    Mark,
}
