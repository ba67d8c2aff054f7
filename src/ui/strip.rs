//! The whole article in one line, from beginning to end; pressing it goes there.

use std::rc::Rc;

use whose_words_engine::report::{Report, Voice};
use whose_words_engine::span::Span;
use yew::prelude::*;

use super::phrases;
use super::share::stretch;
use super::state::{Action, Focus, Way};
use super::strings::{fill, strings};
use crate::page::article::Article;
use crate::page::marks::{Shown, place_among};

/// As many places are told apart: one for every pixel or two of the strip.
const PLACES: usize = 320;

/// What the strip needs to know.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct StripProps {
    /// The article.
    pub article: Rc<Article>,
    /// What the reader has switched on.
    pub shown: Shown,
    /// The mark that the reader is at.
    pub current: Option<usize>,
    /// What happens.
    pub act: Callback<Action>,
}

/// Draws the strip.
#[component]
pub fn Strip(props: &StripProps) -> Html {
    let StripProps { article, shown, current, act } = props;
    let strings = strings();
    let stretches =
        use_memo((Rc::clone(article), *shown), |(article, shown)| stretches(article, *shown));
    let marks = shown.marks(article);
    let length = article.report.length;
    let onclick = {
        let (article, act, marks) = (Rc::clone(article), act.clone(), marks.clone());
        Callback::from(move |event: MouseEvent| {
            let Some(strip) = event.current_target_element() else { return };
            let around = strip.get_bounding_client_rect();
            let along = (f64::from(event.client_x()) - around.left()) / around.width().max(1.0);
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped")]
            let byte = (along.clamp(0.0, 1.0) * article.report.length as f64) as usize;
            if let Some(mark) = nearest(&article, &marks, byte) {
                act.emit(Action::Show(mark));
            }
        })
    };
    let onkeydown = {
        let act = act.clone();
        Callback::from(move |event: KeyboardEvent| {
            let way = match event.key().as_str() {
                "ArrowRight" | "ArrowDown" => Way::Next,
                "ArrowLeft" | "ArrowUp" => Way::Previous,
                "Home" => Way::First,
                "End" => Way::Last,
                _ => return,
            };
            event.prevent_default();
            act.emit(Action::Step(way, Focus::Stays));
        })
    };
    let at = current.map(|mark| place_among(&marks, mark));
    let of = marks.len().to_string();
    let told = match (at, current) {
        (Some(at), Some(mark)) => {
            fill(strings.strip_at, &[&at.to_string(), &of, &phrases::mark(article, *mark)])
        }
        _ => fill(strings.strip_nowhere, &[&of]),
    };
    let here = current.map(|mark| article.extent(mark));
    html! {
        <section class="strip" aria-labelledby="strip-title">
            <h2 id="strip-title">{ strings.strip }</h2>
            <div
                class="strip-line"
                role="slider"
                tabindex="0"
                aria-label={strings.strip_label}
                aria-describedby="strip-hint"
                aria-valuemin="0"
                aria-valuemax={of.clone()}
                aria-valuenow={at.unwrap_or(0).to_string()}
                aria-valuetext={told}
                {onclick}
                {onkeydown}
            >
                <svg aria-hidden="true" focusable="false">
                    {
                        for stretches
                            .iter()
                            .map(|&(class, start, end)| stretch(class, start, end, PLACES))
                    }
                </svg>
                if let Some(here) = here {
                    <svg class="here" aria-hidden="true" focusable="false">
                        { stretch("here-mark", here.start, here.end.max(here.start + length / 200), length) }
                    </svg>
                }
            </div>
            <p id="strip-hint" class="aside">{ strings.strip_hint }</p>
        </section>
    }
}

