//! What is asked for on the command line.

use std::ffi::OsString;

use crate::input::Input;
use crate::problem::Problem;

/// What `whose --help` prints.
pub(crate) const HELP: &str = "\
Shows whose words each stretch of an article is: a source's or the author's, and where the author
comments. Everything happens on this machine.

Usage:
  whose read FILE                 print a readable report (FILE may be - for standard input)
  whose read --json FILE          print one JSON report (format whose-words/1)
  whose read --jsonl FILE         read a line of JSON with \"id\" and \"text\" at a time, print a report for each
  whose read --annotations FILE   print W3C Web Annotations (JSON-LD)
  whose evaluate FILE...          compare with readings by hand, one line of JSON each, and print a table, with the
                                  25 gravest errors as text; another number of them: --errors N
  whose evaluate --rename FILE... the same, and how many marks change when everybody named gets another name
  whose lesson FILE               print a lesson (format whose-words-lesson/1): the article, with what is found in it as the
                                  draft of a key
  whose lesson --marked FILE      the same with a key of your own: the article with {source …}, {cue …}, {content …} and
                                  {commentary …} written into it
  whose lesson --check FILE       say what a lesson holds, or what is amiss with it
  whose lesson --compare LESSON ANSWER...
                                  print for each answer how many words it has in common with the key
  whose --help
  whose --version

A first line that begins with \"# \" is the title of a lesson; without one the name of the file is.

Exit status: 0 when all went well, 2 when the input or the command line is not as it should be, 1 when the
output could not be written. Colour is used at a terminal only, and never when NO_COLOR is set.
";

/// What to do.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Command {
    Help,
    Version,
    Read { form: Form, input: Input },
    Evaluate { inputs: Vec<Input>, options: Options },
    Lesson(Task),
}

/// What to do with lessons.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Task {
    /// Make one of an article.
    Draft(Input),
    /// Make one of an article with marks written into it.
    Marked(Input),
    /// Say what one holds.
    Check(Input),
    /// Hold answers against one’s key.
    Compare { lesson: Input, answers: Vec<Input> },
}

/// What the table of an evaluation is to hold besides the agreement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Options {
    /// So many of the gravest errors.
    pub(crate) errors: usize,
    /// How many marks change under other names.
    pub(crate) rename: bool,
}

/// In which form articles come and reports go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// A text in, a report for people out.
    Readable,
    /// A text in, a JSON report out.
    Json,
    /// Records in, a JSON report a line out.
    JsonLines,
    /// A text in, Web Annotations out.
    Annotations,
}

/// So many errors are shown where nothing else is asked for: as many as a person looks through at a sitting.
const ERRORS: usize = 25;

/// The option for reading under other names too.
const RENAME: &str = "--rename";

/// Reads the arguments behind the program's name.
pub(crate) fn parse(mut arguments: impl Iterator<Item = OsString>) -> Result<Command, Problem> {
    let mut options = Vec::new();
    let mut operands = Vec::new();
    let mut only_operands = false;
    let mut errors = None;
    while let Some(argument) = arguments.next() {
        match argument.to_str() {
            Some("--") if !only_operands => only_operands = true,
            Some("--errors") if !only_operands => errors = Some(number(arguments.next())?),
            Some(option) if option.starts_with('-') && option.len() > 1 && !only_operands => {
                options.push(option.to_owned());
            }
            _ => operands.push(argument),
        }
    }
    let asks = |short, long| options.iter().any(|option| option == short || option == long);
    if asks("-h", "--help") {
        return Ok(Command::Help);
    }
    if asks("-V", "--version") {
        return Ok(Command::Version);
    }
    let mut operands = operands.into_iter();
    let command =
        operands.next().ok_or_else(|| wrong("say what to do: read, evaluate or lesson"))?;
    let inputs: Vec<Input> = operands.map(Input::from).collect();
    match command.to_str() {
        Some("read") => {
            if errors.is_some() {
                return Err(wrong("read has no option --errors"));
            }
            let form = form(&options)?;
            Ok(Command::Read { form, input: only("read", inputs)? })
        }
        Some("evaluate") => {
            if let Some(option) = options.iter().find(|option| *option != RENAME) {
                return Err(wrong(&format!("evaluate has no option {option}")));
            }
            if inputs.is_empty() {
                return Err(wrong("evaluate needs at least one file"));
            }
            let rename = !options.is_empty();
            let options = Options { errors: errors.unwrap_or(ERRORS), rename };
            Ok(Command::Evaluate { inputs, options })
        }
        Some("lesson") => {
            if errors.is_some() {
                return Err(wrong("lesson has no option --errors"));
            }
            task(&options, inputs).map(Command::Lesson)
        }
        _ => Err(wrong(&format!("there is no command “{}”", command.display()))),
    }
}

fn form(options: &[String]) -> Result<Form, Problem> {
    match options {
        [] => Ok(Form::Readable),
        [option] => match option.as_str() {
            "--json" => Ok(Form::Json),
            "--jsonl" => Ok(Form::JsonLines),
            "--annotations" => Ok(Form::Annotations),
            option => Err(wrong(&format!("read has no option {option}"))),
        },
        _ => Err(wrong("read takes one of --json, --jsonl and --annotations")),
    }
}

