//! In which order sources are heard: who has the first word, who the last, and who is heard once.

use crate::report::{Attributed, Finding, Report};

/// The name of the rule.
const RULE: &str = "order_of_voices";

/// The fewest sources whose order says something.
const FEWEST_SPEAKERS: usize = 3;

/// The fewest attributions to them: where each is heard once there is no more to tell.
const FEWEST_ATTRIBUTIONS: usize = 4;

/// The first and the last words of a source, and how many sources are heard once.
pub(super) fn find(report: &Report) -> Option<Finding> {
    let heard: Vec<(&Attributed, usize)> = report
        .attributions
        .iter()
        .filter(|it| it.attribution.within.is_none())
        .filter_map(|it| Some((it, *it.speakers.first()?)))
        .collect();
    let mut times = vec![0; report.speakers.len()];
    for (_, speaker) in &heard {
        if let Some(times) = times.get_mut(*speaker) {
            *times += 1;
        }
    }
    let speakers = times.iter().filter(|times| **times > 0).count();
    if speakers < FEWEST_SPEAKERS || heard.len() < FEWEST_ATTRIBUTIONS {
        return None;
    }
    let first = heard.first()?.0.attribution.content.first()?;
    let last = heard.last()?.0.attribution.content.last()?;
    let once = times.iter().filter(|times| **times == 1).count();
    let values = vec![("sources".to_owned(), speakers), ("heard once".to_owned(), once)];
    Some(Finding { rule: RULE, spans: vec![*first, *last], values })
}
