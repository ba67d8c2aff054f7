//! What the network looks at: each token as a number for its word and the numbers of what is true of it.
//!
//! Training and reading use the same functions, so that they cannot drift apart. Words come as hashes only, names as anybody's.
//! Whatever is true of a token is a *row* of one table of weights: its tag, its last letters, a class that the
//! lexicons know it in, whether it stands in a quotation. The network adds the rows up.

mod form;
mod group;
mod known;
mod name;
mod place;

use crate::tag::Passage;
use crate::tag::features::word_key;
use group::Group;

/// What the network sees of a token.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Look {
    /// Stands for the folded word, its digits made alike.
    pub word: u32,
    /// What is true of it, by number; each below [`ROWS`].
    pub rows: Vec<u16>,
}

/// How many things can be true of a token.
pub const ROWS: u16 = place::LAST.end();

/// Hashed letters have the rows from here on and no others do.
pub const FIRST_OF_LETTERS: u16 = form::SUFFIX_OF_TWO.first();

/// The looks of a window's tokens.
pub fn looks(passage: &Passage<'_>) -> Vec<Look> {
    let mut looks: Vec<Look> = (0..passage.len())
        .map(|at| {
            let mut rows = Vec::with_capacity(32);
            rows.push(TAG.row(passage.tag(at) as usize));
            let seen = name::seen(passage, at);
            form::rows(passage, at, seen, &mut rows);
            known::rows(passage, at, &mut rows);
            Look { word: word_key(seen), rows }
        })
        .collect();
    known::phrase_rows(passage, &mut looks);
    place::rows(passage, &mut looks);
    looks
}

/// The tag.
const TAG: Group = Group::new(0, 46);

/// Adds a row to the token at `at`, if there is one.
fn add(looks: &mut [Look], at: usize, row: u16) {
    if let Some(look) = looks.get_mut(at) {
        look.rows.push(row);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tag::Passages;

    #[test]
    fn every_row_is_of_the_table() {
        let text = "WASHINGTON — “I don’t think so,” Mr. Smith’s spokeswoman told The Times, citing \
                    sources who, according to the report, were not in her view ‘serious’.\n\n\
                    Officials plan to say that 53% of voters\n\n“Yes";
        for passage in Passages::new(text) {
            let looks = looks(&passage);
            assert_eq!(looks.len(), passage.len());
            assert!(looks.iter().flat_map(|look| &look.rows).all(|&row| row < ROWS));
        }
    }
}
