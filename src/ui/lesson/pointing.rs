//! How words are pointed at: by pointer, by touch and by keys.

use std::cell::Cell;
use std::rc::Rc;

use gloo_events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use whose_words_engine::lesson::Kind;
use yew::prelude::*;

use crate::lesson::state::{Action, Pen, State};

/// What the article listens to.
pub struct Pointing {
    /// A button goes down.
    pub down: Callback<PointerEvent>,
    /// The pointer moves.
    pub moved: Callback<PointerEvent>,
    /// A word is pressed.
    pub click: Callback<MouseEvent>,
    /// A key is pressed.
    pub key: Callback<KeyboardEvent>,
}

/// What a pointer is doing.
#[derive(Clone, Copy, Default, PartialEq)]
enum Drag {
    #[default]
    None,
    /// It went down at a word and is still there.
    Down(usize),
    /// It has been at another word.
    Under(usize),
    /// It has come up; the press that browsers tell of next was the end of it.
    Over,
}

/// Lets words be pointed at.
#[hook]
pub fn use_pointing(state: &State, act: &Callback<Action>) -> Pointing {
    let drag = use_mut_ref(|| Rc::new(Cell::new(Drag::None))).borrow().clone();
    let last = state.task().map_or(0, |task| task.sheet.words.len().saturating_sub(1));
    let down = Callback::from({
        let drag = Rc::clone(&drag);
        move |event: PointerEvent| {
            // A finger that is drawn over the text scrolls it; it marks by two taps.
            let draws = event.pointer_type() != "touch" && event.button() == 0;
            let word = word_at(event.target()).filter(|_| draws);
            drag.set(word.map_or(Drag::None, Drag::Down));
        }
    });
    let moved = Callback::from({
        let (drag, act) = (Rc::clone(&drag), act.clone());
        move |event: PointerEvent| {
            let (Drag::Down(from) | Drag::Under(from)) = drag.get() else { return };
            if event.buttons() & 1 == 0 {
                return drag.set(Drag::None);
            }
            let Some(word) = word_at(event.target()) else { return };
            if word != from || drag.get() == Drag::Under(from) {
                drag.set(Drag::Under(from));
                act.emit(Action::Drag(from, word));
            }
        }
    });
    // It may come up anywhere.
    use_effect_with(act.clone(), {
        let drag = Rc::clone(&drag);
        move |act| {
            let act = act.clone();
            let listener = web_sys::window().map(|window| {
                EventListener::new(&window, "pointerup", move |_| {
                    let dragged = matches!(drag.get(), Drag::Under(_));
                    drag.set(if dragged { Drag::Over } else { Drag::None });
                    if dragged {
                        act.emit(Action::Release);
                    }
                })
            });
            move || drop(listener)
        }
    });
    let click = Callback::from({
        let act = act.clone();
        move |event: MouseEvent| {
            let was_drag = drag.replace(Drag::None) == Drag::Over;
            if let Some(word) = word_at(event.target()).filter(|_| !was_drag) {
                act.emit(Action::Press(word));
            }
        }
    });
    let key = Callback::from({
        let (act, cursor) = (act.clone(), state.cursor);
        move |event: KeyboardEvent| {
            if let Some(action) = action_of(&event, cursor, last) {
                event.prevent_default();
                event.stop_propagation();
                act.emit(action);
            }
        }
    });
    Pointing { down, moved, click, key }
}

/// What a key does at a word.
fn action_of(event: &KeyboardEvent, cursor: usize, last: usize) -> Option<Action> {
    let here = event.target()?.dyn_into::<Element>().ok();
    let key = event.key();
    if event.ctrl_key() || event.meta_key() {
        return match key.as_str() {
            "Z" => Some(Action::Redo),
            "z" => Some(Action::Undo),
            "y" => Some(Action::Redo),
            "Home" => Some(Action::Go(0)),
            "End" => Some(Action::Go(last)),
            _ => None,
        };
    }
    if event.alt_key() {
        return None;
    }
    if let Some(pen) = pen_of(&key) {
        return Some(Action::Take(pen));
    }
    match key.as_str() {
        "ArrowRight" => Some(Action::Go(cursor + 1)),
        "ArrowLeft" => Some(Action::Go(cursor.saturating_sub(1))),
        "ArrowDown" => Some(Action::Go(beside(&here?, Way::Down).unwrap_or(last))),
        "ArrowUp" => Some(Action::Go(beside(&here?, Way::Up).unwrap_or(0))),
        "Home" => Some(Action::Go(edge(&here?, Way::Up)?)),
        "End" => Some(Action::Go(edge(&here?, Way::Down)?)),
        "Enter" | " " => Some(Action::Press(cursor)),
        "Escape" => Some(Action::Drop),
        "Delete" | "Backspace" => Some(Action::RemoveHere),
        _ => None,
    }
}

