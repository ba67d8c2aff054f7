//! Programs as JavaScript instead of WebAssembly, by binaryen's wasm2js.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::failure::Failure;
use crate::setup::Builders;
use crate::site::{programs, wasm, write};
use crate::{place, program};

/// What translates.
pub(super) struct Translator {
    /// The folder that npm installed it in.
    pub(super) folder: PathBuf,
}

impl Translator {
    /// Compiles programs without what JavaScript has nothing like (wide words, tables of objects) and translates them: `NAME.js`
    /// is the glue of each, `NAME.translated.js` the program.
    ///
    /// # Errors
    /// When they do not compile, or cannot be translated or written.
    pub(super) fn translate(
        &self,
        builders: &Builders,
        names: &[&str],
        folder: &Path,
    ) -> Result<PathBuf, Failure> {
        let target = place::target().join("plain");
        let compiled = programs::compile(names, |cargo| {
            cargo.env("RUSTFLAGS", format!("-Ctarget-feature=-simd128 {MEMORY}"));
            cargo.arg("--target-dir").arg(&target);
        })?;
        for name in names {
            let module = programs::module(&compiled, name)?;
            let bytes = fs::read(&module).map_err(|error| Failure::of_file(&module, &error))?;
            let plain = folder.join(format!("{name}.wasm"));
            let translated = folder.join(format!("{name}.translated.js"));
            let bytes = wasm::without_references(&bytes);
            // It takes a quarter of a minute, and most changes are to neither program.
            if fs::read(&plain).is_ok_and(|known| known == bytes) && translated.is_file() {
                continue;
            }
            // Where anything fails from here on, an earlier translation is not to be taken for this one's.
            let _ = fs::remove_file(&translated);
            write(&plain, bytes)?;
            programs::bind(builders, &plain, folder)?;
            let bound = folder.join(format!("{name}_bg.wasm"));
            let content = fs::read(&bound).map_err(|error| Failure::of_file(&bound, &error))?;
            write(&bound, wasm::without_names(&content))?;
            let mut node = Command::new("node");
            let wasm2js = ["node_modules", "binaryen", "bin", "wasm2js"];
            node.arg(wasm2js.iter().fold(self.folder.clone(), |path, part| path.join(part)));
            node.arg(&bound).args(["--all-features", "-O2"]).args(FUNCTIONS_STAY);
            node.arg("-o").arg(&translated);
            program::run(&mut node, "wasm2js").inspect_err(|_| {
                let _ = fs::remove_file(&translated);
            })?;
        }
        Ok(folder.to_owned())
    }
}

/// As much memory as both programs come to need with an article or two: JavaScript's grows by being copied.
const MEMORY: &str = "-Clink-arg=--initial-memory=16777216";

/// Browsers compile a function of JavaScript well once it is called often, and never one that is very large: with functions put
/// into those that call them the sample article took three times as long.
const FUNCTIONS_STAY: [&str; 6] = [
    "--one-caller-inline-max-function-size",
    "1",
    "--always-inline-max-function-size",
    "1",
    "--flexible-inline-max-function-size",
    "1",
];
