//! Where an element's inside is drawn: one place for each element that is on the page at the same time, and used again.
//!
//! Yew never takes back the listeners of a place that it once drew in, so a new place for every element would leave something behind each time.

use std::cell::RefCell;

use web_sys::{Element, Node};
use yew::prelude::*;

/// A place to draw in.
#[derive(Debug)]
pub struct Stage {
    root: Element,
    app: AppHandle<Play>,
}

thread_local! {
    static EMPTY: RefCell<Vec<Stage>> = const { RefCell::new(Vec::new()) };
}

impl Stage {
    /// A place in `tree`: one that another element has left, else a new one. None where there is no page.
    pub fn enter(tree: &Node) -> Option<Self> {
        let stage = EMPTY.with_borrow_mut(Vec::pop).or_else(Self::new)?;
        tree.append_child(&stage.root).ok()?;
        Some(stage)
    }

    /// Draws what is inside.
    pub fn show(&mut self, inside: Html) {
        self.app.update(PlayProps { inside });
    }

    /// Takes everything away, and leaves the place to the next.
    pub fn leave(mut self) {
        self.show(Html::default());
        self.root.remove();
        EMPTY.with_borrow_mut(|empty| empty.push(self));
    }

    fn new() -> Option<Self> {
        let root = web_sys::window()?.document()?.create_element("div").ok()?;
        let props = PlayProps { inside: Html::default() };
        let app = yew::Renderer::<Play>::with_root_and_props(root.clone(), props).render();
        Some(Self { root, app })
    }
}

#[derive(PartialEq, Properties)]
struct PlayProps {
    inside: Html,
}

/// What is inside, or an empty place.
#[component]
fn Play(props: &PlayProps) -> Html {
    props.inside.clone()
}
