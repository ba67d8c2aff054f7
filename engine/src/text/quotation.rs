//! Quotation marks paired by kind: apostrophes told apart, marks that face the wrong way, paragraphs left
//! open and continued. A stray mark spoils nothing but itself.

use std::ops::Range;

use super::Token;
use super::token::TokenKind;
use crate::order;

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

/// What surrounds a paragraph, as far as its quotation marks need to know.
#[derive(Clone, Debug, Default)]
pub(crate) struct Surroundings {
    /// Quotations that the part of the paragraph before this one left open.
    pub(crate) open: Vec<Kind>,
    /// Whether the paragraph goes on in another part.
    pub(crate) cut: bool,
    /// The kind of mark that the next paragraph opens with.
    pub(crate) next_opens_with: Option<Kind>,
}

/// Which marks close which.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// “ ” „ " '' and their like.
    Double,
    /// ‘ ’ ‚ '.
    Single,
    /// « ».
    Guillemet,
    /// ‹ ›.
    SingleGuillemet,
}

/// What a mark does by its shape.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Facing {
    Opening,
    Closing,
    Either,
}

/// The quotations of a paragraph, sorted by their first token, and those that it leaves open for its next
/// part (see [`Surroundings::cut`]).
pub(crate) fn pair(
    text: &str,
    tokens: &[Token],
    around: &Surroundings,
) -> (Vec<Quotation>, Vec<Kind>) {
    let mut pairing = Pairing {
        text,
        tokens,
        open: around
            .open
            .iter()
            .map(|&kind| Open { kind, from: 0, marked: false, provisional: None })
            .collect(),
        found: Vec::new(),
        last_single_close: last_single_close(text, tokens),
    };
    for at in 0..tokens.len() {
        if let Some((kind, facing)) = mark(text, tokens, at) {
            pairing.meet(at, kind, facing);
        }
    }
    let left_open = pairing.finish(around);
    let mut found = pairing.found;
    order::sort_by(&mut found, |quotation| {
        (quotation.tokens.start, order::downwards(quotation.tokens.end))
    });
    set_depths(&mut found);
    (found, left_open)
}

/// The kind of quotation mark that a paragraph beginning here opens with.
pub(crate) fn opening_kind(text: &str) -> Option<Kind> {
    let mut characters = text.chars();
    let first = characters.next()?;
    let second = characters.next()?;
    if second.is_whitespace() {
        return None;
    }
    match first {
        '\'' | '’' | '‘' | '`' if second == first => Some(Kind::Double),
        '’' | '\'' => None,
        _ => shape(first).filter(|&(_, facing)| facing != Facing::Closing).map(|(kind, _)| kind),
    }
}

/// A quotation that has begun.
#[derive(Clone, Copy, Debug)]
struct Open {
    kind: Kind,
    from: usize,
    /// Whether its opening mark is in this paragraph.
    marked: bool,
    /// A single mark behind an *s*, which may be a plural's apostrophe: taken if no better one comes.
    provisional: Option<usize>,
}

/// A walk along the marks of a paragraph.
struct Pairing<'t> {
    text: &'t str,
    tokens: &'t [Token],
    open: Vec<Open>,
    found: Vec<Quotation>,
    /// The last token that can close a single quotation.
    last_single_close: Option<usize>,
}

