//! Programs that come as crates, kept in a folder of their own per version.

use std::fs;
use std::path::{Path, PathBuf};

use crate::failure::Failure;
use crate::{place, program};

/// A crate whose programs we run.
pub(super) struct CrateTool {
    pub(super) package: &'static str,
    /// The version that fits; no other does.
    pub(super) version: String,
    /// The programs that we need of it.
    pub(super) programs: &'static [&'static str],
    /// What `cargo install` is told besides.
    pub(super) options: &'static [&'static str],
}

impl CrateTool {
    /// The folder that holds the programs: one on the PATH, else our own.
    pub(super) fn ensure(&self) -> Result<PathBuf, Failure> {
        if let Some(folder) = self.on_path() {
            return Ok(folder);
        }
        let root = place::cache().join("tools").join(format!("{}-{}", self.package, self.version));
        let folder = root.join("bin");
        if !self.all_fit(&folder) {
            self.install(&root)?;
        }
        Ok(folder)
    }

    fn on_path(&self) -> Option<PathBuf> {
        let first = program::on_path(self.programs.first()?)?;
        let folder = first.parent()?;
        self.all_fit(folder).then(|| folder.to_path_buf())
    }

    fn all_fit(&self, folder: &Path) -> bool {
        self.programs.iter().all(|name| {
            let file = folder.join(name).with_extension(std::env::consts::EXE_EXTENSION);
            file.is_file() && program::version(&file).is_some_and(|said| self.fits(&said))
        })
    }

    /// Programs print their name, their version, and sometimes more.
    fn fits(&self, said: &str) -> bool {
        said.split_whitespace().any(|word| word == self.version)
    }

    fn install(&self, root: &Path) -> Result<(), Failure> {
        let Self { package, version, .. } = self;
        let tools = place::cache().join("tools");
        program::say(&format!(
            "{package} {version} is not here: building it into {} (a few minutes, once).",
            root.display()
        ));
        fs::create_dir_all(&tools).map_err(|error| Failure::of_file(&tools, &error))?;
        let mut cargo = program::cargo();
        cargo.args(["install", package, "--version", version, "--debug", "--root"]).arg(root);
        cargo.args(self.options).args(["--force", "--quiet"]);
        // Outside of the project: its own settings are not for these.
        cargo.current_dir(&tools).env("CARGO_TARGET_DIR", build_folder());
        // Nobody steps through them in a debugger, and without symbols they are built a third faster.
        cargo.env("CARGO_PROFILE_DEV_DEBUG", "false");
        cargo.env_remove("RUSTFLAGS").env_remove("CARGO_BUILD_TARGET");
        program::run(&mut cargo, "building").map_err(|_| {
            Failure::Setup(format!(
                "{package} {version} could not be built (the lines above say why; without network \
                 it cannot be): put it on the PATH yourself, for example with `cargo install {package} \
                 --version {version}`, and run this again."
            ))
        })
    }
}

/// Removes what was left over from building, more than a gigabyte, once all are installed.
pub(super) fn clear_away() {
    // Where it stays, nothing but room is lost.
    let _ = fs::remove_dir_all(build_folder());
}

/// One build folder for all of them, so that what they share is compiled once.
fn build_folder() -> PathBuf {
    place::cache().join("tools").join("build")
}

#[cfg(test)]
mod tests {
    use super::CrateTool;

    #[test]
    fn a_program_fits_when_it_says_just_this_version() {
        let tool = CrateTool {
            package: "trunk",
            version: "0.21.14".to_owned(),
            programs: &["trunk"],
            options: &[],
        };
        assert!(tool.fits("trunk 0.21.14"));
        assert!(tool.fits("trunk 0.21.14 (d0f3fb2d1)"));
        assert!(!tool.fits("trunk 0.21.1"));
        assert!(!tool.fits("trunk 0.22.1"));
    }
}
