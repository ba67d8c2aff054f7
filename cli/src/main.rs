//! The engine at a terminal: read an article, evaluate reports against readings by hand, or make lessons and compare answers to them.
//!
//! Reports go to standard output. What is wrong with the input is said in one sentence on standard
//! error, and the exit status is 2 then.

mod arguments;
mod evaluate;
mod input;
mod lesson;
mod problem;
mod read;
mod terminal;

use std::io::{BufWriter, Write};
use std::process::ExitCode;

use arguments::{Command, HELP};
use problem::Problem;

fn main() -> ExitCode {
    let mut out = BufWriter::new(std::io::stdout().lock());
    let done = run(&mut out);
    // What was written before a problem is still wanted.
    let flushed = out.flush().map_err(Problem::Output);
    match done.and(flushed) {
        Ok(()) => ExitCode::SUCCESS,
        // The reader of our output has seen enough.
        Err(Problem::Output(error)) if error.kind() == std::io::ErrorKind::BrokenPipe => {
            ExitCode::SUCCESS
        }
        Err(problem) => {
            let sentence = terminal::printable(&problem.to_string());
            // Where standard error is closed there is nobody left to tell.
            let _ = writeln!(std::io::stderr(), "whose: {sentence}");
            ExitCode::from(problem.status())
        }
    }
}

fn run(out: &mut impl Write) -> Result<(), Problem> {
    match arguments::parse(std::env::args_os().skip(1))? {
        Command::Help => write!(out, "{HELP}").map_err(Problem::Output),
        Command::Version => {
            writeln!(out, "whose {}", env!("CARGO_PKG_VERSION")).map_err(Problem::Output)
        }
        Command::Read { form, input } => read::read(form, &input, out),
        Command::Evaluate { inputs, options } => {
            inputs.iter().try_for_each(|input| evaluate::evaluate(input, options, out))
        }
        Command::Lesson(task) => lesson::lesson(&task, out),
    }
}