impl Pairing<'_> {
    fn meet(&mut self, at: usize, kind: Kind, facing: Facing) {
        let opener = self.open.iter().rposition(|open| open.kind == kind);
        let can_open = self.can_open(at, kind);
        let can_close = opener.is_some() && self.can_close(at);
        let closes = match facing {
            Facing::Opening => can_close && !can_open,
            Facing::Closing => can_close || !can_open,
            // A straight mark glued on both sides closes what is open.
            Facing::Either => can_close && (!can_open || self.is_glued_before(at)),
        };
        match opener {
            Some(opener) if closes => self.close(opener, at),
            None if closes => {}
            _ if can_open => self.open_at(at, kind),
            _ => {}
        }
    }

    fn open_at(&mut self, at: usize, kind: Kind) {
        // A second opening mark of a kind leaves the first a stray one.
        if let Some(stray) = self.open.iter().rposition(|open| open.kind == kind) {
            let stray = self.open.remove(stray);
            if let Some(end) = stray.provisional {
                self.push(stray, end + 1, true);
            }
        }
        self.open.push(Open { kind, from: at, marked: true, provisional: None });
    }

    fn close(&mut self, opener: usize, at: usize) {
        if let Some(open) = self.open.get_mut(opener)
            && open.kind == Kind::Single
            && self.tokens.get(at).is_some_and(|token| token.glued)
            && may_be_plural(self.text, self.tokens, at)
        {
            open.provisional = Some(at);
            return;
        }
        // What opened inside and never closed is stray.
        for inner in self.open.split_off(opener + 1) {
            if let Some(end) = inner.provisional {
                self.push(inner, end + 1, true);
            }
        }
        if let Some(open) = self.open.pop() {
            self.push(open, at + 1, true);
        }
    }

    /// Deals with what is still open at the end; returns what runs on into the paragraph's next part.
    fn finish(&mut self, around: &Surroundings) -> Vec<Kind> {
        let mut left_open = Vec::new();
        for open in std::mem::take(&mut self.open) {
            let end = self.tokens.len();
            if let Some(close) = open.provisional {
                self.push(open, close + 1, true);
            } else if around.cut {
                left_open.push(open.kind);
                self.push(open, end, false);
            } else if open.from == 0 || around.next_opens_with == Some(open.kind) {
                // The whole paragraph is quoted, or the quotation goes on with the next one's opening mark.
                self.push(open, end, false);
            }
        }
        left_open
    }

    fn push(&mut self, open: Open, end: usize, closes: bool) {
        // Two marks with nothing between them quote nothing.
        if end > open.from + 2 || (!closes && end > open.from + 1) {
            let tokens = open.from..end;
            self.found.push(Quotation { tokens, opens: open.marked, closes, depth: 0 });
        }
    }

    fn can_open(&self, at: usize, kind: Kind) -> bool {
        let glued_behind = self.tokens.get(at + 1).is_some_and(|next| next.glued);
        let next_is_word = self.tokens.get(at + 1).is_some_and(|next| {
            next.kind != TokenKind::Mark
                || !matches!(next.span.of(self.text), "," | "." | ";" | "!" | "?" | ")" | "]" | "”")
        });
        let closing_to_come = kind != Kind::Single || self.last_single_close > Some(at + 1);
        glued_behind && next_is_word && !self.is_glued_before(at) && closing_to_come
    }

    fn can_close(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.glued)
            || !self.tokens.get(at + 1).is_some_and(|next| next.glued)
    }

    /// Whether a word or a closing mark stands right before: an opening mark follows a blank, a dash or
    /// another opening mark.
    fn is_glued_before(&self, at: usize) -> bool {
        let Some(token) = self.tokens.get(at) else { return false };
        let Some(before) = at.checked_sub(1).and_then(|before| self.tokens.get(before)) else {
            return false;
        };
        let before = before.span.of(self.text);
        token.glued
            && !matches!(
                before,
                "—" | "–"
                    | "--"
                    | "---"
                    | "-"
                    | "("
                    | "["
                    | "“"
                    | "‘"
                    | "\""
                    | "'"
                    | "«"
                    | "/"
                    | "`"
                    | "``"
                    | "''"
                    | "…"
                    | ":"
            )
    }
}

/// The kind and shape of the token's quotation mark, if it is one.
fn mark(text: &str, tokens: &[Token], at: usize) -> Option<(Kind, Facing)> {
    let token = tokens.get(at)?;
    if token.kind != TokenKind::Mark {
        return None;
    }
    let mark = token.span.of(text);
    match mark {
        "''" | "’’" => return Some((Kind::Double, Facing::Either)),
        "``" | "‘‘" => return Some((Kind::Double, Facing::Opening)),
        _ => {}
    }
    let (kind, facing) = shape(mark.chars().next()?)?;
    // Feet and inches: *5' 10"*.
    let after_number = at.checked_sub(1).and_then(|before| tokens.get(before));
    let measure = matches!(mark, "\"" | "'")
        && token.glued
        && after_number.is_some_and(|before| before.kind == TokenKind::Number)
        && tokens.get(at + 1).is_some_and(|next| !next.glued && next.kind != TokenKind::Mark);
    (!measure || kind == Kind::Double).then_some((kind, facing))
}

