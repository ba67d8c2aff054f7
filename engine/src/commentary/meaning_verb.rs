//! *The gesture underscores*: a verb of meaning whose subject is no one who could have said so.
//!
//! The same verbs report where people or documents are their subjects (*Smith underscored that …*, *the report
//! highlights …*), so the subject is looked for: the first noun phrase of the clause that no preposition holds.

use std::ops::Range;

use super::{Candidate, Family, Strength};
use crate::lexicon;
use crate::tag::{NounPhrase, Passage, Tag, pattern};

/// The name of the rule.
pub(super) const RULE: &str = "meaning_verb";

/// The verbs of meaning whose subject is a thing.
pub(super) fn find(passage: &Passage<'_>) -> impl Iterator<Item = Candidate> {
    passage
        .chunks
        .groups
        .iter()
        .filter(|group| !group.passive && passage.tag(group.tokens.start) != Tag::MD)
        .filter(|group| says_meaning(passage, group.head))
        .filter(|group| {
            subject(passage, group.tokens.start)
                .is_some_and(|it| antecedent(passage, it).all(|it| is_thing(passage, it)))
        })
        .map(|group| Candidate {
            marked: group.head..group.head + 1,
            seen: group.tokens.clone(),
            family: Family::Interpretive,
            rule: RULE,
            strength: Some(Strength::Clear),
        })
}

/// Whether the token is a finite form, or the participle of a perfect, of a verb of meaning.
fn says_meaning(passage: &Passage<'_>, head: usize) -> bool {
    let word = passage.folded(head);
    match passage.tag(head) {
        Tag::VBZ | Tag::VBP if pattern::MEANING_NOW.contains(word) => true,
        Tag::VBZ | Tag::VBP | Tag::VBD | Tag::VBN => pattern::MEANING.contains(word),
        _ => false,
    }
}

/// The subject of the verb group that begins at `verb`.
fn subject<'p>(passage: &'p Passage<'_>, verb: usize) -> Option<&'p NounPhrase> {
    let sentence = passage.sentence_of(verb);
    let mut end = verb;
    // Behind a list or an insertion there is none; it stands further in front.
    loop {
        let from = (sentence.start..end)
            .rev()
            .find(|&at| begins_clause(passage, at))
            .unwrap_or(sentence.start);
        let subject = phrases(passage, from..end).find(|phrase| {
            let before = phrase.tokens.start.checked_sub(1).filter(|before| *before >= from);
            !before.is_some_and(|before| matches!(passage.tag(before), Tag::IN | Tag::TO | Tag::CC))
        });
        if subject.is_some() || from <= sentence.start {
            return subject;
        }
        end = from;
    }
}

/// The phrase itself, and if it is a relative pronoun the phrase that it stands for.
fn antecedent<'p>(
    passage: &'p Passage<'_>,
    phrase: &'p NounPhrase,
) -> impl Iterator<Item = &'p NounPhrase> {
    let relative = passage.tag(phrase.head) == Tag::WDT;
    let sentence = passage.sentence_of(phrase.head);
    let before = relative.then(|| phrases(passage, sentence.start..phrase.tokens.start).last());
    before.flatten().into_iter().chain([phrase])
}

/// Whether the subject of a later verb stands at or behind `at`.
fn begins_clause(passage: &Passage<'_>, at: usize) -> bool {
    match passage.tag(at) {
        Tag::Colon | Tag::Comma => true,
        tag if tag.is_wh() => true,
        Tag::IN => lexicon::subordinator(passage.folded(at)),
        _ => false,
    }
}

fn phrases<'p>(
    passage: &'p Passage<'_>,
    range: Range<usize>,
) -> impl Iterator<Item = &'p NounPhrase> {
    let from = passage.chunks.phrases.partition_point(|phrase| phrase.tokens.end <= range.start);
    passage
        .chunks
        .phrases
        .iter()
        .skip(from)
        .take_while(move |phrase| phrase.tokens.start < range.end)
}

/// Whether the phrase is neither a person nor anything that speaks.
fn is_thing(passage: &Passage<'_>, phrase: &NounPhrase) -> bool {
    let word = passage.folded(phrase.head);
    match passage.tag(phrase.head) {
        Tag::PRP => pattern::THING_PRONOUN.contains(word),
        Tag::WP => false,
        Tag::WDT | Tag::DT => true,
        tag if tag.is_name() => false,
        _ => {
            !pattern::PERSON.contains(word)
                && lexicon::role(word).is_none()
                && !lexicon::document(word)
        }
    }
}
