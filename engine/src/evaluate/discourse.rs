//! Sentences of a news story by their part in it: which report speech, which evaluate or expect.

use super::{Agreement, Figure, Row, commentary, overlap};
use crate::wire::gold::Discourse;
use crate::wire::json::{CodePoints, WrittenReport};

/// The counts of a corpus of news stories.
#[derive(Clone, Debug, Default)]
pub(super) struct DiscourseCounts {
    speech: Agreement,
    evaluation: Agreement,
}

/// The parts of a story that are candidates for commentary where they report no speech.
const EVALUATIONS: [&str; 2] = ["Distant_Evaluation", "Distant_Expectations_Consequences"];

impl DiscourseCounts {
    /// Counts one article in.
    pub(super) fn add(&mut self, gold: &Discourse, report: &WrittenReport) {
        let commentary = commentary(report);
        let outermost =
            report.attributions.iter().filter(|attribution| attribution.within.is_none());
        let attributed: Vec<CodePoints> = outermost
            .flat_map(|found| [&found.content, &found.source, &found.cue])
            .flatten()
            .copied()
            .collect();
        let parts = gold.labels.iter().zip(&gold.speech);
        for (&sentence, (part, &speech)) in gold.sentences.iter().zip(parts) {
            // A sentence reports speech when attributions cover more than half of it.
            let covered = overlap(sentence, &attributed);
            self.speech.add(speech, 2 * covered > sentence[1].saturating_sub(sentence[0]));
            if !speech {
                let marked = part.as_deref().is_some_and(|part| EVALUATIONS.contains(&part));
                self.evaluation.add(marked, overlap(sentence, &commentary) > 0);
            }
        }
    }

    /// The table.
    pub(super) fn rows(&self) -> Vec<Row> {
        vec![
            Row::new("speech sentences", Figure::Agreement(self.speech)),
            Row::new("evaluation/expectation sentences", Figure::Agreement(self.evaluation)),
        ]
    }
}

impl Agreement {
    /// Counts one case in.
    pub(super) fn add(&mut self, marked: bool, found: bool) {
        self.both += usize::from(marked && found);
        self.found += usize::from(found);
        self.marked += usize::from(marked);
    }
}
