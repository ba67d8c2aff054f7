//! Where things stand in the window: which mark an event is about, and where a card finds room.

use wasm_bindgen::JsCast;
use web_sys::{DomRect, Element, EventTarget, HtmlElement};

/// Room between a mark and its card, in pixels: the pointer crosses it well within the time a card waits.
const GAP: f64 = 8.0;

/// A mark longer than this many pixels would push its card off the screen; the card then stands by the line
/// that was pointed at.
const TALL: f64 = 200.0;

/// The mark that an event's target belongs to, and its element.
pub fn mark_at(target: Option<EventTarget>) -> Option<(usize, Element)> {
    let element = target?.dyn_into::<Element>().ok()?.closest("[data-mark]").ok().flatten()?;
    let mark = element.get_attribute("data-mark")?.parse().ok()?;
    Some((mark, element))
}

/// Whether an event's target lies in an element that `selector` names.
pub fn lies_in(target: Option<EventTarget>, selector: &str) -> bool {
    let element = target.and_then(|target| target.dyn_into::<Element>().ok());
    element.is_some_and(|element| element.closest(selector).ok().flatten().is_some())
}

/// The element with an id.
pub fn element(id: &str) -> Option<HtmlElement> {
    let document = web_sys::window()?.document()?;
    document.get_element_by_id(id)?.dyn_into().ok()
}

/// The first element of a mark in the text.
pub fn mark_element(mark: usize) -> Option<HtmlElement> {
    element(&["mark-", &mark.to_string()].concat())
}

/// What a card stands by: an element, and the height in the window at which it was pointed at.
#[derive(Clone, Debug)]
pub struct Anchor {
    /// The piece of the mark.
    pub element: Element,
    /// Where the pointer was; none when there was none.
    pub pointed: Option<f64>,
}

/// A card stands below its mark where it has this many pixels, scrolling inside if it must: above, it would
/// hide what was read just before.
const ENOUGH: f64 = 300.0;

/// A card is never made lower than this many pixels; it scrolls inside.
const LOWEST: f64 = 240.0;

/// Puts a card below its anchor, or above where there is more room, within the element that holds both.
pub fn put(card: &HtmlElement, anchor: &Anchor, within: &Element) {
    let beside = beside(anchor);
    if is_sheet(card) {
        return uncover(&beside, card);
    }
    let around = within.get_bounding_client_rect();
    // As high as it would like to be: what an earlier place allowed it is no measure.
    let _ = card.style().remove_property("--card-room");
    let (width, height) = (f64::from(card.offset_width()), f64::from(card.offset_height()));
    let window_height = web_sys::window()
        .and_then(|window| window.inner_height().ok())
        .and_then(|height| height.as_f64())
        .unwrap_or(0.0);
    let room_below = window_height - beside.bottom() - 2.0 * GAP;
    let room_above = beside.top() - 2.0 * GAP;
    let goes_below = height <= room_below || room_below >= ENOUGH.min(room_above);
    let room = if goes_below { room_below } else { room_above }.max(LOWEST);
    let top =
        if goes_below { beside.bottom() + GAP } else { beside.top() - GAP - height.min(room) };
    let left = (beside.left() - around.left()).min(around.width() - width).max(0.0);
    let style = card.style();
    let place = [("--card-x", left), ("--card-y", top - around.top()), ("--card-room", room)];
    for (name, pixels) in place {
        // A refused property leaves the card at the head of the article, where it can still be read.
        let _ = style.set_property(name, &[&whole(pixels), "px"].concat());
    }
}

/// Whether the card is a sheet at the foot of a narrow window, where the style sheet places it.
fn is_sheet(card: &HtmlElement) -> bool {
    let style = web_sys::window().and_then(|window| window.get_computed_style(card).ok().flatten());
    style
        .and_then(|style| style.get_property_value("position").ok())
        .is_some_and(|at| at == "fixed")
}

/// Scrolls the text up so that a sheet does not lie on what it is about.
fn uncover(beside: &DomRect, sheet: &HtmlElement) {
    let covered = beside.bottom() + GAP - sheet.get_bounding_client_rect().top();
    let by = covered.min(beside.top() - GAP);
    if let Some(window) = web_sys::window().filter(|_| by > 0.0) {
        window.scroll_by_with_x_and_y(0.0, by);
    }
}

/// The rectangle to stand by: the whole mark, or the line of a long one.
fn beside(anchor: &Anchor) -> DomRect {
    let whole = anchor.element.get_bounding_client_rect();
    let lines = anchor.element.get_client_rects();
    let lines = (0..lines.length()).filter_map(|line| lines.item(line));
    let mut lines = lines.filter(|line| line.width() > 0.0);
    let pointed = |line: &DomRect| anchor.pointed.is_none_or(|y| y <= line.bottom());
    let Some(line) = lines.find(pointed) else { return whole };
    if whole.height() > TALL {
        return line;
    }
    let height = whole.bottom() - line.top();
    DomRect::new_with_x_and_y_and_width_and_height(line.left(), line.top(), line.width(), height)
        .unwrap_or(whole)
}

/// Pixels as a whole number: printing fractions would bring the whole machinery for them along.
fn whole(pixels: f64) -> String {
    #[expect(clippy::cast_possible_truncation, reason = "a place on a screen fits well")]
    let pixels = pixels as i32;
    pixels.to_string()
}
