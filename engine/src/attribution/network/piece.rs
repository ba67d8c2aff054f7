//! Pieces: runs of tokens with one role.

use std::ops::Range;

use super::Label;

/// The sources, cues and contents of a window, each in the order of the text.
#[derive(Clone, Debug, Default)]
pub(super) struct Pieces {
    /// Sources.
    pub(super) sources: Vec<Range<usize>>,
    /// Cues.
    pub(super) cues: Vec<Range<usize>>,
    /// Pieces of content.
    pub(super) contents: Vec<Range<usize>>,
}

impl Pieces {
    /// The runs that labels make.
    pub(super) fn of(labels: &[Label]) -> Self {
        let run = |begins, goes_on| runs(labels, begins, goes_on);
        Self {
            sources: run(Label::SourceBegins, Label::SourceGoesOn),
            cues: run(Label::CueBegins, Label::CueGoesOn),
            contents: run(Label::ContentBegins, Label::ContentGoesOn),
        }
    }
}

/// Runs of two labels, of which one begins a run and the other goes on with it.
fn runs(labels: &[Label], begins: Label, goes_on: Label) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    for (at, &label) in labels.iter().enumerate() {
        match runs.last_mut().filter(|run| run.end == at) {
            Some(run) if label == goes_on => run.end = at + 1,
            _ if label == begins || label == goes_on => runs.push(at..at + 1),
            _ => {}
        }
    }
    runs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_run_ends_where_another_begins() {
        use Label::{ContentBegins, ContentGoesOn, CueBegins, Outside, SourceGoesOn};
        let labels = [
            SourceGoesOn,
            CueBegins,
            ContentBegins,
            ContentGoesOn,
            ContentBegins,
            Outside,
            ContentGoesOn,
        ];
        let pieces = Pieces::of(&labels);
        assert_eq!(pieces.sources, [0..1]);
        assert_eq!(pieces.cues, [1..2]);
        assert_eq!(pieces.contents, [2..4, 4..5, 6..7]);
    }
}
