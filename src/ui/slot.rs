//! The slot of an element: where what it wraps is seen.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, ShadowRoot};
use yew::prelude::*;

/// Hides what the element wraps, where something else stands instead. `root` lies in the same tree.
#[hook]
pub fn use_slot_hidden(root: &NodeRef, hidden: bool) {
    let root = root.clone();
    use_effect_with(hidden, move |&hidden| {
        let tree =
            root.cast::<Element>().map(|root| root.get_root_node().unchecked_into::<ShadowRoot>());
        let slot = tree.and_then(|tree| tree.query_selector("slot").ok().flatten());
        if let Some(slot) = slot {
            slot.unchecked_ref::<HtmlElement>().set_hidden(hidden);
        }
    });
}
