//! A long article is read in slices, with the page alive between them; whoever drops the task ends it.

use std::cell::Cell;
use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;

use super::article::{Article, Text};
use super::clock::{self, Pace, now, pause};
use super::engine::{Finder, Stopped};

/// Tokens a step: whatever the engine reads at once, which is a window of a few hundred and takes some milliseconds, so
/// that a slice ends close to its time.
const STEP: usize = 1;

/// How long a slice may take before its last step, in milliseconds. The page must answer within 50; most of that is left
/// for whatever else is due, and for slower machines.
pub const SLICE: f64 = 12.0;

/// What the reading of a text tells while it goes on.
pub enum News {
    /// So many bytes are read.
    Read(usize),
    /// Done.
    Done(Rc<Article>),
    /// The engine has stopped, and this text is not read.
    Stopped(Text),
}

/// A reading under way. Dropping it ends the reading at the next slice, and no more news comes.
#[derive(Debug)]
pub struct ReadingTask {
    dropped: Rc<Cell<bool>>,
}

impl ReadingTask {
    /// Begins to read `text`, with the page's next task or when it is idle.
    pub fn start(text: Text, finder: Finder, pace: Pace, tell: impl Fn(News) + 'static) -> Self {
        let dropped = Rc::new(Cell::new(false));
        let task = Self { dropped: Rc::clone(&dropped) };
        spawn_local(async move {
            let told = |bytes| tell(News::Read(bytes));
            let read = read(&text, &finder, pace, told, &dropped).await;
            if !dropped.get() {
                tell(read.map_or_else(|Stopped| News::Stopped(text), News::Done));
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

/// Reads a text, slice by slice, and tells how far it is. Once `dropped`, it reads no further.
async fn read(
    text: &Text,
    finder: &Finder,
    pace: Pace,
    tell: impl Fn(usize),
    dropped: &Cell<bool>,
) -> Result<Rc<Article>, Stopped> {
    pause(pace).await;
    clock::begin(BEGUN);
    let mut reading = finder.begin(&text.body)?;
    let mut began = now();
    while !reading.step(STEP)? {
        if now() - began < SLICE {
            continue;
        }
        tell(reading.bytes_read());
        pause(pace).await;
        if dropped.get() {
            return Err(Stopped);
        }
        began = now();
    }
    // Of a long text each of these is a slice of its own, and so is its drawing.
    let report = reading.finish()?;
    clock::end(TAKEN, BEGUN);
    let long = report.length > LONG;
    if long {
        pause(pace).await;
    }
    let article = Rc::new(Article::new(text.clone(), report));
    if long {
        pause(pace).await;
    }
    Ok(article)
}

/// A text of so many bytes takes a slice's time to be put together after it is read; a tenth of it takes none
/// that could be felt, and comes to the page sooner without pauses.
const LONG: usize = 200_000;

/// The names under which the browser's own clock keeps when a reading began and how long it took.
const BEGUN: &str = "whose-words:begun";
const TAKEN: &str = "whose-words:read";
