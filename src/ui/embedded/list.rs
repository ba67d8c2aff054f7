//! All marks in the order of the text, as a list: highlights say nothing to a screen reader, and this does.

use std::rc::Rc;

use whose_words_engine::span::Span;
use yew::prelude::*;

use crate::page::article::{Article, What};
use crate::page::marks::Shown;
use crate::ui::card::badge;
use crate::ui::phrases;
use crate::ui::state::Action;
use crate::ui::strings::{count, strings};

/// As many marks are listed at first, and as many more each time that is asked.
const AT_ONCE: usize = 100;

/// What the list needs to know.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct ListProps {
    /// The article.
    pub article: Rc<Article>,
    /// What the reader has switched on.
    pub shown: Shown,
    /// The mark that the reader is at.
    pub current: Option<usize>,
    /// What happens.
    pub act: Callback<Action>,
}

/// Draws the list.
#[component]
pub fn List(props: &ListProps) -> Html {
    let ListProps { article, shown, current, act } = props;
    let strings = strings();
    let most = use_state_eq(|| AT_ONCE);
    let marks = shown.marks(article);
    let more = {
        let (most, now) = (most.setter(), *most);
        Callback::from(move |_: MouseEvent| most.set(now + AT_ONCE))
    };
    html! {
        <details class="marks-list">
            <summary>{ strings.list }{ " " }<span class="figures">{ count(marks.len(), strings.marks_one, strings.marks) }</span></summary>
            <ol>
                { for marks.iter().take(*most).map(|&mark| line(article, mark, *current == Some(mark), act)) }
            </ol>
            if marks.len() > *most {
                <button type="button" class="link" onclick={more}>{ strings.list_more }</button>
            }
        </details>
    }
}

fn line(article: &Article, mark: usize, is_current: bool, act: &Callback<Action>) -> Html {
    let speaker = article.speakers(mark).first();
    let words = match article.marks.get(mark).map(|mark| mark.what) {
        Some(What::Attribution(id)) => {
            let found = article.report.attributions.get(id);
            found.map_or_else(Vec::new, |found| found.attribution.content.clone())
        }
        _ => vec![article.extent(mark)],
    };
    let words: Vec<Span> = if words.is_empty() { vec![article.extent(mark)] } else { words };
    html! {
        <li>
            <button
                type="button"
                class="mark-line"
                aria-current={is_current.then_some("true")}
                onclick={act.reform(move |_: MouseEvent| Action::Show(mark))}
            >
                <span class="mark-about">
                    if let Some(&speaker) = speaker { { badge(article, speaker) } }
                    { phrases::mark(article, mark) }
                </span>
                <q class="as-it-is">{ phrases::excerpt(&article.text, &words) }</q>
            </button>
        </li>
    }
}
