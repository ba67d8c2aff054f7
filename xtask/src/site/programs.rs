//! The programs beside the page's own, and the file of what the engine knows, which its build packs.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use super::{shrink, write};
use crate::failure::Failure;
use crate::setup::Builders;
use crate::{place, program};

/// The programs by their names, and where in the site each lies.
const PROGRAMS: [(&str, &str); 5] = [
    ("whose-words-element", ""),
    ("whose-words-engine", ""),
    ("whose-words-measure", "later"),
    ("whose-words-lesson", "later"),
    ("whose-words-studio", "later"),
];

/// Builds the programs, their glue and what they know into a folder.
///
/// # Errors
/// When they do not compile, or cannot be written.
pub(super) fn build(builders: &Builders, folder: &Path) -> Result<(), Failure> {
    let compiled = compile(&PROGRAMS.map(|(name, _)| name), |_| {})?;
    for (name, inside) in PROGRAMS {
        let folder = folder.join(inside);
        bind(builders, &module(&compiled, name)?, &folder)?;
        shrink(&folder, name)?;
    }
    let packed = own_folder(&compiled).ok_or_else(not_built)?.join("knowledge.bin");
    let packed = fs::read(&packed).map_err(|error| Failure::of_file(&packed, &error))?;
    write(&folder.join("whose-words.weights"), packed)
}

/// Compiles programs, and gives what cargo tells of it. `change` says what is to be other than in the site.
///
/// # Errors
/// When they do not compile.
pub(super) fn compile(
    names: &[&str],
    change: impl Fn(&mut Command),
) -> Result<Vec<Value>, Failure> {
    let mut cargo = program::cargo();
    cargo.args(["build", "--quiet", "--offline", "--locked", "--profile", "web"]);
    cargo.args(["--target", "wasm32-unknown-unknown", "--no-default-features"]);
    for name in names {
        cargo.args(["--bin", name]);
    }
    cargo.args(["--package", "whose-words-widget", "--package", "whose-words-engine-module"]);
    cargo.args(["--message-format", "json"]).current_dir(place::project());
    change(&mut cargo);
    let heard = program::listen(&mut cargo, "building the engine and the element")?;
    let messages = heard.output.lines().filter_map(|line| serde_json::from_str(line).ok());
    if heard.succeeded { Ok(messages.collect()) } else { Err(not_built()) }
}

/// Writes the glue of a module, and the module as that wants it, into a folder.
///
/// # Errors
/// When wasm-bindgen cannot.
pub(super) fn bind(builders: &Builders, module: &Path, folder: &Path) -> Result<(), Failure> {
    let mut bindgen = Command::new(builders.wasm_bindgen.join("wasm-bindgen"));
    bindgen.args(["--target", "web", "--no-typescript", "--out-dir"]).arg(folder).arg(module);
    program::run(&mut bindgen, "wasm-bindgen")
}

/// Where a program was put.
///
/// # Errors
/// When it was not built.
pub(super) fn module(messages: &[Value], name: &str) -> Result<PathBuf, Failure> {
    module_in(messages, name).ok_or_else(not_built)
}

fn not_built() -> Failure {
    Failure::Check("The engine or the element was not built.".into())
}

/// Where a program was put, as one of cargo's messages tells (The Cargo Book, External Tools).
fn module_in(messages: &[Value], name: &str) -> Option<PathBuf> {
    let files = messages.iter().filter_map(|message| message["filenames"].as_array()).flatten();
    let mut files = files.filter_map(Value::as_str).map(PathBuf::from);
    files.find(|file| file.ends_with(format!("{name}.wasm")))
}

/// The folder that the engine's build script wrote to.
fn own_folder(messages: &[Value]) -> Option<PathBuf> {
    let is_engines = |message: &&Value| {
        let package = message["package_id"].as_str();
        package.is_some_and(|package| package.contains("#whose-words-engine@"))
    };
    let mut of_engine = messages.iter().filter(is_engines);
    of_engine.find_map(|message| message["out_dir"].as_str()).map(PathBuf::from)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{module_in, own_folder};

    #[test]
    fn cargo_tells_where_the_modules_and_the_engines_own_files_are() {
        let script = |package: &str, folder: &str| json!({ "reason": "build-script-executed", "package_id": package, "out_dir": folder });
        let artifact =
            |files: [&str; 2]| json!({ "reason": "compiler-artifact", "filenames": files });
        let messages = [
            script("registry+https://github.com/rust-lang/crates.io-index#serde@1.0.229", "a"),
            script("path+file:///home/me/project/engine#whose-words-engine@0.1.0", "b"),
            artifact(["c/libserde.rlib", "c/libserde.rmeta"]),
            artifact(["d/whose-words-measure.wasm", "d/whose-words-measure.d"]),
            artifact(["d/whose-words-engine.wasm", "d/whose-words-engine.d"]),
        ];
        assert_eq!(
            module_in(&messages, "whose-words-engine"),
            Some("d/whose-words-engine.wasm".into())
        );
        assert_eq!(module_in(&messages[..4], "whose-words-engine"), None);
        assert_eq!(own_folder(&messages), Some("b".into()));
        assert_eq!(own_folder(&messages[..1]), None);
    }
}
