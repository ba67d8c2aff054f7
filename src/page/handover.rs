//! An article that goes along from one page of the widget’s folder to the next, within the same tab of the browser.

use web_sys::Storage;

/// The name under which it waits.
const KEY: &str = "whose-words-article";

/// Leaves a text for the next page. Where the browser keeps nothing, the next page begins without it.
pub fn leave(text: &str) {
    if let Some(storage) = storage() {
        let _ = storage.set_item(KEY, text);
    }
}

/// Takes the text that was left, once.
pub fn take() -> Option<String> {
    let storage = storage()?;
    let left = storage.get_item(KEY).ok().flatten()?;
    let _ = storage.remove_item(KEY);
    Some(left)
}

fn storage() -> Option<Storage> {
    web_sys::window()?.session_storage().ok().flatten()
}
