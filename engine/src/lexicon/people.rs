//! The words for who speaks: titles, roles, names, groups, documents, places, pronouns.

use std::sync::LazyLock;

use super::forms::{Forms, Phrases, numbers, word_lists, words};
use super::{
    BODY_LINES, BROADER_ROLE_LINES, DEMONYM_LINES, DETERMINERS, DISTRIBUTIVES, DOCUMENT_LINES,
    EITHER_NOUNS, FIRMS, FIRST_NAME_ENDS, FIRST_NAME_GENDERS, FIRST_NAME_LINES, GROUPS, Index,
    KIN_LINES, NAME_ENDS, NAME_PARTS, NAMED_PLACES, NAMING_VERBS, ORGANISATION_WORDS, PARTIES,
    PERSONAL_LINES, PRONOUNS, ROLE_KINDS, ROLE_LINES, STAND_IN_LINES, SURNAME_LINES, TITLE_GENDERS,
    TITLE_LINES, UNNAMED_LINES,
};
use crate::fold::folded;

/// The titles that begin with `first`, with their full stop where they have one: of *prime*, *prime minister*.
/// The longest come first.
pub fn title(first: &str) -> &'static [Title] {
    TITLES.beginning_with(first)
}

/// The noun for a person in a role: *spokesman, senators*.
pub fn role(folded: &str) -> Option<Role> {
    ROLES.get(folded).copied()
}

/// Whether the word is a noun for people, bodies or documents, which can have opinions or give them.
pub fn is_person_or_body(folded: &str) -> bool {
    is_of_people(folded) || document(folded)
}

/// Whether the word is a noun for people or bodies.
pub fn is_of_people(folded: &str) -> bool {
    role(folded).is_some() || group(folded).is_some() || organisation_word(folded)
}

/// A first name.
pub fn first_name(folded: &str) -> Option<FirstName> {
    let number = FIRST_NAMES.find(folded).next()?;
    let gender = FIRST_NAME_ENDS.partition_point(|&end| end <= number);
    let gender = FIRST_NAME_GENDERS.get(gender).copied()?;
    Some(FirstName { gender })
}

/// Another first name of the same gender, in small letters: the one that comes so many behind it.
pub fn other_first_name(folded: &str, behind: usize) -> Option<&'static str> {
    let number = FIRST_NAMES.find(folded).next()?;
    let gender = FIRST_NAME_ENDS.partition_point(|&end| end <= number);
    let start = gender.checked_sub(1).and_then(|before| FIRST_NAME_ENDS.get(before));
    let (start, end) = (start.copied().unwrap_or(0), *FIRST_NAME_ENDS.get(gender)?);
    let other = start + (number - start + behind) % (end - start).max(1);
    FIRST_NAME_LINES.text().lines().nth(other)
}

/// The name that stands for anybody's, in small letters: among first names for one of the same gender, and of no gender
/// for any other.
pub fn stand_in(first: Option<Option<Gender>>) -> &'static str {
    let line = match first {
        Some(Some(Gender::Feminine)) => 1,
        Some(_) => 0,
        None => 2,
    };
    STAND_IN_LINES.text().lines().nth(line).unwrap_or_default()
}

/// The surname that stands for anybody's, in small letters, before the tagger: it learned from names as they stood, and met this
/// one often.
pub fn familiar_surname() -> &'static str {
    STAND_IN_LINES.text().lines().nth(3).unwrap_or_default()
}

/// Surnames to stand in for others.
pub fn surnames() -> impl Iterator<Item = &'static str> + Clone {
    SURNAME_LINES.text().lines()
}

/// A word for people nobody is named of: *critics, many*.
pub fn group(folded: &str) -> Option<GroupKind> {
    GROUPS.get(folded).copied()
}

/// Whether the word is a noun for a document or for data, in either number: *report, polls*.
pub fn document(folded: &str) -> bool {
    DOCUMENTS.get(folded).is_some()
}

/// The words that make a noun for data one for people: of *figures*, *leading* and more.
pub fn personal(folded: &str) -> &'static [&'static str] {
    PERSONAL.get(folded).copied().unwrap_or_default()
}

/// The phrases that begin with `first` and show a source that is kept unnamed, each without its first word:
/// of *on*, *condition of anonymity*; of *insiders*, nothing more. The longest come first.
pub fn unnamed(first: &str) -> &'static [&'static [&'static str]] {
    UNNAMED.beginning_with(first)
}

