//! One of a few, out of a list that unfolds.

use wasm_bindgen::JsCast;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::state::Action;

/// Draws a list with its label. Each choice has its name, its label, and what happens when it is taken.
pub fn choice(
    class: &'static str,
    label: &'static str,
    choices: [(&'static str, &'static str, Action); 3],
    chosen: usize,
    act: &Callback<Action>,
) -> Html {
    let options = choices.each_ref().map(|(name, label, _)| (*name, *label));
    let act = act.clone();
    let onchange = Callback::from(move |event: Event| {
        let select = event.target().and_then(|select| select.dyn_into::<HtmlSelectElement>().ok());
        let taken = select.and_then(|select| usize::try_from(select.selected_index()).ok());
        if let Some((_, _, action)) = taken.and_then(|taken| choices.get(taken)) {
            act.emit(action.clone());
        }
    });
    let options = options.into_iter().enumerate();
    html! {
        <label {class}>
            <span>{ label }</span>
            <select {onchange}>
                {
                    for options.map(|(place, (value, label))| html! {
                        <option {value} selected={place == chosen}>{ label }</option>
                    })
                }
            </select>
        </label>
    }
}
