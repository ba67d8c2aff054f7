//! The rule pages are tests: every line of a `marked` block is read by the engine, which must mark
//! what the page marks: everything of the page’s own layer, and nothing else of it.
//!
//! Under `## Known misses` stands what the engine prints today. When that changes, look at the
//! difference; `WHOSE_BLESS=1 cargo test --test rule_pages` writes it into the page, and nothing
//! else.
//!
//! In a case `¶` stands for the end of a paragraph.

#![expect(clippy::unwrap_used, reason = "a test that panics has failed")]

use std::fs;
use std::path::{Path, PathBuf};

use whose_words_engine::notation::Marked;
use whose_words_engine::read;
use whose_words_engine::report::Report;
use whose_words_engine::rule::Layer;

/// A page needs at least so many cases on either side: fewer show a rule’s name, not its edges.
const CASES: usize = 6;

#[test]
fn the_engine_marks_what_the_pages_mark() {
    let bless = std::env::var_os("WHOSE_BLESS").is_some();
    let mut differences = Vec::new();
    for page in pages() {
        if bless {
            page.bless();
        }
        // Read again: what was blessed must hold.
        let page = Page::read(page.path, page.layer);
        let mut explained = false;
        for case in &page.cases {
            let reading = case.read(page.layer);
            let by_rule = rules_of(&reading.report, page.layer).contains(&page.name.as_str());
            explained |= by_rule && case.section == Section::Marked;
            let place = format!("{}:{}", page.shown(), case.line);
            if reading.printed != reading.expected {
                differences.push(format!(
                    "{place}\n  the page:   {}\n  the engine: {}",
                    reading.expected, reading.printed
                ));
            } else if by_rule && case.section == Section::NotMarked {
                differences.push(format!(
                    "{place}\n  “{}” marks something in what it does not mark: {}",
                    page.name, reading.printed
                ));
            }
        }
        if !explained {
            let path = page.path.display();
            differences
                .push(format!("{path}\n  no case of it is marked by the rule “{}”", page.name));
        }
    }
    assert!(
        differences.is_empty(),
        "{} differences between the rule pages and the engine\n\n{}\n",
        differences.len(),
        differences.join("\n\n")
    );
}

#[test]
fn every_page_shows_what_it_marks_and_what_it_does_not() {
    for page in pages() {
        for (section, name) in [(Section::Marked, "marked"), (Section::NotMarked, "not marked")] {
            let cases = page.cases.iter().filter(|case| case.section == section).count();
            let path = page.shown();
            assert!(cases >= CASES, "{path}: {cases} cases {name}, of at least {CASES}");
        }
    }
}

/// A rule page, as far as it is a test.
struct Page {
    path: PathBuf,
    layer: Layer,
    name: String,
    text: String,
    cases: Vec<Case>,
}

/// A line of a `marked` block.
struct Case {
    /// The line of the page it stands on, from 1.
    line: usize,
    section: Section,
    notation: String,
}

/// Where on the page a case stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Section {
    Marked,
    NotMarked,
    KnownMisses,
}

/// A case read by the engine.
struct Reading {
    report: Report,
    expected: String,
    printed: String,
}

/// All pages of the engine.
fn pages() -> Vec<Page> {
    let rules = Path::new(env!("CARGO_MANIFEST_DIR")).join("rules");
    let mut pages = Vec::new();
    for layer in [Layer::Attribution, Layer::Commentary, Layer::Article] {
        let folder = rules.join(layer.name());
        // A layer may have no page yet.
        let files = fs::read_dir(&folder).into_iter().flatten().map(|file| file.unwrap().path());
        let pages_of_layer = files.filter(|path| path.extension().is_some_and(|e| e == "md"));
        pages.extend(pages_of_layer.map(|path| Page::read(path, layer)));
    }
    assert!(!pages.is_empty(), "no rule page in {}", rules.display());
    pages.sort_by(|one, other| one.path.cmp(&other.path));
    pages
}

impl Page {
    fn read(path: PathBuf, layer: Layer) -> Self {
        let text = fs::read_to_string(&path).unwrap();
        let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
        let cases = cases(&text);
        Self { path, layer, name, text, cases }
    }

    /// The page’s file, as one finds it in the repository.
    fn shown(&self) -> String {
        format!("engine/rules/{}/{}.md", self.layer.name(), self.name)
    }

    /// Writes what the engine prints today under the known misses.
    fn bless(&self) {
        let mut lines: Vec<String> = self.text.lines().map(str::to_owned).collect();
        for case in self.cases.iter().filter(|case| case.section == Section::KnownMisses) {
            lines[case.line - 1] = case.read(self.layer).printed;
        }
        let blessed = lines.join("\n") + "\n";
        if blessed != self.text {
            fs::write(&self.path, blessed).unwrap();
        }
    }
}

/// The cases of a page.
fn cases(page: &str) -> Vec<Case> {
    let mut cases = Vec::new();
    let mut section = Section::Marked;
    let mut in_block = false;
    for (index, line) in page.lines().enumerate() {
        match (in_block, line.trim_end()) {
            (false, "## Not marked") => section = Section::NotMarked,
            (false, "## Known misses") => section = Section::KnownMisses,
            (false, "```marked") => in_block = true,
            (true, "```") => in_block = false,
            (true, "") | (false, _) => {}
            (true, notation) => {
                cases.push(Case { line: index + 1, section, notation: notation.to_owned() });
            }
        }
    }
    assert!(!in_block, "a marked block does not end");
    cases
}

impl Case {
    fn read(&self, layer: Layer) -> Reading {
        let notation = self.notation.replace(" ¶ ", "\n\n");
        let expected = Marked::parse(&notation)
            .unwrap_or_else(|error| panic!("{}\n{error}", self.notation))
            .in_order();
        let report = read(&expected.text);
        let mut printed = Marked::from_report(&expected.text, &report, layer);
        if expected.marks.iter().any(|mark| mark.speaker.is_some()) {
            printed = printed.with_speakers(&report);
        }
        let written = |marked: Marked| marked.to_string().replace("\n\n", " ¶ ");
        Reading { report, expected: written(expected), printed: written(printed) }
    }
}

/// The rules that found something in the page’s layer.
fn rules_of(report: &Report, layer: Layer) -> Vec<&'static str> {
    match layer {
        Layer::Attribution => report.attributions.iter().map(|a| a.attribution.rule).collect(),
        Layer::Commentary => report.stance.iter().map(|stance| stance.marker.rule).collect(),
        Layer::Article => report.findings.iter().map(|finding| finding.rule).collect(),
    }
}

#[test]
fn cases_are_found_in_their_sections() {
    let page = "# A\n\nLead.\n\n```marked\n{cue Said}.\n\nb\n```\n\n## Not marked\n\n```marked\nc\n```\n\
                ```text\nno case\n```\n## Known misses\n\n```marked\nd\n```\n";
    let found: Vec<_> =
        cases(page).iter().map(|case| (case.line, case.section, case.notation.clone())).collect();
    assert_eq!(
        found,
        [
            (6, Section::Marked, "{cue Said}.".to_owned()),
            (8, Section::Marked, "b".to_owned()),
            (14, Section::NotMarked, "c".to_owned()),
            (22, Section::KnownMisses, "d".to_owned()),
        ]
    );
}
