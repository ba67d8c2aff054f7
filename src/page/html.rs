//! The prose of an HTML page: what a reader would read of it, one paragraph a line.
//!
//! The browser parses, into a document that runs nothing and loads nothing.

use wasm_bindgen::JsCast;
use web_sys::{Document, DomParser, Element, Node, SupportedType};

/// A page's title and prose.
pub struct HtmlText {
    /// The first heading, else the title; empty when there is neither.
    pub title: String,
    /// The text, one paragraph a line.
    pub prose: String,
}

/// Takes the article's text out of a page; none when the browser cannot parse it.
pub fn text_of(html: &str) -> Option<HtmlText> {
    let document = DomParser::new().ok()?.parse_from_string(html, SupportedType::TextHtml).ok()?;
    let root = article(&document)?;
    let mut prose = Prose::default();
    prose.node(&root);
    let text = prose.text.trim_end().to_owned();
    Some(HtmlText { title: title(&document), prose: text })
}

/// The element that holds the article: the one that says so, else everything.
fn article(document: &Document) -> Option<Node> {
    let named = ["article", "main", "[role=main]"].iter();
    let named = named.filter_map(|name| document.query_selector(name).ok().flatten()).next();
    named.map(Node::from).or_else(|| document.body().map(Node::from))
}

fn title(document: &Document) -> String {
    let heading = document.query_selector("h1").ok().flatten().and_then(|h1| h1.text_content());
    let title = heading.filter(|heading| !heading.trim().is_empty());
    let title = title.unwrap_or_else(|| document.title());
    title.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Text as it comes in: blanks are one blank, blocks end the line.
#[derive(Default)]
struct Prose {
    text: String,
    /// Whether a blank is due before the next word.
    blank: bool,
}

impl Prose {
    fn node(&mut self, node: &Node) {
        if node.node_type() == Node::TEXT_NODE {
            return self.words(&node.node_value().unwrap_or_default());
        }
        let name = node.dyn_ref::<Element>().map(Element::tag_name).unwrap_or_default();
        if is_left_out(&name) {
            return;
        }
        let block = !is_inline(&name);
        if block {
            self.end_line();
        }
        let mut child = node.first_child();
        while let Some(node) = child {
            self.node(&node);
            child = node.next_sibling();
        }
        if block {
            self.end_line();
        }
    }

    fn words(&mut self, text: &str) {
        self.blank |= text.starts_with(char::is_whitespace);
        for word in text.split_whitespace() {
            if self.blank && !self.text.is_empty() && !self.text.ends_with('\n') {
                self.text.push(' ');
            }
            self.text.push_str(word);
            self.blank = true;
        }
        self.blank &= text.ends_with(char::is_whitespace) || text.is_empty();
    }

    fn end_line(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with('\n') {
            self.text.push('\n');
        }
        self.blank = false;
    }
}

/// Elements that hold no prose of the article.
fn is_left_out(name: &str) -> bool {
    matches!(
        name,
        "SCRIPT"
            | "STYLE"
            | "NOSCRIPT"
            | "TEMPLATE"
            | "NAV"
            | "ASIDE"
            | "FORM"
            | "BUTTON"
            | "SELECT"
            | "SVG"
            | "svg"
            | "FIGURE"
            | "IFRAME"
            | "OBJECT"
            | "VIDEO"
            | "AUDIO"
            | "CANVAS"
            | "FOOTER"
            | "DIALOG"
            | "MENU"
            | "SUP"
            | "TITLE"
    )
}

/// Elements inside a line of text; every other one stands on lines of its own.
fn is_inline(name: &str) -> bool {
    matches!(
        name,
        "A" | "ABBR"
            | "B"
            | "BDI"
            | "BDO"
            | "CITE"
            | "CODE"
            | "DATA"
            | "DEL"
            | "DFN"
            | "EM"
            | "FONT"
            | "I"
            | "INS"
            | "KBD"
            | "LABEL"
            | "MARK"
            | "Q"
            | "S"
            | "SAMP"
            | "SMALL"
            | "SPAN"
            | "STRONG"
            | "SUB"
            | "TIME"
            | "TT"
            | "U"
            | "VAR"
            | "WBR"
    )
}
