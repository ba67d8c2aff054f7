//! Sources that are all of one kind, or none of whom is a person with a name.

use crate::report::{Finding, Report};
use crate::speaker::SpeakerKind;

/// The name of the rule.
const RULE: &str = "sources_of_one_kind";

/// The fewest sources of which it says something that they are alike.
const FEWEST: usize = 3;

/// The sources and how many there are of each kind, where all are of the same one or none is a named person.
pub(super) fn find(report: &Report) -> Option<Finding> {
    let mut heard = vec![false; report.speakers.len()];
    for &speaker in report.attributions.iter().flat_map(|it| &it.speakers) {
        if let Some(heard) = heard.get_mut(speaker) {
            *heard = true;
        }
    }
    let speakers: Vec<_> =
        report.speakers.iter().zip(heard).filter(|(_, heard)| *heard).map(|(it, _)| it).collect();
    let mut kinds: Vec<(SpeakerKind, usize)> = Vec::new();
    for speaker in &speakers {
        match kinds.iter_mut().find(|(kind, _)| *kind == speaker.kind) {
            Some((_, count)) => *count += 1,
            None => kinds.push((speaker.kind, 1)),
        }
    }
    let named = kinds.iter().any(|(kind, _)| *kind == SpeakerKind::NamedPerson);
    if speakers.len() < FEWEST || (kinds.len() > 1 && named) {
        return None;
    }
    let spans = speakers.iter().filter_map(|speaker| speaker.mentions.first().copied()).collect();
    let values = kinds.into_iter().map(|(kind, count)| (kind.name().to_owned(), count)).collect();
    Some(Finding { rule: RULE, spans, values })
}
