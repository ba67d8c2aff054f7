//! The tagger: word by word from the left, each gets the tag that its features speak for most.
//!
//! A linear classifier over hashed features, greedy, after Collins (2002) and Ratnaparkhi (1996), with the
//! tags given so far among the features. Sums are whole numbers: the same text has the same tags everywhere.

use std::sync::LazyLock;

use super::Tag;
use super::candidates::ClosedWords;
use super::features::{self, History, Word};
use super::names::Part;
use super::weights::{TAGS, Weights};
use crate::shelf;
use crate::text::Window;

/// The tag of each token of the window; `names` says what each is of a name met before.
pub fn tag(window: &Window<'_>, names: &[Option<Part>]) -> Vec<Tag> {
    TAGGER.tag(window, names)
}

/// The weights that come with the engine.
static TAGGER: LazyLock<Tagger> = LazyLock::new(|| Tagger::new(shelf::TAGGER.bytes()));

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

    /// The tag of each token of the window; `names` says what each is of a name met before.
    pub fn tag(&self, window: &Window<'_>, names: &[Option<Part>]) -> Vec<Tag> {
        let words = features::words(window, names, &self.closed);
        let mut tags = Vec::with_capacity(words.len());
        for sentence in &window.sentences {
            self.sentence(words.get(sentence.clone()).unwrap_or_default(), &mut tags);
        }
        tags
    }

    /// Tags a sentence.
    fn sentence(&self, words: &[Word], tags: &mut Vec<Tag>) {
        // What each word says by itself is a first guess, for the sake of the words before it.
        let looks: Vec<Sums> = words.iter().map(|word| self.look(word)).collect();
        let guess = |(word, look)| best(word, look).0;
        let guesses: Vec<Tag> = words.iter().zip(&looks).map(guess).collect();
        let start = tags.len();
        let near = self.walk(words, &looks, &guesses, None, tags);

        // A sentence has a finite verb: where none was seen, the word that came nearest to one is taken
        // for it. *The report paints a grim picture.*
        let tagged = tags.get(start..).unwrap_or_default();
        let complete = tagged.contains(&Tag::Stop);
        let verbless = !tagged.iter().any(|tag| tag.is_finite());
        if complete && verbless && near.short_by <= NEAR {
            tags.truncate(start);
            self.walk(words, &looks, &guesses, Some(near), tags);
        }
    }

    /// Tags a sentence from the left, `verb` as the finite verb that it was found to be. Says which word came
    /// nearest to a finite verb without being one.
    fn walk(
        &self,
        words: &[Word],
        looks: &[Sums],
        guesses: &[Tag],
        verb: Option<Near>,
        tags: &mut Vec<Tag>,
    ) -> Near {
        let mut history = History::START;
        let mut nearest = Near { at: 0, tag: Tag::NN, short_by: i32::MAX };
        for (at, (word, look)) in words.iter().zip(looks).enumerate() {
            let tag = match (word.candidates.tags.only(), verb) {
                (Some(certain), _) => certain,
                (None, Some(verb)) if verb.at == at => verb.tag,
                (None, _) => {
                    let mut sums = *look;
                    let mut add = |key| self.weights.add(key, &mut sums);
                    features::neighbour_features(words, at, &mut add);
                    features::tag_features(words, guesses, at, &history, &mut add);
                    let (tag, sum) = best(word, &sums);
                    let finite = word.candidates.tags.iter().filter(|tag| tag.is_finite());
                    for verb in finite.filter(|&verb| verb != tag) {
                        let short_by = sum - sums.get(verb as usize).copied().unwrap_or(0);
                        if short_by < nearest.short_by {
                            nearest = Near { at, tag: verb, short_by };
                        }
                    }
                    tag
                }
            };
            history.push(word, tag);
            tags.push(tag);
        }
        nearest
    }

    /// What the features of the word by itself speak for.
    fn look(&self, word: &Word) -> Sums {
        let mut sums = [0; TAGS];
        if word.candidates.tags.only().is_none() {
            features::own_features(word, &mut |key| self.weights.add(key, &mut sums));
        }
        sums
    }
}

/// What speaks for each tag, summed up.
type Sums = [i32; TAGS];

/// A word that may be a finite verb.
#[derive(Clone, Copy, Debug)]
struct Near {
    /// Where it stands in its sentence.
    at: usize,
    /// The finite tag that most speaks for.
    tag: Tag,
    /// How much more speaks for another tag.
    short_by: i32,
}

/// How far short of a finite verb a word may fall and still be taken for one, in the steps of the weights
/// (a quarter of a nat each). At 8 more verbs are found and all tags together are as good; from 12 on
/// fragments without a verb suffer.
const NEAR: i32 = 8;

/// The tag of the word that most speaks for, and its sum; of equals its default, else the first.
fn best(word: &Word, sums: &Sums) -> (Tag, i32) {
    let sum = |tag: Tag| sums.get(tag as usize).copied().unwrap_or(0);
    let better = |best, tag| if sum(tag) > sum(best) { tag } else { best };
    let best = word.candidates.tags.iter().fold(word.candidates.default, better);
    (best, sum(best))
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
            for (token, tag) in window.tokens.iter().zip(tagger.tag(&window, &[])) {
                words.push(format!("{}/{}", token.span.of(text), tag.name()));
            }
        }
        words.join(" ")
    }

    #[test]
    fn the_weights_of_the_engine_can_be_read() {
        assert!(Weights::unpack(shelf::TAGGER.bytes()).is_some());
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
    fn participles_follow_their_auxiliaries() {
        assert_eq!(
            tagged("The senator said he had not yet reported what was said, but he reported it."),
            "The/DT senator/NN said/VBD he/PRP had/VBD not/RB yet/RB reported/VBN what/WP was/VBD \
             said/VBN ,/, but/CC he/PRP reported/VBD it/PRP ./."
        );
    }

    #[test]
    fn that_opens_clauses_and_points() {
        assert_eq!(
            tagged("She said that the plan that was signed would end that war."),
            "She/PRP said/VBD that/IN the/DT plan/NN that/WDT was/VBD signed/VBN would/MD end/VB \
             that/DT war/NN ./."
        );
    }

    #[test]
    fn a_sentence_has_a_finite_verb() {
        assert_eq!(
            tagged("The report paints a grim picture."),
            "The/DT report/NN paints/VBZ a/DT grim/JJ picture/NN ./."
        );
        assert_eq!(
            tagged("Residents complained about the noise."),
            "Residents/NNS complained/VBD about/IN the/DT noise/NN ./."
        );
        assert_eq!(tagged("A bridge of iron."), "A/DT bridge/NN of/IN iron/NN ./.");
    }

    #[test]
    fn headlines_keep_their_verbs() {
        assert_eq!(
            tagged("Mayor Claims Victory in Berlin"),
            "Mayor/NNP Claims/VBZ Victory/NN in/IN Berlin/NNP"
        );
    }

    #[test]
    fn like_compares_or_enjoys() {
        assert_eq!(
            tagged("We like cities like Paris."),
            "We/PRP like/VBP cities/NNS like/IN Paris/NNP ./."
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
            let count: usize = Windows::new(text).map(|window| tag(&window, &[]).len()).sum();
            assert_eq!(count, Windows::new(text).map(|window| window.tokens.len()).sum::<usize>());
        }
    }
}
