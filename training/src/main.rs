//! Makes the tagger's weights from tagged corpora, and shows articles to the engine for the trainer of the network:
//! `cargo xtask train`.

mod attribution;
mod tags;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

const USAGE: &str = "usage: whose-words-training --tags FILE… [--dev FILE…] [--budget-kb N] [--table-kb N,N…]

  --tags FILE…      tagged corpora to learn from: form TAB Penn tag, or form TAB UPOS TAB Penn tag TAB lemma
  --dev FILE…       tagged corpora to measure on
  --budget-kb N     how many thousand bytes the tagger's weights may take (28)
  --table-kb N,N…   sizes to make and measure as well, without keeping them

Writes engine/model/tagger.bin.

   or: whose-words-training --looks ARTICLES TO

Writes what the network sees of articles (one JSON object with `text` a line).

   or: whose-words-training --exam WEIGHTS ARTICLES

Prints how far the engine with these weights of the network agrees with readings by hand.";

fn main() -> ExitCode {
    // The first two are for the trainer in Python, which asks for one file at a time.
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let done = match arguments.as_slice() {
        [option, articles, to] if option == "--looks" => {
            attribution::looks::write(Path::new(articles), Path::new(to))
        }
        [option, weights, articles] if option == "--exam" => {
            attribution::exam::print(Path::new(weights), Path::new(articles))
        }
        _ => {
            let Some(request) = Request::read(arguments.into_iter()) else {
                eprintln!("{USAGE}");
                return ExitCode::from(2);
            };
            run(&request)
        }
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("{failure}");
            ExitCode::FAILURE
        }
    }
}

fn run(request: &Request) -> Result<(), String> {
    let school = tags::School::new(&request.tags, &request.dev)?;
    let budgets = request.table.iter().chain([&request.budget]);
    let budgets: Vec<usize> = budgets.map(|kilobytes| kilobytes * 1000).collect();
    let packed = school.weights(&budgets);
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../engine/model/tagger.bin");
    let packed = packed.last().map(Vec::as_slice).unwrap_or_default();
    std::fs::write(&path, packed).map_err(|error| format!("{}: {error}", path.display()))
}

/// What the command line asks for.
#[derive(Debug, PartialEq, Eq)]
struct Request {
    tags: Vec<PathBuf>,
    dev: Vec<PathBuf>,
    budget: usize,
    table: Vec<usize>,
}

impl Request {
    /// Reads the arguments; none when they cannot be understood.
    fn read(arguments: impl Iterator<Item = String>) -> Option<Self> {
        let mut request = Self { tags: Vec::new(), dev: Vec::new(), budget: 28, table: Vec::new() };
        let mut option = String::new();
        for argument in arguments {
            if argument.starts_with("--") {
                option = argument;
                continue;
            }
            match option.as_str() {
                "--tags" => request.tags.push(argument.into()),
                "--dev" => request.dev.push(argument.into()),
                "--budget-kb" => request.budget = argument.parse().ok().filter(|&n| n > 0)?,
                "--table-kb" => {
                    request.table =
                        argument.split(',').map(str::parse).collect::<Result<_, _>>().ok()?;
                }
                _ => return None,
            }
        }
        (!request.tags.is_empty()).then_some(request)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn request(line: &str) -> Option<Request> {
        Request::read(line.split(' ').map(str::to_owned))
    }

    #[test]
    fn options_take_what_follows_them() {
        let read = request("--tags a b --dev c --budget-kb 15 --table-kb 20,60").unwrap();
        assert_eq!(read.tags, [PathBuf::from("a"), PathBuf::from("b")]);
        assert_eq!(read.dev, [PathBuf::from("c")]);
        assert_eq!((read.budget, read.table), (15, vec![20, 60]));
    }

    #[test]
    fn what_cannot_be_understood_is_refused() {
        assert_eq!(request("--tags"), None);
        assert_eq!(request("a b"), None);
        assert_eq!(request("--tags a --budget-kb many"), None);
        assert_eq!(request("--tags a --budget 3"), None);
    }
}
