//! Digests of what a reading depends on beside the code, so that a report says which words and weights made it, and
//! whoever loads weights knows whether they are the ones that belong to this engine.

use std::fs;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use crate::Failure;

/// The Rust of `digest.rs`.
pub(crate) fn generate(engine: &Path, packed: &[u8]) -> Result<String, Failure> {
    let rules =
        sha256(engine, &["lexicon", "rules"], |extension| matches!(extension, "txt" | "md"))?;
    let weights = sha256(engine, &["model"], |extension| extension == "bin")?;
    Ok(format!(
        "/// SHA-256 over every lexicon and rule page, in hexadecimal.\n\
         pub const RULES_SHA256: &str = {rules:?};\n\n\
         /// SHA-256 over all weights with their files' names, in hexadecimal.\n\
         pub const WEIGHTS_SHA256: &str = {weights:?};\n\n\
         /// How many bytes the pack of what the engine knows is.\n\
         pub(crate) const PACKED_LENGTH: usize = {length};\n\n\
         /// SHA-256 over the pack of what the engine knows.\n\
         pub(crate) const PACKED_SHA256: [u8; 32] = {digest:?};\n",
        length = packed.len(),
        digest = <[u8; 32]>::from(Sha256::digest(packed)),
    ))
}

/// The digest over the names and contents of all files in `folders` whose extension is wanted.
fn sha256(engine: &Path, folders: &[&str], wanted: fn(&str) -> bool) -> Result<String, Failure> {
    let mut files = Vec::new();
    for folder in folders {
        collect(&engine.join(folder), &mut files)?;
    }
    files.retain(|file| file.extension().and_then(|e| e.to_str()).is_some_and(wanted));
    files.sort();
    let mut hasher = Sha256::new();
    for file in &files {
        let name = file.strip_prefix(engine).unwrap_or(file);
        let parts: Vec<_> = name.iter().filter_map(|part| part.to_str()).collect();
        let contents = fs::read(file).map_err(|e| Failure::of_file(file, &e.to_string()))?;
        // Lengths between name and contents keep two different sets of files from hashing alike.
        hasher.update(format!("{}\n{}\n", parts.join("/"), contents.len()));
        hasher.update(&contents);
    }
    Ok(hasher.finalize().iter().map(|byte| format!("{byte:02x}")).collect())
}

/// All files under `folder`; none where it does not exist.
fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> Result<(), Failure> {
    if !folder.exists() {
        return Ok(());
    }
    let listing = fs::read_dir(folder).map_err(|e| Failure::of_file(folder, &e.to_string()))?;
    for entry in listing {
        let path = entry.map_err(|e| Failure::of_file(folder, &e.to_string()))?.path();
        if path.is_dir() {
            collect(&path, files)?;
        } else {
            files.push(path);
        }
    }
    Ok(())
}
