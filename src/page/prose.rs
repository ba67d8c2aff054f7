//! The longer text of the rule pages, fetched when a reader first asks for it.

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;
use web_sys::js_sys::{Array, JSON, Reflect};

/// Where the texts lie, beside the page: an object with a page for each rule's name.
const ADDRESS: &str = "later/rules.json";

/// A part of a rule page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Section {
    /// Its heading; none for the part that the page begins with.
    pub heading: Option<String>,
    /// Its paragraphs, in Markdown.
    pub paragraphs: Vec<String>,
}

/// A rule's page in its sections; none when it could not be fetched or the rule has none.
pub async fn of_rule(rule: &str) -> Option<Vec<Section>> {
    let window = web_sys::window()?;
    // The browser's own cache keeps the file; asking again costs nothing.
    let response = JsFuture::from(window.fetch_with_str(ADDRESS)).await.ok()?;
    let response: Response = response.dyn_into().ok()?;
    if !response.ok() {
        return None;
    }
    let text = JsFuture::from(response.text().ok()?).await.ok()?;
    let rules = JSON::parse(&text.as_string()?).ok()?;
    Some(list(&get(&get(&rules, rule)?, "sections")?).map(section).collect())
}

fn section(found: JsValue) -> Section {
    let paragraphs = get(&found, "paragraphs").into_iter();
    Section {
        heading: get(&found, "heading").and_then(|heading| heading.as_string()),
        paragraphs: paragraphs
            .flat_map(|all| list(&all).collect::<Vec<_>>())
            .filter_map(|one| one.as_string())
            .collect(),
    }
}

fn get(object: &JsValue, name: &str) -> Option<JsValue> {
    Reflect::get(object, &JsValue::from_str(name)).ok().filter(JsValue::is_truthy)
}

fn list(value: &JsValue) -> impl Iterator<Item = JsValue> {
    value.dyn_ref::<Array>().map(Array::to_vec).unwrap_or_default().into_iter()
}
