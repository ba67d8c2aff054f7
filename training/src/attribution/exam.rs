//! Weights tried on articles with attributions: what `whose evaluate` says of the weights that ship, said of any.

use std::path::Path;

use whose_words_engine::attribution::network::Network;
use whose_words_engine::evaluate::Evaluation;
use whose_words_engine::knowledge::Knowledge;
use whose_words_engine::reading::Reading;
use whose_words_engine::wire::gold::Gold;
use whose_words_engine::wire::json::WrittenReport;

/// Prints how far the engine with these weights agrees with the readings by hand, one JSON object a line.
#[expect(clippy::print_stdout, reason = "the figures are what was asked for")]
pub(crate) fn print(weights: &Path, articles: &Path) -> Result<(), String> {
    let packed =
        std::fs::read(weights).map_err(|error| format!("{}: {error}", weights.display()))?;
    let network = Network::unpack(&packed)
        .ok_or_else(|| format!("{}: these are no weights of the network", weights.display()))?;
    let knowledge = Knowledge::with(network);
    let lines = std::fs::read_to_string(articles)
        .map_err(|error| format!("{}: {error}", articles.display()))?;
    let mut evaluation: Option<Evaluation> = None;
    for (number, line) in lines.lines().enumerate() {
        let wrong = |reason: String| format!("{}:{}: {reason}", articles.display(), number + 1);
        let gold = Gold::from_json(line).map_err(|error| wrong(error.to_string()))?;
        let report = Reading::with(&knowledge, &gold.text).finish();
        let written = WrittenReport::new(&gold.id, &gold.text, &report);
        let evaluation = evaluation.get_or_insert_with(|| Evaluation::of_corpus_like(&gold));
        evaluation.add(&gold, &written).map_err(|error| wrong(error.to_string()))?;
    }
    for row in evaluation.iter().flat_map(Evaluation::rows) {
        println!("  {:<28} {}", row.name, row.figure);
    }
    Ok(())
}
