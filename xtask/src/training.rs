//! Weights made again: the tagger's in Rust, the network's in Python. Only trainers compile and install what it takes.

use std::process::Command;

use crate::failure::Failure;
use crate::setup::python;
use crate::{place, program};

/// Trains what files are given for.
///
/// # Errors
/// When an option is unknown, something needed is missing and cannot be installed, or a trainer fails.
pub(crate) fn run(arguments: &[&str]) -> Result<(), Failure> {
    let files = Files::read(arguments);
    if !files.tagger.is_empty() || files.marked.is_empty() {
        let mut cargo = program::cargo();
        cargo.args(["run", "--release", "--package", PACKAGE, "--"]).args(&files.tagger);
        // Not in the project's folder: the files are named from where the command was called.
        program::run(&mut cargo, "training the tagger")?;
    }
    if !files.marked.is_empty() {
        network(&files)?;
    }
    Ok(())
}

/// Trains the network that finds attributions.
fn network(files: &Files<'_>) -> Result<(), Failure> {
    let python = python::ensure()?;
    let mut cargo = program::cargo();
    cargo.args(["build", "--release", "--package", PACKAGE]);
    program::run(&mut cargo, "compiling what shows articles to the engine")?;
    let project = place::project();
    let mut trainer = Command::new(python);
    trainer.arg(project.join("training/attribution/train.py"));
    trainer.arg("--marked").args(&files.marked).arg("--unmarked").args(&files.unmarked);
    if let Some(dev) = files.dev {
        trainer.arg("--dev").arg(dev);
    }
    trainer.arg("--engine").arg(place::target().join("release").join(PACKAGE));
    let work = place::target().join("attribution");
    if files.quick {
        // Weights of a few articles are for nobody to read with.
        let work = work.join("quick");
        trainer.arg("--quick").arg("--to").arg(work.join("attribution.bin"));
        trainer.arg("--work").arg(work);
    } else {
        trainer.arg("--to").arg(project.join("engine/model/attribution.bin"));
        trainer.arg("--work").arg(work);
    }
    program::run(&mut trainer, "training the network")
}

/// The program that trains the tagger and shows articles to the engine.
const PACKAGE: &str = "whose-words-training";

/// Which files are for what.
#[derive(Debug, Default, PartialEq, Eq)]
struct Files<'a> {
    /// Everything for the trainer of the tagger, its options among it.
    tagger: Vec<&'a str>,
    /// Articles with attributions.
    marked: Vec<&'a str>,
    /// Articles without.
    unmarked: Vec<&'a str>,
    /// Articles with attributions to measure on.
    dev: Option<&'a str>,
    /// Whether the network only tries all its steps, on a few articles.
    quick: bool,
}

impl<'a> Files<'a> {
    fn read(arguments: &[&'a str]) -> Self {
        let mut files = Self::default();
        let mut option = "";
        for &argument in arguments {
            let named = argument.starts_with("--");
            option = if named { argument } else { option };
            match option {
                "--quick" => files.quick = true,
                "--attribution" | "--unmarked" | "--attribution-dev" if named => {}
                "--attribution" => files.marked.push(argument),
                "--unmarked" => files.unmarked.push(argument),
                "--attribution-dev" => files.dev = Some(argument),
                _ => files.tagger.push(argument),
            }
        }
        files
    }
}

#[cfg(test)]
mod tests {
    use super::Files;

    #[test]
    fn each_trainer_gets_its_files() {
        let line = "--quick --attribution a b --tags c --dev d --unmarked e --attribution-dev f";
        let arguments: Vec<&str> = line.split(' ').collect();
        let files = Files::read(&arguments);
        assert_eq!(files.marked, ["a", "b"]);
        assert_eq!(files.unmarked, ["e"]);
        assert_eq!(files.dev, Some("f"));
        assert!(files.quick);
        assert_eq!(files.tagger, ["--tags", "c", "--dev", "d"]);
    }
}
