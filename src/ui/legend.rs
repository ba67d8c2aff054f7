//! The legend: what each mark looks like and means, with a switch that shows and hides it.

use whose_words_engine::commentary::Family;
use yew::prelude::*;

use super::choice::choice;
use super::phrases;
use super::state::{Action, Switch};
use super::strings::strings;
use crate::page::article::Article;
use crate::page::marks::Shown;

/// Draws the legend.
/// `in_place` is whether the marks are on the page’s own text, which has no letters and nothing bold.
pub fn legend(article: &Article, shown: Shown, in_place: bool, act: &Callback<Action>) -> Html {
    let strings = strings();
    let families = families(article);
    let kinds = [
        (
            Switch::Attributions,
            shown.attributions,
            "sample-attribution",
            strings.legend_attributions,
        ),
        (Switch::Commentary, shown.commentary, "sample-commentary", strings.legend_commentary),
        (Switch::Markers, shown.markers, "sample-marker", strings.legend_markers),
        (Switch::Letters, shown.letters, "sample-letter", strings.legend_letters),
    ];
    html! {
        <section class="legend" aria-labelledby="legend-title">
            <h2 id="legend-title">{ strings.legend }</h2>
            <ul class="kinds">
                {
                    for kinds.into_iter().filter(|(kind, ..)| !in_place || *kind != Switch::Letters).map(|(kind, on, sample, label)| {
                        switch(act, kind, on, html! { <span class={sample}>{ label }</span> })
                    })
                }
            </ul>
            { strength(shown.strength, act) }
            <p class="aside">{ if in_place { strings.legend_key_in_place } else { strings.legend_key } }</p>
            <p class="aside only-print">{ strings.print_key }</p>
            if !families.is_empty() {
                <details class="families">
                    <summary>{ strings.legend_families }</summary>
                    <ul>
                        {
                            for families.iter().map(|&(family, number)| {
                                let (name, means) = phrases::family(family);
                                let label = html! {
                                    <>
                                        { name }{ " " }<span class="figures">{ number }</span>
                                        <span class="aside">{ means }</span>
                                    </>
                                };
                                switch(act, Switch::Family(family), shown.family(family), label)
                            })
                        }
                    </ul>
                </details>
            }
        </section>
    }
}

/// How strong commentary is to be at least.
fn strength(least: u8, act: &Callback<Action>) -> Html {
    let strings = strings();
    let choices = [
        ("1", strings.legend_strength_all, Action::Turn(Switch::Strength(1))),
        ("2", strings.legend_strength_clear, Action::Turn(Switch::Strength(2))),
        ("3", strings.legend_strength_strong, Action::Turn(Switch::Strength(3))),
    ];
    choice("strength", strings.legend_strength, choices, usize::from(least.saturating_sub(1)), act)
}

fn switch(act: &Callback<Action>, switch: Switch, on: bool, label: Html) -> Html {
    html! {
        <li>
            <label class="switch">
                <input
                    type="checkbox"
                    role="switch"
                    checked={on}
                    onchange={act.reform(move |_: Event| Action::Turn(switch))}
                />
                <span class="label">{ label }</span>
            </label>
        </li>
    }
}

/// The families that occur, with the number of their markers.
fn families(article: &Article) -> Vec<(Family, usize)> {
    let count = |family| {
        article.report.stance.iter().filter(|stance| stance.marker.family == family).count()
    };
    Family::ALL.into_iter().map(|family| (family, count(family))).filter(|&(_, n)| n > 0).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::article::tests::article;

    #[test]
    fn only_families_that_occur_are_listed() {
        assert_eq!(
            families(&article()),
            [(Family::Hedge, 2), (Family::Booster, 1), (Family::Evaluative, 1)]
        );
    }
}
