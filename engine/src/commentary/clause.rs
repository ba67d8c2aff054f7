//! Clause edges, read off tags: where commentary may begin and end inside a sentence.
//!
//! A sentence is cut behind marks of punctuation, where what follows is a clause of its own: a relative
//! clause, a participle that comments (*…, underscoring …*), a noun that sums up (*…, a gesture that …*), a
//! clause with its own conjunction, what stands between dashes or brackets. A main clause that such a piece
//! interrupts is put together again, interruption included.

use std::ops::Range;

use crate::lexicon;
use crate::tag::{Passage, Tag, VerbForm};

/// The clauses of a passage, as ranges of tokens; they tile its sentences.
pub fn clauses(passage: &Passage<'_>) -> Vec<Range<usize>> {
    passage
        .window
        .sentences
        .iter()
        .flat_map(|sentence| of_sentence(passage, sentence.clone()))
        .collect()
}

/// The shortest piece that is a clause by itself: *which it is* has three words.
const SHORTEST: usize = 3;

/// The clauses of one sentence.
fn of_sentence(passage: &Passage<'_>, sentence: Range<usize>) -> Vec<Range<usize>> {
    let mut pieces: Vec<Range<usize>> = Vec::new();
    let mut start = sentence.start;
    for at in sentence.clone() {
        if at > start && is_edge(passage, start, at, sentence.end) {
            pieces.push(start..at);
            start = at;
        }
    }
    if start < sentence.end {
        pieces.push(start..sentence.end);
    }
    join_interrupted(passage, &mut pieces);
    join_short(&mut pieces);
    pieces
}

/// Whether a clause begins at `at`, when the one before began at `start`.
fn is_edge(passage: &Passage<'_>, start: usize, at: usize, end: usize) -> bool {
    let Some(before) = at.checked_sub(1) else { return false };
    let rest = at..next_break(passage, at, end);
    match passage.tag(before) {
        // A list of names after a colon is no clause, and the dash of *May–June* parts none.
        Tag::Colon => has_verb(passage, rest) && has_verb(passage, start..before),
        Tag::CloseBracket => false,
        Tag::Comma => {
            relative(passage, at)
                || participial(passage, at)
                || summing_up(passage, at)
                || conjoined(passage, at, rest.end)
                || resumes(passage, at)
                || main_after_clause(passage, start..before, at, rest.end)
        }
        _ => false,
    }
}

/// *, which …*, *, of whom …*
fn relative(passage: &Passage<'_>, at: usize) -> bool {
    passage.tag(at).is_wh() || (passage.tag(at) == Tag::IN && passage.tag(at + 1).is_wh())
}

/// *, underscoring …*, *, thereby raising …*, *, driven by …*
fn participial(passage: &Passage<'_>, at: usize) -> bool {
    let verb = if passage.tag(at).is_adverb() { at + 1 } else { at };
    matches!(passage.tag(verb), Tag::VBG | Tag::VBN) && passage.chunks.phrase_at(verb).is_none()
}

/// *, a gesture that underscores …*, *, a tactic employed …*, *, the first to …*
fn summing_up(passage: &Passage<'_>, at: usize) -> bool {
    let Some(phrase) = passage.chunks.phrase_from(at) else { return false };
    let next = phrase.tokens.end;
    let opens = passage.tag(next).is_wh()
        || (passage.tag(next) == Tag::IN && passage.tag(next + 1).is_wh())
        || (lexicon::summative_noun(passage.folded(phrase.head)) && passage.tag(at) == Tag::DT)
        || (passage.tag(next) == Tag::IN
            && passage.chunks.group_at(next + 1).is_some_and(|g| g.form == VerbForm::Finite));
    passage.tag(at) == Tag::DT && opens
}

/// *, and the vote was …*, *, although he …*, *, even as regulations tighten …*
fn conjoined(passage: &Passage<'_>, at: usize, end: usize) -> bool {
    let word = if passage.tag(at).is_adverb() { at + 1 } else { at };
    let conjunction = match passage.tag(word) {
        Tag::CC => word == at,
        Tag::IN | Tag::WRB => lexicon::subordinator(passage.folded(word)),
        _ => false,
    };
    conjunction && has_finite_verb(passage, word..end)
}

