//! The engine, as a module of its own beside the program (`engine/module/`): so the program is there sooner, and with it
//! an article that can be read, and whatever stops the engine leaves the page standing.

use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::js_sys::{Function, Promise, Uint8Array};
use whose_words_engine::span::Span;
use whose_words_engine::wire::packed;
use whose_words_engine::{Report, rule};

/// Brings modules: a function that takes a module's name and gives a promise of what it exports.
#[derive(Clone, Debug, PartialEq)]
pub struct Modules(Function);

impl Modules {
    /// What the page's script hands over.
    pub const fn new(load: Function) -> Self {
        Self(load)
    }

    /// Begins to load a module, at once; none comes where it cannot be had.
    pub fn load(&self, name: &str) -> impl Future<Output = Option<Module>> + use<> {
        let coming = self.0.call1(&JsValue::UNDEFINED, &JsValue::from_str(name));
        let coming = coming.map(|promise| JsFuture::from(Promise::resolve(&promise)));
        async { Some(coming.ok()?.await.ok()?.unchecked_into()) }
    }
}

/// What finds attributions and commentary, opened once for all readings.
#[derive(Clone, Debug, PartialEq)]
pub struct Finder(Engine);

impl Finder {
    /// Gives the engine what it knows; none where the bytes are something else.
    pub fn open(module: &Module, packed: &Uint8Array) -> Option<Self> {
        let engine = module.open(packed).ok()??;
        rule::open(&engine.rules());
        Some(Self(engine))
    }

    /// Reads a short text in one go.
    ///
    /// # Errors
    /// When the engine has stopped.
    pub fn read(&self, text: &str) -> Result<Report, Stopped> {
        self.begin(text)?.finish()
    }

    /// Gives everybody in a text another name; none when the engine has stopped.
    pub fn rename(&self, text: &str) -> Option<Renamed> {
        self.0.rename(text).ok()
    }

    /// Reads a few words, so that browsers, which compile a function when it is first called, have compiled the engine
    /// before an article is read: both together would hold the page up for longer than can be felt.
    pub fn warm_up(&self) {
        // An engine that stops here will do so again where somebody waits for it.
        let _ = self.read(WARMING);
    }

    /// Begins to read a text.
    ///
    /// # Errors
    /// When the engine has stopped.
    pub fn begin(&self, text: &str) -> Result<Reading, Stopped> {
        let begun = self.0.begin(text).map_err(|_| Stopped)?;
        Ok(Reading { begun: Some(begun) })
    }
}

impl Renamed {
    /// Where a span of the text before is in this one.
    pub fn moved(&self, span: Span) -> Span {
        Span::new(self.place(span.start), self.place(span.end))
    }
}

/// Has a bit of all that articles have.
const WARMING: &str = "“It was clearly late,” said Anne Smith, the mayor. She may, according to officials, have left.";

/// The engine has stopped in the midst of its work, as for want of memory.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stopped;

/// A text being read. It can be dropped at any step.
#[derive(Debug)]
pub struct Reading {
    /// None behind its end, and when the engine has stopped.
    begun: Option<Begun>,
}

impl Reading {
    /// Reads on until at least so many tokens more are read; true when the whole text is.
    ///
    /// # Errors
    /// When the engine has stopped.
    pub fn step(&mut self, tokens: usize) -> Result<bool, Stopped> {
        let stepped = self.begun.as_ref().and_then(|begun| begun.step(tokens).ok());
        if stepped.is_none() {
            self.begun = None;
        }
        stepped.ok_or(Stopped)
    }

    /// How many bytes are read.
    pub fn bytes_read(&self) -> usize {
        self.begun.as_ref().map_or(0, Begun::bytes_read)
    }

    /// Reads what is left and gives the report.
    ///
    /// # Errors
    /// When the engine has stopped, or is of another edition than this program.
    pub fn finish(mut self) -> Result<Report, Stopped> {
        let packed = self.begun.take().and_then(|begun| begun.finish().ok());
        packed.and_then(|packed| packed::unpack(&packed)).ok_or(Stopped)
    }
}

impl Drop for Reading {
    fn drop(&mut self) {
        if let Some(begun) = self.begun.take() {
            begun.free();
        }
    }
}

#[wasm_bindgen]
extern "C" {
    /// What a module exports.
    #[derive(Clone, Debug)]
    pub type Module;

    #[wasm_bindgen(method, catch)]
    pub(super) fn open(this: &Module, packed: &Uint8Array) -> Result<Option<Engine>, JsValue>;

    #[derive(Clone, Debug, PartialEq)]
    pub(super) type Engine;

    #[wasm_bindgen(method)]
    fn rules(this: &Engine) -> String;

    #[wasm_bindgen(method, catch)]
    fn begin(this: &Engine, text: &str) -> Result<Begun, JsValue>;

    #[wasm_bindgen(method, catch)]
    fn rename(this: &Engine, text: &str) -> Result<Renamed, JsValue>;

    /// A text in which everybody has another name.
    #[derive(Clone, Debug)]
    pub type Renamed;

    /// The text.
    #[wasm_bindgen(method)]
    pub fn text(this: &Renamed) -> String;

    /// How many words were replaced.
    #[wasm_bindgen(method)]
    pub fn names(this: &Renamed) -> usize;

    #[wasm_bindgen(method)]
    fn place(this: &Renamed, byte: usize) -> usize;

    #[derive(Debug)]
    pub(super) type Begun;

    #[wasm_bindgen(method, catch)]
    pub(super) fn step(this: &Begun, tokens: usize) -> Result<bool, JsValue>;

    #[wasm_bindgen(method)]
    fn bytes_read(this: &Begun) -> usize;

    #[wasm_bindgen(method, catch)]
    fn finish(this: &Begun) -> Result<Vec<u8>, JsValue>;

    #[wasm_bindgen(method)]
    fn free(this: &Begun);
}
