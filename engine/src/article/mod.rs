//! Further readings of the whole article, when it has been read to its end: a finding each, stated as counts.
//!
//! While windows are read, [`Notes`] keeps the little that the report does not hold: which sentences are without a
//! source, and what is claimed in them.

mod headline;
mod one_kind;
mod order;
mod stretch;
mod unsourced;

use std::ops::Range;

use crate::report::{Finding, Report};
use crate::span::Span;
use crate::tag::Passage;
use crate::voice::{Owner, Voices};

/// What is noted of an article for its findings.
#[derive(Clone, Debug, Default)]
pub struct Notes {
    /// The sentences, as in the report.
    sentences: Vec<Noted>,
    /// What is claimed without a source.
    claims: Vec<unsourced::Claim>,
    /// The headline, where the article has one that names no source.
    headline: Option<Span>,
}

/// What is noted of a sentence.
#[derive(Clone, Copy, Debug)]
struct Noted {
    span: Span,
    words: usize,
    /// Whether nobody but the author has a part in it.
    unsourced: bool,
}

impl Notes {
    /// Notes down what a window holds.
    pub fn window(&mut self, passage: &Passage<'_>, voices: &Voices) {
        if self.sentences.is_empty() {
            self.headline = headline::of_window(passage, voices);
        }
        for sentence in &passage.window.sentences {
            let words = sentence.clone().filter(|&at| passage.is_word(at)).count();
            let unsourced = is_authors(voices, sentence);
            self.sentences.push(Noted { span: passage.span(sentence.clone()), words, unsourced });
            if unsourced {
                self.claims.extend(unsourced::claims(passage, voices, sentence));
            }
        }
    }

    /// The findings about the article that was read.
    pub fn findings(&self, text: &str, report: &Report) -> Vec<Finding> {
        let headline = self.headline.and_then(|it| headline::find(text, report, it));
        [
            stretch::find(&self.sentences),
            unsourced::find(&self.claims),
            headline,
            order::find(report),
            one_kind::find(report),
        ]
        .into_iter()
        .flatten()
        .collect()
    }
}

/// Whether nobody but the author has a part in the tokens.
fn is_authors(voices: &Voices, tokens: &Range<usize>) -> bool {
    tokens.clone().all(|at| voices.owner(at) == Owner::Author)
}
