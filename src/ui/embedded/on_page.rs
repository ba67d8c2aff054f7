//! The page's own article: found, kept up with when the page changes, and answering to the pointer.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, Node, Range};
use yew::platform::spawn_local;
use yew::prelude::*;

use super::looks::Painted;
use crate::host::attributes::Wanted;
use crate::host::here::{self, Here};
use crate::host::watch::Watch;
use crate::page::article::{Article, Text, Title};
use crate::ui::place::{self, GRACE, REST};
use crate::ui::state::{Action, Bring, Opened, State};

/// The article on the page.
#[derive(Clone, Debug, PartialEq)]
pub enum Found {
    /// It is looked for, or its text is being taken.
    Looking,
    /// There is none.
    Nothing,
    /// Here it is.
    Here(Rc<Here>),
}

impl Found {
    /// Where it is.
    pub const fn here(&self) -> Option<&Rc<Here>> {
        match self {
            Self::Here(here) => Some(here),
            Self::Looking | Self::Nothing => None,
        }
    }
}

/// How long a page is left to change before it is read again, in milliseconds.
const SETTLED: u32 = 400;

/// The longest that it is left, where one look after the other found nothing new: some pages change without end.
const PATIENT: u32 = 10_000;

/// The page's article, and again whenever the page or the wish for it changes. Its text goes into the state.
#[hook]
pub fn use_article(
    element: &HtmlElement,
    wanted: &Wanted,
    refreshed: usize,
    act: &Callback<Action>,
) -> Found {
    let found = use_state_eq(|| Found::Looking);
    let changes = use_state_eq(|| 0_usize);
    // What the watch asks, which outlives many drawings.
    let latest = use_mut_ref(|| None::<Rc<Here>>);
    *latest.borrow_mut() = found.here().cloned();
    let wait = use_mut_ref(|| SETTLED);

    use_effect_with((wanted.clone(), refreshed, *changes), {
        let (element, found, act) = (element.clone(), found.clone(), act.clone());
        let (latest, wait) = (Rc::clone(&latest), Rc::clone(&wait));
        move |(wanted, ..)| {
            let again = move |is_news: bool| {
                let next = if is_news { SETTLED } else { (*wait.borrow() * 2).min(PATIENT) };
                wait.replace(next);
            };
            let dropped = Rc::new(Cell::new(false));
            let here = here::find(&element, wanted);
            match here {
                None => {
                    again(latest.borrow().is_some());
                    found.set(Found::Nothing);
                }
                Some(article) => {
                    let dropped = Rc::clone(&dropped);
                    spawn_local(async move {
                        let here = Here::take(article).await;
                        if dropped.get() {
                            return;
                        }
                        let is_news = latest
                            .borrow()
                            .as_ref()
                            .is_none_or(|before| before.text.text() != here.text.text());
                        again(is_news);
                        let text =
                            Text { title: title(&element), body: Rc::clone(here.text.text()) };
                        found.set(Found::Here(Rc::new(here)));
                        act.emit(Action::OnPage(Rc::new(Article::unread(text))));
                    });
                }
            }
            move || dropped.set(true)
        }
    });
    use_effect_with((), {
        let (element, latest, wait) = (element.clone(), Rc::clone(&latest), Rc::clone(&wait));
        let changes = changes.setter();
        move |()| {
            let timer = Rc::new(RefCell::new(None::<Timeout>));
            let counted = Rc::new(Cell::new(0));
            let concerns = move |node: &Node| {
                latest.borrow().as_ref().is_none_or(|here| here.is_touched_by(node))
            };
            let changed = move || {
                let (changes, counted) = (changes.clone(), Rc::clone(&counted));
                let settled = move || {
                    counted.set(counted.get() + 1);
                    changes.set(counted.get());
                };
                timer.replace(Some(Timeout::new(*wait.borrow(), settled)));
            };
            let watch =
                element.owner_document().and_then(|page| Watch::new(&page, concerns, changed));
            move || drop(watch)
        }
    });
    (*found).clone()
}

/// What the page calls itself.
fn title(element: &Element) -> Title {
    Title::Named(element.owner_document().map(|page| page.title()).unwrap_or_default())
}

/// What the pointer does between an article and its card.
pub struct Pointer {
    /// It came to the card.
    pub stay: Callback<PointerEvent>,
    /// It left the card.
    pub leave: Callback<PointerEvent>,
}

