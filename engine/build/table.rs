//! A lexicon file: a head that says what it is and where its words come from, then one entry a line, its
//! columns parted by tabs, sorted by the first.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use crate::Failure;
use crate::inflection;
use crate::pack::Pack;

/// Reads a lexicon whose entries have `columns` columns.
pub(crate) fn read(path: &Path, columns: usize) -> Result<Vec<Entry>, Failure> {
    let text = fs::read_to_string(path).map_err(|e| Failure::of_file(path, &e.to_string()))?;
    let mut entries: Vec<Entry> = Vec::new();
    let mut folded = BTreeSet::new();
    let mut sourced = false;
    for (number, line) in (1..).zip(text.lines()) {
        let fail = |reason: &str| Err(Failure::of_line(path, number, reason));
        if let Some(head) = line.strip_prefix('#') {
            if !entries.is_empty() {
                return fail("the head stands above all entries");
            }
            sourced |= head.trim_start().starts_with("Sources:");
            continue;
        }
        if line.is_empty() && entries.is_empty() {
            continue;
        }
        let entry = Entry::new(path, number, line);
        if entry.columns.len() != columns {
            return fail(&format!(
                "{columns} columns are needed, here are {}",
                entry.columns.len()
            ));
        }
        if entry.columns.iter().any(|column| column.is_empty() || column.trim() != column) {
            return fail("a column is empty or begins or ends with a blank");
        }
        if entry.key().split([' ', '|']).any(|word| word.is_empty() || word.len() > LONGEST_WORD) {
            return fail("words are parted by one blank and at most 40 bytes long");
        }
        if entries.last().is_some_and(|before| before.key() >= entry.key()) {
            return fail("entries are sorted by their first column, and none stands twice");
        }
        if !folded.insert(entry.key().to_lowercase()) {
            return fail("an entry that differs only in capitals stands above");
        }
        entries.push(entry);
    }
    if !sourced {
        return Err(Failure::of_file(path, "the head has no line “# Sources: …”"));
    }
    Ok(entries)
}

/// Words longer than this are in no lexicon, so that a look-up need not hash them.
const LONGEST_WORD: usize = 40;

/// One line of a lexicon.
pub(crate) struct Entry {
    path: PathBuf,
    number: usize,
    columns: Vec<String>,
}

impl Entry {
    fn new(path: &Path, number: usize, line: &str) -> Self {
        let columns = line.split('\t').map(str::to_owned).collect();
        Self { path: path.to_owned(), number, columns }
    }

    /// The first column.
    pub(crate) fn key(&self) -> &str {
        self.column(0)
    }

    /// The column at `index`, counted from 0; empty when there is none.
    pub(crate) fn column(&self, index: usize) -> &str {
        self.columns.get(index).map_or("", String::as_str)
    }

    /// The first word of the first column as texts are looked up: in lower case.
    pub(crate) fn first_word(&self) -> String {
        self.key().split(' ').next().unwrap_or_default().to_lowercase()
    }

    /// The other words of the first column, in lower case.
    pub(crate) fn other_words(&self) -> Vec<String> {
        self.key().split(' ').skip(1).map(str::to_lowercase).collect()
    }

    /// The first column in lower case, where it has to be one word.
    pub(crate) fn single_word(&self) -> Result<String, Failure> {
        if self.key().contains(' ') {
            return Err(self.failure("an entry of this lexicon is one word"));
        }
        Ok(self.first_word())
    }

    /// What is wrong with this line.
    pub(crate) fn failure(&self, reason: &str) -> Failure {
        Failure::of_line(&self.path, self.number, reason)
    }

