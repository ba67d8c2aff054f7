//! The browser's time: how late it is, what took how long, and a pause in which the page does its own work.

use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Performance;
use web_sys::js_sys::{Array, Function, Object, Promise, Reflect};

/// Who waits for what goes on behind a pause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pace {
    /// A reader: it is the page's next task but for those that are due already.
    Soon,
    /// Nobody: it waits for the page to be idle.
    Idle,
}

/// Lets the page do what it has to do in between.
///
/// Where the browser has no tasks to post, a timer does it: browsers put off each of several timers in a row by 4
/// milliseconds, which is a third of a slice of reading.
pub async fn pause(pace: Pace) {
    match next_task(pace) {
        // A task that is never run ends in an error, and the pause with it.
        Some(task) => drop(JsFuture::from(task).await),
        None => gloo_timers::future::TimeoutFuture::new(0).await,
    }
}

fn next_task(pace: Pace) -> Option<Promise> {
    let window = web_sys::window()?;
    let scheduler = Reflect::get(&window, &JsValue::from_str("scheduler")).ok()?;
    let post = Reflect::get(&scheduler, &JsValue::from_str("postTask")).ok()?;
    let options = Object::new();
    let priority = match pace {
        Pace::Soon => "user-visible",
        Pace::Idle => "background",
    };
    Reflect::set(&options, &JsValue::from_str("priority"), &JsValue::from_str(priority)).ok()?;
    let nothing = Closure::once_into_js(|| {});
    post.dyn_ref::<Function>()?.call2(&scheduler, &nothing, &options).ok()?.dyn_into().ok()
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
