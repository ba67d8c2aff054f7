//! The lesson as a whole: fetched, worked on, compared, kept and told of.

use std::cell::Cell;
use std::rc::Rc;

use wasm_bindgen::JsValue;
use web_sys::HtmlElement;
use web_sys::js_sys::JSON;
use yew::platform::spawn_local;
use yew::prelude::*;

use super::phrases::{code, problem};
use super::strings::strings;
use super::text::Laid;
use super::worked::Worked;
use crate::host::{news, scheme};
use crate::lesson::file::Wanted;
use crate::lesson::kept;
use crate::lesson::state::{Action, Stage, State, Task};
use crate::page::preferences::Theme;
use crate::ui::slot::use_slot_hidden;
use crate::ui::stage::Told;

/// What a lesson is given.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct LessonProps {
    /// The element that it is the inside of.
    pub element: HtmlElement,
    /// Where it is.
    pub wanted: Wanted,
    /// The colours.
    pub theme: Theme,
    /// How often the page wanted it fetched again.
    pub refreshed: usize,
    /// Where it is left for who asks the element.
    pub told: Told<Task>,
}

impl Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        Rc::new(Rc::unwrap_or_clone(self).after(action))
    }
}

/// The lesson.
#[component]
pub fn Lesson(props: &LessonProps) -> Html {
    let LessonProps { element, wanted, theme, refreshed, told } = props;
    let state = use_reducer_eq(State::default);
    let act = use_callback(state.dispatcher(), |action, state| state.dispatch(action));
    let again = use_state_eq(|| 0_usize);
    use_lesson(element, wanted, (*refreshed, *again), &act);
    use_news(element, &state, told);
    let root = use_node_ref();
    use_slot_hidden(&root, state.task().is_some());
    // Looked at when a lesson comes and not at every drawing: the browser may have to lay the page out for it.
    let dark = *use_memo((*theme, state.stage.clone()), |(theme, _)| {
        scheme::is_dark_under(*theme, Some(element))
    });
    let inside = match &state.stage {
        Stage::Waits => html! { <p class="said" role="status">{ strings().waits }</p> },
        Stage::Failed(why) => {
            let again = Callback::from(move |_: MouseEvent| again.set(*again + 1));
            html! {
                <div class="said">
                    <p role="alert">{ problem(why) }</p>
                    if *wanted != Wanted::Nothing {
                        <button type="button" onclick={again}>{ strings().again }</button>
                    }
                </div>
            }
        }
        Stage::Here(task) => {
            html! { <Worked task={Laid(Rc::clone(task))} state={Rc::new((*state).clone())} {act} /> }
        }
    };
    html! {
        <div ref={root} class="whose-words" data-theme={if dark { "dark" } else { "light" }}>
            { inside }
        </div>
    }
}

/// Brings the lesson, and again whenever another is wanted.
#[hook]
fn use_lesson(
    element: &HtmlElement,
    wanted: &Wanted,
    again: (usize, usize),
    act: &Callback<Action>,
) {
    use_effect_with((wanted.clone(), again), {
        let (element, act) = (element.clone(), act.clone());
        move |(wanted, _)| {
            let gone = Rc::new(Cell::new(false));
            act.emit(Action::Wait);
            spawn_local({
                let (wanted, gone) = (wanted.clone(), Rc::clone(&gone));
                async move {
                    let brought = wanted.bring().await;
                    if gone.get() {
                        return;
                    }
                    act.emit(match brought {
                        Ok(task) => {
                            let kept = kept::recall(&element, &task);
                            Action::Stand(Rc::new(task), kept)
                        }
                        Err(problem) => Action::Fail(problem),
                    });
                }
            });
            move || gone.set(true)
        }
    });
}

/// Tells the page what becomes of the lesson, and keeps what was done.
#[hook]
fn use_news(element: &HtmlElement, state: &State, told: &Told<Task>) {
    use_effect_with(state.stage.clone(), {
        let (element, told) = (element.clone(), told.clone());
        move |stage| {
            told.0.replace(match stage {
                Stage::Here(task) => Some(Rc::clone(task)),
                Stage::Waits | Stage::Failed(_) => None,
            });
            match stage {
                Stage::Waits => {}
                Stage::Here(_) => news::tell(&element, "ready", &[]),
                Stage::Failed(why) => {
                    let detail = [
                        ("code", JsValue::from_str(code(why))),
                        ("message", JsValue::from_str(&problem(why))),
                    ];
                    news::tell(&element, "error", &detail);
                }
            }
        }
    });
    use_effect_with((state.stage.clone(), state.history.now.clone(), state.comparisons), {
        let state = state.clone();
        move |(stage, ..)| {
            if let (Stage::Here(task), Some(answer)) = (stage, state.answer()) {
                kept::keep(task, &answer);
            }
        }
    });
    use_effect_with((state.stage.clone(), state.comparisons), {
        let (element, state) = (element.clone(), state.clone());
        move |_| {
            // What was kept of an earlier time was told then.
            let answer = state.answer().filter(|_| state.compared.is_some());
            if let Some(answer) = answer.and_then(|answer| JSON::parse(&answer).ok()) {
                news::tell_of(&element, "answer", &answer);
            }
        }
    });
}
