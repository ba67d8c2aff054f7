//! Buttons from mark to mark, and, where there is no room beside the text, the one that opens the panel.

use yew::prelude::*;

use super::icon::Icon;
use super::state::{Action, Focus, State, Way};
use super::strings::{count, fill, strings};
use crate::page::marks::place_among;

/// Draws the buttons.
pub fn steps(state: &State, act: &Callback<Action>) -> Html {
    let strings = strings();
    let marks = state.shown_marks();
    let of = marks.len();
    let place = match state.current {
        Some(mark) => {
            let at = place_among(&marks, mark);
            fill(strings.position, &[&at.to_string(), &of.to_string()])
        }
        None => count(of, strings.marks_one, strings.marks),
    };
    let step = |way| act.reform(move |_: MouseEvent| Action::Step(way, Focus::Stays));
    let none = marks.is_empty();
    html! {
        <div class="steps">
            <button
                type="button"
                class="square"
                disabled={none}
                aria-label={strings.previous}
                onclick={step(Way::Previous)}
            >
                { Html::from(Icon::Previous) }
            </button>
            <span class="figures">
                { place }
            </span>
            <button
                type="button"
                class="square"
                disabled={none}
                aria-label={strings.next}
                onclick={step(Way::Next)}
            >
                { Html::from(Icon::Next) }
            </button>
            <button
                type="button"
                class="panel-turn"
                aria-expanded={if state.panel { "true" } else { "false" }}
                aria-controls="panel"
                onclick={act.reform(|_: MouseEvent| Action::TurnPanel)}
            >
                { if state.panel { strings.panel_close } else { strings.panel_open } }
            </button>
        </div>
    }
}
