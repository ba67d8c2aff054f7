//! Windows: the stretches of at most [`WINDOW_TOKENS`] tokens in which everything is read.
//!
//! Short paragraphs are read together, so that each has its neighbours beside it: who is quoted in one is often
//! named in the one before.

use std::collections::VecDeque;
use std::ops::Range;

use super::paragraph::{self, Layout, Paragraph};
use super::quotation::{self, Kind, Surroundings};
use super::{Quotation, Token, sentence, token};
use crate::fold;
use crate::span::Span;

/// The most tokens a window holds; a longer paragraph is read in several windows, cut between sentences.
pub const WINDOW_TOKENS: usize = 512;

/// Paragraphs are read together while they have no more tokens than this. Half of it costs a hundredth of the
/// attributions, twice as much gains none.
const TOGETHER_TOKENS: usize = 256;

/// Paragraphs that are read together, or a part of one where it is longer than [`WINDOW_TOKENS`].
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
    /// The paragraphs as ranges of tokens; they tile the window. The first may be a part of one, and is then
    /// the only one.
    pub paragraphs: Vec<Range<usize>>,
    /// Whether the first of them begins here, rather than in the window before.
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
    layout: Layout,
    /// Where the next paragraph is looked for.
    position: usize,
    /// Quotations left open by the part of a paragraph that was read last.
    open: Vec<Kind>,
    /// Windows that are cut but not yet given.
    ready: VecDeque<Window<'t>>,
}

impl<'t> Windows<'t> {
    /// Begins at the head of the article.
    pub fn new(text: &'t str) -> Self {
        let layout = paragraph::layout(text);
        Self { text, layout, position: 0, open: Vec::new(), ready: VecDeque::new() }
    }

    /// Sees to it that a window is ready; none at the end of the article.
    fn make_ready(&mut self) -> Option<()> {
        while self.ready.is_empty() {
            self.fill()?;
        }
        Some(())
    }

    /// Cuts the next paragraph into windows.
    fn fill(&mut self) -> Option<()> {
        let paragraph = paragraph::next(self.text, self.position, self.layout)?;
        self.position = paragraph.next;
        let body = paragraph.span.of(self.text);
        let tokens = token::tokenise(body, paragraph.span.start);
        let sentences = sentence::sentences(body, paragraph.span.start, &tokens);
        let around = self.surroundings(&paragraph);
        let (quotations, open) = quotation::pair(self.text, &tokens, &around);
        self.open = open;
        let mut opens_paragraph = paragraph.opens;
        for range in cut(&sentences) {
            self.ready.push_back(Window::new(
                self.text,
                &tokens,
                &sentences,
                &quotations,
                range,
                opens_paragraph,
            ));
            opens_paragraph = false;
        }
        Some(())
    }

    /// What the marks of a paragraph need to know of its neighbours.
    fn surroundings(&mut self, paragraph: &Paragraph) -> Surroundings {
        let rest = self.text.get(paragraph.next..).unwrap_or_default();
        let open = std::mem::take(&mut self.open);
        let cut = !rest.trim_start().is_empty() && !paragraph::break_at(rest, self.layout);
        Surroundings {
            open: if paragraph.opens { Vec::new() } else { open },
            cut,
            next_opens_with: quotation::opening_kind(rest.trim_start()),
        }
    }
}

impl<'t> Iterator for Windows<'t> {
    type Item = Window<'t>;

    fn next(&mut self) -> Option<Window<'t>> {
        self.make_ready()?;
        let mut window = self.ready.pop_front()?;
        while let Some(()) = self.make_ready()
            && let Some(next) = self.ready.front()
            && window.tokens.len() + next.tokens.len() <= TOGETHER_TOKENS
        {
            window.append(self.ready.pop_front()?);
        }
        Some(window)
    }
}

impl<'t> Window<'t> {
    /// The part `range` of a paragraph, whose tokens, sentences and quotations are given.
    fn new(
        text: &'t str,
        tokens: &[Token],
        sentences: &[Range<usize>],
        quotations: &[Quotation],
        range: Range<usize>,
        opens_paragraph: bool,
    ) -> Self {
        let tokens: Vec<Token> = tokens.get(range.clone()).unwrap_or_default().to_vec();
        let sentences = sentences.iter().filter_map(|s| within(s, &range)).collect();
        let quotations = quotations
            .iter()
            .filter_map(|quotation| {
                Some(Quotation {
                    tokens: within(&quotation.tokens, &range)?,
                    opens: quotation.opens && quotation.tokens.start >= range.start,
                    closes: quotation.closes && quotation.tokens.end <= range.end,
                    depth: quotation.depth,
                })
            })
            .collect();
        let (folded, folded_ends) = fold(text, &tokens);
        Self {
            text,
            paragraphs: vec![0..tokens.len()],
            opens_paragraph,
            tokens,
            sentences,
            quotations,
            folded,
            folded_ends,
        }
    }

    /// Takes up the window that follows.
    fn append(&mut self, next: Self) {
        let tokens = self.tokens.len();
        let moved = |range: &Range<usize>| range.start + tokens..range.end + tokens;
        self.tokens.extend(next.tokens);
        self.sentences.extend(next.sentences.iter().map(moved));
        self.quotations.extend(
            next.quotations
                .into_iter()
                .map(|quotation| Quotation { tokens: moved(&quotation.tokens), ..quotation }),
        );
        self.paragraphs.extend(next.paragraphs.iter().map(moved));
        let folded = u32::try_from(self.folded.len()).unwrap_or(u32::MAX);
        self.folded.push_str(&next.folded);
        self.folded_ends.extend(next.folded_ends.iter().map(|end| end + folded));
    }

