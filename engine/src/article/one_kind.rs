//! Sources that are all of one kind.

use crate::report::{Finding, Report};

/// The name of the rule.
const RULE: &str = "sources_of_one_kind";

/// The fewest sources of which it says something that they are alike.
const FEWEST: usize = 3;

/// The sources, where all are of the same kind.
pub(super) fn find(report: &Report) -> Option<Finding> {
    let mut heard = vec![false; report.speakers.len()];
    for &speaker in report.attributions.iter().flat_map(|it| &it.speakers) {
        if let Some(heard) = heard.get_mut(speaker) {
            *heard = true;
        }
    }
    let speakers: Vec<_> =
        report.speakers.iter().zip(heard).filter(|(_, heard)| *heard).map(|(it, _)| it).collect();
    let kind = speakers.first()?.kind;
    if speakers.len() < FEWEST || speakers.iter().any(|speaker| speaker.kind != kind) {
        return None;
    }
    let spans = speakers.iter().filter_map(|speaker| speaker.mentions.first().copied()).collect();
    Some(Finding { rule: RULE, spans, values: vec![(kind.name().to_owned(), speakers.len())] })
}
