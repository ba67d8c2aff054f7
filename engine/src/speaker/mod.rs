//! The people and bodies behind the sources: which mentions are one speaker, and what kind of source each is.
//!
//! The [`Ledger`] reads an article once, from its head to its end. It notes every name, title and
//! description that it passes, since the full name of a speaker often stands where nobody speaks, and asks of
//! each source who of those it is. **Names join mentions, pronouns and descriptions attach to what names
//! joined; a common noun never joins two people.** Whoever is never a source is no speaker.

mod noun;
mod mention;
mod reader;
mod roster;
mod name;
mod pronoun;
mod description;
mod hearing;
mod ledger;

use crate::span::Span;

pub use ledger::Ledger;

/// The one person or body behind several source mentions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Speaker {
    /// The fullest name, or the noun phrase where there is no name.
    pub name: String,
    /// What kind of source this is.
    pub kind: SpeakerKind,
    /// The role or description that stands beside the name, as it stands in the text.
    pub role: Option<String>,
    /// Every mention as a source, and those that gave the name or the role; sorted, none twice.
    pub mentions: Vec<Span>,
}

/// What kind of source a speaker is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SpeakerKind {
    /// *Franz Klintsevich*.
    NamedPerson,
    /// *the Heritage Foundation, Reuters*.
    NamedOrganisation,
    /// *a study, court papers, the poll*.
    Document,
    /// *a spokesman, officials*.
    RoleOnly,
    /// *sources, an official who spoke on condition of anonymity*.
    Unnamed,
    /// *critics, many*.
    Group,
}

impl SpeakerKind {
    /// Every kind, in the order of the design.
    pub const ALL: [Self; 6] = [
        Self::NamedPerson,
        Self::NamedOrganisation,
        Self::Document,
        Self::RoleOnly,
        Self::Unnamed,
        Self::Group,
    ];

    /// The name in reports.
    pub const fn name(self) -> &'static str {
        match self {
            Self::NamedPerson => "named person",
            Self::NamedOrganisation => "named organisation",
            Self::Document => "document or data",
            Self::RoleOnly => "role only",
            Self::Unnamed => "unnamed",
            Self::Group => "group",
        }
    }
}
