//! What is marked with: a button for each kind that the lesson asks for, and the ways back.

use yew::prelude::*;

use super::phrases::{kind_means, kind_name, number_of, said};
use super::strings::strings;
use crate::lesson::state::{Action, Pen, State, Task};

/// Draws the buttons.
pub fn pens(task: &Task, state: &State, act: &Callback<Action>) -> Html {
    let strings = strings();
    let kinds = task.lesson.kinds.iter().map(|&kind| {
        pen(Pen::Mark(kind), number_of(kind), kind_name(kind), kind.name(), state, act)
    });
    let (back, forth) = state.history.steps();
    let (name, means) = match state.pen {
        Pen::Mark(kind) => (kind_name(kind), kind_means(kind)),
        Pen::Rub => (strings.rub, strings.rub_means),
    };
    let step = |action: Action| act.reform(move |_: MouseEvent| action.clone());
    html! {
        <div class="pens">
            <div class="pen-row" role="group" aria-label={strings.pens}>
                { for kinds }
                { pen(Pen::Rub, 0, strings.rub, "rub", state, act) }
            </div>
            <div class="pen-row">
                <button type="button" disabled={!back} onclick={step(Action::Undo)}>{ strings.undo }</button>
                <button type="button" disabled={!forth} onclick={step(Action::Redo)}>{ strings.redo }</button>
            </div>
            if state.from.is_some() {
                <p class="pen-means pending">{ said(state, task) }</p>
            } else {
                <p class="pen-means"><b>{ name }</b>{ ": " }{ means }</p>
            }
        </div>
    }
}

fn pen(
    pen: Pen,
    number: usize,
    name: &'static str,
    class: &'static str,
    state: &State,
    act: &Callback<Action>,
) -> Html {
    html! {
        <button
            type="button"
            class={classes!("pen", class)}
            aria-pressed={if state.pen == pen { "true" } else { "false" }}
            aria-keyshortcuts={number.to_string()}
            onclick={act.reform(move |_: MouseEvent| Action::Take(pen))}
        >
            <span class="pen-number" aria-hidden="true">{ number }</span>
            <span class="pen-name">{ name }</span>
        </button>
    }
}
