//! Pictures of the page and of the element on another: some for the README, the others to be looked at.

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
    let docs = place::project().join("docs");
    fs::create_dir_all(&docs).map_err(|error| Failure::of_file(&docs, &error))?;
    for (taken, kept) in README_PICTURES {
        let picture = docs.join(kept);
        fs::copy(folder.join(taken), &picture)
            .map_err(|error| Failure::of_file(&picture, &error))?;
    }
    program::say(&format!("{} has the README’s; all are in {}.", docs.display(), folder.display()));
    Ok(())
}

/// Those that show most of what the page and the element do, and what they are called there.
const README_PICTURES: [(&str, &str); 3] = [
    ("card.png", "whose-words.png"),
    ("on-a-page.png", "on-a-page.png"),
    ("lesson.png", "lesson.png"),
];
