//! What can go wrong at the terminal, each as one sentence.

use std::fmt::{Display, Formatter};
use std::io;

/// Why there is no (further) output.
#[derive(Debug)]
pub(crate) enum Problem {
    /// The command line asks for something that there is not.
    Arguments(String),
    /// A file is missing, or may not be read.
    Unreadable { input: String, error: io::Error },
    /// A file is no UTF-8; the offset is that of the first byte that is not.
    NotText { input: String, byte: usize },
    /// A line is not what it should be.
    Line { input: String, line: usize, reason: String },
    /// A file is not what it should be.
    Amiss { input: String, reason: String },
    /// Standard output takes no more.
    Output(io::Error),
}

impl Problem {
    /// The exit status: whose fault it is.
    pub(crate) fn status(&self) -> u8 {
        match self {
            Self::Output(_) => 1,
            _ => 2,
        }
    }
}

impl Display for Problem {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Arguments(what) => write!(formatter, "{what} (see whose --help)."),
            Self::Unreadable { input, error } => write!(formatter, "cannot read {input}: {error}."),
            Self::NotText { input, byte } => {
                write!(
                    formatter,
                    "{input} is not text in UTF-8 (byte {byte} is the first that is not)."
                )
            }
            Self::Line { input, line, reason } => {
                write!(formatter, "{input}, line {line}: {reason}.")
            }
            Self::Amiss { input, reason } => write!(formatter, "{input}: {reason}."),
            Self::Output(error) => write!(formatter, "cannot write the output: {error}."),
        }
    }
}
