//! Other programs: finding them on the PATH, asking their version, running them.

use std::env;
use std::ffi::OsString;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::failure::Failure;

/// Runs a program to its end, its output going where ours goes.
///
/// # Errors
/// When it cannot be started or ends with a status that is not 0; the sentence says what was to be done.
pub(crate) fn run(command: &mut Command, purpose: &str) -> Result<(), Failure> {
    let status = command.status().map_err(|error| cannot_start(command, purpose, &error))?;
    if status.success() { Ok(()) } else { Err(Failure::Check(format!("{purpose} failed."))) }
}

/// Runs a program to its end and keeps what it prints; what it says on standard error is shown.
///
/// # Errors
/// When it cannot be started; a status that is not 0 is part of the answer.
pub(crate) fn listen(command: &mut Command, purpose: &str) -> Result<Heard, Failure> {
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|error| cannot_start(command, purpose, &error))?;
    let mut output = Vec::new();
    if let Some(pipe) = child.stdout.as_mut() {
        // A broken pipe means that the program ended; what it printed until then still counts.
        let _ = pipe.read_to_end(&mut output);
    }
    let status = child.wait().map_err(|error| cannot_start(command, purpose, &error))?;
    let output = String::from_utf8_lossy(&output).into_owned();
    Ok(Heard { succeeded: status.success(), output })
}

/// What a program printed, and whether it ended with status 0.
pub(crate) struct Heard {
    pub(crate) succeeded: bool,
    pub(crate) output: String,
}

/// What `program --version` prints, or nothing where it does not run.
pub(crate) fn version(program: &Path) -> Option<String> {
    let mut command = Command::new(program);
    command.arg("--version").stderr(Stdio::null());
    // Trunk reads NO_COLOR as a flag that is "true" or "false" and refuses the customary "1".
    command.env_remove("NO_COLOR");
    let heard = listen(&mut command, "asking for a version").ok()?;
    heard.succeeded.then(|| heard.output.trim().to_owned())
}

/// Where a program lies on the PATH.
pub(crate) fn on_path(name: &str) -> Option<PathBuf> {
    let file = format!("{name}{}", env::consts::EXE_SUFFIX);
    let path = env::var_os("PATH")?;
    env::split_paths(&path).map(|folder| folder.join(&file)).find(|program| program.is_file())
}

/// The PATH with some folders before all others.
pub(crate) fn path_led_by(folders: &[&Path]) -> OsString {
    let path = env::var_os("PATH").unwrap_or_default();
    let led = folders.iter().map(|folder| folder.to_path_buf()).chain(env::split_paths(&path));
    // Folders that hold the separator cannot stand on any PATH; then the PATH stays as it is.
    env::join_paths(led).unwrap_or(path)
}

/// The cargo that runs us.
pub(crate) fn cargo() -> Command {
    Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// Tells the person at the terminal what is being done.
pub(crate) fn say(sentence: &str) {
    // Nobody is there to be told that standard error is closed.
    let _ = writeln!(std::io::stderr(), "{sentence}");
}

fn cannot_start(command: &Command, purpose: &str, error: &std::io::Error) -> Failure {
    let program = Path::new(command.get_program()).display();
    Failure::Setup(format!("{purpose} failed: {program} cannot be started ({error})."))
}
