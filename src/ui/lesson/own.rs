//! The learner’s marks one by one, to go to and to take off.

use yew::prelude::*;

use super::phrases::{kind_name, number_of, short};
use super::strings::strings;
use crate::lesson::state::{Action, State, Task};
use crate::ui::icon::Icon;
use crate::ui::strings::{count, fill};

/// Draws the list, folded.
pub fn own(task: &Task, state: &State, act: &Callback<Action>) -> Html {
    let strings = strings();
    let marks = state.history.now.as_slice();
    if marks.is_empty() {
        return html! { <p class="aside">{ strings.own_none }</p> };
    }
    let listed = marks.iter().map(|mark| {
        let words = short(task.words(&mark.words));
        let first = mark.words.start;
        let gone = mark.clone();
        html! {
            <li class={mark.kind.name()}>
                <span class="pen-number" aria-hidden="true">{ number_of(mark.kind) }</span>
                <button type="button" class="link" title={strings.go} onclick={act.reform(move |_: MouseEvent| Action::Go(first))}>
                    <span class="spoken">{ kind_name(mark.kind) }{ ": " }</span>{ &words }
                </button>
                <button
                    type="button"
                    class="quiet square"
                    aria-label={fill(strings.remove, &[&words])}
                    onclick={act.reform(move |_: MouseEvent| Action::Remove(gone.clone()))}
                >
                    { Html::from(Icon::Close) }
                </button>
            </li>
        }
    });
    html! {
        <details class="own">
            <summary>{ count(marks.len(), strings.own_one, strings.own) }</summary>
            <ul>{ for listed }</ul>
            <button type="button" onclick={act.reform(|_: MouseEvent| Action::Anew)}>{ strings.anew }</button>
        </details>
    }
}
