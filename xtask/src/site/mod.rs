//! The site: everything that is served, in `dist/`, under names that stay the same.

pub(crate) mod extension;
mod integrity;
mod package;
mod programs;
mod rule_pages;
mod seam;
mod stylesheet;
mod wasm;

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::failure::Failure;
use crate::setup;
use crate::{place, program};

/// Builds the site in release, setting up what that needs.
///
/// # Errors
/// When something is missing, does not compile, or cannot be written.
pub(crate) fn build() -> Result<(), Failure> {
    let builders = setup::builders()?;
    fetch_crates()?;
    program::say("Building the site.");
    let mut trunk = Command::new("trunk");
    trunk
        .args(["build", "--quiet", "--release", "--offline", "--locked"])
        .current_dir(place::project());
    // Traces through Trunk tell nobody anything about the site.
    trunk.env("PATH", builders.path()).env_remove("RUST_BACKTRACE");
    // Trunk reads NO_COLOR as a flag that is "true" or "false" and refuses the customary "1".
    trunk.env_remove("NO_COLOR");
    program::run(&mut trunk, "trunk build")?;

    let (project, dist) = (place::project(), place::dist());
    change(&dist.join("index.html"), without_instructions)?;
    shrink(&dist, "whose-words-widget")?;
    programs::build(&builders, &dist)?;
    let style = stylesheet::assemble(&project.join("styles").join("whose-words.css"))?;
    write(&dist.join("whose-words.css"), style)?;
    for (name, inside) in [("whose-words-element.css", ""), ("whose-words-lesson.css", "later")] {
        let style = stylesheet::assemble(&project.join("styles").join(name))?;
        write(&dist.join(inside).join(name), stylesheet::for_shadow_tree(&style))?;
    }
    let style = stylesheet::assemble(&project.join("styles").join("embed.css"))?;
    write(&dist.join("embed.css"), style)?;
    let rules = rule_pages::prose(&project.join("engine").join("rules"))?;
    write(&dist.join("later").join("rules.json"), rules)?;
    for name in ["save.js", "scorm.js", "course.js"] {
        let script = project.join("src").join("element").join(name);
        let script = fs::read(&script).map_err(|error| Failure::of_file(&script, &error))?;
        write(&dist.join("later").join(name), script)?;
    }
    copy_files(&project.join("src").join("element").join("npm"), &dist.join("npm"))?;
    write(&dist.join("package.json"), package::description(&project)?)?;
    copy_files(&project.join("examples"), &dist.join("examples"))?;
    write(&dist.join("integrity.json"), integrity::of_folder(&dist)?)
}

/// Takes out of a module and its glue what only developers read.
fn shrink(folder: &Path, name: &str) -> Result<(), Failure> {
    let wasm = folder.join(format!("{name}_bg.wasm"));
    let glue = folder.join(format!("{name}.js"));
    let module = fs::read(&wasm).map_err(|error| Failure::of_file(&wasm, &error))?;
    let script = fs::read_to_string(&glue).map_err(|error| Failure::of_file(&glue, &error))?;
    let (module, script) = seam::with_short_names(&wasm::without_names(&module), &script);
    write(&wasm, module)?;
    write(&glue, script)
}

/// Trunk builds offline, so that a build never depends on what is to be had today; what the lock file names
/// is fetched before.
fn fetch_crates() -> Result<(), Failure> {
    let mut cargo = program::cargo();
    cargo.args(["fetch", "--locked", "--target", "wasm32-unknown-unknown"]);
    program::run(cargo.current_dir(place::project()), "fetching crates").map_err(|_| {
        Failure::Setup(
            "The crates that Cargo.lock names could not be fetched (the lines above say why): \
             connect to the network for the first build, and run this again."
                .into(),
        )
    })
}

/// A page without the links that tell Trunk what to do, which mean nothing to a browser.
fn without_instructions(html: &[u8]) -> Vec<u8> {
    let told = |line: &&[u8]| !line.trim_ascii().starts_with(b"<link data-trunk");
    let lines = html.split_inclusive(|&byte| byte == b'\n').filter(told);
    lines.filter(|line| !line.trim_ascii().is_empty()).collect::<Vec<_>>().concat()
}

/// Copies the files of a folder.
fn copy_files(from: &Path, to: &Path) -> Result<(), Failure> {
    place::files(from)?.iter().try_for_each(|(name, content)| write(&to.join(name), content))
}

fn change(path: &Path, change: impl Fn(&[u8]) -> Vec<u8>) -> Result<(), Failure> {
    let content = fs::read(path).map_err(|error| Failure::of_file(path, &error))?;
    write(path, change(&content))
}

fn write(path: &Path, content: impl AsRef<[u8]>) -> Result<(), Failure> {
    let folder = path.parent().unwrap_or(path);
    fs::create_dir_all(folder).map_err(|error| Failure::of_file(folder, &error))?;
    fs::write(path, content).map_err(|error| Failure::of_file(path, &error))
}
