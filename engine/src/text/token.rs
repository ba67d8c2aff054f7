//! Tokens: words, numbers and marks, cut as the Penn Treebank cuts them (*do|n’t*, *Putin|’s*).

use crate::fold::folded;
use crate::lexicon;
use crate::span::Span;

/// Cuts `text` into tokens; `offset` is where it begins in the article. Blanks belong to no token.
pub(crate) fn tokenise(text: &str, offset: usize) -> Vec<Token> {
    let mut tokens = Vec::with_capacity(text.len() / 5);
    let mut end_of_last = None;
    let mut scanner = Scanner { text, position: 0 };
    while let Some(piece) = scanner.next_piece() {
        for (span, kind) in split(text, piece) {
            let glued = end_of_last == Some(span.start);
            end_of_last = Some(span.end);
            tokens.push(Token { span: span.shifted(offset), kind, glued });
        }
    }
    tokens
}

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

/// Whether a character can stand inside a word.
pub(crate) fn is_word_character(character: char) -> bool {
    character.is_alphanumeric()
        || character == '_'
        || matches!(character, '\u{300}'..='\u{36F}' | '\u{1AB0}'..='\u{1AFF}' | '\u{20D0}'..='\u{20FF}')
}

/// Straight and curly single marks, which may be apostrophes.
pub(crate) fn is_apostrophe(character: char) -> bool {
    matches!(character, '\'' | '’' | '‘' | 'ʼ' | '＇')
}

/// Walks the text piece by piece; a piece is a word with everything glued into it, or a mark.
struct Scanner<'t> {
    text: &'t str,
    position: usize,
}

impl Scanner<'_> {
    fn next_piece(&mut self) -> Option<(Span, TokenKind)> {
        let rest = self.rest();
        let blanks = rest.len() - rest.trim_start().len();
        self.position += blanks;
        let start = self.position;
        let first = self.rest().chars().next()?;
        if let Some(length) = address_length(self.rest()) {
            self.position += length;
            return Some((Span::new(start, self.position), TokenKind::Word));
        }
        let elided = is_apostrophe(first) && self.elision_follows(start, first);
        let named = matches!(first, '@' | '#') && self.letter_at(start + 1);
        if is_word_character(first) || elided || named {
            self.position += first.len_utf8();
            self.word();
            let kind = if first.is_numeric() { TokenKind::Number } else { TokenKind::Word };
            return Some((Span::new(start, self.position), kind));
        }
        self.position += mark_length(self.rest(), first);
        Some((Span::new(start, self.position), TokenKind::Mark))
    }

    /// Goes on to the end of the word that has begun.
    fn word(&mut self) {
        while let Some(character) = self.rest().chars().next() {
            let next = self.position + character.len_utf8();
            let goes_on = match character {
                c if is_word_character(c) => true,
                '-' | '‐' | '\u{2011}' | '\u{AD}' | '&' => self.letter_at(next),
                c if is_apostrophe(c) => self.letter_at(next),
                ',' | ':' => self.digit_before(self.position) && self.digit_at(next),
                '.' => {
                    (self.digit_before(self.position) && self.digit_at(next))
                        || self.full_stop_belongs(next)
                }
                _ => false,
            };
            if !goes_on {
                break;
            }
            self.position = next;
        }
    }

    /// Whether the full stop before `next` is part of the word: *U.S.*, *Mr.*, *example.com*.
    fn full_stop_belongs(&self, next: usize) -> bool {
        let floor =
            self.text.floor_char_boundary((next - 1).saturating_sub(2 * LONGEST_ABBREVIATION));
        let before = self.text.get(floor..next - 1).unwrap_or_default();
        let word =
            before.rsplit(|c: char| !(is_word_character(c) || c == '.')).next().unwrap_or_default();
        let last_part = word.rsplit('.').next().unwrap_or_default();
        let single = last_part.chars().count() == 1 && last_part.chars().all(char::is_alphabetic);
        if single && (word.len() > last_part.len() || last_part.chars().all(char::is_uppercase)) {
            // An initial, or one more letter of *U.S.*; *I.* is the pronoun unless letters follow.
            return last_part != "I" || word.len() > 1 || self.letter_at(next);
        }
        if single && self.initial_at(next) {
            return true;
        }
        if last_part.len() > 1 && word.len() <= LONGEST_ABBREVIATION && self.letter_at(next) {
            // *example.com*, but not a blank that was forgotten: *the end.The next*.
            let following = self.text.get(next..).and_then(|rest| rest.chars().next());
            return following.is_some_and(char::is_lowercase);
        }
        if word.len() > LONGEST_ABBREVIATION {
            return false;
        }
        match lexicon::abbreviation(&folded(word)) {
            // *No. 5* and *Jan. 5*, but *he said no.*
            Some(lexicon::Abbreviation::BeforeNumber) => {
                let rest = self.text.get(next..).unwrap_or_default().trim_start();
                rest.starts_with(|c: char| c.is_ascii_digit())
            }
            Some(_) => true,
            None => false,
        }
    }

    /// Whether an apostrophe at the head of a word stands for what was left out: *’90s*, *’em*.
    fn elision_follows(&self, start: usize, mark: char) -> bool {
        let rest = self.text.get(start + mark.len_utf8()..).unwrap_or_default();
        let end = rest.find(|c: char| !is_word_character(c)).unwrap_or(rest.len());
        let word = rest.get(..end).unwrap_or_default();
        let digits = word.trim_end_matches('s');
        let decade = digits.len() == 2 && digits.bytes().all(|b| b.is_ascii_digit());
        decade || (word.len() <= 7 && lexicon::elision(&folded(word)))
    }

    /// Whether one letter and a full stop stand here, as after *p.* in *p.m.*
    fn initial_at(&self, position: usize) -> bool {
        let mut characters = self.text.get(position..).unwrap_or_default().chars();
        characters.next().is_some_and(char::is_alphabetic) && characters.next() == Some('.')
    }

    fn rest(&self) -> &str {
        self.text.get(self.position..).unwrap_or_default()
    }

    fn letter_at(&self, position: usize) -> bool {
        self.text.get(position..).and_then(|t| t.chars().next()).is_some_and(is_word_character)
    }

    fn digit_at(&self, position: usize) -> bool {
        self.text.as_bytes().get(position).is_some_and(u8::is_ascii_digit)
    }

    fn digit_before(&self, position: usize) -> bool {
        position.checked_sub(1).is_some_and(|before| self.digit_at(before))
    }
}

