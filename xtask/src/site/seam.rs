//! The seam between the wasm and its glue: what the wasm takes from JavaScript, by short names. Those that wasm-bindgen
//! gives end in sixteen digits of a hash, which no compression makes smaller.

use std::collections::HashMap;

use super::wasm::{self, Section};

/// The module and its glue, one and the other with short names for what the module imports; both as they are where the
/// module imports anything but functions.
pub(super) fn with_short_names(module: &[u8], glue: &str) -> (Vec<u8>, String) {
    let unchanged = || (module.to_vec(), glue.to_owned());
    let Some(sections) = wasm::sections(module) else { return unchanged() };
    let Some(imports) = sections.iter().find(|section| section.kind == IMPORTS) else {
        return unchanged();
    };
    let Some(imported) = imported(imports.content) else { return unchanged() };
    // Any other word may mean something else in the script.
    let given = imported.iter().filter(|import| import.name.starts_with("__wbg_"));
    let given: HashMap<&str, String> =
        given.enumerate().map(|(number, import)| (import.name, format!("_{number}"))).collect();

    let mut content = wasm::number(imported.len());
    for import in &imported {
        content.extend(wasm::name(import.from));
        content.extend(wasm::name(given.get(import.name).map_or(import.name, String::as_str)));
        content.push(FUNCTION);
        content.extend(wasm::number(import.signature));
    }
    let sections = sections.iter().map(|section| match section.kind {
        IMPORTS => Section { kind: IMPORTS, content: &content },
        _ => *section,
    });
    (wasm::module(sections), renamed(glue, &given))
}

/// The number of the section that lists the imports, and of functions among them (WebAssembly Core Specification, 5.5.5).
const IMPORTS: u8 = 2;
const FUNCTION: u8 = 0;

/// A function that the module takes from outside.
struct Import<'m> {
    /// The module that has it.
    from: &'m str,
    name: &'m str,
    /// The number of its type.
    signature: usize,
}

/// What an import section lists; none when it is not only functions.
fn imported(content: &[u8]) -> Option<Vec<Import<'_>>> {
    let (count, mut rest) = wasm::split_number(content)?;
    let mut imports = Vec::new();
    for _ in 0..count {
        let (from, behind) = wasm::split_name(rest)?;
        let (name, behind) = wasm::split_name(behind)?;
        let (&FUNCTION, behind) = behind.split_first()? else { return None };
        let (signature, behind) = wasm::split_number(behind)?;
        imports.push(Import { from, name, signature });
        rest = behind;
    }
    Some(imports)
}

/// The script with the names that are given instead of others.
fn renamed(script: &str, given: &HashMap<&str, String>) -> String {
    let is_part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '$');
    let mut renamed = String::with_capacity(script.len());
    let mut rest = script;
    while let Some(start) = rest.find(is_part) {
        let (before, word) = rest.split_at(start);
        let (word, behind) = word.split_at(word.find(|c| !is_part(c)).unwrap_or(word.len()));
        renamed.push_str(before);
        renamed.push_str(given.get(word).map_or(word, String::as_str));
        rest = behind;
    }
    renamed + rest
}

#[cfg(test)]
mod tests {
    use super::with_short_names;

    const HEAD: &[u8] = b"\0asm\x01\0\0\0";
    const TYPES: &[u8] = b"\x01\x04\x01\x60\0\0";

    #[test]
    fn both_sides_call_a_function_by_the_same_short_name() {
        let imports = b"\x02\x1d\x02\x01.\x0c__wbg_log_a1\0\0\x01.\x06malloc\0\0";
        let module = [HEAD, TYPES, imports].concat();
        let glue = "({ __wbg_log_a1: x => log(x), malloc: size => heap.malloc(size) })";
        let (module, glue) = with_short_names(&module, glue);
        let short = b"\x02\x13\x02\x01.\x02_0\0\0\x01.\x06malloc\0\0";
        assert_eq!(module, [HEAD, TYPES, short].concat());
        assert_eq!(glue, "({ _0: x => log(x), malloc: size => heap.malloc(size) })");
    }

    #[test]
    fn a_module_that_imports_a_memory_stays_as_it_is() {
        let imports = b"\x02\x08\x01\x01m\x01n\x02\0\x01";
        let module = [HEAD, imports].concat();
        assert_eq!(with_short_names(&module, "n"), (module.clone(), "n".to_owned()));
    }
}
