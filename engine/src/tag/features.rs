//! What the tagger looks at: a word's form, its neighbours and the tags given so far, each as a hashed key.
//!
//! Training and reading use the same functions, so that they cannot drift apart. No word is kept anywhere:
//! a feature is a number made from its template and its words (feature hashing, Weinberger et al. 2009).

use std::ops::Range;

use super::candidates::{Candidates, ClosedWords, open_candidates};
use super::names::{self, Part};
use super::{Tag, marks};
use crate::lexicon;
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
    /// Which of its letters are capitals.
    case: Case,
    /// Case, digits, hyphens and stops, and what the sentence around makes of a capital.
    shape: u32,
    /// What the engine's lexicons know of it.
    known: u32,
    /// The tags that it can have.
    pub candidates: Candidates,
}

/// The words of a window; `names` says what each is of a name met before.
pub fn words(window: &Window<'_>, names: &[Option<Part>], closed: &ClosedWords) -> Vec<Word> {
    let marks = marks::tags(window);
    let mut words = Vec::with_capacity(window.tokens.len());
    for sentence in &window.sentences {
        let lettering = Lettering::of(window, sentence.clone(), closed);
        let mut position = Position::Opening;
        for at in sentence.clone() {
            let mark = marks.get(at).copied().flatten();
            words.push(match mark {
                Some(tag) => Word::new(window.folded(at), Candidates::certain(tag)),
                None => {
                    let part = names.get(at).copied().flatten();
                    word(window, at, part, closed, lettering, position)
                }
            });
            position = match mark {
                Some(Tag::OpenQuote | Tag::Colon | Tag::OpenBracket) => Position::Opening,
                Some(_) => position,
                None => Position::Inside,
            };
        }
    }
    words
}

/// The word or number at `at`.
fn word(
    window: &Window<'_>,
    at: usize,
    part: Option<Part>,
    closed: &ClosedWords,
    lettering: Lettering,
    position: Position,
) -> Word {
    let form = window.word(at);
    let kind = window.tokens.get(at).map_or(TokenKind::Word, |token| token.kind);
    let running = lettering == Lettering::Running && position == Position::Inside;
    let closed = closed.candidates(word_key(window.folded(at)));
    let folded = names::seen(window, at, part, running && closed.is_none());
    let candidates = match closed {
        // *May* is a name where only names have capitals.
        Some(closed) if running && form.starts_with(char::is_uppercase) => {
            Candidates { tags: closed.tags.with(Tag::NNP), ..closed }
        }
        Some(closed) => closed,
        None => open_candidates(form, folded, kind),
    };
    let case = Case::of(form);
    let has = |mark: fn(char) -> bool| u32::from(form.chars().any(mark));
    let marks = has(|c| c.is_ascii_digit()) * 4 + has(|c| c == '-') * 2 + has(|c| c == '.');
    let shape = ((case as u32 * 8 + marks) * 2 + position as u32) * 3 + lettering as u32;
    let known = if candidates.tags.only().is_some() { 0 } else { known(folded) };
    Word { case, shape, known, ..Word::new(folded, candidates) }
}

impl Word {
    /// What a word is without its capitals.
    fn new(folded: &str, candidates: Candidates) -> Self {
        let bytes = folded.as_bytes();
        let suffix = |length: usize| match bytes.len().checked_sub(length) {
            Some(from) if from > 0 => hash(bytes.get(from..).unwrap_or_default()),
            _ => 0,
        };
        Self {
            key: word_key(folded),
            suffixes: [suffix(1), suffix(2), suffix(3), suffix(4)],
            prefix: bytes.get(..3).filter(|_| bytes.len() > 3).map_or(0, hash),
            tail: folded.rsplit_once('-').map_or(0, |(_, tail)| word_key(tail)),
            case: Case::Small,
            shape: 0,
            known: 0,
            candidates,
        }
    }

    /// Words that can have the same tags and are written alike are of one class.
    fn class(&self) -> u32 {
        let bits = self.candidates.tags.bits();
        mix(bits as u32 ^ (bits >> 32) as u32 ^ (self.case as u32).wrapping_mul(GOLDEN))
    }
}

