//! Single sentences, each its writer's opinion or not: whether the report has commentary in the
//! author's voice.

use super::{Agreement, Figure, Row, commentary};
use crate::wire::json::WrittenReport;

/// The counts of a corpus of sentences of two classes; sentences of any other are passed over.
#[derive(Clone, Debug)]
pub(super) struct SentenceCounts {
    opinion: (&'static str, Agreement),
    other: (&'static str, Agreement),
    cases: usize,
}

impl SentenceCounts {
    /// No counts yet, for the two classes as the corpus names them.
    pub(super) fn new(opinion: &'static str, other: &'static str) -> Self {
        let none = Agreement::default();
        Self { opinion: (opinion, none), other: (other, none), cases: 0 }
    }

    /// Counts one sentence in.
    pub(super) fn add(&mut self, class: &str, report: &WrittenReport) {
        let class = class.replace('’', "'");
        let opinion = class == self.opinion.0;
        if !opinion && class != self.other.0 {
            return;
        }
        let found = !commentary(report).is_empty();
        self.opinion.1.add(opinion, found);
        self.other.1.add(!opinion, !found);
        self.cases += 1;
    }

    /// The only row of the table.
    pub(super) fn row(&self) -> Row {
        let classes = [self.opinion, self.other];
        Row::new("commentary macro-F1", Figure::MacroF1 { classes, of: self.cases })
    }
}
