//! Where a lesson begins: with an article, with a file, or with what was left last time.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use whose_words_engine::lesson::Lesson;
use whose_words_engine::wire::lesson::{LONGEST, NoLesson, unfinished_from_json};
use yew::platform::spawn_local;
use yew::prelude::*;

use super::drafting::Drafting;
use super::strings::strings;
use crate::lesson::file::Problem;
use crate::page::article::Text;
use crate::page::{handover, intake};
use crate::ui::lesson::phrases::problem;
use crate::ui::strings::fill;

/// What the beginning is given.
#[derive(Clone, PartialEq, Properties)]
pub struct BeginProps {
    /// What was left last time.
    pub left: Option<Rc<Lesson>>,
    /// A draft that is under way, or why there is none.
    pub drafting: Drafting,
    /// A lesson is to be worked on.
    pub open: Callback<Lesson>,
    /// An article is to become one, and its key to be drafted.
    pub draft: Callback<Text>,
}

/// Draws it.
#[component]
pub fn Begin(props: &BeginProps) -> Html {
    let BeginProps { left, drafting, open, draft } = props;
    let strings = strings();
    let refused = use_state_eq(String::new);
    let article = use_node_ref();
    // What stands on the page that somebody comes from.
    let came = use_memo((), |()| handover::take().unwrap_or_default());
    let wants_draft = use_node_ref();
    let onsubmit = Callback::from({
        let (article, wants_draft, refused) =
            (article.clone(), wants_draft.clone(), refused.clone());
        let (open, draft) = (open.clone(), draft.clone());
        move |event: SubmitEvent| {
            event.prevent_default();
            let text = article.cast::<HtmlTextAreaElement>().map(|area| area.value());
            let text = text.unwrap_or_default();
            if text.len() > LONGEST {
                return refused.set(strings.too_long.to_owned());
            }
            let Ok(text) = intake::pasted(&text) else {
                return refused.set(strings.no_words.to_owned());
            };
            refused.set(String::new());
            let drafts =
                wants_draft.cast::<HtmlInputElement>().is_some_and(|field| field.checked());
            if drafts { draft.emit(text) } else { open.emit(Lesson::without_key("", &text.body)) }
        }
    });
    let onchange = Callback::from({
        let (open, refused) = (open.clone(), refused.clone());
        move |event: Event| {
            let input = event.target().and_then(|input| input.dyn_into::<HtmlInputElement>().ok());
            let Some(input) = input else { return };
            let file = input.files().and_then(|files| files.get(0));
            // The same file can be chosen again once it was mended.
            input.set_value("");
            let Some(file) = file else { return };
            let (open, refused) = (open.clone(), refused.clone());
            spawn_local(async move {
                let text = JsFuture::from(file.text()).await.ok().and_then(|text| text.as_string());
                let lesson = text.map(|text| {
                    unfinished_from_json(&text).map_err(|none: NoLesson| none.to_string())
                });
                match lesson {
                    None => refused.set(strings.unreadable.to_owned()),
                    Some(Err(why)) => refused.set(problem(&Problem::Unreadable(why))),
                    Some(Ok(lesson)) => open.emit(lesson),
                }
            });
        }
    });
    let left = left.as_ref().map(|left| {
        let title = left.title.trim();
        let title = if title.is_empty() { strings.untitled } else { title };
        let (open, lesson) = (open.clone(), Rc::clone(left));
        let again = move |_: MouseEvent| open.emit((*lesson).clone());
        html! { <button type="button" class="primary" onclick={again}>{ fill(strings.go_on, &[title]) }</button> }
    });
    let busy = matches!(drafting, Drafting::Loading | Drafting::Reading);
    html! {
        <section class="lesson studio" part="lesson" aria-labelledby="studio-title">
            <header>
                <h2 id="studio-title">{ strings.begin }</h2>
                <p class="instructions">{ strings.begin_about }</p>
                <p class="aside">{ strings.privacy }</p>
                <p>{ left.unwrap_or_default() }</p>
            </header>
            <form {onsubmit} class="fields">
                <label for="studio-article">{ strings.article }</label>
                <textarea ref={article} id="studio-article" rows="10" defaultvalue={(*came).clone()} aria-describedby="studio-refused" />
                <p id="studio-refused" class="refused" role="alert">{ (*refused).clone() }</p>
                <label class="tick">
                    <input ref={wants_draft} type="checkbox" checked=true aria-describedby="studio-draft" />
                    <span>{ strings.draft }</span>
                </label>
                <p id="studio-draft" class="aside">{ strings.draft_about }</p>
                <div class="pen-row">
                    <button type="submit" class="primary" disabled={busy}>{ strings.start }</button>
                    <span role="status" aria-busy={busy.then_some("true")}>{ drafting.sentence() }</span>
                </div>
                <label for="studio-file">{ strings.open }</label>
                <input id="studio-file" type="file" accept=".json,application/json" {onchange} />
            </form>
        </section>
    }
}
