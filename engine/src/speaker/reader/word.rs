//! What single words can be in a mention: part of a name, a title, a role, a pronoun.

use std::ops::Range;

use super::Reader;
use crate::lexicon::{self, Gender, NamePart, Pronoun};
use crate::speaker::noun::can_speak;
use crate::tag::{Tag, VerbForm};

impl Reader<'_> {
    /// Whether the word looks like a part of a name.
    pub(super) fn is_name_word(&self, at: usize) -> bool {
        let word = self.passage.word(at);
        if !word.starts_with(char::is_uppercase) && !is_prefixed(word) {
            return false;
        }
        let tag = self.passage.tag(at);
        let opens_sentence = self.opens_sentence(at);
        let folded = self.passage.folded(at);
        if self.known.contains(&at) {
            return true;
        }
        if is_date(folded) && lexicon::first_name(folded).is_none() {
            return self.is_day_in_name(at);
        }
        if opens_sentence && lexicon::sentence_opener(folded) {
            return false;
        }
        if opens_sentence && !tag.is_name() {
            // *Northline expects …*: a noun in the singular does not stand alone as a subject.
            let group = self.passage.chunks.group_at(at + 1);
            let subject = group.is_some_and(|g| g.form == VerbForm::Finite);
            let noun = can_speak(folded) || lexicon::cue_noun(folded).is_some();
            return tag == Tag::NN && (lexicon::first_name(folded).is_some() || (subject && !noun));
        }
        tag.is_name()
            || is_double(self.passage.word(at))
            || ((is_nominal(tag) || tag.is_verb() || matches!(tag, Tag::FW | Tag::UH))
                && lexicon::demonym(self.passage.folded(at)).is_none())
    }

    /// Whether the name of a day begins that of a publication: *the Sunday Times*, but *Sunday Reuters reported*.
    fn is_day_in_name(&self, at: usize) -> bool {
        let determined = at.checked_sub(1).is_some_and(|at| self.passage.tag(at) == Tag::DT);
        let next = at + 1;
        determined
            && next < self.passage.len()
            && self.passage.word(next).starts_with(char::is_uppercase)
            && lexicon::organisation_word(self.passage.folded(next))
    }

    /// Whether the name of a month is no date where it stands: neither *in May* nor *May 3*.
    pub(super) fn may_be_no_month(&self, at: usize) -> bool {
        let beside = |at: Option<usize>, date: fn(Tag) -> bool| {
            at.is_some_and(|at| at < self.passage.len() && date(self.passage.tag(at)))
        };
        let before = at.checked_sub(1);
        self.passage.word(at).starts_with(char::is_uppercase)
            && lexicon::name_part(self.passage.folded(at)) == Some(NamePart::Month)
            && (self.passage.tag(at).is_name() || !self.opens_sentence(at))
            && !beside(before, |tag| matches!(tag, Tag::IN | Tag::CD | Tag::DT))
            && !beside(Some(at + 1), |tag| tag == Tag::CD)
    }

    /// Whether the word stands behind a first name or a title: *Theresa May*, *Mrs. May*.
    pub(super) fn is_called(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1) else { return false };
        let first = lexicon::first_name(self.passage.folded(before)).is_some()
            && self.passage.word(before).starts_with(char::is_uppercase)
            && lexicon::name_part(self.passage.folded(before)).is_none();
        let title = (at.saturating_sub(LONGEST_TITLE)..at)
            .any(|start| self.title_end(start).is_some_and(|(end, _)| end == at));
        first || title
    }

    /// Whether the word at the head of a sentence can be a name in spite of its tag.
    pub(super) fn may_be_known(&self, at: usize) -> bool {
        let folded = self.passage.folded(at);
        let tag = self.passage.tag(at);
        self.passage.word(at).starts_with(char::is_uppercase)
            && is_nominal(tag)
            && !tag.is_name()
            && !can_speak(folded)
            && !self.passage.tag(at + 1).is_noun()
    }

    /// Whether the word stands as a name elsewhere in the passage, where its capital tells.
    pub(super) fn is_name_elsewhere(&self, at: usize) -> bool {
        let folded = self.passage.folded(at);
        (0..self.passage.window.tokens.len()).any(|other| {
            self.passage.folded(other) == folded
                && self.passage.tag(other).is_name()
                && !self.opens_sentence(other)
                && self.is_name_word(other)
        })
    }

    /// Whether the word is the noun for one person in a role.
    pub(super) fn is_role(&self, at: usize) -> bool {
        is_nominal(self.passage.tag(at)) && lexicon::role(self.passage.folded(at)).is_some()
    }

    pub(super) fn role_gender(&self, at: usize) -> Option<Gender> {
        lexicon::role(self.passage.folded(at)).and_then(|role| role.gender)
    }

    /// The title that begins at `at`, and where it ends.
    pub(super) fn title_end(&self, at: usize) -> Option<(usize, &'static lexicon::Title)> {
        let first = self.passage.folded(at);
        if !self.passage.word(at).starts_with(char::is_uppercase) {
            return None;
        }
        lexicon::title(first).iter().find_map(|title| {
            let end = at + 1 + title.rest.len();
            let rest = (at + 1..end).map(|at| self.passage.folded(at));
            rest.eq(title.rest.iter().copied()).then_some((end, title))
        })
    }

    pub(super) fn is_determiner(&self, at: usize) -> bool {
        let tag = self.passage.tag(at);
        matches!(tag, Tag::DT | Tag::PDT)
            || (lexicon::determiner(self.passage.folded(at)).is_some()
                && (tag.is_adjective() || matches!(tag, Tag::CD | Tag::RB))
                && !self.is_name_word(at))
    }

    pub(super) fn pronoun(&self, at: usize) -> Option<Pronoun> {
        let tag = self.passage.tag(at);
        let folded = self.passage.folded(at);
        let pronoun = lexicon::pronoun(folded)?;
        let fits = matches!(tag, Tag::PRP | Tag::PRPS | Tag::WP | Tag::WPS | Tag::WDT)
            || (tag == Tag::DT
                && pronoun.plural == Some(true)
                && !self.passage.tag(at + 1).is_noun());
        fits.then_some(pronoun)
    }

    /// Whether the word joins two phrases.
    pub(super) fn is_and(&self, at: usize) -> bool {
        self.passage.tag(at) == Tag::CC || self.passage.folded(at) == AMPERSAND
    }

    /// The party that a word with a capital tells.
    pub(super) fn party(&self, at: usize) -> Option<&'static str> {
        let capital = self.passage.word(at).starts_with(char::is_uppercase);
        capital.then(|| lexicon::party(self.passage.folded(at))).flatten()
    }

    /// The party before the hyphen: *R-Ohio*.
    pub(super) fn abbreviated_party(&self, at: usize) -> Option<&'static str> {
        let word = self.passage.folded(at);
        let party = word.split(['-', '–']).next().unwrap_or(word);
        lexicon::party(party).filter(|_| self.passage.word(at).starts_with(char::is_uppercase))
    }

    pub(super) fn opens_sentence(&self, at: usize) -> bool {
        let behind_mark =
            at.checked_sub(1).is_some_and(|before| self.passage.tag(before) == Tag::OpenQuote);
        behind_mark || self.passage.sentence_of(at).start == at
    }

    /// Whether the words are a day or month and numbers.
    pub(super) fn is_date(&self, tokens: Range<usize>) -> bool {
        self.is_day(tokens.start)
            && tokens.clone().all(|at| self.is_day(at) || self.passage.tag(at) == Tag::CD)
            && !tokens.is_empty()
    }

    /// Whether it is the name of a day or month, and of nobody.
    pub(super) fn is_day(&self, at: usize) -> bool {
        is_date(self.passage.folded(at)) && !self.is_name_word(at)
    }

    pub(super) fn is_acronym(&self, at: usize) -> bool {
        let word = self.passage.word(at);
        let letters = word.chars().filter(|c| c.is_alphabetic()).count();
        letters >= 2
            && word.len() <= LONGEST_ACRONYM
            && word.chars().filter(|c| c.is_lowercase()).count() == 0
    }

    /// A mark that is no part of a phrase though its tag may say so.
    pub(super) fn is_lone_mark(&self, at: usize) -> bool {
        let word = self.passage.word(at);
        !word.contains(char::is_alphanumeric)
            && self.passage.folded(at) != AMPERSAND
            && !matches!(self.passage.tag(at), Tag::Currency | Tag::HYPH)
    }
}

/// Whether a tag is one that a name or a role may bear, mistakes of tagging among it.
const fn is_nominal(tag: Tag) -> bool {
    tag.is_noun() || tag.is_adjective()
}

/// Whether the word is made of two that begin with capitals: *Kim-Ly*.
fn is_double(word: &str) -> bool {
    word.split_once('-').is_some_and(|(_, second)| second.starts_with(char::is_uppercase))
}

/// Whether the word is the name of a day or month.
fn is_date(folded: &str) -> bool {
    lexicon::name_part(folded).is_some_and(NamePart::is_date)
}

/// Whether the word is a name behind a small word: *al-Abadi*.
fn is_prefixed(word: &str) -> bool {
    let particle = |first| lexicon::name_part(first) == Some(NamePart::Particle);
    is_double(word) && word.split_once('-').is_some_and(|(first, _)| particle(first))
}

/// The longest title (in tokens): *Prime Minister*, *Secretary of State*.
const LONGEST_TITLE: usize = 4;
/// Between the two parts of one name.
pub(super) const AMPERSAND: &str = "&";
/// Longer words (in bytes) in capitals are shouted, not abbreviated: *UNESCO* has six, *NATIONALISTS* twelve.
const LONGEST_ACRONYM: usize = 8;
