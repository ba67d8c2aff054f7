//! A Firefox, and the driver that lets tests steer it.

use std::path::PathBuf;

use super::crate_tool::CrateTool;
use super::{apt, major_version};
use crate::failure::Failure;
use crate::program;

/// The other browser that tests run in.
#[derive(Debug)]
pub(crate) struct Firefox {
    /// The browser itself.
    pub(crate) browser: PathBuf,
    /// Its WebDriver.
    pub(crate) driver: PathBuf,
}

/// Makes sure of Firefox, installing Debian's where we may, and of its driver.
///
/// # Errors
/// When one of them is missing and cannot be installed.
pub(crate) fn ensure() -> Result<Firefox, Failure> {
    let lack = format!("Firefox {OLDEST} or later is not on the PATH");
    let browser = match find() {
        Some(browser) => browser,
        None => {
            apt::install(&["firefox-esr"], &lack)?;
            let older = || Failure::Setup(format!("{lack}; apt-get has an older one."));
            find().ok_or_else(older)?
        }
    };
    Ok(Firefox { browser, driver: driver()? })
}

/// The first whose highlights have lines; before it the reading view stands in the place of the marks.
const OLDEST: u32 = 146;

fn find() -> Option<PathBuf> {
    ["firefox-esr", "firefox"].iter().filter_map(|name| program::on_path(name)).find(|browser| {
        let version = program::version(browser).and_then(|said| major_version(&said));
        version.is_some_and(|version| version >= OLDEST)
    })
}

/// The driver is made for all versions of Firefox: any that is on the PATH will do, else it is built.
fn driver() -> Result<PathBuf, Failure> {
    let on_path = program::on_path(DRIVER);
    if let Some(driver) = on_path.filter(|driver| program::version(driver).is_some()) {
        return Ok(driver);
    }
    let built = CrateTool {
        package: DRIVER,
        version: "0.37.1".to_owned(),
        programs: &[DRIVER],
        // Its own lock file is known to build.
        options: &["--locked"],
    };
    Ok(built.ensure()?.join(DRIVER).with_extension(std::env::consts::EXE_EXTENSION))
}

/// What the driver and the crate that it comes as are called.
const DRIVER: &str = "geckodriver";
