//! How a token is written: its letters, capitals and marks.

use super::group::Group;
use crate::tag::Passage;
use crate::tag::features::{Case, hash};
use crate::text::token::TokenKind;

/// Capitals, each at the head of a sentence or inside.
const CASE: Group = super::TAG.then(5 * 2);
/// Digits, hyphen, full stop, apostrophe.
const SIGNS: Group = CASE.then(4);
/// Word, number or mark, each glued to the token before it or not.
const KIND: Group = SIGNS.then(3 * 2);
/// How many letters.
const LENGTH: Group = KIND.then(6);
/// Its last two bytes.
pub(super) const SUFFIX_OF_TWO: Group = super::place::LAST_WITHOUT_LETTERS.then(160);
/// Its last three.
const SUFFIX_OF_THREE: Group = SUFFIX_OF_TWO.then(384);
/// Its first three.
const PREFIX: Group = SUFFIX_OF_THREE.then(256);
/// Any three bytes in a row, both ends counted as one.
const TRIGRAM: Group = PREFIX.then(1024);
/// The last group here that is not of letters.
pub(super) const LAST_WITHOUT_LETTERS: Group = LENGTH;
/// The last group here.
pub(super) const LAST: Group = TRIGRAM;

/// Of a longer word only the first trigrams count: nothing in English needs more, and a hostile text gains
/// nothing by long words.
const MOST_TRIGRAMS: usize = 14;

/// Adds the rows of the token's form, with the letters of the word that is seen in its place.
pub(super) fn rows(passage: &Passage<'_>, at: usize, seen: &str, rows: &mut Vec<u16>) {
    let form = passage.word(at);
    let (kind, glued) =
        passage.token(at).map_or((TokenKind::Mark, false), |token| (token.kind, token.glued));
    rows.push(KIND.row(kind as usize * 2 + usize::from(glued)));
    if kind == TokenKind::Mark {
        return;
    }
    let opening = passage.sentence_of(at).start == at;
    rows.push(CASE.row(Case::of(form) as usize * 2 + usize::from(opening)));
    let signs = [
        form.bytes().any(|byte| byte.is_ascii_digit()),
        form.contains('-'),
        form.contains('.'),
        form.contains(crate::text::token::is_apostrophe),
    ];
    rows.extend(signs.iter().enumerate().filter(|(_, is)| **is).map(|(sign, _)| SIGNS.row(sign)));
    let folded = seen.as_bytes();
    rows.push(LENGTH.row((folded.len() / 2).min(5)));
    if kind == TokenKind::Word {
        letters(folded, rows);
    }
}

/// Adds the rows of a word's letters.
fn letters(folded: &[u8], rows: &mut Vec<u16>) {
    let tail = |length| folded.get(folded.len().saturating_sub(length)..).unwrap_or_default();
    rows.push(SUFFIX_OF_TWO.hashed(hash(tail(2))));
    rows.push(SUFFIX_OF_THREE.hashed(hash(tail(3))));
    rows.push(PREFIX.hashed(hash(folded.get(..3).unwrap_or(folded))));
    let at = |index: usize| match index.checked_sub(1) {
        Some(index) => folded.get(index).copied().unwrap_or(END),
        None => END,
    };
    let trigrams = (0..folded.len().min(MOST_TRIGRAMS))
        .map(|start| TRIGRAM.hashed(hash(&[at(start), at(start + 1), at(start + 2)])));
    rows.extend(trigrams);
}

/// Stands before the first byte of a word and behind its last.
const END: u8 = 0;
