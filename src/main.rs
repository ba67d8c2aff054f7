//! Draws the widget into the page that loaded it.

use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::Element;
use web_sys::js_sys::Function;
use whose_words_widget::page::engine::Modules;
use whose_words_widget::page::folder;
use whose_words_widget::ui::app::{App, AppProps};

/// Draws the widget into `place`. `address` tells where a file of the program's is, by its name; `load` is called with a module's name whenever that is to be brought, and gives a promise
/// of what it exports: `engine`, and `measure` for who asks for that.
#[wasm_bindgen]
pub fn show(place: Element, address: Function, load: Function) {
    folder::set(address);
    let modules = Modules::new(load);
    yew::Renderer::<App>::with_root_and_props(place, AppProps { modules }).render();
}

// Nothing happens before the page's script calls.
fn main() {}
