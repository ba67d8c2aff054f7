//! *Whose words?* as a bar: how much of the article each voice has.

use yew::prelude::*;

use super::card::badge;
use super::phrases;
use super::strings::strings;
use crate::page::article::Article;

/// As many speakers have a part of the bar of their own; those heard less share the last one's hue anyway.
const LISTED: usize = 8;

/// A part of the bar.
struct Part {
    words: usize,
    class: &'static str,
    speaker: Option<usize>,
    label: String,
}

/// Draws the bar and, below it, its parts in words.
pub fn share(article: &Article) -> Html {
    let all = article.report.tallies.words;
    let parts = parts(article);
    let mut start = 0;
    let bar = parts.iter().map(|part| {
        let x = start;
        start += part.words;
        stretch(part.class, x, start, all)
    });
    html! {
        <section class="share" aria-labelledby="share-title">
            <h2 id="share-title">{ strings().share }</h2>
            <svg class="bar" aria-hidden="true" focusable="false">
                { wave() }
                { for bar }
            </svg>
            <ul class="parts">
                { for parts.iter().map(|part| listed(article, part, all)) }
            </ul>
        </section>
    }
}

fn listed(article: &Article, part: &Part, all: usize) -> Html {
    let swatch = match part.speaker {
        Some(speaker) => badge(article, speaker),
        None => html! {
            <svg class="swatch" aria-hidden="true" focusable="false">
                { stretch(part.class, 0, 1, 1) }
            </svg>
        },
    };
    html! {
        <li>
            { swatch }
            <span class="label">{ part.label.clone() }</span>
            <span class="figures">{ phrases::percent(part.words, all) }</span>
        </li>
    }
}

/// The voices with any words: the speakers, those nobody names, the author's commentary, the author's rest.
fn parts(article: &Article) -> Vec<Part> {
    let tallies = &article.report.tallies;
    let words = |speaker: usize| tallies.speakers.get(speaker).copied().unwrap_or(0);
    let heard = article.cast.order.iter().copied().filter(|&speaker| words(speaker) > 0);
    let mut parts: Vec<Part> = heard
        .filter_map(|speaker| {
            Some(Part {
                words: words(speaker),
                class: article.cast.hue(Some(speaker)),
                speaker: Some(speaker),
                label: article.report.speakers.get(speaker)?.name.clone(),
            })
        })
        .collect();
    let rest: usize = parts.iter().skip(LISTED).map(|part| part.words).sum();
    parts.truncate(LISTED);
    let strings = strings();
    let unmarked = tallies.author.saturating_sub(tallies.commentary);
    for (words, class, label) in [
        (rest, "hue-0", strings.share_rest),
        (tallies.unnamed, "hue-0", strings.share_unnamed),
        (tallies.commentary, "commenting", strings.share_commentary),
        (unmarked, "unmarked", strings.share_author),
    ] {
        if words > 0 {
            parts.push(Part { words, class, speaker: None, label: label.to_owned() });
        }
    }
    parts
}

/// The id of the pattern that fills the author's commentary.
const WAVE: &str = "wave";

/// The pattern that fills the author's commentary: waves, as under the text.
pub fn wave() -> Html {
    html! {
        <defs>
            <pattern id={WAVE} width="12" height="7" patternUnits="userSpaceOnUse">
                <rect class="wave-ground" width="12" height="7" />
                <path class="wave-line" d="M0 3.5q3-3.5 6 0t6 0" />
            </pattern>
        </defs>
    }
}

/// A stretch of a bar, from `start` to `end` out of `all`.
pub fn stretch(class: &'static str, start: usize, end: usize, all: usize) -> Html {
    let fill = (class == "commenting").then_some("url(#wave)");
    html! {
        <rect
            {class}
            {fill}
            x={share_of(start, all)}
            width={share_of(end.saturating_sub(start), all)}
            height="100%"
        />
    }
}

/// A share as SVG has it, in thousandths: whole numbers, so that no machinery for fractions is needed.
fn share_of(part: usize, all: usize) -> String {
    let thousandths = part * 1_000 / all.max(1);
    let tenth = (thousandths % 10).to_string();
    [&(thousandths / 10).to_string(), ".", &tenth, "%"].concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::article::tests::article;

    #[test]
    fn the_parts_are_all_the_words() {
        let article = article();
        let parts = parts(&article);
        let words: usize = parts.iter().map(|part| part.words).sum();
        assert_eq!(words, article.report.tallies.words);
        let labels: Vec<&str> = parts.iter().map(|part| part.label.as_str()).collect();
        assert_eq!(labels, ["Lowell", strings().share_commentary, strings().share_author]);
    }

    #[test]
    fn shares_have_one_place_behind_the_point() {
        assert_eq!(share_of(1, 3), "33.3%");
        assert_eq!(share_of(3, 3), "100.0%");
        assert_eq!(share_of(0, 0), "0.0%");
    }
}
