//! The button that makes one file of the article and all that reads it.

use std::rc::Rc;

use yew::prelude::*;

use crate::page::article::Article;
use crate::page::engine::Modules;
use crate::page::one_file;
use crate::ui::making::{Making, make};
use crate::ui::strings::strings;

/// What the button needs to know.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct SaveProps {
    /// What is to be saved.
    pub article: Rc<Article>,
    /// What brings the script that does it.
    pub modules: Modules,
}

/// Draws the button, and a sentence where no file came of it.
#[component]
pub fn Save(props: &SaveProps) -> Html {
    let making = use_state_eq(|| Making::NotAsked);
    let save = Callback::from({
        let (SaveProps { article, modules }, making) = (props.clone(), making.clone());
        move |_: MouseEvent| {
            let (article, modules) = (article.clone(), modules.clone());
            make(&making, async move { one_file::save(&modules, &article).await });
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
                if *making == Making::Failed { { strings.save_failed } }
            </span>
        </>
    }
}
