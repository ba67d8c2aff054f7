//! The way through an element's nodes: which of them are seen, which are text of the article, and where a paragraph ends.

use wasm_bindgen::JsCast;
use web_sys::{CssStyleDeclaration, Element, Node, Window};

use super::writer::{BEGUN, Blanks, Kind, NOTE, Writer};
use super::{Piece, length};
use crate::host::around::{self, Named};

/// The way through the nodes, which can rest anywhere.
pub(super) struct Walk {
    window: Option<Window>,
    /// The elements that are open, the outermost first.
    open: Vec<Open>,
    writer: Writer,
    /// How long all of the article's text is, hidden or not.
    whole: usize,
}

/// An element whose nodes are being taken.
struct Open {
    next: Option<Node>,
    kind: Kind,
    is_block: bool,
    blanks: Blanks,
}

impl Walk {
    pub(super) fn new(article: &Element) -> Self {
        let window = web_sys::window();
        let style = window.as_ref().and_then(|window| window.get_computed_style(article).ok()?);
        let root = Open {
            next: article.first_child(),
            kind: Kind::Plain,
            is_block: true,
            blanks: style.as_ref().map_or(Blanks::Folded, blanks),
        };
        Self { window, open: vec![root], writer: Writer::default(), whole: length(article) }
    }

    /// Takes so many nodes; whether there are more.
    pub(super) fn take(&mut self, nodes: usize) -> bool {
        for _ in 0..nodes {
            let Some(open) = self.open.last_mut() else { return false };
            let Some(node) = open.next.take() else {
                self.close();
                continue;
            };
            open.next = node.next_sibling();
            if node.node_type() == Node::TEXT_NODE {
                match open.blanks {
                    Blanks::Unseen => self.writer.stretch += 1,
                    blanks => self.writer.words(&node, blanks),
                }
            } else if let Some(element) = node.dyn_ref::<Element>() {
                self.element(element);
            }
        }
        true
    }

    /// What was taken.
    pub(super) fn into_text(self) -> (String, Vec<Piece>) {
        (self.writer.text, self.writer.pieces)
    }

    fn element(&mut self, element: &Element) {
        let tag = element.local_name();
        match tag.as_str() {
            "br" => return self.writer.line_break(),
            "wbr" | "img" => return,
            _ => {}
        }
        let style =
            self.window.as_ref().and_then(|window| window.get_computed_style(element).ok()?);
        let Some(style) = style else { return };
        let display = value(&style, "display");
        // One or two letters beside the line are its beginning, drawn large.
        let is_block = !(display.starts_with("inline")
            || display.starts_with("ruby")
            || display == "contents"
            || (is_out_of_line(&style) && is_initial(element, &style)));
        if self.is_left_out(element, &tag, &style, &display) {
            if is_block && display != "none" && !is_out_of_line(&style) {
                self.writer.end();
            }
            return self.writer.leave_out(element);
        }
        let kind = match tag.as_str() {
            "a" if element.has_attribute("href") => Kind::Link,
            "blockquote" if self.is_quotation(element) => Kind::BlockQuote,
            "h1" => Kind::Title,
            heading if is_heading(heading) => Kind::Heading,
            "ol" | "ul" => Kind::List,
            "q" => Kind::Quote,
            _ => Kind::Plain,
        };
        if is_block {
            self.writer.end();
        }
        match kind {
            Kind::Link => {
                self.writer.links += 1;
                self.writer.is_in_page = element.matches("[href^='#']").unwrap_or_default();
            }
            Kind::Heading if is_block => self.writer.drop_doubtful(0),
            Kind::BlockQuote => self.writer.quotation = Some(self.writer.text.len()),
            Kind::Quote => self.writer.mark('“'),
            _ if tag == "footer" => self.writer.sign(&element.text_content().unwrap_or_default()),
            _ => {}
        }
        self.writer.depth += 1;
        self.open.push(Open {
            next: element.first_child(),
            kind,
            is_block,
            blanks: blanks(&style),
        });
    }

    fn close(&mut self) {
        let Some(Open { kind, is_block, .. }) = self.open.pop() else { return };
        self.writer.depth = self.open.len();
        if kind == Kind::Quote {
            self.writer.mark('”');
        }
        if is_block {
            self.writer.end_as(kind);
            // A list of nothing but links is what the heading before it was about.
            let depth = self.open.len() + usize::from(kind != Kind::List);
            self.writer.drop_doubtful(depth);
            self.writer.drop_card();
        }
        match kind {
            Kind::Link => self.writer.links -= 1,
            Kind::BlockQuote => self.writer.end_quotation(),
            _ => {}
        }
    }

