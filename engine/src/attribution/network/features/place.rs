//! Where a token stands: in its paragraph, sentence, quotation and chunk.

use std::ops::Range;

use super::group::Group;
use super::{Look, add, form, known};
use crate::tag::chunk::VerbForm;
use crate::tag::{Passage, Tag};
use crate::text::Quotation;

/// Its part of a noun phrase: only token, first, inside, head; each with a possessor or not.
const PHRASE: Group = known::LAST.then(3 * 2);
/// Its part of a verb group: head or not, by form, passive or not.
const VERBS: Group = PHRASE.then(2 * 5 * 2);
/// In how many quotations.
const DEPTH: Group = VERBS.then(3);
/// Its part of the innermost quotation: opening mark, closing mark, inside; each by the quotation's length.
const QUOTED: Group = DEPTH.then(3 * 5);
/// How its quotation ends: not here, with a comma or another mark inside, with neither.
const QUOTATION_END: Group = QUOTED.then(4);
/// Its quotation runs on from before; it has the paragraph to itself.
const QUOTATION_REACH: Group = QUOTATION_END.then(2);
/// What its sentence has: a quotation, a word before one, a word behind one.
const SENTENCE: Group = QUOTATION_REACH.then(3);
/// First of its sentence, first of its paragraph.
const FIRST: Group = SENTENCE.then(2);
/// In a paragraph without a full stop, which may be a headline; in the article's first; in one of how many
/// sentences.
const PARAGRAPH: Group = FIRST.then(2 + 4);
/// The last group here.
pub(super) const LAST_WITHOUT_LETTERS: Group = PARAGRAPH;
/// The last group of all.
pub(super) const LAST: Group = form::LAST;

/// Adds the rows of where each token stands.
pub(super) fn rows(passage: &Passage<'_>, looks: &mut [Look]) {
    chunks(passage, looks);
    for at in 0..looks.len() {
        let depth = passage.window.quotations.iter().filter(|q| q.tokens.contains(&at)).count();
        add(looks, at, DEPTH.row(depth));
    }
    for quotation in &passage.window.quotations {
        quoted(passage, quotation, looks);
    }
    for sentence in &passage.window.sentences {
        add(looks, sentence.start, FIRST.row(0));
        let outside = |at: &usize| {
            passage.window.quotation_at(*at).is_none() && !passage.tag(*at).is_punctuation()
        };
        let inside = |at: &usize| passage.window.quotation_at(*at).is_some();
        let first_inside = sentence.clone().find(inside);
        let last_inside = sentence.clone().rev().find(inside);
        let (Some(first), Some(last)) = (first_inside, last_inside) else { continue };
        let leads = (sentence.start..first).any(|at| outside(&at));
        let trails = (last + 1..sentence.end).any(|at| outside(&at));
        for at in sentence.clone() {
            add(looks, at, SENTENCE.row(0));
            if leads {
                add(looks, at, SENTENCE.row(1));
            }
            if trails {
                add(looks, at, SENTENCE.row(2));
            }
        }
    }
    for tokens in &passage.window.paragraphs {
        paragraph(passage, tokens, looks);
    }
}

fn chunks(passage: &Passage<'_>, looks: &mut [Look]) {
    for phrase in &passage.chunks.phrases {
        let possessed = usize::from(phrase.possessor.is_some());
        for at in phrase.tokens.clone() {
            let part = match at {
                at if at == phrase.head => 0,
                at if at == phrase.tokens.start => 1,
                _ => 2,
            };
            add(looks, at, PHRASE.row(part * 2 + possessed));
        }
    }
    for group in &passage.chunks.groups {
        let form = match group.form {
            VerbForm::Finite => 0,
            VerbForm::Infinitive => 1,
            VerbForm::Gerund => 2,
            VerbForm::Participle => 3,
            VerbForm::Bare => 4,
        };
        let class = form * 2 + usize::from(group.passive);
        for at in group.tokens.clone() {
            add(looks, at, VERBS.row(class * 2 + usize::from(at == group.head)));
        }
    }
}

fn quoted(passage: &Passage<'_>, quotation: &Quotation, looks: &mut [Look]) {
    let tokens = &quotation.tokens;
    let length = match tokens.len() {
        0..=3 => 0,
        4..=6 => 1,
        7..=11 => 2,
        12..=24 => 3,
        _ => 4,
    };
    let last = tokens.end.saturating_sub(1);
    let before_last = passage.tag(last.saturating_sub(1));
    let end = match (quotation.closes, before_last) {
        (false, _) => 0,
        (true, Tag::Comma) => 1,
        (true, Tag::Stop | Tag::Colon) => 2,
        (true, _) => 3,
    };
    // A mark behind it does not count.
    let fills = |paragraph: &Range<usize>| {
        paragraph.start == tokens.start && tokens.end + 1 >= paragraph.end
    };
    let alone = passage.window.paragraphs.iter().any(fills);
    for at in tokens.clone() {
        let part = match at {
            at if at == tokens.start && quotation.opens => 0,
            at if at == last && quotation.closes => 1,
            _ => 2,
        };
        add(looks, at, QUOTED.row(part * 5 + length));
        add(looks, at, QUOTATION_END.row(end));
        if !quotation.opens {
            add(looks, at, QUOTATION_REACH.row(0));
        }
        if alone {
            add(looks, at, QUOTATION_REACH.row(1));
        }
    }
}

fn paragraph(passage: &Passage<'_>, tokens: &Range<usize>, looks: &mut [Look]) {
    let window = &passage.window;
    if window.begins_paragraph(tokens.start) {
        add(looks, tokens.start, FIRST.row(1));
    }
    let tail = tokens.end.saturating_sub(2).max(tokens.start);
    let ends = (tail..tokens.end).any(|at| passage.tag(at) == Tag::Stop);
    let start = passage.token(tokens.start).map_or(0, |token| token.span.start);
    let before = window.text.get(..start).unwrap_or_default();
    let first = before.len() < SHORT && before.trim().is_empty();
    let inside = |sentence: &&Range<usize>| tokens.contains(&sentence.start);
    let sentences = window.sentences.iter().filter(inside).count().clamp(1, 4) - 1;
    for at in tokens.clone() {
        if !ends {
            add(looks, at, PARAGRAPH.row(0));
        }
        if first {
            add(looks, at, PARAGRAPH.row(1));
        }
        add(looks, at, PARAGRAPH.row(2 + sentences));
    }
}

/// More blanks than this before its first word no article has.
const SHORT: usize = 64;
