//! Other words for a clause of commentary, tried by letting the engine read again.

use std::rc::Rc;

use whose_words_engine::Report;
use whose_words_engine::edit::{markers, smallest};
use whose_words_engine::span::Span;

use super::article::{Article, Text, Title};
use super::engine::Finder;

/// An article up to so many bytes is read as a whole where the paragraph around a clause is not enough for its mark: that
/// takes less than a tenth of a second.
const WHOLE: usize = 20_000;

/// A clause of commentary, with as much around it as its mark needs.
#[derive(Clone, Debug)]
pub struct Trial {
    article: Rc<Article>,
    finder: Finder,
    /// Where the clause is in the article.
    clause: Span,
    /// What is read again.
    excerpt: Span,
}

impl Trial {
    /// For the clause `id` of the report; none where it is no commentary without all the article around it.
    pub fn of_clause(article: &Rc<Article>, finder: &Finder, id: usize) -> Option<Self> {
        let clause = article.report.commentary.get(id)?.span;
        let leaf = article.leaves.get(article.leaf_at(clause.start))?;
        let paragraph = leaf.paragraphs.iter().find(|paragraph| paragraph.touches(clause));
        let whole = Span::new(0, article.text.len());
        let excerpts = paragraph.copied().into_iter();
        let excerpts = excerpts.chain((whole.len() <= WHOLE).then_some(whole));
        let trials = excerpts.map(|excerpt| Self {
            article: Rc::clone(article),
            finder: finder.clone(),
            clause,
            excerpt: excerpt.join(clause),
        });
        let mut trials = trials.filter(|trial| !trial.marked_by(trial.words()).is_empty());
        trials.next()
    }

    /// The clause as it stands.
    pub fn words(&self) -> &str {
        self.clause.of(&self.article.text)
    }

    /// The least to take out of the clause for its mark to go, as spans of [`Trial::words`]; none where that takes more
    /// than some of its words.
    pub fn smallest(&self) -> Option<Vec<Span>> {
        let from = self.clause.start - self.excerpt.start;
        let clause = Span::new(from, from + self.clause.len());
        let taken = smallest(|text| self.read(text), self.excerpt.of(&self.article.text), clause)?;
        let inside = taken.iter().filter(|taken| clause.contains(**taken));
        Some(inside.map(|taken| Span::new(taken.start - from, taken.end - from)).collect())
    }

    /// What makes the clause commentary when it has these words; nothing when it is none.
    pub fn marked_by(&self, words: &str) -> Vec<String> {
        let text = self.with(words, self.excerpt);
        let from = self.clause.start - self.excerpt.start;
        let markers = markers(&self.read(&text), Span::new(from, from + words.len()));
        markers.iter().map(|marker| marker.of(&text).to_owned()).collect()
    }

    /// The whole article with these words in place of the clause, and where they are.
    pub fn put(&self, words: &str) -> (Text, usize) {
        let body = self.with(words, Span::new(0, self.article.text.len()));
        (Text { title: Title::Pasted, body: body.into() }, self.clause.start)
    }

    /// A stretch around the clause with other words in its place.
    fn with(&self, words: &str, around: Span) -> String {
        let text = &self.article.text;
        let before = Span::new(around.start, self.clause.start).of(text);
        let behind = Span::new(self.clause.end, around.end).of(text);
        [before, words, behind].concat()
    }

    /// An engine that has stopped finds nothing; who reads the article next says so.
    fn read(&self, text: &str) -> Report {
        self.finder.read(text).unwrap_or_default()
    }
}
