//! The dialog in which a reader holds the marks against readings by hand.

use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::platform::spawn_local;
use yew::prelude::*;

use super::dialog::{Modal, close_around};
use super::state::Action;
use super::strings::{fill, strings};
use crate::page::engine::Modules;
use crate::page::measure::{MeasureError, Row, measure};

/// What the dialog needs to know.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct MeasureProps {
    /// What brings the module that measures.
    pub modules: Modules,
    /// What happens.
    pub act: Callback<Action>,
}

/// How far a measurement is.
#[derive(Clone, Debug, PartialEq)]
enum Measured {
    Nothing,
    Reads(usize, usize),
    Table(String, Vec<Row>),
    Failed(MeasureError),
}

/// Draws the dialog.
#[component]
pub fn Measure(props: &MeasureProps) -> Html {
    let measured = use_state_eq(|| Measured::Nothing);
    let strings = strings();
    let onchange = Callback::from({
        let (measured, modules) = (measured.setter(), props.modules.clone());
        move |event: Event| {
            let input = event.target().and_then(|input| input.dyn_into::<HtmlInputElement>().ok());
            let Some(file) = input.and_then(|input| input.files()?.get(0)) else { return };
            let (measured, modules) = (measured.clone(), modules.clone());
            measured.set(Measured::Reads(0, 0));
            spawn_local(async move {
                let tell = |done, of| measured.set(Measured::Reads(done, of));
                let table = measure(&modules, &file, tell).await;
                let table = table.map(|table| Measured::Table(file.name(), table));
                measured.set(table.unwrap_or_else(Measured::Failed));
            });
        }
    });
    let busy = matches!(*measured, Measured::Reads(..));
    let answer = match &*measured {
        Measured::Nothing => Html::default(),
        Measured::Reads(_, 0) => html! { strings.card_more_waits },
        Measured::Reads(done, of) => {
            html! { fill(strings.measure_reads, &[&done.to_string(), &of.to_string()]) }
        }
        Measured::Table(name, table) => html! {
            <table class="figures">
                <caption>{ name.clone() }</caption>
                <tbody>{ for table.iter().map(row) }</tbody>
            </table>
        },
        Measured::Failed(error) => html! { <strong>{ sentence(error) }</strong> },
    };
    html! {
        <Modal named_by="measure-title" close={props.act.reform(|()| Action::CloseDialog)}>
            <form method="dialog" class="help">
                <h2 id="measure-title" tabindex="-1" autofocus=true>{ strings.measure_title }</h2>
                <p>{ strings.measure_text }</p>
                <p><code>{ strings.measure_example }</code></p>
                <div class="file">
                    <label for="measure-file">{ strings.measure_file }</label>
                    <input
                        id="measure-file"
                        type="file"
                        accept=".jsonl,.json,application/json"
                        disabled={busy}
                        {onchange}
                    />
                </div>
                <div role="status">{ answer }</div>
                <div class="row">
                    <button type="button" class="primary" onclick={Callback::from(close_around)}>
                        { strings.help_close }
                    </button>
                </div>
            </form>
        </Modal>
    }
}

fn row(row: &Row) -> Html {
    html! { <tr><th scope="row">{ row.name.clone() }</th><td>{ row.figure.clone() }</td></tr> }
}

fn sentence(error: &MeasureError) -> String {
    let strings = strings();
    match error {
        MeasureError::Unreachable => strings.measure_unreachable.to_owned(),
        MeasureError::Unreadable => strings.measure_unreadable.to_owned(),
        MeasureError::Empty => strings.measure_empty.to_owned(),
        MeasureError::Record(line, reason) => {
            fill(strings.measure_record, &[&line.to_string(), reason])
        }
    }
}
