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
    Ok(())
}

const ABBREVIATIONS: [(&str, &str); 3] = [
    ("name", "Abbreviation::BeforeName"),
    ("number", "Abbreviation::BeforeNumber"),
    ("any", "Abbreviation::Anywhere"),
];
