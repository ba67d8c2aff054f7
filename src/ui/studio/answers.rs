//! The answers of a class, held against the key.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{File, HtmlInputElement};
use whose_words_engine::lesson::agreement::{Agreement, Counts, Match};
use whose_words_engine::lesson::{Lesson, OwnMark};
use whose_words_engine::wire::lesson::answer_from_json;
use yew::platform::spawn_local;
use yew::prelude::*;

use super::strings::strings;
use crate::ui::lesson::phrases::{kind_name, number_of, short};
use crate::ui::strings::fill;

/// What the answers are held against.
#[derive(Clone, PartialEq, Properties)]
pub struct AnswersProps {
    /// The lesson as it stands.
    pub lesson: Rc<Lesson>,
}

/// A file of somebody's answer.
#[derive(Clone, PartialEq)]
struct Answered {
    /// What the file is called.
    name: String,
    /// What is in it; none where the browser could not open it.
    text: Option<String>,
}

/// What a file turned out to be.
enum Row {
    Answer { lesson: String, comparisons: usize, marks: Vec<OwnMark> },
    None(String),
}

/// Draws them. They are counted again whenever the key changes.
#[component]
pub fn Answers(props: &AnswersProps) -> Html {
    let strings = strings();
    let files = use_state_eq(Vec::<Answered>::new);
    let onchange = Callback::from({
        let files = files.setter();
        move |event: Event| {
            let input = event.target().and_then(|input| input.dyn_into::<HtmlInputElement>().ok());
            let Some(chosen) = input.and_then(|input| input.files()) else { return };
            let chosen: Vec<File> = (0..chosen.length()).filter_map(|at| chosen.get(at)).collect();
            let files = files.clone();
            spawn_local(async move {
                let mut read = Vec::with_capacity(chosen.len());
                for file in chosen {
                    let text = JsFuture::from(file.text()).await.ok();
                    let text = text.and_then(|text| text.as_string());
                    read.push(Answered { name: file.name(), text });
                }
                files.set(read);
            });
        }
    });
    let lesson = &props.lesson;
    let rows: Vec<(&Answered, Row)> = files.iter().map(|file| (file, row(file, lesson))).collect();
    let agreements = rows.iter().filter_map(|(_, row)| match row {
        Row::Answer { marks, .. } => Some(Agreement::new(lesson, marks)),
        Row::None(_) => None,
    });
    let agreements: Vec<Agreement> = agreements.collect();
    let mut counted = agreements.iter();
    let drawn = rows.iter().map(|(file, row)| {
        let name = file.name.trim_end_matches(".json");
        match row {
            Row::None(why) => html! {
                <tr>
                    <th scope="row">{ name }</th>
                    <td colspan={(lesson.kinds.len() + 2).to_string()} class="aside">{ fill(strings.answer_none, &[why]) }</td>
                </tr>
            },
            Row::Answer { lesson: title, comparisons, .. } => {
                let agreement = counted.next();
                let kinds = agreement.map(|agreement| agreement.kinds.clone()).unwrap_or_default();
                let total = agreement.map(Agreement::total).unwrap_or_default();
                let other = (*title != lesson.title).then(|| fill(strings.answer_other, &[title]));
                html! {
                    <tr>
                        <th scope="row">{ name }{ for other.map(|other| html! { <span class="aside">{ " " }{ other }</span> }) }</th>
                        { for kinds.iter().map(|(_, counts)| cell(*counts)) }
                        { cell(total) }
                        <td>{ comparisons }</td>
                    </tr>
                }
            }
        }
    });
    html! {
        <details class="answers">
            <summary>{ strings.answers }</summary>
            <p class="aside">{ strings.answers_about }</p>
            <label for="studio-answers">{ strings.answers_choose }</label>
            <input id="studio-answers" type="file" multiple=true accept=".json,application/json" {onchange} />
            if !rows.is_empty() {
                <p class="aside">{ strings.answers_cells }</p>
                <div class="wide" tabindex="0">
                    <table>
                        <thead>
                            <tr>
                                <th scope="col">{ strings.answer_of }</th>
                                { for lesson.kinds.iter().map(|kind| html! { <th scope="col">{ kind_name(*kind) }</th> }) }
                                <th scope="col">{ crate::ui::lesson::strings::strings().all_kinds }</th>
                                <th scope="col">{ strings.comparisons }</th>
                            </tr>
                        </thead>
                        <tbody>{ for drawn }</tbody>
                    </table>
                </div>
            }
            if !agreements.is_empty() {
                <h4>{ strings.found }</h4>
                <ol class="key-list">{ for found(lesson, &agreements) }</ol>
            }
        </details>
    }
}

fn row(file: &Answered, lesson: &Lesson) -> Row {
    let Some(text) = &file.text else { return Row::None(strings().unreadable.to_owned()) };
    match answer_from_json(text, lesson) {
        Ok(answer) => Row::Answer {
            lesson: answer.lesson,
            comparisons: answer.comparisons,
            marks: answer.marks,
        },
        Err(why) => Row::None(why.to_string()),
    }
}

fn cell(Counts { both, key, own }: Counts) -> Html {
    let numbers = [both, key, own - both].map(|number| number.to_string());
    html! { <td>{ fill(strings().answer_words, &numbers.each_ref().map(String::as_str)) }</td> }
}

/// The marks of the key with how many have each.
fn found(lesson: &Lesson, agreements: &[Agreement]) -> Vec<Html> {
    let mut marks: Vec<(usize, usize, usize)> = Vec::new();
    for at in 0..lesson.key.len() {
        let matches = agreements.iter().filter_map(|agreement| *agreement.key.get(at)?);
        let (mut whole, mut part, mut compared) = (0, 0, 0);
        for found in matches {
            compared += 1;
            whole += usize::from(found == Match::Whole);
            part += usize::from(found == Match::Part);
        }
        if compared > 0 {
            marks.push((whole, part, at));
        }
    }
    marks.sort_unstable();
    let listed = marks.into_iter().filter_map(|(whole, part, at)| {
        let mark = lesson.key.get(at)?;
        let words: Vec<String> = mark.spans.iter().map(|span| short(span.of(&lesson.text))).collect();
        let numbers = [whole, agreements.len(), part].map(|number| number.to_string());
        Some(html! {
            <li class={mark.kind.name()}>
                <span class="pen-number" aria-hidden="true">{ number_of(mark.kind) }</span>
                <div>
                    <span class="spoken">{ kind_name(mark.kind) }{ ": " }</span>
                    { words.join(" … ") }
                    <span class="found">{ fill(strings().found_by, &numbers.each_ref().map(String::as_str)) }</span>
                </div>
            </li>
        })
    });
    listed.collect()
}
