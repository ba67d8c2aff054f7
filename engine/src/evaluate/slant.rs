//! Slanted spans and their owners: what a source says must not come out as the author's commentary.

use std::collections::BTreeMap;

use super::{Figure, Row, commentary, overlap};
use crate::wire::gold::Slant;
use crate::wire::json::WrittenReport;

/// The counts of a corpus of slanted spans.
#[derive(Clone, Debug, Default)]
pub(super) struct SlantCounts {
    /// Slanted spans in a source's mouth: how many we call the author's commentary, of how many.
    leaked: (usize, usize),
    /// Slanted wording of the author's: how many spans lie in commentary, of how many.
    loaded: (usize, usize),
    /// Sentences by their label: how many we mark as commentary, of how many.
    sentences: BTreeMap<String, (usize, usize)>,
}

/// The labels of sentences, as the table shows them.
const LABELS: [&str; 4] = ["writer_lex", "writer_inf", "attributed", "none"];

impl SlantCounts {
    /// Counts one article in.
    pub(super) fn add(&mut self, gold: &Slant, report: &WrittenReport) {
        let commentary = commentary(report);
        for span in &gold.spans {
            let (hit, of) = match (&*span.quote, &*span.bias) {
                ("yes", "lex" | "inf") => &mut self.leaked,
                ("no", "lex") => &mut self.loaded,
                _ => continue,
            };
            *hit += usize::from(overlap([span.start, span.end], &commentary) > 0);
            *of += 1;
        }
        for (&sentence, label) in gold.sentences.iter().zip(&gold.sentence_labels) {
            let (hit, of) = self.sentences.entry(label.clone()).or_default();
            // A sentence is marked when commentary covers more than a quarter of it: a trailing
            // clause does, a single word does not.
            let covered = overlap(sentence, &commentary);
            *hit += usize::from(4 * covered > sentence[1].saturating_sub(sentence[0]));
            *of += 1;
        }
    }

    /// The table.
    pub(super) fn rows(&self) -> Vec<Row> {
        let row = |name: String, (hit, of)| Row::new(name, Figure::Share { hit, of });
        let mut rows = vec![
            row("leak (slant in a source's mouth called author's commentary)".into(), self.leaked),
            row("author's loaded words inside commentary".into(), self.loaded),
        ];
        for label in LABELS {
            let counts = self.sentences.get(label).copied().unwrap_or_default();
            rows.push(row(format!("sentences {label} marked commentary"), counts));
        }
        rows
    }
}