/// The longest word (in bytes) that may keep its full stop as an abbreviation; *Massachusetts.* is longer.
const LONGEST_ABBREVIATION: usize = 12;

/// The length of a web or mail address at the head of `rest`, up to the next blank, closing marks left out.
fn address_length(rest: &str) -> Option<usize> {
    let is_address = ["http://", "https://", "www."].iter().any(|head| rest.starts_with(head));
    if !is_address {
        return None;
    }
    let end =
        rest.find(|c: char| c.is_whitespace() || "<>\"“”«»".contains(c)).unwrap_or(rest.len());
    let address = rest.get(..end)?.trim_end_matches(|c: char| ".,;:!?)]}'’".contains(c));
    (address.len() > 4).then_some(address.len())
}

/// The length of a mark: three stops, two or more hyphens and two single quotes make one token.
fn mark_length(rest: &str, first: char) -> usize {
    let run = rest.chars().take(4).take_while(|&c| c == first).count();
    match (first, run) {
        ('.', 2..) | ('-', 2..) => run,
        ('\'' | '`' | '’' | '‘', 2..) => 2 * first.len_utf8(),
        _ => first.len_utf8(),
    }
}

/// Splits what a clitic is glued to: *do|n’t*, *he|’ll*, *Putin|’s*.
fn split(text: &str, (span, kind): (Span, TokenKind)) -> impl Iterator<Item = (Span, TokenKind)> {
    let cut = match kind {
        TokenKind::Word | TokenKind::Number => {
            clitic_start(span.of(text)).map(|at| span.start + at)
        }
        TokenKind::Mark => None,
    };
    let (head, tail) = match cut {
        Some(cut) => (Span::new(span.start, cut), Some(Span::new(cut, span.end))),
        None => (span, None),
    };
    std::iter::once((head, kind)).chain(tail.map(|span| (span, TokenKind::Word)))
}

/// Where the clitic of a word begins, if it has one that leaves something before it.
fn clitic_start(word: &str) -> Option<usize> {
    let (at, apostrophe) = word.char_indices().rev().take(4).find(|&(_, c)| is_apostrophe(c))?;
    let tail = word.get(at + apostrophe.len_utf8()..)?;
    let negated = tail.eq_ignore_ascii_case("t")
        && word.get(..at).is_some_and(|head| head.ends_with(['n', 'N']) && head.len() > 1);
    if negated {
        return Some(at - 1);
    }
    let clitic = ["s", "m", "d", "re", "ve", "ll"].iter().any(|c| tail.eq_ignore_ascii_case(c));
    (clitic && at > 0).then_some(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<&str> {
        tokenise(text, 0).into_iter().map(|token| token.span.of(text)).collect()
    }

    #[test]
    fn clitics_are_tokens() {
        assert_eq!(
            words("He doesn’t say Putin’s won't."),
            ["He", "does", "n’t", "say", "Putin", "’s", "wo", "n't", "."]
        );
    }

    #[test]
    fn names_keep_their_apostrophes_and_plurals_lose_theirs() {
        assert_eq!(words("O’Brien’s voters’ choice"), ["O’Brien", "’s", "voters", "’", "choice"]);
    }

    #[test]
    fn decades_and_elisions_are_words() {
        assert_eq!(
            words("the ’90s, tell ’em: ‘no’"),
            ["the", "’90s", ",", "tell", "’em", ":", "‘", "no", "’"]
        );
    }

    #[test]
    fn abbreviations_keep_their_stop() {
        assert_eq!(
            words("Mr. J. K. Lee of the U.S. paid $2,000.50 at 5 p.m. on"),
            [
                "Mr.", "J.", "K.", "Lee", "of", "the", "U.S.", "paid", "$", "2,000.50", "at", "5",
                "p.m.", "on"
            ]
        );
        assert_eq!(
            words("So did I. The end.The next."),
            ["So", "did", "I", ".", "The", "end", ".", "The", "next", "."]
        );
    }

    #[test]
    fn marks_stand_alone() {
        assert_eq!(
            words("words—’the ''so''... (1–2) well-known and/or"),
            [
                "words",
                "—",
                "’",
                "the",
                "''",
                "so",
                "''",
                "...",
                "(",
                "1",
                "–",
                "2",
                ")",
                "well-known",
                "and",
                "/",
                "or"
            ]
        );
    }

    #[test]
    fn addresses_are_one_token() {
        assert_eq!(
            words("See https://a.example/x?y=1, by @Reuters #now."),
            ["See", "https://a.example/x?y=1", ",", "by", "@Reuters", "#now", "."]
        );
    }
}
