//! What the device keeps for this page from one visit to the next, by names of ours. Where the browser forbids it, or is full, nothing is kept:
//! that costs somebody something at the next visit, and nothing now.

use web_sys::Storage;

/// What is kept under a name; none where nothing is or may be.
pub fn get(name: &str) -> Option<String> {
    storage()?.get_item(name).ok()?
}

/// Keeps something under a name, in place of what was there.
pub fn set(name: &str, kept: &str) {
    if let Some(storage) = storage() {
        let _ = storage.set_item(name, kept);
    }
}

fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok().flatten()
}
