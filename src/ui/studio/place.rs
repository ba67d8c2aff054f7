//! The studio as a whole: a lesson begun, made, tried, kept and saved.

use std::rc::Rc;

use web_sys::HtmlElement;
use whose_words_engine::lesson::Lesson;
use whose_words_engine::wire::lesson::lesson_to_json;
use yew::platform::spawn_local;
use yew::prelude::*;

use super::answers::Answers;
use super::begin::Begin;
use super::drafting::{Drafting, draft};
use super::fields::fields;
use super::key::key;
use super::saving::{Saving, file_name};
use super::strings::strings;
use crate::host::{news, scheme};
use crate::lesson::file::Wanted;
use crate::lesson::kept;
use crate::lesson::state::{self, State, Task};
use crate::lesson::studio::{Action, Studio};
use crate::page::article::Text;
use crate::page::engine::Modules;
use crate::page::preferences::Theme;
use crate::ui::lesson::pens::pens;
use crate::ui::lesson::phrases::{problem, said};
use crate::ui::lesson::text::Laid;
use crate::ui::lesson::words::Words;
use crate::ui::lesson::worked::Worked;
use crate::ui::slot::use_slot_hidden;

/// What the studio is given.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct StudioProps {
    /// The element that it is the inside of.
    pub element: HtmlElement,
    /// A lesson to open at once.
    pub wanted: Wanted,
    /// The colours.
    pub theme: Theme,
    /// What brings the engine.
    pub modules: Modules,
}

impl Reducible for Studio {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        Rc::new(Rc::unwrap_or_clone(self).after(action))
    }
}

/// The studio.
#[component]
pub fn Make(props: &StudioProps) -> Html {
    let StudioProps { element, wanted, theme, modules } = props;
    let studio = use_reducer_eq(Studio::default);
    let act = use_callback(studio.dispatcher(), |action, studio| studio.dispatch(action));
    let drafting = use_state_eq(Drafting::default);
    let refused = use_state_eq(|| None::<String>);
    let left = use_mut_ref(kept::studio);
    let under_way = use_mut_ref(|| None);
    let lesson = studio.lesson();
    use_effect_with(lesson.clone(), {
        let left = Rc::clone(&left);
        move |lesson| {
            if let Some(lesson) = lesson {
                kept::keep_studio(&lesson_to_json(lesson));
                left.replace(Some(Rc::new(lesson.clone())));
            }
        }
    });
    use_effect_with(wanted.clone(), {
        let (act, refused) = (act.clone(), refused.setter());
        move |wanted| {
            let (wanted, act) = (wanted.clone(), act.clone());
            spawn_local(async move {
                if wanted == Wanted::Nothing {
                    return;
                }
                match wanted.bring().await {
                    Ok(task) => act.emit(Action::Open(task.lesson)),
                    Err(why) => refused.set(Some(problem(&why))),
                }
            });
        }
    });
    use_effect_with((), {
        let element = element.clone();
        move |()| news::tell(&element, "ready", &[])
    });
    let root = use_node_ref();
    use_slot_hidden(&root, true);
    // Looked at once and not at every drawing: the browser may have to lay the page out for it.
    let dark = *use_memo(*theme, |theme| scheme::is_dark_under(*theme, Some(element)));
    let open = act.reform(Action::Open);
    let on_draft = Callback::from({
        let (modules, open) = (modules.clone(), open.clone());
        let tell = Callback::from({
            let drafting = drafting.setter();
            move |far| drafting.set(far)
        });
        let under_way = Rc::clone(&under_way);
        move |text: Text| {
            let begun = draft(&modules, text, &tell, &open);
            under_way.replace(Some(begun));
        }
    });
    let inside = match lesson {
        None => {
            let open = {
                let (open, drafting) = (open, drafting.setter());
                Callback::from(move |lesson| {
                    drafting.set(Drafting::None);
                    open.emit(lesson);
                })
            };
            let left = left.borrow().clone();
            html! {
                <>
                    if let Some(refused) = &*refused {
                        <p class="refused" role="alert">{ refused.clone() }</p>
                    }
                    <Begin {left} drafting={*drafting} {open} draft={on_draft} />
                </>
            }
        }
        Some(lesson) if studio.tried => html! { <Tried lesson={Rc::new(lesson)} {act} /> },
        Some(lesson) => work(&studio, &lesson, *drafting, modules, &act),
    };
    html! {
        <div ref={root} class="whose-words" data-theme={if dark { "dark" } else { "light" }}>
            { inside }
        </div>
    }
}

