//! Where the program's own files lie: beside its script, on whatever page that runs, or where the page says.

use std::cell::RefCell;

use wasm_bindgen::JsValue;
use web_sys::js_sys::Function;

thread_local! {
    static ADDRESS: RefCell<Option<Function>> = const { RefCell::new(None) };
}

/// Says once what tells where a file of the program's is, by its name. Until then they are beside the page.
pub fn set(address: Function) {
    ADDRESS.set(Some(address));
}

/// The address of a file of the program's; empty where the page has no such file.
pub fn beside(name: &str) -> String {
    ADDRESS.with_borrow(|address| match address {
        None => name.to_owned(),
        Some(address) => {
            let told = address.call1(&JsValue::UNDEFINED, &JsValue::from_str(name));
            told.ok().and_then(|told| told.as_string()).unwrap_or_default()
        }
    })
}
