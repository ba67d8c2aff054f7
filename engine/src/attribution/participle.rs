//! A participle that is a cue speaks for the subject of the clause it goes with, and only up to where that clause
//! goes on: *By stating that …, Smith closed the debate*; *Smith’s praise, describing it as …, moved the crowd*.

use super::found::Found;
use super::scene::Scene;
use crate::tag::chunk::VerbForm;

/// Gives a participle’s attribution the source that it lacks, and cuts from its content what is not its own.
pub(super) fn complete(scene: &Scene<'_>, found: &mut Found) {
    let Some(cue) = &found.cue else { return };
    let at_cue = |site: &&super::scene::Site| {
        site.form == VerbForm::Gerund && site.cue.start < cue.end && cue.start < site.cue.end
    };
    let Some(site) = scene.sites.iter().find(at_cue) else { return };
    if found.source.is_empty() && !site.adjacent {
        found.source.extend(site.subject.clone());
    }
    let limit = scene.limit(site);
    for piece in &mut found.content {
        if site.cue.end <= piece.start && limit > piece.start {
            piece.end = piece.end.min(limit);
        }
    }
}
