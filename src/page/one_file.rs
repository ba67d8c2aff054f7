//! An article and all that reads it as one file: a script of its own makes it, loaded when somebody asks for the file.

use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::js_sys::Promise;
use whose_words_engine::wire::json::WrittenReport;

use super::article::{Article, Title};
use super::engine::Modules;
use super::folder;

/// Whether one can be made: a page that is such a file has no other files to make another from.
pub fn can_be_made() -> bool {
    !folder::beside("later/save.js").is_empty()
}

/// Makes one, and gives it to the reader.
///
/// # Errors
/// When not all that goes into it can be had, or the page came over an open line, where browsers make no hashes.
pub async fn save(modules: &Modules, article: &Article) -> Result<(), NotSaved> {
    let script = modules.load("save").await.ok_or(NotSaved)?;
    let script: Script = script.unchecked_into();
    let title = match &article.title {
        Title::Named(name) | Title::FirstOf(name, _) => name,
        Title::Sample | Title::Pasted => "",
    };
    let report = WrittenReport::new("", &article.text, &article.report);
    let saved = script.save(title, &article.text, &report.to_json()).map_err(|_| NotSaved)?;
    JsFuture::from(saved).await.map(drop).map_err(|_| NotSaved)
}

/// The file was not made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotSaved;

#[wasm_bindgen]
extern "C" {
    /// `src/element/save.js`.
    type Script;

    #[wasm_bindgen(method, catch)]
    fn save(this: &Script, title: &str, text: &str, report: &str) -> Result<Promise, JsValue>;
}
