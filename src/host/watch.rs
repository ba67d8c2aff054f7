//! Hears that the page changed under the widget: as single-page sites do from article to article, and others when they load
//! more of one.

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::js_sys::Array;
use web_sys::{Document, MutationObserver, MutationObserverInit, MutationRecord, Node};

/// Watches a page; dropping it ends the watch.
#[derive(Debug)]
pub struct Watch {
    observer: MutationObserver,
    _call: Closure<dyn FnMut(Array)>,
}

impl Watch {
    /// Calls `changed` with every bundle of changes in which `concerns` is so for the node that changed.
    pub fn new(
        document: &Document,
        concerns: impl Fn(&Node) -> bool + 'static,
        changed: impl Fn() + 'static,
    ) -> Option<Self> {
        let call = Closure::<dyn FnMut(Array)>::new(move |records: Array| {
            let mut targets = records.iter().filter_map(|record| {
                record.dyn_into::<MutationRecord>().ok().and_then(|record| record.target())
            });
            if targets.any(|target| concerns(&target)) {
                changed();
            }
        });
        let observer = MutationObserver::new(call.as_ref().unchecked_ref()).ok()?;
        let options = MutationObserverInit::new();
        options.set_child_list(true);
        options.set_character_data(true);
        options.set_subtree(true);
        observer.observe_with_options(document, &options).ok()?;
        Some(Self { observer, _call: call })
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}
