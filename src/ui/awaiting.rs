//! Above an article that is not marked yet: how far the marks are, or why none come, with a way to try again.

use web_sys::Node;
use yew::prelude::*;

use super::place;
use super::state::{Action, Progress, State};
use super::strings::{Strings, fill, strings};
use crate::page::weights::{Weights, WeightsError};

/// Draws the line.
pub fn awaiting(state: &State, act: &Callback<Action>) -> Html {
    let strings = strings();
    let (said, hundredths) = match &state.weights {
        Weights::Coming(hundredths) => (strings.awaiting_weights, Some(*hundredths)),
        Weights::Here(_) => {
            let reading = state.reading.as_ref().filter(|reading| reading.is_here);
            (strings.awaiting_marks, Some(reading.map_or(0, Progress::hundredths)))
        }
        Weights::Missing(error) => (reason(*error, strings), None),
    };
    let again = act.reform(|event: MouseEvent| {
        // The button goes; whoever pressed it stays with the article.
        let article =
            event.target_dyn_into::<Node>().and_then(|node| place::near(&node, "article"));
        if let Some(article) = article {
            place::focus(&article);
        }
        Action::Reload
    });
    html! {
        <div class="awaiting">
            <p class="figures" role="status">
                { said }
                if let Some(hundredths) = hundredths {
                    // A voice that reads every step out would leave no quiet for the article.
                    <span aria-hidden="true">
                        { " " }{ fill(strings.awaiting_share, &[&hundredths.to_string()]) }
                    </span>
                }
            </p>
            if hundredths.is_none() {
                <button type="button" onclick={again}>{ strings.awaiting_again }</button>
            }
        </div>
    }
}

/// Why no marks come.
pub fn reason(error: WeightsError, strings: &Strings) -> &'static str {
    match error {
        WeightsError::Unreachable => strings.awaiting_unreachable,
        WeightsError::NotThere => strings.awaiting_not_there,
        WeightsError::CutShort => strings.awaiting_cut_short,
        WeightsError::Changed => strings.awaiting_changed,
        WeightsError::Unusable => strings.awaiting_unusable,
    }
}
