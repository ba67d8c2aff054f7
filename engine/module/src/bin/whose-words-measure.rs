//! The engine with what holds its reports against readings by hand: a module of its own, since few ask for it.

use wasm_bindgen::prelude::wasm_bindgen;
use whose_words_engine::evaluate::Evaluation;
use whose_words_engine::wire::gold::Gold;
use whose_words_engine::wire::json::WrittenReport;
use whose_words_engine::wire::packed;
use whose_words_engine_module::{Engine, Reading};

/// The agreement of reports with the readings by hand of one corpus, record by record.
#[derive(Debug, Default)]
#[wasm_bindgen]
pub struct Measurement {
    evaluation: Option<Evaluation>,
    /// The record that is being read.
    gold: Option<Gold>,
}

/// A measurement of nothing yet.
#[wasm_bindgen]
pub fn measure() -> Measurement {
    Measurement::default()
}

#[wasm_bindgen]
impl Measurement {
    /// Begins to read the article of a record, a line of JSON.
    ///
    /// # Errors
    /// A sentence where the line is no reading by hand.
    pub fn begin(&mut self, engine: &Engine, record: &str) -> Result<Reading, String> {
        let gold = Gold::from_json(record).map_err(|reason| reason.to_string())?;
        let reading = engine.begin(gold.text.clone());
        self.gold = Some(gold);
        Ok(reading)
    }

    /// Counts the article in that was begun.
    ///
    /// # Errors
    /// A sentence where its record is of another kind of corpus than those before it.
    pub fn add(&mut self, reading: Reading) -> Result<(), String> {
        let report = packed::unpack(&reading.finish());
        let Some((gold, report)) = self.gold.take().zip(report) else { return Ok(()) };
        let written = WrittenReport::new(&gold.id, &gold.text, &report);
        let evaluation = self.evaluation.get_or_insert_with(|| Evaluation::of_corpus_like(&gold));
        evaluation.add(&gold, &written).map_err(|reason| reason.to_string())
    }

    /// The table: a line for each figure, what it is of before a tab.
    pub fn table(&self) -> String {
        let rows = self.evaluation.iter().flat_map(Evaluation::rows);
        let lines = rows.map(|row| format!("{}\t{}", row.name, row.figure));
        lines.collect::<Vec<_>>().join("\n")
    }
}

fn main() {}

#[cfg(test)]
mod tests {
    use whose_words_engine::knowledge::Knowledge;
    use whose_words_engine_module::open;

    use super::*;

    #[test]
    fn records_are_counted_one_by_one_and_what_is_none_is_said() {
        let engine = open(Knowledge::PACKED).unwrap();
        let mut measurement = measure();
        assert_eq!(measurement.table(), "");
        for (text, label) in [("Pickles are a hollow triumph.", "SUBJ"), ("It rained.", "OBJ")] {
            let record = format!(r#"{{"id":"1","text":"{text}","label":"{label}"}}"#);
            let reading = measurement.begin(&engine, &record).unwrap();
            measurement.add(reading).unwrap();
        }
        let table = measurement.table();
        assert_eq!(table, "commentary macro-F1\t1.000 (SUBJ 1.000, OBJ 1.000) of 2");
        assert!(measurement.begin(&engine, "no record").is_err());
        let other = r#"{"id":"2","text":"It rained.","opinion":"Entirely factual"}"#;
        let reading = measurement.begin(&engine, other).unwrap();
        assert!(measurement.add(reading).unwrap_err().contains("another kind"));
        assert_eq!(measurement.table(), table);
    }
}
