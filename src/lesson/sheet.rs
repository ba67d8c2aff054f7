//! A lesson’s article laid out for pointing: its paragraphs, its words, and the stretch that words stand for.

use std::ops::Range;

use whose_words_engine::lesson::words::words;
use whose_words_engine::span::Span;
use whose_words_engine::text::paragraph::paragraphs;

/// An article in words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    /// Its words in order.
    pub words: Vec<Span>,
    /// Its paragraphs that have words, each with those.
    pub paragraphs: Vec<Paragraph>,
}

/// A paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paragraph {
    /// Where it stands.
    pub span: Span,
    /// Its words, by their places in the list; at least one.
    pub words: Range<usize>,
}

impl Sheet {
    /// Lays out `text`.
    pub fn new(text: &str) -> Self {
        let words = words(text);
        let paragraphs = paragraphs(text).map(|span| {
            let first = words.partition_point(|word| word.start < span.start);
            let behind = words.partition_point(|word| word.start < span.end);
            Paragraph { span, words: first..behind }
        });
        let paragraphs = paragraphs.filter(|paragraph| !paragraph.words.is_empty()).collect();
        Self { words, paragraphs }
    }

    /// Where some words stand, with the quotation marks that are written close to them: who marks all that is quoted means the
    /// marks too. Nothing where there are no such words.
    pub fn span(&self, text: &str, words: &Range<usize>) -> Span {
        let inside = self.words.get(words.clone()).unwrap_or_default();
        let (Some(first), Some(last)) = (inside.first(), inside.last()) else {
            return Span::default();
        };
        let before = text.get(..first.start).unwrap_or_default();
        let start = before.trim_end_matches(is_opening).len();
        let behind = text.get(last.end..).unwrap_or_default();
        let glued = behind.split(char::is_whitespace).next().unwrap_or_default();
        let points = glued.trim_start_matches(is_point);
        let marks = points.len() - points.trim_start_matches(is_closing).len();
        // A full stop is the sentence’s, unless a quotation mark behind it makes it the quotation’s.
        let end = if marks == 0 { last.end } else { last.end + glued.len() - points.len() + marks };
        Span::new(start, end)
    }
}

const fn is_opening(character: char) -> bool {
    matches!(character, '“' | '‘' | '„' | '«' | '"' | '\'')
}

const fn is_closing(character: char) -> bool {
    matches!(character, '”' | '’' | '“' | '»' | '"' | '\'')
}

const fn is_point(character: char) -> bool {
    matches!(character, ',' | '.' | '!' | '?' | '…' | ';' | '—')
}

#[cfg(test)]
mod tests {
    use super::Sheet;

    fn stretch(text: &str, from: usize, to: usize) -> &str {
        Sheet::new(text).span(text, &(from..to)).of(text)
    }

    #[test]
    fn quotation_marks_close_to_words_go_with_them() {
        let text = "“Go now,” she said. ‘No’—never; 'tis \"so\".";
        assert_eq!(stretch(text, 0, 2), "“Go now,”");
        assert_eq!(stretch(text, 1, 2), "now,”");
        assert_eq!(stretch(text, 2, 4), "she said");
        assert_eq!(stretch(text, 4, 5), "‘No’");
        assert_eq!(stretch(text, 7, 8), "\"so\"");
        assert_eq!(stretch(text, 8, 9), "");
    }

    #[test]
    fn paragraphs_have_their_words() {
        let sheet = Sheet::new("One two.\n\n* * *\nThree.");
        let words: Vec<_> =
            sheet.paragraphs.iter().map(|paragraph| paragraph.words.clone()).collect();
        assert_eq!(words, [0..2, 2..3]);
        assert!(Sheet::new(" … ").paragraphs.is_empty());
    }
}
