//! The engine as a WebAssembly module of its own: text in, packed report out.
//!
//! It knows no page. Whoever loads it gives it [what the engine knows](Knowledge), lets it [read](Engine::begin) in steps,
//! and unpacks the report with [`whose_words_engine::wire::packed`].
//!
//! ```js
//! import init, { open } from "./whose-words-engine.js";
//! await init();
//! const reading = open(weights).begin("Smith said the vote was close.");
//! while (!reading.step(1)) {}
//! const report = reading.finish();
//! ```

use std::cell::Cell;
use std::future::poll_fn;
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

use wasm_bindgen::prelude::wasm_bindgen;
use whose_words_engine::knowledge::Knowledge;
use whose_words_engine::wire::packed;
use whose_words_engine::{reading, rename, rule};

/// The engine with what it knows.
#[derive(Clone, Debug)]
#[wasm_bindgen]
pub struct Engine {
    knowledge: Rc<Knowledge>,
}

/// Unpacks what the engine knows; none where the bytes are something else.
#[wasm_bindgen]
pub fn open(packed: &[u8]) -> Option<Engine> {
    Knowledge::unpack(packed).map(|knowledge| Engine { knowledge: Rc::new(knowledge) })
}

#[wasm_bindgen]
impl Engine {
    /// The catalogue of rules, for [`rule::open`] in another module.
    pub fn rules(&self) -> String {
        rule::lines().to_owned()
    }

    /// Gives everybody in a text another name.
    pub fn rename(&self, text: &str) -> Renamed {
        Renamed(rename::Renamed::new(text))
    }

    /// Begins to read a text.
    pub fn begin(&self, text: String) -> Reading {
        let reached = Rc::new(Reached::default());
        let reading = read(Rc::clone(&self.knowledge), text, Rc::clone(&reached));
        Reading { reached, reading: Box::pin(reading) }
    }
}

/// A text in which everybody has another name.
#[derive(Debug)]
#[wasm_bindgen]
pub struct Renamed(rename::Renamed);

#[wasm_bindgen]
impl Renamed {
    /// The text.
    pub fn text(&self) -> String {
        self.0.text().to_owned()
    }

    /// How many words were replaced.
    pub fn names(&self) -> usize {
        self.0.names()
    }

    /// Where a byte of the text before is in this one.
    pub fn place(&self, byte: usize) -> usize {
        self.0.place(byte)
    }
}

/// A text being read. It can be dropped at any step.
#[wasm_bindgen]
pub struct Reading {
    reached: Rc<Reached>,
    /// The engine's own reading borrows its text. Both are held by a future, which stops behind every step.
    reading: Pin<Box<dyn Future<Output = Vec<u8>>>>,
}

/// How far a reading is, and how far it is to go.
#[derive(Default)]
struct Reached {
    /// How many tokens the next step is to read.
    step: Cell<usize>,
    bytes: Cell<usize>,
    end: Cell<bool>,
}

#[wasm_bindgen]
impl Reading {
    /// Reads on until at least so many tokens more are read, and a window of a few hundred in any case; true when the
    /// whole text is.
    pub fn step(&mut self, tokens: usize) -> bool {
        if !self.reached.end.get() {
            self.reached.step.set(tokens);
            // Pending behind every step; the report is for who asks for it.
            let _ = self.proceed();
        }
        self.reached.end.get()
    }

    /// How many bytes of UTF-8 are read.
    pub fn bytes_read(&self) -> usize {
        self.reached.bytes.get()
    }

    /// Reads what is left and gives the packed report.
    pub fn finish(mut self) -> Vec<u8> {
        self.reached.step.set(usize::MAX);
        loop {
            if let Poll::Ready(report) = self.proceed() {
                return report;
            }
        }
    }

    fn proceed(&mut self) -> Poll<Vec<u8>> {
        self.reading.as_mut().poll(&mut Context::from_waker(Waker::noop()))
    }
}

/// Reads a text in steps, with a stop behind each.
async fn read(knowledge: Rc<Knowledge>, text: String, reached: Rc<Reached>) -> Vec<u8> {
    let mut reading = reading::Reading::with(&knowledge, &text);
    while !reached.end.get() {
        reached.end.set(reading.step(reached.step.get()));
        reached.bytes.set(reading.bytes_read());
        stop().await;
    }
    packed::pack(&reading.finish())
}

/// Gives the turn to who polls, once.
async fn stop() {
    let mut stopped = false;
    poll_fn(
        |_| {
            if std::mem::replace(&mut stopped, true) { Poll::Ready(()) } else { Poll::Pending }
        },
    )
    .await;
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "Smith said the vote was close.\n";

    #[test]
    fn a_text_read_in_steps_has_the_report_that_the_engine_gives() {
        let text = TEXT.repeat(100);
        let engine = open(Knowledge::PACKED).unwrap();
        let mut reading = engine.begin(text.clone());
        let mut steps = Vec::new();
        while !reading.step(1) {
            steps.push(reading.bytes_read());
        }
        assert!(steps.len() > 1 && steps.is_sorted(), "{steps:?}");
        let whole = reading::Reading::with(&engine.knowledge, &text).finish();
        assert_eq!(packed::unpack(&reading.finish()), Some(whole.clone()));
        assert_eq!(packed::unpack(&engine.begin(text).finish()), Some(whole));
    }

    #[test]
    fn what_is_not_the_engines_knowledge_opens_nothing() {
        assert!(open(b"").is_none());
        assert!(open(&Knowledge::PACKED[..1000]).is_none());
    }
}