/// What the engine's lexicons say of a word, one bit each.
fn known(folded: &str) -> u32 {
    let forms = lexicon::cue_verb(folded).map(|verb| verb.inflections);
    let verb = forms.fold(0, |bits, forms| {
        let forms = [forms.base(), forms.third(), forms.past(), forms.participle(), forms.gerund()];
        bits | set_bits(&forms)
    });
    let noun = lexicon::cue_noun(folded);
    let others = [
        noun.is_some_and(|noun| !noun.plural),
        noun.is_some_and(|noun| noun.plural),
        lexicon::first_name(folded).is_some(),
        lexicon::role(folded).is_some(),
        lexicon::demonym(folded).is_some(),
        lexicon::organisation_word(folded),
        lexicon::cue_adjective(folded).is_some(),
    ];
    verb | set_bits(&others) << 5
}

fn set_bits(flags: &[bool]) -> u32 {
    flags.iter().rev().fold(0, |bits, &flag| bits << 1 | u32::from(flag))
}

/// Stands for a folded word, its digits made alike: *1990s* and *1980s* are one.
pub fn word_key(folded: &str) -> u32 {
    mix(folded.bytes().fold(SEED, |state, byte| {
        let byte = if byte.is_ascii_digit() { b'0' } else { byte };
        (state ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    }))
}

/// Stands for the bytes of a word or of a part of one.
pub(crate) fn hash(bytes: &[u8]) -> u32 {
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

/// How a sentence is lettered: a capital says little in a headline.
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

/// Whether a capital may come from the place of a word alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Position {
    /// Further on in a sentence.
    Inside = 0,
    /// At the head of a sentence, or behind a colon or an opening mark.
    Opening = 1,
}

/// Which letters of a word are capitals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Case {
    /// *small*, and what has no letters.
    Small = 0,
    /// *Name*.
    Name = 1,
    /// *McCain*.
    Inner = 2,
    /// *UN*, *I*.
    Capitals = 3,
    /// *iPhone*.
    Late = 4,
}

