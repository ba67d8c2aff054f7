//! Which leaves of the article are near the window, as the browser sees it.

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::js_sys::Array;
use web_sys::{Element, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit};

/// How far beyond the window a leaf counts as near: two screens, so that a page key finds it drawn.
const MARGIN: &str = "1800px 0px";

/// Watches leaves; dropping it ends the watch.
#[derive(Debug)]
pub struct NearWatch {
    observer: IntersectionObserver,
    /// What the browser calls as long as the watch lasts.
    _call: Closure<dyn FnMut(Array)>,
}

impl NearWatch {
    /// Watches nothing yet. `tell` gets the numbers of leaves that came near and of those that left.
    pub fn new(tell: impl Fn(Vec<(usize, bool)>) + 'static) -> Option<Self> {
        let call = Closure::<dyn FnMut(Array)>::new(move |entries: Array| {
            let entries = entries.iter().filter_map(|entry| {
                let entry: IntersectionObserverEntry = entry.dyn_into().ok()?;
                let leaf = entry.target().get_attribute("data-leaf")?.parse().ok()?;
                Some((leaf, entry.is_intersecting()))
            });
            tell(entries.collect());
        });
        let options = IntersectionObserverInit::new();
        options.set_root_margin(MARGIN);
        let observer =
            IntersectionObserver::new_with_options(call.as_ref().unchecked_ref(), &options).ok()?;
        Some(Self { observer, _call: call })
    }

    /// Watches one more leaf.
    pub fn watch(&self, leaf: &Element) {
        self.observer.observe(leaf);
    }
}

impl Drop for NearWatch {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}
