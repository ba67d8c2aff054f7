//! The speakers' lexicons: titles, roles, first names, groups, documents, unnamed sources, the words that
//! make a name an organisation's, and demonyms.

use std::collections::BTreeMap;
use std::path::Path;

use crate::Failure;
use crate::table::{self, Code, Entry};

/// Adds the tables.
pub(crate) fn generate(lexicon: &Path, code: &mut Code) -> Result<(), Failure> {
    titles(lexicon, code)?;
    roles(lexicon, code)?;
    first_names(lexicon, code)?;
    groups(lexicon, code)?;
    unnamed(lexicon, code)?;
    demonyms(lexicon, code)?;
    pronouns(lexicon, code)?;
    closed_class(lexicon, "determiners.txt", "DETERMINERS", "Definiteness", &DEFINITENESS, code)?;
    closed_class(lexicon, "name_parts.txt", "NAME_PARTS", "NamePart", &NAME_PARTS, code)?;
    parties(lexicon, code)?;
    word_lists(lexicon, "broader_roles.txt", "BROADER_ROLE_LINES", "anyone", code)?;
    word_lists(lexicon, "personal.txt", "PERSONAL_LINES", "none", code)?;
    word_lists(lexicon, "bodies.txt", "BODY_LINES", "any", code)?;
    word_lists(lexicon, "kin.txt", "KIN_LINES", "anyone", code)?;
    documents(lexicon, code)?;
    stand_ins(lexicon, code)?;
    let surnames = table::read(&lexicon.join("surnames.txt"), 1)?;
    let surnames: Vec<String> = surnames.iter().map(|entry| entry.key().to_owned()).collect();
    code.lines("Surnames to stand in for others.", "SURNAME_LINES", &surnames);
    plain(lexicon, "places.txt", "NAMED_PLACES", code)?;
    plain(lexicon, "firms.txt", "FIRMS", code)?;
    plain(lexicon, "name_ends.txt", "NAME_ENDS", code)?;
    plain(lexicon, "organisations.txt", "ORGANISATION_WORDS", code)?;
    plain(lexicon, "distributives.txt", "DISTRIBUTIVES", code)?;
    plain(lexicon, "either.txt", "EITHER_NOUNS", code)?;
    plain(lexicon, "naming_verbs.txt", "NAMING_VERBS", code)
}

/// The names, in the order of what they stand for.
fn stand_ins(lexicon: &Path, code: &mut Code) -> Result<(), Failure> {
    let entries = table::read(&lexicon.join("stand_ins.txt"), 2)?;
    let kinds = ["m", "f", "seen", "met"];
    entries
        .iter()
        .try_for_each(|entry| entry.choice(1, &kinds.map(|kind| (kind, ""))).map(drop))?;
    let of = |kind| entries.iter().filter(move |entry| entry.column(1) == kind);
    let names: Vec<String> = kinds.into_iter().flat_map(of).map(Entry::first_word).collect();
    code.lines("Stand-ins: m, f, seen, met.", "STAND_IN_LINES", &names);
    Ok(())
}

/// Words and names of several of which only that they are in the file counts.
fn plain(lexicon: &Path, file: &str, name: &str, code: &mut Code) -> Result<(), Failure> {
    let entries = table::read(&lexicon.join(file), 1)?;
    let words: Vec<String> = entries.iter().map(|entry| entry.key().to_lowercase()).collect();
    code.set(&format!("The words of {file}."), name, words.iter().map(String::as_str));
    Ok(())
}

const GENDERS: [(&str, &str); 3] =
    [("m", "Some(Gender::Masculine)"), ("f", "Some(Gender::Feminine)"), ("-", "None")];

const NAME_GENDERS: [(&str, &str); 3] =
    [("m", "Some(Gender::Masculine)"), ("f", "Some(Gender::Feminine)"), ("u", "None")];

