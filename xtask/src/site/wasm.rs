//! The wasm without the names of its functions: nothing shows them, and they would be a fifth of what travels to a
//! reader. (Taken out by the compiler, they take with them what wasm-bindgen must know.)

/// A module without the custom sections that only developers' tools read; any other bytes as they are.
pub(super) fn without_names(module: &[u8]) -> Vec<u8> {
    // The eight bytes that every module begins with: "\0asm" and the version.
    let Some((head, mut rest)) = module.split_at_checked(8) else { return module.to_vec() };
    let mut kept = head.to_vec();
    while !rest.is_empty() {
        let Some((section, behind)) = split_section(rest) else { return module.to_vec() };
        if !is_for_developers(section) {
            kept.extend_from_slice(section);
        }
        rest = behind;
    }
    kept
}

/// The first section and what is behind it. A section is its kind in one byte, its size as a number, and as many
/// bytes (WebAssembly Core Specification, 5.5.2).
fn split_section(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let (size, content) = split_number(bytes.get(1..)?)?;
    bytes.split_at_checked(bytes.len() - content.len() + size)
}

/// A section whose kind is custom, which is 0, and whose name says that engines need not read it.
fn is_for_developers(section: &[u8]) -> bool {
    let name = || {
        let (_size, content) = split_number(section.get(1..)?)?;
        let (length, content) = split_number(content)?;
        content.get(..length)
    };
    section.first() == Some(&0) && matches!(name(), Some(b"name" | b"producers"))
}

/// The number in LEB128 (seven bits a byte, the least first) that bytes begin with, and what is behind it.
fn split_number(bytes: &[u8]) -> Option<(usize, &[u8])> {
    let length = bytes.iter().position(|byte| byte & 0x80 == 0)? + 1;
    let (digits, rest) = bytes.split_at_checked(length.min(5))?;
    let value = digits.iter().rev().fold(0, |value, byte| value << 7 | usize::from(byte & 0x7f));
    Some((value, rest))
}

#[cfg(test)]
mod tests {
    use super::{split_number, without_names};

    const HEAD: &[u8] = b"\0asm\x01\0\0\0";
    const TYPES: &[u8] = b"\x01\x04\x01\x60\0\0";
    const NAMES: &[u8] = b"\0\x09\x04nameabcd";
    const FEATURES: &[u8] = b"\0\x12\x0ftarget_features\0\0";

    #[test]
    fn names_go_and_everything_else_stays() {
        let module = [HEAD, TYPES, NAMES, FEATURES].concat();
        assert_eq!(without_names(&module), [HEAD, TYPES, FEATURES].concat());
    }

    #[test]
    fn what_is_no_module_is_left_alone() {
        for bytes in
            [&b""[..], b"\0asm", &[HEAD, b"\0\xff"].concat(), &[HEAD, TYPES, b"\0\x7fx"].concat()]
        {
            assert_eq!(without_names(bytes), bytes);
        }
    }

    #[test]
    fn a_number_takes_as_many_bytes_as_say_that_more_follow() {
        assert_eq!(split_number(b"\xe5\x8e\x26!"), Some((624_485, &b"!"[..])));
        assert_eq!(split_number(b"\x80"), None);
    }
}
