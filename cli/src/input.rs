//! Where articles come from: a file, or standard input.

use std::ffi::OsString;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::PathBuf;

use crate::problem::Problem;

/// A file, or standard input.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Input {
    Standard,
    File(PathBuf),
}

/// A line and its number, from 1.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Line {
    pub(crate) number: usize,
    pub(crate) text: String,
}

impl Input {
    /// What to call it in sentences.
    pub(crate) fn name(&self) -> String {
        match self {
            Self::Standard => "standard input".to_owned(),
            Self::File(path) => path.display().to_string(),
        }
    }

    /// What its article is called in a report: the file's name, or `-`.
    pub(crate) fn article_id(&self) -> String {
        let file_name = match self {
            Self::Standard => None,
            Self::File(path) => path.file_name(),
        };
        file_name.map_or_else(|| "-".to_owned(), |name| name.display().to_string())
    }

    /// The file’s name without its ending; standard input has none.
    pub(crate) fn stem(&self) -> String {
        let stem = match self {
            Self::Standard => None,
            Self::File(path) => path.file_stem(),
        };
        stem.map_or_else(String::new, |stem| stem.display().to_string())
    }

    /// The whole of it. A byte order mark at its beginning is no part of the text.
    pub(crate) fn text(&self) -> Result<String, Problem> {
        let mut bytes = Vec::new();
        self.open()?.read_to_end(&mut bytes).map_err(|error| self.unreadable(error))?;
        let text = String::from_utf8(bytes).map_err(|error| Problem::NotText {
            input: self.name(),
            byte: error.utf8_error().valid_up_to(),
        })?;
        Ok(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text))
    }

    /// Its lines, one by one as they come; blank ones are passed over.
    pub(crate) fn lines(&self) -> Result<impl Iterator<Item = Result<Line, Problem>>, Problem> {
        let lines = self.open()?.split(b'\n').enumerate().map(|(index, bytes)| {
            let number = index + 1;
            let bytes = bytes.map_err(|error| self.unreadable(error))?;
            match String::from_utf8(bytes) {
                Ok(text) => Ok(Line { number, text }),
                Err(_) => Err(self.bad_line(number, "not text in UTF-8")),
            }
        });
        Ok(lines.filter(|line| !matches!(line, Ok(line) if line.text.trim().is_empty())))
    }

    /// Something is wrong with a line.
    pub(crate) fn bad_line(&self, line: usize, reason: impl ToString) -> Problem {
        Problem::Line { input: self.name(), line, reason: reason.to_string() }
    }

    /// Something is wrong with the whole of it.
    pub(crate) fn amiss(&self, reason: impl ToString) -> Problem {
        Problem::Amiss { input: self.name(), reason: reason.to_string() }
    }

    fn open(&self) -> Result<Box<dyn BufRead>, Problem> {
        Ok(match self {
            Self::Standard => Box::new(io::stdin().lock()),
            Self::File(path) => {
                Box::new(BufReader::new(File::open(path).map_err(|error| self.unreadable(error))?))
            }
        })
    }

    fn unreadable(&self, error: io::Error) -> Problem {
        Problem::Unreadable { input: self.name(), error }
    }
}

impl From<OsString> for Input {
    fn from(operand: OsString) -> Self {
        if operand == "-" { Self::Standard } else { Self::File(operand.into()) }
    }
}
