//! Noun phrases, verb groups and the subjects that go with them, built from tags alone.
//!
//! Base noun phrases do not overlap and hold no preposition: *the former secretary | of | state*. What a
//! detector needs beyond that ([`Chunks::full_phrase_before`]) is put together on demand.

use std::ops::Range;

use super::Tag;
use crate::lexicon::{self, Functions};
use crate::text::Window;

/// A noun phrase without what follows its head, except possessors: *Putin’s public commendation*.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NounPhrase {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// Its head noun or pronoun.
    pub head: usize,
    /// The possessor at its front, with the *’s*: *Putin’s*, *his*.
    pub possessor: Option<Range<usize>>,
}

/// A verb with its auxiliaries, negation, adverbs and particle: *has not yet made up*.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VerbGroup {
    /// Its tokens, the *to* of an infinitive among them.
    pub tokens: Range<usize>,
    /// The main verb.
    pub head: usize,
    /// What its first verb says of the clause.
    pub form: VerbForm,
    /// Whether the head is a participle behind a form of *be*.
    pub passive: bool,
}

/// What the first verb of a group says of its clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VerbForm {
    /// It heads a clause with a subject: *said, has said, may say*.
    Finite,
    /// *to say*.
    Infinitive,
    /// *saying*.
    Gerund,
    /// *said* as in *remarks said to be harsh*.
    Participle,
    /// *say* without *to*.
    Bare,
}

/// The noun phrases and verb groups of a window, in order, and which of them each token is in.
#[derive(Clone, Debug, Default)]
pub struct Chunks {
    /// Noun phrases.
    pub phrases: Vec<NounPhrase>,
    /// Verb groups.
    pub groups: Vec<VerbGroup>,
}

impl Chunks {
    /// Finds the chunks of a tagged window.
    pub fn new(window: &Window<'_>, tags: &[Tag]) -> Self {
        let reader = Reader { window, tags };
        let mut chunks = Self::default();
        for sentence in &window.sentences {
            let mut at = sentence.start;
            while at < sentence.end {
                if let Some(group) = reader.verb_group(at, sentence.end) {
                    at = group.tokens.end;
                    chunks.groups.push(group);
                } else if let Some(phrase) = reader.noun_phrase(at, sentence.end) {
                    at = phrase.tokens.end;
                    chunks.phrases.push(phrase);
                } else {
                    at += 1;
                }
            }
        }
        chunks
    }

    /// The noun phrase that holds the token.
    pub fn phrase_at(&self, at: usize) -> Option<&NounPhrase> {
        let index = self.phrases.partition_point(|phrase| phrase.tokens.end <= at);
        self.phrases.get(index).filter(|phrase| phrase.tokens.contains(&at))
    }

    /// The noun phrase that ends right before the token.
    pub fn phrase_before(&self, at: usize) -> Option<&NounPhrase> {
        at.checked_sub(1).and_then(|before| self.phrase_at(before)).filter(|p| p.tokens.end == at)
    }

    /// The noun phrase that begins at the token.
    pub fn phrase_from(&self, at: usize) -> Option<&NounPhrase> {
        self.phrase_at(at).filter(|phrase| phrase.tokens.start == at)
    }

    /// The verb group that holds the token.
    pub fn group_at(&self, at: usize) -> Option<&VerbGroup> {
        let index = self.groups.partition_point(|group| group.tokens.end <= at);
        self.groups.get(index).filter(|group| group.tokens.contains(&at))
    }

    /// The verb groups of which at least one token lies in `range`.
    pub fn groups_in(&self, range: Range<usize>) -> &[VerbGroup] {
        let from = self.groups.partition_point(|group| group.tokens.end <= range.start);
        let to = self.groups.partition_point(|group| group.tokens.start < range.end);
        self.groups.get(from..to).unwrap_or_default()
    }
}

/// Reads one chunk at a time.
struct Reader<'a> {
    window: &'a Window<'a>,
    tags: &'a [Tag],
}

