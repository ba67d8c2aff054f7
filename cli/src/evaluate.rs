//! `whose evaluate`: how far our reports agree with readings by hand, and how fast they come.

use std::io::Write;
use std::time::{Duration, Instant};

use whose_words_engine::Report;
use whose_words_engine::evaluate::{Evaluation, Mistake};
use whose_words_engine::knowledge;
use whose_words_engine::notation::Marked;
use whose_words_engine::read;
use whose_words_engine::rename::{self, Changes, Renamed};
use whose_words_engine::wire::gold::Gold;
use whose_words_engine::wire::json::WrittenReport;

use crate::arguments::Options;
use crate::input::Input;
use crate::problem::Problem;
use crate::terminal::printable;

/// Reads every article that `input` has a reading by hand of, and writes a table of agreement, with the gravest
/// errors in the test notation.
pub(crate) fn evaluate(
    input: &Input,
    options: Options,
    out: &mut impl Write,
) -> Result<(), Problem> {
    let text = input.text()?;
    let mut evaluation: Option<Evaluation> = None;
    let mut effort = Effort::default();
    let mut changes = options.rename.then(Changes::default);
    for (line, record) in records(&text) {
        let gold = Gold::from_json(record).map_err(|reason| input.bad_line(line, reason))?;
        let report = effort.read(&gold);
        let written = WrittenReport::new(&gold.id, &gold.text, &report);
        if let Some(changes) = &mut changes {
            let renamed = Renamed::new(&gold.text);
            let moved = |span| renamed.moved(span);
            *changes += rename::changes(&report, &read(renamed.text()), &moved);
        }
        evaluation
            .get_or_insert_with(|| Evaluation::of_corpus_like(&gold))
            .add(&gold, &written)
            .map_err(|reason| input.bad_line(line, reason))?;
    }
    let Some(evaluation) = evaluation else {
        return Err(input.bad_line(1, "there is no record in it"));
    };
    write_table(input, &evaluation, changes, &effort, out)
        .and_then(|()| write_errors(&evaluation.gravest(options.errors), out))
        .map_err(Problem::Output)
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
    fn read(&mut self, gold: &Gold) -> Report {
        let start = Instant::now();
        let report = read(&gold.text);
        self.time += start.elapsed();
        self.articles += 1;
        self.words += report.tallies.words;
        report
    }

    #[expect(clippy::cast_precision_loss, reason = "counts of words stay far below 2^53")]
    fn words_per_second(&self) -> f64 {
        self.words as f64 / self.time.as_secs_f64().max(f64::MIN_POSITIVE)
    }
}

fn write_table(
    input: &Input,
    evaluation: &Evaluation,
    changes: Option<Changes>,
    effort: &Effort,
    out: &mut impl Write,
) -> std::io::Result<()> {
    let counted = evaluation.rows().into_iter().map(|row| (row.name, row.figure.to_string()));
    let mut rows: Vec<(String, String)> = counted.collect();
    if let Some(changes) = changes {
        for (name, share) in
            [("commentary", changes.commentary), ("attributions", changes.attributions)]
        {
            let name = format!("{name} changed under other names");
            rows.push((name, format!("{} of {}", share.some, share.of)));
        }
    }
    rows.push(("speed".into(), format!("{:.0} words a second", effort.words_per_second())));
    for (name, bytes) in knowledge::weights() {
        rows.push((format!("weights of the {name}"), format!("{bytes} bytes")));
    }
    let width = rows.iter().map(|(name, _)| name.chars().count()).max().unwrap_or(0);
    writeln!(out, "{} ({} records, {} words)", input.name(), effort.articles, effort.words)?;
    for (name, figure) in rows {
        writeln!(out, "  {name:width$}  {figure}")?;
    }
    Ok(())
}

/// Writes what was to be found under what was found, so that the two can be held against each other.
fn write_errors(gravest: &[&Mistake], out: &mut impl Write) -> std::io::Result<()> {
    if gravest.is_empty() {
        return Ok(());
    }
    writeln!(
        out,
        "\n  The gravest errors: words in other roles than by hand, weighed by confidence"
    )?;
    for (place, mistake) in gravest.iter().enumerate() {
        let kinds: Vec<&str> = mistake.kinds.iter().map(|kind| kind.name()).collect();
        let kinds = if kinds.is_empty() { "edges".to_owned() } else { kinds.join(", ") };
        let (number, words) = (place + 1, mistake.words);
        let article = printable(&mistake.article);
        writeln!(out, "\n  {number:>2}. {words} words, {kinds}; in {article}")?;
        writeln!(out, "      expected  {}", in_lines(&mistake.expected))?;
        writeln!(out, "      found     {}", in_lines(&mistake.found))?;
    }
    Ok(())
}

/// Marked text with its lines one under the other.
fn in_lines(marked: &Marked) -> String {
    let marked = marked.to_string();
    let lines = marked.lines().filter(|line| !line.trim().is_empty()).map(printable);
    lines.collect::<Vec<_>>().join("\n                ")
}