    /// Whether an element is a block quotation whose marks are only drawn, as an indent or a rule beside it. One with
    /// quotation marks in it is left as it is; one around all but a little of the text was used for its margins.
    fn is_quotation(&self, element: &Element) -> bool {
        let text = element.text_content().unwrap_or_default();
        self.writer.quotation.is_none()
            && !text.chars().any(|character| matches!(character, '“' | '"' | '«' | '„'))
            && text.len() * 10 < self.whole * 9
    }

    fn is_in_block_quotation(&self) -> bool {
        self.open.iter().any(|open| open.kind == Kind::BlockQuote)
    }

    fn is_left_out(
        &self,
        element: &Element,
        tag: &str,
        style: &CssStyleDeclaration,
        display: &str,
    ) -> bool {
        // A node that is in no place of the page, as in no slot of a shadow root, has no style.
        if display.is_empty() || display == "none" || value(style, "content-visibility") == "hidden"
        {
            return true;
        }
        if around::is_left_out(element) {
            // The foot of a block quotation says whose it is.
            let is_of_quotation = tag == "footer" && self.is_in_block_quotation();
            let is_whole_page = tag == "form" && length(element) * 2 > self.whole;
            return !is_of_quotation && !is_whole_page;
        }
        if is_clipped_away(element, style) || is_reference(element, tag) {
            return true;
        }
        let is_folded_up =
            |details: &Element| details.local_name() == "details" && !details.has_attribute("open");
        if tag != "summary" && element.parent_element().is_some_and(|parent| is_folded_up(&parent))
        {
            return true;
        }
        // What floats beside the middle of a line is a note to it, unless it is as long as no note is.
        if self.writer.is_in_line()
            && is_out_of_line(style)
            && !is_initial(element, style)
            && length(element) < NOTE
        {
            return true;
        }
        // A heading's name is what it says.
        match around::named(element).filter(|_| !is_heading(tag)) {
            Some(Named::Comments) => {
                self.writer.text.len() > BEGUN || length(element) * 2 < self.whole
            }
            Some(Named::Beside) => length(element) * 2 < self.whole,
            None => false,
        }
    }
}

fn value(style: &CssStyleDeclaration, property: &str) -> String {
    style.get_property_value(property).unwrap_or_default()
}

fn blanks(style: &CssStyleDeclaration) -> Blanks {
    if value(style, "visibility") != "visible" {
        return Blanks::Unseen;
    }
    match value(style, "white-space").as_str() {
        "pre" | "pre-wrap" | "break-spaces" => Blanks::Kept,
        "pre-line" => Blanks::FoldedInLines,
        _ => Blanks::Folded,
    }
}

/// Whether an element stands beside the lines instead of in them.
fn is_out_of_line(style: &CssStyleDeclaration) -> bool {
    value(style, "float") != "none"
        || matches!(value(style, "position").as_str(), "absolute" | "fixed")
}

/// Whether an element beside the line is its beginning drawn large: one or two letters, or one with a mark.
fn is_initial(element: &Element, style: &CssStyleDeclaration) -> bool {
    let text = element.text_content().unwrap_or_default();
    let text = text.trim_ascii();
    text.chars().any(|character| character.is_ascii_alphabetic())
        && text.chars().nth(2).is_none()
        && value(style, "float") != "none"
}

/// Whether an element is made invisible the way that leaves it to screen readers: a box of a pixel, or one clipped or
/// moved away.
fn is_clipped_away(element: &Element, style: &CssStyleDeclaration) -> bool {
    if !matches!(value(style, "position").as_str(), "absolute" | "fixed") {
        return false;
    }
    let bounds = element.get_bounding_client_rect();
    let is_dot = bounds.width() <= 1.0 || bounds.height() <= 1.0;
    let scrolled = web_sys::window().and_then(|window| window.scroll_x().ok()).unwrap_or_default();
    let [clip, path] = [value(style, "clip"), value(style, "clip-path")];
    (is_dot && value(style, "overflow") != "visible")
        || bounds.right() + scrolled <= 0.0
        || ["rect(0px, 0px", "rect(1px, 1px"].iter().any(|nothing| clip.starts_with(nothing))
        || ["inset(50%", "inset(100%"].iter().any(|nothing| path.starts_with(nothing))
}

/// Whether a tag is one of the six for headings.
fn is_heading(tag: &str) -> bool {
    tag.strip_prefix('h').is_some_and(|rank| matches!(rank, "1" | "2" | "3" | "4" | "5" | "6"))
}

/// Whether an element is a small raised number that leads to a note.
fn is_reference(element: &Element, tag: &str) -> bool {
    tag == "sup" && element.query_selector("a[href*='#']").is_ok_and(|link| link.is_some())
}
