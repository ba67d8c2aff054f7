//! The widget on somebody else's page: marks painted over that page's own article, a card for each, and a panel.

pub mod body;
pub mod layer;
pub mod list;
pub mod looks;
pub mod on_page;
pub mod save;

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement, ShadowRoot};
use yew::prelude::*;

use self::body::body;
use self::layer::Layer;
use self::looks::use_painting;
use self::on_page::{Found, use_article, use_pointer};
use self::save::Save;
use super::announcer::announcer;
use super::card::{Card, card};
use super::dialog::{Modal, close_around};
use super::help::switch;
use super::marking::{Task, use_finder, use_marking};
use super::place;
use super::reader::Reader;
use super::state::{Action, Dialog, State};
use super::strings::{Strings, strings};
use crate::host::attributes::{Attributes, PanelPlace, Wanted};
use crate::host::here::Here;
use crate::host::room::{self, Room};
use crate::host::{highlights, news, scheme};
use crate::page::article::Article;
use crate::page::engine::Modules;
use crate::page::language::Language;
use crate::page::preferences::{self, Theme};
use crate::page::weights::Weights;

/// Where the element finds what its article says, for whoever asks it.
#[derive(Clone, Debug, Default)]
pub struct Told(pub Rc<RefCell<Option<Rc<Article>>>>);

impl Told {
    /// A number that no other has.
    pub fn number(&self) -> usize {
        Rc::as_ptr(&self.0).addr()
    }
}

impl PartialEq for Told {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// What the widget is given.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct EmbeddedProps {
    /// The element that it is the inside of.
    pub element: HtmlElement,
    /// What the page's author has set on that.
    pub attributes: Attributes,
    /// How often the page wanted the article read again.
    pub refreshed: usize,
    /// What brings the engine.
    pub modules: Modules,
    /// Where the article is to be left once it is read.
    pub told: Told,
}

