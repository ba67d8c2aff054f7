//! A Chromium, and the driver that lets tests steer it.

use std::path::PathBuf;

use super::{apt, major_version};
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
    let lack = "Chromium and a chromedriver of the same version are not on the PATH";
    apt::install(&["chromium", "chromium-driver"], lack)?;
    find().ok_or_else(|| Failure::Setup(format!("{lack} after apt-get installed them.")))
}

fn find() -> Option<Chromium> {
    let driver = program::on_path("chromedriver")?;
    // A browser and its driver fit together when this number is the same.
    let major = major_version(&program::version(&driver)?)?;
    let browser = BROWSERS.iter().filter_map(|name| program::on_path(name)).find(|browser| {
        program::version(browser).and_then(|said| major_version(&said)) == Some(major)
    })?;
    Some(Chromium { browser, driver })
}

/// What Chromium is called by those who package it.
const BROWSERS: [&str; 4] =
    ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];