/// The article in as many places as are told apart: what most of each one is, equal neighbours joined.
fn stretches(article: &Article, shown: Shown) -> Vec<(&'static str, usize, usize)> {
    let length = article.report.length.max(1);
    let place = |byte: usize| byte * PLACES / length;
    let mut joined: Vec<(&'static str, usize, usize)> = Vec::new();
    let mut weights: Vec<(&'static str, usize)> = Vec::new();
    let mut segments = classes(article, shown).peekable();
    for at in 0..PLACES {
        let (from, to) =
            (at * length / PLACES, ((at + 1) * length / PLACES).max(at * length / PLACES + 1));
        weights.clear();
        while let Some(&(class, start, end)) = segments.peek() {
            if start >= to {
                break;
            }
            let weight = end.min(to).saturating_sub(start.max(from));
            match weights.iter_mut().find(|(other, _)| *other == class) {
                Some((_, sum)) => *sum += weight,
                None => weights.push((class, weight)),
            }
            if end > to {
                break;
            }
            segments.next();
        }
        let class = weights
            .iter()
            .max_by_key(|(_, weight)| *weight)
            .map_or("unmarked", |&(class, _)| class);
        match joined.last_mut() {
            Some((other, _, end)) if *other == class => *end = at + 1,
            _ => joined.push((class, at, at + 1)),
        }
    }
    debug_assert_eq!(place(length), PLACES);
    joined
}

/// Each segment's class, with its start and end.
fn classes(article: &Article, shown: Shown) -> impl Iterator<Item = (&'static str, usize, usize)> {
    let report: &Report = &article.report;
    let comments = move |span: Span| {
        let first = report.commentary.partition_point(|clause| clause.span.end <= span.start);
        let clauses = report.commentary.iter().enumerate().skip(first);
        let mut clauses = clauses.take_while(|(_, clause)| clause.span.start < span.end);
        clauses.any(|(id, _)| shown.clause(report, id))
    };
    report.segments.iter().map(move |segment| {
        let speaks = shown.attributions
            && segment.voice == Voice::Source
            && shown.only.is_none_or(|only| segment.speaker == Some(only));
        let class = if speaks {
            article.cast.hue(segment.speaker)
        } else if segment.commentary && comments(segment.span) {
            "commenting"
        } else {
            "unmarked"
        };
        (class, segment.span.start, segment.span.end)
    })
}

/// The mark of those given that lies nearest to a place.
fn nearest(article: &Article, marks: &[usize], byte: usize) -> Option<usize> {
    let distance = |&&mark: &&usize| {
        let extent = article.extent(mark);
        extent.start.saturating_sub(byte) + byte.saturating_sub(extent.end)
    };
    marks.iter().min_by_key(distance).copied()
}

/// The element that a listener hangs on.
trait CurrentTarget {
    fn current_target_element(&self) -> Option<web_sys::Element>;
}

impl CurrentTarget for MouseEvent {
    fn current_target_element(&self) -> Option<web_sys::Element> {
        self.target_dyn_into::<web_sys::Element>()?.closest("[role=slider]").ok().flatten()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::article::tests::article;

    #[test]
    fn the_strip_goes_from_end_to_end() {
        let stretches = stretches(&article(), Shown::default());
        assert_eq!(stretches.first().map(|first| first.1), Some(0));
        assert_eq!(stretches.last().map(|last| last.2), Some(PLACES));
        assert!(stretches.windows(2).all(|pair| pair[0].2 == pair[1].1 && pair[0].0 != pair[1].0));
        let classes: Vec<&str> = stretches.iter().map(|stretch| stretch.0).collect();
        assert_eq!(classes, ["unmarked", "hue-1", "unmarked", "commenting", "unmarked"]);
    }

    #[test]
    fn what_is_switched_off_is_unmarked_here_too() {
        let off = Shown { attributions: false, commentary: false, ..Shown::default() };
        assert_eq!(stretches(&article(), off), [("unmarked", 0, PLACES)]);
    }

    #[test]
    fn an_empty_report_is_one_stretch() {
        let article = Article::new(
            crate::page::article::Text {
                title: crate::page::article::Title::Pasted,
                body: "".into(),
            },
            Report::default(),
        );
        assert_eq!(stretches(&article, Shown::default()), [("unmarked", 0, PLACES)]);
    }

    #[test]
    fn a_press_goes_to_the_nearest_mark() {
        let article = article();
        assert_eq!(nearest(&article, &[0, 1, 2], 0), Some(0));
        assert_eq!(nearest(&article, &[0, 1, 2], 30), Some(1));
        assert_eq!(nearest(&article, &[0, 2], 30), Some(0));
        assert_eq!(nearest(&article, &[0, 1, 2], 9_999), Some(2));
        assert_eq!(nearest(&article, &[], 0), None);
    }
}
