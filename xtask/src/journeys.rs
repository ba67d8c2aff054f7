//! The scripts of `tests/journeys` and `tests/firefox`: what a person does with the page, done by Node in a real browser.

use std::process::Command;

use crate::failure::Failure;
use crate::server::{self, Files};
use crate::setup::chromium::Chromium;
use crate::setup::firefox::Firefox;
use crate::{place, program};

/// Node in the project’s folder, told where the browser is and where `dist/` is served, which it is until we end.
///
/// # Errors
/// When nothing can be served on this machine.
pub(crate) fn node(chromium: &Chromium) -> Result<Command, Failure> {
    let mut node = node_at_site()?;
    node.env("WHOSE_WORDS_CHROMIUM", &chromium.browser);
    Ok(node)
}

/// The same for scripts that steer Firefox, through its driver.
///
/// # Errors
/// As for [`node`].
pub(crate) fn node_with_firefox(firefox: &Firefox) -> Result<Command, Failure> {
    let mut node = node_at_site()?;
    node.env("WHOSE_WORDS_FIREFOX", &firefox.browser);
    node.env("WHOSE_WORDS_GECKODRIVER", &firefox.driver);
    Ok(node)
}

fn node_at_site() -> Result<Command, Failure> {
    let address = server::start(place::dist(), 0, Files::Stay)?;
    let mut node = Command::new("node");
    node.current_dir(place::project());
    node.env("WHOSE_WORDS_SITE", format!("http://{address}/"));
    node.env("WHOSE_WORDS_EXTENSION", place::target().join("extension"));
    Ok(node)
}

/// What a script of `tests/journeys` prints.
///
/// # Errors
/// When it ends with a status that is not 0.
pub(crate) fn script(
    chromium: &Chromium,
    name: &str,
    arguments: &[&str],
) -> Result<String, Failure> {
    let mut node = node(chromium)?;
    node.arg(format!("tests/journeys/{name}")).args(arguments);
    let heard = program::listen(&mut node, name)?;
    if heard.succeeded { Ok(heard.output) } else { Err(Failure::Check(format!("{name} failed."))) }
}
