//! How fast the engine reads: compiled for this machine, and in a reader's browser.

use std::path::Path;

use serde_json::Value;

use crate::failure::Failure;
use crate::setup::chromium::{self, Chromium};
use crate::setup::packages;
use crate::{journeys, place, program, site};

/// What reading the sample article is to take in Chromium, in milliseconds: with the page drawn around it, still within
/// the tenth of a second that feels immediate. Machines differ by more than that, so it is shown and not enforced.
const SAMPLE_READ: f64 = 40.0;

/// What the engine is to read, in words a second: in Chromium an article of a thousand words in a twentieth of a
/// second. Shown and not enforced likewise.
const NATIVE_RATE: f64 = 30_000.0;
const CHROMIUM_RATE: f64 = 20_000.0;

/// Measures and prints the rates.
///
/// # Errors
/// When one of the budgets that hold on any machine is passed: how the cost grows with the text, and the memory.
pub(crate) fn run() -> Result<(), Failure> {
    let chromium = chromium::ensure()?;
    packages::ensure()?;
    let peers = packages::ensure_peers()?;
    site::build()?;

    program::say("\nThe engine on one core of this machine:");
    let mut cargo = program::cargo();
    cargo.args(["bench", "--quiet", "--package", "whose-words-engine", "--bench", "rates"]);
    let grown = program::run(cargo.current_dir(place::project()), "cargo bench");

    let rates = in_chromium(&chromium, &peers)?;
    program::say(&format!("\nIn Chromium, 100 kB of the same article:\n{}", rates.table()));
    program::say(&format!(
        "(the engine is to read {NATIVE_RATE} words/s on one core, {CHROMIUM_RATE} in Chromium)"
    ));

    let report = journeys::script(&chromium, "reading_time.js", &[])?;
    let times = Times::of_report(&report)
        .ok_or_else(|| Failure::Check("reading_time.js measured nothing.".into()))?;
    program::say(&format!(
        "\nThe sample article when the page opens, warming up counted in: {:.1} ms (median of {}, to be at most {SAMPLE_READ})",
        times.median(),
        times.0.len()
    ));
    let report = journeys::script(&chromium, "element_time.js", &[])?;
    let element = element_times(&report)
        .ok_or_else(|| Failure::Check("element_time.js measured nothing.".into()))?;
    program::say(&element);
    grown
}

/// From the element's coming to its marks in an article of a thousand words, and the longest task meanwhile, in milliseconds:
/// what they are to be at most, as the machine is and four times slower.
const ELEMENT: [(&str, &str, [f64; 2]); 2] =
    [("quick", "as it is", [200.0, 50.0]), ("slow", "four times slower", [700.0, 200.0])];

/// What there is to say of the element's times; none where the report is something else.
fn element_times(report: &str) -> Option<String> {
    let report: Value = serde_json::from_str(report).ok()?;
    let mut said = String::from(
        "\nThe element’s marks in an article of a thousand words (medians, and the longest task of all):",
    );
    for (name, how, [marks, longest]) in ELEMENT {
        let times = |what: &str| Times::of_report(&report[name][what].to_string());
        let (median, most) = (times("marks")?.median(), times("longest")?.longest());
        let line = format!(
            "\n{how}: {median:.0} ms (to be at most {marks}), {most:.0} ms (at most {longest})"
        );
        said.push_str(&line);
    }
    Some(said)
}

/// The rates of the engine and of others in Chromium.
fn in_chromium(chromium: &Chromium, peers: &Path) -> Result<Rates, Failure> {
    let mut node = journeys::node(chromium)?;
    node.arg(peers.join("rates.js")).arg(place::dist());
    node.arg(place::project().join("tests/native/articles/ferry.txt")).arg(BYTES);
    let heard = program::listen(&mut node, "rates.js")?;
    let rates = Rates::of_report(&heard.output).filter(|_| heard.succeeded);
    rates.ok_or_else(|| Failure::Check("rates.js measured nothing.".into()))
}

/// The length of the text that all of them read, in bytes: long for an article, short enough to be read several times
/// over by the slowest.
const BYTES: &str = "100000";

/// Words a second, by who reads them.
struct Rates(Vec<(String, f64)>);

impl Rates {
    fn of_report(report: &str) -> Option<Self> {
        let report: Value = serde_json::from_str(report).ok()?;
        let rate = |rate: &Value| Some((rate[0].as_str()?.to_owned(), rate[1].as_f64()?));
        report.as_array()?.iter().map(rate).collect::<Option<_>>().map(Self)
    }

    fn table(&self) -> String {
        let line = |(name, rate): &(String, f64)| format!("{name:<34}{rate:>12.0} words/s");
        self.0.iter().map(line).collect::<Vec<_>>().join("\n")
    }
}

/// Milliseconds, sorted, at least one.
struct Times(Vec<f64>);

impl Times {
    fn of_report(report: &str) -> Option<Self> {
        let report: Value = serde_json::from_str(report).ok()?;
        let times: Option<Vec<f64>> = report.as_array()?.iter().map(Value::as_f64).collect();
        let mut times = times.filter(|times| !times.is_empty())?;
        times.sort_by(f64::total_cmp);
        Some(Self(times))
    }

    fn longest(&self) -> f64 {
        self.0.last().copied().unwrap_or(f64::NAN)
    }

    fn median(&self) -> f64 {
        self.0.get(self.0.len() / 2).copied().unwrap_or(f64::NAN)
    }
}

#[cfg(test)]
mod tests {
    use super::{Rates, Times};

    #[test]
    fn the_median_is_not_moved_by_one_slow_reading() {
        assert_eq!(Times::of_report("[12.5, 400, 11]").unwrap().median(), 12.5);
        assert!(Times::of_report("[]").is_none());
    }

    #[test]
    fn the_elements_times_are_a_line_for_each_pace() {
        let report = r#"{"quick":{"marks":[190,180.4,200],"longest":[0,51,0]},"slow":{"marks":[600],"longest":[99]}}"#;
        let said = super::element_times(report).unwrap();
        assert!(
            said.contains("\nas it is: 190 ms (to be at most 200), 51 ms (at most 50)"),
            "{said}"
        );
        assert!(
            said.ends_with("\nfour times slower: 600 ms (to be at most 700), 99 ms (at most 200)")
        );
        assert!(super::element_times("{}").is_none());
    }

    #[test]
    fn each_rate_is_a_line_with_whose_it_is() {
        let rates = Rates::of_report(r#"[["one", 30253.8], ["another reader", 4e6]]"#).unwrap();
        let lines = rates.table();
        assert!(lines.starts_with("one ") && lines.contains(" 30254 words/s\nanother reader "));
        assert!(lines.ends_with(" 4000000 words/s"), "{lines}");
        assert!(Rates::of_report(r#"[["one"]]"#).is_none());
    }
}
