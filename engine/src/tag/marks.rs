//! Tags of marks, by rule: what a mark is follows from its shape and, for quotation marks, its quotation.

use super::Tag;
use crate::text::token::TokenKind;
use crate::text::{Token, Window};

/// The tag of each mark of the window; none for words and numbers.
pub(super) fn tags(window: &Window<'_>) -> Vec<Option<Tag>> {
    let mut tags: Vec<Option<Tag>> = (0..window.tokens.len()).map(|at| mark(window, at)).collect();
    for quotation in &window.quotations {
        let first = tags.get_mut(quotation.tokens.start).filter(|_| quotation.opens);
        if let Some(tag) = first {
            *tag = Some(Tag::OpenQuote);
        }
        let last = quotation.tokens.end.checked_sub(1).filter(|_| quotation.closes);
        if let Some(tag) = last.and_then(|last| tags.get_mut(last)) {
            *tag = Some(Tag::CloseQuote);
        }
    }
    tags
}

/// The tag of the mark at `at`, quotations left aside.
fn mark(window: &Window<'_>, at: usize) -> Option<Tag> {
    let token = window.tokens.get(at).filter(|token| token.kind == TokenKind::Mark)?;
    let follows = window.tokens.get(at + 1).is_some_and(|next| next.glued);
    let form = token.span.of(window.text);
    Some(match form {
        "," | "،" => Tag::Comma,
        "." | "!" | "?" | "‽" => Tag::Stop,
        "(" | "[" | "{" => Tag::OpenBracket,
        ")" | "]" | "}" => Tag::CloseBracket,
        ":" | ";" | "…" | "–" | "—" | "―" | "•" => Tag::Colon,
        "“" | "„" | "‟" | "‘" | "‚" | "‛" | "«" | "‹" | "`" | "``" | "‘‘" => {
            Tag::OpenQuote
        }
        "”" | "»" | "›" | "''" | "’’" => Tag::CloseQuote,
        "’" | "'" if is_plural_possessive(window, at, token) => Tag::POS,
        "’" | "'" | "\"" | "＂" if token.glued || !follows => Tag::CloseQuote,
        "’" | "'" | "\"" | "＂" => Tag::OpenQuote,
        "$" | "€" | "£" | "¥" | "₽" | "₹" | "¢" => Tag::Currency,
        "&" => Tag::CC,
        "%" | "‰" | "°" => Tag::NN,
        "/" | "+" | "=" | "×" | "÷" | "±" | "<" | ">" | "~" | "§" | "→" | "^" => Tag::SYM,
        "-" | "‐" | "\u{2011}" | "−" if token.glued && follows => Tag::HYPH,
        "-" | "‐" | "\u{2011}" | "−" => Tag::Colon,
        _ if form.starts_with("..") || form.starts_with("--") => Tag::Colon,
        _ => Tag::Other,
    })
}

/// Whether an apostrophe ends a plural's possessive: *the voters’ choice*.
fn is_plural_possessive(window: &Window<'_>, at: usize, mark: &Token) -> bool {
    let before = at.checked_sub(1).map_or("", |before| window.folded(before));
    mark.glued && before.ends_with(['s', 'z', 'x'])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Windows;

    fn marks(text: &str) -> String {
        let window = Windows::new(text).next().unwrap();
        let names = tags(&window).into_iter().flatten().map(Tag::name);
        names.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn quotation_marks_face_as_their_quotations_do() {
        assert_eq!(marks("His words—’we will win’—were heard."), ": `` '' : .");
        assert_eq!(marks("He said \"yes\" and “no”."), "`` '' `` '' .");
    }

    #[test]
    fn an_apostrophe_behind_a_plural_is_a_possessive() {
        assert_eq!(marks("the voters’ choice"), "POS");
        assert_eq!(marks("‘the voters’ choice’ it was"), "`` POS ''");
    }

    #[test]
    fn each_mark_has_its_tag() {
        assert_eq!(marks("(a), b; 5 % of $3… well - so?"), "-LRB- -RRB- , : NN $ : : .");
        assert_eq!(marks("one & two / three * four"), "CC SYM #");
    }

    #[test]
    fn words_have_none() {
        assert_eq!(marks("nothing here don’t"), "");
    }
}
