//! A module uses only modules declared above it in its crate’s `lib.rs`: then the list there is
//! also the way an article goes. The map of the house shows the house, and nothing else lies about in it.

#![expect(clippy::unwrap_used, reason = "a test that panics has failed")]

use std::fs;
use std::path::{Path, PathBuf};

#[test]
fn a_module_uses_only_modules_declared_above_it() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let modules = declared_modules(&fs::read_to_string(source.join("lib.rs")).unwrap());
    assert!(modules.len() > 10, "the list of modules was not found: {modules:?}");
    let mut wrong = Vec::new();
    for (place, module) in modules.iter().enumerate() {
        for file in files_of(&source, module) {
            let code = without_comments_and_tests(&fs::read_to_string(&file).unwrap());
            for below in &modules[place + 1..] {
                if uses(&code, below) {
                    wrong.push(format!("{} uses `{below}`, declared below it", file.display()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What the repository shows at its head, apart from what [`IGNORED`] names. A file that came in by mistake shows here.
const HEAD: [&str; 25] = [
    "ARCHITECTURE.md",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "Cargo.lock",
    "Cargo.toml",
    "README.md",
    "Trunk.toml",
    "cli",
    "clippy.toml",
    "docs",
    "embed.html",
    "engine",
    "examples",
    "index.html",
    "package-lock.json",
    "package.json",
    "rust-toolchain.toml",
    "rustfmt.toml",
    "schema",
    "src",
    "studio.html",
    "styles",
    "tests",
    "training",
    "xtask",
];

/// What commands leave behind, which Git leaves out.
const IGNORED: [&str; 4] = ["dist", "node_modules", "target", "test-results"];

#[test]
fn nothing_lies_about() {
    let house = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let entries = fs::read_dir(&house).unwrap();
    let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<String> =
        names.filter(|name| !name.starts_with('.') && !IGNORED.contains(&name.as_str())).collect();
    names.sort();
    assert_eq!(names, HEAD);
}

fn declared_modules(lib: &str) -> Vec<String> {
    let declarations = lib.lines().map(|line| line.trim_start_matches("pub "));
    let names = declarations.filter_map(|line| line.strip_prefix("mod ")?.strip_suffix(';'));
    names.map(str::to_owned).collect()
}

/// The files of a module: its own, or all in its folder.
fn files_of(source: &Path, module: &str) -> Vec<PathBuf> {
    let single = source.join(format!("{module}.rs"));
    if single.exists() {
        return vec![single];
    }
    let mut files = Vec::new();
    let mut folders = vec![source.join(module)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                files.push(path);
            }
        }
    }
    assert!(!files.is_empty(), "the module {module} has no file");
    files
}

/// What the module itself is made of: its documentation may name, and its tests may use, any other.
fn without_comments_and_tests(code: &str) -> String {
    let (code, _tests) = code.split_once("#[cfg(test)]").unwrap_or((code, ""));
    let lines = code.lines().filter(|line| !line.trim_start().starts_with("//"));
    lines.collect::<Vec<_>>().join("\n")
}

/// Whether the code names `crate::module`, alone or in a list.
fn uses(code: &str, module: &str) -> bool {
    code.match_indices("crate::").any(|(at, path)| {
        let behind = &code[at + path.len()..];
        match behind.strip_prefix('{') {
            Some(list) => {
                let end = list.find(';').unwrap_or(list.len());
                list[..end].split([',', '{', '}']).any(|item| names(item.trim(), module))
            }
            None => names(behind, module),
        }
    })
}

fn names(path: &str, module: &str) -> bool {
    let first: String = path.chars().take_while(|&c| c.is_alphanumeric() || c == '_').collect();
    first == module
}

/// What stands beside each other must not lean on each other; the order alone would allow it.
#[test]
fn rooms_that_must_not_know_of_each_other_do_not() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for (room, other) in [("commentary", "attribution"), ("commentary", "speaker")] {
        for file in files_of(&source, room) {
            let code = without_comments_and_tests(&fs::read_to_string(&file).unwrap());
            assert!(!uses(&code, other), "{} uses `{other}`", file.display());
        }
    }
    for module in declared_modules(&fs::read_to_string(source.join("lib.rs")).unwrap()) {
        for file in files_of(&source, &module).iter().filter(|_| module != "wire") {
            let code = without_comments_and_tests(&fs::read_to_string(file).unwrap());
            assert!(!code.contains("serde"), "{} knows serde", file.display());
        }
    }
}

/// The same text has the same report, anywhere and at any time.
#[test]
fn the_engine_knows_nothing_but_the_text() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for module in declared_modules(&fs::read_to_string(source.join("lib.rs")).unwrap()) {
        for file in files_of(&source, &module) {
            let code = without_comments_and_tests(&fs::read_to_string(&file).unwrap());
            for world in ["time", "fs", "net", "thread", "env", "process", "io"] {
                let named = code.contains(&format!("std::{world}"));
                assert!(!named, "{} uses std::{world}", file.display());
            }
        }
    }
}

/// `ARCHITECTURE.md` names every module, and no place that is not there.
#[test]
fn the_map_is_of_this_house() {
    let engine = Path::new(env!("CARGO_MANIFEST_DIR"));
    let house = engine.parent().unwrap();
    let map = fs::read_to_string(house.join("ARCHITECTURE.md")).unwrap();
    let named: Vec<&str> = map.split('`').skip(1).step_by(2).collect();
    let places = named.iter().filter(|name| name.contains('/') && !name.contains(' '));
    let gone: Vec<_> = places.filter(|place| !house.join(place).exists()).collect();
    assert!(gone.is_empty(), "on the map and not in the house: {gone:?}");
    for module in declared_modules(&fs::read_to_string(engine.join("src/lib.rs")).unwrap()) {
        let place = [format!("engine/src/{module}.rs"), format!("engine/src/{module}/")];
        assert!(place.iter().any(|place| named.contains(&&**place)), "{module} is not on the map");
    }
}

#[test]
fn the_check_sees_every_way_to_name_a_module() {
    for code in [
        "use crate::voice;",
        "use crate::voice::Voices;",
        "use crate::{span::Span, voice};",
        "use crate::{\n    span::Span,\n    voice::{Owner, Voices},\n};",
        "fn f() { crate::voice::settle() }",
    ] {
        assert!(uses(code, "voice"), "{code}");
    }
    for code in ["use crate::voices;", "use super::voice;", "use crate::{span, tag::voice_of};"] {
        assert!(!uses(code, "voice"), "{code}");
    }
    assert_eq!(declared_modules("pub mod span;\n// mod x;\nmod text;\n"), ["span", "text"]);
    assert!(!uses(&without_comments_and_tests("/// [`crate::voice`]\nfn f() {}"), "voice"));
}