/// The pen that a key takes: the number of a kind, or 0 to free words of their marks.
pub fn pen_of(key: &str) -> Option<Pen> {
    let number: usize = key.parse().ok()?;
    match number.checked_sub(1) {
        None => Some(Pen::Rub),
        Some(at) => Kind::ALL.get(at).copied().map(Pen::Mark),
    }
}

/// Up or down the text.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    Up,
    Down,
}

/// The word above or below one: on the next line, the one that begins nearest.
fn beside(word: &Element, way: Way) -> Option<usize> {
    let from = word.get_bounding_client_rect();
    let mut line = None;
    let mut best: Option<(f64, usize)> = None;
    for other in std::iter::successors(neighbour(word, way), |word| neighbour(word, way)) {
        let place = other.get_bounding_client_rect();
        let another_line = match way {
            Way::Down => place.top() >= from.bottom() - 1.0,
            Way::Up => place.bottom() <= from.top() + 1.0,
        };
        if !another_line {
            continue;
        }
        let top = *line.get_or_insert(place.top());
        // Half a line off is another line again; words of one line differ by a little where marks make them higher.
        if (place.top() - top).abs() > place.height() / 2.0 {
            break;
        }
        let distance = (place.left() - from.left()).abs();
        if best.is_none_or(|(least, _)| distance < least) {
            best = Some((distance, number(&other)?));
        }
    }
    best.map(|(_, word)| word)
}

/// The first or last word of a paragraph.
fn edge(word: &Element, way: Way) -> Option<usize> {
    let words = word.parent_element()?.query_selector_all("[data-word]").ok()?;
    let at = if way == Way::Up { 0 } else { words.length().checked_sub(1)? };
    number(words.item(at)?.dyn_ref()?)
}

/// The word before or behind one, in the next paragraph where it is the last of its own.
fn neighbour(word: &Element, way: Way) -> Option<Element> {
    let step = |element: &Element| match way {
        Way::Up => element.previous_element_sibling(),
        Way::Down => element.next_element_sibling(),
    };
    let is_word = |element: &Element| element.has_attribute("data-word");
    let inside = std::iter::successors(step(word), step).find(is_word);
    inside.or_else(|| {
        let paragraph = step(&word.parent_element()?)?;
        let words = paragraph.query_selector_all("[data-word]").ok()?;
        let at = if way == Way::Down { 0 } else { words.length().checked_sub(1)? };
        words.item(at)?.dyn_into().ok()
    })
}

/// The word that something happened at.
fn word_at(target: Option<web_sys::EventTarget>) -> Option<usize> {
    let element = target?.dyn_into::<Element>().ok()?;
    number(&element.closest("[data-word]").ok()??)
}

fn number(word: &Element) -> Option<usize> {
    word.get_attribute("data-word")?.parse().ok()
}

/// Gives the focus to the word that the keyboard is at, each time that it is to have it.
#[hook]
pub fn use_focus(place: &NodeRef, state: &State) {
    use_effect_with((state.focused, place.clone()), {
        let cursor = state.cursor;
        move |(focused, place)| {
            if *focused == 0 {
                return;
            }
            let word = place.cast::<Element>().and_then(|place| {
                place.query_selector(&format!("[data-word=\"{cursor}\"]")).ok().flatten()
            });
            if let Some(word) = word.and_then(|word| word.dyn_into::<HtmlElement>().ok()) {
                // A word that has gone meanwhile takes no focus.
                let _ = word.focus();
            }
        }
    });
}
