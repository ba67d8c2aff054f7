//! The words of a lesson’s article: what a learner can point at, and what agreement is counted in.

use std::ops::Range;

use crate::span::Span;
use crate::text::token::{is_apostrophe, is_word_character};

/// The words of `text` as they are written: *don’t*, *U.S*, *3.5* and *self-made* are one each. Every one has a letter or a digit; marks around them
/// belong to none.
pub fn words(text: &str) -> Vec<Span> {
    let mut words: Vec<Span> = Vec::new();
    for (at, character) in text.char_indices().filter(|&(_, c)| is_word_character(c)) {
        let end = at + character.len_utf8();
        match words.last_mut() {
            Some(word) if holds_together(text, word.end, at) => word.end = end,
            _ => words.push(Span::new(at, end)),
        }
    }
    words
}

/// Whether what stands between two letters leaves them in one word: nothing, or a mark that is written inside words.
fn holds_together(text: &str, from: usize, to: usize) -> bool {
    let mut between = Span::new(from, to).of(text).chars();
    match (between.next(), between.next()) {
        (None, _) => true,
        (Some(mark), None) => {
            is_apostrophe(mark) || matches!(mark, '-' | '‑' | '.' | ',' | '&' | '@')
        }
        _ => false,
    }
}

/// The words that a span touches, by their places in the list.
pub fn touched(words: &[Span], span: Span) -> Range<usize> {
    let first = words.partition_point(|word| word.end <= span.start);
    let behind = words.partition_point(|word| word.start < span.end);
    first..behind.max(first)
}

/// The words that any of `spans` touches, each once, in order.
pub(super) fn touched_by(words: &[Span], spans: impl IntoIterator<Item = Span>) -> Vec<usize> {
    let mut all: Vec<usize> = spans.into_iter().flat_map(|span| touched(words, span)).collect();
    all.sort_unstable();
    all.dedup();
    all
}

#[cfg(test)]
mod tests {
    use super::{touched, words};
    use crate::span::Span;

    #[test]
    fn words_are_cut_as_they_are_written() {
        let text = "‘Don’t’—the U.S.’s 3.5-litre self-made … 1,000. “Go,”he AT&T";
        let cut: Vec<&str> = words(text).iter().map(|word| word.of(text)).collect();
        assert_eq!(
            cut,
            ["Don’t", "the", "U.S", "s", "3.5-litre", "self-made", "1,000", "Go", "he", "AT&T"]
        );
        assert!(words("… — “”").is_empty());
    }

    #[test]
    fn a_span_touches_the_words_that_it_shares_a_letter_with() {
        let all = words("one two three");
        assert_eq!(touched(&all, Span::new(2, 5)), 0..2);
        assert_eq!(touched(&all, Span::new(3, 4)), 1..1);
        assert_eq!(touched(&all, Span::new(8, 99)), 2..3);
    }
}
