//! How many checks passed and failed, as the runners of tests tell it.

use std::fmt::{self, Display};
use std::ops::AddAssign;

use serde_json::Value;

/// Checks that passed and checks that failed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    pub(crate) passed: u64,
    pub(crate) failed: u64,
}

impl Tally {
    /// The tally of a check that is one by itself.
    pub(super) fn of_one(passed: bool) -> Self {
        Self { passed: u64::from(passed), failed: u64::from(!passed) }
    }

    /// The tally of all the test programs in the output of `cargo test`.
    ///
    /// What did not compile or did not come to its end printed no tally: with a status that is not 0 and
    /// no failed test, that is one failure.
    pub(super) fn of_cargo(output: &str, succeeded: bool) -> Self {
        let mut tally = Self::default();
        for line in output.lines().filter_map(|line| line.trim().strip_prefix("test result: ")) {
            tally.passed += count_before(line, "passed");
            tally.failed += count_before(line, "failed");
        }
        tally.with_status(succeeded)
    }

    /// The tally of a report that Playwright wrote as JSON.
    pub(super) fn of_playwright(report: &str, succeeded: bool) -> Self {
        let report: Value = serde_json::from_str(report).unwrap_or_default();
        let count = |name| report["stats"][name].as_u64().unwrap_or(0);
        // A flaky test passed when tried again; that it did not at once is a failure.
        let tally =
            Self { passed: count("expected"), failed: count("unexpected") + count("flaky") };
        tally.with_status(succeeded)
    }

    /// The tally of the tests that Node’s own runner ran, at the end of its output.
    pub(super) fn of_node(output: &str, succeeded: bool) -> Self {
        let count = |name: &str| {
            let lines = output.lines().rev().filter_map(|line| line.strip_prefix("# "));
            let mut counts = lines.filter_map(|line| line.strip_prefix(name)?.trim().parse().ok());
            counts.next().unwrap_or(0)
        };
        // What was cancelled did not come to its end.
        Self { passed: count("pass"), failed: count("fail") + count("cancelled") }
            .with_status(succeeded)
    }

    fn with_status(self, succeeded: bool) -> Self {
        let silent_failure = !succeeded && self.failed == 0;
        Self { failed: self.failed + u64::from(silent_failure), ..self }
    }
}

/// The number before a word, as in `12 passed;`.
fn count_before(line: &str, word: &str) -> u64 {
    let mut words = line.split([' ', ';', '.']).filter(|part| !part.is_empty());
    let mut last = "";
    words
        .find_map(|part| {
            let number = (part == word).then(|| last.parse().ok());
            last = part;
            number
        })
        .flatten()
        .unwrap_or(0)
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

impl Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&format!("{} passed, {} failed", self.passed, self.failed))
    }
}

#[cfg(test)]
mod tests {
    use super::Tally;

    #[test]
    fn the_results_of_all_test_programs_are_summed() {
        let output = "running 2 tests\n..\ntest result: ok. 2 passed; 0 failed; 0 ignored; finished in 1.00s\n\
                      test result: FAILED. 11 passed; 3 failed; 1 ignored; 0 measured\n";
        assert_eq!(Tally::of_cargo(output, false), Tally { passed: 13, failed: 3 });
    }

    #[test]
    fn what_did_not_compile_is_a_failure_and_silence_is_none() {
        assert_eq!(Tally::of_cargo("", false), Tally { passed: 0, failed: 1 });
        assert_eq!(Tally::of_cargo("", true), Tally { passed: 0, failed: 0 });
    }

    #[test]
    fn journeys_that_pass_only_when_tried_again_failed() {
        let report = r#"{"stats":{"expected":5,"unexpected":1,"flaky":1,"skipped":2}}"#;
        assert_eq!(Tally::of_playwright(report, false), Tally { passed: 5, failed: 2 });
        assert_eq!(Tally::of_playwright("", false), Tally { passed: 0, failed: 1 });
    }

    #[test]
    fn what_node_cancelled_failed() {
        let output = "# fail 9\nok 1 - a mark\n1..3\n# tests 4\n# pass 2\n# fail 1\n# cancelled 1\n# skipped 0\n";
        assert_eq!(Tally::of_node(output, false), Tally { passed: 2, failed: 2 });
        assert_eq!(Tally::of_node("", false), Tally { passed: 0, failed: 1 });
    }

    #[test]
    fn the_line_at_the_end_is_plain() {
        assert_eq!(Tally { passed: 12, failed: 0 }.to_string(), "12 passed, 0 failed");
    }
}
