//! Lexicons that are kept as lemmas: their forms are made when a lexicon is first asked.

use super::{Index, inflection};

/// Forms that are made from lemmas, and a value for each.
pub(super) struct Forms<V> {
    index: Index,
    values: Vec<V>,
}

impl<V> Forms<V> {
    pub(super) fn get(&self, folded: &str) -> Option<&V> {
        self.values.get(self.index.find(folded).next()?)
    }
}

impl<V> FromIterator<(String, V)> for Forms<V> {
    fn from_iter<I: IntoIterator<Item = (String, V)>>(entries: I) -> Self {
        let (forms, values): (Vec<String>, Vec<V>) = entries.into_iter().unzip();
        Self { index: Index::new(&forms), values }
    }
}

/// Entries of one or more words, found by their first.
pub(super) struct Phrases<T> {
    first_words: Forms<std::ops::Range<usize>>,
    /// By first word, the longest first.
    entries: Vec<T>,
}

impl<T> Phrases<T> {
    /// Takes each entry with its first word; those with the same stand together.
    pub(super) fn new(phrases: impl Iterator<Item = (&'static str, T)>) -> Self {
        let mut ranges: Vec<(String, std::ops::Range<usize>)> = Vec::new();
        let mut entries = Vec::new();
        for (first, entry) in phrases {
            entries.push(entry);
            match ranges.last_mut() {
                Some((word, range)) if word == first => range.end = entries.len(),
                _ => ranges.push((first.to_owned(), entries.len() - 1..entries.len())),
            }
        }
        Self { first_words: ranges.into_iter().collect(), entries }
    }

    pub(super) fn beginning_with(&self, first: &str) -> &[T] {
        let range = self.first_words.get(first).cloned().unwrap_or(0..0);
        self.entries.get(range).unwrap_or_default()
    }
}

/// The first word of an entry and the others.
pub(super) fn words(entry: &'static str) -> (&'static str, &'static [&'static str]) {
    match entry.split_once(' ') {
        // They live as long as the lexicon they are made for once, which is as long as the program.
        Some((first, rest)) => (first, rest.split(' ').collect::<Vec<_>>().leak()),
        None => (entry, &[]),
    }
}

/// The singular and the plural of a noun, and whether each is the plural; its line names a plural that is
/// irregular.
pub(super) fn numbers(line: &'static str) -> impl Iterator<Item = (String, bool)> {
    let (singular, given) = line.split_once('\t').unwrap_or((line, "-"));
    let plural = inflection::plural(singular, given).map(|plural| (plural, true));
    [(singular.to_owned(), false)].into_iter().chain(plural)
}

/// Nouns, each with a list of words.
pub(super) fn word_lists(lines: &'static str) -> Forms<&'static [&'static str]> {
    let entries = lines.lines().filter_map(|line| line.split_once('\t'));
    entries
        .map(|(noun, list)| {
            // As long-lived as in `words`.
            (noun.to_owned(), &*list.split_whitespace().collect::<Vec<_>>().leak())
        })
        .collect()
}
