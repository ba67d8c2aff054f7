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

/// What a panel is drawn from.
#[derive(Debug)]
pub struct Panel<'a> {
    /// The article.
    pub article: &'a Rc<Article>,
    /// Everything else that is known.
    pub state: &'a State,
    /// What happens.
    pub act: &'a Callback<Action>,
    /// Reads the article with other names; none where it cannot be changed.
    pub rename: Option<&'a Callback<()>>,
    /// A list of the marks, where they are not to be had otherwise.
    pub list: Html,
    /// Whether the marks are on the page’s own text.
    pub in_place: bool,
}

/// Draws the panel.
pub fn panel(props: &Panel<'_>) -> Html {
    let Panel { article, state, act, rename, list, in_place } = props;
    let findings = article.report.findings.iter();
    let findings = findings.filter_map(|found| finding(article, found, act));
    html! {
        <div id="panel" class="panel" role="region" aria-label={strings().panel} tabindex="0">
            { share(article) }
            <Strip
                article={Rc::clone(article)}
                shown={state.shown}
                current={state.current}
                act={(*act).clone()}
            />
            // Before the ledger, which may be long: the switches are to be found without searching.
            { legend(article, state.shown, *in_place, act) }
            { list.clone() }
            <Ledger
                article={Rc::clone(article)}
                only={state.shown.only}
                current={state.current}
                act={(*act).clone()}
            />
            <section class="findings" aria-labelledby="findings-title">
                <h2 id="findings-title">{ strings().findings }</h2>
                <ul>{ for findings }</ul>
                if let Some(rename) = rename {
                    <button type="button" onclick={rename.reform(|_: MouseEvent| ())}>
                        { strings().rename }
                    </button>
                    <p class="aside">{ strings().rename_means }</p>
                }
            </section>
            if *in_place {
                <p class="fine-print">{ strings().privacy }{ " " }{ strings().site_footer }</p>
            }
        </div>
    }
}

/// What is found, how much of it, and a way to where it begins.
fn finding(article: &Article, found: &Finding, act: &Callback<Action>) -> Option<Html> {
    let page = rule::page(found.rule)?;
    let values = found.values.iter().map(|(name, value)| {
        html! { <span class="figures">{ " · " }{ name }{ ": " }{ *value }</span> }
    });
    let there = found.spans.first().and_then(|span| article.mark_from(span.start));
    let there = there.map(|mark| {
        let onclick = act.reform(move |_: MouseEvent| Action::Show(mark));
        html! { <button type="button" class="link" {onclick}>{ strings().finding_there }</button> }
    });
    Some(html! {
        <li>
            <h3>{ page.title }</h3>
            <p class="aside">{ page.lead }{ for values }</p>
            { there }
        </li>
    })
}
