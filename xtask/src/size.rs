//! What a reader's browser fetches to show the page for the first time, or the element on another, and how much that may be.

use std::fmt::Write;

use serde_json::Value;

use crate::failure::Failure;
use crate::setup::chromium::Chromium;
use crate::{journeys, program};

/// The most that may travel before the article can be read, in bytes of brotli: eight tenths of a second on a slow phone
/// line (Lighthouse's slow 4G, 1.6 Mbit/s).
const ARTICLE: u64 = 160_000;

/// The most that may travel for the marks to come, in bytes of brotli: with the page around it, four seconds on that line.
const MARKS: u64 = 600_000;

/// The most that may travel for the element, on a page whose article can be read before, in bytes of brotli; what the marks take comes on top.
const ELEMENT: u64 = 180_000;

/// The most that may travel for a lesson, in bytes of brotli: less than for an article's page, for a class may share one line.
const LESSON: u64 = 140_000;

/// Pages with the element on them.
const HOST: &str = "examples/script-tag.html";
const LESSON_HOST: &str = "examples/lesson.html";

/// Loads the built page in a browser, and one with the element on it, and prints what that fetched.
///
/// # Errors
/// When it is more than the budget, or something that the page asks for is not there.
pub(crate) fn check(chromium: &Chromium) -> Result<(), Failure> {
    check_page(chromium, &[], ARTICLE, "Before the article can be read, the page fetches")?;
    check_page(chromium, &[HOST], ELEMENT, "Before the engine, the element fetches")?;
    check_page(chromium, &[LESSON_HOST], LESSON, "For a lesson, the element fetches")
}

fn check_page(
    chromium: &Chromium,
    arguments: &[&str],
    budget: u64,
    sentence: &str,
) -> Result<(), Failure> {
    let report = journeys::script(chromium, "first_load.js", arguments)?;
    let load = FirstLoad::of_report(&report)
        .ok_or_else(|| Failure::Check("first_load.js printed something else than JSON.".into()))?;
    program::say(&load.table(budget));
    if let Some(missing) = load.files.iter().find(|file| file.status != 200) {
        let (path, status) = (&missing.path, missing.status);
        return Err(Failure::Check(format!("The page asks for {path}, and gets {status}.")));
    }
    for (part, budget, sentence) in
        [(Load::Article, budget, sentence), (Load::Marks, MARKS, "For the marks the page fetches")]
    {
        let total = load.brotli(part);
        if total > budget {
            return Err(Failure::Check(format!(
                "{sentence} {total} bytes in brotli, over the budget of {budget}."
            )));
        }
    }
    Ok(())
}

/// What a file is fetched for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Load {
    /// The page with its article, which can be read then.
    Article,
    /// The marks in it: the engine, and what it knows.
    Marks,
}

/// The files of a first load.
struct FirstLoad {
    files: Vec<File>,
}

struct File {
    path: String,
    status: u64,
    bytes: u64,
    brotli: u64,
    /// What it is made of, where that is told.
    parts: Vec<Part>,
}

/// A part of a file, compressed by itself.
struct Part {
    path: String,
    bytes: u64,
    brotli: u64,
}

impl FirstLoad {
    fn of_report(report: &str) -> Option<Self> {
        let report: Value = serde_json::from_str(report).ok()?;
        let part = |part: &Value| {
            Some(Part {
                path: part["path"].as_str()?.to_owned(),
                bytes: part["bytes"].as_u64()?,
                brotli: part["brotli"].as_u64()?,
            })
        };
        let file = |file: &Value| {
            Some(File {
                path: file["path"].as_str()?.to_owned(),
                status: file["status"].as_u64()?,
                bytes: file["bytes"].as_u64()?,
                brotli: file["brotli"].as_u64()?,
                parts: file["parts"].as_array()?.iter().map(part).collect::<Option<_>>()?,
            })
        };
        let files = report.as_array()?.iter().map(file).collect::<Option<_>>()?;
        Some(Self { files })
    }

    fn of(&self, load: Load) -> impl Iterator<Item = &File> {
        self.files.iter().filter(move |file| file.load() == load)
    }

    fn brotli(&self, load: Load) -> u64 {
        self.of(load).map(|file| file.brotli).sum()
    }

    fn table(&self, budget: u64) -> String {
        let mut table = format!("{:>10}{:>10}  first load\n", "bytes", "brotli");
        for (load, budget) in [(Load::Article, budget), (Load::Marks, MARKS)] {
            for File { path, bytes, brotli, parts, .. } in self.of(load) {
                // Writing to a string cannot fail.
                let _ = writeln!(table, "{bytes:>10}{brotli:>10}  {path}");
                for Part { path, bytes, brotli } in parts {
                    let _ = writeln!(table, "{bytes:>10}{brotli:>10}  {path}");
                }
            }
            let bytes: u64 = self.of(load).map(|file| file.bytes).sum();
            let brotli = self.brotli(load);
            let _ = writeln!(table, "{bytes:>10}{brotli:>10}  of {budget} in brotli");
        }
        table
    }
}

impl File {
    fn load(&self) -> Load {
        let is_for_marks = ["/whose-words-engine_bg.wasm", "/whose-words.weights"];
        if is_for_marks.contains(&self.path.as_str()) { Load::Marks } else { Load::Article }
    }
}

#[cfg(test)]
mod tests {
    use super::{FirstLoad, Load};

    #[test]
    fn a_first_load_is_the_sum_of_its_files_those_for_the_marks_apart() {
        let report = r#"[{"path":"/","status":200,"bytes":900,"brotli":300,"parts":[]},
                         {"path":"/whose-words.weights","status":200,"bytes":700,"brotli":600,"parts":[]},
                         {"path":"/whose-words-engine_bg.wasm","status":200,"bytes":70,"brotli":60,"parts":[]},
                         {"path":"/x.wasm","status":200,"bytes":5000,"brotli":1200,
                          "parts":[{"path":"code","bytes":4000,"brotli":900}]}]"#;
        let load = FirstLoad::of_report(report).unwrap();
        assert_eq!((load.brotli(Load::Article), load.brotli(Load::Marks)), (1500, 660));
        assert!(load.table(160_000).contains("5900      1500  of 160000 in brotli\n"));
        assert!(load.table(160_000).ends_with("770       660  of 600000 in brotli\n"));
        assert!(FirstLoad::of_report("nothing").is_none());
    }
}
