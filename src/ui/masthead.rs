//! The head of the page: its name, its promise, and what can be done with the text.

use yew::prelude::*;

use super::choice::choice;
use super::icon::Icon;
use super::state::{Action, Dialog, State};
use super::strings::strings;
use crate::page::article::{Text, Title};
use crate::page::preferences::Theme;
use crate::page::sample;

/// Draws the masthead.
pub fn masthead(state: &State, act: &Callback<Action>, read: &Callback<Text>) -> Html {
    let strings = strings();
    let open = |dialog| act.reform(move |_: MouseEvent| Action::Open(dialog));
    let is_sample = state.article.as_ref().is_some_and(|article| article.title == Title::Sample);
    html! {
        <header class="masthead">
            <a class="skip" href="#article">{ strings.skip }</a>
            <div class="name">
                <h1>{ strings.product }</h1>
                <p class="tagline">{ strings.tagline }</p>
            </div>
            <div class="tools">
                <button type="button" class="primary" onclick={open(Dialog::OwnText)}>
                    { strings.use_own_text }
                </button>
                if !is_sample {
                    <button type="button" onclick={read.reform(|_: MouseEvent| sample::text())}>
                        { strings.back_to_sample }
                    </button>
                }
                if !state.earlier.is_empty() {
                    <button type="button" onclick={act.reform(|_: MouseEvent| Action::Undo)}>
                        { strings.undo }
                    </button>
                }
                <button
                    type="button"
                    class="square"
                    aria-label={strings.help}
                    onclick={open(Dialog::Help)}
                >
                    { "?" }
                </button>
                { theme_choice(state.preferences.theme, act) }
            </div>
            <p class="privacy">
                { Html::from(Icon::Lock) }
                <strong>{ strings.privacy }</strong>
                <span class="aside">{ " " }{ strings.privacy_more }</span>
            </p>
        </header>
    }
}

/// The choice of colours.
fn theme_choice(chosen: Theme, act: &Callback<Action>) -> Html {
    let strings = strings();
    let themes = [
        (Theme::Auto, strings.theme_auto),
        (Theme::Light, strings.theme_light),
        (Theme::Dark, strings.theme_dark),
    ];
    let place = themes.iter().position(|&(theme, _)| theme == chosen).unwrap_or(0);
    let choices = themes.map(|(theme, label)| (theme.name(), label, Action::Theme(theme)));
    choice("theme", strings.theme, choices, place, act)
}