    /// The token at `position` as it stands in the text; empty outside the window.
    pub fn word(&self, position: usize) -> &'t str {
        self.tokens.get(position).map_or("", |token| token.span.of(self.text))
    }

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

    /// The tokens of the outermost quotation that holds the token.
    pub fn outermost_quotation_at(&self, position: usize) -> Option<&Range<usize>> {
        let behind =
            self.quotations.partition_point(|quotation| quotation.tokens.start <= position);
        let before = self.quotations.get(..behind).unwrap_or_default();
        let outermost = before.iter().rev().find(|quotation| quotation.depth == 0)?;
        Some(&outermost.tokens).filter(|tokens| tokens.contains(&position))
    }

    /// Whether the token is the first of a paragraph.
    pub fn begins_paragraph(&self, position: usize) -> bool {
        let index = self.paragraphs.partition_point(|paragraph| paragraph.start < position);
        let begins =
            self.paragraphs.get(index).is_some_and(|paragraph| paragraph.start == position);
        begins && (position > 0 || self.opens_paragraph)
    }

    /// The bytes it spans.
    pub fn span(&self) -> Span {
        match (self.tokens.first(), self.tokens.last()) {
            (Some(first), Some(last)) => first.span.join(last.span),
            _ => Span::default(),
        }
    }
}

/// The part of `inner` that lies in `outer`, counted from the start of `outer`; none when there is none.
fn within(inner: &Range<usize>, outer: &Range<usize>) -> Option<Range<usize>> {
    let start = inner.start.max(outer.start);
    let end = inner.end.min(outer.end);
    (start < end).then(|| start - outer.start..end - outer.start)
}

/// Ranges of at most [`WINDOW_TOKENS`] tokens that end where a sentence does, a longer sentence excepted.
fn cut(sentences: &[Range<usize>]) -> Vec<Range<usize>> {
    let mut windows = Vec::new();
    let mut start = 0;
    let mut end = 0;
    for sentence in sentences {
        if sentence.end - start > WINDOW_TOKENS && end > start {
            windows.push(start..end);
            start = end;
        }
        end = sentence.end;
        while end - start > WINDOW_TOKENS {
            windows.push(start..start + WINDOW_TOKENS);
            start += WINDOW_TOKENS;
        }
    }
    if end > start {
        windows.push(start..end);
    }
    windows
}

/// The folded forms of the tokens in one string, and where each ends.
fn fold(text: &str, tokens: &[Token]) -> (String, Vec<u32>) {
    let mut folded = String::with_capacity(tokens.iter().map(|token| token.span.len()).sum());
    let mut ends = Vec::with_capacity(tokens.len());
    for token in tokens {
        for character in token.span.of(text).chars() {
            match character {
                c if c.is_ascii() => folded.push(c.to_ascii_lowercase()),
                c if token::is_apostrophe(c) => folded.push('\''),
                '‐' | '\u{2011}' => folded.push('-'),
                '\u{AD}' => {}
                c => folded.push(fold::small(c)),
            }
        }
        ends.push(u32::try_from(folded.len()).unwrap_or(u32::MAX));
    }
    (folded, ends)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_paragraph_is_cut_between_sentences() {
        let text = "One two three four five. ".repeat(300);
        let windows: Vec<Window<'_>> = Windows::new(&text).collect();
        assert!(windows.len() >= 4);
        for window in &windows {
            assert!(window.tokens.len() <= WINDOW_TOKENS);
            assert_eq!(window.tokens.len() % 6, 0);
        }
        assert_eq!(windows.iter().filter(|window| window.opens_paragraph).count(), 1);
    }

    #[test]
    fn short_paragraphs_are_read_together() {
        let text = "One “two three.”\n\nFour five.\n\n".repeat(40);
        let windows: Vec<Window<'_>> = Windows::new(&text).collect();
        assert!(windows.len() > 1);
        for window in &windows {
            assert!(window.tokens.len() <= TOGETHER_TOKENS);
            assert_eq!(window.sentences, window.paragraphs);
            for quotation in &window.quotations {
                assert_eq!(window.folded(quotation.tokens.start), "“");
                assert_eq!(window.folded(quotation.tokens.end - 1), "”");
            }
            assert_eq!(window.folded(window.tokens.len() - 1), ".");
        }
        assert_eq!(windows.iter().map(|window| window.paragraphs.len()).sum::<usize>(), 80);
    }

    #[test]
    fn a_quotation_over_windows_is_in_each() {
        let text = format!("“{}” he said.", "One two three four five. ".repeat(200).trim_end());
        let windows: Vec<Window<'_>> = Windows::new(&text).collect();
        assert!(windows.len() > 1);
        assert!(windows.iter().all(|window| window.quotations.len() == 1));
        assert!(windows[0].quotations[0].opens && !windows[0].quotations[0].closes);
        assert!(windows[windows.len() - 1].quotations[0].closes);
    }

    #[test]
    fn folding_lowers_case_and_straightens_apostrophes() {
        let window = Windows::new("DON’T Élan").next().unwrap();
        let folded: Vec<&str> = (0..window.tokens.len()).map(|at| window.folded(at)).collect();
        assert_eq!(folded, ["do", "n't", "élan"]);
    }
}
