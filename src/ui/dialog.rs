//! A dialog over the page. The browser keeps the focus inside, closes it by Escape and gives the focus back.

use web_sys::HtmlDialogElement;
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
