//! The catalogue of rules: of each, what a reader sees first. The pages themselves are in `rules/`.

use std::sync::OnceLock;

use crate::shelf::Part;

include!(concat!(env!("OUT_DIR"), "/rules.rs"));

static PAGES: OnceLock<Vec<Page>> = OnceLock::new();

/// Opens the catalogue in a program that has no engine of its own, with the [`lines`] of one that has.
pub fn open(lines: &str) {
    // Pages are asked for from everywhere and until the program ends.
    PAGES.get_or_init(|| read(lines.to_owned().leak()));
}

/// The catalogue as it travels: a line for each page.
pub fn lines() -> &'static str {
    PAGE_LINES.text()
}

fn read(lines: &'static str) -> Vec<Page> {
    lines.lines().filter_map(Page::of_line).collect()
}

/// The page of the rule `name`.
pub fn page(name: &str) -> Option<&'static Page> {
    let pages = pages();
    pages.get(pages.binary_search_by(|page| page.name.cmp(name)).ok()?)
}

/// Every page, sorted by name.
pub fn pages() -> &'static [Page] {
    PAGES.get_or_init(|| read(lines()))
}

/// What a rule page says on top.
#[derive(Debug, PartialEq, Eq)]
pub struct Page {
    /// The rule's name in reports, which is the page's file name.
    pub name: &'static str,
    /// The layer it marks.
    pub layer: Layer,
    /// The name of its stance family; none outside of commentary.
    pub family: Option<&'static str>,
    /// The heading.
    pub title: &'static str,
    /// One or two sentences in Markdown: what the rule marks.
    pub lead: &'static str,
    /// Of the rule's marks that were held against a reading by hand, how many were right, and how many there were.
    pub precision: Option<(u16, u16)>,
}

impl Page {
    /// Reads what the build has written of a page.
    fn of_line(line: &'static str) -> Option<Self> {
        let mut columns = line.split('\t');
        let name = columns.next()?;
        let layer = columns.next()?;
        let layer = Layer::ALL.into_iter().find(|known| known.name() == layer)?;
        let family = columns.next().filter(|family| !family.is_empty());
        let (title, lead) = (columns.next()?, columns.next()?);
        let precision = columns.next()?.split_once('/');
        let precision =
            precision.and_then(|(right, read)| Some((right.parse().ok()?, read.parse().ok()?)));
        Some(Self { name, layer, family, title, lead, precision })
    }
}

/// The layer that a rule marks: the folder of its page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Layer {
    /// Attributions.
    Attribution,
    /// Stance markers, and the commentary they make.
    Commentary,
    /// Findings about the whole article.
    Article,
}

impl Layer {
    /// Every layer.
    pub const ALL: [Self; 3] = [Self::Attribution, Self::Commentary, Self::Article];

    /// The name of its folder in `rules/`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Attribution => "attribution",
            Self::Commentary => "commentary",
            Self::Article => "article",
        }
    }
}
