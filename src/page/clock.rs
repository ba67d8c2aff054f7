//! The browser's time: how late it is, what took how long, and a pause in which the page does its own work.

use wasm_bindgen::{JsCast, JsValue};
use web_sys::Performance;
use web_sys::js_sys::{Array, Function, Reflect};

/// Lets the page do what it has to do in between.
pub async fn pause() {
    gloo_timers::future::TimeoutFuture::new(0).await;
}

/// Milliseconds since the page was opened.
pub fn now() -> f64 {
    clock().map_or(0.0, |clock| clock.now())
}

/// Keeps under a name that something begins now (User Timing), for [`end`].
pub fn begin(name: &str) {
    keep("mark", &[name]);
}

/// Keeps under a name how long it is since something began: what the benches and a curious reader's developer tools
/// show. What was kept under it before goes, for a page may be open all day.
pub fn end(name: &str, begun: &str) {
    keep("clearMeasures", &[name]);
    keep("measure", &[name, begun]);
    keep("clearMarks", &[begun]);
}

/// Calls a method of the browser's clock by its name: web-sys has other names for it with its unstable
/// interfaces than without.
fn keep(method: &str, names: &[&str]) {
    let Some(clock) = clock() else { return };
    let method = Reflect::get(&clock, &JsValue::from_str(method)).ok();
    if let Some(method) = method.and_then(|method| method.dyn_into::<Function>().ok()) {
        let names: Array = names.iter().map(|name| JsValue::from_str(name)).collect();
        // A clock that keeps no marks costs a measurement, no reading.
        let _ = method.apply(&clock, &names);
    }
}

fn clock() -> Option<Performance> {
    web_sys::window()?.performance()
}
