//! What was done in a lesson or in the studio, kept on the device until somebody comes back, where the browser allows it.

use std::rc::Rc;

use wasm_bindgen::JsValue;
use web_sys::HtmlElement;
use web_sys::js_sys::{JSON, Reflect};
use whose_words_engine::lesson::{Lesson, OwnMark};
use whose_words_engine::wire::lesson::{answer_from_json, unfinished_from_json};

use super::state::Task;
use crate::page::store;

/// What was done.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Kept {
    /// The marks.
    pub marks: Vec<OwnMark>,
    /// How often they were compared with the key.
    pub comparisons: usize,
}

/// What was done in a lesson before: what the page says by the element's property `answer`, else what the device has kept. None where
/// nothing is there, or what is there is of another text.
pub fn recall(element: &HtmlElement, task: &Task) -> Option<Kept> {
    let given = Reflect::get(element, &JsValue::from_str("answer")).ok().filter(JsValue::is_object);
    let given = given.and_then(|given| JSON::stringify(&given).ok()).map(String::from);
    let kept = given.or_else(|| store::get(&name(task)))?;
    let answer = answer_from_json(&kept, &task.lesson).ok()?;
    Some(Kept { marks: answer.marks, comparisons: answer.comparisons })
}

/// Keeps an answer, as it would be saved in a file.
pub fn keep(task: &Task, answer: &str) {
    store::set(&name(task), answer);
}

/// The lesson that was made last, as it was left; none where nothing was or may be kept.
pub fn studio() -> Option<Rc<Lesson>> {
    unfinished_from_json(&store::get(STUDIO)?).ok().map(Rc::new)
}

/// Keeps a lesson in the making, as it would be saved in a file.
pub fn keep_studio(lesson: &str) {
    store::set(STUDIO, lesson);
}

/// The name under which the lesson in the making is kept.
const STUDIO: &str = "whose-words-studio";

fn name(task: &Task) -> String {
    ["whose-words-lesson-", &task.id].concat()
}
