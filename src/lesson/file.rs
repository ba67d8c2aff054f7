//! The file of a lesson: named by the element or given to it, fetched and read.

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::js_sys::{JSON, Reflect};
use web_sys::{HtmlElement, Response};
use whose_words_engine::wire::lesson::{NoLesson, lesson_from_json};

use super::state::Task;

/// Where the lesson is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Wanted {
    /// Nobody said.
    #[default]
    Nothing,
    /// At an address, as it would be in a link of the page.
    Address(String),
    /// Here: the file itself.
    Given(String),
}

/// Why there is no lesson.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// Nobody said which.
    Unnamed,
    /// It is not where it should be, or cannot be reached.
    Unreachable,
    /// What is there is no lesson, and why.
    Unreadable(String),
}

impl Wanted {
    /// What an element wants: what its property `lesson` was set to, else what its attribute names.
    pub fn of(element: &HtmlElement) -> Self {
        let set = Reflect::get(element, &JsValue::from_str("lesson")).ok();
        let set = set.filter(JsValue::is_object);
        // What cannot be written as JSON is no lesson either, and is said to be none.
        let given = set.map(|set| JSON::stringify(&set).map(String::from).unwrap_or_default());
        let named = || element.get_attribute("lesson").map(|name| name.trim().to_owned());
        match (given, named()) {
            (Some(given), _) => Self::Given(given),
            (None, Some(name)) if !name.is_empty() => Self::Address(name),
            _ => Self::Nothing,
        }
    }

    /// Fetches the lesson, if need be, and lays it out.
    ///
    /// # Errors
    /// When it does not come, or is none.
    pub async fn bring(&self) -> Result<Task, Problem> {
        let json = match self {
            Self::Nothing => return Err(Problem::Unnamed),
            Self::Address(address) => fetched(address).await.ok_or(Problem::Unreachable)?,
            Self::Given(json) => json.clone(),
        };
        let lesson = lesson_from_json(&json)
            .map_err(|none: NoLesson| Problem::Unreadable(none.to_string()))?;
        Ok(Task::new(lesson, fingerprint(&json)))
    }
}

async fn fetched(address: &str) -> Option<String> {
    let window = web_sys::window()?;
    let response: Response =
        JsFuture::from(window.fetch_with_str(address)).await.ok()?.dyn_into().ok()?;
    if !response.ok() {
        return None;
    }
    JsFuture::from(response.text().ok()?).await.ok()?.as_string()
}

/// A number that tells one file from another (FNV-1a, 64 bits; Fowler, Noll and Vo): what was done in a lesson is not brought to one that was changed.
fn fingerprint(json: &str) -> String {
    let hash = json.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    format!("{hash:016x}")
}

#[cfg(test)]
mod tests {
    use super::fingerprint;

    #[test]
    fn the_fingerprint_is_that_of_its_authors() {
        assert_eq!(fingerprint(""), "cbf29ce484222325");
        assert_eq!(fingerprint("a"), "af63dc4c8601ec8c");
    }
}
