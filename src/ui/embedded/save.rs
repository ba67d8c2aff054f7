//! The button that makes one file of the article and all that reads it.

use std::rc::Rc;

use yew::platform::spawn_local;
use yew::prelude::*;

use crate::page::article::Article;
use crate::page::engine::Modules;
use crate::page::one_file;
use crate::ui::strings::strings;

/// What the button needs to know.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct SaveProps {
    /// What is to be saved.
    pub article: Rc<Article>,
    /// What brings the script that does it.
    pub modules: Modules,
}

/// How far the saving is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Saving {
    NotAsked,
    Waits,
    Failed,
}

/// Draws the button, and a sentence where no file came of it.
#[component]
pub fn Save(props: &SaveProps) -> Html {
    let saving = use_state_eq(|| Saving::NotAsked);
    let save = Callback::from({
        let (SaveProps { article, modules }, saving) = (props.clone(), saving.clone());
        move |_: MouseEvent| {
            // Who presses twice wants one file.
            if *saving == Saving::Waits {
                return;
            }
            saving.set(Saving::Waits);
            let (article, modules, saving) = (article.clone(), modules.clone(), saving.clone());
            spawn_local(async move {
                let saved = one_file::save(&modules, &article).await;
                saving.set(saved.map_or(Saving::Failed, |()| Saving::NotAsked));
            });
        }
    });
    if !one_file::can_be_made() {
        return Html::default();
    }
    let strings = strings();
    html! {
        <>
            <button type="button" class="save" onclick={save}>{ strings.save }</button>
            <span class="save-said" role="status">
                if *saving == Saving::Failed { { strings.save_failed } }
            </span>
        </>
    }
}
