//! Paragraphs: where one begins and ends, in text with one line a paragraph and in text that was wrapped
//! by hand.

use crate::span::Span;

/// The longest stretch (in bytes) that is taken for one paragraph; a longer one is cut at a blank. No
/// paragraph of a newspaper comes near; what does is a text without line breaks.
const LONGEST: usize = 16 * 1024;

/// How an article shows its paragraphs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Layout {
    /// Every line break ends one.
    Lines,
    /// Lines were broken by hand at a width; a blank line ends one.
    Wrapped,
}

/// A paragraph, or a part of one longer than [`LONGEST`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Paragraph {
    /// Without the blanks around it; never empty.
    pub(crate) span: Span,
    /// Whether it begins where a paragraph does, rather than where a long one was cut.
    pub(crate) opens: bool,
    /// Where to look for the next.
    pub(crate) next: usize,
}

/// Decides how the article shows its paragraphs, from the line breaks of its first part.
///
/// Hand-wrapped lines are of similar length, seldom end a sentence, and have blank lines between
/// paragraphs; headlines and one-line paragraphs are not and do not.
pub(crate) fn layout(text: &str) -> Layout {
    let mut inner = 0;
    let mut wrapped = 0;
    let mut lines = text.lines().take(400).peekable();
    while let Some(line) = lines.next() {
        let Some(next) = lines.peek() else { break };
        if line.trim().is_empty() || next.trim().is_empty() {
            continue;
        }
        inner += 1;
        let ends_sentence = line.trim_end().ends_with(['.', '!', '?', '”', '"', ':', '’', ')']);
        let width = line.trim_end().chars().count();
        wrapped += usize::from((40..=100).contains(&width) && !ends_sentence);
    }
    // Two lines may be a headline and its standfirst; of prose wrapped by hand only the odd line ends a
    // sentence by chance.
    if inner >= 3 && wrapped * 10 >= inner * 7 { Layout::Wrapped } else { Layout::Lines }
}

/// Where the article's paragraphs stand, in order; what lies between them is blank. One longer than
/// [`LONGEST`] comes in parts.
pub fn paragraphs(text: &str) -> impl Iterator<Item = Span> + '_ {
    let layout = layout(text);
    let first = next(text, 0, layout);
    std::iter::successors(first, move |before| next(text, before.next, layout))
        .map(|paragraph| paragraph.span)
}

/// The first paragraph at or behind `position`; none when only blanks are left.
pub(crate) fn next(text: &str, position: usize, layout: Layout) -> Option<Paragraph> {
    let rest = text.get(position..)?;
    let start = position + (rest.len() - rest.trim_start().len());
    let body = text.get(start..)?;
    if body.is_empty() {
        return None;
    }
    let opens = position == 0 || break_at(rest, layout);
    let limit = body.floor_char_boundary(LONGEST.min(body.len()));
    let head = body.get(..limit)?;
    let end = match head.char_indices().find(|&(at, c)| {
        is_line_break(c) && body.get(at..).is_some_and(|rest| break_at(rest, layout))
    }) {
        Some((end, _)) => end,
        None if limit == body.len() => limit,
        None => cut(head),
    };
    let span = Span::new(start, start + body.get(..end)?.trim_end().len());
    Some(Paragraph { span, opens, next: start + end })
}

/// Where a stretch without line breaks is cut: where a sentence seems to end, else at a blank, else at its
/// very end.
fn cut(head: &str) -> usize {
    let blanks = || head.char_indices().rev().filter(|&(at, c)| at > 0 && c.is_whitespace());
    let ends_sentence = |&(at, _): &(usize, char)| {
        head.get(..at).is_some_and(|before| {
            before.trim_end_matches(['”', '"', '’', '\'', ')']).ends_with(['.', '!', '?'])
        })
    };
    let found = blanks().find(ends_sentence).or_else(|| blanks().next());
    found.map_or(head.len(), |(at, _)| at)
}

/// Whether what is left of the article begins with the end of a paragraph.
pub(crate) fn break_at(rest: &str, layout: Layout) -> bool {
    match layout {
        Layout::Lines => rest.starts_with(is_line_break),
        Layout::Wrapped => rest
            .trim_start_matches(['\r', ' ', '\t'])
            .strip_prefix('\n')
            .is_some_and(|line| line.trim_start_matches([' ', '\t', '\r']).starts_with('\n')),
    }
}

fn is_line_break(character: char) -> bool {
    matches!(character, '\n' | '\r' | '\u{2028}' | '\u{2029}' | '\u{85}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paragraphs(text: &str) -> Vec<&str> {
        let layout = layout(text);
        let mut position = 0;
        let mut found = Vec::new();
        while let Some(paragraph) = next(text, position, layout) {
            found.push(paragraph.span.of(text));
            position = paragraph.next;
        }
        found
    }

    #[test]
    fn a_line_is_a_paragraph() {
        assert_eq!(paragraphs("One line.\nTwo.\r\n\n  Three \n"), ["One line.", "Two.", "Three"]);
    }

    #[test]
    fn hand_wrapped_lines_are_joined() {
        let line = "The committee met on Tuesday in the old town hall and\n";
        let text = format!("{line}{line}{line}{line}went home.\n\nNo one spoke.\n");
        assert_eq!(paragraphs(&text).len(), 2);
    }

    #[test]
    fn a_text_without_line_breaks_is_cut_at_blanks() {
        let text = "word ".repeat(10_000);
        let found = paragraphs(&text);
        assert!(found.len() > 2 && found.iter().all(|p| p.len() <= LONGEST && p.ends_with("word")));
    }
}
