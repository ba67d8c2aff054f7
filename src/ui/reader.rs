//! The article as it is read: its leaves, the card of the mark that is pointed at, and what pointer and
//! keys do there.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use super::awaiting::awaiting;
use super::card::{self, Card, card};
use super::leaf::{Drawn, Leaf};
use super::phrases;
use super::place::{self, Anchor, GRACE, REST, focus, is_selecting, lies_in, mark_at};
use super::state::{Action, Bring, Focus, Opened, State, Way};
use super::strings::{count, strings};
use crate::page::article::{Article, Text};
use crate::page::language::Language;
use crate::page::marks::place_among;
use crate::page::near::NearWatch;

/// As many leaves are there at once: some screens of text.
const LAID_FIRST: usize = 4;

/// As many leaves are added to the page at a time: a few milliseconds' work.
const LAID_AT_ONCE: usize = 8;

/// What the reader needs to know.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct ReaderProps {
    /// The article.
    pub article: Rc<Article>,
    /// Everything else that the page knows.
    pub state: Rc<State>,
    /// What happens.
    pub act: Callback<Action>,
    /// Takes the article with other words in it, and where they are; none where it cannot be changed.
    #[prop_or_default]
    pub edit: Option<Callback<(Text, usize)>>,
}

/// Draws the article.
#[component]
pub fn Reader(props: &ReaderProps) -> Html {
    let ReaderProps { article, state, act, edit } = props;
    let strings = strings();
    let root = use_node_ref();
    let card_node = use_node_ref();
    let anchor = use_mut_ref(|| None::<Anchor>);
    let timer = use_mut_ref(|| None::<Timeout>);
    // Set while the focus is given back to a mark whose card was closed, which must not open it again.
    let quiet = use_mut_ref(|| false);
    let laid = use_laid(article.leaves.len());
    let near = use_near(&root, laid);
    use_bring(&root, state.bring, state.current, &anchor);
    use_placing(state, &root, &card_node, &anchor);

    let close = Callback::from({
        let (act, card, quiet) = (act.clone(), state.card, Rc::clone(&quiet));
        let root = root.clone();
        move |()| {
            let Some(root) = root.get() else { return };
            let inside = lies_in(place::focused(&root).map(Into::into), ".card");
            act.emit(Action::Close);
            if let Some(mark) =
                card.filter(|_| inside).and_then(|card| place::mark_element(&root, card.mark))
            {
                *quiet.borrow_mut() = true;
                focus(&mark);
                *quiet.borrow_mut() = false;
            }
        }
    });
    let on_over = Callback::from({
        let (act, card) = (act.clone(), state.card);
        let (timer, anchor) = (Rc::clone(&timer), Rc::clone(&anchor));
        move |event: PointerEvent| {
            // A finger does not rest: it taps.
            if event.pointer_type() == "touch" {
                return;
            }
            let open = card.is_some_and(|card| card.opened == Opened::Pointed);
            let (wait, action) = match mark_at(event.target()) {
                Some((mark, _)) if card.is_some_and(|card| card.mark == mark) => {
                    *timer.borrow_mut() = None;
                    return;
                }
                Some((mark, element)) => {
                    let pointed = Anchor { element, pointed: Some(f64::from(event.client_y())) };
                    if card.is_none_or(|card| card.opened == Opened::Pointed) {
                        *anchor.borrow_mut() = Some(pointed);
                    }
                    (REST, Action::Point(mark))
                }
                None if lies_in(event.target(), ".card") => {
                    *timer.borrow_mut() = None;
                    return;
                }
                None if open => (GRACE, Action::Leave),
                None => {
                    *timer.borrow_mut() = None;
                    return;
                }
            };
            let act = act.clone();
            *timer.borrow_mut() = Some(Timeout::new(wait, move || act.emit(action)));
        }
    });
    let on_leave = Callback::from({
        let (act, timer) = (act.clone(), Rc::clone(&timer));
        move |_: PointerEvent| {
            let act = act.clone();
            *timer.borrow_mut() = Some(Timeout::new(GRACE, move || act.emit(Action::Leave)));
        }
    });
    let on_click = Callback::from({
        let (act, timer, anchor) = (act.clone(), Rc::clone(&timer), Rc::clone(&anchor));
        move |event: MouseEvent| {
            *timer.borrow_mut() = None;
            match mark_at(event.target()) {
                // Whoever selects text wants the text.
                Some(_) if is_selecting() => {}
                Some((mark, element)) => {
                    let pointed = (event.detail() > 0).then(|| f64::from(event.client_y()));
                    *anchor.borrow_mut() = Some(Anchor { element, pointed });
                    act.emit(Action::Choose(mark));
                }
                None if lies_in(event.target(), ".card") => {}
                None => act.emit(Action::Close),
            }
        }
    });
    let on_focus = Callback::from({
        let (act, anchor, quiet) = (act.clone(), Rc::clone(&anchor), Rc::clone(&quiet));
        move |event: FocusEvent| {
            let Some((mark, element)) = mark_at(event.target()).filter(|_| !*quiet.borrow()) else {
                return;
            };
            // The focus that comes with a press is the press's: a card opening between a finger's coming
            // and going would be what the finger lifts from.
            if !element.matches(":focus-visible").unwrap_or(true) {
                return;
            }
            *anchor.borrow_mut() = Some(Anchor { element, pointed: None });
            act.emit(Action::Focus(mark));
        }
    });
    let on_blur = Callback::from({
        let act = act.clone();
        move |event: FocusEvent| {
            let to = event.related_target();
            if !lies_in(to.clone(), ".card") && mark_at(to).is_none() {
                act.emit(Action::Blur);
            }
        }
    });
    let on_key = Callback::from({
        let (act, close, open) = (act.clone(), close.clone(), state.card.is_some());
        let root = root.clone();
        move |event: KeyboardEvent| {
            if event.alt_key() || event.ctrl_key() || event.meta_key() {
                return;
            }
            let key = event.key();
            if key == "Escape" && open {
                event.stop_propagation();
                // A dialog around it is not meant.
                event.prevent_default();
                return close.emit(());
            }
            let Some((mark, _)) = mark_at(event.target()) else { return };
            let way = match key.as_str() {
                "ArrowRight" => Way::Next,
                "ArrowLeft" => Way::Previous,
                "Home" => Way::First,
                "End" => Way::Last,
                "Enter" | " " => {
                    event.prevent_default();
                    act.emit(Action::Choose(mark));
                    return enter_card(&root);
                }
                _ => return,
            };
            event.prevent_default();
            act.emit(Action::Step(way, Focus::Moves));
        }
    });

    let stop = state.stop();
    let leaf_of = |mark: usize| article.marks.get(mark).map(|mark| article.leaf_at(mark.start));
    let here = state.current.and_then(leaf_of);
    let laid = laid.max(here.map_or(0, |leaf| leaf + 1)).min(article.leaves.len());
    let leaves = (0..laid).map(|number| {
        let marked = state.whole || near.contains(&number) || here == Some(number);
        // A leaf that a mark has nothing to do with need not be drawn again for it.
        let touched = |mark: usize| article.is_on_leaf(mark, number);
        html! {
            <Leaf
                key={number}
                article={Rc::clone(article)}
                {number}
                drawn={if marked { Drawn::Marked } else { Drawn::Plain }}
                shown={state.shown}
                stop={stop.filter(|&mark| touched(mark))}
                current={state.current.filter(|&mark| touched(mark))}
                open={state.card.map(|card| card.mark).filter(|&mark| touched(mark))}
                spoken={state.preferences.spoken}
            />
        }
    });
    let shown_marks = state.shown_marks();
    let nothing = if !article.is_read {
        None
    } else if article.marks.is_empty() {
        Some(strings.nothing_marked)
    } else {
        shown_marks.is_empty().then_some(strings.nothing_shown)
    };
    let card = state.card.map(|open| {
        let position = place_among(&shown_marks, open.mark);
        card(&Card {
            article,
            finder: state.weights.finder(),
            mark: open.mark,
            position: (position, shown_marks.len()),
            only: state.shown.only.is_some(),
            node: &card_node,
            close: &close,
            act,
            edit: edit.as_ref(),
        })
    });
    html! {
        <div
            ref={root}
            class="reader"
            onclick={on_click}
            onpointerover={on_over}
            onpointerleave={on_leave}
            onfocusin={on_focus}
            onfocusout={on_blur}
            onkeydown={on_key}
        >
            <article id="article" tabindex="-1" lang={(article.language == Language::English).then_some("en")}>
                <header class="article-head">
                    <h2>{ phrases::title(&article.title) }</h2>
                    if article.is_read {
                        <p class="figures">
                            { count(article.report.tallies.words, strings.article_words_one, strings.article_words) }
                        </p>
                    } else {
                        { awaiting(state, act) }
                    }
                </header>
                if nothing.is_none() { { intro() } }
                if let Some(nothing) = nothing { <p class="nothing">{ nothing }</p> }
                // Keys keep leaves where they are only among themselves.
                <div>{ for leaves }</div>
            </article>
            // An empty node where there is no card: without it the whole article would be drawn anew.
            { card.unwrap_or_default() }
        </div>
    }
}

