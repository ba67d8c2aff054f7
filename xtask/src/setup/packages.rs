//! The npm packages of `package-lock.json`: what journeys are written with.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::failure::Failure;
use crate::{place, program};

/// Makes sure that `node_modules` is what the lock file says.
///
/// # Errors
/// When Node is missing or too old, or npm cannot install.
pub(crate) fn ensure() -> Result<(), Failure> {
    let said = program::version(Path::new("node"));
    if said.as_deref().and_then(major_version).is_none_or(|major| major < OLDEST_NODE) {
        return Err(Failure::Setup(format!(
            "Journeys need Node {OLDEST_NODE} or later on the PATH, and there is {}.",
            said.as_deref().unwrap_or("none")
        )));
    }
    let project = place::project();
    let lock = project.join("package-lock.json");
    let wanted = fs::read(&lock).map_err(|error| Failure::of_file(&lock, &error))?;
    // A copy of the lock file that was installed last, so that nothing is done when it is the same.
    let installed = project.join("node_modules").join(".installed.json");
    if fs::read(&installed).is_ok_and(|lock| lock == wanted) {
        return Ok(());
    }
    program::say("Installing the npm packages that journeys are written with.");
    let mut npm = Command::new(if cfg!(windows) { "npm.cmd" } else { "npm" });
    npm.args(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]);
    // The browser is the system's own; npm is to bring none.
    npm.env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1").current_dir(&project);
    program::run(&mut npm, "npm ci").map_err(|_| {
        Failure::Setup(
            "The npm packages could not be installed (the lines above say why; without network \
             they cannot be): run `npm ci` in this folder, then this again."
                .into(),
        )
    })?;
    fs::write(&installed, wanted).map_err(|error| Failure::of_file(&installed, &error))
}

/// What Playwright asks for.
const OLDEST_NODE: u32 = 20;

/// Node says `v20.20.2`.
fn major_version(said: &str) -> Option<u32> {
    said.strip_prefix('v')?.split('.').next()?.parse().ok()
}
