//! A headline that says as so what the article only has from somebody.

use crate::fold;
use crate::report::{Finding, Report};
use crate::span::Span;
use crate::tag::{Passage, Tag};
use crate::voice::Voices;

/// The name of the rule.
const RULE: &str = "headline_without_source";

/// The most tokens of a headline.
const LONGEST: usize = 24;

/// The headline, where the window opens with one that is the author's alone: a paragraph of one sentence without a
/// stop, and an article behind it.
pub(super) fn of_window(passage: &Passage<'_>, voices: &Voices) -> Option<Span> {
    let paragraph = passage.window.paragraphs.first()?;
    let last = paragraph.end.checked_sub(1)?;
    let sentence = passage.sentence_of(paragraph.start);
    let is_headline = sentence == *paragraph
        && paragraph.len() <= LONGEST
        && passage.tag(last) != Tag::Stop
        && super::is_authors(voices, paragraph);
    is_headline.then(|| passage.span(paragraph.clone()))
}

/// The headline and the words of a source that say the same: those that share most of its longer words.
pub(super) fn find(text: &str, report: &Report, headline: Span) -> Option<Finding> {
    let wanted = stems(headline.of(text));
    if wanted.len() < FEWEST {
        return None;
    }
    let shared = |content: &Span| {
        let said = stems(content.of(text));
        wanted.iter().filter(|word| said.contains(word)).count()
    };
    let behind =
        |content: &&Span| content.start >= headline.end && content.len() <= LONGEST_CONTENT;
    let contents = report.attributions.iter().flat_map(|it| &it.attribution.content);
    let (content, count) = contents
        .filter(behind)
        .map(|content| (content, shared(content)))
        .find(|(_, count)| MOST_OF.0 * wanted.len() <= MOST_OF.1 * count)?;
    let values = vec![("words in common".to_owned(), count), ("words".to_owned(), wanted.len())];
    Some(Finding { rule: RULE, spans: vec![headline, *content], values })
}

/// The fewest longer words of a headline that can be looked for.
const FEWEST: usize = 3;

/// Two thirds of the headline's longer words: *Dam unsafe after flood* and *that the dam was unsafe after the flood*.
const MOST_OF: (usize, usize) = (2, 3);

/// In bytes; what is longer says more than a headline, and shares words with it by chance.
const LONGEST_CONTENT: usize = 400;

/// The beginnings of the longer words, so that *closes* and *closed* are the same.
fn stems(words: &str) -> Vec<String> {
    let words = words.split(|c: char| !c.is_alphanumeric());
    let mut stems: Vec<String> = Vec::new();
    for word in words.filter(|word| word.chars().count() >= SHORTEST_WORD) {
        let stem: String = fold::folded(word).chars().take(STEM).collect();
        if !stems.contains(&stem) {
            stems.push(stem);
        }
    }
    stems
}

/// Shorter ones are mostly *the* and *of*; *dam* is lost with them.
const SHORTEST_WORD: usize = 4;

/// How much of a word stays when its ending is left out.
const STEM: usize = 5;
