//! What the panel says of the article on the page, or why it says nothing.

use yew::prelude::*;

use super::list::List;
use super::on_page::Found;
use crate::page::language::Language;
use crate::ui::awaiting::awaiting;
use crate::ui::panel::{Panel, panel};
use crate::ui::state::{Action, State};
use crate::ui::steps::steps;
use crate::ui::strings::{Strings, strings};

/// Draws what the panel holds. `paints` says whether the marks are on the page's own text, and not on a copy.
pub fn body(state: &State, found: &Found, act: &Callback<Action>, paints: bool) -> Html {
    let strings = strings();
    let said = |said: &'static str| html! { <p class="said" role="status">{ said }</p> };
    match (found, &state.article) {
        (Found::Nothing, _) => said(strings.host_no_article),
        (Found::Looking, _) | (Found::Here(_), None) => said(strings.host_looking),
        (Found::Here(_), Some(article)) => {
            if let Some(foreign) = foreign(article.language, strings) {
                return said(foreign);
            }
            if !article.is_read {
                return html! { <div class="said">{ awaiting(state, act) }</div> };
            }
            if article.marks.is_empty() {
                return said(strings.nothing_marked);
            }
            let list = html! {
                <List
                    article={article.clone()}
                    shown={state.shown}
                    current={state.current}
                    act={act.clone()}
                />
            };
            html! {
                <>
                    { steps(state, act) }
                    { panel(&Panel { article, state, act, rename: None, list, in_place: paints }) }
                </>
            }
        }
    }
}

/// What there is to say of an article in another language; nothing of an English one.
pub fn foreign(language: Language, strings: &Strings) -> Option<&'static str> {
    match language {
        Language::English => None,
        Language::OtherLanguage => Some(strings.host_other_language),
        Language::OtherScript => Some(strings.host_other_script),
    }
}
