//! The article of a lesson as it is marked: its words, pointed at by pointer, touch or keys.

use std::cell::Cell;
use std::ops::Range;
use std::rc::Rc;

use yew::platform::spawn_local;
use yew::prelude::*;

use super::pointing::{Pointing, use_focus, use_pointing};
use super::strings::strings;
use super::text::{Laid, Paragraph, drawn};
use crate::lesson::state::{Action, State};
use crate::page::clock::{Pace, pause};

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
    let ready = use_ready(task);
    let drawn = drawn(lesson, state);
    let stretch = state.stretch();
    let paragraphs = lesson.sheet.paragraphs.iter().enumerate().map(|(at, paragraph)| {
        if at >= ready {
            return html! { <p key={at}>{ paragraph.span.of(&lesson.lesson.text) }</p> };
        }
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

/// So many words are made ready to be pointed at in one go: ten or twenty milliseconds’ worth. Three times as many could be felt.
const AT_ONCE: usize = 800;

/// How many paragraphs can be pointed at already. All can be read from the beginning; of a long article the words are made ready in
/// slices, with the page alive between them.
#[hook]
fn use_ready(task: &Laid) -> usize {
    let next = |from: usize| {
        let words = |at: usize| task.0.sheet.paragraphs.get(at).map_or(0, |one| one.words.len());
        let mut behind = from;
        let mut sum = 0;
        while behind < task.0.sheet.paragraphs.len() && (sum == 0 || sum + words(behind) <= AT_ONCE)
        {
            sum += words(behind);
            behind += 1;
        }
        behind
    };
    let ready = use_state_eq(|| next(0));
    let (now, then) = (*ready, next(*ready));
    use_effect_with((task.clone(), now), move |_| {
        let gone = Rc::new(Cell::new(false));
        if then > now {
            let gone = Rc::clone(&gone);
            spawn_local(async move {
                pause(Pace::Soon).await;
                if !gone.get() {
                    ready.set(then);
                }
            });
        }
        move || gone.set(true)
    });
    now
}