    /// The Rust name of what the column says, from a list of (word, name).
    pub(crate) fn choice(
        &self,
        column: usize,
        choices: &[(&str, &'static str)],
    ) -> Result<&'static str, Failure> {
        self.chosen(self.column(column), choices)
    }

    /// The Rust for each of a column's words, parted by blanks.
    pub(crate) fn choices(
        &self,
        column: usize,
        choices: &[(&str, &'static str)],
    ) -> Result<Vec<&'static str>, Failure> {
        self.column(column).split(' ').map(|word| self.chosen(word, choices)).collect()
    }

    fn chosen(
        &self,
        word: &str,
        choices: &[(&str, &'static str)],
    ) -> Result<&'static str, Failure> {
        choices.iter().find(|(name, _)| *name == word).map(|(_, rust)| *rust).ok_or_else(|| {
            let known: Vec<&str> = choices.iter().map(|(name, _)| *name).collect();
            self.failure(&format!("“{word}” is none of {}", known.join(", ")))
        })
    }
}

/// Generated Rust: the values of tables, and where in the pack their words are.
#[derive(Default)]
pub(crate) struct Code {
    text: String,
    pack: Pack,
}

impl Code {
    /// A table from folded words to values, each a Rust expression.
    pub(crate) fn map(
        &mut self,
        documentation: &str,
        name: &str,
        value_type: &str,
        entries: &BTreeMap<String, String>,
    ) {
        let words: Vec<&str> = entries.keys().map(String::as_str).collect();
        let values: Vec<&str> = entries.values().map(String::as_str).collect();
        let part = self.pack.lines(&words);
        // A `String` takes every write.
        let _ = writeln!(
            self.text,
            "/// {documentation}\nstatic {name}: Table<{value_type}> =\n    Table::new({part}, &[{}]);\n",
            values.join(", ")
        );
    }

    /// A table of folded words.
    pub(crate) fn set<'w>(
        &mut self,
        documentation: &str,
        name: &str,
        words: impl Iterator<Item = &'w str>,
    ) {
        let entries = words.map(|word| (word.to_owned(), "()".to_owned())).collect();
        self.map(documentation, name, "()", &entries);
    }

    /// A static array of entries, each a Rust expression.
    pub(crate) fn array(&mut self, documentation: &str, name: &str, of: &str, items: &[String]) {
        let _ =
            writeln!(self.text, "/// {documentation}\nstatic {name}: [{of}; {}] = [", items.len());
        for item in items {
            let _ = writeln!(self.text, "    {item},");
        }
        self.text.push_str("];\n\n");
    }

    /// Lines of words.
    pub(crate) fn lines(&mut self, documentation: &str, name: &str, lines: &[String]) {
        let part = self.pack.lines(lines);
        let _ = writeln!(self.text, "/// {documentation}\nstatic {name}: Part = {part};\n");
    }

    /// Numbers.
    pub(crate) fn numbers(&mut self, documentation: &str, name: &str, numbers: &[u16]) {
        let part = self.pack.numbers(numbers);
        let _ = writeln!(self.text, "/// {documentation}\nstatic {name}: Part = {part};\n");
    }

    /// The code, and the words.
    pub(crate) fn finish(self) -> (String, Pack) {
        (self.text, self.pack)
    }
}

/// Sorts entries by their first word; within a first word the longest entry comes first.
pub(crate) fn by_first_word(mut entries: Vec<Entry>) -> Vec<Entry> {
    entries.sort_by_key(|entry| {
        let words = entry.other_words();
        (entry.first_word(), std::cmp::Reverse(words.len()), words)
    });
    entries
}

/// The lines of a lexicon of nouns whose plural is in the second column: the folded singular, and the plural
/// where it is irregular. No form may belong to two nouns.
pub(crate) fn noun_lines(entries: &[Entry]) -> Result<Vec<String>, Failure> {
    let mut forms = BTreeSet::new();
    let mut lines = Vec::new();
    for entry in entries {
        let singular = entry.single_word()?;
        let given = entry.column(1);
        for form in inflection::plural(&singular, given).into_iter().chain([singular.clone()]) {
            if !forms.insert(form.clone()) {
                return Err(entry.failure(&format!("“{form}” is a form of another noun too")));
            }
        }
        lines.push(if given == "-" { singular } else { format!("{singular}\t{given}") });
    }
    Ok(lines)
}
