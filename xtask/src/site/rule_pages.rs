//! The prose of the rule pages, which the widget loads when a reader asks for more than the lead. The cases of
//! a page are tests and stay at home.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Map, Value, json};

use crate::failure::Failure;

/// Every page under a folder as JSON: by its name its title and its sections, each a heading (none for the
/// first) and paragraphs in which `*…*` is italic, as in Markdown.
///
/// # Errors
/// When a page cannot be read.
pub(super) fn prose(rules: &Path) -> Result<String, Failure> {
    let mut pages = Map::new();
    for path in markdown_under(rules)? {
        let text = fs::read_to_string(&path).map_err(|error| Failure::of_file(&path, &error))?;
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        pages.insert(name, page(&text));
    }
    Ok(Value::Object(pages).to_string())
}

fn page(text: &str) -> Value {
    let mut title = "";
    let mut sections = vec![Section::default()];
    for block in blocks(text) {
        let section = sections.last_mut();
        match (block, section) {
            (Block::Title(heading), _) => title = heading,
            (Block::Heading(heading), _) => {
                sections.push(Section { heading: Some(heading), paragraphs: Vec::new() });
            }
            (Block::Paragraph(paragraph), Some(section)) => section.paragraphs.push(paragraph),
            (Block::Paragraph(_), None) => {}
        }
    }
    // A section of cases only has nothing to tell once they are left out.
    let told = sections.iter().filter(|section| !section.paragraphs.is_empty());
    let sections: Vec<Value> = told
        .map(|section| json!({ "heading": section.heading, "paragraphs": section.paragraphs }))
        .collect();
    json!({ "title": title, "sections": sections })
}

#[derive(Default)]
struct Section<'a> {
    heading: Option<&'a str>,
    paragraphs: Vec<String>,
}

enum Block<'a> {
    Title(&'a str),
    Heading(&'a str),
    Paragraph(String),
}

/// The blocks of a page outside of its fenced cases; the line that names a stance family is none.
fn blocks(text: &str) -> Vec<Block<'_>> {
    let mut blocks = Vec::new();
    let mut paragraph: Vec<&str> = Vec::new();
    let mut in_cases = false;
    // An empty line after the last ends the last paragraph like any other.
    for line in text.lines().chain([""]) {
        let is_fence = line.starts_with("```");
        let is_prose = !line.trim().is_empty() && !line.starts_with('#') && !is_fence;
        if !paragraph.is_empty() && (!is_prose || line.starts_with("- ")) {
            blocks.push(Block::Paragraph(paragraph.join(" ")));
            paragraph.clear();
        }
        in_cases ^= is_fence;
        if in_cases || is_fence || line.starts_with("Family: ") {
            continue;
        }
        if let Some(title) = line.strip_prefix("# ") {
            blocks.push(Block::Title(title));
        } else if line.starts_with('#') {
            blocks.push(Block::Heading(line.trim_start_matches('#').trim()));
        } else if is_prose {
            paragraph.push(line.trim());
        }
    }
    blocks
}

/// The Markdown files under a folder, in the order of their paths; none where there is no folder.
fn markdown_under(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    if !folder.exists() {
        return Ok(Vec::new());
    }
    let listing = fs::read_dir(folder).map_err(|error| Failure::of_file(folder, &error))?;
    let mut entries: Vec<PathBuf> = listing.flatten().map(|entry| entry.path()).collect();
    entries.sort();
    let mut found = Vec::new();
    for entry in entries {
        if entry.is_dir() {
            found.extend(markdown_under(&entry)?);
        } else if entry.extension().is_some_and(|extension| extension == "md") {
            found.push(entry);
        }
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::page;

    #[test]
    fn a_page_is_its_title_and_prose_without_cases() {
        let text = "# May\nFamily: hedge\n\n*May* lowers\nthe commitment.\n\n```marked\n\
                    It {hedge may} rain.\n\n# no title\n```\n\n## Not marked\n\n```marked\nIn May.\n```\n\n\
                    ## Known misses\n\n- the month\n- the name\n";
        assert_eq!(
            page(text),
            json!({ "title": "May", "sections": [
                { "heading": null, "paragraphs": ["*May* lowers the commitment."] },
                { "heading": "Known misses", "paragraphs": ["- the month", "- the name"] },
            ] })
        );
    }
}