const ROLE_CLASSES: [(&str, &str); 7] = [
    ("office", "RoleClass::Office"),
    ("leader", "RoleClass::Leader"),
    ("spokesperson", "RoleClass::Spokesperson"),
    ("expert", "RoleClass::Expert"),
    ("member", "RoleClass::Member"),
    ("family", "RoleClass::Family"),
    ("occupation", "RoleClass::Occupation"),
];

const GROUP_KINDS: [(&str, &str); 2] =
    [("people", "GroupKind::People"), ("quantity", "GroupKind::Quantity")];

fn titles(lexicon: &Path, code: &mut Code) -> Result<(), Failure> {
    let entries = table::by_first_word(table::read(&lexicon.join("titles.txt"), 3)?);
    let mut lines = Vec::new();
    let mut genders = Vec::new();
    for entry in &entries {
        let title = entry.key().to_lowercase();
        lines.push(match entry.column(2) {
            "-" => format!("{title}\t"),
            role if role == title => title,
            role => format!("{title}\t{role}"),
        });
        genders.push(entry.choice(1, &GENDERS)?.to_owned());
    }
    code.lines("The titles by first word, and roles unlike them.", "TITLE_LINES", &lines);
    code.array("The gender of each.", "TITLE_GENDERS", "Option<Gender>", &genders);
    Ok(())
}

fn roles(lexicon: &Path, code: &mut Code) -> Result<(), Failure> {
    let entries = table::read(&lexicon.join("roles.txt"), 4)?;
    let mut kinds = Vec::new();
    for entry in &entries {
        let class = entry.choice(2, &ROLE_CLASSES)?;
        let gender = entry.choice(3, &GENDERS)?;
        kinds.push(format!("({class}, {gender})"));
    }
    code.lines("Nouns for roles; irregular plurals.", "ROLE_LINES", &table::noun_lines(&entries)?);
    code.array("Class and gender of each.", "ROLE_KINDS", "(RoleClass, Option<Gender>)", &kinds);
    Ok(())
}

/// The names by the gender that they tell, and where each gender's end: a word by itself travels in less room than one
/// with a value.
fn first_names(lexicon: &Path, code: &mut Code) -> Result<(), Failure> {
    let entries = table::read(&lexicon.join("first_names.txt"), 2)?;
    // Names the genders that are known where one is none of them.
    entries.iter().try_for_each(|entry| entry.choice(1, &NAME_GENDERS).map(drop))?;
    let mut lines = Vec::new();
    let mut ends = Vec::new();
    for (gender, _) in NAME_GENDERS {
        let of_gender = entries.iter().filter(|entry| entry.column(1) == gender);
        lines.extend(of_gender.map(Entry::first_word));
        ends.push(lines.len().to_string());
    }
    let genders = NAME_GENDERS.map(|(_, gender)| gender.to_owned());
    code.lines("First names, by gender.", "FIRST_NAME_LINES", &lines);
    code.array("Where the names of each gender end.", "FIRST_NAME_ENDS", "usize", &ends);
    code.array("The genders in this order.", "FIRST_NAME_GENDERS", "Option<Gender>", &genders);
    Ok(())
}

fn groups(lexicon: &Path, code: &mut Code) -> Result<(), Failure> {
    let mut groups = BTreeMap::new();
    for entry in table::read(&lexicon.join("groups.txt"), 2)? {
        groups.insert(entry.first_word(), entry.choice(1, &GROUP_KINDS)?.to_owned());
    }
    code.map("Words for groups of people.", "GROUPS", "GroupKind", &groups);
    Ok(())
}

fn unnamed(lexicon: &Path, code: &mut Code) -> Result<(), Failure> {
    let entries = table::by_first_word(table::read(&lexicon.join("unnamed.txt"), 1)?);
    let lines: Vec<String> = entries.iter().map(|entry| entry.key().to_lowercase()).collect();
    code.lines("Unnamed sources by first word, the longest first.", "UNNAMED_LINES", &lines);
    Ok(())
}

