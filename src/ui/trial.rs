//! On the card of commentary: what would change it, and a field to try other words in.

use std::rc::Rc;

use web_sys::HtmlTextAreaElement;
use whose_words_engine::span::Span;
use yew::prelude::*;

use super::strings::{fill, strings};
use crate::page::article::{Article, Text};
use crate::page::engine::Finder;
use crate::page::trial::Trial;

/// What a trial needs to know.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct TrialProps {
    /// The article.
    pub article: Rc<Article>,
    /// The clause, as an index into the report's commentary.
    pub clause: usize,
    /// What reads.
    pub finder: Finder,
    /// Takes the article with the words that were tried, and where they are; none where it cannot be changed.
    pub edit: Option<Callback<(Text, usize)>>,
}

/// What was asked for.
#[derive(Clone, Debug)]
enum Tried {
    /// The clause cannot be read without all the article around it.
    Nothing,
    /// The clause with other words.
    Words {
        trial: Rc<Trial>,
        /// What the engine would take out.
        smallest: Option<Vec<Span>>,
        words: String,
        /// What marks it now.
        marked_by: Vec<String>,
    },
}

/// Draws the question, and once it is asked, the answer and the field.
#[component]
pub fn WhatIf(props: &TrialProps) -> Html {
    let tried = use_state(|| None::<Tried>);
    let strings = strings();
    let ask = Callback::from({
        let (tried, props) = (tried.clone(), props.clone());
        move |_: MouseEvent| {
            let asked = tried.is_none().then(|| Tried::first(&props));
            tried.set(asked);
        }
    });
    let answer = match &*tried {
        None => Html::default(),
        Some(Tried::Nothing) => html! { <p role="status">{ strings.trial_nothing }</p> },
        Some(Tried::Words { trial, smallest, words, marked_by }) => {
            let input = Callback::from({
                let tried = tried.clone();
                move |event: InputEvent| {
                    let field = event.target_dyn_into::<HtmlTextAreaElement>();
                    let next = tried.as_ref().zip(field);
                    let next = next.map(|(tried, field)| tried.clone().with(field.value()));
                    tried.set(next);
                }
            });
            let put = props.edit.as_ref().map(|edit| {
                let (trial, words) = (Rc::clone(trial), words.clone());
                edit.reform(move |_: MouseEvent| trial.put(&words))
            });
            html! {
                <div class="trial">
                    { advice(trial, smallest.as_deref()) }
                    <label for="trial-words">{ strings.trial_label }</label>
                    <textarea id="trial-words" rows="3" value={words.clone()} oninput={input} />
                    <p role="status">{ verdict(marked_by) }</p>
                    if let Some(put) = put {
                        <button type="button" disabled={*words == trial.words()} onclick={put}>
                            { strings.trial_put }
                        </button>
                    }
                </div>
            }
        }
    };
    html! {
        <>
            <h3>{ strings.trial_title }</h3>
            <button
                type="button"
                class="link"
                aria-expanded={if tried.is_some() { "true" } else { "false" }}
                onclick={ask}
            >
                { strings.trial_ask }
            </button>
            { answer }
        </>
    }
}

impl Tried {
    fn first(props: &TrialProps) -> Self {
        let Some(trial) = Trial::of_clause(&props.article, &props.finder, props.clause) else {
            return Self::Nothing;
        };
        let words = trial.words().to_owned();
        let (smallest, marked_by) = (trial.smallest(), trial.marked_by(&words));
        Self::Words { trial: Rc::new(trial), smallest, words, marked_by }
    }

    fn with(self, words: String) -> Self {
        match self {
            Self::Nothing => Self::Nothing,
            Self::Words { trial, smallest, .. } => {
                let marked_by = trial.marked_by(&words);
                Self::Words { trial, smallest, words, marked_by }
            }
        }
    }
}

/// The clause with what to take out struck out.
fn advice(trial: &Trial, smallest: Option<&[Span]>) -> Html {
    let strings = strings();
    let Some(taken) = smallest else { return html! { <p>{ strings.trial_no_word }</p> } };
    let clause = trial.words();
    let mut at = 0;
    let pieces = taken.iter().map(|taken| {
        let before = Span::new(std::mem::replace(&mut at, taken.end), taken.start).of(clause);
        html! { <>{ before.to_owned() }<del>{ taken.of(clause).to_owned() }</del></> }
    });
    let pieces: Vec<Html> = pieces.collect();
    html! {
        <p>
            { strings.trial_without }
            { " " }
            <q>{ for pieces }{ clause.get(at..).unwrap_or_default().to_owned() }</q>
        </p>
    }
}

fn verdict(marked_by: &[String]) -> String {
    let strings = strings();
    if marked_by.is_empty() {
        return strings.trial_unmarked.to_owned();
    }
    let words: Vec<String> =
        marked_by.iter().map(|words| fill(strings.trial_word, &[words])).collect();
    fill(strings.trial_marked, &[&words.join(", ")])
}
