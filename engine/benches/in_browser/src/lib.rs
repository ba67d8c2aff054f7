//! The engine as a module of its own, with no page around it: what `rates.js` measures.

use wasm_bindgen::prelude::wasm_bindgen;
use whose_words_engine::knowledge::Knowledge;
use whose_words_engine::reading::Reading;

/// The engine with what it knows.
#[derive(Debug)]
#[wasm_bindgen]
pub struct Engine {
    knowledge: Knowledge,
}

#[wasm_bindgen]
impl Engine {
    /// Unpacks what a page loads; none where the bytes are something else.
    pub fn with(packed: &[u8]) -> Option<Self> {
        Knowledge::unpack(packed).map(|knowledge| Self { knowledge })
    }

    /// Reads an article in one go and says how many words it has.
    pub fn read(&self, text: &str) -> usize {
        Reading::with(&self.knowledge, text).finish().tallies.words
    }
}
