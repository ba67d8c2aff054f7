//! The text of an element as its reader sees it, with the way back to the nodes it came from.
//!
//! Blocks make paragraphs, told by how they are displayed and not by their tags, and whitespace is folded as it is on the
//! screen. What the reader does not see is left out, and what is not the article's text: see [`around`](super::around).

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{CssStyleDeclaration, Element, Node, Window};
use whose_words_engine::span::{Span, Unit};

use super::around::{self, Named};
use crate::page::clock::{now, pause};

/// How long a slice may take before its last nodes, in milliseconds.
const SLICE: f64 = 8.0;

/// How many nodes are taken between two looks at the clock: some tenths of a millisecond's worth.
const NODES: usize = 16;

/// An element's text, and where in the page each part of it stands.
#[derive(Debug)]
pub struct HostText {
    text: Rc<str>,
    pieces: Vec<Piece>,
}

/// A stretch of one text node that stands in the text character by character (a blank may be another blank there).
#[derive(Debug)]
struct Piece {
    span: Span,
    node: Node,
    /// Where it begins in the node, in UTF-16 units.
    utf16: u32,
    /// Pieces with the same number stand in one block, with nothing between them that is not in the text.
    stretch: u32,
}

/// A part of the page: from one place in a text node, counted in UTF-16 units, to another.
#[derive(Clone, Debug, PartialEq)]
pub struct HostRange {
    /// Where it begins.
    pub start: (Node, u32),
    /// Where it ends.
    pub end: (Node, u32),
}

impl HostText {
    /// Takes the text out of the live page, in slices of the page's time.
    pub async fn take(article: &Element) -> Self {
        let mut walk = Walk::new(article);
        let mut began = now();
        while walk.take(NODES) {
            if now() - began > SLICE {
                pause().await;
                began = now();
            }
        }
        let Writer { text, pieces, .. } = walk.writer;
        Self { text: text.into(), pieces }
    }

    /// The text: paragraphs with an empty line between them, so that a break within one is told from its end.
    ///
    /// Quotations get the marks that a page only draws, and which stand in no node of it: an inline one those around it,
    /// a block quotation one before each paragraph and one behind its last. Without them its words are the author’s.
    pub fn text(&self) -> &Rc<str> {
        &self.text
    }

    /// The parts of the page that a span of the text stands in, in order. Each lies within one block, and nothing is in it
    /// that is not in the text.
    pub fn ranges(&self, span: Span) -> Vec<HostRange> {
        let first = self.pieces.partition_point(|piece| piece.span.end <= span.start);
        let inside = self.pieces.iter().skip(first).take_while(|piece| piece.span.start < span.end);
        let mut ranges: Vec<HostRange> = Vec::new();
        let mut before = None;
        for piece in inside {
            let end = piece.place(&self.text, span.end);
            match ranges.last_mut() {
                Some(last) if before == Some(piece.stretch) => last.end = end,
                _ => ranges.push(HostRange { start: piece.place(&self.text, span.start), end }),
            }
            before = Some(piece.stretch);
        }
        ranges
    }

    /// The byte of the text that a place in the page stands for; none where that was left out. A place in an element is
    /// before its child of that number.
    pub fn byte_at(&self, node: &Node, offset: u32) -> Option<usize> {
        if node.node_type() == Node::TEXT_NODE {
            let first = self.first_at(node)?;
            let of_node = self.pieces.get(first..)?.iter().take_while(|piece| piece.node == *node);
            let piece = of_node.take_while(|piece| piece.utf16 <= offset).last();
            // What stands before the first piece of a node is folded blanks.
            return Some(match piece {
                Some(piece) => piece.byte(&self.text, offset),
                None => self.pieces.get(first).filter(|piece| piece.node == *node)?.span.start,
            });
        }
        let child = node.child_nodes().get(offset)?;
        let first = self.pieces.get(self.first_at(&child)?)?;
        child.contains(Some(&first.node)).then_some(first.span.start)
    }