/// Whether the word makes a name that of an organisation: *University, Inc., Ministry*.
pub fn organisation_word(folded: &str) -> bool {
    ORGANISATION_WORDS.contains(folded)
}

/// Whether a name that ends with the word is that of an organisation: Northline *Energy*.
pub fn ends_organisation(folded: &str) -> bool {
    NAME_ENDS.contains(folded)
}

/// Whether it is the name of a place, its words parted by blanks, with a demonym or without: *russia, new york*.
pub fn located(folded: &str) -> bool {
    place(folded) || NAMED_PLACES.contains(folded)
}

/// Whether it is the name of a firm, a publication or a society, which does not tell by itself what bears it: *morgan stanley*.
pub fn firm(folded: &str) -> bool {
    FIRMS.contains(folded)
}

/// The place that a demonym or its adjective belongs to: of *russian*, *Russia*.
pub fn demonym(folded: &str) -> Option<&'static str> {
    DEMONYMS.get(folded).copied()
}

/// Whether it is the name of a place that has a demonym, its words parted by blanks: *russia*.
pub fn place(folded: &str) -> bool {
    PLACES.get(folded).is_some()
}

/// The pronoun, and what it agrees with.
pub fn pronoun(folded: &str) -> Option<Pronoun> {
    PRONOUNS.get(folded).copied()
}

/// Whether the determiner says that its noun was met before.
pub fn determiner(folded: &str) -> Option<Definiteness> {
    DETERMINERS.get(folded).copied()
}

/// Whether the determiner speaks of nobody in particular: *every leader*.
pub fn distributive(folded: &str) -> bool {
    DISTRIBUTIVES.contains(folded)
}

/// The word that looks like a name and is none by itself: *de*, *Jr.*, *Thursday*.
pub fn name_part(folded: &str) -> Option<NamePart> {
    NAME_PARTS.get(folded).copied()
}

/// The party that a word with a capital says someone belongs to: *GOP, Republican*.
pub fn party(folded: &str) -> Option<&'static str> {
    PARTIES.get(folded).copied()
}

/// The narrower roles that the noun may take up: of *leader*, *president* and more. Empty where it takes up
/// whoever has its gender: *the woman*.
pub fn broader_role(folded: &str) -> Option<&'static [&'static str]> {
    BROADER_ROLES.get(folded).copied()
}

/// The words of names that imply the noun for an organisation: of *paper*, *Times*, *Herald* and more. Empty
/// where every organisation may be called so: *the group*.
pub fn body(folded: &str) -> Option<&'static [&'static str]> {
    BODIES.get(folded).copied()
}

/// Whether a body may have the role as well as a person: *its rival, its owner*.
pub fn role_of_either(folded: &str) -> bool {
    EITHER_NOUNS.contains(folded)
}

/// What someone’s kin may call them: of *sister*, *brother* and *sister*.
pub fn kin(folded: &str) -> Option<&'static [&'static str]> {
    KIN.get(folded).copied()
}

/// Whether the verb gives a name to someone just described: *police named him as Gavin Rennie*.
pub fn naming_verb(folded: &str) -> bool {
    NAMING_VERBS.contains(folded)
}

/// A title before a name.
#[derive(Debug)]
pub struct Title {
    /// The words after the first.
    pub rest: &'static [&'static str],
    /// The gender of who bears it, where it tells.
    pub gender: Option<Gender>,
    /// The role it names, where it names one: of *Sen.*, *senator*.
    pub role: Option<&'static str>,
}

/// A noun for a person in a role.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Role {
    /// Its class.
    pub class: RoleClass,
    /// The gender of who has it, where it tells.
    pub gender: Option<Gender>,
    /// Whether the form is the plural.
    pub plural: bool,
}

/// What kind of role.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RoleClass {
    /// *president, senator*.
    Office,
    /// *chairman, leader*.
    Leader,
    /// *spokesman*.
    Spokesperson,
    /// *professor, analyst*.
    Expert,
    /// *lawmaker, voter, supporter*.
    Member,
    /// *wife, brother*.
    Family,
    /// *lawyer, farmer*.
    Occupation,
}

/// A first name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FirstName {
    /// The gender it tells; none where people of either bear it.
    pub gender: Option<Gender>,
}

