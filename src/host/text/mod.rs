//! The text of an element as its reader sees it, with the way back to the nodes it came from.
//!
//! Blocks make paragraphs, told by how they are displayed and not by their tags, and whitespace is folded as it is on the
//! screen. What the reader does not see is left out, and what is not the article's text: see [`around`](super::around).

mod writer;
mod walk;

use std::rc::Rc;

use web_sys::{Element, Node};
use whose_words_engine::span::{Span, Unit};

use self::walk::Walk;
use crate::page::clock::{Pace, now, pause};

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
                pause(Pace::Soon).await;
                began = now();
            }
        }
        let (text, pieces) = walk.into_text();
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

/// How long the text in a node is, hidden or not, in bytes.
pub(super) fn length(node: &Node) -> usize {
    node.text_content().map_or(0, |text| text.trim_ascii().len())
}