/// The widget.
#[component]
pub fn Embedded(props: &EmbeddedProps) -> Html {
    let EmbeddedProps { element, attributes, refreshed, modules, told } = props;
    let state = use_reducer_eq(|| State {
        preferences: preferences::recall(),
        shown: attributes.shown,
        ..State::default()
    });
    let act = use_callback(state.dispatcher(), |action, state| state.dispatch(action));
    let task: Task = use_mut_ref(|| None);

    let found = use_article(element, &attributes.wanted, *refreshed, &act);
    let readable =
        state.article.as_ref().is_some_and(|article| article.language == Language::English);
    let finder = use_finder(readable.then_some(modules), &state, &act);
    use_marking(&state, finder.filter(|_| readable), &act, &task);

    let here = found.here();
    let dark = match attributes.theme {
        Theme::Auto => here.is_some_and(|here| scheme::is_dark(&here.article)),
        Theme::Light => false,
        Theme::Dark => true,
    };
    let root = use_node_ref();
    let painted = use_painting(&root, here, &state, dark);
    let card_node = use_node_ref();
    let pointer = use_pointer(here, &painted, &state, &act, &card_node);
    let room = use_room(here, attributes.panel);
    use_news(element, &state, &found, told);
    let drawn = use_mut_ref(|| false);
    use_effect_with(attributes.shown, {
        let act = act.clone();
        move |&shown| {
            // The first is what the state begins with.
            if drawn.replace(true) {
                act.emit(Action::Shown(shown));
            }
        }
    });
    use_effect_with(state.preferences, |&preferences| preferences::keep(preferences));

    use_focus_kept(&root, state.panel, state.preferences.beside);
    let paints = highlights::are_there();
    let stands_in = !paints && attributes.wanted == Wanted::Inside;
    use_slot_hidden(
        &root,
        stands_in && state.article.as_ref().is_some_and(|article| article.is_read),
    );

    let strings = strings();
    let known: Rc<State> = Rc::new((*state).clone());
    let copied = state.dialog == Some(Dialog::Copy);
    let copy = state.article.as_ref().filter(|article| article.is_read).map(|article| {
        html! { <Reader article={Rc::clone(article)} state={Rc::clone(&known)} act={act.clone()} /> }
    });
    let shown_marks = state.shown_marks();
    let open = state.card.zip(state.article.as_ref()).filter(|_| !copied && paints);
    let card = open.map(|(open, article)| {
        let position = shown_marks.partition_point(|&mark| mark < open.mark) + 1;
        let close = act.reform(|()| Action::Close);
        let card = card(&Card {
            article,
            finder: state.weights.finder(),
            mark: open.mark,
            position: (position, shown_marks.len()),
            only: state.shown.only.is_some(),
            node: &card_node,
            close: &close,
            act: &act,
            edit: None,
        });
        html! {
            <Layer class="over" onpointerenter={pointer.stay.clone()} onpointerleave={pointer.leave.clone()}>
                { card }
            </Layer>
        }
    });
    let on_key = Callback::from({
        let act = act.clone();
        move |event: KeyboardEvent| {
            if event.key() == "Escape" {
                event.prevent_default();
                event.stop_propagation();
                act.emit(Action::Close);
            }
        }
    });
    let body = body(&state, &found, &act, paints);
    let panel = match attributes.panel {
        PanelPlace::None => Html::default(),
        PanelPlace::Below => html! {
            <aside class="below" part="panel" aria-label={strings.host_panel}>
                <header class="sheet-head">
                    <h2>{ strings.product }</h2>
                    { copy_button(&state, &act) }
                </header>
                { body }
            </aside>
        },
        PanelPlace::Side => side(&state, &act, room, body, strings),
    };
    html! {
        <div
            ref={root}
            class="whose-words"
            data-theme={if dark { "dark" } else { "light" }}
            onkeydown={on_key}
        >
            // A copy stands where the article would, and the panel below it.
            if !paints { { copy.clone().unwrap_or_default() } }
            { panel }
            { card.unwrap_or_default() }
            if copied {
                <Modal named_by="copy-title" close={act.reform(|()| Action::CloseDialog)}>
                    <div class="copy" part="reading-view">
                        <header class="copy-head">
                            <h2 id="copy-title">{ strings.copy_title }</h2>
                            <ul class="switches">{ switch(state.preferences.spoken, strings.help_spoken, &act, || Action::TurnSpoken) }</ul>
                            if let Some(article) = &state.article {
                                <Save article={Rc::clone(article)} modules={modules.clone()} />
                            }
                            <button type="button" onclick={Callback::from(close_around)}>{ strings.help_close }</button>
                        </header>
                        { copy.unwrap_or_default() }
                    </div>
                </Modal>
            }
            { announcer(&state) }
        </div>
    }
}

/// The panel in the margin of the page, or the button that opens it where there is no room or it was closed.
fn side(
    state: &State,
    act: &Callback<Action>,
    room: Option<Room>,
    body: Html,
    strings: &Strings,
) -> Html {
    let open = if room.is_some() { state.preferences.beside } else { state.panel };
    let turn = act.reform(
        move |_: MouseEvent| if room.is_some() { Action::TurnBeside } else { Action::TurnPanel },
    );
    if !open {
        let marks = state.shown_marks().len();
        return html! {
            <Layer key="opener" class="opener">
                <button type="button" class="primary turn" part="opener" aria-expanded="false" onclick={turn}>
                    { strings.panel_open }
                    if marks > 0 { { " " }<span class="number">{ marks }</span> }
                </button>
            </Layer>
        };
    }
    let class = if room.is_some() { "beside" } else { "drawer" };
    html! {
        <Layer key="panel" {class} {room}>
            <aside class="sheet" part="panel" aria-label={strings.host_panel}>
                <header class="sheet-head">
                    <h2>{ strings.product }</h2>
                    { copy_button(state, act) }
                    <button type="button" class="quiet turn" aria-expanded="true" onclick={turn}>{ strings.panel_fold }</button>
                </header>
                { body }
            </aside>
        </Layer>
    }
}

/// The way to a copy that can be read as one reads the widget's own page.
fn copy_button(state: &State, act: &Callback<Action>) -> Html {
    let is_read = state.article.as_ref().is_some_and(|article| article.is_read);
    html! {
        if is_read && highlights::are_there() {
            <button type="button" class="quiet" onclick={act.reform(|_: MouseEvent| Action::Open(Dialog::Copy))}>
                { strings().copy_open }
            </button>
        }
    }
}

