//! The inside of a `<whose-words>` element, for the page's own script (`src/element/whose-words.js`) to put there.

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::js_sys::{Function, JSON};
use web_sys::{Element, HtmlElement};
use whose_words_engine::wire::json::WrittenReport;
use whose_words_widget::host::attributes::Attributes;
use whose_words_widget::page::engine::Modules;
use whose_words_widget::page::folder;
use whose_words_widget::ui::embedded::{Embedded, EmbeddedProps, Told};
use yew::AppHandle;

/// The inside of one element.
#[derive(Debug)]
#[wasm_bindgen]
pub struct Widget {
    app: AppHandle<Embedded>,
    props: EmbeddedProps,
}

/// Puts the widget into `place`, a part of `element`'s shadow tree. The program's files lie in `files`; `load` is called with
/// a module's name and gives a promise of what it exports.
#[wasm_bindgen]
pub fn connect(element: HtmlElement, place: Element, files: String, load: Function) -> Widget {
    folder::set(files);
    let props = EmbeddedProps {
        attributes: Attributes::of(&element),
        element,
        refreshed: 0,
        modules: Modules::new(load),
        told: Told::default(),
    };
    let app = yew::Renderer::<Embedded>::with_root_and_props(place, props.clone()).render();
    Widget { app, props }
}

#[wasm_bindgen]
impl Widget {
    /// Looks at the element's attributes again.
    pub fn attributes_changed(&mut self) {
        self.props.attributes = Attributes::of(&self.props.element);
        self.app.update(self.props.clone());
    }

    /// Takes the article's text again, and reads it where it changed.
    pub fn refresh(&mut self) {
        self.props.refreshed += 1;
        self.app.update(self.props.clone());
    }

    /// The report of the article in the form of `schema/report.json`; null before it is read.
    pub fn report(&self) -> JsValue {
        let told = self.props.told.0.borrow();
        let written =
            told.as_ref().map(|article| WrittenReport::new("", &article.text, &article.report));
        written.and_then(|written| JSON::parse(&written.to_json()).ok()).unwrap_or(JsValue::NULL)
    }

    /// Takes everything of the widget's away from the page.
    pub fn disconnect(self) {
        self.app.destroy();
    }
}

// Nothing happens before the page's script calls.
fn main() {}
