//! The inside of a `<whose-words mode="lesson">`, for the page's own script (`src/element/whose-words.js`) to put there.

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::js_sys::Function;
use web_sys::{HtmlElement, Node};
use whose_words_widget::host::attributes::Attributes;
use whose_words_widget::lesson::file::Wanted;
use whose_words_widget::page::folder;
use whose_words_widget::ui::lesson::place::{Lesson, LessonProps};
use whose_words_widget::ui::stage::{Stage, Told};
use yew::prelude::*;

/// The inside of one element.
#[derive(Debug)]
#[wasm_bindgen]
pub struct Widget {
    stage: Stage,
    props: LessonProps,
}

/// Puts the lesson into `tree`, the shadow tree of `element`. `address` tells where a file of the program's is, by its name; nothing is loaded beside.
#[wasm_bindgen]
pub fn connect(
    element: HtmlElement,
    tree: &Node,
    address: Function,
    _load: Function,
) -> Option<Widget> {
    folder::set(address);
    let props = LessonProps {
        wanted: Wanted::of(&element),
        theme: Attributes::of(&element).theme,
        element,
        refreshed: 0,
        told: Told::default(),
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

    /// Fetches the lesson again.
    pub fn refresh(&mut self) {
        self.props.refreshed += 1;
        self.show();
    }

    /// Null: in a lesson the engine reads nothing.
    pub fn report(&self) -> JsValue {
        JsValue::NULL
    }

    /// The lesson's text, in which the places of an answer are; none before it is there.
    pub fn text(&self) -> Option<String> {
        self.props.told.0.borrow().as_ref().map(|task| task.lesson.text.clone())
    }

    /// Takes everything of the lesson's away from the page.
    pub fn disconnect(self) {
        self.stage.leave();
    }
}

impl Widget {
    fn show(&mut self) {
        let props = &self.props;
        self.stage.show(html! { <Lesson key={props.told.number()} ..props.clone() /> });
    }
}

// Nothing happens before the page's script calls.
fn main() {}
