//! The speakers' lexicons: titles, roles, first names, groups, documents, unnamed sources, the words that
//! make a name an organisation's, and demonyms.

use std::collections::BTreeMap;
use std::path::Path;

use crate::Failure;
use crate::morphology;
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
    word_lists(lexicon, "broader_roles.txt", "BROADER_ROLES", "anyone", code)?;
    word_lists(lexicon, "bodies.txt", "BODIES", "any", code)?;
    with_plurals(lexicon, "documents.txt", "DOCUMENTS", "Nouns for documents and data.", code)?;
    let organisations = table::read(&lexicon.join("organisations.txt"), 1)?;
    let words: Vec<String> = organisations.iter().map(Entry::first_word).collect();
    code.set(
        "Words of organisations' names.",
        "ORGANISATION_WORDS",
        words.iter().map(String::as_str),
    );
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
    let mut entries = table::read(&lexicon.join("titles.txt"), 3)?;
    let ranges = table::by_first_word(&mut entries);
    let mut titles = Vec::new();
    for entry in &entries {
        let rest = code.strings(&entry.other_words());
        let gender = entry.choice(1, &GENDERS)?;
        let role = match entry.column(2) {
            "-" => "None".to_owned(),
            role => format!("Some({role:?})"),
        };
        titles.push(format!("Title {{ rest: {rest}, gender: {gender}, role: {role} }}"));
    }
    code.map("First words of titles.", "TITLE_HEADS", "(u16, u8)", &ranges);
    code.array("The titles by first word, the longest first.", "TITLES", "Title", &titles);
    Ok(())
}

fn roles(lexicon: &Path, code: &mut Code) -> Result<(), Failure> {
    let mut forms = BTreeMap::new();
    for entry in table::read(&lexicon.join("roles.txt"), 4)? {
        let class = entry.choice(2, &ROLE_CLASSES)?;
        let gender = entry.choice(3, &GENDERS)?;
        for (form, plural) in numbers(&entry) {
            let role = format!("Role {{ class: {class}, gender: {gender}, plural: {plural} }}");
            if forms.insert(form.clone(), role).is_some() {
                return Err(entry.failure(&format!("“{form}” is a form of another role too")));
            }
        }
    }
    code.map("Nouns for roles.", "ROLES", "Role", &forms);
    Ok(())
}

fn first_names(lexicon: &Path, code: &mut Code) -> Result<(), Failure> {
    let mut names = BTreeMap::new();
    for entry in table::read(&lexicon.join("first_names.txt"), 2)? {
        let gender = entry.choice(1, &NAME_GENDERS)?;
        names.insert(entry.first_word(), format!("FirstName {{ gender: {gender} }}"));
    }
    code.map("First names.", "FIRST_NAMES", "FirstName", &names);
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
    let mut entries = table::read(&lexicon.join("unnamed.txt"), 1)?;
    let ranges = table::by_first_word(&mut entries);
    let phrases: Vec<String> =
        entries.iter().map(|entry| code.strings(&entry.other_words())).collect();
    code.map("First words of unnamed sources.", "UNNAMED_HEADS", "(u16, u8)", &ranges);
    code.array("The words after the first, the longest first.", "UNNAMED", "&[&str]", &phrases);
    Ok(())
}

fn demonyms(lexicon: &Path, code: &mut Code) -> Result<(), Failure> {
    let mut demonyms = BTreeMap::new();
    let mut places = std::collections::BTreeSet::new();
    for entry in table::read(&lexicon.join("demonyms.txt"), 2)? {
        let place = format!("{:?}", entry.column(1));
        // *Russians*, but no such form of *Chinese, British, French, Swiss*.
        let word = entry.first_word();
        if !["s", "sh", "ch", "ese"].iter().any(|end| word.ends_with(end)) {
            demonyms.insert(format!("{word}s"), place.clone());
        }
        demonyms.insert(word, place);
        places.insert(entry.column(1).to_lowercase());
    }
    code.map("Demonyms and their places.", "DEMONYMS", "&str", &demonyms);
    code.set("The places of demonyms.", "PLACES", places.iter().map(String::as_str));
    Ok(())
}

const DEFINITENESS: [(&str, &str); 2] =
    [("definite", "Definiteness::Definite"), ("indefinite", "Definiteness::Indefinite")];

const NAME_PARTS: [(&str, &str); 2] =
    [("particle", "NamePart::Particle"), ("suffix", "NamePart::Suffix")];

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
    let mut nouns = BTreeMap::new();
    for entry in table::read(&lexicon.join(file), 2)? {
        let words: Vec<String> =
            entry.column(1).split(' ').filter(|word| *word != all).map(str::to_owned).collect();
        nouns.insert(entry.first_word(), code.strings(&words));
    }
    code.map(&format!("The nouns of {file}."), name, "&[&str]", &nouns);
    Ok(())
}

/// A set of nouns, columns noun and plural, in both numbers.
fn with_plurals(
    lexicon: &Path,
    file: &str,
    name: &str,
    documentation: &str,
    code: &mut Code,
) -> Result<(), Failure> {
    let entries = table::read(&lexicon.join(file), 2)?;
    let forms: std::collections::BTreeSet<String> =
        entries.iter().flat_map(numbers).map(|(form, _)| form).collect();
    code.set(documentation, name, forms.iter().map(String::as_str));
    Ok(())
}

/// The forms of a noun whose plural is in the second column, and whether each is the plural.
fn numbers(entry: &Entry) -> impl Iterator<Item = (String, bool)> + use<> {
    let plural = morphology::plural(&entry.first_word(), entry.column(1));
    [(entry.first_word(), false)].into_iter().chain(plural.map(|plural| (plural, true)))
}
