//! `whose evaluate`: how far our reports agree with readings by hand, and how fast they come.

use std::io::Write;
use std::time::{Duration, Instant};

use whose_words_engine::evaluate::Evaluation;
use whose_words_engine::read;
use whose_words_engine::wire::gold::Gold;
use whose_words_engine::wire::json::WrittenReport;

use crate::input::Input;
use crate::problem::Problem;

/// Reads every article that `input` has a reading by hand of, and writes a table of agreement.
pub(crate) fn evaluate(input: &Input, out: &mut impl Write) -> Result<(), Problem> {
    let text = input.text()?;
    let mut evaluation: Option<Evaluation> = None;
    let mut effort = Effort::default();
    for (line, record) in records(&text) {
        let gold = Gold::from_json(record).map_err(|reason| input.bad_line(line, reason))?;
        let written = effort.read(&gold);
        evaluation
            .get_or_insert_with(|| Evaluation::of_corpus_like(&gold))
            .add(&gold, &written)
            .map_err(|reason| input.bad_line(line, reason))?;
    }
    let Some(evaluation) = evaluation else {
        return Err(input.bad_line(1, "there is no record in it"));
    };
    write_table(input, &evaluation, &effort, out).map_err(Problem::Output)
}

/// The records of a corpus with their lines: one a line, or one that fills the whole file.
fn records(text: &str) -> Vec<(usize, &str)> {
    if Gold::from_json(text).is_ok() {
        return vec![(1, text)];
    }
    let lines = text.lines().enumerate().map(|(index, line)| (index + 1, line));
    lines.filter(|(_, line)| !line.trim().is_empty()).collect()
}

/// What reading has cost so far.
#[derive(Default)]
struct Effort {
    articles: usize,
    words: usize,
    time: Duration,
}

impl Effort {
    fn read(&mut self, gold: &Gold) -> WrittenReport {
        let start = Instant::now();
        let report = read(&gold.text);
        self.time += start.elapsed();
        self.articles += 1;
        self.words += report.tallies.words;
        WrittenReport::new(&gold.id, &gold.text, &report)
    }

    #[expect(clippy::cast_precision_loss, reason = "counts of words stay far below 2^53")]
    fn words_per_second(&self) -> f64 {
        self.words as f64 / self.time.as_secs_f64().max(f64::MIN_POSITIVE)
    }
}

fn write_table(
    input: &Input,
    evaluation: &Evaluation,
    effort: &Effort,
    out: &mut impl Write,
) -> std::io::Result<()> {
    let rows = evaluation.rows();
    let speed = "speed";
    let width = rows.iter().map(|row| row.name.chars().count()).max().unwrap_or(0).max(speed.len());
    writeln!(out, "{} ({} records, {} words)", input.name(), effort.articles, effort.words)?;
    for row in rows {
        writeln!(out, "  {:width$}  {}", row.name, row.figure)?;
    }
    writeln!(out, "  {speed:width$}  {:.0} words a second", effort.words_per_second())
}