/// What the marks are, for whoever is here for the first time.
fn intro() -> Html {
    let strings = strings();
    html! {
        <p class="intro">
            <span class="sample-attribution">{ strings.intro_attributed }</span>
            { strings.intro_attributed_rest }
            <span class="sample-commentary">{ strings.intro_commentary }</span>
            { strings.intro_commentary_rest }
            <span class="for-keys">
                { strings.intro_keys }
                <kbd>{ strings.intro_key }</kbd>
                { strings.intro_keys_rest }
            </span>
        </p>
    }
}

/// How many leaves are laid out: some at once, the rest little by little.
#[hook]
fn use_laid(leaves: usize) -> usize {
    let laid = use_state_eq(|| LAID_FIRST);
    use_effect_with((*laid, leaves), {
        let laid = laid.clone();
        move |&(now, leaves)| {
            let timer = (now < leaves)
                .then(|| Timeout::new(0, move || laid.set((now + LAID_AT_ONCE).min(leaves))));
            move || drop(timer)
        }
    });
    *laid
}

/// The leaves near the window.
#[hook]
fn use_near(root: &NodeRef, laid: usize) -> Rc<Vec<usize>> {
    let near = use_state_eq(|| Rc::new(vec![0]));
    // The watch outlives many drawings, so what it tells is added to what it told, not to what was drawn.
    let known = use_mut_ref(|| vec![0]);
    let watch = use_mut_ref(|| None::<NearWatch>);
    let watched = use_mut_ref(|| 0);
    use_effect_with(laid, {
        let (root, near) = (root.clone(), near.setter());
        move |_| {
            let mut watch = watch.borrow_mut();
            if watch.is_none() {
                *watch = NearWatch::new(move |told| {
                    let mut known = known.borrow_mut();
                    for (leaf, is_near) in told {
                        known.retain(|&other| other != leaf);
                        if is_near {
                            known.push(leaf);
                        }
                    }
                    near.set(Rc::new(known.clone()));
                });
            }
            let leaves =
                root.cast::<Element>().and_then(|root| root.query_selector_all(".leaf").ok());
            if let (Some(watch), Some(leaves)) = (watch.as_ref(), leaves) {
                let mut watched = watched.borrow_mut();
                for number in *watched..leaves.length() {
                    if let Some(leaf) = leaves.item(number).and_then(|leaf| leaf.dyn_into().ok()) {
                        watch.watch(&leaf);
                    }
                }
                *watched = leaves.length();
            }
        }
    });
    Rc::clone(&near)
}

