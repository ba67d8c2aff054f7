//! The prose of a Markdown file: its paragraphs without the signs that set them.
//!
//! A reader's text matters here, not the page it makes, so this is a line at a time and knows only what
//! would get in the way of reading: headings, emphasis, links, lists, quotations, code, rules.

/// Takes the marks out of Markdown and joins the lines of each paragraph.
///
/// # Example: a heading, a wrapped paragraph and a link
/// ```
/// let prose = whose_words_widget::page::markdown::prose("# News\n\nThe *mayor*\nsaid [so](https://x).\n");
/// assert_eq!(prose, "News\nThe mayor said so.");
/// ```
pub fn prose(markdown: &str) -> String {
    let mut prose = String::with_capacity(markdown.len());
    let mut fence: Option<&str> = None;
    let mut front_matter = markdown.starts_with("---\n");
    // Whether the next line goes on with the paragraph before it.
    let mut goes_on = false;
    for (number, line) in markdown.lines().enumerate() {
        if front_matter {
            front_matter = number == 0 || line != "---";
            continue;
        }
        let line = line.trim();
        let opening = ["```", "~~~"].into_iter().find(|sign| line.starts_with(sign));
        if let Some(sign) = opening {
            fence = if fence == Some(sign) { None } else { fence.or(Some(sign)) };
            goes_on = false;
            continue;
        }
        if fence.is_some() {
            continue;
        }
        let (text, begins) = without_block_signs(line);
        if text.is_empty() || is_rule(text) {
            goes_on = false;
            continue;
        }
        if !prose.is_empty() {
            prose.push(if goes_on && !begins { ' ' } else { '\n' });
        }
        inline(text, &mut prose);
        goes_on = !line.starts_with('#');
    }
    prose
}

/// A line without its heading, quotation and list signs, and whether these begin a paragraph.
fn without_block_signs(line: &str) -> (&str, bool) {
    let quoted = line.trim_start_matches(['>', ' ']);
    let heading = quoted.trim_start_matches('#');
    if heading.len() < quoted.len() && heading.starts_with(' ') {
        return (heading.trim_matches([' ', '#']), true);
    }
    let digits = quoted.trim_start_matches(|c: char| c.is_ascii_digit());
    let numbered = digits.len() < quoted.len() && quoted.len() - digits.len() <= 3;
    let item = ["- ", "* ", "+ "]
        .iter()
        .find_map(|sign| quoted.strip_prefix(sign))
        .or_else(|| digits.strip_prefix(". ").filter(|_| numbered));
    (item.unwrap_or(quoted).trim_start(), item.is_some())
}

/// A line that only parts (`---`, `***`) or underlines a heading (`===`).
fn is_rule(line: &str) -> bool {
    line.len() >= 3
        && ['-', '*', '_', '='].into_iter().any(|sign| line.chars().all(|c| c == sign || c == ' '))
}

/// Writes a line without emphasis, code marks, images and the addresses of links.
fn inline(line: &str, prose: &mut String) {
    let mut rest = line;
    while let Some(at) = rest.find(['*', '_', '`', '[', '!', '\\']) {
        let (before, sign) = rest.split_at(at);
        prose.push_str(before);
        let previous = before.chars().next_back().or_else(|| prose.chars().next_back());
        let mut characters = sign.chars();
        let first = characters.next();
        let after = characters.as_str();
        match first {
            Some('\\') => {
                let escaped = after.chars().next().filter(char::is_ascii_punctuation);
                prose.push(escaped.unwrap_or('\\'));
                rest = after.get(escaped.map_or(0, char::len_utf8)..).unwrap_or_default();
            }
            Some('!') if after.starts_with('[') => match link(after) {
                Some((_, behind)) => rest = behind,
                None => {
                    prose.push('!');
                    rest = after;
                }
            },
            Some('[') => match link(sign) {
                Some((text, behind)) => {
                    inline(text, prose);
                    rest = behind;
                }
                None => {
                    prose.push('[');
                    rest = after;
                }
            },
            // An underscore inside a word belongs to it.
            Some('_')
                if previous.is_some_and(char::is_alphanumeric)
                    && after.starts_with(char::is_alphanumeric) =>
            {
                prose.push('_');
                rest = after;
            }
            // A star between blanks is a star.
            Some('*') if after.starts_with(' ') && previous.is_none_or(|c| c == ' ') => {
                prose.push('*');
                rest = after;
            }
            Some('!') => {
                prose.push('!');
                rest = after;
            }
            _ => rest = after,
        }
    }
    prose.push_str(rest);
}

/// The text of the link that a line begins with, and what stands behind it.
fn link(line: &str) -> Option<(&str, &str)> {
    let close = line.find(']')?;
    let text = line.get(1..close)?;
    let behind = line.get(close + 1..)?.strip_prefix('(')?;
    let end = behind.find(')')?;
    Some((text, behind.get(end + 1..)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markdown_reads_as_prose() {
        for (markdown, expected) in [
            ("plain", "plain"),
            ("# Title #\nText", "Title\nText"),
            ("Title\n=====\nText", "Title\nText"),
            ("one\ntwo\n\nthree", "one two\nthree"),
            ("- one\n- two\n1. three", "one\ntwo\nthree"),
            ("> he *said*\n> so", "he said so"),
            ("**bold** and `code`", "bold and code"),
            ("snake_case _it_", "snake_case it"),
            ("2 * 3 * 4", "2 * 3 * 4"),
            ("a [link *here*](x) and ![image](y)!", "a link here and !"),
            ("an [aside] stays", "an [aside] stays"),
            ("```\ncode\n```\ntext", "text"),
            ("---\ntitle: x\n---\ntext", "text"),
            ("a\n\n---\n\nb", "a\nb"),
            ("\\*not emphasis\\*", "*not emphasis*"),
            ("1999. A year", "1999. A year"),
            ("#hashtag stays", "#hashtag stays"),
            ("", ""),
        ] {
            assert_eq!(prose(markdown), expected, "{markdown:?}");
        }
    }

    #[test]
    fn no_text_is_too_odd() {
        for odd in
            ["[", "![", "\\", "[x](", "*", "_", "![]()", "—\\—", "é_é_", "###", "```", "---\n"]
        {
            let _ = prose(odd);
        }
    }
}
