//! How fast the engine reads: compiled for this machine, and in a reader's browser.

use serde_json::Value;

use crate::failure::Failure;
use crate::setup::{chromium, packages};
use crate::{journeys, place, program, site};

/// The most that reading the sample article may take in Chromium, in milliseconds: with the page drawn
/// around it, still within the tenth of a second that feels immediate.
const SAMPLE_READ: f64 = 40.0;

/// Measures and prints the rates.
///
/// # Errors
/// When one of them is beyond its budget.
pub(crate) fn run() -> Result<(), Failure> {
    let chromium = chromium::ensure()?;
    packages::ensure()?;
    site::build()?;

    let mut cargo = program::cargo();
    cargo.args(["bench", "--quiet", "--package", "whose-words-engine", "--bench", "rates"]);
    program::run(cargo.current_dir(place::project()), "cargo bench")?;

    let report = journeys::script(&chromium, "reading_time.js", &[])?;
    let times = Times::of_report(&report)
        .ok_or_else(|| Failure::Check("reading_time.js measured nothing.".into()))?;
    program::say(&format!(
        "the sample article in Chromium: {:.1} ms when the page opens (median of {}, at most {SAMPLE_READ})",
        times.median(),
        times.0.len()
    ));
    if times.median() > SAMPLE_READ {
        return Err(Failure::Check("The sample article is read too slowly.".into()));
    }
    Ok(())
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

    fn median(&self) -> f64 {
        self.0.get(self.0.len() / 2).copied().unwrap_or(f64::NAN)
    }
}

#[cfg(test)]
mod tests {
    use super::Times;

    #[test]
    fn the_median_is_not_moved_by_one_slow_reading() {
        assert_eq!(Times::of_report("[12.5, 400, 11]").unwrap().median(), 12.5);
        assert!(Times::of_report("[]").is_none());
    }
}
