//! The article of a lesson as it is marked: its words, pointed at by pointer, touch or keys.

use std::ops::Range;
use std::rc::Rc;

use yew::prelude::*;

use super::pointing::{Pointing, use_focus, use_pointing};
use super::strings::strings;
use super::text::{Laid, Paragraph, drawn};
use crate::lesson::state::{Action, State};

/// What the article is given.
#[derive(Clone, PartialEq, Properties)]
pub struct WordsProps {
    /// The lesson.
    pub task: Laid,
    /// What is marked.
    pub state: Rc<State>,
    /// What happens.
    pub act: Callback<Action>,
}

/// Draws the article, once to be read and once to be marked: to a screen reader a text of single words is no text.
#[component]
pub fn Words(props: &WordsProps) -> Html {
    let WordsProps { task, state, act } = props;
    let Laid(lesson) = task;
    let strings = strings();
    let Pointing { down, moved, click, key } = use_pointing(state, act);
    let words = use_node_ref();
    use_focus(&words, state);
    let drawn = drawn(lesson, state);
    let stretch = state.stretch();
    let paragraphs = lesson.sheet.paragraphs.iter().enumerate().map(|(at, paragraph)| {
        let here = |words: &Range<usize>| {
            words.start < paragraph.words.end && paragraph.words.start < words.end
        };
        let drawn: Vec<_> = drawn.iter().filter(|drawn| here(&drawn.words)).cloned().collect();
        let stop = Some(state.cursor).filter(|word| paragraph.words.contains(word));
        let pointed = stretch.clone().filter(here);
        html! { <Paragraph key={at} task={task.clone()} {at} {drawn} {stop} {pointed} /> }
    });
    let plain =
        lesson.sheet.paragraphs.iter().map(|paragraph| paragraph.span.of(&lesson.lesson.text));
    html! {
        <>
            <div class="spoken">
                <h3>{ strings.plain }</h3>
                { for plain.map(|text| html! { <p>{ text }</p> }) }
            </div>
            <div
                ref={words}
                class="words"
                role="listbox"
                aria-multiselectable="true"
                aria-label={strings.words}
                onpointerdown={down}
                onpointermove={moved}
                onclick={click}
                onkeydown={key}
            >
                { for paragraphs }
            </div>
        </>
    }
}
