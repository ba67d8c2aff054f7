//! How far the engine's reports agree with readings by hand, corpus by corpus.
//!
//! Everything is counted on what leaves the engine, in code points, so that the figures are those
//! of anyone who scores our JSON reports. Words here are runs of letters, digits and `_`.

mod words;
mod pairs;
mod mistake;
mod attribution;
mod discourse;
mod sentence;
mod slant;

use std::cmp::Reverse;
use std::fmt::{Display, Formatter};

use crate::wire::gold::{Gold, Marked};
use crate::wire::json::{CodePoints, WrittenReport};
use attribution::AttributionCounts;
use discourse::DiscourseCounts;
pub use mistake::{Mistake, MistakeKind};
use sentence::SentenceCounts;
use slant::SlantCounts;

/// The figures of one corpus, gathered article by article.
///
/// # Example: an article's figures
/// ```
/// use whose_words_engine::evaluate::Evaluation;
/// use whose_words_engine::read;
/// use whose_words_engine::wire::{gold::Gold, json::WrittenReport};
/// let gold = Gold::from_json(r#"{"id":"1","text":"Pickles are a triumph.","label":"SUBJ"}"#)?;
/// let report = WrittenReport::new(&gold.id, &gold.text, &read(&gold.text));
/// let mut evaluation = Evaluation::of_corpus_like(&gold);
/// assert!(evaluation.add(&gold, &report).is_ok());
/// assert_eq!(evaluation.rows().len(), 1);
/// # Ok::<(), whose_words_engine::wire::gold::NoGold>(())
/// ```
#[derive(Clone, Debug)]
pub struct Evaluation {
    counts: Counts,
}

/// The counts of each kind of corpus.
#[derive(Clone, Debug)]
enum Counts {
    Attributions(Box<AttributionCounts>),
    Slant(SlantCounts),
    Discourse(DiscourseCounts),
    Opinion(SentenceCounts),
    Subjectivity(SentenceCounts),
}

/// The record is of another corpus than those before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AnotherCorpus;

/// A figure and what it is of.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// What was counted.
    pub name: String,
    /// The count.
    pub figure: Figure,
}

/// A count, as one line of the table shows it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Figure {
    /// Precision, recall and F1.
    Agreement(Agreement),
    /// How many of all.
    Share {
        /// How many.
        hit: usize,
        /// Of all.
        of: usize,
    },
    /// A mean.
    Mean(f64),
    /// The mean of two classes' F1.
    MacroF1 {
        /// Each class with its agreement.
        classes: [(&'static str, Agreement); 2],
        /// How many cases.
        of: usize,
    },
}

/// What was found against what was marked by hand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Agreement {
    /// Found and marked.
    pub both: usize,
    /// Found.
    pub found: usize,
    /// Marked by hand.
    pub marked: usize,
}

impl Evaluation {
    /// No figures yet, for the kind of corpus that `gold` is of.
    pub fn of_corpus_like(gold: &Gold) -> Self {
        let counts = match gold.marked {
            Marked::Attributions(_) => Counts::Attributions(Box::default()),
            Marked::Slant(_) => Counts::Slant(SlantCounts::default()),
            Marked::Discourse(_) => Counts::Discourse(DiscourseCounts::default()),
            Marked::Opinion(_) => Counts::Opinion(SentenceCounts::new(
                "Expresses writer's opinion",
                "Entirely factual",
            )),
            Marked::Subjectivity(_) => Counts::Subjectivity(SentenceCounts::new("SUBJ", "OBJ")),
        };
        Self { counts }
    }

    /// Counts one article's report in.
    ///
    /// # Errors
    /// When `gold` is of another kind of corpus than those before it; nothing is counted then.
    pub fn add(&mut self, gold: &Gold, report: &WrittenReport) -> Result<(), AnotherCorpus> {
        match (&mut self.counts, &gold.marked) {
            (Counts::Attributions(counts), Marked::Attributions(marked)) => {
                counts.add(&gold.id, &gold.text, marked, report);
            }
            (Counts::Slant(counts), Marked::Slant(marked)) => counts.add(marked, report),
            (Counts::Discourse(counts), Marked::Discourse(marked)) => counts.add(marked, report),
            (Counts::Opinion(counts), Marked::Opinion(marked)) => {
                counts.add(marked.opinion.as_deref().unwrap_or_default(), report);
            }
            (Counts::Subjectivity(counts), Marked::Subjectivity(marked)) => {
                counts.add(&marked.label, report);
            }
            _ => return Err(AnotherCorpus),
        }
        Ok(())
    }

    /// The table.
    pub fn rows(&self) -> Vec<Row> {
        match &self.counts {
            Counts::Attributions(counts) => counts.rows(),
            Counts::Slant(counts) => counts.rows(),
            Counts::Discourse(counts) => counts.rows(),
            Counts::Opinion(counts) | Counts::Subjectivity(counts) => vec![counts.row()],
        }
    }

    /// The passages in which the reports differ most from readings by hand, the gravest first and of equals the first
    /// in the corpus; none for corpora that hold no attributions.
    pub fn gravest(&self, count: usize) -> Vec<&Mistake> {
        let Counts::Attributions(counts) = &self.counts else { return Vec::new() };
        let mut mistakes: Vec<&Mistake> = counts.mistakes().iter().collect();
        mistakes.sort_by_key(|mistake| Reverse(mistake.gravity));
        mistakes.truncate(count);
        mistakes
    }
}

impl Agreement {
    /// How much of what was found was marked.
    pub fn precision(self) -> f64 {
        share(self.both, self.found)
    }

    /// How much of what was marked was found.
    pub fn recall(self) -> f64 {
        share(self.both, self.marked)
    }

    /// Their harmonic mean.
    pub fn f1(self) -> f64 {
        let (precision, recall) = (self.precision(), self.recall());
        if precision + recall > 0.0 { 2.0 * precision * recall / (precision + recall) } else { 0.0 }
    }
}

impl Row {
    fn new(name: impl Into<String>, figure: Figure) -> Self {
        Self { name: name.into(), figure }
    }
}

impl Display for Figure {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Agreement(agreement) => {
                let (precision, recall) = (agreement.precision(), agreement.recall());
                write!(formatter, "P {precision:.3} R {recall:.3} F1 {:.3}", agreement.f1())
            }
            Self::Mean(mean) => write!(formatter, "{mean:.3}"),
            Self::Share { hit, of } => write!(formatter, "{:.3} of {of}", share(*hit, *of)),
            Self::MacroF1 { classes: [(one, first), (other, second)], of } => {
                let (first, second) = (first.f1(), second.f1());
                let mean = (first + second) / 2.0;
                write!(formatter, "{mean:.3} ({one} {first:.3}, {other} {second:.3}) of {of}")
            }
        }
    }
}

impl Display for AnotherCorpus {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "this record is of another kind of corpus than those before it")
    }
}

impl std::error::Error for AnotherCorpus {}

/// Where the report has commentary in the author's voice.
fn commentary(report: &WrittenReport) -> Vec<CodePoints> {
    let author = report.segments.iter().filter(|segment| segment.voice == "author");
    author.filter(|segment| segment.commentary).map(|segment| segment.span).collect()
}

/// How many code points of `span` lie in `others`, counted once for each of them.
fn overlap([start, end]: CodePoints, others: &[CodePoints]) -> usize {
    others.iter().map(|other| end.min(other[1]).saturating_sub(start.max(other[0]))).sum()
}

#[expect(clippy::cast_precision_loss, reason = "counts of words stay far below 2^53")]
fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}
