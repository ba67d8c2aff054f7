//! The dialog for the reader's own text: pasted, typed, or out of a file.

use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

use super::dialog::{Modal, close_around};
use super::notice::sentence;
use super::place::element;
use super::state::{Action, Notice, State};
use super::strings::strings;
use crate::page::intake::{Carried, Files};

/// The field for the text.
const FIELD: &str = "own-area";

/// Draws the dialog. Where there is an article on the page, it can be cleared here.
pub fn own_text(state: &State, act: &Callback<Action>, take: &Callback<Carried>) -> Html {
    let strings = strings();
    let onsubmit = {
        let take = take.clone();
        Callback::from(move |event: SubmitEvent| {
            // Where the text is refused, the dialog stays open with what was typed.
            event.prevent_default();
            let field =
                element(FIELD).and_then(|field| field.dyn_into::<HtmlTextAreaElement>().ok());
            let typed = field.map(|field| field.value());
            take.emit(Carried::Text(typed.unwrap_or_default()));
        })
    };
    let onchange = {
        let take = take.clone();
        Callback::from(move |event: Event| {
            let input = event.target().and_then(|input| input.dyn_into::<HtmlInputElement>().ok());
            let Some(input) = input else { return };
            let files = input.files().and_then(|list| Files::of(&list));
            // The same file can be chosen again once it was mended.
            input.set_value("");
            if let Some(files) = files {
                take.emit(Carried::Files(files));
            }
        })
    };
    let clear = act.reform(|_: MouseEvent| Action::Clear);
    let refused = state.notice.as_ref().filter(|told| matches!(told, Notice::Refused(_)));
    html! {
        <Modal named_by="own-title" close={act.reform(|()| Action::CloseDialog)}>
            <form method="dialog" class="own-text" {onsubmit}>
                <h2 id="own-title">{ strings.own_title }</h2>
                <p class="privacy"><strong>{ strings.privacy }</strong></p>
                <label for={FIELD}>{ strings.own_label }</label>
                <textarea
                    id={FIELD}
                    rows="10"
                    spellcheck="false"
                    autofocus=true
                    aria-describedby="own-refused"
                />
                // The notice at the foot of the window is out of reach while the dialog is open.
                <p id="own-refused" class="refused" role="alert">
                    { refused.map(sentence).unwrap_or_default() }
                </p>
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
                    <button type="button" onclick={Callback::from(close_around)}>{ strings.own_cancel }</button>
                    if state.article.is_some() {
                        <button type="button" class="quiet last" onclick={clear}>{ strings.clear }</button>
                    }
                </div>
            </form>
        </Modal>
    }
}
