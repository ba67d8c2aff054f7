//! Why something is marked: a rule's title and lead, and its longer text when asked for.

use whose_words_engine::rule;
use yew::platform::spawn_local;
use yew::prelude::*;

use super::strings::{fill, strings};
use crate::page::prose::{self, Section};

/// What a note needs to know.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct RuleNoteProps {
    /// The rule's name.
    pub rule: &'static str,
}

/// A rule's longer text, as far as it is there.
#[derive(Clone, Debug, PartialEq)]
enum More {
    NotAsked,
    Waits,
    Missing,
    Here(Vec<Section>),
}

/// Draws a rule's title, its lead, and a button for more.
#[component]
pub fn RuleNote(props: &RuleNoteProps) -> Html {
    let more = use_state_eq(|| More::NotAsked);
    let here = matches!(*more, More::Here(_));
    let turn = Callback::from({
        let (rule, more) = (props.rule, more.setter());
        move |_: MouseEvent| {
            if here {
                return more.set(More::NotAsked);
            }
            more.set(More::Waits);
            let more = more.clone();
            spawn_local(async move {
                let prose = prose::of_rule(rule).await;
                more.set(prose.map_or(More::Missing, More::Here));
            });
        }
    });
    let Some(page) = rule::page(props.rule) else { return Html::default() };
    let strings = strings();
    html! {
        <div class="rule">
            <p class="rule-lead"><strong>{ page.title }</strong>{ ": " }{ inline(page.lead) }</p>
            { page.precision.map(precision) }
            // It stays when the text is there: with it the focus would go, and the way back.
            <button
                type="button"
                class="link"
                aria-expanded={if here { "true" } else { "false" }}
                onclick={turn}
            >
                { strings.card_more }
            </button>
            {
                match &*more {
                    More::NotAsked => Html::default(),
                    More::Waits => html! { <p role="status">{ strings.card_more_waits }</p> },
                    More::Missing => html! { <p role="status">{ strings.card_more_missing }</p> },
                    More::Here(sections) => html! {
                        <div class="rule-more">{ for sections.iter().map(section) }</div>
                    },
                }
            }
        </div>
    }
}

/// How often the rule was right.
fn precision((right, read): (u16, u16)) -> Html {
    let said = fill(strings().card_precision, &[&right.to_string(), &read.to_string()]);
    html! { <p class="aside">{ said }</p> }
}

fn section(section: &Section) -> Html {
    html! {
        <>
            { section.heading.clone().map(|heading| html! { <h4>{ heading }</h4> }) }
            { for section.paragraphs.iter().map(|each| html! { <p>{ inline(each) }</p> }) }
        </>
    }
}

/// A line of a rule page: what stands between stars is an example.
pub fn inline(markdown: &str) -> Html {
    let parts = markdown.split('*').enumerate();
    parts
        .map(|(number, part)| {
            if number % 2 == 1 {
                html! { <em>{ part.to_owned() }</em> }
            } else {
                part.to_owned().into()
            }
        })
        .collect()
}
