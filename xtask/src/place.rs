//! Where things lie: the project, what is built, and what is installed for every clone of it.

use std::path::{Path, PathBuf};
use std::{env, fs};

use crate::failure::Failure;

/// The project's top folder.
pub(crate) fn project() -> PathBuf {
    let package = env::var_os("CARGO_MANIFEST_DIR")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
    package.parent().map_or(package.clone(), Path::to_path_buf)
}

/// The site that is built.
pub(crate) fn dist() -> PathBuf {
    project().join("dist")
}

/// Where cargo builds, and where everything goes that can be made again.
pub(crate) fn target() -> PathBuf {
    let project = project();
    env::var_os("CARGO_TARGET_DIR").map_or_else(|| project.join("target"), |at| project.join(at))
}

/// A folder of the user's own, shared by all clones, where nothing of anyone else's lies.
pub(crate) fn cache() -> PathBuf {
    let absolute = |name| env::var_os(name).map(PathBuf::from).filter(|path| path.is_absolute());
    absolute("XDG_CACHE_HOME")
        .or_else(|| env::home_dir().map(|home| home.join(".cache")))
        .map_or_else(|| target().join("cache"), |cache| cache.join("whose-words"))
}

/// The files of a folder and of those in it, by their paths from there with slashes, sorted.
///
/// # Errors
/// When one cannot be read.
pub(crate) fn files(folder: &Path) -> Result<Vec<(String, Vec<u8>)>, Failure> {
    let mut files = Vec::new();
    collect(folder, "", &mut files)?;
    files.sort();
    Ok(files)
}

fn collect(folder: &Path, prefix: &str, files: &mut Vec<(String, Vec<u8>)>) -> Result<(), Failure> {
    let fail = |error| Failure::of_file(folder, &error);
    for entry in fs::read_dir(folder).map_err(fail)? {
        let path = entry.map_err(fail)?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let name = format!("{prefix}{name}");
        if path.is_dir() {
            collect(&path, &format!("{name}/"), files)?;
        } else {
            let bytes = fs::read(&path).map_err(|error| Failure::of_file(&path, &error))?;
            files.push((name, bytes));
        }
    }
    Ok(())
}