/// Lets the page's article answer to the pointer, and puts the card beside what it is about.
#[hook]
pub fn use_pointer(
    here: Option<&Rc<Here>>,
    painted: &Painted,
    state: &State,
    act: &Callback<Action>,
    card: &NodeRef,
) -> Pointer {
    let timer = use_mut_ref(|| None::<Timeout>);
    // The height at which the mark was pointed at, whose card opens.
    let pointed = use_mut_ref(|| None::<f64>);
    let open = use_mut_ref(|| None::<Opened>);
    *open.borrow_mut() = state.card.map(|card| card.opened);
    use_effect_with((here.cloned(), painted.clone(), act.clone()), {
        let (timer, pointed, open) = (Rc::clone(&timer), Rc::clone(&pointed), Rc::clone(&open));
        move |(here, painted, act)| {
            let listeners =
                here.clone().map(|here| listen(&here, painted, act, &timer, &pointed, &open));
            move || drop(listeners)
        }
    });
    use_effect_with((state.card, here.cloned(), state.shown), {
        let (card, painted, pointed) = (card.clone(), painted.clone(), Rc::clone(&pointed));
        move |(open, here, _)| {
            let Some((open, here)) = open.zip(here.as_ref()) else { return };
            let Some(card) = card.cast::<HtmlElement>() else { return };
            if let Some(range) = range_of(&painted, here, open.mark) {
                place::put_over_page(&card, range.unchecked_ref(), pointed.take());
            }
        }
    });
    use_escape(state.card.is_some(), act);
    use_bring(here, painted, state.bring, state.current);
    let stay = Callback::from({
        let timer = Rc::clone(&timer);
        move |_: PointerEvent| *timer.borrow_mut() = None
    });
    let leave = Callback::from({
        let (act, timer) = (act.clone(), Rc::clone(&timer));
        move |_: PointerEvent| {
            let act = act.clone();
            *timer.borrow_mut() = Some(Timeout::new(GRACE, move || act.emit(Action::Leave)));
        }
    });
    Pointer { stay, leave }
}

/// Closes an open card by the Escape key also where the page has the focus, as it has when a mark was pointed at or pressed.
#[hook]
fn use_escape(open: bool, act: &Callback<Action>) {
    use_effect_with((open, act.clone()), |(open, act)| {
        let page = web_sys::window().and_then(|window| window.document()).filter(|_| *open);
        let act = act.clone();
        let listener = page.map(|page| {
            EventListener::new(&page, "keydown", move |event| {
                let event = event.dyn_ref::<web_sys::KeyboardEvent>();
                if event.is_some_and(|event| event.key() == "Escape") {
                    act.emit(Action::Close);
                }
            })
        });
        move || drop(listener)
    });
}

/// Scrolls the page to the current mark each time that is asked.
#[hook]
fn use_bring(here: Option<&Rc<Here>>, painted: &Painted, bring: Bring, current: Option<usize>) {
    let done = use_memo((), |()| Cell::new(bring.asked));
    let (here, painted) = (here.cloned(), painted.clone());
    use_effect_with(bring, move |bring| {
        if done.replace(bring.asked) == bring.asked {
            return;
        }
        let Some((here, mark)) = here.zip(current) else { return };
        if let Some(range) = range_of(&painted, &here, mark) {
            place::bring_range_into_view(&range);
        }
    });
}

/// Where a mark first stands on the page.
fn range_of(painted: &Painted, here: &Here, mark: usize) -> Option<Range> {
    let span = painted.strokes().of_mark(mark).next()?;
    here.measured(span).into_iter().next()
}

/// Listens to the pointer on the article.
fn listen(
    here: &Rc<Here>,
    painted: &Painted,
    act: &Callback<Action>,
    timer: &Rc<RefCell<Option<Timeout>>>,
    pointed: &Rc<RefCell<Option<f64>>>,
    open: &Rc<RefCell<Option<Opened>>>,
) -> [EventListener; 3] {
    let mark_at = {
        let (here, painted) = (Rc::clone(here), painted.clone());
        move |x: f64, y: f64| {
            painted.with(|painter, strokes| here.mark_at(strokes, painter, x, y)).flatten()
        }
    };
    let article = here.article.clone();
    let moved = EventListener::new(&article, "pointermove", {
        let (timer, act, pointed, open) =
            (Rc::clone(timer), act.clone(), Rc::clone(pointed), Rc::clone(open));
        let mark_at = mark_at.clone();
        move |event| {
            let Some(event) = event.dyn_ref::<web_sys::PointerEvent>() else { return };
            // A finger does not rest: it taps.
            if event.pointer_type() == "touch" {
                return;
            }
            let (x, y) = (f64::from(event.client_x()), f64::from(event.client_y()));
            let (act, pointed, mark_at) = (act.clone(), Rc::clone(&pointed), mark_at.clone());
            let is_open = *open.borrow() == Some(Opened::Pointed);
            // Only once it rests is it looked at what it rests on.
            let rest = move || match mark_at(x, y) {
                Some(mark) => {
                    pointed.replace(Some(y));
                    act.emit(Action::Point(mark));
                }
                None if is_open => act.emit(Action::Leave),
                None => {}
            };
            timer.replace(Some(Timeout::new(if is_open { GRACE } else { REST }, rest)));
        }
    });
    let left = EventListener::new(&article, "pointerleave", {
        let (timer, act) = (Rc::clone(timer), act.clone());
        move |_| {
            let act = act.clone();
            timer.replace(Some(Timeout::new(GRACE, move || act.emit(Action::Leave))));
        }
    });
    let pressed = EventListener::new(&article, "click", {
        let (timer, act, pointed) = (Rc::clone(timer), act.clone(), Rc::clone(pointed));
        move |event| {
            let Some(event) = event.dyn_ref::<web_sys::MouseEvent>() else { return };
            timer.replace(None);
            let on_link = event.target().is_some_and(|target| here::answers_itself(&target));
            if on_link || event.default_prevented() || place::is_selecting() {
                return;
            }
            let (x, y) = (f64::from(event.client_x()), f64::from(event.client_y()));
            match mark_at(x, y) {
                Some(mark) => {
                    pointed.replace(Some(y));
                    act.emit(Action::Choose(mark));
                }
                None => act.emit(Action::Leave),
            }
        }
    });
    [moved, left, pressed]
}
