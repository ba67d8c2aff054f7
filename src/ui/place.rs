//! Where things stand in the window: which mark an event is about, and where a card finds room.

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{
    DomRect, Element, EventTarget, FocusOptions, HtmlElement, ScrollBehavior,
    ScrollIntoViewOptions, ScrollLogicalPosition,
};

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

/// How often a far jump is put right: leaves on the way take their true heights only when they come near.
const CORRECTIONS: u8 = 4;

/// Scrolls an element to the middle of the window: gently when it is near, at once when it is far.
pub fn bring_into_view(element: &HtmlElement) {
    let off = off_middle(element);
    let near = off.abs() < 2.0 * window_height();
    scroll_to_middle(element, if near { ScrollBehavior::Auto } else { ScrollBehavior::Instant });
    if !near {
        put_right(element.clone(), CORRECTIONS);
    }
}

/// Scrolls to the page's beginning, at once.
pub fn to_the_beginning() {
    let root = web_sys::window().and_then(|window| window.document()?.document_element());
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Start);
    options.set_behavior(ScrollBehavior::Instant);
    if let Some(root) = root {
        root.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

/// Gives the focus to an element without moving the text.
pub fn focus(element: &HtmlElement) {
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    // An element that went from the page meanwhile takes no focus, and needs none.
    let _ = element.focus_with_options(&options);
}

/// The element that has the focus; none when nothing particular has.
pub fn focused() -> Option<Element> {
    let document = web_sys::window()?.document()?;
    document.active_element().filter(|element| element.tag_name() != "BODY")
}

fn put_right(element: HtmlElement, times: u8) {
    request_animation_frame(move || {
        if off_middle(&element).abs() > window_height() / 4.0 {
            scroll_to_middle(&element, ScrollBehavior::Instant);
        }
        if times > 0 {
            put_right(element, times - 1);
        }
    });
}

/// How far below the middle of the window an element stands, in pixels.
fn off_middle(element: &HtmlElement) -> f64 {
    element.get_bounding_client_rect().top() - window_height() / 2.0
}

fn scroll_to_middle(element: &HtmlElement, behavior: ScrollBehavior) {
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Center);
    options.set_behavior(behavior);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// How high the window is, in pixels.
pub fn window_height() -> f64 {
    let height = web_sys::window().and_then(|window| window.inner_height().ok());
    height.and_then(|height| height.as_f64()).unwrap_or(0.0)
}

/// Calls once, with the next drawing of the window.
fn request_animation_frame(call: impl FnOnce() + 'static) {
    let call = Closure::once_into_js(call);
    if let (Some(window), Some(call)) = (web_sys::window(), call.dyn_ref()) {
        // A window that draws no more needs no putting right.
        let _ = window.request_animation_frame(call);
    }
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
    let room_below = window_height() - beside.bottom() - 2.0 * GAP;
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
