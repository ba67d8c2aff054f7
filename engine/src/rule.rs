//! The catalogue of rules: of each, what a reader sees first. The pages themselves are in `rules/`.

include!(concat!(env!("OUT_DIR"), "/rules.rs"));

/// The page of the rule `name`.
pub fn page(name: &str) -> Option<&'static Page> {
    PAGES.get(PAGES.binary_search_by(|page| page.name.cmp(name)).ok()?)
}

/// Every page, sorted by name.
pub fn pages() -> &'static [Page] {
    &PAGES
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
    /// The name of its folder in `rules/`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Attribution => "attribution",
            Self::Commentary => "commentary",
            Self::Article => "article",
        }
    }
}
