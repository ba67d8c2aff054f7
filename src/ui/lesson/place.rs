//! The lesson as a whole: fetched, worked on, compared, kept and told of.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::{JsCast, JsValue};
use web_sys::js_sys::{Array, JSON, Object};
use web_sys::{Blob, BlobPropertyBag, HtmlElement, Url};
use whose_words_engine::wire::lesson::answer_to_json;
use yew::platform::spawn_local;
use yew::prelude::*;

use super::comparison::comparison;
use super::own::own;
use super::pens::pens;
use super::phrases::{code, problem, said};
use super::pointing::{Pointing, use_focus, use_pointing};
use super::strings::strings;
use super::text::{Laid, Paragraph, drawn};
use crate::host::{news, scheme};
use crate::lesson::file::Wanted;
use crate::lesson::kept;
use crate::lesson::state::{Action, Stage, State, Task};
use crate::page::preferences::Theme;
use crate::ui::slot::use_slot_hidden;

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
    pub told: Told,
}

/// Where the element finds the lesson that stands in it.
#[derive(Clone, Debug, Default)]
pub struct Told(pub Rc<RefCell<Option<Rc<Task>>>>);

impl Told {
    /// A number that no other has.
    pub fn number(&self) -> usize {
        Rc::as_ptr(&self.0).addr()
    }
}

impl PartialEq for Told {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
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
    use_lesson(wanted, (*refreshed, *again), &act);
    use_news(element, &state, told);
    let root = use_node_ref();
    use_slot_hidden(&root, state.task().is_some());
    let dark = match theme {
        Theme::Auto => scheme::is_dark(element),
        Theme::Light => false,
        Theme::Dark => true,
    };
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

#[derive(Clone, PartialEq, Properties)]
struct WorkedProps {
    task: Laid,
    state: Rc<State>,
    act: Callback<Action>,
}

/// A lesson that is here.
#[component]
fn Worked(props: &WorkedProps) -> Html {
    let WorkedProps { task, state, act } = props;
    let Laid(lesson) = task;
    let strings = strings();
    let Pointing { down, moved, click, key } = use_pointing(state, act);
    let words = use_node_ref();
    use_focus(&words, state);
    let result = use_node_ref();
    use_result_shown(&result, state);
    let drawn = drawn(lesson, state);
    let stretch = state.stretch();
    let paragraphs = lesson.sheet.paragraphs.iter().enumerate().map(|(at, paragraph)| {
        let here = |words: &std::ops::Range<usize>| {
            words.start < paragraph.words.end && paragraph.words.start < words.end
        };
        let drawn: Vec<_> = drawn.iter().filter(|drawn| here(&drawn.words)).cloned().collect();
        let stop = Some(state.cursor).filter(|word| paragraph.words.contains(word));
        let pointed = stretch.clone().filter(here);
        html! { <Paragraph key={at} task={task.clone()} {at} {drawn} {stop} {pointed} /> }
    });
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
            { pens(lesson, state, act) }
            <div class="spoken">
                <h3>{ strings.plain }</h3>
                { for lesson.sheet.paragraphs.iter().map(|paragraph| html! { <p>{ paragraph.span.of(&lesson.lesson.text) }</p> }) }
            </div>
            <div
                ref={words}
                class={classes!("words", state.from.is_some().then_some("pointing"))}
                role="listbox"
                aria-multiselectable="true"
                aria-label={strings.words}
                onpointerdown={down}
                onpointermove={moved}
                onclick={click}
                onkeydown={key}
            >
                { for paragraphs }
            </div>
            <footer>
                { own(lesson, state, act) }
                <div class="pen-row">
                    <button type="button" class="primary" onclick={act.reform(|_: MouseEvent| Action::Compare)}>{ compare }</button>
                    if state.compared.is_some() {
                        <button type="button" onclick={save(lesson, state)}>{ strings.save }</button>
                    }
                </div>
            </footer>
            { comparison(lesson, state, act, &result) }
            <p class="spoken" role="status">{ said(state, lesson) }</p>
        </section>
    }
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

/// Brings the lesson, and again whenever another is wanted.
#[hook]
fn use_lesson(wanted: &Wanted, again: (usize, usize), act: &Callback<Action>) {
    use_effect_with((wanted.clone(), again), {
        let act = act.clone();
        move |(wanted, _)| {
            let gone = Rc::new(std::cell::Cell::new(false));
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
                            let kept = kept::recall(&task);
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
fn use_news(element: &HtmlElement, state: &State, told: &Told) {
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
            if let Stage::Here(task) = stage {
                kept::keep(task, &answer(task, &state));
            }
        }
    });
    use_effect_with((state.stage.clone(), state.comparisons), {
        let (element, state) = (element.clone(), state.clone());
        move |(stage, _)| {
            let Stage::Here(task) = stage else { return };
            // What was kept of an earlier time was told then.
            if state.compared.is_none() {
                return;
            }
            let answer = JSON::parse(&answer(task, &state))
                .ok()
                .and_then(|json| json.dyn_into::<Object>().ok());
            let detail: Vec<(String, JsValue)> = answer
                .iter()
                .flat_map(|answer| Object::entries(answer).to_vec())
                .filter_map(|entry| {
                    let entry: Array = entry.dyn_into().ok()?;
                    Some((entry.get(0).as_string()?, entry.get(1)))
                })
                .collect();
            let detail: Vec<(&str, JsValue)> =
                detail.iter().map(|(name, value)| (name.as_str(), value.clone())).collect();
            news::tell(&element, "answer", &detail);
        }
    });
}

/// The answer as it is kept, saved and told.
fn answer(task: &Task, state: &State) -> String {
    use whose_words_engine::lesson::agreement::Agreement;
    let own = task.own_marks(&state.history.now);
    let agreement = Agreement::new(&task.lesson, &own);
    answer_to_json(&task.lesson, &own, state.comparisons, &agreement)
}

/// Gives the answer to the learner as a file.
fn save(task: &Rc<Task>, state: &Rc<State>) -> Callback<MouseEvent> {
    let (task, state) = (Rc::clone(task), Rc::clone(state));
    Callback::from(move |_| {
        let _ = download("answer.json", &answer(&task, &state));
    })
}

fn download(name: &str, json: &str) -> Option<()> {
    let page = web_sys::window()?.document()?;
    let kind = BlobPropertyBag::new();
    kind.set_type("application/json");
    let parts = Array::of1(&JsValue::from_str(json));
    let blob = Blob::new_with_str_sequence_and_options(&parts, &kind).ok()?;
    let address = Url::create_object_url_with_blob(&blob).ok()?;
    let link = page.create_element("a").ok()?;
    link.set_attribute("href", &address).ok()?;
    link.set_attribute("download", name).ok()?;
    link.dyn_ref::<HtmlElement>()?.click();
    Url::revoke_object_url(&address).ok()
}
