//! What the tagger looks at: a word's form, its neighbours and the tags given so far, each as a hashed key.
//!
//! Training and reading use the same functions, so that they cannot drift apart. No word is kept anywhere:
//! a feature is a number made from its template and its words (feature hashing, Weinberger et al. 2009).

use std::ops::Range;

use super::candidates::{Candidates, ClosedWords, open_candidates};
use super::{Tag, marks};
use crate::text::Window;
use crate::text::token::TokenKind;

/// What the tagger knows of a token before it has tagged anything.
#[derive(Clone, Copy, Debug)]
pub struct Word {
    /// Stands for the folded word, its digits made alike.
    key: u32,
    /// Stand for its last one, two, three and four bytes; 0 where it has no more than that.
    suffixes: [u32; 4],
    /// Stands for its first three bytes; 0 where it has no more than that.
    prefix: u32,
    /// Stands for what is behind its last hyphen; 0 without one.
    tail: u32,
    /// Capitals, digits and hyphens, and whether a sentence begins here or all of it is in capitals.
    shape: u32,
    /// The tags that it can have.
    pub candidates: Candidates,
}

/// The words of a window.
pub fn words(window: &Window<'_>, closed: &ClosedWords) -> Vec<Word> {
    let marks = marks::tags(window);
    let mut words = Vec::with_capacity(window.tokens.len());
    for sentence in &window.sentences {
        let lettering = Lettering::of(window, sentence.clone(), closed);
        let mut opening = true;
        for at in sentence.clone() {
            let mark = marks.get(at).copied().flatten();
            words.push(word(window, at, mark, closed, lettering, opening));
            opening = match mark {
                Some(Tag::OpenQuote | Tag::Colon | Tag::OpenBracket) => true,
                Some(_) => opening,
                None => false,
            };
        }
    }
    words
}

fn word(
    window: &Window<'_>,
    at: usize,
    mark: Option<Tag>,
    closed: &ClosedWords,
    lettering: Lettering,
    opening: bool,
) -> Word {
    let folded = window.folded(at);
    let (form, kind) = window
        .tokens
        .get(at)
        .map_or(("", TokenKind::Mark), |token| (token.span.of(window.text), token.kind));
    let key = word_key(folded);
    let capital = form.starts_with(char::is_uppercase);
    let candidates = match (mark, closed.candidates(key)) {
        (Some(tag), _) => Candidates::certain(tag),
        // *May* may be a name where only names have capitals.
        (None, Some(closed)) if capital && !opening && lettering == Lettering::Running => {
            Candidates { tags: closed.tags.with(Tag::NNP), ..closed }
        }
        (None, Some(closed)) => closed,
        (None, None) => open_candidates(form, folded, kind),
    };
    let bytes = folded.as_bytes();
    let suffix = |length: usize| match bytes.len().checked_sub(length) {
        Some(from) if from > 0 => hash(bytes.get(from..).unwrap_or_default()),
        _ => 0,
    };
    Word {
        key,
        suffixes: [suffix(1), suffix(2), suffix(3), suffix(4)],
        prefix: bytes.get(..3).filter(|_| bytes.len() > 3).map_or(0, hash),
        tail: folded.rsplit_once('-').map_or(0, |(_, tail)| word_key(tail)),
        shape: shape(form) * 6 + u32::from(opening) * 3 + lettering as u32,
        candidates,
    }
}

