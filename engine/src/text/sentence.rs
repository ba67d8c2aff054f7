//! Sentences: the boundaries of Unicode (UAX #29), put right where a stop ends an abbreviation, an initial
//! or a quoted question that the sentence goes on behind.

use std::ops::Range;

use icu_segmenter::SentenceSegmenter;
use icu_segmenter::options::SentenceBreakInvariantOptions;

use super::Token;
use super::token::TokenKind;
use crate::fold::folded;
use crate::lexicon;

/// The sentences of a paragraph as ranges of its tokens; they tile the tokens.
///
/// `paragraph` is the paragraph's text and `offset` where it begins in the article.
pub(crate) fn sentences(paragraph: &str, offset: usize, tokens: &[Token]) -> Vec<Range<usize>> {
    // A line break inside a paragraph is a blank (it was wrapped by hand); both are one byte long.
    let joined = paragraph.replace(['\n', '\r'], " ");
    let segmenter = SentenceSegmenter::new(SentenceBreakInvariantOptions::default());
    let mut sentences = Vec::new();
    let mut start = 0;
    let mut position = 0;
    for boundary in segmenter.segment_str(&joined) {
        while tokens.get(position).is_some_and(|token| token.span.start < offset + boundary) {
            position += 1;
        }
        let at_end = position == tokens.len();
        if position > start && (at_end || ends_here(paragraph, offset, tokens, position)) {
            sentences.push(start..position);
            start = position;
        }
    }
    if start < tokens.len() {
        sentences.push(start..tokens.len());
    }
    sentences
}

/// Whether a sentence really ends before the token at `next`, where Unicode sees a boundary.
fn ends_here(paragraph: &str, offset: usize, tokens: &[Token], next: usize) -> bool {
    let word = |at: usize| -> &str {
        tokens.get(at).map_or("", |token| {
            paragraph.get(token.span.start - offset..token.span.end - offset).unwrap_or_default()
        })
    };
    let following = word(next);
    let before = word(next - 1);

    // A mark glued to what is before it belongs there: the closing quotation mark behind a full stop.
    let glued_mark =
        tokens.get(next).is_some_and(|token| token.glued && token.kind == TokenKind::Mark);
    if glued_mark && !opens_something(following) {
        return false;
    }

    // *“Is it so?” he asked* goes on, as does *Yahoo! shares* in small letters.
    if following.starts_with(char::is_lowercase) {
        return false;
    }

    // Only an abbreviation keeps its stop within the token.
    if !before.ends_with('.') || before.starts_with('.') {
        return true;
    }
    let opener = lexicon::sentence_opener(&folded(following));
    match lexicon::abbreviation(&folded(before.trim_end_matches('.'))) {
        Some(lexicon::Abbreviation::BeforeName | lexicon::Abbreviation::BeforeNumber) => false,
        // *the U.S. Senate*, but *in the U.S. The*; a single initial likewise: *J. Lee*, *plan B. The*.
        _ => opener || opens_something(following),
    }
}

/// Whether a mark opens a quotation or a bracket.
fn opens_something(mark: &str) -> bool {
    matches!(mark, "“" | "‘" | "«" | "(" | "[" | "\"" | "``" | "''")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::token::tokenise;

    fn cut(text: &str) -> Vec<&str> {
        let tokens = tokenise(text, 0);
        sentences(text, 0, &tokens)
            .into_iter()
            .map(|s| tokens[s.start].span.join(tokens[s.end - 1].span).of(text))
            .collect()
    }

    #[test]
    fn abbreviations_and_initials_do_not_end_a_sentence() {
        for one in [
            "Mr. Smith met Sen. J. K. Lee at 5 p.m. Tuesday.",
            "The U.S. Senate met.",
            "It cost $3.50 in Jan. 2015, No. 5 said.",
            "“Is it so?” he asked.",
            "Acme Inc. Chairman Lee left.",
        ] {
            assert_eq!(cut(one), [one]);
        }
    }

    #[test]
    fn sentences_end() {
        assert_eq!(cut("He lives in the U.S. The end."), ["He lives in the U.S.", "The end."]);
        assert_eq!(cut("“No.” She left."), ["“No.”", "She left."]);
        assert_eq!(cut("He left. “No,” she said."), ["He left.", "“No,” she said."]);
        assert_eq!(cut("So did I. We left! Why?"), ["So did I.", "We left!", "Why?"]);
    }
}
