//! An article or a lesson, and all that it needs, as one file: scripts of their own make it, loaded when somebody asks for one.

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

/// In which form a lesson leaves the page, besides its own file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// A page that opens from a disk.
    Page,
    /// A package for learning systems: SCORM 1.2.
    Package,
}

/// Makes a page or a package of a lesson, which comes as its file, and gives it to whoever asked.
///
/// # Errors
/// As [`save`].
pub async fn save_lesson(
    modules: &Modules,
    form: Form,
    title: &str,
    lesson: &str,
) -> Result<(), NotSaved> {
    let name = match form {
        Form::Page => "save",
        Form::Package => "scorm",
    };
    let script: Script = modules.load(name).await.ok_or(NotSaved)?.unchecked_into();
    let saved = match form {
        Form::Page => script.save_lesson(title, lesson),
        Form::Package => script.pack(title, lesson),
    };
    JsFuture::from(saved.map_err(|_| NotSaved)?).await.map(drop).map_err(|_| NotSaved)
}

/// The file was not made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotSaved;

#[wasm_bindgen]
extern "C" {
    /// `src/element/save.js` or `src/element/scorm.js`.
    type Script;

    #[wasm_bindgen(method, catch)]
    fn save(this: &Script, title: &str, text: &str, report: &str) -> Result<Promise, JsValue>;

    #[wasm_bindgen(method, catch, js_name = saveLesson)]
    fn save_lesson(this: &Script, title: &str, lesson: &str) -> Result<Promise, JsValue>;

    #[wasm_bindgen(method, catch)]
    fn pack(this: &Script, title: &str, lesson: &str) -> Result<Promise, JsValue>;
}
