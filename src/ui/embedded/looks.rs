//! The marks as they are painted over the page.

use std::cell::RefCell;
use std::rc::Rc;

use web_sys::Element;
use yew::prelude::*;

use crate::host::here::Here;
use crate::host::highlights::Painter;
use crate::host::look::Look;
use crate::host::strokes::Strokes;
use crate::ui::place;
use crate::ui::state::State;

/// What is painted.
#[derive(Clone, Debug)]
pub struct Painted {
    painter: Rc<RefCell<Option<Painter>>>,
    strokes: Rc<Strokes>,
}

impl PartialEq for Painted {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.strokes, &other.strokes)
    }
}

impl Painted {
    /// What is painted where.
    pub fn strokes(&self) -> &Strokes {
        &self.strokes
    }

    /// Asks the painter something; none where nothing is painted.
    pub fn with<T>(&self, ask: impl Fn(&Painter, &Strokes) -> T) -> Option<T> {
        self.painter.borrow().as_ref().map(|painter| ask(painter, &self.strokes))
    }
}

/// Paints what is to be seen of the article, in the colours that `root` has.
#[hook]
pub fn use_painting(root: &NodeRef, here: Option<&Rc<Here>>, state: &State, dark: bool) -> Painted {
    let painter = use_mut_ref(|| None::<Painter>);
    // While the page's text is not the one that was read, nothing of the one fits the other.
    let article = here.zip(state.article.as_ref());
    let article = article.filter(|(here, article)| here.text.text() == &article.text);
    let article = article.map(|(_, article)| Rc::clone(article));
    let strokes = use_memo((article, state.shown), |(article, shown)| {
        article.as_ref().map(|article| Strokes::new(article, *shown)).unwrap_or_default()
    });
    // The painter goes with the article's element.
    let element = here.map(|here| here.article.clone());
    use_effect_with(element, {
        let painter = Rc::clone(&painter);
        move |element| {
            painter.replace(element.as_ref().and_then(Painter::new));
            move || drop(painter.take())
        }
    });
    use_effect_with((here.cloned(), dark), {
        let (painter, root) = (Rc::clone(&painter), root.clone());
        move |_| {
            if let (Some(painter), Some(root)) = (&*painter.borrow(), root.cast::<Element>()) {
                painter.mix(&|property| place::colour(&root, property));
            }
        }
    });
    use_effect_with((here.cloned(), Rc::clone(&strokes)), {
        let painter = Rc::clone(&painter);
        move |(here, strokes)| {
            if let (Some(painter), Some(here)) = (&mut *painter.borrow_mut(), here) {
                let ranges = strokes.looks.iter().map(|(look, spans)| (*look, here.painted(spans)));
                painter.paint(ranges.collect());
            }
        }
    });
    let current = state.current.or(state.card.map(|card| card.mark));
    use_effect_with((here.cloned(), Rc::clone(&strokes), current), {
        let painter = Rc::clone(&painter);
        move |(here, strokes, current)| {
            if let (Some(painter), Some(here)) = (&mut *painter.borrow_mut(), here) {
                let spans: Vec<_> =
                    current.iter().flat_map(|&mark| strokes.of_mark(mark)).collect();
                painter.repaint(Look::Current, &here.painted(&spans));
            }
        }
    });
    Painted { painter, strokes }
}
