//! Packages of the system, from Debian's `apt-get` where there is one and we may.

use std::process::{Command, Stdio};

use crate::failure::Failure;
use crate::program;

/// Installs packages; `lack` says what is missing without them.
///
/// # Errors
/// When there is no `apt-get`, we are not root, or it fails.
pub(super) fn install(packages: &[&str], lack: &str) -> Result<(), Failure> {
    let names = packages.join(" ");
    if program::on_path("apt-get").is_none() {
        return Err(Failure::Setup(format!(
            "{lack}, and there is no apt-get to install with: install what is missing, then run this \
             again."
        )));
    }
    if !is_root() {
        return Err(Failure::Setup(format!(
            "{lack}, and only root may install packages: run `sudo apt-get install {names}`, then \
             this again."
        )));
    }
    program::say(&format!("{lack}: installing {names} with apt-get."));
    // Where the lists are old but the packages are still to be had, a failed update does no harm.
    let _ = program::run(&mut apt_get(&["update"]), "apt-get update");
    let mut install = apt_get(&["install", "--yes", "--no-install-recommends"]);
    program::run(install.args(packages), "apt-get install").map_err(|_| {
        Failure::Setup(format!(
            "{lack}, and apt-get could not install {names} (the lines above say why; without network \
             it cannot): install what is missing, then run this again."
        ))
    })
}

/// Whether we may install packages for the whole machine.
fn is_root() -> bool {
    program::listen(Command::new("id").arg("-u"), "asking who we are")
        .is_ok_and(|heard| heard.output.trim() == "0")
}

fn apt_get(arguments: &[&str]) -> Command {
    let mut command = Command::new("apt-get");
    command.args(["-qq", "-o", "Dpkg::Use-Pty=0"]).args(arguments);
    // What is wrong comes on standard error; what is unpacked need not be told.
    command.env("DEBIAN_FRONTEND", "noninteractive").stdout(Stdio::null());
    command
}
