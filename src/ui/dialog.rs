//! A dialog over the page. The browser keeps the focus inside, closes it by Escape and gives the focus back.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlDialogElement};
use yew::prelude::*;

/// What a dialog needs to know.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct ModalProps {
    /// The id of the heading inside that names it.
    pub named_by: &'static str,
    /// What happens when it closes, however it does.
    pub close: Callback<()>,
    /// What is inside.
    pub children: Html,
}

/// Draws an open dialog.
#[component]
pub fn Modal(props: &ModalProps) -> Html {
    let node = use_node_ref();
    use_effect_with(node.clone(), |node| {
        if let Some(dialog) = node.cast::<HtmlDialogElement>() {
            // One that is open already, or gone again, needs no showing.
            let _ = dialog.show_modal();
        }
    });
    // Closing through the element first lets the browser give the focus back before it leaves the page.
    let onclose = props.close.reform(|_: Event| ());
    html! {
        <dialog ref={node} aria-labelledby={props.named_by} {onclose}>{ props.children.clone() }</dialog>
    }
}

/// Closes the dialog that was clicked in. Going through the element, it lets the browser give the focus back to
/// what opened it.
pub fn close_around(event: MouseEvent) {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let around = target.and_then(|target| target.closest("dialog").ok().flatten());
    if let Some(dialog) = around.and_then(|dialog| dialog.dyn_into::<HtmlDialogElement>().ok()) {
        dialog.close();
    }
}