/// Stands for a folded word, its digits made alike: *1990s* and *1980s* are one.
pub fn word_key(folded: &str) -> u32 {
    mix(folded.bytes().fold(SEED, |state, byte| {
        let byte = if byte.is_ascii_digit() { b'0' } else { byte };
        (state ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    }))
}

fn hash(bytes: &[u8]) -> u32 {
    mix(bytes.iter().fold(SEED, |state, &byte| (state ^ u32::from(byte)).wrapping_mul(0x0100_0193)))
}

/// The offset basis of FNV-1a, whose steps the hashes take.
const SEED: u32 = 0x811C_9DC5;

/// Spreads a hash over all its bits (the finisher of MurmurHash3).
const fn mix(mut state: u32) -> u32 {
    state ^= state >> 16;
    state = state.wrapping_mul(0x85EB_CA6B);
    state ^= state >> 13;
    state = state.wrapping_mul(0xC2B2_AE35);
    state ^ state >> 16
}

/// How a sentence is lettered; a capital says little in a headline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Lettering {
    /// Like this sentence.
    Running = 0,
    /// Like This One in a Headline.
    Title = 1,
    /// LIKE THIS ONE.
    Capitals = 2,
}

impl Lettering {
    fn of(window: &Window<'_>, sentence: Range<usize>, closed: &ClosedWords) -> Self {
        let (mut words, mut capitals, mut open, mut titles) = (0, 0, 0, 0);
        for at in sentence {
            let Some(token) = window.tokens.get(at).filter(|token| token.kind == TokenKind::Word)
            else {
                continue;
            };
            let form = token.span.of(window.text);
            let mut letters = form.chars().filter(|c| c.is_alphabetic());
            let Some(first) = letters.next() else { continue };
            let rest_small = letters.clone().any(char::is_lowercase);
            if form.len() > 1 {
                words += 1;
                capitals += usize::from(first.is_uppercase() && !rest_small);
            }
            if form.len() > 3 && closed.candidates(word_key(window.folded(at))).is_none() {
                open += 1;
                titles += usize::from(first.is_uppercase());
            }
        }
        if words >= 3 && capitals * 4 >= words * 3 {
            Self::Capitals
        } else if open >= 3 && titles * 10 >= open * 9 {
            Self::Title
        } else {
            Self::Running
        }
    }
}

/// Capitals, digits, hyphens and stops of a word.
fn shape(form: &str) -> u32 {
    let mut letters = form.chars().filter(|c| c.is_alphabetic());
    let first = letters.next();
    let capital = first.is_some_and(char::is_uppercase);
    let (mut upper, mut lower) = (false, false);
    for letter in letters {
        upper |= letter.is_uppercase();
        lower |= letter.is_lowercase();
    }
    let case = match (capital, upper, lower) {
        (false, false, _) => 0,
        (true, false, true) => 1,
        (true, true, false) => 2,
        (true, false, false) => 3,
        _ => 4,
    };
    let has = |mark: fn(char) -> bool| u32::from(form.chars().any(mark));
    let digit = has(|c| c.is_ascii_digit());
    ((case * 2 + digit) * 2 + has(|c| c == '-')) * 2 + has(|c| c == '.')
}

/// The tags given so far, as far as later ones need them.
#[derive(Clone, Copy, Debug)]
pub struct History {
    /// The last tag and the one before it.
    last: [Tag; 2],
    /// The tag and key of the last token that is not an adverb: *has* in *has not yet said*.
    anchor: (Tag, u32),
    /// The last finite verb's tag in this sentence.
    finite: Tag,
    /// Whether a clause has begun since then.
    reopened: bool,
}

impl History {
    /// At the head of a sentence.
    pub const START: Self =
        Self { last: [Tag::Stop; 2], anchor: (Tag::Stop, 0), finite: Tag::Stop, reopened: false };

    /// Goes past `word`, which has been tagged.
    pub fn push(&mut self, word: &Word, tag: Tag) {
        self.last = [tag, self.last[0]];
        if !tag.is_adverb() {
            self.anchor = (tag, word.key);
        }
        if tag.is_finite() {
            self.finite = tag;
            self.reopened = false;
        } else if tag.is_wh() || matches!(tag, Tag::CC | Tag::Colon | Tag::OpenQuote | Tag::Comma) {
            self.reopened = true;
        }
    }
}

/// Gives every feature of the word at `at` to `each`. `words` are those of its sentence.
pub fn features(words: &[Word], at: usize, history: &History, each: &mut impl FnMut(u32)) {
    static_features(words, at, each);
    dynamic_features(words, at, history, each);
}

