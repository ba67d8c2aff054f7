//! The dialog with what the rules are known to get wrong, each rule's in its page's own words.

use yew::platform::spawn_local;
use yew::prelude::*;

use super::dialog::{Modal, close_around};
use super::rule_note::inline;
use super::state::Action;
use super::strings::strings;
use crate::page::prose::{self, Misses};

/// What the dialog needs to know.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct GalleryProps {
    /// What happens.
    pub act: Callback<Action>,
}

/// Draws the dialog.
#[component]
pub fn Gallery(props: &GalleryProps) -> Html {
    // None while they are on their way; none inside when they cannot be had.
    let found = use_state(|| None::<Option<Vec<Misses>>>);
    use_effect_with((), {
        let found = found.setter();
        move |()| spawn_local(async move { found.set(Some(prose::misses().await)) })
    });
    let strings = strings();
    let list = match &*found {
        None => html! { <p role="status">{ strings.card_more_waits }</p> },
        Some(None) => html! { <p role="status">{ strings.misses_missing }</p> },
        Some(Some(rules)) => html! { <dl class="misses">{ for rules.iter().map(rule) }</dl> },
    };
    html! {
        <Modal named_by="misses-title" close={props.act.reform(|()| Action::CloseDialog)}>
            <form method="dialog" class="help">
                // Not the button at the end: a long list begins at its head.
                <h2 id="misses-title" tabindex="-1" autofocus=true>{ strings.misses_title }</h2>
                <p>{ strings.misses_text }</p>
                { list }
                <div class="row">
                    <button
                        type="button"
                        class="primary"
                        onclick={Callback::from(close_around)}
                    >
                        { strings.help_close }
                    </button>
                </div>
            </form>
        </Modal>
    }
}

fn rule(rule: &Misses) -> Html {
    let misses = rule.paragraphs.iter().map(|paragraph| html! { <p>{ inline(paragraph) }</p> });
    html! { <div><dt>{ rule.title.clone() }</dt><dd>{ for misses }</dd></div> }
}
