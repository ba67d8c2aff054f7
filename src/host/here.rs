//! An article where it stands: its element, its text, and the way between places in that and places on the page.

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element, Node, Range, StaticRange, StaticRangeInit};
use whose_words_engine::span::Span;

use super::attributes::Wanted;
use super::find;
use super::highlights::Painter;
use super::point;
use super::strokes::Strokes;
use super::text::{HostRange, HostText};

/// An article where it stands.
#[derive(Debug)]
pub struct Here {
    /// The element that is read.
    pub article: Element,
    /// What it says.
    pub text: HostText,
}

impl PartialEq for Here {
    /// Whether it is the very same taking of the very same element.
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

/// The element that is wanted; none where it is not, or not yet, on the page.
pub fn find(element: &Element, wanted: &Wanted) -> Option<Element> {
    let document = element.owner_document()?;
    match wanted {
        Wanted::Inside => Some(element.clone()),
        Wanted::Auto => find::article(&document),
        Wanted::Named(name) => by_name(&document, name),
    }
}

/// What a page's author calls an element: by its id, or by a selector.
fn by_name(document: &Document, name: &str) -> Option<Element> {
    document.get_element_by_id(name).or_else(|| document.query_selector(name).ok().flatten())
}

impl Here {
    /// Takes the text out of an element.
    pub async fn take(article: Element) -> Self {
        let text = HostText::take(&article).await;
        Self { article, text }
    }

    /// Whether a change of this node may have changed the article: the node lies in it, or it is gone from the page.
    pub fn is_touched_by(&self, changed: &Node) -> bool {
        !self.article.is_connected() || self.article.contains(Some(changed))
    }

    /// Where spans of the text stand, for highlights.
    pub fn painted<'s>(&self, spans: impl IntoIterator<Item = &'s Span>) -> Vec<StaticRange> {
        let ranges = spans.into_iter().flat_map(|&span| self.text.ranges(span));
        ranges.filter_map(|range| to_static(&range)).collect()
    }

    /// Where a span of the text stands, block by block, for measuring.
    pub fn measured(&self, span: Span) -> Vec<Range> {
        self.text.ranges(span).iter().filter_map(to_live).collect()
    }

    /// The mark at a point of the window.
    pub fn mark_at(&self, strokes: &Strokes, painter: &Painter, x: f64, y: f64) -> Option<usize> {
        if let Some(range) = painter.at(x, y) {
            let byte = self.text.byte_at(&range.start_container(), range.start_offset())?;
            return strokes.mark_at(byte);
        }
        // Not all browsers tell what is painted at a point, and Chromium (of 2026) not on screens with more than a pixel to a
        // pixel. The caret nearest to the point stands before or behind the letter that is pointed at.
        let (node, offset) = point::caret(&self.article.owner_document()?, x, y)?;
        let near = [Some(offset), offset.checked_sub(1)].into_iter().flatten();
        let bytes = near.filter_map(|offset| self.text.byte_at(&node, offset));
        bytes.filter_map(|byte| strokes.mark_at(byte)).find(|&mark| {
            let spans = strokes.of_mark(mark);
            spans.flat_map(|span| self.measured(span)).any(|range| point::is_on(&range, x, y))
        })
    }
}

/// A range that the browser does not keep up to date, which costs nothing while the page changes.
fn to_static(HostRange { start, end }: &HostRange) -> Option<StaticRange> {
    StaticRange::new(&StaticRangeInit::new(&end.0, end.1, &start.0, start.1)).ok()
}

fn to_live(HostRange { start, end }: &HostRange) -> Option<Range> {
    let range = Range::new().ok()?;
    range.set_start(&start.0, start.1).ok()?;
    range.set_end(&end.0, end.1).ok()?;
    Some(range)
}

/// Whether what was pressed answers for itself, as links do.
pub fn answers_itself(target: &JsValue) -> bool {
    const ANSWERING: &str =
        "a[href],button,input,select,textarea,label,summary,video,audio,[role=button],[onclick]";
    let element = target.dyn_ref::<Element>();
    element.is_some_and(|element| element.closest(ANSWERING).ok().flatten().is_some())
}
