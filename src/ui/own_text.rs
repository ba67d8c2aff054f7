//! The dialog for the reader's own text: pasted, typed, or out of a file.

use wasm_bindgen::JsCast;
use web_sys::{File, HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

use super::dialog::Modal;
use super::place::element;
use super::state::{Action, State};
use super::strings::strings;
use crate::page::article::Text;
use crate::page::intake;

/// The field for the text.
const FIELD: &str = "own-area";

/// Draws the dialog. Where there is an article on the page, it can be cleared here.
pub fn own_text(
    state: &State,
    act: &Callback<Action>,
    read: &Callback<Text>,
    read_file: &Callback<File>,
) -> Html {
    let strings = strings();
    let onsubmit = {
        let (act, read) = (act.clone(), read.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let field =
                element(FIELD).and_then(|field| field.dyn_into::<HtmlTextAreaElement>().ok());
            let typed = field.map(|field| field.value());
            match intake::pasted(&typed.unwrap_or_default()) {
                Ok(text) => {
                    act.emit(Action::CloseDialog);
                    read.emit(text);
                }
                // The dialog stays open with what was typed.
                Err(error) => act.emit(Action::Refuse(error)),
            }
        })
    };
    let onchange = {
        let (act, read_file) = (act.clone(), read_file.clone());
        Callback::from(move |event: Event| {
            let input = event.target().and_then(|input| input.dyn_into::<HtmlInputElement>().ok());
            if let Some(file) = input.and_then(|input| input.files()).and_then(|files| files.get(0))
            {
                act.emit(Action::CloseDialog);
                read_file.emit(file);
            }
        })
    };
    let close = act.reform(|_: MouseEvent| Action::CloseDialog);
    let clear = {
        let act = act.clone();
        Callback::from(move |_: MouseEvent| {
            act.emit(Action::CloseDialog);
            act.emit(Action::Clear);
        })
    };
    html! {
        <Modal named_by="own-title" close={act.reform(|()| Action::CloseDialog)}>
            <form method="dialog" class="own-text" {onsubmit}>
                <h2 id="own-title">{ strings.own_title }</h2>
                <p class="privacy"><strong>{ strings.privacy }</strong></p>
                <label for={FIELD}>{ strings.own_label }</label>
                <textarea id={FIELD} rows="10" spellcheck="false" autofocus=true />
                <div class="file">
                    <label for="own-file">{ strings.own_file }</label>
                    <input
                        id="own-file"
                        type="file"
                        accept=".txt,.text,.html,.htm,.md,.markdown,text/plain,text/html,text/markdown"
                        aria-describedby="own-kinds"
                        {onchange}
                    />
                    <p id="own-kinds" class="aside">{ strings.own_file_kinds }</p>
                </div>
                <div class="row">
                    <button type="submit" class="primary">{ strings.own_read }</button>
                    <button type="button" onclick={close}>{ strings.own_cancel }</button>
                    if state.article.is_some() {
                        <button type="button" class="quiet last" onclick={clear}>{ strings.clear }</button>
                    }
                </div>
            </form>
        </Modal>
    }
}
