//! What a cue is made of: the verb, noun, adjective or phrase of the lexicons that heads it.

use std::ops::Range;

use crate::lexicon::{
    self, CueAdjective, CueNoun, CuePhrase, CueStance, CueVerb, Functions, PhraseKind,
};
use crate::tag::{Passage, Tag, VerbGroup};

/// What heads a cue.
#[derive(Clone, Copy, Debug)]
pub(crate) enum CueHead<'p> {
    /// A verb: *said, has pointed out, made clear*; the entry, where the lexicon has one.
    Verb(&'p VerbGroup, Option<&'static CueVerb>),
    /// A noun: *claim, issued a statement*; the entry, where the lexicon has one.
    Noun(Option<&'static CueNoun>),
    /// An adjective: *is confident*.
    Adjective(&'static CueAdjective),
    /// A phrase: *according to, in … view*.
    Phrase(&'static CuePhrase),
    /// A word of another kind: *via, by, for*.
    Word,
    /// A colon, dash or comma.
    Mark,
    /// There is no cue.
    Nothing,
}

impl<'p> CueHead<'p> {
    /// Reads the cue that stands at `cue`.
    pub(crate) fn of(passage: &'p Passage<'_>, cue: Option<&Range<usize>>) -> Self {
        let Some(cue) = cue else { return Self::Nothing };
        if cue.clone().all(|at| passage.tag(at).is_punctuation()) {
            return Self::Mark;
        }
        if let Some(phrase) = phrase(passage, cue) {
            return Self::Phrase(phrase);
        }
        if let Some(adjective) = adjective(passage, cue) {
            return Self::Adjective(adjective);
        }
        // *issued a statement*, *has no doubt*: what the verb brings in says more than the verb.
        let nouns = || cue.clone().rev().filter(|&at| passage.tag(at).is_noun());
        let noun = nouns().find_map(|at| lexicon::cue_noun(passage.folded(at)));
        if let Some(noun) = noun {
            return Self::Noun(Some(noun.noun));
        }
        let groups = passage.chunks.groups_in(cue.clone());
        let entry = |group: &VerbGroup| verb(passage, group.head, cue.end);
        let known = groups.iter().rev().find_map(|group| Some((group, entry(group)?)));
        match (known, groups.last()) {
            (Some((group, verb)), _) => Self::Verb(group, Some(verb)),
            (None, Some(group)) => Self::Verb(group, None),
            (None, None) if nouns().next().is_some() => Self::Noun(None),
            (None, None) => Self::Word,
        }
    }

    /// What the cue itself says of the content.
    pub(crate) fn stance(&self) -> CueStance {
        match self {
            Self::Verb(_, Some(verb)) => verb.stance,
            Self::Noun(Some(noun)) => noun.stance,
            Self::Adjective(adjective) => adjective.stance,
            Self::Phrase(phrase) => phrase.stance,
            Self::Verb(_, None) | Self::Noun(None) | Self::Word | Self::Mark | Self::Nothing => {
                CueStance::Plain
            }
        }
    }
}

/// The entry of the verb at `head`, the longest that the cue holds: *point out* before *point*.
fn verb(passage: &Passage<'_>, head: usize, limit: usize) -> Option<&'static CueVerb> {
    let follows = |verb: &CueVerb| {
        let mut words = (head + 1..limit).filter(|&at| !passage.tag(at).is_adverb());
        verb.rest.iter().all(|word| words.next().is_some_and(|at| passage.folded(at) == *word))
    };
    lexicon::cue_verb(passage.folded(head)).map(|form| form.verb).find(|verb| follows(verb))
}

/// The adjective behind a form of *be*, *feel* or *seem* in the cue.
fn adjective(passage: &Passage<'_>, cue: &Range<usize>) -> Option<&'static CueAdjective> {
    let verbal = !passage.chunks.groups_in(cue.clone()).is_empty()
        || cue.clone().any(|at| passage.does(at, Functions::BE));
    let adjectival = |at: &usize| {
        let tag = passage.tag(*at);
        tag.is_adjective() || matches!(tag, Tag::VBN | Tag::RB)
    };
    let adjective = cue.clone().rev().filter(adjectival);
    adjective.filter(|_| verbal).find_map(|at| lexicon::cue_adjective(passage.folded(at)))
}

/// The phrase of the lexicon that the cue is, begins with, or is the end of (*in | Smith’s | own words*).
fn phrase(passage: &Passage<'_>, cue: &Range<usize>) -> Option<&'static CuePhrase> {
    let whole = |phrase: &&CuePhrase| {
        let words = phrase.rest.iter().filter(|word| **word != SOURCE);
        let mut at = cue.clone().skip(1);
        words.into_iter().all(|word| at.any(|at| passage.folded(at) == *word))
    };
    let fixed = lexicon::cue_phrase(passage.folded(cue.start)).iter().find(whole);
    fixed.or_else(|| {
        // The source stands between the phrase’s first word and the cue.
        let from = cue.start.saturating_sub(LONGEST_POSSESSOR);
        (from..cue.start).rev().find_map(|first| {
            lexicon::cue_phrase(passage.folded(first)).iter().find(|phrase| {
                let fixed: Vec<&str> =
                    phrase.rest.iter().copied().filter(|word| *word != SOURCE).collect();
                phrase.kind == PhraseKind::AroundSource
                    && fixed.len() == cue.len()
                    && cue.clone().zip(&fixed).all(|(at, word)| passage.folded(at) == *word)
            })
        })
    })
}

/// Stands for the source in the lexicon’s phrases.
const SOURCE: &str = "…";

/// How many tokens a possessor inside a phrase may have: *in | the former secretary of state’s | view* has six.
const LONGEST_POSSESSOR: usize = 8;
