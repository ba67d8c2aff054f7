//! Which attribution that was found is which that was marked by hand.

use std::collections::{BTreeMap, BTreeSet};

use super::share;
use super::words::Words;
use crate::wire::gold::GoldAttribution;
use crate::wire::json::{CodePoints, WrittenAttribution};

/// The roles, in the order in which an attribution's [`Parts`] stand and all counts by role are.
pub(super) const ROLES: [&str; 3] = ["source", "cue", "content"];

/// An attribution's spans, by role.
pub(super) type Parts<'a> = [&'a [CodePoints]; 3];

/// The parts of an attribution marked by hand.
pub(super) fn gold_parts(attribution: &GoldAttribution) -> Parts<'_> {
    [&attribution.source, &attribution.cue, &attribution.content]
}

/// The parts of one that was found.
pub(super) fn found_parts(attribution: &WrittenAttribution) -> Parts<'_> {
    [&attribution.source, &attribution.cue, &attribution.content]
}

/// One to one: the place of one marked by hand → the place of one found.
pub(super) type Pairs = BTreeMap<usize, usize>;

/// The attributions of an article, by the words that they touch.
pub(super) struct Sides {
    marked: Vec<Side>,
    found: Vec<Side>,
}

/// The words of an attribution.
struct Side {
    source: BTreeSet<usize>,
    content: BTreeSet<usize>,
}

/// How an attribution marked by hand and one found go together.
#[derive(Clone, Copy, Debug)]
pub(super) struct Likeness {
    /// F1 of the words of their contents.
    pub(super) content: f64,
    /// Whether their sources share a word, or neither has one.
    pub(super) same_source: bool,
    /// Words of content found that were not marked.
    pub(super) extra: usize,
    /// Words of content marked that were not found.
    pub(super) lacking: usize,
}

/// The least content F1 at which two attributions are the same: more shared than not.
const SAME_CONTENT: f64 = 0.5;

impl Sides {
    /// The words of all attributions of an article.
    pub(super) fn new(words: &Words, marked: &[Parts<'_>], found: &[Parts<'_>]) -> Self {
        let sides = |attributions: &[Parts<'_>]| {
            let side = |&[source, _, content]: &Parts<'_>| Side {
                source: words.touched(source),
                content: words.touched(content),
            };
            attributions.iter().map(side).collect()
        };
        Self { marked: sides(marked), found: sides(found) }
    }

    /// Those that are the same: they share their source and most of their content.
    pub(super) fn relations(&self) -> Pairs {
        let mut pairs = Pairs::new();
        self.pair(&mut pairs, |like| like.content >= SAME_CONTENT && like.same_source);
        pairs
    }

    /// `relations`, and of the rest those that are meant to be the same: they share some content.
    pub(super) fn attempts(&self, relations: &Pairs) -> Pairs {
        let mut pairs = relations.clone();
        self.pair(&mut pairs, |like| like.content > 0.0);
        pairs
    }

    /// How a pair goes together.
    pub(super) fn likeness(&self, number: usize, pair: usize) -> Option<Likeness> {
        let (marked, found) = (self.marked.get(number)?, self.found.get(pair)?);
        let both = marked.content.intersection(&found.content).count();
        Some(Likeness {
            content: share(2 * both, marked.content.len() + found.content.len()),
            same_source: !marked.source.is_disjoint(&found.source)
                || (marked.source.is_empty() && found.source.is_empty()),
            extra: found.content.len() - both,
            lacking: marked.content.len() - both,
        })
    }

    /// Adds pairs of those that are in none, the best content first.
    fn pair(&self, pairs: &mut Pairs, go_together: impl Fn(Likeness) -> bool) {
        let mut taken: BTreeSet<usize> = pairs.values().copied().collect();
        let mut candidates = Vec::new();
        for number in (0..self.marked.len()).filter(|number| !pairs.contains_key(number)) {
            for pair in (0..self.found.len()).filter(|pair| !taken.contains(pair)) {
                let likeness = self.likeness(number, pair).filter(|&like| go_together(like));
                candidates.extend(likeness.map(|like| (like.content, number, pair)));
            }
        }
        // Of equal ones the last first, as the reference takes them.
        candidates.sort_by(|one, other| {
            other.0.total_cmp(&one.0).then((other.1, other.2).cmp(&(one.1, one.2)))
        });
        for (_, number, pair) in candidates {
            if !pairs.contains_key(&number) && taken.insert(pair) {
                pairs.insert(number, pair);
            }
        }
    }
}
