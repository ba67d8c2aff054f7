//! The longer text of the rule pages, fetched when a reader first asks for it.

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;
use web_sys::js_sys::{Array, JSON, Object, Reflect};

use super::folder;

/// Where the texts lie, beside the page: an object with a page for each rule's name.
const FILE: &str = "later/rules.json";

/// A part of a rule page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Section {
    /// Its heading; none for the part that the page begins with.
    pub heading: Option<String>,
    /// Its paragraphs, in Markdown.
    pub paragraphs: Vec<String>,
}

/// What a rule is known to get wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Misses {
    /// The rule's title.
    pub title: String,
    /// What it gets wrong, in Markdown.
    pub paragraphs: Vec<String>,
}

/// The heading of the part of a rule page that tells of them.
const MISSES: &str = "Known misses";

/// A rule's page in its sections; none when it could not be fetched or the rule has none.
pub async fn of_rule(rule: &str) -> Option<Vec<Section>> {
    Some(sections(&get(&rules().await?, rule)?))
}

/// What all rules are known to get wrong, by their names; none when it could not be fetched.
pub async fn misses() -> Option<Vec<Misses>> {
    let rules = rules().await?;
    let pages = Object::values(rules.dyn_ref()?).to_vec();
    Some(pages.iter().filter_map(misses_of).collect())
}

fn misses_of(page: &JsValue) -> Option<Misses> {
    let title = get(page, "title")?.as_string()?;
    let known = |section: &Section| section.heading.as_deref() == Some(MISSES);
    let Section { paragraphs, .. } = sections(page).into_iter().find(known)?;
    Some(Misses { title, paragraphs })
}

fn sections(page: &JsValue) -> Vec<Section> {
    get(page, "sections").iter().flat_map(list).map(section).collect()
}

/// Every rule's page by its name.
async fn rules() -> Option<JsValue> {
    let window = web_sys::window()?;
    // The browser's own cache keeps the file; asking again costs nothing.
    let response = JsFuture::from(window.fetch_with_str(&folder::beside(FILE))).await.ok()?;
    let response: Response = response.dyn_into().ok()?;
    if !response.ok() {
        return None;
    }
    let text = JsFuture::from(response.text().ok()?).await.ok()?;
    JSON::parse(&text.as_string()?).ok()
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
