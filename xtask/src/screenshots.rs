//! Pictures of the page: one for the README, the others to be looked at.

use std::fs;

use crate::failure::Failure;
use crate::setup::{chromium, packages};
use crate::{journeys, place, program, site};

/// Builds the page and takes its pictures.
///
/// # Errors
/// When the page does not show what is to be seen on them.
pub(crate) fn take() -> Result<(), Failure> {
    let chromium = chromium::ensure()?;
    packages::ensure()?;
    site::build()?;
    let folder = place::target().join("screenshots");
    journeys::script(&chromium, "screenshots.js", &[&folder.to_string_lossy()])?;
    let picture = place::project().join("docs").join("whose-words.png");
    fs::create_dir_all(place::project().join("docs"))
        .and_then(|()| fs::copy(folder.join(README_PICTURE), &picture))
        .map_err(|error| Failure::of_file(&picture, &error))?;
    program::say(&format!(
        "{} is the README’s; all are in {}.",
        picture.display(),
        folder.display()
    ));
    Ok(())
}

/// The one that shows most of what the page does.
const README_PICTURE: &str = "card.png";
