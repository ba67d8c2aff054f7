//! Set-up and everyday commands: `cargo xtask help`.

mod bench;
mod checks;
mod failure;
mod journeys;
mod place;
mod program;
mod screenshots;
mod server;
mod setup;
mod site;
mod size;
mod training;

use std::env;
use std::io::Write;
use std::process::ExitCode;
use std::thread;

use crate::checks::Tally;
use crate::failure::Failure;
use crate::setup::{chromium, packages};

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match obey(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            if let Some(sentence) = failure.sentence() {
                program::say(sentence);
            }
            ExitCode::from(failure.exit_status())
        }
    }
}

/// What can be asked for.
const HELP: &str = "\
Everyday commands. Each sets up first what it needs and this machine lacks.

cargo xtask serve [--port N]    build in release and serve the page on http://127.0.0.1:8080
cargo xtask build               build in release into dist/
cargo xtask extension           pack the browser extension into target/extension, for Chromium and for Firefox
cargo xtask test                check everything: format, lints, native tests, browser tests, size, Firefox, journeys
cargo xtask test --only KIND    only the tests of a kind: native, browser, firefox, journeys;
                                what follows “--” goes to their runner
cargo xtask bench               how fast the engine reads, here and in Chromium beside others of npm
cargo xtask size                what opening the page fetches, and whether that is within its budget
cargo xtask screenshots         pictures of the page: the README's in docs/, all in target/screenshots
cargo xtask train ARGUMENTS     make the weights again: --tags FILE… [--dev FILE…] for the tagger;
                                --attribution FILE… [--unmarked FILE…] [--attribution-dev FILE] for the network;
                                --quick tries all its steps on a few articles
cargo xtask help                this
";

fn obey(arguments: &[&str]) -> Result<(), Failure> {
    match *arguments {
        ["serve"] => serve(8080),
        ["serve", "--port", port] => serve(port.parse().map_err(|_| {
            Failure::Setup(format!("“{port}” is not a port: a number from 1 to 65535 is."))
        })?),
        ["build"] => site::build(),
        ["extension"] => pack_extension(),
        ["test"] => conclude(checks::all()?),
        ["test", "--only", kind] => conclude(checks::only(kind, &[])?),
        ["test", "--only", kind, "--", ref rest @ ..] => conclude(checks::only(kind, rest)?),
        ["bench"] => bench::run(),
        ["size"] => measure_size(),
        ["screenshots"] => screenshots::take(),
        ["train", ref rest @ ..] => training::run(rest),
        ["help" | "--help" | "-h"] | [] => tell(HELP),
        _ => Err(Failure::Setup(format!(
            "“{}” is not a command; `cargo xtask help` lists them.",
            arguments.join(" ")
        ))),
    }
}

fn serve(port: u16) -> Result<(), Failure> {
    // Before the build, which takes minutes: a taken port is better known now.
    let address = server::start(place::dist(), port, server::Files::Change)?;
    site::build()?;
    program::say(&format!("The page is on http://{address} (Ctrl+C ends it)."));
    loop {
        thread::park();
    }
}

fn pack_extension() -> Result<(), Failure> {
    site::build()?;
    site::extension::pack()?;
    let folder = place::target().join("extension");
    program::say(&format!("The extension is in {}, unpacked and packed.", folder.display()));
    Ok(())
}

/// The last line tells the outcome, plain and alone, for people and for programs.
fn conclude(tally: Tally) -> Result<(), Failure> {
    tell(&format!("{tally}\n"))?;
    let Tally { failed, .. } = tally;
    if failed == 0 { Ok(()) } else { Err(Failure::Told) }
}

fn measure_size() -> Result<(), Failure> {
    let chromium = chromium::ensure()?;
    packages::ensure()?;
    site::build()?;
    size::check(&chromium)
}

/// Prints what was asked for, on standard output.
fn tell(text: &str) -> Result<(), Failure> {
    let printed = std::io::stdout().write_all(text.as_bytes());
    printed.map_err(|error| Failure::Check(format!("The answer cannot be printed ({error}).")))
}
