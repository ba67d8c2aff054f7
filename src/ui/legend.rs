//! The legend: what each mark looks like and means, with a switch that shows and hides it.

use wasm_bindgen::JsCast;
use web_sys::HtmlSelectElement;
use whose_words_engine::commentary::Family;
use yew::prelude::*;

use super::phrases;
use super::state::{Action, Switch};
use super::strings::strings;
use crate::page::article::Article;
use crate::page::marks::Shown;

/// Draws the legend.
pub fn legend(article: &Article, shown: Shown, act: &Callback<Action>) -> Html {
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
                    for kinds.into_iter().map(|(kind, on, sample, label)| {
                        switch(act, kind, on, html! { <span class={sample}>{ label }</span> })
                    })
                }
            </ul>
            { strength(shown.strength, act) }
            <p class="aside">{ strings.legend_key }</p>
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
    let steps = [
        (1, strings.legend_strength_all),
        (2, strings.legend_strength_clear),
        (3, strings.legend_strength_strong),
    ];
    let onchange = act.reform(|event: Event| {
        let select = event.target().and_then(|select| select.dyn_into::<HtmlSelectElement>().ok());
        let chosen = select.and_then(|select| select.value().parse().ok());
        Action::Turn(Switch::Strength(chosen.unwrap_or(1)))
    });
    html! {
        <label class="strength">
            <span>{ strings.legend_strength }</span>
            <select {onchange}>
                {
                    for steps.iter().map(|&(step, label)| html! {
                        <option value={step.to_string()} selected={step == least}>{ label }</option>
                    })
                }
            </select>
        </label>
    }
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
