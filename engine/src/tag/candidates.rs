//! Which tags a word can have at all: a closed word those of its entry, any other those its form allows.
//!
//! What can be said for certain is said here, so that no weight is spent on it: *the* is a determiner, no
//! word outside of the lexicon is a pronoun, and nothing is a `VBG` that does not end in *-ing*.

use super::Tag;
use super::features::word_key;
use crate::lexicon;
use crate::text::token::TokenKind;

/// The closed words with their tags, by key.
#[derive(Clone, Debug)]
pub struct ClosedWords {
    /// Open addressing: the word with key `k` is at `k % len` or right behind.
    table: Vec<Option<(u32, Candidates)>>,
}

impl ClosedWords {
    /// Reads them from the lexicon.
    pub fn new() -> Self {
        let mut table = vec![None; PLACES];
        for (word, names) in lexicon::closed_words() {
            let tags = names.split(' ').filter_map(Tag::parse);
            let Some(default) = tags.clone().next() else { continue };
            let key = word_key(word);
            let mut places = (0..PLACES).map(|step| place(key, step));
            let free = places.find(|&at| matches!(table.get(at), Some(None)));
            if let Some(entry) = free.and_then(|at| table.get_mut(at)) {
                *entry = Some((key, Candidates { tags: tags.collect(), default }));
            }
        }
        Self { table }
    }

    /// The tags of a closed word; none for any other.
    pub fn candidates(&self, key: u32) -> Option<Candidates> {
        (0..PLACES)
            .map_while(|step| self.table.get(place(key, step)).copied().flatten())
            .find(|&(found, _)| found == key)
            .map(|(_, candidates)| candidates)
    }
}

impl Default for ClosedWords {
    fn default() -> Self {
        Self::new()
    }
}

/// The tags that a word can have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Candidates {
    /// All of them.
    pub tags: TagSet,
    /// What the word is where nothing else speaks.
    pub default: Tag,
}

impl Candidates {
    /// One tag for certain.
    pub fn certain(tag: Tag) -> Self {
        Self { tags: TagSet::EMPTY.with(tag), default: tag }
    }
}

/// Room for the closed words, a quarter of it used, so that most look-ups end at the first place.
const PLACES: usize = 1024;

fn place(key: u32, step: usize) -> usize {
    (key as usize + step) % PLACES
}

/// The tags that a word outside of the closed ones can have by its form; `folded` is in lower case.
pub fn open_candidates(form: &str, folded: &str, kind: TokenKind) -> Candidates {
    let number = kind == TokenKind::Number || folded.starts_with(|c: char| c.is_ascii_digit());
    if number && !folded.chars().any(char::is_alphabetic) {
        return Candidates::certain(Tag::CD);
    }
    if number {
        // *1990s, 5-year, 3pm, 20th*
        return Candidates { tags: NUMBERS.iter().copied().collect(), default: Tag::CD };
    }
    let mut tags: TagSet = OPEN.iter().copied().collect();
    let mut default = Tag::NN;
    if form.chars().any(char::is_uppercase) {
        tags = tags.with(Tag::NNP).with(Tag::NNPS);
        default = Tag::NNP;
    }
    for (tag, endings) in ENDINGS {
        if endings.iter().any(|ending| folded.ends_with(ending)) {
            tags = tags.with(*tag);
        }
    }
    Candidates { tags, default }
}

/// What a number with letters can be.
const NUMBERS: &[Tag] = &[Tag::CD, Tag::JJ, Tag::NN, Tag::NNS, Tag::NNP, Tag::RB];

/// What any open word can be.
const OPEN: &[Tag] = &[
    Tag::NN,
    Tag::NNS,
    Tag::JJ,
    Tag::RB,
    Tag::VB,
    Tag::VBP,
    Tag::VBD,
    Tag::VBN,
    Tag::CD,
    Tag::UH,
    Tag::FW,
];

/// The endings without which a word cannot have a tag.
const ENDINGS: &[(Tag, &[&str])] = &[
    (Tag::VBG, &["ing", "in'", "ing-"]),
    (Tag::VBZ, &["s"]),
    (Tag::JJR, &["er", "less", "more", "worse"]),
    (Tag::RBR, &["er", "less", "more", "worse"]),
    (Tag::JJS, &["est", "st", "most"]),
    (Tag::RBS, &["est", "st"]),
];

/// Some of the tags.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct TagSet(u64);

impl TagSet {
    /// No tag.
    pub const EMPTY: Self = Self(0);

    /// These tags and one more.
    #[must_use]
    pub const fn with(self, tag: Tag) -> Self {
        Self(self.0 | 1 << tag as u32)
    }

    /// Whether `tag` is among them.
    pub const fn contains(self, tag: Tag) -> bool {
        self.0 & 1 << tag as u32 != 0
    }

    /// Whether there is none.
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The only tag.
    pub fn only(self) -> Option<Tag> {
        if self.0.count_ones() == 1 { self.iter().next() } else { None }
    }

    /// The tags in the order of their numbers.
    pub fn iter(self) -> impl Iterator<Item = Tag> {
        let mut left = self.0;
        std::iter::from_fn(move || {
            let tag = Tag::ALL.get(left.trailing_zeros() as usize).copied();
            left &= left.wrapping_sub(1);
            tag
        })
    }

    /// One bit per tag.
    pub const fn bits(self) -> u64 {
        self.0
    }
}

impl FromIterator<Tag> for TagSet {
    fn from_iter<I: IntoIterator<Item = Tag>>(tags: I) -> Self {
        tags.into_iter().fold(Self::EMPTY, Self::with)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn closed_words_have_the_tags_of_their_entry() {
        let closed = ClosedWords::new();
        assert_eq!(closed.candidates(word_key("the")), Some(Candidates::certain(Tag::DT)));
        let that = closed.candidates(word_key("that")).unwrap();
        assert!(that.default == Tag::IN && that.tags.contains(Tag::WDT));
        assert_eq!(closed.candidates(word_key("pickle")), None);
    }

    #[test]
    fn every_name_in_the_lexicon_is_a_tag() {
        for (word, names) in lexicon::closed_words() {
            assert!(names.split(' ').all(|name| Tag::parse(name).is_some()), "{word}: {names}");
        }
    }

    #[test]
    fn an_ending_opens_a_tag() {
        let open = |form: &str| open_candidates(form, &form.to_lowercase(), TokenKind::Word).tags;
        assert!(open("taking").contains(Tag::VBG));
        assert!(!open("taken").contains(Tag::VBG));
        assert!(!open("taken").contains(Tag::NNP));
        assert!(open("Taken").contains(Tag::NNP));
    }

    #[test]
    fn a_number_is_certain_until_letters_follow() {
        let number = |form: &str| open_candidates(form, form, TokenKind::Number);
        assert_eq!(number("2,000"), Candidates::certain(Tag::CD));
        assert!(number("1990s").tags.contains(Tag::NNS));
    }

    #[test]
    fn sets_give_back_what_they_were_made_of() {
        let set: TagSet = [Tag::VBD, Tag::CC, Tag::Other].into_iter().collect();
        assert_eq!(set.iter().collect::<Vec<_>>(), [Tag::CC, Tag::VBD, Tag::Other]);
    }
}