/// Grammatical gender: which pronoun can stand for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Gender {
    /// *he*.
    Masculine,
    /// *she*.
    Feminine,
}

/// What a word for a group is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum GroupKind {
    /// A noun: *critics, voters*.
    People,
    /// A quantity that can stand alone: *many, some*.
    Quantity,
}

/// A pronoun.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pronoun {
    /// Its person.
    pub person: Person,
    /// What it can stand for.
    pub referent: Referent,
    /// Whether it is plural; none where it may be either.
    pub plural: Option<bool>,
}

/// The person of a pronoun.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Person {
    /// *I, we*.
    First,
    /// *you*.
    Second,
    /// *she, they*.
    Third,
    /// *who*.
    Relative,
}

/// What a pronoun can stand for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Referent {
    /// *he*.
    Gendered(Gender),
    /// *who*.
    Somebody,
    /// *it*.
    Thing,
    /// *they*.
    Any,
}

/// Whether a determiner says that its noun was met before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Definiteness {
    /// *the, this*.
    Definite,
    /// *a, another*.
    Indefinite,
}

/// A part of a person's name that is no name by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NamePart {
    /// Inside it: Bill *de* Blasio.
    Particle,
    /// Behind it: Donald Trump *Jr.*
    Suffix,
    /// The name of a day of the week, which is nobody’s: *Thursday*.
    Day,
    /// The name of a month, which by itself is nobody’s: *May*.
    Month,
}

impl NamePart {
    /// Whether it tells when.
    pub const fn is_date(self) -> bool {
        matches!(self, Self::Day | Self::Month)
    }
}

static FIRST_NAMES: LazyLock<Index> = LazyLock::new(|| Index::new(FIRST_NAME_LINES.text().lines()));

static TITLES: LazyLock<Phrases<Title>> = LazyLock::new(|| {
    Phrases::new(TITLE_LINES.text().lines().zip(&TITLE_GENDERS).map(|(line, &gender)| {
        // The role is written out only where it is not the title itself.
        let (title, role) = line.split_once('\t').unwrap_or((line, line));
        let (first, rest) = words(title);
        (first, Title { rest, gender, role: Some(role).filter(|role| !role.is_empty()) })
    }))
});

static UNNAMED: LazyLock<Phrases<&'static [&'static str]>> =
    LazyLock::new(|| Phrases::new(UNNAMED_LINES.text().lines().map(words)));

static ROLES: LazyLock<Forms<Role>> = LazyLock::new(|| {
    let entries = ROLE_LINES.text().lines().zip(&ROLE_KINDS);
    entries
        .flat_map(|(line, &(class, gender))| {
            numbers(line).map(move |(form, plural)| (form, Role { class, gender, plural }))
        })
        .collect()
});

static DOCUMENTS: LazyLock<Forms<()>> = LazyLock::new(|| {
    DOCUMENT_LINES.text().lines().flat_map(numbers).map(|(form, _)| (form, ())).collect()
});

static DEMONYMS: LazyLock<Forms<&'static str>> = LazyLock::new(|| {
    let entries = DEMONYM_LINES.text().lines().filter_map(|line| line.split_once('\t'));
    entries
        .flat_map(|(demonym, place)| {
            // *Russians*, but no such form of *Chinese, British, French, Swiss*.
            let invariable = ["s", "sh", "ch", "ese"].iter().any(|end| demonym.ends_with(end));
            let plural = (!invariable).then(|| [demonym, "s"].concat());
            [demonym.to_owned()].into_iter().chain(plural).map(move |form| (form, place))
        })
        .collect()
});

static PLACES: LazyLock<Forms<()>> = LazyLock::new(|| {
    let places = DEMONYM_LINES.text().lines().filter_map(|line| line.split_once('\t'));
    places.map(|(_, place)| (folded(place), ())).collect()
});

static BROADER_ROLES: LazyLock<Forms<&'static [&'static str]>> =
    LazyLock::new(|| word_lists(BROADER_ROLE_LINES.text()));

static PERSONAL: LazyLock<Forms<&'static [&'static str]>> =
    LazyLock::new(|| word_lists(PERSONAL_LINES.text()));

static BODIES: LazyLock<Forms<&'static [&'static str]>> =
    LazyLock::new(|| word_lists(BODY_LINES.text()));

static KIN: LazyLock<Forms<&'static [&'static str]>> =
    LazyLock::new(|| word_lists(KIN_LINES.text()));
