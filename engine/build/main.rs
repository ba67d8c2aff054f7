//! Turns the words of `lexicon/`, the pages of `rules/` and the weights of `model/` into the pack of what the engine
//! knows, and into the Rust that reads it.
//!
//! A line that cannot be read stops the build with its file and number: a lexicon is as strict as code.

mod cues;
mod decision;
mod digest;
#[path = "../src/lexicon/inflection.rs"]
mod inflection;
mod morphology;
mod names;
mod pack;
mod patterns;
mod precision;
mod rules;
mod table;
mod tags;
mod text;

use std::env;
use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

#[expect(clippy::print_stdout, reason = "cargo reads what a build script prints")]
fn main() -> ExitCode {
    for input in ["build", "lexicon", "rules", "model", "src/lexicon/inflection.rs"] {
        println!("cargo::rerun-if-changed={input}");
    }
    match generate() {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            println!("cargo::error={failure}");
            ExitCode::FAILURE
        }
    }
}

/// Writes every table.
fn generate() -> Result<(), Failure> {
    let engine = directory("CARGO_MANIFEST_DIR")?;
    let out = directory("OUT_DIR")?;
    let lexicon = engine.join("lexicon");
    let mut code = table::Code::default();
    text::generate(&lexicon.join("text"), &mut code)?;
    tags::generate(&lexicon.join("tags"), &mut code)?;
    cues::generate(&lexicon.join("cues"), &mut code)?;
    names::generate(&lexicon.join("speakers"), &mut code)?;
    let (lexicon, mut pack) = code.finish();
    write(&out, "lexicon.rs", lexicon)?;
    write(&out, "patterns.rs", patterns::generate(&engine, &mut pack)?)?;
    write(&out, "rules.rs", rules::generate(&engine.join("rules"), &mut pack)?)?;
    write(&out, "decision.rs", decision::generate(&engine.join("rules/decision.md"))?)?;
    write(&out, "weights.rs", pack::weights(&engine.join("model"), &mut pack)?)?;
    let packed = pack.finish()?;
    write(&out, "digest.rs", digest::generate(&engine, &packed)?)?;
    write(&out, "knowledge.bin", packed)
}

/// A directory that cargo names.
fn directory(variable: &str) -> Result<PathBuf, Failure> {
    env::var_os(variable)
        .map(PathBuf::from)
        .ok_or_else(|| Failure { place: variable.to_owned(), reason: "is not set".to_owned() })
}

/// Writes one generated file.
fn write(out: &Path, name: &str, content: impl AsRef<[u8]>) -> Result<(), Failure> {
    let path = out.join(name);
    fs::write(&path, content).map_err(|error| Failure::of_file(&path, &error.to_string()))
}

/// Why the tables could not be made, and where.
struct Failure {
    /// A file, with the line where there is one.
    place: String,
    /// What is wrong there.
    reason: String,
}

impl Failure {
    fn of_file(path: &Path, reason: &str) -> Self {
        Self { place: path.display().to_string(), reason: reason.to_owned() }
    }

    fn of_line(path: &Path, number: usize, reason: &str) -> Self {
        Self { place: format!("{}:{number}", path.display()), reason: reason.to_owned() }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place, self.reason)
    }
}