impl Case {
    pub(crate) fn of(form: &str) -> Self {
        let mut letters = form.chars().filter(|c| c.is_alphabetic());
        let capital = letters.next().is_some_and(char::is_uppercase);
        let (mut upper, mut lower) = (false, false);
        for letter in letters {
            upper |= letter.is_uppercase();
            lower |= letter.is_lowercase();
        }
        match (capital, upper, lower) {
            (false, false, _) => Self::Small,
            (true, false, true) => Self::Name,
            (true, true, true) => Self::Inner,
            (true, _, false) => Self::Capitals,
            (false, true, _) => Self::Late,
        }
    }
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

/// The features of a word by itself.
pub fn own_features(word: &Word, each: &mut impl FnMut(u32)) {
    let mut give = |template: u32, a: u32, b: u32| each(feature(template, a, b));
    let [suffix1, suffix2, suffix3, suffix4] = word.suffixes;
    give(0, word.class(), 0);
    give(1, word.key, 0);
    give(2, word.key, word.shape);
    give(3, suffix1, word.shape);
    give(4, suffix2, 0);
    give(5, suffix3, 0);
    give(6, suffix4, 0);
    give(7, suffix3, word.shape);
    give(8, word.prefix, 0);
    give(9, word.shape, 0);
    give(10, word.known, word.class());
    give(11, word.known, word.shape);
    if word.tail != 0 {
        give(12, word.tail, 0);
    }
}

/// The features of the words around the one at `at`.
pub fn neighbour_features(words: &[Word], at: usize, each: &mut impl FnMut(u32)) {
    let around = |offset: usize| (at + offset).checked_sub(2).and_then(|at| words.get(at));
    let (Some(word), before, before2, after, after2) =
        (around(2), around(1), around(0), around(3), around(4))
    else {
        return;
    };
    let mut give = |template: u32, a: u32, b: u32| each(feature(template, a, b));
    let key_of = |word: Option<&Word>| word.map_or(1, |word| word.key);
    let class_of = |word: Option<&Word>| word.map_or(1, Word::class);
    let suffix2 = word.suffixes[1];
    let class = word.class();
    give(20, key_of(before), 0);
    give(21, key_of(before2), 0);
    give(22, key_of(after), 0);
    give(23, key_of(after2), 0);
    give(24, class_of(after), class);
    give(25, class_of(after), class_of(after2));
    give(26, key_of(after), class);
    give(27, key_of(before), word.key);
    give(28, word.key, key_of(after));
    give(29, word.key, class_of(after));
    give(30, after.map_or(1, |word| word.suffixes[2]), class);
    give(31, after.map_or(1, |word| word.suffixes[1]), 0);
    give(32, before.map_or(1, |word| word.suffixes[2]), 0);
    give(33, after.map_or(1, |word| word.shape), word.shape);
    give(34, before.map_or(1, |word| word.shape), word.shape);
    give(35, suffix2, class_of(after));
    give(36, after.map_or(1, |word| word.known), class);
    give(37, before.map_or(1, |word| word.known), class);
}

/// The features of the tags around the word at `at`: those before it as given, those behind it as guessed.
pub fn tag_features(
    words: &[Word],
    guesses: &[Tag],
    at: usize,
    history: &History,
    each: &mut impl FnMut(u32),
) {
    let Some(word) = words.get(at) else { return };
    let mut give = |template: u32, a: u32, b: u32| each(feature(template, a, b));
    let after = words.get(at + 1);
    let after_class = after.map_or(1, Word::class);
    let [last, last2] = history.last.map(|tag| tag as u32);
    let (anchor_tag, anchor_key) = history.anchor;
    let class = word.class();
    let clause = history.finite as u32 * 2 + u32::from(history.reopened);
    let guess = |offset: usize| guesses.get(at + offset).map_or(63, |&tag| tag as u32);
    let (next, next2) = (guess(1), guess(2));
    give(40, last, class);
    give(41, last * 64 + last2, class);
    give(42, last, word.key);
    give(43, last, after_class);
    give(44, last, word.suffixes[1]);
    give(45, last, word.suffixes[2]);
    give(46, last, word.shape);
    give(47, anchor_tag as u32, class);
    give(48, anchor_key, class);
    give(49, anchor_key, word.suffixes[1]);
    give(50, anchor_key, word.key);
    give(51, clause, class);
    give(52, clause, word.key);
    give(53, clause * 64 + last, word.suffixes[1]);
    give(54, last2, word.key);
    give(55, last * 64 + last2, after_class);
    give(56, last, after.map_or(1, |word| word.key));
    give(57, anchor_tag as u32 * 64 + last, word.suffixes[1]);
    give(58, next, class);
    give(59, next * 64 + next2, class);
    give(60, next * 64 + last, class);
    give(61, next, word.key);
    give(62, next * 64 + next2, word.key);
    give(63, next * 64 + last, word.key);
    give(64, next, word.suffixes[1]);
    give(65, next * 64 + guess(0), last);
    give(66, word.known, last);
    give(67, word.known, next);
    give(68, word.known, anchor_key);
    // A clause wants one finite verb: *the party panders to its donors* has no other.
    let wants = clause * 2 + u32::from(finite_ahead(guesses, at));
    give(69, wants, class);
    give(70, wants, word.key);
    give(71, wants * 64 + last, class);
    give(72, wants * 64 + last, next);
    give(73, wants, word.known);
    give(74, word.known * 64 + last, next);
    give(75, guess(0) * 64 + last, last2);
}

/// Whether a word that looks like a finite verb comes before the next stop or colon.
fn finite_ahead(guesses: &[Tag], at: usize) -> bool {
    let ahead = guesses.get(at + 1..).unwrap_or_default().iter().take(AHEAD);
    let clause = ahead.take_while(|tag| !matches!(tag, Tag::Stop | Tag::Colon));
    clause.copied().any(Tag::is_finite)
}

/// How many words ahead are looked at: as many as most sentences have.
const AHEAD: usize = 24;

/// A feature's key from its template and up to two things that it looks at.
fn feature(template: u32, a: u32, b: u32) -> u32 {
    let state = a.wrapping_mul(GOLDEN) ^ b.rotate_left(15).wrapping_mul(0x85EB_CA77);
    mix(state ^ template.wrapping_mul(0xC2B2_AE3D))
}

/// 2^32 by the golden ratio, which spreads neighbouring numbers (Knuth).
const GOLDEN: u32 = 0x9E37_79B1;
