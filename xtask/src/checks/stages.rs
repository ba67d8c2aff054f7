//! What each stage does. Runners print only when something failed: what passed is a number.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use serde_json::{Value, json};

use super::Tally;
use crate::failure::Failure;
use crate::program::{self, Heard};
use crate::setup::chromium::{self, Chromium};
use crate::setup::firefox::{self, Firefox};
use crate::setup::{self, packages};
use crate::{journeys, place, site, size};

/// What the stages stand on: the programs that were made sure of, and what was said on the command line.
pub(super) struct Ground {
    /// The folder of `wasm-bindgen-test-runner`.
    wasm_bindgen: PathBuf,
    chromium: Option<Chromium>,
    firefox: Result<Firefox, Failure>,
    /// Passed on to the runner of the tests.
    pub(super) arguments: Vec<String>,
}

impl Default for Ground {
    /// What needs no browser.
    fn default() -> Self {
        let firefox = Err(Failure::Setup("Firefox was not asked for.".into()));
        Self { wasm_bindgen: PathBuf::new(), chromium: None, firefox, arguments: Vec::new() }
    }
}

impl Ground {
    /// All of it at once, so that a machine that lacks something says so before the first stage. Without Firefox what is checked
    /// in it is left out: Chromium has seen nearly all of it.
    pub(super) fn of_everything() -> Result<Self, Failure> {
        let chromium = Some(chromium::ensure()?);
        packages::ensure()?;
        let firefox = firefox::ensure();
        packages::ensure_translator()?;
        let wasm_bindgen = setup::builders()?.wasm_bindgen;
        Ok(Self { wasm_bindgen, chromium, firefox, ..Self::default() })
    }

    pub(super) fn of_browser_tests() -> Result<Self, Failure> {
        let chromium = Some(chromium::ensure()?);
        Ok(Self { wasm_bindgen: setup::wasm_tests()?, chromium, ..Self::default() })
    }

    pub(super) fn of_firefox() -> Result<Self, Failure> {
        let firefox = Ok(firefox::ensure()?);
        packages::ensure_node()?;
        Ok(Self { wasm_bindgen: setup::builders()?.wasm_bindgen, firefox, ..Self::default() })
    }

    pub(super) fn of_journeys() -> Result<Self, Failure> {
        let chromium = Some(chromium::ensure()?);
        packages::ensure()?;
        packages::ensure_translator()?;
        Ok(Self { chromium, ..Self::default() })
    }

    /// Why this machine cannot go through the stage in Firefox.
    pub(super) fn lacks_firefox(&self) -> Option<&str> {
        self.firefox.as_ref().err().and_then(Failure::sentence)
    }

    fn chromium(&self) -> Result<&Chromium, Failure> {
        let none = || Failure::Setup("This stage needs Chromium, which was not asked for.".into());
        self.chromium.as_ref().ok_or_else(none)
    }
}

/// Every file is as rustfmt writes it.
pub(super) fn format(_: &Ground) -> Result<Tally, Failure> {
    let mut cargo = program::cargo();
    cargo.args(["fmt", "--all", "--check"]).current_dir(place::project());
    one_check(&mut cargo, "cargo fmt --check")
}

/// Nothing that clippy or the compiler warns of, on this machine or in a page, where code and types differ.
pub(super) fn lints(_: &Ground) -> Result<Tally, Failure> {
    let mut everything = program::cargo();
    everything.args(["clippy", "--quiet", "--workspace"]);
    let mut page = program::cargo();
    page.args(["clippy", "--quiet", "--package", "whose-words-widget"]);
    page.args(["--target", "wasm32-unknown-unknown"]);
    for mut cargo in [everything, page] {
        cargo.args(["--all-targets", "--", "-D", "warnings"]).current_dir(place::project());
        let tally = one_check(&mut cargo, "cargo clippy")?;
        if tally.failed > 0 {
            return Ok(tally);
        }
    }
    Ok(Tally::of_one(true))
}

/// Everything that needs no browser.
pub(super) fn native(ground: &Ground) -> Result<Tally, Failure> {
    let mut cargo = program::cargo();
    cargo.args(["test", "--workspace", "--no-fail-fast"]).current_dir(place::project());
    cargo.args(&ground.arguments);
    cargo_tests(&mut cargo, "cargo test")
}

