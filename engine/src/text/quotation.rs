//! Quotation marks paired by kind, apostrophes told apart, paragraphs left open and continued.

use std::ops::Range;

/// A stretch in quotation marks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quotation {
    /// Its tokens within the window, marks included.
    pub tokens: Range<usize>,
    /// Whether it opens with a mark in this window; else it runs on from the window before.
    pub opens: bool,
    /// Whether it closes with a mark in this window; else it runs on into the next.
    pub closes: bool,
    /// How many other quotations hold it: 0 for an outermost one.
    pub depth: usize,
}
