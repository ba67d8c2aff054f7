//! A lesson that is here, as a learner works on it.

use std::rc::Rc;

use web_sys::{HtmlElement, HtmlInputElement};
use yew::prelude::*;

use super::comparison::comparison;
use super::own::own;
use super::pens::pens;
use super::phrases::said;
use super::strings::strings;
use super::text::Laid;
use super::words::Words;
use crate::lesson::state::{Action, State};
use crate::page::download;

/// What the lesson is given.
#[derive(Clone, PartialEq, Properties)]
pub struct WorkedProps {
    /// The lesson.
    pub task: Laid,
    /// What was done in it.
    pub state: Rc<State>,
    /// What happens.
    pub act: Callback<Action>,
}

/// Draws it.
#[component]
pub fn Worked(props: &WorkedProps) -> Html {
    let WorkedProps { task, state, act } = props;
    let Laid(lesson) = task;
    let strings = strings();
    let result = use_node_ref();
    use_result_shown(&result, state);
    let name = use_node_ref();
    let instructions = lesson.lesson.instructions.lines().filter(|line| !line.trim().is_empty());
    let title = Some(lesson.lesson.title.trim()).filter(|title| !title.is_empty());
    let compare = if state.comparisons == 0 { strings.compare } else { strings.compare_again };
    html! {
        <section class="lesson" part="lesson" aria-labelledby="lesson-title">
            <header>
                <h2 id="lesson-title">{ title.unwrap_or(strings.untitled) }</h2>
                { for instructions.map(|line| html! { <p class="instructions">{ line }</p> }) }
                <p class="aside">{ strings.how }{ " " }{ strings.privacy }</p>
                <details class="how">
                    <summary>{ strings.keys }</summary>
                    <p>{ strings.how_keys }</p>
                </details>
            </header>
            <div class="sheet">
                { pens(lesson, state, act) }
                <Words task={task.clone()} state={Rc::clone(state)} act={act.clone()} />
            </div>
            <footer>
                { own(lesson, state, act) }
                <div class="pen-row">
                    <button type="button" class="primary" onclick={act.reform(|_: MouseEvent| Action::Compare)}>{ compare }</button>
                    if state.compared.is_some() {
                        <label class="name">
                            <span>{ strings.name }</span>
                            <input ref={name.clone()} type="text" autocomplete="off" />
                        </label>
                        <button type="button" onclick={save(state, &name)}>{ strings.save }</button>
                    }
                </div>
            </footer>
            { comparison(lesson, state, act, &result) }
            <p class="spoken" role="status">{ said(state, lesson) }</p>
        </section>
    }
}

/// Gives the answer to the learner as a file, which is called by the learner’s name where one was given.
fn save(state: &Rc<State>, name: &NodeRef) -> Callback<MouseEvent> {
    let (state, name) = (Rc::clone(state), name.clone());
    Callback::from(move |_| {
        let name = name.cast::<HtmlInputElement>().map(|field| field.value()).unwrap_or_default();
        let file = file_name(name.trim());
        let answer = state.answer();
        // Where a place lets no files be saved, the browser says so, or nobody does.
        let _ = answer.and_then(|answer| download::give(&file, "application/json", &answer));
    })
}

/// What an answer’s file is called. Browsers mend what their systems do not allow in names.
fn file_name(learner: &str) -> String {
    if learner.is_empty() { "answer.json".to_owned() } else { format!("{learner}.json") }
}

/// Goes to what a comparison found, once there is one.
#[hook]
fn use_result_shown(result: &NodeRef, state: &State) {
    let is_there = state.compared.is_some();
    use_effect_with((state.comparisons, result.clone()), move |(_, result)| {
        if let Some(result) = result.cast::<HtmlElement>().filter(|_| is_there) {
            // What is gone again takes no focus.
            let _ = result.focus();
        }
    });
}
