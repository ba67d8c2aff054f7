//! Words of a text, and the words that spans touch: the unit in which roles are compared.

use std::collections::BTreeSet;

use crate::wire::json::CodePoints;

/// A text as evaluation sees it, in code points.
pub(super) struct Words {
    characters: Vec<char>,
    /// The words, in order.
    words: Vec<CodePoints>,
}

impl Words {
    /// Cuts `text` into words.
    pub(super) fn new(text: &str) -> Self {
        let characters: Vec<char> = text.chars().collect();
        let mut words: Vec<CodePoints> = Vec::new();
        for (at, _) in characters.iter().enumerate().filter(|&(_, &character)| is_word(character)) {
            match words.last_mut() {
                Some(word) if word[1] == at => word[1] = at + 1,
                _ => words.push([at, at + 1]),
            }
        }
        Self { characters, words }
    }

    /// The words that `spans` touch.
    pub(super) fn touched(&self, spans: &[CodePoints]) -> BTreeSet<usize> {
        let mut touched = BTreeSet::new();
        for &[start, end] in spans {
            let first = self.words.partition_point(|word| word[1] <= start);
            let behind = self.words.partition_point(|word| word[0] < end);
            touched.extend(first..behind);
        }
        touched
    }

    /// `spans` without anything but letters and digits at their edges; pieces with no word between
    /// them are one.
    pub(super) fn trimmed(&self, spans: &[CodePoints]) -> Vec<CodePoints> {
        let edge = |at: usize| !self.characters.get(at).is_some_and(|c| c.is_alphanumeric());
        let mut trimmed: Vec<CodePoints> = Vec::new();
        for &[mut start, mut end] in spans {
            while start < end && edge(start) {
                start += 1;
            }
            while end > start && edge(end - 1) {
                end -= 1;
            }
            if start < end {
                trimmed.push([start, end]);
            }
        }
        trimmed.sort_unstable();
        let mut joined: Vec<CodePoints> = Vec::new();
        for piece in trimmed {
            match joined.last_mut() {
                Some(last) if !self.has_word(last[1], piece[0]) => last[1] = piece[1],
                _ => joined.push(piece),
            }
        }
        joined
    }

    fn has_word(&self, start: usize, end: usize) -> bool {
        self.characters.get(start..end).is_some_and(|between| between.iter().any(|&c| is_word(c)))
    }
}

fn is_word(character: char) -> bool {
    character.is_alphanumeric() || character == '_'
}
