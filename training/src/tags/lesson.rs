//! Sentences as the learner sees them, and what it does with each.

use whose_words_engine::tag::candidates::ClosedWords;
use whose_words_engine::tag::features::{self, History, Word};
use whose_words_engine::tag::weights::TAGS;
use whose_words_engine::tag::{Names, Tag};

use super::corpus::Text;
use super::learner::{Learner, PerTag};

/// A sentence with the tags of the corpus.
pub(crate) struct Lesson {
    words: Vec<Word>,
    gold: Vec<Option<Tag>>,
    /// The features that need no tags, word by word; none for words of one tag.
    features: Vec<Features>,
}

/// The keys of a word's features that need no tags.
#[derive(Default)]
struct Features {
    /// Of the word by itself.
    own: Vec<u32>,
    /// Of its neighbours.
    neighbours: Vec<u32>,
}

/// The sentences of a text.
pub(crate) fn lessons(text: &Text, closed: &ClosedWords) -> Vec<Lesson> {
    let mut lessons = Vec::new();
    let mut names = Names::default();
    for (window, gold) in text.windows() {
        names.hear(&window);
        let words = features::words(&window, &names.parts(&window), closed);
        for sentence in &window.sentences {
            let words = words[sentence.clone()].to_vec();
            let features = (0..words.len()).map(|at| Features::new(&words, at)).collect();
            lessons.push(Lesson { words, gold: gold[sentence.clone()].to_vec(), features });
        }
    }
    lessons
}

impl Features {
    fn new(words: &[Word], at: usize) -> Self {
        let mut found = Self::default();
        if words[at].candidates.tags.only().is_none() {
            features::own_features(&words[at], &mut |key| found.own.push(key));
            features::neighbour_features(words, at, &mut |key| found.neighbours.push(key));
        }
        found
    }
}

/// How much learning to guess a word's tag from the word alone counts beside learning its tag: the guesses
/// are what the words before it see of it. Of 0, 0.3 and 0.4 the best; without it guesses are poor.
const GUESSING: f32 = 0.4;

impl Lesson {
    /// Gives every feature to `each`, as if all words had the tags of the corpus.
    pub(crate) fn features(&self, each: &mut impl FnMut(u32)) {
        let gold = self.words.iter().zip(&self.gold);
        let tags: Vec<Tag> =
            gold.map(|(word, gold)| gold.unwrap_or(word.candidates.default)).collect();
        let mut history = History::START;
        for (at, (word, features)) in self.words.iter().zip(&self.features).enumerate() {
            if word.candidates.tags.only().is_none() {
                features.own.iter().chain(&features.neighbours).for_each(|&key| each(key));
                features::tag_features(&self.words, &tags, at, &history, each);
            }
            history.push(word, tags[at]);
        }
    }

    /// Tags the sentence from the left and learns from each word. `row` finds the row of a key.
    pub(crate) fn learn(&self, learner: &mut Learner, row: &impl Fn(u32) -> Option<u32>) {
        let own: Vec<Vec<u32>> = self
            .features
            .iter()
            .map(|features| features.own.iter().filter_map(|&key| row(key)).collect())
            .collect();
        let looks: Vec<PerTag> = own.iter().map(|rows| learner.sums(rows)).collect();
        let guesses: Vec<Tag> =
            self.words.iter().zip(&looks).map(|(word, sums)| best(word, sums)).collect();
        let mut history = History::START;
        let mut rows = Vec::with_capacity(64);
        for (at, word) in self.words.iter().enumerate() {
            if let Some(certain) = word.candidates.tags.only() {
                history.push(word, certain);
                continue;
            }
            rows.clear();
            rows.extend(&own[at]);
            rows.extend(self.features[at].neighbours.iter().filter_map(|&key| row(key)));
            features::tag_features(&self.words, &guesses, at, &history, &mut |key| {
                rows.extend(row(key));
            });
            let sums = learner.sums(&rows);
            if let Some(gold) = self.gold[at].filter(|&gold| word.candidates.tags.contains(gold)) {
                learner.learn(&rows, &gradient(word, &sums, gold, 1.0));
                learner.learn(&own[at], &gradient(word, &looks[at], gold, GUESSING));
            }
            history.push(word, best(word, &sums));
        }
    }
}

/// The slope of the logistic loss: the chance of each tag, less 1 for the right one.
fn gradient(word: &Word, sums: &PerTag, gold: Tag, share: f32) -> PerTag {
    let top = sums[best(word, sums) as usize];
    let mut chances = [0.0; TAGS];
    for tag in word.candidates.tags.iter() {
        chances[tag as usize] = (sums[tag as usize] - top).exp();
    }
    let total: f32 = chances.iter().sum();
    chances = chances.map(|chance| chance / total * share);
    chances[gold as usize] -= share;
    chances
}

fn best(word: &Word, sums: &PerTag) -> Tag {
    let better =
        |best: Tag, tag: Tag| if sums[tag as usize] > sums[best as usize] { tag } else { best };
    word.candidates.tags.iter().fold(word.candidates.default, better)
}
