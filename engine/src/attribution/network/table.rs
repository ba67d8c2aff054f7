//! Tokens as numbers: a row for the word, and the sum of the rows of whatever else is true of it.

use super::bytes::Bytes;
use super::features::{FIRST_OF_LETTERS, Look, ROWS};

/// The rows, in 1/64.
#[derive(Clone, Debug, Default)]
pub(super) struct Table {
    /// The hashes of the words that have a row of their own, sorted.
    own: Vec<u32>,
    /// How many rows all other words share.
    shared: u32,
    word_width: usize,
    words: Vec<i8>,
    row_width: usize,
    rows: Vec<i8>,
}

impl Table {
    /// Reads the rows, of words so wide and of all else so wide.
    pub(super) fn unpack(
        bytes: &mut Bytes<'_>,
        word_width: usize,
        row_width: usize,
    ) -> Option<Self> {
        let (rows, first_of_letters) = (bytes.u16()?, bytes.u16()?);
        // Weights for other features than ours would be noise.
        if (rows, first_of_letters) != (ROWS, FIRST_OF_LETTERS) || word_width + row_width == 0 {
            return None;
        }
        let (own_count, shared) = (usize::from(bytes.u16()?), bytes.u16()?);
        let (low, high) = (bytes.take(own_count)?, bytes.take(own_count)?);
        let mut key = 0;
        let steps = low.iter().zip(high).map(|(&low, &high)| u16::from_le_bytes([low, high]));
        let own = steps
            .map(|step| {
                key += u32::from(step);
                key
            })
            .collect();
        let book = bytes.i8s(CODES)?;
        let words = (own_count + usize::from(shared)) * word_width;
        let words = bytes.coded(words, &book)?;
        let book = bytes.i8s(CODES)?;
        let mut all = bytes.i8s(usize::from(first_of_letters) * row_width)?;
        all.extend(bytes.coded(usize::from(rows - first_of_letters) * row_width, &book)?);
        Some(Self { own, shared: shared.into(), word_width, words, row_width, rows: all })
    }

    /// How many numbers a token is.
    pub(super) const fn width(&self) -> usize {
        self.word_width + self.row_width
    }

    /// The tokens, one after the other, in 1/1024.
    pub(super) fn tokens(&self, looks: &[Look]) -> Vec<i16> {
        let mut tokens = Vec::with_capacity(looks.len() * self.width());
        let mut sums = vec![0_i16; self.row_width];
        for look in looks {
            let word = row(&self.words, self.word_row(look.word), self.word_width);
            tokens.extend(word.iter().map(|&value| activation(value.into())));
            sums.fill(0);
            for &number in &look.rows {
                let row = row(&self.rows, number.into(), self.row_width);
                add(&mut sums, row);
            }
            tokens.extend(sums.iter().map(|&sum| activation(sum)));
        }
        tokens
    }

    /// The row of a word: its own, or one that it shares.
    fn word_row(&self, word: u32) -> usize {
        match self.own.binary_search(&(word & 0xFF_FFFF)) {
            Ok(own) => own,
            Err(_) => self.own.len() + word.checked_rem(self.shared).unwrap_or(0) as usize,
        }
    }
}

/// How many different numbers a row of four bits can hold.
const CODES: usize = 16;

#[cfg_attr(target_arch = "wasm32", inline(never))] // As in `Dense`.
fn add(sums: &mut [i16], row: &[i8]) {
    // 255 rows of at most 127 stay below the limit.
    sums.iter_mut().zip(row).for_each(|(sum, &value)| *sum = sum.saturating_add(i16::from(value)));
}

fn row(table: &[i8], number: usize, width: usize) -> &[i8] {
    table.get(number * width..(number + 1) * width).unwrap_or_default()
}

/// From 1/64 to 1/1024, at most 2.
fn activation(value: i16) -> i16 {
    value.clamp(-128, 128) * 16
}
