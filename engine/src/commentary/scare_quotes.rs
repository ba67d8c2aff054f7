//! Quotation marks that quote nobody: a word held at arm's length.
//!
//! Marks around more than one word or around a verb quote somebody, even where nobody is named, or give a term its
//! name (*a “liquidating trust”*), and so do several pairs of marks in a sentence; capitals inside make a title or a
//! name; beside a comma stands another name for the same; by percentages stands what a poll calls it; single marks
//! are those of headlines where double ones stand near; a reporting verb in the sentence makes the words its
//! source's, and so does a quotation in the sentence before, which they repeat.

use std::ops::Range;

use super::{Candidate, Family, Strength};
use crate::lexicon;
use crate::tag::{Passage, Tag, pattern};
use crate::text::Quotation;

/// The name of the rule.
const RULE: &str = "scare_quotes";

/// The quotations that quote nobody.
pub(super) fn find(passage: &Passage<'_>) -> impl Iterator<Item = Candidate> {
    passage
        .window
        .quotations
        .iter()
        .filter(|quotation| quotation.opens && quotation.closes && quotation.depth == 0)
        .filter(|quotation| holds_back(passage, quotation))
        .map(|quotation| Candidate {
            marked: quotation.tokens.clone(),
            seen: quotation.tokens.clone(),
            family: Family::ScareQuotes,
            rule: RULE,
            strength: Some(Strength::Weak),
        })
}

/// Whether the marks say no more than that the words are not the author's own choice.
fn holds_back(passage: &Passage<'_>, quotation: &Quotation) -> bool {
    let Range { start, end } = quotation.tokens;
    let inside = start + 1..end.saturating_sub(1);
    let words = inside.clone().filter(|&at| passage.is_word(at)).count();
    if words != 1
        || inside.clone().any(|at| passage.word(at).starts_with(is_title_like) || says(passage, at))
        || renames(passage, start)
        || is_explained(passage, end)
        || beside_others(passage, quotation)
        || heads(passage, start)
    {
        return false;
    }
    // *the film “alien”*, *known as “the fixer”*: what it is called.
    let named =
        start.checked_sub(1).is_some_and(|before| pattern::NAMING.contains(passage.folded(before)));
    !named && !reported(passage, quotation)
}

/// Whether the token is a verb that has its own subject or object, or a *yes* or *no*, as words are that somebody said.
fn says(passage: &Passage<'_>, at: usize) -> bool {
    let answers = matches!(passage.tag(at), Tag::UH | Tag::DT);
    answers || (passage.tag(at).is_verb() && passage.tag(at) != Tag::VBN)
}

/// Whether the marks that begin at `start` hold another name for what stands before: *waste ponds, or “lagoons”*,
/// *the cells in a dish, “lines” of them*.
fn renames(passage: &Passage<'_>, start: usize) -> bool {
    let comma = |at: Option<usize>| at.is_some_and(|at| passage.tag(at) == Tag::Comma);
    let joined = start.checked_sub(1).is_some_and(|before| passage.tag(before) == Tag::CC);
    comma(start.checked_sub(1)) || (joined && comma(start.checked_sub(2)))
}

/// Whether the marks that end before `end` hold a term that is explained behind them: *a “sherpa,” or envoy*.
fn is_explained(passage: &Passage<'_>, end: usize) -> bool {
    let is = |at: Option<usize>, tag: Tag| at.is_some_and(|at| passage.tag(at) == tag);
    is(end.checked_sub(2), Tag::Comma) && is(Some(end), Tag::CC)
}

/// Whether the marks are those of headlines: single ones, near double ones for what is quoted.
fn heads(passage: &Passage<'_>, start: usize) -> bool {
    let single = ["'", "‘"].contains(&passage.word(start));
    let text = passage.window.span().of(passage.window.text);
    single && (text.contains(['\u{22}', '“']) || text.contains("''"))
}

/// Whether the sentence or the one before holds other quotations, or the sentence shares, or square brackets around
/// this one.
fn beside_others(passage: &Passage<'_>, quotation: &Quotation) -> bool {
    let sentence = passage.sentence_of(quotation.tokens.start);
    let before = sentence.start.checked_sub(1).map(|at| passage.sentence_of(at));
    let from = before.map_or(sentence.start, |it| it.start);
    let others = passage.window.quotations.iter().filter(|other| {
        other.tokens != quotation.tokens
            && other.tokens.start < sentence.end
            && other.tokens.end > from
    });
    let bracketed = sentence.start..quotation.tokens.start;
    let bracket = bracketed.rev().map(|at| passage.word(at)).find(|word| ["[", "]"].contains(word));
    others.count() > 0
        || bracket == Some("[")
        || sentence.clone().any(|at| pattern::PERCENT.contains(passage.folded(at)))
}

/// Whether a reporting verb, a reporting noun or an attributing phrase stands in the sentence, outside the
/// quotation.
fn reported(passage: &Passage<'_>, quotation: &Quotation) -> bool {
    let follows = |at: usize, words: &[&str]| {
        words.iter().zip(at + 1..).all(|(word, next)| passage.folded(next) == *word)
    };
    let sentence = passage.sentence_of(quotation.tokens.start);
    sentence.filter(|at| !quotation.tokens.contains(at)).any(|at| {
        let word = passage.folded(at);
        let verb = || lexicon::cue_verb(word).any(|form| follows(at, form.verb.rest));
        let phrase = || lexicon::cue_phrase(word).iter().any(|phrase| follows(at, phrase.rest));
        (passage.tag(at).is_verb() && verb()) || lexicon::cue_noun(word).is_some() || phrase()
    })
}

/// Capitals and digits: titles, names, models.
fn is_title_like(first: char) -> bool {
    first.is_uppercase() || first.is_ascii_digit()
}