/// The main clause behind a clause that led up to it: *As rules evolve, the public’s reaction will …*
fn main_after_clause(passage: &Passage<'_>, led: Range<usize>, at: usize, end: usize) -> bool {
    let opener =
        led.clone().find(|&at| !passage.tag(at).is_adverb() && !passage.tag(at).is_punctuation());
    let leads = opener.is_some_and(|at| matches!(passage.tag(at), Tag::IN | Tag::WRB));
    leads
        && has_finite_verb(passage, led)
        && passage.chunks.phrase_from(at).is_some()
        && has_finite_verb(passage, at..end)
}

/// *, has resonated …*: a verb whose subject stands before an interruption.
fn resumes(passage: &Passage<'_>, at: usize) -> bool {
    passage
        .chunks
        .group_at(at)
        .is_some_and(|group| group.tokens.start == at && group.form == VerbForm::Finite)
}

/// Where the next mark stands that may part clauses.
fn next_break(passage: &Passage<'_>, at: usize, end: usize) -> usize {
    (at..end)
        .find(|&at| {
            matches!(
                passage.tag(at),
                Tag::Comma | Tag::Colon | Tag::OpenBracket | Tag::CloseBracket
            )
        })
        .unwrap_or(end)
}

fn has_finite_verb(passage: &Passage<'_>, range: Range<usize>) -> bool {
    passage.chunks.groups_in(range).iter().any(|group| group.form == VerbForm::Finite)
}

fn has_verb(passage: &Passage<'_>, range: Range<usize>) -> bool {
    !passage.chunks.groups_in(range).is_empty()
}

/// Puts a clause together whose verb comes after an interruption: *This metaphor, laden with imagery, has …*
fn join_interrupted(passage: &Passage<'_>, pieces: &mut Vec<Range<usize>>) {
    let mut index = 1;
    while index < pieces.len() {
        let resumes = pieces.get(index).is_some_and(|piece| resumes(passage, piece.start));
        let subject = pieces.get(..index).and_then(|before| {
            before.iter().rposition(|piece| {
                let inserted = relative(passage, piece.start) || participial(passage, piece.start);
                !inserted && !has_finite_verb(passage, piece.clone())
            })
        });
        match (resumes, subject) {
            (true, Some(from)) => {
                join(pieces, from, index);
                index = from + 1;
            }
            _ => index += 1,
        }
    }
}

/// Gives pieces that are too short to the piece before, or the first to the one behind.
fn join_short(pieces: &mut Vec<Range<usize>>) {
    let mut index = 0;
    while index < pieces.len() && pieces.len() > 1 {
        if pieces.get(index).is_some_and(|piece| piece.len() < SHORTEST) {
            let from = index.saturating_sub(1);
            join(pieces, from, from + 1);
            index = from;
        } else {
            index += 1;
        }
    }
}

/// Makes one piece of those from `first` to `last`.
fn join(pieces: &mut Vec<Range<usize>>, first: usize, last: usize) {
    let Some(end) = pieces.get(last).map(|piece| piece.end) else { return };
    if let Some(piece) = pieces.get_mut(first) {
        piece.end = end;
    }
    pieces.drain(first + 1..=last);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Windows;

    /// Cuts where `|` stands, and nowhere else.
    #[track_caller]
    fn check(cut: &str) {
        let text = cut.replace('|', "");
        let found: Vec<String> = Windows::new(&text)
            .map(Passage::new)
            .flat_map(|passage| {
                let clauses = clauses(&passage);
                clauses.into_iter().map(move |clause| passage.span(clause).of(passage.window.text))
            })
            .map(str::to_owned)
            .collect();
        let wanted: Vec<&str> = cut.split('|').map(str::trim).collect();
        assert_eq!(found, wanted);
    }

    #[test]
    fn a_clause_begins_with_what_comments_on_the_one_before() {
        check("The mayor left the hall, |which surprised the guests.");
        check("The bank closed two branches, |underscoring the decline of the district.");
        check("The lists are in, |a gesture that underscores the ties between the towns.");
        check("The law passed in May, |although the senate had doubts about it.");
        check("When the river rose in May, |the town built a wall.");
        check("The move is not merely ceremonial—|it reflects a change of course.");
    }

    #[test]
    fn an_interrupted_clause_stays_whole() {
        check("This metaphor, laden with images, has pleased the public.");
        check("The gesture, which cost nothing, underscores the ties between the towns.");
    }

    #[test]
    fn lists_and_openers_part_nothing() {
        check("On April 28, the president praised the soldiers, the leader and the people.");
        check("The market sells apples, pears, plums and bread.");
        check("Moreover, the ceremony was short.");
    }
}
