//! The ledger: every speaker, how much they are heard, how, and by which cues they are brought in.

use std::rc::Rc;

use whose_words_engine::attribution::{CueStance, QuotationForm};
use whose_words_engine::fold::folded;
use whose_words_engine::report::Attributed;
use yew::prelude::*;

use super::card::{badge, description};
use super::phrases;
use super::place;
use super::state::Action;
use super::strings::{count, fill, strings};
use crate::page::article::Article;

/// What the ledger needs to know.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct LedgerProps {
    /// The article.
    pub article: Rc<Article>,
    /// The speaker whose words alone show.
    pub only: Option<usize>,
    /// The mark that the reader is at.
    pub current: Option<usize>,
    /// What happens.
    pub act: Callback<Action>,
}

/// What the ledger says of one speaker.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Entry {
    attributions: usize,
    direct: usize,
    mixed: usize,
    indirect: usize,
    /// The cues with their stances, each once, in the order of the text.
    cues: Vec<(String, CueStance)>,
}

/// Draws the ledger.
#[component]
pub fn Ledger(props: &LedgerProps) -> Html {
    let LedgerProps { article, only, current, act } = props;
    let strings = strings();
    let entries = use_memo(Rc::clone(article), |article| entries(article));
    let node = use_node_ref();
    let speaking = current.map_or(&[][..], |mark| article.speakers(mark));
    // The panel keeps in step with the text: the entry of whoever speaks there comes into view.
    use_effect_with(speaking.first().copied(), {
        let node = node.clone();
        move |speaker| {
            let entry = speaker.zip(node.get());
            let entry = entry.and_then(|(speaker, node)| place::near(&node, &entry_id(speaker)));
            if let Some(entry) = entry {
                bring_into_panel(&entry);
            }
        }
    });
    let listed = article.cast.order.iter().filter_map(|&speaker| {
        // Who speaks only inside the words of another is named on the card of those.
        let entry = entries.get(speaker).filter(|entry| entry.attributions > 0)?;
        Some(line(props, speaker, entry, speaking.contains(&speaker)))
    });
    let name = only.and_then(|speaker| article.report.speakers.get(speaker)).map(|one| &one.name);
    html! {
        <section ref={node} class="ledger" aria-labelledby="ledger-title">
            <h2 id="ledger-title">{ strings.ledger }</h2>
            if let Some((speaker, name)) = only.zip(name) {
                <p class="only">
                    { phrases::possessive(name, strings.ledger_only, strings.ledger_only_s) }
                    { " " }
                    <button
                        type="button"
                        class="link"
                        onclick={act.reform(move |_: MouseEvent| Action::Only(speaker))}
                    >
                        { strings.ledger_all }
                    </button>
                </p>
            }
            if entries.iter().all(|entry| entry.attributions == 0) {
                <p class="aside">{ strings.ledger_none }</p>
            }
            <ol>{ for listed }</ol>
        </section>
    }
}

/// One speaker's line.
fn line(props: &LedgerProps, speaker: usize, entry: &Entry, speaking: bool) -> Html {
    let LedgerProps { article, only, current: _, act } = props;
    let Some(found) = article.report.speakers.get(speaker) else { return Html::default() };
    let strings = strings();
    let words = article.report.tallies.speakers.get(speaker).copied().unwrap_or(0);
    let amount = [
        count(entry.attributions, strings.ledger_attributions_one, strings.ledger_attributions),
        count(words, strings.ledger_words_one, strings.ledger_words),
    ];
    let forms = [
        (entry.direct, strings.ledger_direct),
        (entry.mixed, strings.ledger_mixed),
        (entry.indirect, strings.ledger_indirect),
    ];
    let forms = forms.into_iter().filter(|&(number, _)| number > 0);
    let forms: Vec<String> =
        forms.map(|(number, pattern)| fill(pattern, &[&number.to_string()])).collect();
    let cues = entry.cues.iter().enumerate().map(|(number, (cue, stance))| {
        let plain = *stance == CueStance::Plain;
        html! {
            <>
                if number > 0 { { ", " } }
                <i>{ cue.clone() }</i>
                if !plain { { " (" }{ phrases::cue_stance(*stance).0 }{ ")" } }
            </>
        }
    });
    html! {
        <li
            id={entry_id(speaker)}
            class={classes!("entry", article.cast.hue(Some(speaker)), speaking.then_some("speaking"))}
        >
            <button
                type="button"
                class="speaker"
                aria-pressed={if *only == Some(speaker) { "true" } else { "false" }}
                onclick={act.reform(move |_: MouseEvent| Action::Only(speaker))}
            >
                { badge(article, speaker) }
                <span class="name">{ found.name.clone() }</span>
                { " " }
                <span class="alone">{ strings.ledger_alone }</span>
            </button>
            <p class="aside">{ description(found) }</p>
            <p class="figures">{ amount.join(" · ") }</p>
            <p class="figures">{ forms.join(" · ") }</p>
            if !entry.cues.is_empty() {
                <p class="cues"><span class="aside">{ strings.ledger_cues }{ ": " }</span>{ for cues }</p>
            }
        </li>
    }
}

fn entry_id(speaker: usize) -> String {
    ["speaker-", &speaker.to_string()].concat()
}

/// Scrolls the panel, and only the panel, so that an entry shows.
fn bring_into_panel(entry: &web_sys::HtmlElement) {
    let Some(panel) = place::near(entry, "panel") else { return };
    let (entry, around) = (entry.get_bounding_client_rect(), panel.get_bounding_client_rect());
    // While the masthead is in view, the panel's foot is below the window's.
    let foot = around.bottom().min(place::window_height());
    let by = if entry.top() < around.top() {
        entry.top() - around.top()
    } else {
        (entry.bottom() - foot).max(0.0)
    };
    panel.scroll_by_with_x_and_y(0.0, by);
}

/// What there is to say of each speaker, in one pass over the attributions.
fn entries(article: &Article) -> Vec<Entry> {
    let report = &article.report;
    let mut entries = vec![Entry::default(); report.speakers.len()];
    let outermost = |found: &&Attributed| found.attribution.within.is_none();
    for found in report.attributions.iter().filter(outermost) {
        let attribution = &found.attribution;
        for &speaker in &found.speakers {
            let Some(entry) = entries.get_mut(speaker) else { continue };
            entry.attributions += 1;
            match attribution.quotation {
                QuotationForm::Direct => entry.direct += 1,
                QuotationForm::Mixed => entry.mixed += 1,
                QuotationForm::Indirect => entry.indirect += 1,
            }
            if let Some(cue) = attribution.cue {
                let cue = folded(cue.of(&article.text));
                if !entry.cues.iter().any(|(other, _)| *other == cue) {
                    entry.cues.push((cue, attribution.cue_stance));
                }
            }
        }
    }
    entries
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::article::tests::article;

    #[test]
    fn a_speaker_is_counted_by_attribution() {
        let entry = Entry {
            attributions: 1,
            indirect: 1,
            cues: vec![("said".into(), CueStance::Plain)],
            ..Entry::default()
        };
        assert_eq!(entries(&article()), [entry]);
    }
}
