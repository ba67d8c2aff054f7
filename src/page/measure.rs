//! Our reports held against readings by hand, out of a file of the reader's: what `whose evaluate` does at a terminal.

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_futures::JsFuture;
use web_sys::{File, RequestCache};

use super::clock::{Pace, now, pause};
use super::engine::{Begun, Engine, Module, Modules};
use super::intake::LONGEST;
use super::reading::SLICE;
use super::weights;

/// Why there is no table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MeasureError {
    /// What measures could not be fetched.
    Unreachable,
    /// The file cannot be opened, or is too long.
    Unreadable,
    /// There is no record in it.
    Empty,
    /// What is wrong with the record in this line, counted from 1.
    Record(usize, String),
}

/// A line of the table: what was counted, and the count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// What was counted.
    pub name: String,
    /// The count.
    pub figure: String,
}

/// Reads every article of the file and counts where the report agrees with the reading by hand; tells how many of how many
/// are done.
///
/// # Errors
/// When what measures is not to be had, or the file holds something else.
pub async fn measure(
    modules: &Modules,
    file: &File,
    tell: impl Fn(usize, usize),
) -> Result<Vec<Row>, MeasureError> {
    if file.size() > LONGEST {
        return Err(MeasureError::Unreadable);
    }
    let text = JsFuture::from(file.text()).await.ok().and_then(|text| text.as_string());
    let text = text.ok_or(MeasureError::Unreadable)?;
    let (module, engine) = module(modules).await.ok_or(MeasureError::Unreachable)?;
    let measurement = module.measure();
    // One record may fill the whole file.
    let records = match measurement.begin(&engine, &text) {
        Ok(_) => vec![(1, text.as_str())],
        Err(_) => records(&text),
    };
    if records.is_empty() {
        return Err(MeasureError::Empty);
    }
    let mut began = now();
    for (place, &(line, record)) in records.iter().enumerate() {
        let wrong =
            |reason: JsValue| MeasureError::Record(line, reason.as_string().unwrap_or_default());
        let reading = measurement.begin(&engine, record).map_err(wrong)?;
        while !reading.step(1).map_err(wrong)? {
            if now() - began > SLICE {
                tell(place, records.len());
                pause(Pace::Soon).await;
                began = now();
            }
        }
        measurement.add(reading).map_err(wrong)?;
    }
    let table = measurement.table();
    let rows = table.lines().filter_map(|line| line.split_once('\t'));
    Ok(rows.map(|(name, figure)| Row { name: name.into(), figure: figure.into() }).collect())
}

/// The records of a corpus, one a line, with the lines' numbers.
fn records(text: &str) -> Vec<(usize, &str)> {
    let lines = text.lines().enumerate().map(|(index, line)| (index + 1, line));
    lines.filter(|(_, line)| !line.trim().is_empty()).collect()
}

/// The module that measures, and its engine.
async fn module(modules: &Modules) -> Option<(Module, Engine)> {
    let module = modules.load("measure");
    // The browser's own cache has the weights.
    let packed = weights::packed(RequestCache::ForceCache, &|_| ()).await.ok()?;
    let module = module.await?;
    let engine = module.open(&packed).ok()??;
    Some((module, engine))
}

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(method)]
    fn measure(this: &Module) -> Measurement;

    type Measurement;

    #[wasm_bindgen(method, catch)]
    fn begin(this: &Measurement, engine: &Engine, record: &str) -> Result<Begun, JsValue>;

    #[wasm_bindgen(method, catch)]
    fn add(this: &Measurement, reading: Begun) -> Result<(), JsValue>;

    #[wasm_bindgen(method)]
    fn table(this: &Measurement) -> String;
}
