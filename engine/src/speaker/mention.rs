//! What a noun phrase says of whom it names or describes: the name, the title, the role beside it.
//!
//! Nothing is resolved here: reading *the Russian leader* gives a definite, singular description headed by
//! *leader*; who that is, the [`super::Ledger`] decides.

use std::ops::Range;

use super::SpeakerKind;
use super::noun::{Noun, can_speak};
use crate::lexicon::{Definiteness, Gender, Pronoun};

/// A noun phrase that names, describes or points at someone.
#[derive(Clone, Debug)]
pub(super) struct Mention {
    /// Its tokens: title and name, or the description; without what stands in apposition.
    pub(super) tokens: Range<usize>,
    /// How it refers.
    pub(super) form: Form,
    /// The roles that stand with it: in its title, before its name, in apposition.
    pub(super) roles: Vec<Role>,
    /// The token in brackets behind the name: the (*RUVAV*).
    pub(super) acronym: Option<usize>,
    /// Whether the whole source keeps its name back: *a man who asked not to be named*.
    pub(super) unnamed: bool,
    /// The possessor at the front of a description: *Smith’s* campaign.
    pub(super) possessor: Option<Range<usize>>,
    /// The party that stands in brackets or behind a comma: *(R-Ohio)*.
    pub(super) party: Option<&'static str>,
    /// Where the prepositional phrases behind its head begin.
    pub(super) core_end: usize,
    /// Its tokens without determiner.
    pub(super) bare: Range<usize>,
}

/// How a mention refers.
#[derive(Clone, Debug)]
pub(super) enum Form {
    /// *President Vladimir Putin, the Heritage Foundation*.
    Name(Name),
    /// *he, their, who*.
    Pronoun(Pronoun),
    /// *the Russian leader, critics*.
    Description(Description),
}

/// A name as it stands in a phrase.
#[derive(Clone, Debug)]
pub(super) struct Name {
    /// Its tokens, without title, role and determiner.
    pub(super) tokens: Range<usize>,
    /// Its words, folded, without what follows a person’s name (*Jr.*).
    pub(super) words: Vec<String>,
    /// What follows a person’s name, folded.
    pub(super) suffix: Option<String>,
    /// What bears it.
    pub(super) nature: Nature,
    /// The gender that a title or the first name tells.
    pub(super) gender: Option<Gender>,
    /// Whether a title that goes with surnames stands before it: *Mr.*
    pub(super) civil: bool,
    /// Whether it is one word in capitals: that of a body, unless someone is called so already.
    pub(super) acronym: bool,
}

/// What bears a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Nature {
    /// A human being.
    Person,
    /// An organisation, a place that speaks, a publication.
    Body,
    /// The name alone does not tell.
    Unclear,
}

/// A phrase without a name.
#[derive(Clone, Debug)]
pub(super) struct Description {
    /// Its head and the words around it.
    pub(super) noun: Noun,
    /// What kind of source it would be.
    pub(super) kind: SpeakerKind,
    /// Whether the head is plural.
    pub(super) plural: bool,
    /// What its determiner says; none without one.
    pub(super) definiteness: Option<Definiteness>,
    /// The gender that the head tells.
    pub(super) gender: Option<Gender>,
    /// Whether a name stands among the modifiers, which makes a body one of its own: *the Trump campaign*.
    pub(super) named: bool,
}

/// A role as it stands in the text.
#[derive(Clone, Debug)]
pub(super) struct Role {
    /// Its tokens.
    pub(super) tokens: Range<usize>,
    /// Its head and the words around it: of *former secretary of state*, *secretary*.
    pub(super) noun: Noun,
    /// The gender that it tells.
    pub(super) gender: Option<Gender>,
}

impl Description {
    /// Whether the description can be that of a source: a role, a group, a body or a document.
    pub(super) fn may_speak(&self) -> bool {
        can_speak(&self.noun.head)
            || matches!(self.kind, SpeakerKind::Unnamed | SpeakerKind::NamedOrganisation)
    }
}

impl Mention {
    /// A description taken as a role of someone named elsewhere.
    pub(super) fn as_role(&self) -> Option<Role> {
        let Form::Description(description) = &self.form else { return None };
        Some(Role {
            tokens: self.bare.clone(),
            noun: description.noun.clone(),
            gender: description.gender,
        })
    }

    /// Takes over what describes whom this mention names: *the senator*, John Smith.
    pub(super) fn introduced_by(&mut self, described: Self) {
        self.roles.extend(
            described.as_role().filter(|role| role.noun.is_of_body() || !role.noun.is_thing()),
        );
        self.roles.extend(described.roles);
        self.possessor = described.possessor;
    }

    /// A mention with nothing beside it.
    pub(super) fn new(tokens: Range<usize>, form: Form) -> Self {
        let core_end = tokens.end;
        Self {
            bare: tokens.clone(),
            tokens,
            form,
            roles: Vec::new(),
            acronym: None,
            party: None,
            unnamed: false,
            possessor: None,
            core_end,
        }
    }
}
