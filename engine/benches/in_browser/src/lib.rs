//! The engine as a module of its own, with no page around it: what `rates.js` measures.

use wasm_bindgen::prelude::wasm_bindgen;
use whose_words_engine::attribution::network::Network;
use whose_words_engine::reading::Reading;

/// The engine with its weights.
#[derive(Debug)]
#[wasm_bindgen]
pub struct Engine {
    network: Network,
}

#[wasm_bindgen]
impl Engine {
    /// Unpacks weights; none where the bytes are something else.
    pub fn with(weights: &[u8]) -> Option<Self> {
        Network::unpack(weights).map(|network| Self { network })
    }

    /// Reads an article in one go and says how many words it has.
    pub fn read(&self, text: &str) -> usize {
        Reading::with(&self.network, text).finish().tallies.words
    }
}
