//! A file that is made on the page and given to whoever asked for it.

use gloo_timers::callback::Timeout;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::js_sys::Array;
use web_sys::{Blob, BlobPropertyBag, HtmlElement, Url};

/// Gives a text as a file of this name and type; nothing where the browser makes no files. Whether the place lets it be saved,
/// browsers do not tell.
pub fn give(name: &str, kind: &str, text: &str) -> Option<()> {
    let page = web_sys::window()?.document()?;
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let parts = Array::of1(&JsValue::from_str(text));
    let blob = Blob::new_with_str_sequence_and_options(&parts, &options).ok()?;
    let address = Url::create_object_url_with_blob(&blob).ok()?;
    let link = page.create_element("a").ok()?;
    link.set_attribute("href", &address).ok()?;
    link.set_attribute("download", name).ok()?;
    link.dyn_ref::<HtmlElement>()?.click();
    // By then the browser has taken it.
    Timeout::new(TAKEN, move || drop(Url::revoke_object_url(&address))).forget();
    Some(())
}

/// So many milliseconds a browser may take to begin with what it is given.
const TAKEN: u32 = 60_000;
