//! The lexicons of cutting text into sentences and clauses: abbreviations, elisions, words that open them.

use std::collections::BTreeMap;
use std::path::Path;

use crate::Failure;
use crate::table::{self, Code, Entry};

/// Adds the tables.
pub(crate) fn generate(lexicon: &Path, code: &mut Code) -> Result<(), Failure> {
    let mut abbreviations = BTreeMap::new();
    for entry in table::read(&lexicon.join("abbreviations.txt"), 2)? {
        abbreviations.insert(entry.first_word(), entry.choice(1, &ABBREVIATIONS)?.to_owned());
    }
    code.map("Abbreviations.", "ABBREVIATIONS", "Abbreviation", &abbreviations);
    for (file, name, documentation) in [
        ("elisions.txt", "ELISIONS", "Words that begin with an apostrophe."),
        ("question_words.txt", "QUESTION_WORDS", "Words that open a reported question."),
        (
            "participial_prepositions.txt",
            "PARTICIPIAL_PREPOSITIONS",
            "Participles that are prepositions.",
        ),
        ("subordinators.txt", "SUBORDINATORS", "Words that open a finite clause."),
        ("summative_nouns.txt", "SUMMATIVE_NOUNS", "Nouns that sum up the clause before them."),
        (
            "sentence_openers.txt",
            "SENTENCE_OPENERS",
            "Words whose capital says that a sentence begins.",
        ),
    ] {
        let entries = table::read(&lexicon.join(file), 1)?;
        let words: Vec<String> = entries.iter().map(Entry::first_word).collect();
        code.set(documentation, name, words.iter().map(String::as_str));
    }
    function_words(&lexicon.join("function_words.txt"), code)
}

/// Function words, each with a bit for every function that its second column names.
fn function_words(path: &Path, code: &mut Code) -> Result<(), Failure> {
    let mut words = BTreeMap::new();
    for entry in table::read(path, 2)? {
        let functions = entry.choices(1, &FUNCTIONS)?;
        let value = functions.iter().fold("Functions::NONE".to_owned(), |value, function| {
            format!("{value}.or(Functions::{function})")
        });
        words.insert(entry.first_word(), value);
    }
    code.map("Function words.", "FUNCTION_WORDS", "Functions", &words);
    Ok(())
}

const FUNCTIONS: [(&str, &str); 14] = [
    ("as", "AS"),
    ("be", "BE"),
    ("by", "BY"),
    ("do", "DO"),
    ("for", "FOR"),
    ("have", "HAVE"),
    ("how", "HOW"),
    ("it", "IT"),
    ("objective", "OBJECTIVE"),
    ("of", "OF"),
    ("quantity", "QUANTITY"),
    ("reflexive", "REFLEXIVE"),
    ("speaker", "SPEAKER"),
    ("that", "THAT"),
];

const ABBREVIATIONS: [(&str, &str); 3] = [
    ("name", "Abbreviation::BeforeName"),
    ("number", "Abbreviation::BeforeNumber"),
    ("any", "Abbreviation::Anywhere"),
];