/// The features that need no tags.
pub fn static_features(words: &[Word], at: usize, each: &mut impl FnMut(u32)) {
    let around = |offset: usize| (at + offset).checked_sub(2).and_then(|at| words.get(at));
    let (Some(word), before, before2, after, after2) =
        (around(2), around(1), around(0), around(3), around(4))
    else {
        return;
    };
    let mut give = |template: u32, a: u32, b: u32| each(feature(template, a, b));
    let key_of = |word: Option<&Word>| word.map_or(1, |word| word.key);
    let class_of = |word: Option<&Word>| word.map_or(1, Word::class);
    let [suffix1, suffix2, suffix3, suffix4] = word.suffixes;
    let class = word.class();
    give(0, class, 0);
    give(1, word.key, 0);
    give(2, word.key, word.shape);
    give(3, suffix1, word.shape);
    give(4, suffix2, 0);
    give(5, suffix3, 0);
    give(6, suffix4, 0);
    give(7, suffix3, word.shape);
    give(8, word.prefix, 0);
    give(9, word.shape, 0);
    if word.tail != 0 {
        give(10, word.tail, 0);
    }
    give(11, key_of(before), 0);
    give(12, key_of(before2), 0);
    give(13, key_of(after), 0);
    give(14, key_of(after2), 0);
    give(15, class_of(after), class);
    give(16, class_of(after), class_of(after2));
    give(17, key_of(after), class);
    give(18, key_of(before), word.key);
    give(19, word.key, key_of(after));
    give(20, word.key, class_of(after));
    give(21, after.map_or(1, |word| word.suffixes[2]), class);
    give(22, after.map_or(1, |word| word.suffixes[1]), 0);
    give(23, before.map_or(1, |word| word.suffixes[2]), 0);
    give(24, after.map_or(1, |word| word.shape), word.shape);
    give(25, before.map_or(1, |word| word.shape), word.shape);
    give(26, suffix2, class_of(after));
}

/// The features that need the tags before the word.
pub fn dynamic_features(words: &[Word], at: usize, history: &History, each: &mut impl FnMut(u32)) {
    let Some(word) = words.get(at) else { return };
    let mut give = |template: u32, a: u32, b: u32| each(feature(template, a, b));
    let after = words.get(at + 1);
    let after_class = after.map_or(1, Word::class);
    let [last, last2] = history.last.map(|tag| tag as u32);
    let (anchor_tag, anchor_key) = history.anchor;
    let class = word.class();
    let clause = history.finite as u32 * 2 + u32::from(history.reopened);
    give(32, last, class);
    give(33, last * 64 + last2, class);
    give(34, last, word.key);
    give(35, last, after_class);
    give(36, last, word.suffixes[1]);
    give(37, last, word.suffixes[2]);
    give(38, last, word.shape);
    give(39, anchor_tag as u32, class);
    give(40, anchor_key, class);
    give(41, anchor_key, word.suffixes[1]);
    give(42, anchor_key, word.key);
    give(43, clause, class);
    give(44, clause, word.key);
    give(45, clause * 64 + last, word.suffixes[1]);
    give(46, last2, word.key);
    give(47, last * 64 + last2, after_class);
    give(48, last, after.map_or(1, |word| word.key));
    give(49, anchor_tag as u32 * 64 + last, word.suffixes[1]);
}

impl Word {
    /// Words that can have the same tags and are written alike are of one class.
    fn class(&self) -> u32 {
        let bits = self.candidates.tags.bits();
        mix(bits as u32 ^ (bits >> 32) as u32 ^ (self.shape / 48).wrapping_mul(0x9E37_79B1))
    }
}

fn feature(template: u32, a: u32, b: u32) -> u32 {
    let state = a.wrapping_mul(0x9E37_79B1) ^ b.rotate_left(15).wrapping_mul(0x85EB_CA77);
    mix(state ^ template.wrapping_mul(0xC2B2_AE3D))
}