fn shape(character: char) -> Option<(Kind, Facing)> {
    Some(match character {
        '“' | '„' | '‟' => (Kind::Double, Facing::Opening),
        '”' => (Kind::Double, Facing::Closing),
        '"' | '＂' => (Kind::Double, Facing::Either),
        '‘' | '‚' | '‛' => (Kind::Single, Facing::Opening),
        '’' => (Kind::Single, Facing::Closing),
        '\'' | '`' => (Kind::Single, Facing::Either),
        '«' => (Kind::Guillemet, Facing::Opening),
        '»' => (Kind::Guillemet, Facing::Closing),
        '‹' => (Kind::SingleGuillemet, Facing::Opening),
        '›' => (Kind::SingleGuillemet, Facing::Closing),
        _ => return None,
    })
}

/// The last token of the paragraph that can close a single quotation: glued to what is before it, with a
/// blank, a mark or nothing behind it.
fn last_single_close(text: &str, tokens: &[Token]) -> Option<usize> {
    (0..tokens.len()).rev().find(|&at| {
        matches!(mark(text, tokens, at), Some((Kind::Single, Facing::Closing | Facing::Either)))
            && tokens.get(at).is_some_and(|token| token.glued)
            && tokens.get(at + 1).is_none_or(|next| !next.glued || next.kind == TokenKind::Mark)
    })
}

/// Whether a closing single mark may as well be the apostrophe of a plural: *the voters’ choice*.
fn may_be_plural(text: &str, tokens: &[Token], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| tokens.get(before));
    let ends_in_s = before.is_some_and(|token| token.span.of(text).ends_with(['s', 'S', 'z']));
    let word_follows = tokens
        .get(at + 1)
        .is_some_and(|next| !next.glued && next.span.of(text).starts_with(char::is_lowercase));
    ends_in_s && word_follows
}

/// Counts for each quotation how many others hold it. They are sorted and nested or apart.
fn set_depths(quotations: &mut [Quotation]) {
    let mut ends: Vec<usize> = Vec::new();
    for quotation in quotations {
        while ends.last().is_some_and(|&end| end <= quotation.tokens.start) {
            ends.pop();
        }
        quotation.depth = ends.len();
        ends.push(quotation.tokens.end);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::token::tokenise;

    fn quoted(text: &str) -> Vec<&str> {
        quoted_with(text, &Surroundings::default())
    }

    fn quoted_with<'t>(text: &'t str, around: &Surroundings) -> Vec<&'t str> {
        let tokens = tokenise(text, 0);
        let (found, _) = pair(text, &tokens, around);
        found
            .into_iter()
            .map(|q| tokens[q.tokens.start].span.join(tokens[q.tokens.end - 1].span).of(text))
            .collect()
    }

    #[test]
    fn each_kind_pairs_with_its_own() {
        assert_eq!(
            quoted("He said “yes” and \"no\" and ''so'' and «da» and „gut“."),
            ["“yes”", "\"no\"", "''so''", "«da»", "„gut“"]
        );
        assert_eq!(
            quoted("“He called it ‘a farce’ twice,” she said."),
            ["“He called it ‘a farce’ twice,”", "‘a farce’"]
        );
    }

    #[test]
    fn apostrophes_are_not_marks() {
        assert!(quoted("The voters’ choice in the ’90s wasn't O'Brien's.").is_empty());
        assert_eq!(quoted("‘the voters’ choice’ it was"), ["‘the voters’ choice’"]);
        assert_eq!(quoted("a plea to ‘protect our homes’ and leave"), ["‘protect our homes’"]);
    }

    #[test]
    fn a_mark_may_face_the_wrong_way() {
        assert_eq!(
            quoted("His words—’the people will not forget’—elevate it."),
            ["’the people will not forget’"]
        );
        assert_eq!(quoted("”Yes,” he said."), ["”Yes,”"]);
    }

    #[test]
    fn a_stray_mark_spoils_nothing() {
        assert_eq!(quoted("He said “yes and left. “No,” she said."), ["“No,”"]);
        assert_eq!(quoted("A board of 12\" by 3\" and \"wood\"."), ["\"wood\""]);
        assert_eq!(quoted("It ended” there, “so they say,” he said."), ["“so they say,”"]);
    }

    #[test]
    fn paragraphs_run_on() {
        let next = Surroundings { next_opens_with: Some(Kind::Double), ..Surroundings::default() };
        assert_eq!(quoted_with("She said: “We came. We saw.", &next), ["“We came. We saw."]);
        assert!(quoted("She said: “We came. We saw.").is_empty());
        assert_eq!(quoted("“We came. We saw."), ["“We came. We saw."]);
    }
}
