//! A headline that says as so what the article only has from somebody.

use std::ops::Range;

use crate::commentary::{Family, Marker};
use crate::fold;
use crate::report::{Finding, Report, Sentence, SentenceVoice};
use crate::span::Span;
use crate::tag::{Passage, Tag};
use crate::voice::{Held, Voices};

/// The name of the rule.
const RULE: &str = "headline_without_source";

/// The most tokens of a headline.
const LONGEST: usize = 24;

/// The headline, where the window opens with one that is the author's alone and says something as so: a paragraph of
/// one sentence without a stop, and an article behind it.
pub(super) fn of_window(passage: &Passage<'_>, voices: &Voices) -> Option<Span> {
    let paragraph = passage.window.paragraphs.first()?;
    let last = paragraph.end.checked_sub(1)?;
    let sentence = passage.sentence_of(paragraph.start);
    let is_headline = sentence == *paragraph
        && paragraph.len() <= LONGEST
        && passage.tag(last) != Tag::Stop
        && super::is_authors(voices, paragraph)
        && !ends_with_source(passage, paragraph);
    let span = passage.span(paragraph.clone());
    let hedged =
        |(marker, _): &(Marker, Held)| marker.family == Family::Hedge && span.contains(marker.span);
    (is_headline && !voices.markers.iter().any(hedged)).then_some(span)
}

/// Whether a headline names its source behind a colon: *Dam unsafe after flood: police*, with the paper’s name behind a
/// dash or not.
fn ends_with_source(passage: &Passage<'_>, headline: &Range<usize>) -> bool {
    let parts = || headline.clone().rev().filter(|&at| passage.tag(at) == Tag::Colon);
    parts().take(2).any(|colon| {
        let close = parts().take_while(|&at| at > colon).last().unwrap_or(headline.end);
        let behind = colon + 1..close;
        !behind.is_empty()
            && behind.len() <= LONGEST_SOURCE
            && colon > headline.start + behind.len() + 1
            && passage.folded(colon) == ":"
            && passage.chunks.groups_in(behind.clone()).is_empty()
    })
}

/// In tokens: *police minister*, *the police of New York City*; what is before such a colon is longer than what is behind it.
const LONGEST_SOURCE: usize = 5;

/// The headline and the words of a source that say the same: those that share most of its longer words. They stand near
/// the head of the article, the source is not one that the headline names, and the author says the same nowhere.
pub(super) fn find(text: &str, report: &Report, headline: Span) -> Option<Finding> {
    let wanted = stems(headline.of(text));
    if wanted.len() < FEWEST {
        return None;
    }
    let shared = |span: Span| {
        let said = stems(span.of(text));
        wanted.iter().filter(|word| said.contains(word)).count()
    };
    let says_it = |count: usize| MOST_OF.0 * wanted.len() <= MOST_OF.1 * count;
    let behind = report.sentences.iter().filter(|it| it.span.start >= headline.end);
    let lead = behind.clone().take(LEAD).last()?.span.end;
    let near = |span: &Span| {
        span.start >= headline.end && span.start < lead && span.len() <= LONGEST_CONTENT
    };
    let named = |source: &Span| {
        let last = source.of(text).split_whitespace().last().unwrap_or_default();
        last.starts_with(char::is_uppercase)
            && stems(last).first().is_some_and(|name| wanted.contains(name))
    };
    let (content, count) = report
        .attributions
        .iter()
        .map(|it| &it.attribution)
        .filter(|it| !it.source.is_empty() && !it.source.iter().any(named))
        .flat_map(|it| it.content.iter().copied())
        .filter(near)
        .map(|content| (content, shared(content)))
        .find(|(_, count)| says_it(*count))?;
    let of_author = |it: &Sentence| it.voice == SentenceVoice::Author && says_it(shared(it.span));
    if behind.clone().any(of_author) {
        return None;
    }
    let values = vec![("words in common".to_owned(), count), ("words".to_owned(), wanted.len())];
    Some(Finding { rule: RULE, spans: vec![headline, content], values })
}

/// In sentences behind the headline, which is taken from the first of them: what a source says further below has words
/// in common with it by chance.
const LEAD: usize = 5;

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
