//! Hashes of the site's files, in the form that `integrity=` attributes take (Subresource Integrity, W3C).

use std::collections::BTreeMap;
use std::path::Path;

use serde_json::json;
use sha2::{Digest, Sha384};

use crate::failure::Failure;
use crate::place;

/// The hashes of every file under a folder as JSON, by the path within it.
///
/// # Errors
/// When a file cannot be read.
pub(super) fn of_folder(folder: &Path) -> Result<String, Failure> {
    // It cannot hold its own hash, and one of an earlier build may still lie there.
    let files = place::files(folder)?.into_iter().filter(|(name, _)| name != "integrity.json");
    let hash = |bytes: &[u8]| format!("sha384-{}", base64(&Sha384::digest(bytes)));
    let hashes: BTreeMap<String, String> =
        files.map(|(name, bytes)| (name, hash(&bytes))).collect();
    Ok(format!("{:#}\n", json!(hashes)))
}

/// Base64 of bytes whose number three divides, which is so of the 48 bytes of SHA-384: nothing is padded.
fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let digit = |value: u32| char::from(DIGITS[(value & 63) as usize]);
    let (threes, rest) = bytes.as_chunks::<3>();
    debug_assert!(rest.is_empty(), "bytes come in threes");
    let numbers = threes.iter().map(|&[a, b, c]| u32::from_be_bytes([0, a, b, c]));
    numbers.flat_map(|n| [digit(n >> 18), digit(n >> 12), digit(n >> 6), digit(n)]).collect()
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn a_hash_is_the_one_that_browsers_compute() {
        // The hash of nothing, as in the test vectors of FIPS 180-4, in base64.
        let hash = "OLBgp1GsljhM2TJ+sbHjaiH9txEUvgdDTAzHv2P24donTt6/529l+9Ua0vFImLlb";
        assert_eq!(base64(&Sha384::digest([])), hash);
    }

    #[test]
    fn every_file_is_listed_by_its_path_but_the_list_itself() {
        let folder =
            std::env::temp_dir().join(format!("whose-words-integrity-{}", std::process::id()));
        fs::create_dir_all(folder.join("later")).unwrap();
        for name in ["a.js", "later/b.json", "integrity.json"] {
            fs::write(folder.join(name), "").unwrap();
        }
        let list: BTreeMap<String, String> =
            serde_json::from_str(&of_folder(&folder).unwrap()).unwrap();
        assert_eq!(list.keys().collect::<Vec<_>>(), ["a.js", "later/b.json"]);
    }
}
