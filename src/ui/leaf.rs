//! A leaf of the article: its paragraphs with their marks, or, far from where the reader is, without.

use std::rc::Rc;

use whose_words_engine::span::Span;
use yew::prelude::*;

use super::phrases;
use super::strings::{fill, strings};
use crate::page::article::{Article, What};
use crate::page::marks::{Part, Piece, Run, Shown, runs};

/// How much of a leaf is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Drawn {
    /// Only its text: it can be searched, copied and scrolled past.
    Plain,
    /// Its marks too.
    Marked,
}

/// What a leaf needs to know.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct LeafProps {
    /// The article.
    pub article: Rc<Article>,
    /// Which of its leaves this is.
    pub number: usize,
    /// How much is drawn.
    pub drawn: Drawn,
    /// What the reader has switched on.
    pub shown: Shown,
    /// The mark that the tab key stops at.
    pub stop: Option<usize>,
    /// The mark that the reader is at.
    pub current: Option<usize>,
    /// The mark whose card is open.
    pub open: Option<usize>,
    /// Whether starts and ends are spoken.
    pub spoken: bool,
}

/// Draws a leaf.
#[component]
pub fn Leaf(props: &LeafProps) -> Html {
    let leaf = props.article.leaves.get(props.number);
    let paragraphs = leaf.into_iter().flat_map(|leaf| &leaf.paragraphs);
    let mut begun = Begun::default();
    html! {
        <section class="leaf" data-leaf={props.number.to_string()}>
            { for paragraphs.map(|&span| paragraph(props, span, &mut begun)) }
        </section>
    }
}

/// The marks that were begun on a leaf. A mark may be drawn in several runs; only the first has its id and
/// is where the tab key stops.
#[derive(Default)]
struct Begun(Vec<usize>);

impl Begun {
    fn begins(&mut self, props: &LeafProps, mark: usize) -> bool {
        let start = props.article.marks.get(mark).map_or(0, |mark| mark.start);
        let begins = props.article.leaf_at(start) == props.number && !self.0.contains(&mark);
        if begins {
            self.0.push(mark);
        }
        begins
    }
}

fn paragraph(props: &LeafProps, span: Span, begun: &mut Begun) -> Html {
    let article = &props.article;
    let layers = article.leaves.get(props.number).map_or(&[][..], |leaf| &leaf.layers);
    if props.drawn == Drawn::Plain || layers.is_empty() {
        return html! { <p>{ text(article, span) }</p> };
    }
    let runs = runs(article, layers, span, props.shown);
    html! { <p>{ for runs.iter().map(|each| run(props, each, begun)) }</p> }
}

fn text(article: &Article, span: Span) -> Html {
    Html::from(span.of(&article.text).to_owned())
}

/// A run: a mark that answers to pointer and keyboard, or plain text.
fn run(props: &LeafProps, run: &Run, begun: &mut Begun) -> Html {
    let article = &props.article;
    let pieces = run.pieces.iter().map(|each| piece(props, run, each));
    let Some(number) = run.mark else { return pieces.collect() };
    let Some(mark) = article.marks.get(number) else { return pieces.collect() };
    let is_first = begun.begins(props, number);
    let is = |other: Option<usize>| other == Some(number);
    let kind = match mark.what {
        What::Attribution(_) | What::Quotation(_) => "attribution",
        What::Commentary(_) => "commentary",
        What::Marker(_) => "lone",
    };
    let hue = article.cast.hue(article.speakers(number).first().copied());
    let open = is(props.open);
    html! {
        <mark
            class={classes!("mark", kind, hue, is(props.current).then_some("current"))}
            id={is_first.then(|| ["mark-", &number.to_string()].concat())}
            data-mark={number.to_string()}
            role="button"
            tabindex={if is_first && is(props.stop) { "0" } else { "-1" }}
            aria-haspopup="dialog"
            aria-expanded={if open { "true" } else { "false" }}
            aria-details={open.then_some("card")}
        >
            if props.spoken {
                <span class="spoken">
                    { fill(strings().said_start, &[&phrases::mark(article, number)]) }
                </span>
            }
            { for pieces }
            if props.spoken { <span class="spoken">{ strings().said_end }</span> }
        </mark>
    }
}

fn piece(props: &LeafProps, run: &Run, piece: &Piece) -> Html {
    let article = &props.article;
    let words = text(article, piece.span);
    let part = match piece.part {
        Part::None => None,
        Part::Source => Some("source"),
        Part::Cue => Some("cue"),
        Part::Content => Some("content"),
    };
    let marker = piece.marker.map(|_| "marker");
    let words = if part.is_some() || marker.is_some() {
        html! { <span class={classes!(part, marker)}>{ words }</span> }
    } else {
        words
    };
    // A clause of the author's around a source or cue keeps its line under that too.
    let words = if piece.commentary {
        html! { <span class="clause">{ words }</span> }
    } else {
        words
    };
    let letter = run.mark.filter(|_| piece.ends).map(|mark| letter(article, mark));
    html! {
        <>
            { words }
            if let Some(letter) = letter {
                <span
                    class={if props.shown.letters { "letter" } else { "letter only-print" }}
                    data-letter={letter}
                    aria-hidden="true"
                />
            }
        </>
    }
}

/// The letters of a mark's speakers; a question mark where nobody is named.
fn letter(article: &Article, mark: usize) -> String {
    let letters: Vec<String> =
        article.speakers(mark).iter().map(|&speaker| article.cast.letter(speaker)).collect();
    if letters.is_empty() { "?".to_owned() } else { letters.join("+") }
}
