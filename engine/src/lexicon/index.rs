//! Words found by hash. What ships is the words themselves, sorted and so well compressed; the hash over
//! them is made when a lexicon is first asked, which takes less time than loading it would.

use std::sync::OnceLock;

use crate::shelf::Part;

/// A lexicon that is kept as it ships: words, and a value for each.
pub(super) struct Table<V: 'static> {
    /// The words, a line each.
    words: Part,
    values: &'static [V],
    index: OnceLock<Index>,
}

impl<V> Table<V> {
    /// `values` has one value for each of the lines of `words`.
    pub(super) const fn new(words: Part, values: &'static [V]) -> Self {
        Self { words, values, index: OnceLock::new() }
    }

    /// The value of a word.
    pub(super) fn get(&'static self, word: &str) -> Option<&'static V> {
        self.values.get(self.index().find(word).next()?)
    }

    /// Whether it holds the word.
    pub(super) fn contains(&self, word: &str) -> bool {
        self.index().find(word).next().is_some()
    }

    fn index(&self) -> &Index {
        self.index.get_or_init(|| Index::new(self.words.text().lines()))
    }
}

/// The hash over words: of each, the numbers it was given.
pub(crate) struct Index {
    /// The words, one after the other.
    text: String,
    /// Where each word ends in `text`.
    ends: Vec<u32>,
    /// One more than a word’s number where the word’s hash leads or shortly behind, else 0; at least half of
    /// the slots are 0, so that a look-up ends.
    slots: Vec<u16>,
}

impl Index {
    /// Numbers the words from 0 on. A word may come more than once.
    pub(crate) fn new<W: AsRef<str>>(words: impl IntoIterator<Item = W>) -> Self {
        let mut text = String::new();
        let mut ends = Vec::new();
        for word in words {
            text.push_str(word.as_ref());
            ends.push(u32::try_from(text.len()).unwrap_or(u32::MAX));
        }
        let slots = vec![0; (2 * ends.len() + 1).next_power_of_two()];
        let mut index = Self { text, ends, slots };
        for number in 0..index.ends.len() {
            let free = index.probe(index.word(number)).find(|&at| index.slots.get(at) == Some(&0));
            if let (Some(at), Ok(entry)) = (free, u16::try_from(number + 1))
                && let Some(slot) = index.slots.get_mut(at)
            {
                *slot = entry;
            }
        }
        index
    }

    /// The numbers of a word, in order.
    pub(crate) fn find(&self, word: &str) -> impl Iterator<Item = usize> + Clone {
        // Nothing is hashed that is longer than any word of any lexicon.
        let reach = if word.len() > LONGEST_WORD { 0 } else { self.slots.len() };
        self.probe(word)
            .take(reach)
            .map_while(|at| usize::from(*self.slots.get(at)?).checked_sub(1))
            .filter(move |&number| self.word(number) == word)
    }

    /// The slots where a word may stand, nearest first.
    fn probe(&self, word: &str) -> impl Iterator<Item = usize> + Clone + use<> {
        let mask = self.slots.len() - 1;
        let first = hash(word) as usize;
        (0..=mask).map(move |step| first.wrapping_add(step) & mask)
    }

    fn word(&self, number: usize) -> &str {
        let end = |number: usize| self.ends.get(number).map_or(0, |&end| end as usize);
        let start = number.checked_sub(1).map_or(0, end);
        self.text.get(start..end(number)).unwrap_or_default()
    }
}

/// Words longer than this are in no lexicon; the build sees to it.
const LONGEST_WORD: usize = 40;

/// FNV-1a (Fowler, Noll & Vo), its upper half folded in, since only the lower bits choose a slot.
fn hash(word: &str) -> u32 {
    let hash = word
        .bytes()
        .fold(0x811C_9DC5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    hash ^ (hash >> 15)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_word_has_its_numbers_and_no_other_word_has_any() {
        let words = ["found", "say", "found", "", "é"];
        let index = Index::new(words);
        let numbers = |word| index.find(word).collect::<Vec<_>>();
        assert_eq!(numbers("found"), [0, 2]);
        assert_eq!(numbers("say"), [1]);
        assert_eq!(numbers(""), [3]);
        assert_eq!(numbers("é"), [4]);
        for absent in ["foun", "foundsay", "sayfound", "s", &"x".repeat(1000)] {
            assert!(numbers(absent).is_empty(), "{absent}");
        }
    }

    #[test]
    fn an_empty_lexicon_holds_nothing() {
        let index = Index::new::<&str>([]);
        assert_eq!(index.find("").count(), 0);
    }

    #[test]
    fn look_ups_are_short() {
        let words: Vec<String> = (0..5000).map(|n| format!("word{n}")).collect();
        let index = Index::new(&words);
        let steps =
            |word: &String| index.probe(word).take_while(|&at| index.slots[at] != 0).count();
        assert!(words.iter().map(steps).sum::<usize>() < 4 * words.len());
    }
}
