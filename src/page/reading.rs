//! A long article is read in slices, with the page alive between them; whoever drops the task ends it.

use std::cell::Cell;
use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use whose_words_engine::reading::Reading;

use super::article::{Article, Text};

/// Tokens a step: a step takes well under a millisecond, so that a slice ends close to its time.
const STEP: usize = 512;

/// How long a slice may take, in milliseconds. The page must answer within 50; half of that is left for
/// whatever else is due, and for slower machines.
const SLICE: f64 = 16.0;

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
    /// Begins to read `text`; the first slice runs before anything else on the page does.
    pub fn start(text: Text, tell: impl Fn(News) + 'static) -> Self {
        let dropped = Rc::new(Cell::new(false));
        let task = Self { dropped: Rc::clone(&dropped) };
        spawn_local(async move {
            let mut reading = Reading::new(&text.body);
            let mut began = now();
            while !reading.step(STEP) {
                if now() - began < SLICE {
                    continue;
                }
                tell(News::Read(reading.bytes_read()));
                gloo_timers::future::TimeoutFuture::new(0).await;
                if dropped.get() {
                    return;
                }
                began = now();
            }
            let report = reading.finish();
            if !dropped.get() {
                tell(News::Done(Rc::new(Article::new(text, report))));
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

/// Milliseconds since the page was opened.
fn now() -> f64 {
    web_sys::window().and_then(|window| window.performance()).map_or(0.0, |clock| clock.now())
}
