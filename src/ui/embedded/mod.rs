//! The widget on somebody else's page: marks painted over that page's own article, a card for each, and a panel.

pub mod body;
pub mod layer;
pub mod list;
pub mod looks;
pub mod margin;
pub mod on_page;
pub mod save;
pub mod telling;

use std::rc::Rc;

use web_sys::HtmlElement;
use yew::prelude::*;

use self::body::body;
use self::layer::Layer;
use self::looks::use_painting;
use self::margin::{below, copy_button, side, use_focus_kept, use_room};
use self::on_page::{use_article, use_pointer};
use self::save::Save;
use self::telling::use_news;
use super::announcer::announcer;
use super::card::{Card, card};
use super::dialog::{Modal, close_around};
use super::help::switch;
use super::marking::{Task, use_finder, use_marking};
use super::reader::Reader;
use super::slot::use_slot_hidden;
use super::stage::Told;
use super::state::{Action, Dialog, State};
use super::strings::strings;
use crate::host::attributes::{Attributes, PanelPlace, Wanted};
use crate::host::{highlights, scheme};
use crate::page::article::Article;
use crate::page::engine::Modules;
use crate::page::language::Language;
use crate::page::marks::place_among;
use crate::page::preferences;

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
    pub told: Told<Article>,
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
    // Looked at when the text is taken and not at every drawing: the browser may have to lay the page out for it.
    let dark = *use_memo((here.cloned(), attributes.theme), |(here, theme)| {
        scheme::is_dark_under(*theme, here.as_ref().map(|here| &here.article))
    });
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
    let paints = *use_memo((), |()| highlights::are_there());
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
        let position = place_among(&shown_marks, open.mark);
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
        PanelPlace::Below => below(copy_button(&state, &act, paints), body),
        PanelPlace::Side => side(&state, &act, room, copy_button(&state, &act, paints), body),
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
