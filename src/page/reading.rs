//! A long article is read in slices, with the page alive between them; whoever drops the task ends it.

use std::cell::Cell;
use std::rc::Rc;

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;
use web_sys::Performance;
use web_sys::js_sys::{Array, Function, Reflect};
use whose_words_engine::reading::Reading;

use super::article::{Article, Text};

/// Tokens a step: a step takes well under a millisecond, so that a slice ends close to its time.
const STEP: usize = 512;

/// How long a slice may take, in milliseconds. The page must answer within 50; most of that is left for
/// whatever else is due, and for slower machines.
const SLICE: f64 = 12.0;

/// What the reading of a text tells while it goes on.
pub enum News {
    /// So many bytes are read.
    Read(usize),
    /// Done.
    Done(Rc<Article>),
}

/// A reading under way. Dropping it ends the reading at the next slice, and no more news comes.
#[derive(Debug)]
pub struct ReadingTask {
    dropped: Rc<Cell<bool>>,
}

impl ReadingTask {
    /// Begins to read `text`, with the page's next task.
    pub fn start(text: Text, tell: impl Fn(News) + 'static) -> Self {
        let dropped = Rc::new(Cell::new(false));
        let task = Self { dropped: Rc::clone(&dropped) };
        spawn_local(async move {
            pause().await;
            if dropped.get() {
                return;
            }
            keep_time("mark", &[BEGUN]);
            let mut reading = Reading::new(&text.body);
            let mut began = now();
            while !reading.step(STEP) {
                if now() - began < SLICE {
                    continue;
                }
                tell(News::Read(reading.bytes_read()));
                pause().await;
                if dropped.get() {
                    return;
                }
                began = now();
            }
            // Of a long text each of these is a slice of its own, and so is its drawing.
            let report = reading.finish();
            keep_time("measure", &[TAKEN, BEGUN]);
            let long = report.length > LONG;
            if long {
                pause().await;
            }
            let article = Rc::new(Article::new(text, report));
            if long {
                pause().await;
            }
            if !dropped.get() {
                tell(News::Done(article));
            }
        });
        task
    }
}

impl Drop for ReadingTask {
    fn drop(&mut self) {
        self.dropped.set(true);
    }
}

/// Lets the page do what it has to do in between.
async fn pause() {
    gloo_timers::future::TimeoutFuture::new(0).await;
}

/// A text of so many bytes takes a slice's time to be put together after it is read; a tenth of it takes none
/// that could be felt, and comes to the page sooner without pauses.
const LONG: usize = 200_000;

/// The names under which the browser's own clock keeps when a reading began and how long it took (User
/// Timing): what the benches and a curious reader's developer tools show.
const BEGUN: &str = "whose-words:begun";
const TAKEN: &str = "whose-words:read";

/// Calls a method of the browser's clock by its name: web-sys has other names for it with its unstable
/// interfaces than without.
fn keep_time(method: &str, names: &[&str]) {
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

/// Milliseconds since the page was opened.
fn now() -> f64 {
    clock().map_or(0.0, |clock| clock.now())
}