/// Where the panel folds or opens under the focus, the focus goes to the button that undoes that.
#[hook]
fn use_focus_kept(root: &NodeRef, panel: bool, beside: bool) {
    let (root, drawn) = (root.clone(), use_mut_ref(|| false));
    use_effect_with((panel, beside), move |_| {
        let Some(root) = root.cast::<Element>().filter(|_| drawn.replace(true)) else { return };
        let button = root.query_selector(".turn").ok().flatten();
        if let (None, Some(button)) = (place::focused(&root), button) {
            place::focus(button.unchecked_ref());
        }
    });
}

/// Hides what the element wraps, where a copy of it stands instead.
#[hook]
fn use_slot_hidden(root: &NodeRef, hidden: bool) {
    let root = root.clone();
    use_effect_with(hidden, move |&hidden| {
        let tree =
            root.cast::<Element>().map(|root| root.get_root_node().unchecked_into::<ShadowRoot>());
        let slot = tree.and_then(|tree| tree.query_selector("slot").ok().flatten());
        if let Some(slot) = slot {
            slot.unchecked_ref::<HtmlElement>().set_hidden(hidden);
        }
    });
}

/// The free margin beside the article, measured anew when the window or the article changes its size.
#[hook]
fn use_room(here: Option<&Rc<Here>>, panel: PanelPlace) -> Option<Room> {
    let room = use_state_eq(|| None::<Room>);
    let measured = here.filter(|_| panel == PanelPlace::Side).cloned();
    use_effect_with(measured, {
        let room = room.clone();
        move |here| {
            let watch = here.clone().and_then(|here| {
                place::SizeWatch::new(&here.article.clone(), move || {
                    let text = here.text.text();
                    let blocks = here.measured(whose_words_engine::span::Span::new(0, text.len()));
                    room.set(room::beside(&here.article, &blocks));
                })
            });
            move || drop(watch)
        }
    });
    *room
}

/// Tells the page what becomes of the article.
#[hook]
fn use_news(element: &HtmlElement, state: &State, found: &Found, told: &Told) {
    let read = state.article.clone().filter(|article| article.is_read && found.here().is_some());
    let loaded = state.weights.finder().is_some();
    use_effect_with(loaded, {
        let element = element.clone();
        move |&loaded| {
            if loaded {
                news::tell(&element, "ready", &[]);
            }
        }
    });
    use_effect_with(read, {
        let (element, told) = (element.clone(), told.clone());
        move |read| {
            told.0.replace(read.clone());
            let Some(article) = read else { return };
            let report = &article.report;
            let count = |count: usize| JsValue::from_f64(count as f64);
            let detail = [
                ("words", count(report.tallies.words)),
                ("attributions", count(report.attributions.len())),
                ("commentary", count(report.commentary.len())),
                ("speakers", count(report.speakers.len())),
            ];
            news::tell(&element, "report", &detail);
        }
    });
    use_effect_with((state.current, state.article.clone()), {
        let element = element.clone();
        move |(current, article)| {
            let chosen = current.zip(article.as_ref());
            let Some((mark, article)) = chosen else { return };
            let extent = article.extent(mark);
            let about = super::phrases::mark(article, mark);
            let detail = [
                ("mark", JsValue::from_f64(mark as f64)),
                ("about", JsValue::from_str(&about)),
                ("text", JsValue::from_str(extent.of(&article.text))),
            ];
            news::tell(&element, "select", &detail);
        }
    });
    let strings = strings();
    let wrong = match (found, &state.weights, &state.article) {
        (Found::Nothing, ..) => Some(("no-article", strings.host_no_article)),
        (_, Weights::Missing(error), _) => {
            Some(("not-loaded", super::awaiting::reason(*error, strings)))
        }
        (_, _, Some(article)) => {
            body::foreign(article.language, strings).map(|said| ("language", said))
        }
        _ => None,
    };
    use_effect_with(wrong, {
        let element = element.clone();
        move |wrong| {
            if let Some((code, message)) = wrong {
                let detail =
                    [("code", JsValue::from_str(code)), ("message", JsValue::from_str(message))];
                news::tell(&element, "error", &detail);
            }
        }
    });
}
