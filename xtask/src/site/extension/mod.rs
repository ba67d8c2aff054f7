//! The browser extension: the scripts of `src/extension`, the site's programs and what they need, packed for Chromium and for
//! Firefox.
//!
//! Both forbid a content script to load modules, and have it fetch by the page's policy: so the programs' glue becomes classic
//! scripts, and their files come as messages. Chromium holds WebAssembly in a content script to the page's own policy, too,
//! which on strict pages forbids it, and tells the page of each try. There the programs come translated to JavaScript.

mod glue;
mod translation;
mod zip;

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Map, Value};

use self::translation::Translator;
use super::write;
use crate::failure::Failure;
use crate::setup::{self, packages};
use crate::{place, program};

/// The programs that an extension runs, by their names.
const PROGRAMS: [&str; 2] = ["whose-words-element", "whose-words-engine"];

/// What the programs ask for besides, by its path in the site.
const ASKED_FOR: [&str; 3] = ["whose-words-element.css", "whose-words.weights", "later/rules.json"];

/// Our own scripts and pictures, in `src/extension`.
const OWN: [&str; 4] = ["background.js", "content.js", "icon-48.png", "icon-128.png"];

#[derive(Clone, Copy, PartialEq, Eq)]
enum Browser {
    Chromium,
    Firefox,
}

/// Packs the extension out of the site as it is built.
///
/// # Errors
/// When something is missing, does not compile, or cannot be written.
pub(crate) fn pack() -> Result<(), Failure> {
    let builders = setup::builders()?;
    let translator = Translator { folder: packages::ensure_translator()? };
    program::say("Packing the extension.");
    let packed = place::target().join("extension");
    let translated = translator.translate(&builders, &PROGRAMS, &packed.join("translated"))?;

    for browser in [Browser::Chromium, Browser::Firefox] {
        let folder = packed.join(browser.name());
        // What an earlier build left would be packed, too.
        let _ = fs::remove_dir_all(&folder);
        for name in OWN {
            copy(&own().join(name), &folder.join(name))?;
        }
        for path in ASKED_FOR {
            copy(&place::dist().join(path), &folder.join(path))?;
        }
        for name in PROGRAMS {
            let from = if browser == Browser::Chromium { &translated } else { &place::dist() };
            let glue = read(&from.join(format!("{name}.js")))?;
            let script = if browser == Browser::Chromium {
                let body = read(&from.join(format!("{name}.translated.js")))?;
                glue::script(name, &glue, Some(&body))
            } else {
                let wasm = format!("{name}_bg.wasm");
                copy(&from.join(&wasm), &folder.join(&wasm))?;
                glue::script(name, &glue, None)
            };
            let unknown = || Failure::Check(format!("{name}.js is not as wasm-bindgen wrote it."));
            write(&folder.join(format!("{name}.js")), script.ok_or_else(unknown)?)?;
        }
        let manifest = manifest(&read(&own().join("manifest.json"))?, browser);
        let unreadable = || Failure::Check("src/extension/manifest.json is no JSON object.".into());
        write(&folder.join("manifest.json"), manifest.ok_or_else(unreadable)?)?;
        let file = packed.join(browser.file());
        write(&file, zip::of_folder(&folder)?)?;
    }
    Ok(())
}

impl Browser {
    const fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
        }
    }

    /// What its store takes.
    const fn file(self) -> &'static str {
        match self {
            Self::Chromium => "whose-words-chromium.zip",
            Self::Firefox => "whose-words-firefox.xpi",
        }
    }

    /// What of the manifest is for the other one: each warns of what it does not know.
    const fn not_for_it(self) -> [(&'static str, &'static str); 2] {
        match self {
            Self::Chromium => [("", "browser_specific_settings"), ("background", "scripts")],
            Self::Firefox => [("", "minimum_chrome_version"), ("background", "service_worker")],
        }
    }
}

/// The manifest as one browser has it, of this version; none of what is no JSON object.
fn manifest(text: &str, browser: Browser) -> Option<String> {
    let mut manifest: Map<String, Value> = serde_json::from_str(text).ok()?;
    manifest.insert("version".into(), env!("CARGO_PKG_VERSION").into());
    for (around, name) in browser.not_for_it() {
        let place = match around {
            "" => Some(&mut manifest),
            _ => manifest.get_mut(around).and_then(Value::as_object_mut),
        };
        place?.remove(name);
    }
    Some(format!("{:#}\n", Value::Object(manifest)))
}

fn own() -> PathBuf {
    place::project().join("src").join("extension")
}

fn copy(from: &Path, to: &Path) -> Result<(), Failure> {
    write(to, fs::read(from).map_err(|error| Failure::of_file(from, &error))?)
}

fn read(path: &Path) -> Result<String, Failure> {
    fs::read_to_string(path).map_err(|error| Failure::of_file(path, &error))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_browser_has_the_manifest_that_it_knows() {
        let text = r#"{
            "version": "0.0.0", "minimum_chrome_version": "1", "browser_specific_settings": {},
            "background": { "service_worker": "b.js", "scripts": ["b.js"] }
        }"#;
        let of =
            |browser| -> Value { serde_json::from_str(&manifest(text, browser).unwrap()).unwrap() };
        let (chromium, firefox) = (of(Browser::Chromium), of(Browser::Firefox));
        assert_eq!(chromium["version"], env!("CARGO_PKG_VERSION"));
        assert_eq!(chromium["background"], serde_json::json!({ "service_worker": "b.js" }));
        assert!(chromium.get("browser_specific_settings").is_none());
        assert_eq!(firefox["background"], serde_json::json!({ "scripts": ["b.js"] }));
        assert!(firefox.get("minimum_chrome_version").is_none());
        assert_eq!(manifest("[]", Browser::Firefox), None);
    }
}
