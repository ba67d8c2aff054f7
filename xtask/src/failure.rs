//! Why a command ends early: one sentence for the person at the terminal, and an exit status.

use std::io;
use std::path::Path;

/// A command that could not do its work.
#[derive(Debug)]
pub(crate) enum Failure {
    /// The machine lacks something that we cannot install, or the command was called in a way that
    /// we do not know: nothing was judged.
    Setup(String),
    /// The work was done and the result is not as it should be.
    Check(String),
    /// The same, when the last line said so already.
    Told,
}

impl Failure {
    /// A file that cannot be read or written.
    pub(crate) fn of_file(path: &Path, error: &io::Error) -> Self {
        Self::Check(format!("{}: {error}.", path.display()))
    }

    /// What is still to be said.
    pub(crate) fn sentence(&self) -> Option<&str> {
        match self {
            Self::Setup(sentence) | Self::Check(sentence) => Some(sentence),
            Self::Told => None,
        }
    }

    /// What the process ends with.
    pub(crate) fn exit_status(&self) -> u8 {
        match self {
            Self::Check(_) | Self::Told => 1,
            Self::Setup(_) => 2,
        }
    }
}
