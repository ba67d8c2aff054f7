//! A folder as one ZIP file, in which browsers and their stores take extensions. Nothing is compressed: what is large in an
//! extension of ours hardly gets smaller, and the stores pack anew.

use std::path::Path;

use crate::failure::Failure;
use crate::place;

/// The files of a folder and of those in it, in the order of their names (APPNOTE.TXT 6.3.10 of PKWARE). The same files
/// always make the same bytes.
///
/// # Errors
/// When a file cannot be read.
pub(super) fn of_folder(folder: &Path) -> Result<Vec<u8>, Failure> {
    Ok(of_files(&place::files(folder)?))
}

fn of_files(files: &[(String, Vec<u8>)]) -> Vec<u8> {
    let (mut zip, mut directory) = (Vec::new(), Vec::new());
    for (name, bytes) in files {
        let start = zip.len();
        let described = described(name, bytes);
        zip.extend(b"PK\x03\x04");
        zip.extend(&described);
        zip.extend(name.as_bytes());
        zip.extend(bytes);

        directory.extend(b"PK\x01\x02");
        directory.extend(VERSION);
        directory.extend(&described);
        // No comment, on the first disk, with no attributes.
        directory.extend([0; 10]);
        directory.extend(four(start));
        directory.extend(name.as_bytes());
    }
    let start = zip.len();
    zip.extend(&directory);
    zip.extend(b"PK\x05\x06\0\0\0\0");
    zip.extend(two(files.len()));
    zip.extend(two(files.len()));
    zip.extend(four(directory.len()));
    zip.extend(four(start));
    zip.extend(two(0));
    zip
}

/// What is said of a file before its bytes, and once more in the directory.
fn described(name: &str, bytes: &[u8]) -> Vec<u8> {
    let size = four(bytes.len());
    let sum = crc32(bytes).to_le_bytes();
    [&VERSION[..], NAMES_IN_UTF8, STORED, DAY, &sum, &size, &size, &two(name.len()), &two(0)]
        .concat()
}

/// The version of the format that a reader must know: 2.0.
const VERSION: [u8; 2] = [20, 0];
const NAMES_IN_UTF8: &[u8] = &[0, 8];
const STORED: &[u8] = &[0, 0];

/// Midnight of the first day that the format knows, 1 January 1980: when a file was built is nobody's business.
const DAY: &[u8] = &[0, 0, 0b0010_0001, 0];

/// The lengths and places in such a file have two bytes or four. Ours are far below what these hold.
fn two(number: usize) -> [u8; 2] {
    u16::try_from(number).unwrap_or(u16::MAX).to_le_bytes()
}

fn four(number: usize) -> [u8; 4] {
    u32::try_from(number).unwrap_or(u32::MAX).to_le_bytes()
}

/// The check sum of ISO 3309, as in the Annex of RFC 1952.
fn crc32(bytes: &[u8]) -> u32 {
    const TABLE: [u32; 256] = {
        let mut table = [0; 256];
        let mut byte = 0;
        while byte < 256 {
            let mut sum = byte as u32;
            let mut bit = 0;
            while bit < 8 {
                sum = if sum & 1 == 1 { 0xedb8_8320 ^ (sum >> 1) } else { sum >> 1 };
                bit += 1;
            }
            table[byte] = sum;
            byte += 1;
        }
        table
    };
    let sum = bytes
        .iter()
        .fold(!0_u32, |sum, &byte| TABLE[usize::from(sum.to_le_bytes()[0] ^ byte)] ^ (sum >> 8));
    !sum
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_check_sum_is_the_one_that_everybody_computes() {
        assert_eq!(crc32(b"123456789"), 0xcbf4_3926);
        assert_eq!(crc32(b""), 0);
    }

    #[test]
    fn a_file_is_found_again_where_the_directory_says() {
        let files = [("a/b.txt".to_owned(), b"ab".to_vec()), ("c".to_owned(), Vec::new())];
        let zip = of_files(&files);
        let end = zip.len() - 22;
        assert_eq!(&zip[end..end + 4], b"PK\x05\x06");
        let directory = u32::from_le_bytes(zip[end + 16..end + 20].try_into().unwrap()) as usize;
        let length = u32::from_le_bytes(zip[end + 12..end + 16].try_into().unwrap()) as usize;
        assert_eq!(directory + length, end);
        assert_eq!(&zip[directory..directory + 4], b"PK\x01\x02");
        assert_eq!(&zip[directory + 46..directory + 53], b"a/b.txt");
        assert_eq!(&zip[30..39], b"a/b.txtab");
    }
}
