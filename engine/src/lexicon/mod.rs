//! The words that the detectors know, each found by one hash look-up.
//!
//! The words themselves are data, in `lexicon/`: one entry a line, with sources on top; `build/` checks them
//! and packs them. Inflected forms are made from the lemmas when a lexicon is first asked, so that they need
//! not be loaded. Every look-up takes the *folded* form of a token (lower case, straight apostrophes); where an
//! entry has several words, it is found by its first, and the caller compares the rest.

mod index;
mod inflection;
mod forms;
mod cues;
mod people;

use index::Table;

use crate::shelf::Part;

pub use cues::{
    CueAdjective, CueNoun, CueNounForm, CuePhrase, CueStance, CueVerb, CueVerbForm, Frames,
    Inflections, Links, PhraseKind, cue_adjective, cue_noun, cue_phrase, cue_verb, link,
};
pub(crate) use index::Index;
pub use people::{
    Definiteness, FirstName, Gender, GroupKind, NamePart, Person, Pronoun, Referent, Role,
    RoleClass, Title, body, broader_role, demonym, determiner, distributive, document,
    ends_organisation, familiar_surname, firm, first_name, group, is_of_people, is_person_or_body,
    kin, located, name_part, naming_verb, organisation_word, other_first_name, party, personal,
    place, pronoun, role, role_of_either, stand_in, surnames, title, unnamed,
};

include!(concat!(env!("OUT_DIR"), "/lexicon.rs"));

/// What a function word does; nothing for any other word.
pub fn functions(folded: &str) -> Functions {
    FUNCTION_WORDS.get(folded).copied().unwrap_or(Functions::NONE)
}

/// What kind of abbreviation the word is; without its last full stop.
pub fn abbreviation(folded: &str) -> Option<Abbreviation> {
    ABBREVIATIONS.get(folded).copied()
}

/// The closed words (*the, of, may*), each with the Penn names of its tags, parted by blanks.
pub fn closed_words() -> impl Iterator<Item = (&'static str, &'static str)> {
    CLOSED_WORDS.text().lines().filter_map(|line| line.split_once('\t'))
}

/// Whether the word, behind an apostrophe, has lost its beginning: *’em*.
pub fn elision(folded: &str) -> bool {
    ELISIONS.contains(folded)
}

/// Whether the capital of the word says that a sentence begins, since it would be small inside one: *The*.
pub fn sentence_opener(folded: &str) -> bool {
    SENTENCE_OPENERS.contains(folded)
}

/// Whether the word opens a reported question: asked *whether*, explained *how*.
pub fn question_word(folded: &str) -> bool {
    QUESTION_WORDS.contains(folded)
}

/// Whether the word can open a finite clause though it may be tagged as a preposition: *because, after*.
pub fn subordinator(folded: &str) -> bool {
    SUBORDINATORS.contains(folded)
}

/// Whether the participle is a preposition: *including the mill*.
pub fn participial_preposition(folded: &str) -> bool {
    PARTICIPIAL_PREPOSITIONS.contains(folded)
}

/// Whether the noun can sum up the clause before it: *…, a gesture that underscores …*
pub fn summative_noun(folded: &str) -> bool {
    SUMMATIVE_NOUNS.contains(folded)
}

/// What a function word does, as a set: *’s* is a form of *be* and of *have*.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Functions(u16);

impl Functions {
    const NONE: Self = Self(0);
    /// *as*: described it *as* a farce.
    pub const AS: Self = Self(1);
    /// A form of *be*, or of *get*, which makes passives too.
    pub const BE: Self = Self(1 << 1);
    /// *by*: was praised *by* Smith.
    pub const BY: Self = Self(1 << 2);
    /// A form of *do*.
    pub const DO: Self = Self(1 << 3);
    /// *for*: thanked them *for* coming.
    pub const FOR: Self = Self(1 << 4);
    /// A form of *have*.
    pub const HAVE: Self = Self(1 << 5);
    /// *it*.
    pub const IT: Self = Self(1 << 6);
    /// A personal pronoun that is no subject: *him, us*.
    pub const OBJECTIVE: Self = Self(1 << 7);
    /// *of*: accused him *of* lying.
    pub const OF: Self = Self(1 << 8);
    /// An adjective that stands for people by itself: *many*.
    pub const QUANTITY: Self = Self(1 << 9);
    /// Whoever speaks, as the subject: *I, we*.
    pub const SPEAKER: Self = Self(1 << 10);
    /// *that*.
    pub const THAT: Self = Self(1 << 11);
    /// A pronoun that is the subject once more: *herself*.
    pub const REFLEXIVE: Self = Self(1 << 12);
    /// *how*: change *how* they see it.
    pub const HOW: Self = Self(1 << 13);

    /// What either does.
    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether it does this, or one of these.
    pub const fn does(self, any: Self) -> bool {
        self.0 & any.0 != 0
    }
}

/// What stands behind an abbreviation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Abbreviation {
    /// A name, never a new sentence: *Mr., Sen.*
    BeforeName,
    /// A number, or a new sentence: *No., p.*
    BeforeNumber,
    /// Anything: *Inc., a.m.*
    Anywhere,
}
