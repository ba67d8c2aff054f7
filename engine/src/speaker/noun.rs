//! A noun that describes someone, and what the words around it tell: *the former Russian minister of trade*.

use crate::lexicon::{self, RoleClass};

/// A noun and the words around it, all folded.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Noun {
    /// The noun: *minister*.
    pub(super) head: String,
    /// The class of the role that it names; none for other nouns.
    pub(super) class: Option<RoleClass>,
    /// The nouns and names around it, which tell one from another: *trade*.
    pub(super) labels: Vec<String>,
    /// Its adjectives: *former*.
    pub(super) adjectives: Vec<String>,
    /// The place that it belongs to: *russia*.
    pub(super) place: Option<String>,
    /// The party that it belongs to: *the Republican nominee*.
    pub(super) party: Option<&'static str>,
    /// Whether something stands behind it: of *trade*.
    pub(super) complement: bool,
}

impl Noun {
    /// A noun by itself.
    pub(super) fn alone(head: &str) -> Self {
        let class = lexicon::role(head).map(|role| role.class);
        Self { head: head.to_owned(), class, ..Self::default() }
    }

    /// Adds what another mention tells of the same noun.
    pub(super) fn learn(&mut self, other: Self) {
        let words = [(&mut self.labels, other.labels), (&mut self.adjectives, other.adjectives)];
        for (known, new) in words {
            for word in new {
                if known.len() < MOST_WORDS && !known.contains(&word) {
                    known.push(word);
                }
            }
        }
        self.place = self.place.take().or(other.place);
        self.party = self.party.or(other.party);
        self.complement |= other.complement;
        self.class = self.class.or(other.class);
    }

    /// Whether the two name the same role.
    pub(super) fn is_same(&self, other: &Self) -> bool {
        // *the spokeswoman* and *a spokesperson* say the same.
        let speaks_for = |noun: &Self| noun.class == Some(RoleClass::Spokesperson);
        self.head == other.head
            || (speaks_for(self) && speaks_for(other))
            || is_plural_of(&self.head, &other.head)
    }

    /// Whether this noun may take up the other by a broader word: *the leader* for *the president*.
    pub(super) fn is_broader(&self, other: &Self) -> bool {
        lexicon::broader_role(&self.head).is_some_and(|roles| roles.contains(&other.head.as_str()))
    }

    /// Whether it says nothing but the party: *the Democrat*.
    pub(super) fn is_of_party(&self) -> bool {
        self.party.is_some() && lexicon::party(&self.head) == self.party
    }

    /// Whether it takes up whoever has its gender: *the woman*, *the 45-year-old*.
    pub(super) fn is_anyone(&self) -> bool {
        let word = self.head.trim_start_matches(|c: char| c.is_numeric() || c == HYPHEN);
        lexicon::broader_role(word).is_some_and(<[&str]>::is_empty)
    }

    /// Whether it stands for an organisation.
    pub(super) fn is_of_body(&self) -> bool {
        is_body(&self.head)
    }

    /// Whether only a person has the role that it names: *the senator*, but not *the rival*.
    pub(super) fn is_of_person(&self) -> bool {
        self.class.is_some() && !lexicon::role_of_either(&self.head)
    }

    /// Whether it stands for a body, a document or something said, rather than for somebody.
    pub(super) fn is_thing(&self) -> bool {
        self.is_of_body()
            || lexicon::document(&self.head)
            || lexicon::cue_noun(&self.head).is_some()
    }

    /// Whether a word stands around it.
    pub(super) fn has(&self, word: &String) -> bool {
        self.labels.contains(word) || self.adjectives.contains(word)
    }

    /// The words around it.
    pub(super) fn words(&self) -> impl Iterator<Item = &String> {
        self.labels.iter().chain(&self.adjectives)
    }
}

/// Whether a noun stands for an organisation.
pub(super) fn is_body(head: &str) -> bool {
    lexicon::body(head).is_some() || lexicon::organisation_word(head)
}

/// Whether a noun can be a source by itself.
pub(super) fn can_speak(head: &str) -> bool {
    lexicon::role(head).is_some()
        || lexicon::group(head).is_some()
        || lexicon::document(head)
        || is_body(head)
}

/// Whether one word is the plural of the other, as far as spelling tells: *senators, secretaries, spokesmen*.
fn is_plural_of(plural: &str, singular: &str) -> bool {
    const ENDINGS: [(&str, &str); 4] = [("", "s"), ("", "es"), ("y", "ies"), ("man", "men")];
    ENDINGS.iter().any(|(one, many)| {
        let stem = singular.strip_suffix(one);
        stem.is_some() && stem == plural.strip_suffix(many)
    })
}

/// Between a number and what it counts: *45-year-old*.
const HYPHEN: char = '-';
/// How many words around a noun are remembered.
const MOST_WORDS: usize = 8;
