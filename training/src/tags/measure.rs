//! How often a tagger is right, over all and where the rooms behind it depend on it most.

use std::collections::BTreeMap;
use std::fmt;

use whose_words_engine::tag::perceptron::Tagger;
use whose_words_engine::tag::{Names, Tag};

use super::corpus::Text;

/// Counts over one text, cut by the engine; tokens that the corpus cuts otherwise or leaves untagged are
/// left out.
#[derive(Default)]
pub(crate) struct Measured {
    all: Count,
    words: Count,
    /// By what is asked.
    questions: BTreeMap<&'static str, Count>,
    /// The commonest mistakes: right tag, given tag.
    mistakes: BTreeMap<(Tag, Tag), usize>,
}

#[derive(Clone, Copy, Default)]
struct Count {
    right: usize,
    of: usize,
}

impl Measured {
    pub(crate) fn new(tagger: &Tagger, text: &Text) -> Self {
        let mut measured = Self::default();
        let mut names = Names::default();
        for (window, gold) in text.windows() {
            names.hear(&window);
            for (at, (tag, gold)) in
                tagger.tag(&window, &names.parts(&window)).into_iter().zip(gold).enumerate()
            {
                if let Some(gold) = gold {
                    measured.count(window.folded(at), tag, gold);
                }
            }
        }
        measured
    }

    fn count(&mut self, folded: &str, tag: Tag, gold: Tag) {
        let right = tag == gold;
        self.all.add(right);
        if !gold.is_punctuation() {
            self.words.add(right);
        }
        if let Some(question) = question(folded, gold) {
            self.questions.entry(question).or_default().add(right);
        }
        if !right {
            *self.mistakes.entry((gold, tag)).or_default() += 1;
        }
    }
}

impl Count {
    fn add(&mut self, right: bool) {
        self.right += usize::from(right);
        self.of += 1;
    }
}

/// What the token asks of the tagger beyond the common.
fn question(folded: &str, gold: Tag) -> Option<&'static str> {
    Some(match (folded, gold) {
        ("that", _) => "that",
        ("'s", _) => "'s",
        ("like", _) => "like",
        (_, Tag::VBD | Tag::VBN) => "VBD/VBN",
        (_, Tag::VB | Tag::VBP) => "VB/VBP",
        (_, Tag::VBZ) => "VBZ",
        (_, Tag::NNP | Tag::NNPS) => "NNP",
        (_, Tag::NN | Tag::NNS) => "NN",
        _ => return None,
    })
}

impl fmt::Display for Count {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:.4}", self.right as f64 / self.of.max(1) as f64)
    }
}

impl fmt::Display for Measured {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} of {} tokens, words {}\n   ", self.all, self.all.of, self.words)?;
        for (question, count) in &self.questions {
            write!(f, " {question} {count}")?;
        }
        let mut mistakes: Vec<_> = self.mistakes.iter().collect();
        mistakes.sort_by_key(|(_, count)| std::cmp::Reverse(**count));
        write!(f, "\n   ")?;
        for ((gold, tag), count) in mistakes.into_iter().take(12) {
            write!(f, " {}→{} {count}", gold.name(), tag.name())?;
        }
        Ok(())
    }
}
