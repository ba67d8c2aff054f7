//! Marks painted on somebody else's page by the CSS Custom Highlight API: the page's elements stay as they are, and so do its
//! own highlights. A highlight is a set of ranges with a name, which a rule of a style sheet says the look of; both are
//! ours, and go when the [`Painter`] is dropped.

use std::cell::Cell;

use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::js_sys::{Array, Reflect};
use web_sys::{CssStyleSheet, Element, StaticRange};

use super::look::{Look, rule};

/// Whether this browser paints highlights, with lines under words.
pub fn are_there() -> bool {
    let window = JsValue::from(web_sys::window());
    let has = |name: &str| Reflect::has(&window, &JsValue::from_str(name)).unwrap_or(false);
    has("Highlight") && has("CSS") && registry().is_some() && have_lines()
}

/// Whether highlights can have lines. Firefox 140 to 145 leaves them out, though it says that it knows them; the version that
/// painted the first also brought `text-decoration-inset`. Everyone else always had them.
fn have_lines() -> bool {
    !supports("-moz-appearance", "none") || supports("text-decoration-inset", "auto")
}

/// Paints on one page for one element of ours.
#[derive(Debug)]
pub struct Painter {
    /// What the names of its highlights begin with.
    name: String,
    tree: StyledTree,
    sheet: CssStyleSheet,
    /// What is painted now.
    painted: Vec<(Look, Highlight)>,
}

thread_local! {
    /// How many painters there have been: each one's highlights have names of their own.
    static PAINTERS: Cell<usize> = const { Cell::new(0) };
}

impl Painter {
    /// Paints nothing yet, in the tree of `article`: its page, or the shadow root that it stands in. None where the browser
    /// does not paint highlights.
    pub fn new(article: &Element) -> Option<Self> {
        if !are_there() {
            return None;
        }
        let number = PAINTERS.replace(PAINTERS.get() + 1);
        let tree: StyledTree = article.get_root_node().unchecked_into();
        let sheet = CssStyleSheet::new().ok()?;
        let sheets = tree.sheets();
        sheets.push(&sheet);
        tree.set_sheets(&sheets);
        let name = ["whose-words-", &number.to_string()].concat();
        Some(Self { name, tree, sheet, painted: Vec::new() })
    }

    /// Says what every look is to look like, in the colours of the page.
    pub fn mix(&self, colour: &dyn Fn(&str) -> String) {
        let rules: Vec<String> =
            Look::all().map(|look| rule(&self.name_of(look), look, colour)).collect();
        // A rule that the browser does not know is left out by it; the others hold.
        let _ = self.sheet.replace_sync(&rules.concat());
    }

    /// Paints these ranges, and nothing else any more.
    pub fn paint(&mut self, ranges: Vec<(Look, Vec<StaticRange>)>) {
        let Some(registry) = registry() else { return };
        for (look, _) in std::mem::take(&mut self.painted) {
            registry.delete(&self.name_of(look));
        }
        for (look, ranges) in ranges {
            self.add(&registry, look, &ranges);
        }
    }

    /// Paints one look anew, and leaves the others.
    pub fn repaint(&mut self, look: Look, ranges: &[StaticRange]) {
        let Some(registry) = registry() else { return };
        registry.delete(&self.name_of(look));
        self.painted.retain(|(painted, _)| *painted != look);
        self.add(&registry, look, ranges);
    }

    fn add(&mut self, registry: &Registry, look: Look, ranges: &[StaticRange]) {
        if ranges.is_empty() {
            return;
        }
        let highlight = Highlight::new();
        ranges.iter().for_each(|range| highlight.add(range));
        highlight.set_priority(look.priority());
        registry.set(&self.name_of(look), &highlight);
        self.painted.push((look, highlight));
    }

    /// The first of its ranges at a point of the window, in browsers that tell.
    pub fn at(&self, x: f64, y: f64) -> Option<StaticRange> {
        let found = registry()?.at(x, y)?;
        found.iter().find_map(|hit| {
            let hit: Hit = hit.unchecked_into();
            let is_own = self.painted.iter().any(|(_, highlight)| *highlight == hit.highlight());
            let range = is_own.then(|| hit.ranges().get(0))?;
            range.dyn_into().ok()
        })
    }

    fn name_of(&self, look: Look) -> String {
        [&self.name, "-", look.name()].concat()
    }
}

impl Drop for Painter {
    fn drop(&mut self) {
        if let Some(registry) = registry() {
            for (look, _) in &self.painted {
                registry.delete(&self.name_of(*look));
            }
        }
        let own: &JsValue = self.sheet.as_ref();
        let sheets: Array = self.tree.sheets().iter().filter(|sheet| sheet != own).collect();
        self.tree.set_sheets(&sheets);
    }
}

/// The page's highlights; none in a browser that has no such thing.
fn registry() -> Option<Registry> {
    let css = Reflect::get(&JsValue::from(web_sys::window()), &JsValue::from_str("CSS")).ok()?;
    let registry = Reflect::get(&css, &JsValue::from_str("highlights")).ok()?;
    registry.is_object().then(|| registry.unchecked_into())
}

impl Registry {
    /// What lies at a point; none in a browser that does not tell.
    fn at(&self, x: f64, y: f64) -> Option<Array> {
        let is_there = Reflect::has(self, &JsValue::from_str("highlightsFromPoint")).ok()?;
        is_there.then(|| self.highlights_from_point(x, y))
    }
}

// web-sys has these behind its unstable interfaces, which would be switched on for the whole program.
#[wasm_bindgen]
extern "C" {
    /// Whether a property can have a value.
    #[wasm_bindgen(js_namespace = CSS)]
    fn supports(property: &str, value: &str) -> bool;

    /// A document or a shadow root: what has style sheets.
    #[derive(Debug)]
    type StyledTree;

    #[wasm_bindgen(method, getter, js_name = adoptedStyleSheets)]
    fn listed_sheets(this: &StyledTree) -> JsValue;

    #[wasm_bindgen(method, setter, js_name = adoptedStyleSheets)]
    fn set_sheets(this: &StyledTree, sheets: &Array);

    #[derive(Clone, Debug, PartialEq)]
    type Highlight;

    #[wasm_bindgen(constructor)]
    fn new() -> Highlight;

    #[wasm_bindgen(method)]
    fn add(this: &Highlight, range: &StaticRange);

    #[wasm_bindgen(method, setter)]
    fn set_priority(this: &Highlight, priority: i32);

    type Registry;

    #[wasm_bindgen(method)]
    fn set(this: &Registry, name: &str, highlight: &Highlight);

    #[wasm_bindgen(method)]
    fn delete(this: &Registry, name: &str);

    #[wasm_bindgen(method, js_name = highlightsFromPoint)]
    fn highlights_from_point(this: &Registry, x: f64, y: f64) -> Array;

    type Hit;

    #[wasm_bindgen(method, getter)]
    fn highlight(this: &Hit) -> Highlight;

    #[wasm_bindgen(method, getter)]
    fn ranges(this: &Hit) -> Array;
}

impl StyledTree {
    /// A copy of the list of sheets: what browsers hand out themselves changes under the hand.
    fn sheets(&self) -> Array {
        Array::from(&self.listed_sheets())
    }
}