/// The lesson as it is made.
fn work(
    studio: &Studio,
    lesson: &Lesson,
    drafting: Drafting,
    modules: &Modules,
    act: &Callback<Action>,
) -> Html {
    let strings = strings();
    let Some(task) = studio.work.task() else { return Html::default() };
    let draw = act.reform(Action::Draw);
    let name = file_name(&lesson.title);
    let is_empty = lesson.key.is_empty();
    let element = format!("<whose-words mode=\"lesson\" lesson=\"{name}\"></whose-words>");
    let frame = format!(
        "<iframe src=\"…/whose-words/embed.html?lesson={name}\" title=\"{}\" width=\"100%\" height=\"900\"></iframe>",
        lesson.title.replace('&', "&amp;").replace('"', "&quot;")
    );
    html! {
        <section class="lesson studio" part="lesson" aria-labelledby="studio-title">
            <header>
                <h2 id="studio-title">{ strings.work }</h2>
                <p role="status">{ drafting.sentence() }</p>
            </header>
            { fields(studio, act) }
            <h3>{ strings.key }</h3>
            <div class="sheet">
                { pens(task, &studio.work, &draw) }
                <Words task={Laid(Rc::clone(task))} state={Rc::new(studio.work.clone())} act={draw} />
            </div>
            { key(studio, act) }
            <p class="spoken" role="status">{ said(&studio.work, task) }</p>
            <div class="pen-row">
                <Saving lesson={Rc::new(lesson.clone())} modules={modules.clone()} />
            </div>
            <div class="pen-row">
                <button type="button" disabled={is_empty} onclick={act.reform(|_: MouseEvent| Action::Try(true))}>{ strings.try_it }</button>
                <button type="button" class="quiet" onclick={act.reform(|_: MouseEvent| Action::Close)}>{ strings.close }</button>
            </div>
            if is_empty {
                <p class="aside">{ strings.empty_key }</p>
            }
            if !is_empty {
                <Answers lesson={Rc::new(lesson.clone())} />
            }
            <details class="use">
                <summary>{ strings.use_it }</summary>
                <p>{ strings.use_about }</p>
                <pre tabindex="0">{ element }</pre>
                <p>{ strings.use_frame }</p>
                <pre tabindex="0">{ frame }</pre>
                <p>{ strings.use_package }</p>
            </details>
        </section>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct TriedProps {
    lesson: Rc<Lesson>,
    act: Callback<Action>,
}

/// The lesson as learners see it. Nothing of it is kept.
#[component]
fn Tried(props: &TriedProps) -> Html {
    let state = use_reducer_eq(State::default);
    let learn = use_callback(state.dispatcher(), |action, state| state.dispatch(action));
    use_effect_with(Rc::clone(&props.lesson), {
        let learn = learn.clone();
        move |lesson| {
            let task = Task::new((**lesson).clone(), String::new());
            learn.emit(state::Action::Stand(Rc::new(task), None));
        }
    });
    let back = props.act.reform(|_: MouseEvent| Action::Try(false));
    html! {
        <>
            <div class="pen-row tried"><button type="button" class="primary" onclick={back}>{ strings().back }</button></div>
            if let Some(task) = state.task() {
                <Worked task={Laid(Rc::clone(task))} state={Rc::new((*state).clone())} act={learn} />
            }
        </>
    }
}