/// The widget's parts in a real browser.
pub(super) fn browser(ground: &Ground) -> Result<Tally, Failure> {
    let chromium = ground.chromium()?;
    let options = json!({ "binary": chromium.browser, "args": chromium::QUIET });
    let options = json!({ "goog:chromeOptions": options });
    let mut cargo = wasm_tests(ground, "webdriver.json", &options)?;
    cargo.env("CHROMEDRIVER", &chromium.driver).args(&ground.arguments);
    cargo_tests(&mut cargo, "cargo test in the browser")
}

/// The tests of the widget's parts, for a browser with these options, which a file of this name is to hold.
fn wasm_tests(ground: &Ground, name: &str, options: &Value) -> Result<Command, Failure> {
    let capabilities = place::target().join(name);
    fs::create_dir_all(place::target())
        .and_then(|()| fs::write(&capabilities, options.to_string()))
        .map_err(|error| Failure::of_file(&capabilities, &error))?;
    let runner = ground.wasm_bindgen.join("wasm-bindgen-test-runner");
    let mut cargo = program::cargo();
    cargo.args(["test", "--package", "whose-words-widget", "--test", "browser", "--no-fail-fast"]);
    cargo.args(["--target", "wasm32-unknown-unknown"]);
    cargo.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", runner);
    cargo.env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", capabilities);
    // The runner gives all tests together 20 seconds, which a busy machine passes.
    cargo.env("WASM_BINDGEN_TEST_TIMEOUT", "300");
    cargo.current_dir(place::project());
    Ok(cargo)
}

/// The same parts and the element on its example pages, in Firefox. Arguments go to the runner of the latter.
pub(super) fn firefox(ground: &Ground) -> Result<Tally, Failure> {
    let Ok(firefox) = &ground.firefox else { return Ok(Tally::default()) };
    let options = json!({ "moz:firefoxOptions": { "binary": firefox.browser } });
    let mut cargo = wasm_tests(ground, "webdriver_firefox.json", &options)?;
    cargo.env("GECKODRIVER", &firefox.driver);
    let mut tally = cargo_tests(&mut cargo, "cargo test in Firefox")?;

    let mut node = journeys::node_with_firefox(firefox)?;
    node.args(["--test", "--test-reporter=tap"]).args(&ground.arguments);
    node.args(["tests/firefox/element.journey.js", "tests/firefox/lesson.journey.js"]);
    let heard = program::listen(&mut node, "node --test")?;
    show_failure(&heard);
    tally += Tally::of_node(&heard.output, heard.succeeded);
    Ok(tally)
}

/// The site builds, and the extension out of it.
pub(super) fn site(_: &Ground) -> Result<Tally, Failure> {
    site::build()?;
    site::extension::pack().map(|()| Tally::of_one(true))
}

/// The first load is within its budget.
pub(super) fn size(ground: &Ground) -> Result<Tally, Failure> {
    let chromium = ground.chromium()?;
    size::check(chromium).map(|()| Tally::of_one(true))
}

/// What people do with the page, done in a real browser to the site as it is built.
pub(super) fn journeys(ground: &Ground) -> Result<Tally, Failure> {
    let chromium = ground.chromium()?;
    let results = place::target().join("journeys");
    let report = results.join("results.json");
    // That of an earlier run is not to be taken for this one's.
    let _ = fs::remove_file(&report);
    let mut node = journeys::node(chromium)?;
    node.env("WHOSE_WORDS_RESULTS", &results);
    node.args(["node_modules/@playwright/test/cli.js", "test"]);
    node.args(["--config", "tests/journeys/playwright.config.js"]).args(&ground.arguments);
    let heard = program::listen(&mut node, "playwright test")?;
    show_failure(&heard);
    let report = fs::read_to_string(&report).unwrap_or_default();
    Ok(Tally::of_playwright(&report, heard.succeeded))
}

fn cargo_tests(cargo: &mut Command, purpose: &str) -> Result<Tally, Failure> {
    let heard = program::listen(cargo, purpose)?;
    show_failure(&heard);
    Ok(Tally::of_cargo(&heard.output, heard.succeeded))
}

fn one_check(command: &mut Command, purpose: &str) -> Result<Tally, Failure> {
    let heard = program::listen(command, purpose)?;
    show_failure(&heard);
    Ok(Tally::of_one(heard.succeeded))
}

fn show_failure(heard: &Heard) {
    if !heard.succeeded {
        program::say(&heard.output);
    }
}
