//! Where things stand in the window: which mark an event is about, and where a card finds room.

use wasm_bindgen::prelude::{Closure, wasm_bindgen};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    DomRect, DomRectList, Element, EventTarget, FocusOptions, HtmlElement, Node, Range,
    ResizeObserver, ScrollBehavior, ScrollIntoViewOptions, ScrollLogicalPosition,
};

/// Room between a mark and its card, in pixels: the pointer crosses it well within the time a card waits.
const GAP: f64 = 8.0;

/// A mark longer than this many pixels would push its card off the screen; the card then stands by the line
/// that was pointed at.
const TALL: f64 = 200.0;

/// How long the pointer rests on a mark before its card opens, in milliseconds: passing over the text opens
/// nothing.
pub const REST: u32 = 140;

/// How long a card waits for the pointer to come over to it, in milliseconds.
pub const GRACE: u32 = 300;

/// Whether something on the page is selected: whoever selects text wants the text.
pub fn is_selecting() -> bool {
    let selection = web_sys::window().and_then(|window| window.get_selection().ok().flatten());
    selection.is_some_and(|selection| !selection.is_collapsed())
}

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

/// The element with an id in the same tree as another: in the page, or in the widget's part of somebody else's.
pub fn near(node: &Node, id: &str) -> Option<HtmlElement> {
    tree_of(node).get_element_by_id(id)?.dyn_into().ok()
}

/// The first element of a mark in the text that `node` is part of.
pub fn mark_element(node: &Node, mark: usize) -> Option<HtmlElement> {
    near(node, &["mark-", &mark.to_string()].concat())
}

#[wasm_bindgen]
extern "C" {
    /// What a node is in at last: a document, or the shadow root that a widget has of its own.
    type Tree;

    #[wasm_bindgen(method, js_name = getElementById)]
    fn get_element_by_id(this: &Tree, id: &str) -> Option<Element>;

    #[wasm_bindgen(method, getter, js_name = activeElement)]
    fn active_element(this: &Tree) -> Option<Element>;
}

/// The tree that a node is in.
fn tree_of(node: &Node) -> Tree {
    let root = node.get_root_node();
    let is_tree =
        root.node_type() == Node::DOCUMENT_NODE || root.node_type() == Node::DOCUMENT_FRAGMENT_NODE;
    // Of a node that went out of its tree meanwhile, the page answers.
    if is_tree {
        root.unchecked_into()
    } else {
        JsValue::from(node.owner_document()).unchecked_into()
    }
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

/// The element in the same tree as `node` that has the focus; none when nothing particular has.
pub fn focused(node: &Node) -> Option<Element> {
    tree_of(node).active_element().filter(|element| element.tag_name() != "BODY")
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
    element.scroll_into_view_with_scroll_into_view_options(&to_middle(behavior));
}

fn to_middle(behavior: ScrollBehavior) -> ScrollIntoViewOptions {
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Center);
    options.set_behavior(behavior);
    options
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
    let around = within.get_bounding_client_rect();
    let beside = beside(anchor.element.unchecked_ref(), anchor.pointed);
    lay(card, &beside, (around.left(), around.top()), around.width());
}

/// Puts a card that lies over a page beside something on that page, `pointed` at a height in the window.
pub fn put_over_page(card: &HtmlElement, on_page: &Boxes, pointed: Option<f64>) {
    let root = web_sys::window().and_then(|window| window.document()?.document_element());
    let Some(root) = root else { return };
    let around = root.get_bounding_client_rect();
    let beside = beside(on_page, pointed);
    lay(card, &beside, (around.left(), around.top()), f64::from(root.client_width()));
}

