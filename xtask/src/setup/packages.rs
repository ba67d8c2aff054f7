//! The npm packages of a `package-lock.json`: what journeys are written with, what the engine is measured beside, and what the
//! extension is built with.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::failure::Failure;
use crate::{place, program};

/// Makes sure of the packages that journeys are written with.
///
/// # Errors
/// When Node is missing or too old, or npm cannot install.
pub(crate) fn ensure() -> Result<(), Failure> {
    ensure_in(&place::project(), "journeys are written with")
}

/// Makes sure of the packages that the engine is measured beside, which nothing but that needs.
///
/// # Errors
/// As for [`ensure`].
pub(crate) fn ensure_peers() -> Result<PathBuf, Failure> {
    let folder = place::project().join("engine").join("benches").join("in_browser");
    ensure_in(&folder, "the engine is measured beside")?;
    Ok(folder)
}

/// Makes sure of the package that translates programs for the extension; the folder that it is in.
///
/// # Errors
/// As for [`ensure`].
pub(crate) fn ensure_translator() -> Result<PathBuf, Failure> {
    let folder = place::project().join("src").join("extension");
    ensure_in(&folder, "the extension is built with")?;
    Ok(folder)
}

/// Makes sure of Node, which is all that driving Firefox takes.
///
/// # Errors
/// When it is missing or too old.
pub(crate) fn ensure_node() -> Result<(), Failure> {
    let said = program::version(Path::new("node"));
    if said.as_deref().and_then(major_version).is_none_or(|major| major < OLDEST_NODE) {
        return Err(Failure::Setup(format!(
            "Browsers are driven by Node {OLDEST_NODE} or later, and on the PATH there is {}.",
            said.as_deref().unwrap_or("none")
        )));
    }
    Ok(())
}

/// Makes sure that `node_modules` in a folder is what its lock file says.
fn ensure_in(folder: &Path, purpose: &str) -> Result<(), Failure> {
    ensure_node()?;
    let lock = folder.join("package-lock.json");
    let wanted = fs::read(&lock).map_err(|error| Failure::of_file(&lock, &error))?;
    // A copy of the lock file that was installed last, so that nothing is done when it is the same.
    let installed = folder.join("node_modules").join(".installed.json");
    if fs::read(&installed).is_ok_and(|lock| lock == wanted) {
        return Ok(());
    }
    program::say(&format!("Installing the npm packages that {purpose}."));
    let mut npm = Command::new(if cfg!(windows) { "npm.cmd" } else { "npm" });
    npm.args(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]);
    // The browser is the system's own; npm is to bring none.
    npm.env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1").current_dir(folder);
    program::run(&mut npm, "npm ci").map_err(|_| {
        Failure::Setup(format!(
            "The npm packages could not be installed (the lines above say why; without network \
             they cannot be): run `npm ci` in {}, then this again.",
            folder.display()
        ))
    })?;
    fs::write(&installed, wanted).map_err(|error| Failure::of_file(&installed, &error))
}

/// What Playwright asks for.
const OLDEST_NODE: u32 = 20;

/// Node says `v20.20.2`.
fn major_version(said: &str) -> Option<u32> {
    said.strip_prefix('v')?.split('.').next()?.parse().ok()
}
