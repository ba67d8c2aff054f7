//! Which place of a text the pointer is on, by the caret that would come there.

use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::js_sys::Reflect;
use web_sys::{Document, Node, Range};

/// The caret nearest to a point of the window: a node, and a place in it in UTF-16 units. The nearest may be far off.
pub fn caret(document: &Document, x: f64, y: f64) -> Option<(Node, u32)> {
    let has = |name: &str| Reflect::has(document, &JsValue::from_str(name)).unwrap_or(false);
    let carets: &Carets = document.unchecked_ref();
    if has("caretPositionFromPoint") {
        let caret = carets.position(x, y)?;
        return Some((caret.node()?, caret.offset()));
    }
    // Safari's own, older name for the same.
    let range = has("caretRangeFromPoint").then(|| carets.range(x, y)).flatten()?;
    Some((range.start_container().ok()?, range.start_offset().ok()?))
}

/// Whether a point of the window lies on one of the boxes of a range.
pub fn is_on(range: &Range, x: f64, y: f64) -> bool {
    let Some(boxes) = range.get_client_rects() else { return false };
    let mut boxes = (0..boxes.length()).filter_map(|number| boxes.item(number));
    boxes.any(|one| one.left() <= x && x <= one.right() && one.top() <= y && y <= one.bottom())
}

#[wasm_bindgen]
extern "C" {
    type Carets;

    #[wasm_bindgen(method, js_name = caretPositionFromPoint)]
    fn position(this: &Carets, x: f64, y: f64) -> Option<Caret>;

    #[wasm_bindgen(method, js_name = caretRangeFromPoint)]
    fn range(this: &Carets, x: f64, y: f64) -> Option<Range>;

    type Caret;

    #[wasm_bindgen(method, getter, js_name = offsetNode)]
    fn node(this: &Caret) -> Option<Node>;

    #[wasm_bindgen(method, getter)]
    fn offset(this: &Caret) -> u32;
}
