//! The key mark by mark: what is said of each.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::fields::typed;
use super::strings::strings;
use crate::lesson::state;
use crate::lesson::studio::{Action, Detail, Studio};
use crate::ui::icon::Icon;
use crate::ui::lesson::phrases::{kind_name, number_of, short};
use crate::ui::strings::{count, fill};

/// Draws the marks.
pub fn key(studio: &Studio, act: &Callback<Action>) -> Html {
    let strings = strings();
    let Some(task) = studio.work.task() else { return Html::default() };
    let marks = studio.work.history.now.as_slice();
    if marks.is_empty() {
        return html! { <p>{ strings.marks_none }</p> };
    }
    let rows = marks.iter().map(|mark| {
        let words = short(task.words(&mark.words));
        let detail = studio.detail(mark);
        let first = mark.words.start;
        let gone = mark.clone();
        let say = |change: fn(&mut Detail, String)| {
            let (mark, detail) = (mark.clone(), detail.clone());
            move |event: InputEvent| {
                let mut detail = detail.clone();
                change(&mut detail, typed(&event));
                Action::Say(mark.clone(), detail)
            }
        };
        let optional = {
            let (mark, detail) = (mark.clone(), detail.clone());
            move |event: Event| {
                let ticked = event.target_dyn_into::<HtmlInputElement>().is_some_and(|field| field.checked());
                Action::Say(mark.clone(), Detail { optional: ticked, ..detail.clone() })
            }
        };
        let attribution = detail.attribution.map(|number| number.to_string()).unwrap_or_default();
        html! {
            // Another mark is another row, whose fields have their own text.
            <li key={format!("{}-{first}", mark.kind.name())} class={mark.kind.name()}>
                <span class="pen-number" aria-hidden="true">{ number_of(mark.kind) }</span>
                <div class="said-of">
                    <div class="head">
                        <button type="button" class="link" onclick={act.reform(move |_: MouseEvent| Action::Draw(state::Action::Go(first)))}>
                            <span class="spoken">{ kind_name(mark.kind) }{ ": " }</span>{ &words }
                        </button>
                        <button
                            type="button"
                            class="quiet square"
                            aria-label={fill(crate::ui::lesson::strings::strings().remove, &[&words])}
                            onclick={act.reform(move |_: MouseEvent| Action::Draw(state::Action::Remove(gone.clone())))}
                        >
                            { Html::from(Icon::Close) }
                        </button>
                    </div>
                    <input
                        type="text"
                        placeholder={strings.note}
                        aria-label={fill(strings.note_of, &[&words])}
                        value={detail.note.clone()}
                        oninput={act.reform(say(|detail, note| detail.note = note))}
                    />
                    <div class="ticks">
                        <label class="tick">
                            <input
                                type="checkbox"
                                checked={detail.optional}
                                aria-label={fill(strings.optional_of, &[&words])}
                                onchange={act.reform(optional)}
                            />
                            <span>{ strings.optional }</span>
                        </label>
                        if mark.kind != whose_words_engine::lesson::Kind::Commentary {
                            <label class="tick">
                                <span>{ strings.attribution }</span>
                                <input
                                    type="number"
                                    min="0"
                                    max="999"
                                    aria-label={fill(strings.attribution_of, &[&words])}
                                    value={attribution}
                                    oninput={act.reform(say(|detail, number| detail.attribution = number.parse().ok()))}
                                />
                            </label>
                        }
                    </div>
                </div>
            </li>
        }
    });
    html! {
        <>
            <p class="figures">{ count(marks.len(), strings.marks_one, strings.marks) }</p>
            <ol class="key-list">{ for rows }</ol>
        </>
    }
}
