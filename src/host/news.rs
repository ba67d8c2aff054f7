//! What the element tells the page it is on: events that bubble and go out of shadow roots.

use wasm_bindgen::JsValue;
use web_sys::js_sys::{Object, Reflect};
use web_sys::{CustomEvent, CustomEventInit, EventTarget};

/// Sends an event from an element; `detail` is what is told with it, by names.
pub fn tell(element: &EventTarget, event: &str, detail: &[(&str, JsValue)]) {
    let told = Object::new();
    for (name, value) in detail {
        // A plain object takes whatever is set on it.
        let _ = Reflect::set(&told, &JsValue::from_str(name), value);
    }
    tell_of(element, event, &told);
}

/// Sends an event from an element; `detail` is what is told with it.
pub fn tell_of(element: &EventTarget, event: &str, detail: &JsValue) {
    let options = CustomEventInit::new();
    options.set_bubbles(true);
    options.set_composed(true);
    options.set_detail(detail);
    let event = CustomEvent::new_with_event_init_dict(&["whose-words:", event].concat(), &options);
    if let Ok(event) = event {
        // What the page's own listeners do or throw is theirs.
        let _ = element.dispatch_event(&event);
    }
}
