//! Whether there is room beside an article for a panel: in its margin, where nothing else of the page is.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, Node, Range};

/// A free margin, in pixels of the window.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Room {
    /// Where it begins.
    pub left: f64,
    /// How wide it is.
    pub width: f64,
}

/// The narrowest margin that a panel can be read in, with the gaps on both its sides.
const LEAST: f64 = 288.0;

/// The margin at an article's end or, where that is too narrow or taken, at its beginning. `text` is where its words stand:
/// the article itself may be as wide as the page.
pub fn beside(article: &Element, text: &[Range]) -> Option<Room> {
    let root = article.owner_document()?.document_element()?;
    let (mut left, mut right) = (f64::INFINITY, 0.0_f64);
    for range in text {
        let place = range.get_bounding_client_rect();
        if place.width() > 0.0 {
            left = left.min(place.left());
            right = right.max(place.right());
        }
    }
    let window = f64::from(root.client_width());
    let margins = [Room { left: right, width: window - right }, Room { left: 0.0, width: left }];
    margins.into_iter().find(|margin| margin.width >= LEAST && is_free(article, *margin))
}

/// Whether nothing that can be seen stands in a margin at an article's height: no neighbour of the article or of what it is in,
/// and nothing of its own.
fn is_free(article: &Element, margin: Room) -> bool {
    let along = article.get_bounding_client_rect();
    let stands_there = |element: &Element| {
        let place = element.get_bounding_client_rect();
        let across = place.left() < margin.left + margin.width && place.right() > margin.left;
        let beside = place.top() < along.bottom() && place.bottom() > along.top();
        across && beside && place.width() > 1.0 && place.height() > 1.0 && is_seen(element)
    };
    let wide_of_its_own = children(article).any(|child| {
        // A block is as wide as its article; what is in it may be less.
        child.child_element_count() == 0
            && child.text_content().is_none_or(|text| text.trim().is_empty())
            && stands_there(&child)
    });
    if wide_of_its_own {
        return false;
    }
    let mut inner: Element = article.clone();
    while let Some(outer) = inner.parent_element() {
        let is_inner = |child: &Element| child.is_same_node(Some(inner.unchecked_ref::<Node>()));
        if children(&outer).any(|child| !is_inner(&child) && stands_there(&child)) {
            return false;
        }
        inner = outer;
    }
    true
}

fn is_seen(element: &Element) -> bool {
    let style =
        web_sys::window().and_then(|window| window.get_computed_style(element).ok().flatten());
    let Some(style) = style else { return false };
    let is = |property: &str, value: &str| {
        style.get_property_value(property).is_ok_and(|found| found == value)
    };
    !(is("visibility", "hidden") || is("opacity", "0") || is("pointer-events", "none"))
}

fn children(element: &Element) -> impl Iterator<Item = HtmlElement> {
    let children = element.children();
    (0..children.length()).filter_map(move |number| children.item(number)?.dyn_into().ok())
}
