//! A lexicon file: a head that says what it is and where its words come from, then one entry a line, its
//! columns parted by tabs, sorted by the first.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use crate::Failure;

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
        let word = self.column(column);
        choices.iter().find(|(name, _)| *name == word).map(|(_, rust)| *rust).ok_or_else(|| {
            let known: Vec<&str> = choices.iter().map(|(name, _)| *name).collect();
            self.failure(&format!("“{word}” is none of {}", known.join(", ")))
        })
    }
}

/// Generated Rust: static tables and the perfect hashes over them.
#[derive(Default)]
pub(crate) struct Code {
    text: String,
    /// The slices of strings written so far, by their contents: equal ones are written once.
    slices: BTreeMap<Vec<String>, String>,
}

impl Code {
    /// A perfect hash from folded words to values, each a Rust expression.
    pub(crate) fn map(
        &mut self,
        documentation: &str,
        name: &str,
        value_type: &str,
        entries: &BTreeMap<String, String>,
    ) {
        let mut map = phf_codegen::Map::new();
        for (word, value) in entries {
            map.entry(word.as_str(), value.as_str());
        }
        let built = map.build();
        // A `String` takes every write.
        let _ = writeln!(
            self.text,
            "/// {documentation}\nstatic {name}: phf::Map<&str, {value_type}> = {built};\n"
        );
    }

    /// A perfect hash set of folded words.
    pub(crate) fn set<'w>(
        &mut self,
        documentation: &str,
        name: &str,
        words: impl Iterator<Item = &'w str>,
    ) {
        let mut set = phf_codegen::Set::new();
        for word in words.collect::<BTreeSet<&str>>() {
            set.entry(word);
        }
        let built = set.build();
        let _ =
            writeln!(self.text, "/// {documentation}\nstatic {name}: phf::Set<&str> = {built};\n");
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

    /// A static string.
    pub(crate) fn string(&mut self, documentation: &str, name: &str, text: &str) {
        let _ = writeln!(self.text, "/// {documentation}\nstatic {name}: &str = {text:?};\n");
    }

    /// The Rust expression of a slice of strings.
    pub(crate) fn strings(&mut self, words: &[String]) -> String {
        if words.is_empty() {
            return "&[]".to_owned();
        }
        if let Some(name) = self.slices.get(words) {
            return format!("&{name}");
        }
        let name = format!("WORDS_{}", self.slices.len());
        let _ = writeln!(self.text, "static {name}: [&str; {}] = {words:?};", words.len());
        self.slices.insert(words.to_vec(), name.clone());
        format!("&{name}")
    }

    /// The code.
    pub(crate) fn finish(self) -> String {
        self.text
    }
}

/// Sorts entries by their first word and gives, for each first word, where its entries stand: a Rust
/// expression `(first, number)`. Within a first word the longest entry comes first.
pub(crate) fn by_first_word(entries: &mut [Entry]) -> BTreeMap<String, String> {
    entries.sort_by_key(|entry| {
        let words = entry.other_words();
        (entry.first_word(), std::cmp::Reverse(words.len()), words)
    });
    let mut ranges: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    for (index, entry) in entries.iter().enumerate() {
        ranges.entry(entry.first_word()).or_insert((index, 0)).1 += 1;
    }
    ranges.into_iter().map(|(word, range)| (word, format!("{range:?}"))).collect()
}
