//! What a lesson is called, what its learners are told and asked for.

use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement};
use whose_words_engine::lesson::Kind;
use yew::prelude::*;

use super::strings::strings;
use crate::lesson::studio::{Action, Studio};
use crate::ui::lesson::phrases::{kind_means, kind_name};

/// After how many comparisons the key can be shown.
const SHOWN: [Option<u8>; 4] = [Some(1), Some(2), Some(3), None];

/// Draws the fields.
pub fn fields(studio: &Studio, act: &Callback<Action>) -> Html {
    let strings = strings();
    let title = act.reform(|event: InputEvent| Action::Title(typed(&event)));
    let instructions = act.reform(|event: InputEvent| Action::Instructions(typed(&event)));
    let kinds = Kind::ALL.map(|kind| {
        html! {
            <label class="tick">
                <input
                    type="checkbox"
                    checked={studio.kinds.contains(&kind)}
                    onchange={act.reform(move |event: Event| {
                        // The last one stays, and shows it.
                        if let Some(field) = event.target_dyn_into::<HtmlInputElement>() {
                            field.set_checked(true);
                        }
                        Action::Turn(kind)
                    })}
                />
                <span><b>{ kind_name(kind) }</b>{ ": " }{ kind_means(kind) }</span>
            </label>
        }
    });
    let names =
        [strings.shown_at_once, strings.shown_second, strings.shown_third, strings.shown_never];
    // A file can ask for other numbers; the nearest here is shown then.
    let chosen = SHOWN.iter().position(|shown| *shown == studio.shown_after).unwrap_or(0);
    let options = names.into_iter().enumerate();
    let options =
        options.map(|(at, name)| html! { <option selected={at == chosen}>{ name }</option> });
    let shown = act.reform(|event: Event| {
        let select = event.target_dyn_into::<HtmlSelectElement>();
        let at = select.and_then(|select| usize::try_from(select.selected_index()).ok());
        Action::ShownAfter(at.and_then(|at| SHOWN.get(at).copied()).unwrap_or(Some(1)))
    });
    html! {
        <div class="fields">
            <label for="studio-name">{ strings.title }</label>
            <input id="studio-name" type="text" value={studio.title.clone()} oninput={title} />
            <label for="studio-instructions">{ strings.instructions }</label>
            <textarea id="studio-instructions" rows="3" value={studio.instructions.clone()} oninput={instructions} />
            <fieldset>
                <legend>{ strings.kinds }</legend>
                { for kinds }
            </fieldset>
            <label for="studio-shown">{ strings.shown }</label>
            <select id="studio-shown" onchange={shown}>{ for options }</select>
        </div>
    }
}

/// What stands in the field that something was typed into.
pub(super) fn typed(event: &InputEvent) -> String {
    let Some(target) = event.target() else { return String::new() };
    match target.dyn_into::<HtmlInputElement>() {
        Ok(field) => field.value(),
        Err(target) => {
            target.dyn_into::<HtmlTextAreaElement>().map(|field| field.value()).unwrap_or_default()
        }
    }
}
