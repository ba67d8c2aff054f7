//! The inside of a `<whose-words>` element, for the page's own script (`src/element/whose-words.js`) to put there.

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::js_sys::{Function, JSON};
use web_sys::{HtmlElement, Node};
use whose_words_engine::wire::json::WrittenReport;
use whose_words_widget::host::attributes::Attributes;
use whose_words_widget::page::engine::Modules;
use whose_words_widget::page::folder;
use whose_words_widget::ui::embedded::{Embedded, EmbeddedProps};
use whose_words_widget::ui::stage::{Stage, Told};
use yew::prelude::*;

/// The inside of one element.
#[derive(Debug)]
#[wasm_bindgen]
pub struct Widget {
    stage: Stage,
    props: EmbeddedProps,
}

/// Puts the widget into `tree`, the shadow tree of `element`. `address` tells where a file of the program's is, by its name; `load`
/// is called with a module's name and gives a promise of what it exports.
#[wasm_bindgen]
pub fn connect(
    element: HtmlElement,
    tree: &Node,
    address: Function,
    load: Function,
) -> Option<Widget> {
    folder::set(address);
    let props = EmbeddedProps {
        attributes: Attributes::of(&element),
        element,
        refreshed: 0,
        modules: Modules::new(load),
        told: Told::default(),
    };
    let mut widget = Widget { stage: Stage::enter(tree)?, props };
    widget.show();
    Some(widget)
}

#[wasm_bindgen]
impl Widget {
    /// Looks at the element's attributes again.
    pub fn attributes_changed(&mut self) {
        self.props.attributes = Attributes::of(&self.props.element);
        self.show();
    }

    /// Takes the article's text again, and reads it where it changed.
    pub fn refresh(&mut self) {
        self.props.refreshed += 1;
        self.show();
    }

    /// The report of the article in the form of `schema/report.json`; null before it is read.
    pub fn report(&self) -> JsValue {
        let told = self.props.told.0.borrow();
        let written =
            told.as_ref().map(|article| WrittenReport::new("", &article.text, &article.report));
        written.and_then(|written| JSON::parse(&written.to_json()).ok()).unwrap_or(JsValue::NULL)
    }

    /// The article's text, in which the report's places are; none before it is read.
    pub fn text(&self) -> Option<String> {
        self.props.told.0.borrow().as_ref().map(|article| article.text.to_string())
    }

    /// Takes everything of the widget's away from the page.
    pub fn disconnect(self) {
        self.stage.leave();
    }
}

impl Widget {
    fn show(&mut self) {
        let props = &self.props;
        // What is told where is another's for every element, and so is everything else that it knows.
        self.stage.show(html! { <Embedded key={props.told.number()} ..props.clone() /> });
    }
}

// Nothing happens before the page's script calls.
fn main() {}
