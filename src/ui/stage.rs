//! Where an element's inside is drawn: one place for each element that is on the page at the same time, and used again.
//!
//! Yew never takes back the listeners of a place that it once drew in, so a new place for every element would leave something behind each time.

use std::cell::RefCell;
use std::rc::Rc;

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

/// Where an element finds what stands in it, an article or a lesson, for whoever asks it.
#[derive(Debug)]
pub struct Told<T>(pub Rc<RefCell<Option<Rc<T>>>>);

impl<T> Told<T> {
    /// A number that no other has.
    pub fn number(&self) -> usize {
        Rc::as_ptr(&self.0).addr()
    }
}

impl<T> Default for Told<T> {
    fn default() -> Self {
        Self(Rc::default())
    }
}

impl<T> Clone for Told<T> {
    fn clone(&self) -> Self {
        Self(Rc::clone(&self.0))
    }
}

impl<T> PartialEq for Told<T> {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}