    /// The first piece that is in `node` or behind its beginning.
    fn first_at(&self, node: &Node) -> Option<usize> {
        let before = |piece: &Piece| {
            node.compare_document_position(&piece.node) & Node::DOCUMENT_POSITION_PRECEDING != 0
        };
        Some(self.pieces.partition_point(before)).filter(|&first| first < self.pieces.len())
    }
}

impl Piece {
    /// The place in the node of a byte of the text; the nearest in it for one outside.
    fn place(&self, text: &str, byte: usize) -> (Node, u32) {
        let byte = byte.clamp(self.span.start, self.span.end);
        (self.node.clone(), self.utf16 + utf16(Span::new(self.span.start, byte).of(text)))
    }

    /// The byte of the text that a place in the node stands for; its end for one behind it.
    fn byte(&self, text: &str, offset: u32) -> usize {
        let mut units = self.utf16;
        for (byte, character) in self.span.of(text).char_indices() {
            units += Unit::Utf16.width(character) as u32;
            if units > offset {
                return self.span.start + byte;
            }
        }
        self.span.end
    }
}

/// How many UTF-16 units a text has.
fn utf16(text: &str) -> u32 {
    text.chars().map(|character| Unit::Utf16.width(character) as u32).sum()
}

/// The way through the nodes, which can rest anywhere.
struct Walk {
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

/// What the end of an element means to the text.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Plain,
    Title,
    Heading,
    BlockQuote,
    List,
    Link,
    /// An inline quotation, which the browser draws marks around.
    Quote,
}

/// What becomes of blanks.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Blanks {
    Folded,
    FoldedInLines,
    Kept,
    /// Nothing does: no text is seen.
    Unseen,
}

