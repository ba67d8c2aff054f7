//! Draws the widget into the page that loaded it.

use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::Element;
use web_sys::js_sys::Function;
use whose_words_widget::page::engine::EngineLoader;
use whose_words_widget::ui::app::{App, AppProps};

/// Draws the widget into `place`. `load_engine` is called whenever the engine is to be brought and gives a promise of what
/// its module exports.
#[wasm_bindgen]
pub fn show(place: Element, load_engine: Function) {
    let engine = EngineLoader::new(load_engine);
    yew::Renderer::<App>::with_root_and_props(place, AppProps { engine }).render();
}

// Nothing happens before the page's script calls.
fn main() {}
