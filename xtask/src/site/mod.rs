//! The site: everything that is served, in `dist/`, under names that stay the same.

mod integrity;
mod rule_pages;
mod stylesheet;

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
    let page = dist.join("index.html");
    let html = fs::read_to_string(&page).map_err(|error| Failure::of_file(&page, &error))?;
    write(&page, without_instructions(&html))?;
    let style = stylesheet::assemble(&project.join("styles").join("whose-words.css"))?;
    write(&dist.join("whose-words.css"), style)?;
    let rules = rule_pages::prose(&project.join("engine").join("rules"))?;
    write(&dist.join("later").join("rules.json"), rules)?;
    write(&dist.join("integrity.json"), integrity::of_folder(&dist)?)
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
fn without_instructions(html: &str) -> String {
    html.split_inclusive('\n')
        .filter(|line| !line.contains("<link data-trunk") && !line.trim().is_empty())
        .collect()
}

fn write(path: &Path, content: String) -> Result<(), Failure> {
    let folder = path.parent().unwrap_or(path);
    fs::create_dir_all(folder).map_err(|error| Failure::of_file(folder, &error))?;
    fs::write(path, content).map_err(|error| Failure::of_file(path, &error))
}
