//! The glue of a program as a classic script, which is all that browsers let into a page from an extension.

/// The script that puts a program among those that `src/extension/content.js` knows: a function that makes its glue, and the
/// program itself where it was translated. None of glue in another form than wasm-bindgen writes.
pub(super) fn script(name: &str, glue: &str, translated: Option<&str>) -> Option<String> {
    let glue = returning(glue)?;
    let translated = match translated {
        Some(module) => format!("  translated: (imports) => {{\n{}  }},\n", body(module)?),
        None => String::new(),
    };
    Some(format!(
        "(globalThis.whoseWordsPrograms ??= {{}})[\"{name}\"] = {{\n  \
           glue: (globalThis, WebAssembly) => {{\n{glue}  }},\n{translated}}};\n"
    ))
}

/// The glue with what it exports given back instead; none of glue that imports what nobody has.
fn returning(glue: &str) -> Option<String> {
    const LAST: &str = "export { initSync, __wbg_init as default };";
    let mut exported = Vec::new();
    let mut lines = String::with_capacity(glue.len());
    let mut is_whole = false;
    for line in glue.lines() {
        let line = if let Some(declared) = line.strip_prefix("export ").filter(|_| line != LAST) {
            let mut words = declared.split(|c: char| !c.is_ascii_alphanumeric() && c != '_');
            words.next().filter(|kind| matches!(*kind, "class" | "function"))?;
            exported.push(words.next()?);
            declared.to_owned()
        } else if line == LAST {
            is_whole = true;
            format!("return {{ default: __wbg_init, {} }};", exported.join(", "))
        } else if let Some(imported) = line.strip_prefix("import * as ") {
            let name = imported.strip_suffix(" from \"__wbindgen_externref_xform__\"")?;
            format!("const {name} = {{ __wbindgen_externref_statics_end: () => {FIXED} }};")
        } else {
            // Where the program lies is said when it is started.
            line.replace("import.meta.url", "undefined")
        };
        lines.push_str(&line);
        lines.push('\n');
    }
    is_whole.then_some(lines)
}

/// How many of the glue's places for objects are taken from the start: `heap` in it has 1,024, and `undefined`, `null`, `true`
/// and `false`. Programs that keep objects themselves know; those that do not, ask.
const FIXED: usize = 1_028;

/// The function in a module by wasm2js that makes the program out of its imports; none of a module in another form.
fn body(module: &str) -> Option<String> {
    let (_, module) = module.split_once("\n\n")?;
    let (functions, _) = module.split_once("\nvar retasmFunc = ")?;
    let grown = "newHEAP8.set(HEAP8);\n";
    let (before, behind) = functions.split_once(grown)?;
    // The glue looks whether its view of the memory is empty, as it is when WebAssembly's own memory grew.
    let emptied = "HEAP8.buffer.transfer(0);\n";
    Some([before, grown, emptied, behind, "\nreturn asmFunc(imports);\n"].concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    const GLUE: &str = "export class Engine {\n}\nexport function open(packed) {\n}\n\
        at = import.meta.url;\nexport { initSync, __wbg_init as default };\n";

    #[test]
    fn what_is_exported_is_given_back() {
        let script = script("engine", GLUE, None).unwrap();
        assert!(
            script.contains("\nclass Engine {\n}\nfunction open(packed) {\n}\nat = undefined;\n")
        );
        assert!(script.contains("\nreturn { default: __wbg_init, Engine, open };\n"));
        assert!(!script.contains("export") && !script.contains("translated"));
    }

    #[test]
    fn a_translation_empties_the_memory_that_it_leaves() {
        let module = "import * as a from 'a';\n\nfunction asmFunc(imports) {\n \
            newHEAP8.set(HEAP8);\n}\n\nvar retasmFunc = asmFunc({});\nexport var a;\n";
        let script = script("engine", GLUE, Some(module)).unwrap();
        assert!(script.contains("newHEAP8.set(HEAP8);\nHEAP8.buffer.transfer(0);\n}\n"));
        assert!(script.contains("return asmFunc(imports);"));
        assert!(!script.contains("import *") && !script.contains("export"));
    }

    #[test]
    fn glue_in_another_form_is_refused() {
        assert_eq!(script("engine", "import * as wbg from \"wbg\"\n", None), None);
        assert_eq!(script("engine", "class Engine {}\n", None), None);
        assert_eq!(script("engine", GLUE, Some("export var a;")), None);
    }
}
