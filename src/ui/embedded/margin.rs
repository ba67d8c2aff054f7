//! Where the panel stands: in the margin of the page where there is room, else behind a button, or where the element does.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::Element;
use whose_words_engine::span::Span;
use yew::prelude::*;

use super::layer::Layer;
use crate::host::attributes::PanelPlace;
use crate::host::here::Here;
use crate::host::room::{self, Room};
use crate::ui::place;
use crate::ui::state::{Action, Dialog, State};
use crate::ui::strings::strings;

/// The panel in the margin of the page, or the button that opens it where there is no room or it was closed.
pub fn side(
    state: &State,
    act: &Callback<Action>,
    room: Option<Room>,
    copy: Html,
    body: Html,
) -> Html {
    let strings = strings();
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
                    { copy }
                    <button type="button" class="quiet turn" aria-expanded="true" onclick={turn}>{ strings.panel_fold }</button>
                </header>
                { body }
            </aside>
        </Layer>
    }
}

/// The panel where the element stands.
pub fn below(copy: Html, body: Html) -> Html {
    let strings = strings();
    html! {
        <aside class="below" part="panel" aria-label={strings.host_panel}>
            <header class="sheet-head">
                <h2>{ strings.product }</h2>
                { copy }
            </header>
            { body }
        </aside>
    }
}

/// The way to a copy that can be read as one reads the widget's own page; none where it stands there already.
pub fn copy_button(state: &State, act: &Callback<Action>, paints: bool) -> Html {
    let is_read = state.article.as_ref().is_some_and(|article| article.is_read);
    html! {
        if is_read && paints {
            <button type="button" class="quiet" onclick={act.reform(|_: MouseEvent| Action::Open(Dialog::Copy))}>
                { strings().copy_open }
            </button>
        }
    }
}

/// Where the panel folds or opens under the focus, the focus goes to the button that undoes that.
#[hook]
pub fn use_focus_kept(root: &NodeRef, panel: bool, beside: bool) {
    let (root, drawn) = (root.clone(), use_mut_ref(|| false));
    use_effect_with((panel, beside), move |_| {
        let Some(root) = root.cast::<Element>().filter(|_| drawn.replace(true)) else { return };
        let button = root.query_selector(".turn").ok().flatten();
        if let (None, Some(button)) = (place::focused(&root), button) {
            place::focus(button.unchecked_ref());
        }
    });
}

/// The free margin beside the article, measured anew when the window or the article changes its size.
#[hook]
pub fn use_room(here: Option<&Rc<Here>>, panel: PanelPlace) -> Option<Room> {
    let room = use_state_eq(|| None::<Room>);
    let measured = here.filter(|_| panel == PanelPlace::Side).cloned();
    use_effect_with(measured, {
        let room = room.clone();
        move |here| {
            let watch = here.clone().and_then(|here| {
                place::SizeWatch::new(&here.article.clone(), move || {
                    let text = here.text.text();
                    let blocks = here.measured(Span::new(0, text.len()));
                    room.set(room::beside(&here.article, &blocks));
                })
            });
            move || drop(watch)
        }
    });
    *room
}