fn task(options: &[String], inputs: Vec<Input>) -> Result<Task, Problem> {
    match options {
        [] => Ok(Task::Draft(only("lesson", inputs)?)),
        [option] => match option.as_str() {
            "--marked" => Ok(Task::Marked(only("lesson --marked", inputs)?)),
            "--check" => Ok(Task::Check(only("lesson --check", inputs)?)),
            "--compare" => {
                let mut inputs = inputs.into_iter();
                match (inputs.next(), inputs.collect::<Vec<_>>()) {
                    (Some(lesson), answers) if !answers.is_empty() => {
                        Ok(Task::Compare { lesson, answers })
                    }
                    _ => Err(wrong("lesson --compare needs a lesson, and an answer or more")),
                }
            }
            option => Err(wrong(&format!("lesson has no option {option}"))),
        },
        _ => Err(wrong("lesson takes one of --marked, --check and --compare")),
    }
}

/// The one file of a command that takes no more.
fn only(command: &str, inputs: Vec<Input>) -> Result<Input, Problem> {
    match <[Input; 1]>::try_from(inputs) {
        Ok([input]) => Ok(input),
        Err(inputs) if inputs.is_empty() => {
            Err(wrong(&format!("{command} needs a file, or - for standard input")))
        }
        Err(_) => Err(wrong(&format!("{command} takes one file at a time"))),
    }
}

/// What stands behind an option that wants a number.
fn number(argument: Option<OsString>) -> Result<usize, Problem> {
    let number = argument.and_then(|argument| argument.to_str()?.parse().ok());
    number.ok_or_else(|| wrong("--errors needs a number"))
}

fn wrong(what: &str) -> Problem {
    Problem::Arguments(what.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(line: &str) -> Result<Command, String> {
        parse(line.split_whitespace().map(OsString::from)).map_err(|problem| problem.to_string())
    }

    #[test]
    fn options_stand_before_or_behind_the_file() {
        let file = || Input::from(OsString::from("a.txt"));
        let read = |form| Ok(Command::Read { form, input: file() });
        assert_eq!(parsed("read a.txt"), read(Form::Readable));
        assert_eq!(parsed("read --json a.txt"), read(Form::Json));
        assert_eq!(parsed("read a.txt --json"), read(Form::Json));
        assert_eq!(parsed("--jsonl read a.txt"), read(Form::JsonLines));
        let dashed = Input::from(OsString::from("--a"));
        let evaluate = |inputs, errors| {
            Ok(Command::Evaluate { inputs, options: Options { errors, rename: false } })
        };
        assert_eq!(parsed("evaluate -- --a"), evaluate(vec![dashed], 25));
        assert_eq!(parsed("evaluate --errors 3 a.txt"), evaluate(vec![file()], 3));
        assert_eq!(parsed("evaluate a.txt --errors 0"), evaluate(vec![file()], 0));
        let renamed = Options { errors: 25, rename: true };
        let renamed = Command::Evaluate { inputs: vec![file()], options: renamed };
        assert_eq!(parsed("evaluate --rename a.txt"), Ok(renamed));
        let lesson = |task| Ok(Command::Lesson(task));
        assert_eq!(parsed("lesson a.txt"), lesson(Task::Draft(file())));
        assert_eq!(parsed("lesson a.txt --marked"), lesson(Task::Marked(file())));
        assert_eq!(parsed("lesson --check -"), lesson(Task::Check(Input::Standard)));
        let answers = vec![file(), Input::Standard];
        let compare = Task::Compare { lesson: file(), answers };
        assert_eq!(parsed("lesson --compare a.txt a.txt -"), lesson(compare));
    }

    #[test]
    fn what_is_missing_or_too_much_is_said() {
        for (line, sentence) in [
            ("", "say what to do"),
            ("read", "needs a file"),
            ("read a b", "one file at a time"),
            ("read --xml a", "no option --xml"),
            ("read --json --jsonl a", "one of --json"),
            ("evaluate", "at least one file"),
            ("evaluate --json a", "no option --json"),
            ("evaluate a --errors", "--errors needs a number"),
            ("evaluate --errors a", "--errors needs a number"),
            ("read a --errors 3", "no option --errors"),
            ("read a --rename", "no option --rename"),
            ("lesson", "lesson needs a file"),
            ("lesson a b", "lesson takes one file at a time"),
            ("lesson --marked", "lesson --marked needs a file"),
            ("lesson --check a b", "lesson --check takes one file at a time"),
            ("lesson --compare a", "needs a lesson, and an answer or more"),
            ("lesson --compare", "needs a lesson, and an answer or more"),
            ("lesson --marked --check a", "one of --marked, --check and --compare"),
            ("lesson --json a", "lesson has no option --json"),
            ("lesson a --errors 3", "lesson has no option --errors"),
            ("paint a", "no command “paint”"),
        ] {
            let problem = parsed(line).unwrap_err();
            assert!(problem.contains(sentence), "{line}: {problem}");
        }
    }
}