/// Brings the current mark into view each time that is asked.
#[hook]
fn use_bring(
    root: &NodeRef,
    bring: Bring,
    current: Option<usize>,
    anchor: &Rc<RefCell<Option<Anchor>>>,
) {
    let (root, anchor) = (root.clone(), Rc::clone(anchor));
    let done = use_memo((), |()| Cell::new(bring.asked));
    use_effect_with(bring, move |bring| {
        if done.replace(bring.asked) == bring.asked {
            return;
        }
        let element = current.zip(root.get());
        let element = element.and_then(|(mark, root)| place::mark_element(&root, mark));
        let Some(element) = element else { return };
        *anchor.borrow_mut() = Some(Anchor { element: element.clone().into(), pointed: None });
        place::bring_into_view(&element);
        if bring.focus {
            focus(&element);
        }
    });
}

/// Puts the open card beside its mark after each drawing that may have moved either.
#[hook]
fn use_placing(
    state: &State,
    root: &NodeRef,
    card: &NodeRef,
    anchor: &Rc<RefCell<Option<Anchor>>>,
) {
    let (root, card, anchor) = (root.clone(), card.clone(), Rc::clone(anchor));
    use_effect_with((state.card, state.bring, state.shown), move |(open, ..)| {
        let Some(open) = open else { return };
        let (Some(card), Some(root)) = (card.cast::<HtmlElement>(), root.cast::<Element>()) else {
            return;
        };
        let mut anchor = anchor.borrow_mut();
        // The anchor may be of another mark, or gone from the page since.
        let own = anchor.as_ref().is_some_and(|anchor| {
            anchor.element.is_connected()
                && anchor
                    .element
                    .get_attribute("data-mark")
                    .is_some_and(|mark| mark == open.mark.to_string())
        });
        if !own {
            *anchor = place::mark_element(&root, open.mark)
                .map(|element| Anchor { element: element.into(), pointed: None });
        }
        if let Some(anchor) = &*anchor {
            place::put(&card, anchor, &root);
        }
    });
}

/// Moves the focus into the card once it is drawn.
fn enter_card(root: &NodeRef) {
    let root = root.clone();
    Timeout::new(0, move || {
        if let Some(card) = root.get().and_then(|root| place::near(&root, card::ID)) {
            focus(&card);
        }
    })
    .forget();
}
