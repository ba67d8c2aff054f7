//! The inside of a `<whose-words mode="studio">`, for the page's own script (`src/element/whose-words.js`) to put there.

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::js_sys::Function;
use web_sys::{HtmlElement, Node};
use whose_words_widget::host::attributes::Attributes;
use whose_words_widget::lesson::file::Wanted;
use whose_words_widget::page::engine::Modules;
use whose_words_widget::page::folder;
use whose_words_widget::ui::stage::Stage;
use whose_words_widget::ui::studio::place::{Make, StudioProps};
use yew::prelude::*;

/// The inside of one element.
#[derive(Debug)]
#[wasm_bindgen]
pub struct Widget {
    stage: Stage,
    props: StudioProps,
}

/// Puts the studio into `tree`, the shadow tree of `element`. `address` tells where a file of the program's is, by its name; `load`
/// is called with a module's name and gives a promise of what it exports.
#[wasm_bindgen]
pub fn connect(
    element: HtmlElement,
    tree: &Node,
    address: Function,
    load: Function,
) -> Option<Widget> {
    folder::set(address);
    let props = StudioProps {
        wanted: Wanted::of(&element),
        theme: Attributes::of(&element).theme,
        element,
        modules: Modules::new(load),
    };
    let mut widget = Widget { stage: Stage::enter(tree)?, props };
    widget.show();
    Some(widget)
}

#[wasm_bindgen]
impl Widget {
    /// Looks at the element's attributes and its property again.
    pub fn attributes_changed(&mut self) {
        self.props.wanted = Wanted::of(&self.props.element);
        self.props.theme = Attributes::of(&self.props.element).theme;
        self.show();
    }

    /// Nothing: what is made here is the teacher's, and no page's to replace.
    pub fn refresh(&mut self) {}

    /// Null: what is read here becomes the draft of a key.
    pub fn report(&self) -> JsValue {
        JsValue::NULL
    }

    /// Null, as long as a lesson is only being made.
    pub fn text(&self) -> Option<String> {
        None
    }

    /// Takes everything of the studio's away from the page.
    pub fn disconnect(self) {
        self.stage.leave();
    }
}

impl Widget {
    fn show(&mut self) {
        let props = &self.props;
        self.stage.show(html! { <Make ..props.clone() /> });
    }
}

// Nothing happens before the page's script calls.
fn main() {}
