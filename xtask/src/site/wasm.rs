//! The binary format of a wasm module, as far as the site needs it (WebAssembly Core Specification, chapter 5), and the
//! module as it ships.

/// The module without the names of its functions: nothing shows them, and they would be a fifth of what travels to a
/// reader. (Taken out by the compiler, they take with them what wasm-bindgen must know.) Any other bytes as they are.
pub(super) fn without_names(bytes: &[u8]) -> Vec<u8> {
    let Some(sections) = sections(bytes) else { return bytes.to_vec() };
    module(sections.into_iter().filter(|section| !section.is_for_developers()))
}

/// The module as of a compiler that knows of no tables of objects: without the list of what it may use, and without the functions
/// for such tables. From these two wasm-bindgen would take that it may use them.
pub(super) fn without_references(bytes: &[u8]) -> Vec<u8> {
    let Some(sections) = sections(bytes) else { return bytes.to_vec() };
    let exports = sections.iter().find(|section| section.kind == EXPORTS);
    let exports = exports.and_then(|exports| without_tables(exports.content));
    let plain = sections.iter().filter(|section| !section.is_named(&["target_features"]));
    module(plain.map(|section| match &exports {
        Some(content) if section.kind == EXPORTS => Section { kind: EXPORTS, content },
        _ => *section,
    }))
}

/// The number of the section that lists the exports (5.5.10).
const EXPORTS: u8 = 7;

/// What an export section lists without the functions for tables of objects.
fn without_tables(content: &[u8]) -> Option<Vec<u8>> {
    let (count, mut rest) = split_number(content)?;
    let mut kept = Vec::new();
    for _ in 0..count {
        let (name, behind) = split_name(rest)?;
        let (_, behind) = split_number(behind.get(1..)?)?;
        let export = rest.get(..rest.len() - behind.len())?;
        if !name.starts_with("__externref") {
            kept.push(export);
        }
        rest = behind;
    }
    Some([number(kept.len()), kept.concat()].concat())
}

/// A part of a module.
#[derive(Clone, Copy)]
pub(super) struct Section<'m> {
    pub(super) kind: u8,
    pub(super) content: &'m [u8],
}

impl Section<'_> {
    /// Whether its name says that engines need not read it.
    fn is_for_developers(&self) -> bool {
        self.is_named(&["name", "producers"])
    }

    /// Whether it has one of these names, as those have whose kind is custom, which is 0.
    fn is_named(&self, names: &[&str]) -> bool {
        let name = split_name(self.content).map(|(name, _)| name);
        self.kind == 0 && name.is_some_and(|name| names.contains(&name))
    }
}

/// What every module begins with: “\0asm” and the version.
const HEAD: &[u8] = b"\0asm\x01\0\0\0";

/// The sections of a module; none of bytes that are no module.
pub(super) fn sections(bytes: &[u8]) -> Option<Vec<Section<'_>>> {
    let mut rest = bytes.strip_prefix(HEAD)?;
    let mut sections = Vec::new();
    while let Some((&kind, behind)) = rest.split_first() {
        let (size, behind) = split_number(behind)?;
        let (content, behind) = behind.split_at_checked(size)?;
        sections.push(Section { kind, content });
        rest = behind;
    }
    Some(sections)
}

/// The module that sections make.
pub(super) fn module<'m>(sections: impl Iterator<Item = Section<'m>>) -> Vec<u8> {
    let mut module = HEAD.to_vec();
    for Section { kind, content } in sections {
        module.push(kind);
        module.extend(number(content.len()));
        module.extend_from_slice(content);
    }
    module
}

/// The number in LEB128 (seven bits a byte, the least first) that bytes begin with, and what is behind it.
pub(super) fn split_number(bytes: &[u8]) -> Option<(usize, &[u8])> {
    let length = bytes.iter().position(|byte| byte & 0x80 == 0)? + 1;
    let (digits, rest) = bytes.split_at_checked(length.min(5))?;
    let value = digits.iter().rev().fold(0, |value, byte| value << 7 | usize::from(byte & 0x7f));
    Some((value, rest))
}

/// A number in LEB128.
pub(super) fn number(mut value: usize) -> Vec<u8> {
    let mut digits = Vec::new();
    loop {
        let digit = (value & 0x7f) as u8;
        value >>= 7;
        if value == 0 {
            digits.push(digit);
            return digits;
        }
        digits.push(digit | 0x80);
    }
}

/// The name that bytes begin with, and what is behind it.
pub(super) fn split_name(bytes: &[u8]) -> Option<(&str, &[u8])> {
    let (length, rest) = split_number(bytes)?;
    let (name, rest) = rest.split_at_checked(length)?;
    Some((str::from_utf8(name).ok()?, rest))
}

/// A name: its length and its letters.
pub(super) fn name(letters: &str) -> Vec<u8> {
    let mut name = number(letters.len());
    name.extend_from_slice(letters.as_bytes());
    name
}

#[cfg(test)]
mod tests {
    use super::{HEAD, number, split_number, without_names, without_references};

    const TYPES: &[u8] = b"\x01\x04\x01\x60\0\0";
    const NAMES: &[u8] = b"\0\x09\x04nameabcd";
    const FEATURES: &[u8] = b"\0\x12\x0ftarget_features\0\0";

    #[test]
    fn names_go_and_everything_else_stays() {
        let module = [HEAD, TYPES, NAMES, FEATURES].concat();
        assert_eq!(without_names(&module), [HEAD, TYPES, FEATURES].concat());
    }

    #[test]
    fn tables_of_objects_go_and_everything_else_stays() {
        let exports = b"\x07\x17\x02\x0b__externref\0\x01\x04main\0\x80\x01";
        let module = [HEAD, TYPES, exports, FEATURES].concat();
        let plain = b"\x07\x09\x01\x04main\0\x80\x01";
        assert_eq!(without_references(&module), [HEAD, TYPES, plain].concat());
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
        assert_eq!(number(624_485), b"\xe5\x8e\x26");
        assert_eq!(number(0), b"\0");
    }
}
