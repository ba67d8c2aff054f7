//! Where things lie: the project, what is built, and what is installed for every clone of it.

use std::env;
use std::path::{Path, PathBuf};

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