impl Walk {
    fn new(article: &Element) -> Self {
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
    fn take(&mut self, nodes: usize) -> bool {
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
            _ if tag == "footer" => self.writer.end_quotation(),
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

/// The longest note beside a line, in bytes.
const NOTE: usize = 400;

/// With so many bytes of it taken an article has begun: a box named for comments is not around it, but below it.
const BEGUN: usize = 500;

/// The text on its way in.
#[derive(Default)]
struct Writer {
    text: String,
    pieces: Vec<Piece>,
    stretch: u32,
    due: Due,
    /// Where the paragraph begins that is being taken, with the break before it.
    start: usize,
    /// The pieces before it.
    before: usize,
    /// Where the block quotation begins that is open and gets marks.
    quotation: Option<usize>,
    /// How many bytes of it stand in links, and where the first of them does.
    linked: usize,
    first_link: Option<usize>,
    /// How many links are open, and whether the last led to a place in this page.
    links: usize,
    is_in_page: bool,
    /// The last heading that is a link to another page, and the heading over it.
    card: Option<(Doubtful, Option<Doubtful>)>,
    /// How many elements are open.
    depth: usize,
    /// A heading with no paragraph below it yet.
    heading: Option<Doubtful>,
    /// A paragraph after it that is a link and nothing else.
    lone_link: Option<Doubtful>,
    /// Whether links were left out behind the last paragraph that stays.
    has_dropped: bool,
}

/// A paragraph that stays if another follows before the elements around it end.
#[derive(Clone, Copy)]
struct Doubtful {
    /// Where it begins.
    start: usize,
    /// How many pieces were before it.
    pieces: usize,
    /// How many elements are around it.
    depth: usize,
    /// Whether it is a word or two with a colon.
    is_label: bool,
}

/// The break that comes before the next character.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Due {
    #[default]
    Nothing,
    Line,
    Paragraph,
}

impl Writer {
    /// Takes a text node.
    fn words(&mut self, node: &Node, blanks: Blanks) {
        let Some(data) = node.node_value() else { return };
        let mut utf16 = 0;
        let mut is_open = false;
        for character in data.chars() {
            let at = utf16;
            utf16 += Unit::Utf16.width(character) as u32;
            let character = match character {
                ' ' | '\t' | '\n' | '\r' | '\u{c}' => match self.blank(character, blanks) {
                    Some(blank) => blank,
                    None => {
                        is_open = false;
                        continue;
                    }
                },
                _ if is_unseen(character) => {
                    is_open = false;
                    continue;
                }
                _ => character,
            };
            self.open_line(character);
            let start = self.text.len();
            self.text.push(character);
            let end = self.text.len();
            match self.pieces.last_mut() {
                Some(piece) if is_open => piece.span.end = end,
                _ => {
                    let span = Span::new(start, end);
                    self.pieces.push(Piece {
                        span,
                        node: node.clone(),
                        utf16: at,
                        stretch: self.stretch,
                    });
                }
            }
            is_open = true;
            if self.links > 0 {
                self.linked += end - start;
                self.first_link = self.first_link.or(Some(start));
            }
        }
    }

    /// What a blank is in the text; none where it falls away.
    fn blank(&mut self, blank: char, blanks: Blanks) -> Option<char> {
        if blank == '\n' && blanks != Blanks::Folded {
            self.line_break();
            return None;
        }
        if blanks == Blanks::Kept {
            return Some(blank);
        }
        (self.is_in_line() && !self.text.ends_with(' ')).then_some(' ')
    }

    /// A mark that the reader sees and that stands in no node.
    fn mark(&mut self, mark: char) {
        self.open_line(mark);
        self.text.push(mark);
    }

    /// Whether something stands on the line already.
    fn is_in_line(&self) -> bool {
        self.due == Due::Nothing && self.text.len() > self.start
    }

    /// Writes the break that is due before a character, and the marks of a quotation: before each paragraph of it, and
    /// behind the last.
    fn open_line(&mut self, next: char) {
        if self.is_in_line() {
            return;
        }
        // Behind a dash a quotation says whose it is.
        if self.due == Due::Paragraph && matches!(next, '—' | '–') {
            self.end_quotation();
        }
        self.trim();
        let begins = self.due != Due::Line;
        self.text.push_str(match self.due {
            Due::Line => "\n",
            Due::Paragraph if !self.text.is_empty() => "\n\n",
            _ => "",
        });
        self.due = Due::Nothing;
        if begins && self.quotation.is_some() {
            self.text.push('“');
        }
    }

    /// Ends the block quotation that is open, behind its last paragraph.
    fn end_quotation(&mut self) {
        if self.quotation.take().is_some_and(|start| start < self.text.len()) {
            self.text.push('”');
            self.start = self.text.len();
        }
    }

    /// Ends a line; the second time in a row the paragraph.
    fn line_break(&mut self) {
        self.stretch += 1;
        match self.due {
            Due::Line => self.end(),
            Due::Nothing if self.is_in_line() => self.due = Due::Line,
            _ => {}
        }
    }

    /// What lies on both sides of something left out does not hang together.
    fn leave_out(&mut self, element: &Element) {
        self.stretch += u32::from(length(element) > 0);
    }

    /// Ends a paragraph, as any block does.
    fn end(&mut self) {
        self.end_as(Kind::Plain);
    }

    /// Ends a paragraph, and leaves it out where it is none of the article's.
    fn end_as(&mut self, kind: Kind) {
        self.stretch += 1;
        self.trim();
        if self.text.len() > self.start {
            let is_label = self.is_label();
            let [start, pieces, depth] = [self.start, self.before, self.depth];
            let doubtful = Doubtful { start, pieces, depth, is_label };
            match self.leads_away(kind) {
                Leads::Nowhere => {
                    let is_link = self.linked * 10 >= self.paragraph().len() * 9;
                    if kind == Kind::Heading && is_link && !self.is_in_page {
                        self.card = Some((doubtful, self.heading.take()));
                    }
                    self.heading = (kind == Kind::Heading || is_label).then_some(doubtful);
                    self.lone_link = None;
                    self.has_dropped = false;
                }
                Leads::Perhaps if self.lone_link.is_none() && !self.has_dropped => {
                    self.lone_link = Some(doubtful);
                    self.drop_label();
                }
                _ => {
                    let first = self.lone_link.take().unwrap_or(doubtful);
                    self.drop_from(first);
                    self.drop_label();
                }
            }
        }
        self.due = Due::Paragraph;
        self.start = self.text.len();
        self.before = self.pieces.len();
        self.linked = 0;
        self.first_link = None;
    }

    /// Whether a paragraph does nothing but lead away: all of it is a link, or all but a word or two with a colon. A
    /// sentence that is one long link is still a sentence, unless the link goes around the whole block.
    fn leads_away(&self, kind: Kind) -> Leads {
        let paragraph = self.paragraph();
        let closes = |character: &char| matches!(character, '”' | '"' | '’' | '\'' | ')');
        let last = paragraph.chars().rev().find(|character| !closes(character));
        let may_be_link = kind == Kind::Heading || matches!(last, Some('.' | '!' | '?' | '…'));
        if self.linked == 0 || kind == Kind::Title || (may_be_link && self.links == 0) {
            return Leads::Nowhere;
        }
        let before = self.text.get(self.start..self.first_link.unwrap_or(self.start));
        let before = before.unwrap_or_default().trim_ascii();
        let has_label = before.len() < LABEL && before.ends_with(':');
        let counted = paragraph.len() - if has_label { before.len() } else { 0 };
        if self.linked * 10 < counted * 9 {
            Leads::Nowhere
        } else if has_label || self.links > 0 {
            Leads::Away
        } else {
            Leads::Perhaps
        }
    }

    /// Whether the paragraph is a word or two before what follows.
    fn is_label(&self) -> bool {
        self.paragraph().len() < LABEL && self.paragraph().ends_with(':')
    }

    /// The paragraph that is being taken.
    fn paragraph(&self) -> &str {
        self.text.get(self.start..).unwrap_or_default().trim_ascii_start()
    }

    /// Leaves out, where elements end, what nothing followed in them: a lone link, and a heading over links. `depth` is how
    /// many elements at least were around it.
    fn drop_doubtful(&mut self, depth: usize) {
        if let Some(link) = self.lone_link.take_if(|link| link.depth >= depth) {
            self.drop_from(link);
        }
        if self.has_dropped
            && let Some(heading) = self.heading.take_if(|heading| heading.depth >= depth)
        {
            self.drop_from(heading);
        }
    }

    /// Leaves out what ends here if there is no more in it than another article's title and some lines about it.
    fn drop_card(&mut self) {
        let is_over = |(title, _): &mut (Doubtful, _)| title.depth > self.depth;
        let Some((title, heading)) = self.card.take_if(is_over) else { return };
        if title.start > BEGUN && self.text.len().saturating_sub(title.start) < NOTE {
            self.drop_from(title);
            self.heading = heading;
        }
    }

    /// Leaves out the label before links, and the links.
    fn drop_label(&mut self) {
        if let Some(label) = self.heading.take_if(|heading| heading.is_label) {
            self.lone_link = None;
            self.drop_from(label);
        }
    }

    /// Leaves out everything from a paragraph on.
    fn drop_from(&mut self, first: Doubtful) {
        self.text.truncate(first.start);
        self.pieces.truncate(first.pieces);
        self.start = first.start;
        self.before = first.pieces;
        self.has_dropped = true;
        self.quotation = self.quotation.map(|start| start.min(first.start));
        self.lone_link.take_if(|link| link.start >= first.start);
        self.heading.take_if(|heading| heading.start >= first.start);
        self.card.take_if(|(title, _)| title.start >= first.start);
    }

    /// Takes the blanks off the end.
    fn trim(&mut self) {
        let end =
            self.start + self.text.get(self.start..).unwrap_or_default().trim_ascii_end().len();
        self.text.truncate(end);
        while let Some(piece) = self.pieces.last_mut().filter(|piece| piece.span.end > end) {
            piece.span.end = end;
            if piece.span.start < end {
                break;
            }
            self.pieces.pop();
        }
    }
}

/// Where a paragraph leads a reader.
enum Leads {
    Nowhere,
    /// Elsewhere, and it may be a part of the article for all that.
    Perhaps,
    Away,
}

/// The longest label before a link, in bytes: one or two words.
const LABEL: usize = 32;

/// Characters that take no room on the screen.
fn is_unseen(character: char) -> bool {
    matches!(character, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
}

/// How long the text in a node is, hidden or not, in bytes.
pub(super) fn length(node: &Node) -> usize {
    node.text_content().map_or(0, |text| text.trim_ascii().len())
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
