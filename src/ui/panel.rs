//! What there is to say about the article as a whole, beside the text or, on a narrow screen, over it.

use std::rc::Rc;

use whose_words_engine::report::Finding;
use whose_words_engine::rule;
use yew::prelude::*;

use super::ledger::Ledger;
use super::legend::legend;
use super::share::share;
use super::state::{Action, State};
use super::strings::strings;
use super::strip::Strip;
use crate::page::article::Article;

/// Draws the panel.
pub fn panel(
    article: &Rc<Article>,
    state: &State,
    act: &Callback<Action>,
    rename: &Callback<()>,
) -> Html {
    let findings = article.report.findings.iter().filter_map(finding);
    html! {
        <div id="panel" class="panel" role="region" aria-label={strings().panel} tabindex="0">
            { share(article) }
            <Strip
                article={Rc::clone(article)}
                shown={state.shown}
                current={state.current}
                act={act.clone()}
            />
            // Before the ledger, which may be long: the switches are to be found without searching.
            { legend(article, state.shown, act) }
            <Ledger
                article={Rc::clone(article)}
                only={state.shown.only}
                current={state.current}
                act={act.clone()}
            />
            <section class="findings" aria-labelledby="findings-title">
                <h2 id="findings-title">{ strings().findings }</h2>
                <ul>{ for findings }</ul>
                <button type="button" onclick={rename.reform(|_: MouseEvent| ())}>
                    { strings().rename }
                </button>
                <p class="aside">{ strings().rename_means }</p>
            </section>
        </div>
    }
}

fn finding(found: &Finding) -> Option<Html> {
    let page = rule::page(found.rule)?;
    let values = found.values.iter().map(|(name, value)| {
        html! { <span class="figures">{ " · " }{ name }{ ": " }{ *value }</span> }
    });
    Some(html! { <li><b>{ page.title }</b>{ for values }<p class="aside">{ page.lead }</p></li> })
}
