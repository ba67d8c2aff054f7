//! The article of a lesson, drawn word by word with the marks of whoever is looked at.

use std::ops::Range;
use std::rc::Rc;

use whose_words_engine::lesson::Kind;
use whose_words_engine::lesson::words::touched;
use whose_words_engine::span::Span;
use yew::prelude::*;

use super::phrases::{kind_name, number_of};
use super::strings::strings;
use crate::lesson::state::{State, Task, View};
use crate::ui::strings::fill;

/// What is drawn over some words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drawn {
    /// The words.
    pub words: Range<usize>,
    /// Where they stand.
    pub span: Span,
    /// What they are.
    pub kind: Kind,
    /// Whose mark it is.
    pub by: By,
}

/// Whose mark something is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// The learner’s; `apart` when the last comparison found nothing like it in the key.
    Own {
        /// Whether the key has nothing like it.
        apart: bool,
    },
    /// The key’s.
    Key,
}

/// The marks that are to be seen.
pub fn drawn(task: &Task, state: &State) -> Vec<Drawn> {
    let mut drawn = Vec::new();
    if state.view != View::Key {
        for (at, mark) in state.history.now.as_slice().iter().enumerate() {
            let by = By::Own { apart: state.is_apart(at) };
            drawn.push(Drawn {
                span: task.span(&mark.words),
                words: mark.words.clone(),
                kind: mark.kind,
                by,
            });
        }
    }
    if state.view != View::Own {
        let asked = task.lesson.key.iter().filter(|mark| task.lesson.kinds.contains(&mark.kind));
        for mark in asked {
            let pieces = mark.spans.iter().map(|&span| touched(&task.sheet.words, span));
            drawn.extend(pieces.filter(|words| !words.is_empty()).map(|words| Drawn {
                span: task.span(&words),
                words,
                kind: mark.kind,
                by: By::Key,
            }));
        }
    }
    drawn
}

/// A paragraph of the article.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct ParagraphProps {
    /// The lesson.
    pub task: Laid,
    /// Which paragraph.
    pub at: usize,
    /// What is drawn over its words.
    pub drawn: Vec<Drawn>,
    /// The word in it that the tab key stops at.
    pub stop: Option<usize>,
    /// The words in it that are being pointed at.
    pub pointed: Option<Range<usize>>,
}

/// A lesson, told from others by where it lies.
#[derive(Clone, Debug)]
pub struct Laid(pub Rc<Task>);

impl PartialEq for Laid {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// Draws a paragraph. Only those are drawn anew in which something changed.
#[component]
pub fn Paragraph(props: &ParagraphProps) -> Html {
    let task = &props.task.0;
    let Some(paragraph) = task.sheet.paragraphs.get(props.at) else { return Html::default() };
    let text = &task.lesson.text;
    let pointed = props.pointed.as_ref().map(|words| task.span(words));
    let mut edges: Vec<usize> = vec![paragraph.span.start, paragraph.span.end];
    let words = task.sheet.words.get(paragraph.words.clone()).unwrap_or_default();
    edges.extend(words.iter().flat_map(|word| [word.start, word.end]));
    let spans = props.drawn.iter().map(|drawn| drawn.span).chain(pointed);
    edges.extend(spans.flat_map(|span| [span.start, span.end]));
    edges.retain(|edge| (paragraph.span.start..=paragraph.span.end).contains(edge));
    edges.sort_unstable();
    edges.dedup();
    let mut word = paragraph.words.start;
    let pieces =
        edges.windows(2).filter_map(|edges| Some(Span::new(*edges.first()?, *edges.last()?)));
    let pieces = pieces.map(|piece| {
        let here = task.sheet.words.get(word).is_some_and(|span| span.start == piece.start);
        let number = here.then_some(word);
        word += usize::from(here);
        let over: Vec<&Drawn> =
            props.drawn.iter().filter(|drawn| drawn.span.contains(piece)).collect();
        let mut classes: Vec<&'static str> = over.iter().map(|drawn| class(drawn)).collect();
        if over.iter().any(|drawn| drawn.by == By::Own { apart: true }) {
            classes.push("apart");
        }
        if pointed.is_some_and(|span| span.contains(piece)) {
            classes.push("pointed");
        }
        let opens = over.iter().find(|drawn| drawn.span.start == piece.start);
        let opens = opens.map(|drawn| number_of(drawn.kind).to_string());
        match number {
            Some(number) => {
                let stop = props.stop == Some(number);
                word_of(number, piece.of(text), classes, &over, opens, stop)
            }
            None if classes.is_empty() => html! { { piece.of(text) } },
            None => html! {
                <span class={classes!(classes)} data-opens={opens}>{ piece.of(text) }</span>
            },
        }
    });
    html! { <p role="group">{ for pieces }</p> }
}

fn word_of(
    number: usize,
    word: &str,
    mut classes: Vec<&'static str>,
    over: &[&Drawn],
    opens: Option<String>,
    stop: bool,
) -> Html {
    classes.push("word");
    let mut kinds: Vec<&str> = over.iter().map(|drawn| kind_name(drawn.kind)).collect();
    kinds.dedup();
    let marked = !kinds.is_empty();
    let label = marked.then(|| fill(strings().word_is, &[word, &kinds.join(", ")]));
    html! {
        <span
            class={classes!(classes)}
            role="option"
            aria-selected={if marked { "true" } else { "false" }}
            aria-label={label}
            tabindex={if stop { "0" } else { "-1" }}
            data-word={number.to_string()}
            data-opens={opens}
        >
            { word }
        </span>
    }
}

const fn class(drawn: &Drawn) -> &'static str {
    match (drawn.by, drawn.kind) {
        (By::Key, Kind::Source) => "key-source",
        (By::Key, Kind::Cue) => "key-cue",
        (By::Key, Kind::Content) => "key-content",
        (By::Key, Kind::Commentary) => "key-commentary",
        (_, Kind::Source) => "own-source",
        (_, Kind::Cue) => "own-cue",
        (_, Kind::Content) => "own-content",
        (_, Kind::Commentary) => "own-commentary",
    }
}
