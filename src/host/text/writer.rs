//! The text on its way in: blanks folded, paragraphs parted, and what turns out to lead to other articles taken back.

use web_sys::{Element, Node};
use whose_words_engine::span::{Span, Unit};

use super::{Piece, length};

/// The longest note beside a line, in bytes.
pub(super) const NOTE: usize = 400;

/// With so many bytes of it taken an article has begun: a box named for comments is not around it, but below it.
pub(super) const BEGUN: usize = 500;

/// What the end of an element means to the text.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
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
pub(super) enum Blanks {
    Folded,
    FoldedInLines,
    Kept,
    /// Nothing does: no text is seen.
    Unseen,
}

/// The text on its way in.
#[derive(Default)]
pub(super) struct Writer {
    pub(super) text: String,
    pub(super) pieces: Vec<Piece>,
    pub(super) stretch: u32,
    due: Due,
    /// Where the paragraph begins that is being taken, with the break before it.
    start: usize,
    /// The pieces before it.
    before: usize,
    /// Where the block quotation begins that is open and gets marks.
    pub(super) quotation: Option<usize>,
    /// How many bytes of it stand in links, and where the first of them does.
    linked: usize,
    first_link: Option<usize>,
    /// How many links are open, and whether the last led to a place in this page.
    pub(super) links: usize,
    pub(super) is_in_page: bool,
    /// The last heading that is a link to another page, and the heading over it.
    card: Option<(Doubtful, Option<Doubtful>)>,
    /// How many elements are open.
    pub(super) depth: usize,
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
    pub(super) fn words(&mut self, node: &Node, blanks: Blanks) {
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
    pub(super) fn mark(&mut self, mark: char) {
        self.open_line(mark);
        self.text.push(mark);
    }

    /// Whether something stands on the line already.
    pub(super) fn is_in_line(&self) -> bool {
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
    pub(super) fn end_quotation(&mut self) {
        if self.quotation.take().is_some_and(|start| start < self.text.len()) {
            self.text.push('”');
            self.start = self.text.len();
        }
    }

    /// Ends the block quotation that is open before who says it, with the dash between that many pages leave to their style.
    pub(super) fn sign(&mut self, name: &str) {
        let is_open = self.quotation.is_some();
        self.end_quotation();
        let is_signed = name.trim_start().starts_with(['—', '–', '―', '-']);
        if is_open && !is_signed && name.contains(char::is_alphanumeric) {
            self.mark('—');
            self.text.push(' ');
        }
    }

    /// Ends a line; the second time in a row the paragraph.
    pub(super) fn line_break(&mut self) {
        self.stretch += 1;
        match self.due {
            Due::Line => self.end(),
            Due::Nothing if self.is_in_line() => self.due = Due::Line,
            _ => {}
        }
    }

    /// What lies on both sides of something left out does not hang together.
    pub(super) fn leave_out(&mut self, element: &Element) {
        self.stretch += u32::from(length(element) > 0);
    }

    /// Ends a paragraph, as any block does.
    pub(super) fn end(&mut self) {
        self.end_as(Kind::Plain);
    }

    /// Ends a paragraph, and leaves it out where it is none of the article's.
    pub(super) fn end_as(&mut self, kind: Kind) {
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
    pub(super) fn drop_doubtful(&mut self, depth: usize) {
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
    pub(super) fn drop_card(&mut self) {
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
