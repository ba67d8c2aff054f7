//! The lexicon of the tagger: closed words and the tags they can have.

use std::path::Path;

use crate::Failure;
use crate::table::{self, Code, Entry};

/// Adds the closed words, a line each: the tagger makes its own table of them.
pub(crate) fn generate(lexicon: &Path, code: &mut Code) -> Result<(), Failure> {
    let entries = table::read(&lexicon.join("closed.txt"), 2)?;
    let line = |entry: &Entry| format!("{}\t{}", entry.first_word(), entry.column(1));
    let lines: Vec<String> = entries.iter().map(line).collect();
    code.lines("Closed words and their tags.", "CLOSED_WORDS", &lines);
    Ok(())
}