fn documents(lexicon: &Path, code: &mut Code) -> Result<(), Failure> {
    let entries = table::read(&lexicon.join("documents.txt"), 2)?;
    code.lines(
        "Documents and data; irregular plurals.",
        "DOCUMENT_LINES",
        &table::noun_lines(&entries)?,
    );
    Ok(())
}

fn demonyms(lexicon: &Path, code: &mut Code) -> Result<(), Failure> {
    let mut lines = Vec::new();
    for entry in table::read(&lexicon.join("demonyms.txt"), 2)? {
        lines.push(format!("{}\t{}", entry.single_word()?, entry.column(1)));
    }
    code.lines("Demonyms and their places.", "DEMONYM_LINES", &lines);
    Ok(())
}

const DEFINITENESS: [(&str, &str); 2] =
    [("definite", "Definiteness::Definite"), ("indefinite", "Definiteness::Indefinite")];

const NAME_PARTS: [(&str, &str); 4] = [
    ("particle", "NamePart::Particle"),
    ("suffix", "NamePart::Suffix"),
    ("day", "NamePart::Day"),
    ("month", "NamePart::Month"),
];

const PERSONS: [(&str, &str); 4] = [
    ("first", "Person::First"),
    ("second", "Person::Second"),
    ("third", "Person::Third"),
    ("relative", "Person::Relative"),
];

const REFERENTS: [(&str, &str); 5] = [
    ("m", "Referent::Gendered(Gender::Masculine)"),
    ("f", "Referent::Gendered(Gender::Feminine)"),
    ("person", "Referent::Somebody"),
    ("thing", "Referent::Thing"),
    ("-", "Referent::Any"),
];

const NUMBERS: [(&str, &str); 3] =
    [("singular", "Some(false)"), ("plural", "Some(true)"), ("either", "None")];

fn pronouns(lexicon: &Path, code: &mut Code) -> Result<(), Failure> {
    let mut pronouns = BTreeMap::new();
    for entry in table::read(&lexicon.join("pronouns.txt"), 4)? {
        let person = entry.choice(1, &PERSONS)?;
        let referent = entry.choice(2, &REFERENTS)?;
        let plural = entry.choice(3, &NUMBERS)?;
        let pronoun =
            format!("Pronoun {{ person: {person}, referent: {referent}, plural: {plural} }}");
        pronouns.insert(entry.first_word(), pronoun);
    }
    code.map("Pronouns.", "PRONOUNS", "Pronoun", &pronouns);
    Ok(())
}

fn parties(lexicon: &Path, code: &mut Code) -> Result<(), Failure> {
    let mut parties = BTreeMap::new();
    for entry in table::read(&lexicon.join("parties.txt"), 2)? {
        parties.insert(entry.first_word(), format!("{:?}", entry.column(1)));
    }
    code.map("Words for the members of parties.", "PARTIES", "&str", &parties);
    Ok(())
}

/// Words of a closed class, each with what it is.
fn closed_class(
    lexicon: &Path,
    file: &str,
    name: &str,
    value: &str,
    choices: &[(&str, &'static str)],
    code: &mut Code,
) -> Result<(), Failure> {
    let mut words = BTreeMap::new();
    for entry in table::read(&lexicon.join(file), 2)? {
        words.insert(entry.first_word(), entry.choice(1, choices)?.to_owned());
    }
    code.map(&format!("The words of {file}."), name, value, &words);
    Ok(())
}

/// Nouns, each with the words that its second column lists; `all` stands for every word, and is written as
/// an empty list.
fn word_lists(
    lexicon: &Path,
    file: &str,
    name: &str,
    all: &str,
    code: &mut Code,
) -> Result<(), Failure> {
    let mut lines = Vec::new();
    for entry in table::read(&lexicon.join(file), 2)? {
        let words = if entry.column(1) == all { "" } else { entry.column(1) };
        lines.push(format!("{}\t{words}", entry.single_word()?));
    }
    code.lines(&format!("The nouns of {file}, and the words of each."), name, &lines);
    Ok(())
}
