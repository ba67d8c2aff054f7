//! What happens to the window rather than to something in it: keys, paste, drop, print.

use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, DragEvent, KeyboardEvent};
use yew::Callback;

use super::place::lies_in;
use super::state::{Action, Dialog, Focus, Way};
use crate::page::intake::{self, Carried};

/// Where keys and paste belong to the field, not to the page. A switch has use for neither.
const FIELDS: &str = "input:not([type=checkbox]), textarea, select, [contenteditable], dialog";

/// Where the browser itself takes a file that is dropped.
const FILES: &str = "input[type=file]";

/// Listens to the window; what it returns stops listening when dropped.
pub fn listen(act: &Callback<Action>, take: &Callback<Carried>, keys: bool) -> Vec<EventListener> {
    let Some(window) = web_sys::window() else { return Vec::new() };
    let Some(document) = window.document() else { return Vec::new() };
    let active = EventListenerOptions::enable_prevent_default();
    let on = |name: &'static str, call: Box<dyn Fn(&web_sys::Event)>| {
        EventListener::new_with_options(&document, name, active, move |event| call(event))
    };
    let print = {
        let act = act.clone();
        EventListener::new(&window, "beforeprint", move |_| act.emit(Action::Whole))
    };
    vec![
        print,
        on("keydown", {
            let act = act.clone();
            Box::new(move |event| {
                let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
                if let Some(action) = key(event, keys) {
                    event.prevent_default();
                    act.emit(action);
                }
            })
        }),
        on("paste", {
            let take = take.clone();
            Box::new(move |event| {
                let Some(event) = event.dyn_ref::<ClipboardEvent>() else { return };
                if lies_in(event.target(), FIELDS) {
                    return;
                }
                event.prevent_default();
                take.emit(intake::carried(event.clipboard_data().as_ref()));
            })
        }),
        on("dragover", {
            let act = act.clone();
            Box::new(move |event| {
                if lies_in(event.target(), FILES) {
                    return;
                }
                // Without this the browser would open the file instead of dropping it.
                event.prevent_default();
                act.emit(Action::Drag(true));
            })
        }),
        on("dragleave", {
            let act = act.clone();
            Box::new(move |event| {
                // Leaving one element for another is no leaving of the page.
                let event = event.dyn_ref::<DragEvent>();
                if event.is_some_and(|event| event.related_target().is_none()) {
                    act.emit(Action::Drag(false));
                }
            })
        }),
        on("drop", {
            let (act, take) = (act.clone(), take.clone());
            Box::new(move |event| {
                act.emit(Action::Drag(false));
                if lies_in(event.target(), FILES) {
                    return;
                }
                event.prevent_default();
                let data = event.dyn_ref::<DragEvent>().and_then(DragEvent::data_transfer);
                take.emit(intake::carried(data.as_ref()));
            })
        }),
    ]
}

/// What a key does where no field wants it.
fn key(event: &KeyboardEvent, single_keys: bool) -> Option<Action> {
    if event.default_prevented() || lies_in(event.target(), FIELDS) || event.alt_key() {
        return None;
    }
    let key = event.key();
    if event.ctrl_key() || event.meta_key() {
        return (key == "z" && !event.shift_key()).then_some(Action::Undo);
    }
    match key.as_str() {
        "Escape" => Some(Action::Close),
        _ if !single_keys => None,
        "n" | "N" => Some(Action::Step(Way::Next, Focus::Moves)),
        "p" | "P" => Some(Action::Step(Way::Previous, Focus::Moves)),
        "?" => Some(Action::Open(Dialog::Help)),
        _ => None,
    }
}