impl Reader<'_> {
    fn tag(&self, at: usize) -> Tag {
        self.tags.get(at).copied().unwrap_or(Tag::Other)
    }

    /// The verb group that begins at `at`.
    fn verb_group(&self, at: usize, end: usize) -> Option<VerbGroup> {
        let first = self.skip_adverbs(at, end);
        let (form, mut verb) = match self.tag(first) {
            Tag::MD | Tag::VBD | Tag::VBP | Tag::VBZ => (VerbForm::Finite, first),
            Tag::TO if at == first => {
                let verb = self.skip_adverbs(first + 1, end);
                if self.tag(verb) != Tag::VB || verb >= end {
                    return None;
                }
                (VerbForm::Infinitive, verb)
            }
            Tag::VBG => (VerbForm::Gerund, first),
            Tag::VBN => (VerbForm::Participle, first),
            Tag::VB => (VerbForm::Bare, first),
            _ => return None,
        };
        // Adverbs that no verb follows belong to no group.
        if verb >= end || (first > at && !self.tag(first).is_finite() && form != VerbForm::Gerund) {
            return None;
        }
        // A participle that a noun follows directly is an adjective in all but tag: *the proposed bill*.
        if matches!(form, VerbForm::Gerund | VerbForm::Participle) && self.modifies_noun(verb, end)
        {
            return None;
        }
        let mut last_auxiliary = None;
        while self.is_auxiliary(verb) {
            let next = self.skip_adverbs(verb + 1, end);
            if next >= end || !self.may_follow(verb, next) {
                break;
            }
            last_auxiliary = Some(verb);
            verb = next;
        }
        let passive = self.tag(verb) == Tag::VBN
            && last_auxiliary.is_some_and(|auxiliary| self.does(auxiliary, Functions::BE));
        let mut close = verb + 1;
        if self.tag(close) == Tag::RP && close < end {
            close += 1;
        }
        Some(VerbGroup { tokens: at..close, head: verb, form, passive })
    }

    fn does(&self, at: usize, function: Functions) -> bool {
        lexicon::functions(self.window.folded(at)).does(function)
    }

    fn skip_adverbs(&self, mut at: usize, end: usize) -> usize {
        while at < end && self.tag(at).is_adverb() {
            at += 1;
        }
        at
    }

    fn is_auxiliary(&self, at: usize) -> bool {
        self.tag(at) == Tag::MD || self.does(at, AUXILIARIES)
    }

    /// Whether the verb at `next` can go with the auxiliary at `auxiliary`.
    fn may_follow(&self, auxiliary: usize, next: usize) -> bool {
        let functions = lexicon::functions(self.window.folded(auxiliary));
        match self.tag(next) {
            // Taggers take *has said* for a past tense now and then.
            Tag::VBN | Tag::VBD => functions.does(Functions::BE.or(Functions::HAVE)),
            Tag::VBG => functions.does(Functions::BE),
            Tag::VB | Tag::VBP => self.tag(auxiliary) == Tag::MD || functions.does(Functions::DO),
            _ => false,
        }
    }

    /// Whether a participle stands before the noun that it belongs to.
    fn modifies_noun(&self, at: usize, end: usize) -> bool {
        let after_opener = at.checked_sub(1).is_some_and(|before| {
            matches!(
                self.tag(before),
                Tag::DT | Tag::PRPS | Tag::JJ | Tag::JJS | Tag::POS | Tag::CD | Tag::RBS
            )
        });
        let mut next = at + 1;
        while next < end && (self.tag(next).is_adjective() || self.tag(next) == Tag::VBN) {
            next += 1;
        }
        after_opener && next < end && self.tag(next).is_noun()
    }

    /// The noun phrase that begins at `at`.
    fn noun_phrase(&self, at: usize, end: usize) -> Option<NounPhrase> {
        if matches!(self.tag(at), Tag::PRP | Tag::WP | Tag::WDT) {
            return Some(NounPhrase { tokens: at..at + 1, head: at, possessor: None });
        }
        let mut possessor = None;
        let mut next = at;
        let mut head = None;
        while next < end {
            match self.tag(next) {
                Tag::DT | Tag::PDT if next == at || self.tag(next - 1) == Tag::PDT => {
                    // *this*, *many*, *some* may stand for a noun.
                    head = Some(next);
                }
                Tag::PRPS | Tag::WPS if next == at || self.tag(next - 1) == Tag::PDT => {
                    possessor = Some(next..next + 1);
                }
                Tag::CD | Tag::Currency => head = Some(next),
                Tag::JJ | Tag::JJR | Tag::JJS => {
                    // *many*, *the poor*: an adjective heads the phrase when no noun comes.
                    if head.is_none_or(|head| !self.tag(head).is_noun()) {
                        head = Some(next);
                    } else if !self.noun_follows(next, end) {
                        break;
                    }
                }
                Tag::RB | Tag::RBR | Tag::RBS if self.adjective_follows(next, end) => {}
                Tag::VBN | Tag::VBG if self.participle_inside(next, end) => {}
                tag if tag.is_noun() => head = Some(next),
                Tag::POS if head.is_some_and(|head| head + 1 == next) => {
                    possessor = Some(at..next + 1);
                    // What follows is a phrase of its own when nothing nominal does.
                    if !self.nominal_follows(next, end) {
                        next += 1;
                        break;
                    }
                }
                Tag::HYPH | Tag::SYM | Tag::CC | Tag::Other
                    if head.is_some() && self.is_glue(next, end) => {}
                // *research and development chief* is too rare for coordination inside a base phrase.
                _ => break,
            }
            next += 1;
        }
        let head = head?;
        // Trailing modifiers without a noun do not belong.
        let close = if self.tag(next - 1) == Tag::POS { next } else { next.min(end) };
        let starts_with_adjective_alone =
            self.tag(head).is_adjective() && !self.stands_for_noun(at, head);
        (!starts_with_adjective_alone).then_some(NounPhrase { tokens: at..close, head, possessor })
    }

    /// Whether an adjective heads a phrase by itself: *many said*, *the poor*.
    fn stands_for_noun(&self, at: usize, head: usize) -> bool {
        matches!(self.tag(at), Tag::DT | Tag::PRPS) || self.does(head, Functions::QUANTITY)
    }

    fn adjective_follows(&self, at: usize, end: usize) -> bool {
        let next = self.skip_adverbs(at + 1, end);
        next < end
            && (self.tag(next).is_adjective() || matches!(self.tag(next), Tag::CD | Tag::VBN))
            && self.noun_follows(next, end)
    }

    fn participle_inside(&self, at: usize, end: usize) -> bool {
        self.noun_follows(at, end)
    }

    /// Whether a noun comes behind `at` with nothing but modifiers between.
    fn noun_follows(&self, at: usize, end: usize) -> bool {
        (at + 1..end.min(at + 6))
            .map(|next| self.tag(next))
            .find(|tag| !tag.is_adjective() && !matches!(tag, Tag::VBN | Tag::VBG | Tag::CD))
            .is_some_and(Tag::is_noun)
    }

    fn nominal_follows(&self, at: usize, end: usize) -> bool {
        let next = self.tag(at + 1);
        at + 1 < end
            && (next.is_noun()
                || next.is_adjective()
                || matches!(next, Tag::CD | Tag::VBN | Tag::VBG | Tag::RBS | Tag::RB)
                    && self.noun_follows(at + 1, end))
    }

    /// Whether a mark holds two parts of one phrase together: *AT&T*, *53 %*.
    fn is_glue(&self, at: usize, end: usize) -> bool {
        let mark = self.window.folded(at);
        mark == "%"
            || (matches!(mark, "&" | "/" | "-") && at + 1 < end && self.tag(at + 1).is_noun())
    }
}

/// What makes verb groups of more than one word, beside modals.
const AUXILIARIES: Functions = Functions::BE.or(Functions::HAVE).or(Functions::DO);
