//! What grammar alone leaves no doubt about: a few constructions that are found by rule, for the texts that are
//! unlike any that the network has learned from.
//!
//! The network’s finding of the same cue stands. A construction is here when what it adds on articles that were
//! not learned from is right more often than what the network finds there.

mod according_to;
mod direct_speech;
mod inserted_cue;
mod quoted_noun;
mod signature;

pub(super) use according_to::phrase_at;

use super::found::Found;
use super::scene::Scene;
use crate::order;

/// What is certain in a window, in the order of the text.
pub(super) fn find(scene: &Scene<'_>) -> Vec<Found> {
    let by_verb = scene.sites.iter().filter_map(|site| {
        direct_speech::find(scene, site).or_else(|| inserted_cue::find(scene, site))
    });
    let by_place = (0..scene.passage.len())
        .filter_map(|at| according_to::find(scene, at).or_else(|| signature::find(scene, at)));
    let phrases = &scene.passage.chunks.phrases;
    let by_noun = phrases.iter().filter_map(|phrase| quoted_noun::find(scene, phrase));
    let mut certain: Vec<Found> = by_verb.chain(by_place).chain(by_noun).collect();
    certain.retain_mut(Found::settle);
    order::sort_by(&mut certain, |found| (found.reach().start, 0));
    // *In her own words* is a phrase and a noun: the phrase, which is asked first, stands.
    certain.dedup_by(|later, earlier| later.same_cue(earlier));
    certain
}
