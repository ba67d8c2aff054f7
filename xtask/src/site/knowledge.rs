//! What the engine knows, which its build packs into one file beside its code.

use std::fs;
use std::path::PathBuf;

use serde_json::Value;

use crate::failure::Failure;
use crate::{place, program};

/// The pack that belongs to the engine in the wasm.
///
/// # Errors
/// When the engine was not built, or its pack cannot be read.
pub(super) fn packed() -> Result<Vec<u8>, Failure> {
    let mut cargo = program::cargo();
    // As Trunk has just built it, so that there is nothing to build.
    cargo.args(["build", "--quiet", "--locked", "--offline", "--bin", "whose-words-widget"]);
    cargo.args(["--no-default-features", "--target", "wasm32-unknown-unknown", "--profile", "web"]);
    cargo.args(["--message-format", "json"]).current_dir(place::project());
    let heard = program::listen(&mut cargo, "asking where the engine was built")?;
    let folder = heard.output.lines().find_map(folder_of_engine).filter(|_| heard.succeeded);
    let folder = folder.ok_or_else(|| Failure::Check("The engine was not built.".into()))?;
    let packed = folder.join("knowledge.bin");
    fs::read(&packed).map_err(|error| Failure::of_file(&packed, &error))
}

/// The folder that the engine's build script wrote to, where one of cargo's messages is about it.
fn folder_of_engine(message: &str) -> Option<PathBuf> {
    let message: Value = serde_json::from_str(message).ok()?;
    let about = message.get("package_id")?.as_str()?;
    let is_engine = about.contains("/engine#");
    message.get("out_dir").filter(|_| is_engine)?.as_str().map(PathBuf::from)
}

#[cfg(test)]
mod tests {
    use super::folder_of_engine;

    #[test]
    fn the_engine_is_told_from_what_it_depends_on() {
        let message = |package: &str| {
            format!(
                r#"{{"reason":"build-script-executed","package_id":"{package}","out_dir":"target/engine/out"}}"#
            )
        };
        let engine = message("path+file:///home/me/project/engine#whose-words-engine@0.1.0");
        assert_eq!(folder_of_engine(&engine), Some("target/engine/out".into()));
        let other = message("registry+https://github.com/rust-lang/crates.io-index#serde@1.0.229");
        assert_eq!(folder_of_engine(&other), None);
        assert_eq!(folder_of_engine("not a message"), None);
    }
}
