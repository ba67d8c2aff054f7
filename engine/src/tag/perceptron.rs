//! The tagger: word by word from the left, each gets the tag that its features speak for most.
//!
//! A linear classifier over hashed features, greedy, after Collins (2002) and Ratnaparkhi (1996), with the
//! tags given so far among the features. Sums are whole numbers: the same text has the same tags everywhere.

use std::sync::LazyLock;

use super::Tag;
use super::candidates::ClosedWords;
use super::features::{self, History, Word};
use super::weights::{TAGS, Weights};
use crate::text::Window;

/// The tag of each token of the window.
pub fn tag(window: &Window<'_>) -> Vec<Tag> {
    TAGGER.tag(window)
}

/// The weights that come with the engine.
static TAGGER: LazyLock<Tagger> =
    LazyLock::new(|| Tagger::new(include_bytes!("../../model/tagger.bin")));

/// Closed words and weights.
#[derive(Clone, Debug)]
pub struct Tagger {
    closed: ClosedWords,
    weights: Weights,
}

impl Tagger {
    /// A tagger with packed weights. Where they cannot be read there are none, and every word is what it
    /// is where nothing else speaks.
    pub fn new(packed: &[u8]) -> Self {
        let weights = Weights::unpack(packed).unwrap_or_default();
        Self { closed: ClosedWords::new(), weights }
    }

    /// The tag of each token of the window.
    pub fn tag(&self, window: &Window<'_>) -> Vec<Tag> {
        let words = features::words(window, &self.closed);
        let mut tags = Vec::with_capacity(words.len());
        for sentence in &window.sentences {
            let sentence = words.get(sentence.clone()).unwrap_or_default();
            let mut history = History::START;
            for (at, word) in sentence.iter().enumerate() {
                let tag = match word.candidates.tags.only() {
                    Some(certain) => certain,
                    None => self.best(sentence, at, word, &history),
                };
                history.push(word, tag);
                tags.push(tag);
            }
        }
        tags
    }

    /// The tag that the features of `word`, at `at` of its sentence, speak for most.
    fn best(&self, sentence: &[Word], at: usize, word: &Word, history: &History) -> Tag {
        let mut sums = [0_i32; TAGS];
        features::features(sentence, at, history, &mut |key| self.weights.add(key, &mut sums));
        let sum = |tag: Tag| sums.get(tag as usize).copied().unwrap_or(0);
        let better = |best, tag| if sum(tag) > sum(best) { tag } else { best };
        word.candidates.tags.iter().fold(word.candidates.default, better)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Windows;

    /// The words of a text with their tags, as corpora print them: `The/DT dog/NN`.
    fn tagged(text: &str) -> String {
        tagged_by(&TAGGER, text)
    }

    fn tagged_by(tagger: &Tagger, text: &str) -> String {
        let mut words = Vec::new();
        for window in Windows::new(text) {
            for (token, tag) in window.tokens.iter().zip(tagger.tag(&window)) {
                words.push(format!("{}/{}", token.span.of(text), tag.name()));
            }
        }
        words.join(" ")
    }

    #[test]
    fn the_weights_of_the_engine_can_be_read() {
        assert!(Weights::unpack(include_bytes!("../../model/tagger.bin")).is_some());
    }

    #[test]
    fn reporting_verbs_are_told_from_their_nouns() {
        assert_eq!(
            tagged("The mayor claims that the city plans a new bridge."),
            "The/DT mayor/NN claims/VBZ that/IN the/DT city/NN plans/VBZ a/DT new/JJ bridge/NN ./."
        );
        assert_eq!(
            tagged("His claims about the plans of the city were denied, the report said."),
            "His/PRP$ claims/NNS about/IN the/DT plans/NNS of/IN the/DT city/NN were/VBD denied/VBN \
             ,/, the/DT report/NN said/VBD ./."
        );
        assert_eq!(
            tagged("Officials report that she has not yet claimed the prize."),
            "Officials/NNS report/VBP that/IN she/PRP has/VBZ not/RB yet/RB claimed/VBN the/DT \
             prize/NN ./."
        );
    }

    #[test]
    fn a_possessive_is_told_from_a_verb() {
        assert_eq!(
            tagged("The minister’s plan shows that he’s right about the voters’ choice."),
            "The/DT minister/NN ’s/POS plan/NN shows/VBZ that/IN he/PRP ’s/VBZ right/JJ about/IN \
             the/DT voters/NNS ’/POS choice/NN ./."
        );
    }

    #[test]
    fn quotation_marks_face_as_their_quotations_do() {
        assert_eq!(
            tagged("His words—’we will win’—were heard."),
            "His/PRP$ words/NNS —/: ’/`` we/PRP will/MD win/VB ’/'' —/: were/VBD heard/VBN ./."
        );
    }

    #[test]
    fn without_weights_every_word_has_a_tag_that_it_can_have() {
        let broken = Tagger::new(b"not weights");
        assert_eq!(
            tagged_by(&broken, "The dog may bark at Putin, 3 times."),
            "The/DT dog/NN may/MD bark/NN at/IN Putin/NNP ,/, 3/CD times/NN ./."
        );
    }

    #[test]
    fn odd_texts_have_tags() {
        for text in
            ["", " ", "’", "“”", "\u{301}", "a\u{AD}b", "- -- ---", "'s 's 's", "İstanbul ẞ ﬁ"]
        {
            let count: usize = Windows::new(text).map(|window| tag(&window).len()).sum();
            assert_eq!(count, Windows::new(text).map(|window| window.tokens.len()).sum::<usize>());
        }
    }
}
