//! What a command needs of the machine. What is on the PATH and fits is used as it is; the rest is
//! installed where it does not disturb the user's own programs.

mod apt;
pub(crate) mod chromium;
mod crate_tool;
pub(crate) mod firefox;
pub(crate) mod packages;
pub(crate) mod python;
mod wasm_target;

use std::ffi::OsString;
use std::fs;
use std::path::PathBuf;

use self::crate_tool::CrateTool;
use crate::failure::Failure;
use crate::{place, program};

/// What turns the sources into a site.
pub(crate) struct Builders {
    /// The folder of `trunk`.
    pub(crate) trunk: PathBuf,
    /// The folder of `wasm-bindgen` and `wasm-bindgen-test-runner`.
    pub(crate) wasm_bindgen: PathBuf,
}

impl Builders {
    /// The PATH on which both are found first.
    pub(crate) fn path(&self) -> OsString {
        program::path_led_by(&[&self.trunk, &self.wasm_bindgen])
    }
}

/// Makes sure of the wasm target, wasm-bindgen and Trunk.
///
/// # Errors
/// When one of them is missing and cannot be installed.
pub(crate) fn builders() -> Result<Builders, Failure> {
    wasm_target::ensure()?;
    let wasm_bindgen = wasm_bindgen()?;
    let trunk = CrateTool {
        package: "trunk",
        // 0.22 wants a newer Rust than the one that this project is built with.
        version: "0.21.14".to_owned(),
        programs: &["trunk"],
        // Without its default features Trunk can download nothing, which it is not to do anyway,
        // and a third of its dependencies need not be compiled. Its own lock file is known to build.
        options: &["--no-default-features", "--locked"],
    };
    let trunk = trunk.ensure()?;
    crate_tool::clear_away();
    Ok(Builders { trunk, wasm_bindgen })
}

/// Makes sure of the wasm target and wasm-bindgen, which is all that tests in a browser need.
///
/// # Errors
/// When one of them is missing and cannot be installed.
pub(crate) fn wasm_tests() -> Result<PathBuf, Failure> {
    wasm_target::ensure()?;
    let folder = wasm_bindgen()?;
    crate_tool::clear_away();
    Ok(folder)
}

/// The program and the crate of the same name speak a private language: their versions must be equal.
fn wasm_bindgen() -> Result<PathBuf, Failure> {
    let path = place::project().join("Cargo.lock");
    let lock = fs::read_to_string(&path).map_err(|error| Failure::of_file(&path, &error))?;
    let version = locked_version(&lock, "wasm-bindgen")
        .ok_or_else(|| Failure::Check("Cargo.lock names no version of wasm-bindgen.".into()))?;
    CrateTool {
        package: "wasm-bindgen-cli",
        version: version.to_owned(),
        programs: &["wasm-bindgen", "wasm-bindgen-test-runner"],
        // Not --locked: one of the locked dependencies is not to be had any more.
        options: &["--bin", "wasm-bindgen", "--bin", "wasm-bindgen-test-runner"],
    }
    .ensure()
}

/// The first of the numbers that a browser or its driver says its version with.
fn major_version(said: &str) -> Option<u32> {
    let number =
        said.split_whitespace().find(|word| word.starts_with(|c: char| c.is_ascii_digit()))?;
    number.split('.').next()?.parse().ok()
}

/// The version of a package in the text of a Cargo.lock.
fn locked_version<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name).skip(1);
    lines.next()?.strip_prefix("version = \"")?.strip_suffix('"')
}

#[cfg(test)]
mod tests {
    use super::{locked_version, major_version};

    #[test]
    fn the_major_version_is_the_first_number_that_a_browser_or_its_driver_says() {
        let said = "Chromium 156.0.8078.79 built on Debian GNU/Linux 12 (bookworm)";
        assert_eq!(major_version(said), Some(156));
        assert_eq!(major_version("ChromeDriver 156.0.8078.79 (1a2b3c-refs/x@{#1})"), Some(156));
        assert_eq!(major_version("Mozilla Firefox 153.8.0esr"), Some(153));
        assert_eq!(major_version("command not found"), None);
    }

    #[test]
    fn the_version_is_that_of_the_package_with_exactly_this_name() {
        let lock = "[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"1.0.0\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(locked_version(lock, "wasm-bindgen"), Some("0.2.130"));
        assert_eq!(locked_version(lock, "wasm"), None);
    }
}
