//! Where something stands in an article: half-open ranges, and the three units in which people count.
//!
//! Inside the engine everything is counted in **bytes** of UTF-8. A page's DOM counts UTF-16 code units,
//! JSON reports count Unicode code points; [`Offsets`] converts, and nothing else does.

use std::ops::Range;

/// A half-open range of byte offsets into the article, `start..end`, both on character boundaries.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// Offset of the first byte.
    pub start: usize,
    /// Offset behind the last byte.
    pub end: usize,
}

impl Span {
    /// The span `start..end`; one that would end before it starts is empty at `start`.
    pub const fn new(start: usize, end: usize) -> Self {
        Self { start, end: if end < start { start } else { end } }
    }

    /// Length in bytes.
    pub const fn len(self) -> usize {
        self.end - self.start
    }

    /// Whether no byte lies inside.
    pub const fn is_empty(self) -> bool {
        self.start >= self.end
    }

    /// Whether the two share at least one byte.
    pub const fn touches(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Whether `other` lies wholly inside.
    pub const fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// The smallest span that holds both.
    pub fn join(self, other: Self) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// The text that stands here; empty when the span is not of this text.
    pub fn of(self, text: &str) -> &str {
        text.get(self.start..self.end).unwrap_or_default()
    }

    /// Moves the span `by` bytes towards the end of the article.
    pub const fn shifted(self, by: usize) -> Self {
        Self { start: self.start + by, end: self.end + by }
    }
}

impl From<Range<usize>> for Span {
    fn from(range: Range<usize>) -> Self {
        Self::new(range.start, range.end)
    }
}

/// A unit in which offsets into a text are counted, other than bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Unicode code points, as in JSON reports and Python.
    CodePoint,
    /// UTF-16 code units, as in the DOM and JavaScript.
    Utf16,
}

/// Converts between byte offsets and another unit, for one text.
///
/// Remembers the place of every 256th byte, so that a look-up costs at most 256 bytes of scanning and the
/// whole table a sixteenth of the text.
///
/// # Example: an em dash counts once
/// ```
/// use whose_words_engine::span::{Offsets, Unit};
/// let offsets = Offsets::new("a—b😀c", Unit::Utf16);
/// assert_eq!(offsets.from_byte(4), 2);
/// assert_eq!(offsets.from_byte(9), 5);
/// assert_eq!(offsets.to_byte(5), 9);
/// ```
#[derive(Clone, Debug)]
pub struct Offsets<'t> {
    text: &'t str,
    unit: Unit,
    /// Units before byte `index * STRIDE` (counted at the first character boundary at or behind it).
    marks: Vec<usize>,
}

/// How many bytes lie between two remembered places.
const STRIDE: usize = 256;

impl<'t> Offsets<'t> {
    /// Measures `text`, in one pass.
    pub fn new(text: &'t str, unit: Unit) -> Self {
        let mut marks = Vec::with_capacity(text.len() / STRIDE + 1);
        let mut units = 0;
        for (byte, character) in text.char_indices() {
            while marks.len() * STRIDE <= byte {
                marks.push(units);
            }
            units += unit.width(character);
        }
        Self { text, unit, marks }
    }

    /// Units before byte offset `byte`; an offset behind the text counts the whole of it.
    pub fn from_byte(&self, byte: usize) -> usize {
        let (from, units) = self.mark(byte / STRIDE);
        let byte = byte.min(self.text.len());
        let passed = self.text.get(from..byte).unwrap_or_default();
        units + passed.chars().map(|c| self.unit.width(c)).sum::<usize>()
    }

    /// The byte offset that has `units` units before it; inside a surrogate pair, that of its character.
    pub fn to_byte(&self, units: usize) -> usize {
        let index = self.marks.partition_point(|&mark| mark <= units).saturating_sub(1);
        let (from, mut passed) = self.mark(index);
        for (byte, character) in self.text.get(from..).unwrap_or_default().char_indices() {
            if passed + self.unit.width(character) > units {
                return from + byte;
            }
            passed += self.unit.width(character);
        }
        self.text.len()
    }

    /// `span` counted in this unit.
    pub fn range(&self, span: Span) -> Range<usize> {
        self.from_byte(span.start)..self.from_byte(span.end)
    }

    /// The character boundary at or behind a remembered place, and the units before it.
    fn mark(&self, index: usize) -> (usize, usize) {
        let index = index.min(self.marks.len().saturating_sub(1));
        let mut byte = (index * STRIDE).min(self.text.len());
        while !self.text.is_char_boundary(byte) {
            byte += 1;
        }
        (byte, self.marks.get(index).copied().unwrap_or(0))
    }
}

impl Unit {
    /// How many units a character takes.
    pub const fn width(self, character: char) -> usize {
        match self {
            Self::CodePoint => 1,
            Self::Utf16 => character.len_utf16(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_agree_with_counting_from_the_start() {
        let text = "é—😀 plain “quoted” ’90s\n".repeat(60);
        for unit in [Unit::CodePoint, Unit::Utf16] {
            let offsets = Offsets::new(&text, unit);
            let mut units = 0;
            for (byte, character) in text.char_indices() {
                assert_eq!(offsets.from_byte(byte), units);
                assert_eq!(offsets.to_byte(units), byte);
                units += unit.width(character);
            }
            assert_eq!(offsets.from_byte(text.len() + 9), units);
            assert_eq!(offsets.to_byte(units + 9), text.len());
        }
    }

    #[test]
    fn touching_needs_a_shared_byte() {
        assert!(Span::new(0, 3).touches(Span::new(2, 5)));
        assert!(!Span::new(0, 3).touches(Span::new(3, 5)));
    }
}
