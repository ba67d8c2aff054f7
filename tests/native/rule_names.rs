//! Every rule that the engine can name has a page, and every page is of a rule that the engine has.

#![expect(clippy::unwrap_used, reason = "a test that panics has failed")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use whose_words_engine::attribution;
use whose_words_engine::commentary::Family;
use whose_words_engine::rule::{self, Layer};

#[test]
fn every_rule_has_its_page_and_every_page_its_rule() {
    let pages: BTreeSet<String> = rule::pages().iter().map(|page| page.name.to_owned()).collect();
    let mut rules = rules_in_code();
    // A file of stance patterns is the rule of its name.
    for file in listing(&engine().join("lexicon/stance")) {
        if file.is_file() {
            rules.insert(file.file_stem().unwrap().to_str().unwrap().to_owned());
        }
    }
    assert_eq!(rules.difference(&pages).collect::<Vec<_>>(), [""; 0], "rules without a page");
    assert_eq!(pages.difference(&rules).collect::<Vec<_>>(), [""; 0], "pages without a rule");
}

#[test]
fn every_rule_of_attribution_is_listed() {
    let listed: BTreeSet<&str> = attribution::RULES.into_iter().collect();
    assert_eq!(listed.len(), attribution::RULES.len(), "a rule is listed twice");
    let pages = rule::pages().iter().filter(|page| page.layer == Layer::Attribution);
    assert_eq!(listed, pages.map(|page| page.name).collect());
}

#[test]
fn a_page_says_in_few_words_what_its_rule_marks() {
    for page in rule::pages() {
        let name = page.name;
        assert_eq!(rule::page(name), Some(page));
        assert!(!page.title.is_empty() && !page.title.ends_with('.'), "{name}: “{}”", page.title);
        assert!(page.lead.ends_with(['.', '*']), "{name}: “{}”", page.lead);
        assert!(page.lead.chars().count() <= 220, "{name}: “{}”", page.lead);
        let known = Family::ALL.iter().any(|family| page.family == Some(family.name()));
        assert_eq!(known, page.layer == Layer::Commentary, "{name}: {:?}", page.family);
    }
    assert_eq!(rule::page("no_such_rule"), None);
    assert_eq!(rule::page(""), None);
}

#[test]
fn every_rule_of_commentary_was_read() {
    for page in rule::pages().iter().filter(|page| page.layer == Layer::Commentary) {
        let (_, read) = page.precision.unwrap();
        assert!(read >= 15, "{}: {read}", page.name);
    }
}

#[test]
fn every_family_has_a_rule() {
    for family in Family::ALL {
        let rules = rule::pages().iter().filter(|page| page.family == Some(family.name()));
        assert_ne!(rules.count(), 0, "{}", family.name());
    }
}

/// The value of every constant `RULE` of the engine.
fn rules_in_code() -> BTreeSet<String> {
    let mut rules = BTreeSet::new();
    let mut folders = vec![engine().join("src")];
    while let Some(folder) = folders.pop() {
        for path in listing(&folder) {
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let code = fs::read_to_string(&path).unwrap();
            let values = code.split("const RULE: &str = \"").skip(1);
            rules.extend(values.map(|rest| rest.split('"').next().unwrap().to_owned()));
        }
    }
    assert!(rules.len() > attribution::RULES.len(), "the constants are read: {rules:?}");
    rules
}

fn listing(folder: &Path) -> Vec<PathBuf> {
    fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect()
}

fn engine() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}
