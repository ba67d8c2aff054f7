//! What makes the site an npm package too: its `package.json`, which lies at the top of the folder.

use std::fs;
use std::path::Path;

use crate::failure::Failure;

/// The description of the package, with the version of the project.
///
/// # Errors
/// When it cannot be read.
pub(super) fn description(project: &Path) -> Result<String, Failure> {
    let path = project.join("src").join("element").join("package.json");
    let package = fs::read_to_string(&path).map_err(|error| Failure::of_file(&path, &error))?;
    // Put in as text: the order in which a package names its exports has a meaning.
    let version = env!("CARGO_PKG_VERSION");
    Ok(package.replacen('{', &format!("{{\n  \"version\": \"{version}\","), 1))
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;
    use crate::place;

    #[test]
    fn the_package_has_a_name_and_the_projects_version() {
        let package: Value =
            serde_json::from_str(&description(&place::project()).unwrap()).unwrap();
        assert_eq!(package["name"], "whose-words");
        assert_eq!(package["version"], env!("CARGO_PKG_VERSION"));
    }
}
