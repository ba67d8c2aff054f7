//! The Python that trains the network, with the packages of `training/attribution/requirements.txt`.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::failure::Failure;
use crate::{place, program};

/// Makes sure of an environment of its own with these packages, and gives its Python.
///
/// # Errors
/// When there is no Python, or the packages cannot be installed.
pub(crate) fn ensure() -> Result<PathBuf, Failure> {
    let list = place::project().join("training/attribution/requirements.txt");
    let wanted = fs::read(&list).map_err(|error| Failure::of_file(&list, &error))?;
    let folder = place::cache().join("training");
    let programs = folder.join(if cfg!(windows) { "Scripts" } else { "bin" });
    let python = programs.join("python");
    // A copy of the list that was installed last, so that nothing is done when it is the same.
    let installed = folder.join("installed.txt");
    if fs::read(&installed).is_ok_and(|list| list == wanted) {
        return Ok(python);
    }
    program::say("Installing what the network is trained with: PyTorch and a pretrained encoder.");
    let mut environment = Command::new("python3");
    environment.args(["-m", "venv"]).arg(&folder);
    program::run(&mut environment, "making a Python environment")?;
    install(&python, &list)?;
    fs::write(&installed, wanted).map_err(|error| Failure::of_file(&installed, &error))?;
    Ok(python)
}

fn install(python: &Path, list: &Path) -> Result<(), Failure> {
    let mut pip = Command::new(python);
    pip.args(["-m", "pip", "install", "--quiet", "--requirement"]).arg(list);
    program::run(&mut pip, "installing Python packages")
}
