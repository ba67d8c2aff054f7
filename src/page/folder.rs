//! Where the program's own files lie: beside its script, on whatever page that runs.

use std::cell::RefCell;

thread_local! {
    static FOLDER: RefCell<String> = const { RefCell::new(String::new()) };
}

/// Says once where the program's files lie: an address that ends in a slash. Until then they are beside the page.
pub fn set(address: String) {
    FOLDER.set(address);
}

/// Whether there is such a folder: a page that was saved as one file has everything in itself.
pub fn is_known() -> bool {
    FOLDER.with_borrow(|folder| !folder.is_empty())
}

/// The address of a file of the program's.
pub fn beside(name: &str) -> String {
    FOLDER.with_borrow(|folder| [folder, name].concat())
}
