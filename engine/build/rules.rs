//! The rule pages: of each, its title, its lead, and how often the rule is right; the prose and the cases do not come with the engine.

use std::fs;
use std::path::{Path, PathBuf};

use crate::Failure;
use crate::pack::Pack;
use crate::precision::{self, Precision};

/// Into the pack a line for each page, sorted by name; the Rust of `rules.rs` says where they are.
pub(crate) fn generate(rules: &Path, pack: &mut Pack) -> Result<String, Failure> {
    let table = rules.join("precision.md");
    let mut precision = precision::read(&table)?;
    let mut pages = Vec::new();
    for layer in LAYERS {
        for path in markdown(&rules.join(layer))? {
            let mut page = page(&path, layer)?;
            page.precision = precision.remove(&page.name);
            pages.push(page);
        }
    }
    pages.sort_by(|one, other| one.name.cmp(&other.name));
    if let Some(twice) = pages.windows(2).find(|pair| pair[0].name == pair[1].name) {
        return Err(Failure::of_file(rules, &format!("two pages are named {}", twice[0].name)));
    }
    if let Some(rule) = precision.keys().next() {
        return Err(Failure::of_file(&table, &format!("there is no page of {rule}")));
    }
    let lines: Vec<String> = pages.iter().map(Page::line).collect();
    Ok(format!(
        "/// The pages, sorted by name.\nstatic PAGE_LINES: Part = {};\n",
        pack.lines(&lines)
    ))
}

/// The folders of `rules/`, which are the names of layers.
const LAYERS: [&str; 3] = ["article", "attribution", COMMENTARY];

/// The layer whose pages name a family.
const COMMENTARY: &str = "commentary";

/// The longest lead a mark's card has room for, in characters.
const LONGEST_LEAD: usize = 220;

/// What ships of a page.
struct Page {
    name: String,
    layer: &'static str,
    family: Option<String>,
    title: String,
    lead: String,
    precision: Option<Precision>,
}

impl Page {
    /// As `src/rule.rs` reads it.
    fn line(&self) -> String {
        let Self { name, layer, family, title, lead, precision } = self;
        let family = family.as_deref().unwrap_or_default();
        let precision = precision.map(|(right, read)| format!("{right}/{read}"));
        [name, *layer, family, title, lead, precision.as_deref().unwrap_or_default()].join("\t")
    }
}

/// The pages of a layer; none where it has no folder yet.
fn markdown(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    if !folder.exists() {
        return Ok(Vec::new());
    }
    let listing = fs::read_dir(folder).map_err(|e| Failure::of_file(folder, &e.to_string()))?;
    Ok(listing
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|extension| extension == "md"))
        .collect())
}

/// Reads a page: `# Title`, for commentary `Family: …`, a blank line, the lead.
fn page(path: &Path, layer: &'static str) -> Result<Page, Failure> {
    let text = fs::read_to_string(path).map_err(|e| Failure::of_file(path, &e.to_string()))?;
    let fail = |line: usize, reason: &str| Failure::of_line(path, line, reason);
    let name = path.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default().to_owned();
    if !name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_') {
        return Err(Failure::of_file(path, "a page's name is of small letters, digits and _"));
    }
    let mut lines = text.lines();
    let title = lines.next().and_then(|line| line.strip_prefix("# "));
    let title = title.ok_or_else(|| fail(1, "a page begins with “# ” and its title"))?.to_owned();
    let second = lines.next().unwrap_or_default();
    let family = second.strip_prefix("Family: ").map(str::to_owned);
    if family.is_some() != (layer == COMMENTARY) {
        return Err(fail(
            2,
            "pages of commentary, and only they, have “Family: …” under the title",
        ));
    }
    let paragraph: Vec<&str> = lines
        .skip_while(|line| line.is_empty())
        .take_while(|line| !line.is_empty())
        .map(str::trim)
        .collect();
    let lead = paragraph.join(" ");
    if lead.is_empty() || lead.starts_with(['#', '`', '-']) {
        return Err(fail(3, "the first paragraph is the lead: one or two sentences"));
    }
    if lead.chars().count() > LONGEST_LEAD {
        return Err(fail(3, "the lead is longer than 220 characters"));
    }
    Ok(Page { name, layer, family, title, lead, precision: None })
}