/// Lays a card beside a rectangle, told from a corner and no wider than `width`.
fn lay(card: &HtmlElement, beside: &DomRect, (from_left, from_top): (f64, f64), width: f64) {
    if is_sheet(card) {
        return uncover(beside, card);
    }
    // As high as it would like to be: what an earlier place allowed it is no measure.
    let _ = card.style().remove_property("--card-room");
    let (own_width, height) = (f64::from(card.offset_width()), f64::from(card.offset_height()));
    let room_below = window_height() - beside.bottom() - 2.0 * GAP;
    let room_above = beside.top() - 2.0 * GAP;
    let goes_below = height <= room_below || room_below >= ENOUGH.min(room_above);
    let room = if goes_below { room_below } else { room_above }.max(LOWEST);
    let top =
        if goes_below { beside.bottom() + GAP } else { beside.top() - GAP - height.min(room) };
    let left = (beside.left() - from_left).min(width - own_width).max(0.0);
    let style = card.style();
    let place = [("--card-x", left), ("--card-y", top - from_top), ("--card-room", room)];
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

/// Scrolls the page, and whatever in it scrolls by itself, so that a part of its text comes to the middle of the window.
pub fn bring_range_into_view(range: &Range) {
    let around = range.start_container().ok().and_then(|node| node.parent_element());
    if let Some(around) = around {
        around.scroll_into_view_with_scroll_into_view_options(&to_middle(ScrollBehavior::Instant));
    }
    let place = range.get_bounding_client_rect();
    let off = place.top() - window_height() / 2.0;
    if let Some(window) = web_sys::window().filter(|_| off.abs() > window_height() / 4.0) {
        window.scroll_by_with_x_and_y(0.0, off);
    }
}

/// A colour as it comes out where an element stands, by the name of its custom property.
pub fn colour(element: &Element, property: &str) -> String {
    let style = element.unchecked_ref::<HtmlElement>().style();
    let before = style.get_property_value("color").unwrap_or_default();
    // A computed custom property is what was written; a colour is what it comes to.
    let _ = style.set_property("color", &["var(", property, ")"].concat());
    let computed =
        web_sys::window().and_then(|window| window.get_computed_style(element).ok().flatten());
    let colour = computed.and_then(|style| style.get_property_value("color").ok());
    let _ = style.set_property("color", &before);
    colour.unwrap_or_default()
}

/// Sets a custom property of an element to so many pixels.
pub fn put_pixels(element: &HtmlElement, name: &str, pixels: f64) {
    // A refused property leaves it where the style sheet has it.
    let _ = element.style().set_property(name, &[&whole(pixels), "px"].concat());
}

/// Hears when an element changes its size, as it does with the window; dropping it ends that.
#[derive(Debug)]
pub struct SizeWatch {
    observer: ResizeObserver,
    _call: Closure<dyn FnMut()>,
}

impl SizeWatch {
    /// Calls once the element has been laid out, and whenever its size changed.
    pub fn new(element: &Element, call: impl Fn() + 'static) -> Option<Self> {
        let call = Closure::<dyn FnMut()>::new(call);
        let observer = ResizeObserver::new(call.as_ref().unchecked_ref()).ok()?;
        observer.observe(element);
        let root = element.owner_document().and_then(|page| page.document_element());
        if let Some(root) = root {
            observer.observe(&root);
        }
        Some(Self { observer, _call: call })
    }
}

impl Drop for SizeWatch {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

#[wasm_bindgen]
extern "C" {
    /// Whatever takes up room in the window, in one or several boxes: an element, or a range of a text.
    pub type Boxes;

    #[wasm_bindgen(method, js_name = getBoundingClientRect)]
    fn around(this: &Boxes) -> DomRect;

    #[wasm_bindgen(method, js_name = getClientRects)]
    fn each(this: &Boxes) -> DomRectList;
}

/// The rectangle to stand by: all of the boxes, or one line of many.
fn beside(boxes: &Boxes, pointed: Option<f64>) -> DomRect {
    let whole = boxes.around();
    let lines = boxes.each();
    let lines = (0..lines.length()).filter_map(|line| lines.item(line));
    let mut lines = lines.filter(|line| line.width() > 0.0);
    let pointed = |line: &DomRect| pointed.is_none_or(|y| y <= line.bottom());
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
