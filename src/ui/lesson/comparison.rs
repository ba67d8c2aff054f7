//! What a comparison with the key found.

use whose_words_engine::lesson::agreement::{Agreement, Counts};
use whose_words_engine::lesson::words::touched;
use whose_words_engine::lesson::{KeyMark, Kind};
use yew::prelude::*;

use super::phrases::{apart, key_found, key_to_come, kind_name, number_of, short};
use super::strings::strings;
use crate::lesson::state::{Action, State, Task, View};
use crate::ui::strings::fill;

/// Draws it; nothing before there is one.
pub fn comparison(task: &Task, state: &State, act: &Callback<Action>, heading: &NodeRef) -> Html {
    let Some(agreement) = state.compared.as_deref() else { return Html::default() };
    let strings = strings();
    let own = (0..state.history.now.as_slice().len()).filter_map(|mark| {
        let sentence = apart(state, task, mark)?;
        let first = state.history.now.as_slice().get(mark)?.words.start;
        Some(html! {
            <li><button type="button" class="link" title={strings.go} onclick={act.reform(move |_: MouseEvent| Action::Go(first))}>{ sentence }</button></li>
        })
    });
    let own: Vec<Html> = own.collect();
    let has_marks = !state.history.now.as_slice().is_empty();
    html! {
        <section class="comparison" aria-labelledby="compared">
            <h3 id="compared" tabindex="-1" ref={heading.clone()}>{ strings.compared }</h3>
            { counts(agreement) }
            <p class="aside">{ strings.compared_words }</p>
            if !own.is_empty() {
                <h4>{ strings.own_apart }</h4>
                <ul class="apart-list">{ for own }</ul>
            } else if has_marks {
                <p>{ strings.own_agreed }</p>
            }
            if let Some(sentence) = key_to_come(state) {
                <p class="key-to-come">{ sentence }</p>
            } else {
                { views(state, act) }
                { key(task, agreement, act) }
            }
        </section>
    }
}

/// How many words each side has of each kind.
fn counts(agreement: &Agreement) -> Html {
    let strings = strings();
    let row = |name: &'static str, counts: Counts| {
        let Counts { both, key, own } = counts;
        html! {
            <tr>
                <th scope="row">{ name }</th>
                <td>{ both }</td>
                <td>{ key - both }</td>
                <td>{ own - both }</td>
            </tr>
        }
    };
    let several = agreement.kinds.len() > 1;
    html! {
        <table>
            <thead>
                <tr>
                    <th scope="col">{ strings.kind }</th>
                    <th scope="col">{ strings.both_have }</th>
                    <th scope="col">{ strings.only_key }</th>
                    <th scope="col">{ strings.only_own }</th>
                </tr>
            </thead>
            <tbody>
                { for agreement.kinds.iter().map(|(kind, counts)| row(kind_name(*kind), *counts)) }
                if several { { row(strings.all_kinds, agreement.total()) } }
            </tbody>
        </table>
    }
}

/// Whose words a content of the key is; none where the key does not say, and of other marks.
fn source_of(task: &Task, mark: &KeyMark) -> Option<String> {
    let attribution = mark.attribution.filter(|_| mark.kind == Kind::Content)?;
    let sources = task.lesson.key.iter().filter(|other| other.kind == Kind::Source);
    let source = sources.into_iter().find(|other| other.attribution == Some(attribution))?;
    Some(short(source.spans.first()?.of(&task.lesson.text)))
}

/// Whose marks are to be seen.
fn views(state: &State, act: &Callback<Action>) -> Html {
    let strings = strings();
    let ways = [
        (View::Both, strings.see_both),
        (View::Own, strings.see_own),
        (View::Key, strings.see_key),
    ];
    let ways = ways.map(|(view, name)| {
        html! {
            <button
                type="button"
                aria-pressed={if state.view == view { "true" } else { "false" }}
                onclick={act.reform(move |_: MouseEvent| Action::View(view))}
            >
                { name }
            </button>
        }
    });
    html! { <div class="views" role="group" aria-label={strings.see}>{ for ways }</div> }
}

/// The key’s marks with what is told of them.
fn key(task: &Task, agreement: &Agreement, act: &Callback<Action>) -> Html {
    let strings = strings();
    let marks = task.lesson.key.iter().zip(&agreement.key);
    let asked = marks.filter(|(mark, _)| task.lesson.kinds.contains(&mark.kind));
    let mut listed: Vec<_> = asked
        .map(|(mark, found)| {
            let places = mark.spans.iter().map(|&span| touched(&task.sheet.words, span));
            let places: Vec<_> = places.filter(|words| !words.is_empty()).collect();
            let words: Vec<String> = places.iter().map(|words| short(task.words(words))).collect();
            let first = places.first().map_or(0, |words| words.start);
            let row = html! {
                <li class={mark.kind.name()}>
                    <span class="pen-number" aria-hidden="true">{ number_of(mark.kind) }</span>
                    <div>
                        <button type="button" class="link" title={strings.go} onclick={act.reform(move |_: MouseEvent| Action::Go(first))}>
                            <span class="spoken">{ kind_name(mark.kind) }{ ": " }</span>{ words.join(" … ") }
                        </button>
                        if let Some(source) = source_of(task, mark) {
                            <span class="of">{ fill(strings.key_of, &[&source]) }</span>
                        }
                        <span class="found">{ key_found(*found) }</span>
                        if !mark.note.is_empty() {
                            <p class="note">{ mark.note.clone() }</p>
                        }
                    </div>
                </li>
            };
            (first, row)
        })
        .collect();
    listed.sort_by_key(|(first, _)| *first);
    html! {
        <>
            <h4>{ strings.key }</h4>
            <p class="aside">{ strings.key_is_a_reading }</p>
            <ol class="key-list">{ for listed.into_iter().map(|(_, row)| row) }</ol>
        </>
    }
}
