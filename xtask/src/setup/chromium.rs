//! A Chromium, and the driver that lets tests steer it.

use std::path::PathBuf;
use std::process::{Command, Stdio};

use crate::failure::Failure;
use crate::program;

/// The browser that tests run in.
pub(crate) struct Chromium {
    /// The browser itself.
    pub(crate) browser: PathBuf,
    /// Its WebDriver.
    pub(crate) driver: PathBuf,
}

/// What keeps it from talking to anyone but us while tests run; `tests/journeys/chromium.js` says the same.
pub(crate) const QUIET: [&str; 5] = [
    "disable-background-networking",
    "disable-component-update",
    "disable-quic",
    "disable-sync",
    "no-first-run",
];

/// Makes sure of Chromium and its driver, installing Debian's where we may.
///
/// # Errors
/// When they are missing and cannot be installed.
pub(crate) fn ensure() -> Result<Chromium, Failure> {
    if let Some(chromium) = find() {
        return Ok(chromium);
    }
    if program::on_path("apt-get").is_none() {
        return Err(Failure::Setup(
            "Chromium and a chromedriver of the same version are not on the PATH, and there is no \
             apt-get to install them with: install both, then run this again."
                .into(),
        ));
    }
    if !is_root() {
        return Err(Failure::Setup(
            "Chromium and a chromedriver of the same version are not on the PATH, and only root may \
             install them: run `sudo apt-get install chromium chromium-driver`, then this again."
                .into(),
        ));
    }
    program::say("Chromium and its driver are not here: installing them with apt-get.");
    // Where the lists are old but the packages are still to be had, a failed update does no harm.
    let _ = program::run(&mut apt_get(&["update"]), "apt-get update");
    let install = ["install", "--yes", "--no-install-recommends", "chromium", "chromium-driver"];
    let installed = program::run(&mut apt_get(&install), "apt-get install");
    installed.ok().and_then(|()| find()).ok_or_else(|| {
        Failure::Setup(
            "Chromium could not be installed (the lines above say why; without network it cannot \
             be): install it and a chromedriver of the same version, then run this again."
                .into(),
        )
    })
}

/// Whether we may install packages for the whole machine.
fn is_root() -> bool {
    program::listen(Command::new("id").arg("-u"), "asking who we are")
        .is_ok_and(|heard| heard.output.trim() == "0")
}

fn find() -> Option<Chromium> {
    let driver = program::on_path("chromedriver")?;
    let major = major_version(&program::version(&driver)?)?;
    let browser = BROWSERS.iter().filter_map(|name| program::on_path(name)).find(|browser| {
        program::version(browser).and_then(|said| major_version(&said)) == Some(major)
    })?;
    Some(Chromium { browser, driver })
}

/// What Chromium is called by those who package it.
const BROWSERS: [&str; 4] =
    ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];

/// A browser and its driver fit together when this number is the same.
fn major_version(said: &str) -> Option<u32> {
    let number =
        said.split_whitespace().find(|word| word.starts_with(|c: char| c.is_ascii_digit()))?;
    number.split('.').next()?.parse().ok()
}

fn apt_get(arguments: &[&str]) -> Command {
    let mut command = Command::new("apt-get");
    command.args(["-qq", "-o", "Dpkg::Use-Pty=0"]).args(arguments);
    // What is wrong comes on standard error; what is unpacked need not be told.
    command.env("DEBIAN_FRONTEND", "noninteractive").stdout(Stdio::null());
    command
}

#[cfg(test)]
mod tests {
    use super::major_version;

    #[test]
    fn the_major_version_is_the_first_number_that_a_browser_or_its_driver_says() {
        let said = "Chromium 156.0.8078.79 built on Debian GNU/Linux 12 (bookworm)";
        assert_eq!(major_version(said), Some(156));
        assert_eq!(major_version("ChromeDriver 156.0.8078.79 (1a2b3c-refs/x@{#1})"), Some(156));
        assert_eq!(major_version("command not found"), None);
    }
}
