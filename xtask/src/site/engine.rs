//! The engine as a module beside the page's program, and the file of what it knows, which its build packs.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use super::{shrink, write};
use crate::failure::Failure;
use crate::setup::Builders;
use crate::{place, program};

/// The name of its files.
const NAME: &str = "whose-words-engine";

/// Builds the engine's module, its glue and what it knows into a folder.
///
/// # Errors
/// When it does not compile, or cannot be written.
pub(super) fn build(builders: &Builders, folder: &Path) -> Result<(), Failure> {
    let mut cargo = program::cargo();
    cargo.args(["build", "--quiet", "--offline", "--locked", "--profile", "web"]);
    cargo.args(["--target", "wasm32-unknown-unknown", "--package", PACKAGE]);
    cargo.args(["--message-format", "json"]).current_dir(place::project());
    let heard = program::listen(&mut cargo, "building the engine")?;
    let messages: Vec<Value> =
        heard.output.lines().filter_map(|line| serde_json::from_str(line).ok()).collect();
    let built = Built::of_messages(&messages).filter(|_| heard.succeeded);
    let built = built.ok_or_else(|| Failure::Check("The engine was not built.".into()))?;

    let mut bindgen = Command::new(builders.wasm_bindgen.join("wasm-bindgen"));
    bindgen.args(["--target", "web", "--no-typescript", "--out-name", NAME, "--out-dir"]);
    program::run(bindgen.arg(folder).arg(built.module), "wasm-bindgen")?;
    shrink(folder, NAME)?;
    let packed = built.folder.join("knowledge.bin");
    let packed = fs::read(&packed).map_err(|error| Failure::of_file(&packed, &error))?;
    write(&folder.join("whose-words.weights"), packed)
}

/// The package that is the module, and what the name of the engine's own ends in.
const PACKAGE: &str = "whose-words-engine-module";
const ENGINE: &str = "#whose-words-engine@";

/// What cargo tells of where it put things.
#[derive(Debug, PartialEq)]
struct Built {
    module: PathBuf,
    /// The folder that the engine's build script wrote to.
    folder: PathBuf,
}

impl Built {
    /// Out of cargo's messages (The Cargo Book, External Tools).
    fn of_messages(messages: &[Value]) -> Option<Self> {
        let files = messages.iter().filter_map(|message| message["filenames"].as_array()).flatten();
        let module = files.filter_map(Value::as_str).find(|file| file.ends_with(".wasm"))?;
        let is_engines = |message: &&Value| {
            message["package_id"].as_str().is_some_and(|package| package.contains(ENGINE))
        };
        let mut of_engine = messages.iter().filter(is_engines);
        let folder = of_engine.find_map(|message| message["out_dir"].as_str())?;
        Some(Self { module: module.into(), folder: folder.into() })
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::Built;

    #[test]
    fn cargo_tells_where_the_module_and_the_engines_own_files_are() {
        let script = |package: &str, folder: &str| json!({ "reason": "build-script-executed", "package_id": package, "out_dir": folder });
        let messages = [
            script("registry+https://github.com/rust-lang/crates.io-index#serde@1.0.229", "a"),
            script("path+file:///home/me/project/engine#whose-words-engine@0.1.0", "b"),
            json!({ "reason": "compiler-artifact", "filenames": ["c/libserde.rlib"] }),
            json!({ "reason": "compiler-artifact", "filenames": ["d/engine_module.wasm", "d/e.rlib"] }),
        ];
        let built = Built { module: "d/engine_module.wasm".into(), folder: "b".into() };
        assert_eq!(Built::of_messages(&messages), Some(built));
        assert_eq!(Built::of_messages(&messages[..3]), None);
        assert_eq!(Built::of_messages(&[]), None);
    }
}
