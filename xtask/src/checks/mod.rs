//! Everything that is checked before a change lands, stage by stage.

mod stages;
mod tally;

use std::time::Instant;

use self::stages::Ground;
pub(crate) use self::tally::Tally;
use crate::failure::Failure;
use crate::program;

/// A stage: its name, whether it needs the built site, and what it does.
struct Stage {
    name: &'static str,
    needs_site: bool,
    check: fn(&Ground) -> Result<Tally, Failure>,
}

/// All stages, the quick ones first.
const STAGES: [Stage; 8] = [
    Stage { name: "format", needs_site: false, check: stages::format },
    Stage { name: "lints", needs_site: false, check: stages::lints },
    Stage { name: "native", needs_site: false, check: stages::native },
    Stage { name: "browser", needs_site: false, check: stages::browser },
    Stage { name: SITE, needs_site: false, check: stages::site },
    Stage { name: "size", needs_site: true, check: stages::size },
    Stage { name: FIREFOX, needs_site: true, check: stages::firefox },
    Stage { name: "journeys", needs_site: true, check: stages::journeys },
];

/// The stage that builds the site.
const SITE: &str = "site";

/// The stage that a machine without Firefox leaves out.
const FIREFOX: &str = "firefox";

/// Checks everything.
///
/// # Errors
/// When a check fails, or the machine lacks something that cannot be installed.
pub(crate) fn all() -> Result<Tally, Failure> {
    let ground = Ground::of_everything()?;
    run(&STAGES.iter().collect::<Vec<_>>(), &ground)
}

/// Checks one kind of tests only, with what is to be passed on to their runner.
///
/// # Errors
/// As for all of them, and when there is no such kind.
pub(crate) fn only(kind: &str, arguments: &[&str]) -> Result<Tally, Failure> {
    let (names, mut ground): (&[&str], Ground) = match kind {
        "native" => (&["native"], Ground::default()),
        "browser" => (&["browser"], Ground::of_browser_tests()?),
        FIREFOX => (&[SITE, FIREFOX], Ground::of_firefox()?),
        "journeys" => (&[SITE, "journeys"], Ground::of_journeys()?),
        _ => {
            return Err(Failure::Setup(format!(
                "“{kind}” is not a kind of tests; native, browser, firefox and journeys are."
            )));
        }
    };
    ground.arguments = arguments.iter().map(|&argument| argument.to_owned()).collect();
    let stages: Vec<&Stage> = STAGES.iter().filter(|stage| names.contains(&stage.name)).collect();
    run(&stages, &ground)
}

fn run(stages: &[&Stage], ground: &Ground) -> Result<Tally, Failure> {
    let mut total = Tally::default();
    let mut site_stands = true;
    let mut lines = Vec::new();
    for stage in stages {
        if stage.needs_site && !site_stands {
            lines.push(format!("{:<10}not run: the site could not be built", stage.name));
            continue;
        }
        if let Some(sentence) = ground.lacks_firefox().filter(|_| stage.name == FIREFOX) {
            lines.push(format!("{FIREFOX:<10}left out: {sentence}"));
            continue;
        }
        program::say(&format!("── {} ──", stage.name));
        let start = Instant::now();
        let tally = match (stage.check)(ground) {
            Ok(tally) => tally,
            Err(Failure::Check(sentence)) => {
                program::say(&sentence);
                Tally::of_one(false)
            }
            Err(setup) => return Err(setup),
        };
        site_stands &= stage.name != SITE || tally.failed == 0;
        total += tally;
        let seconds = start.elapsed().as_secs_f32();
        lines.push(format!("{:<10}{tally:<24}{seconds:>6.1} s", stage.name));
    }
    program::say("");
    lines.iter().for_each(|line| program::say(line));
    Ok(total)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_firefox_its_stage_is_left_out_and_counts_for_nothing() {
        let stages: Vec<&Stage> = STAGES.iter().filter(|stage| stage.name == FIREFOX).collect();
        assert_eq!(run(&stages, &Ground::default()).unwrap(), Tally::default());
    }
}
