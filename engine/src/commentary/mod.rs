//! Where the wording itself takes a stand: stance markers, and the clauses that they make commentary.
//!
//! Most rules are lists of patterns in `lexicon/stance/` ([`crate::tag::pattern`]); those that need to look at
//! the clause around a word are detectors here, one a file. Nothing here knows who is speaking; `voice`
//! decides whose a marker is, and asks [`decide`] about the markers that are the author's.

mod clause;
mod decision;
mod meaning_verb;
mod scare_quotes;

use std::ops::Range;

use crate::order;
use crate::span::Span;
use crate::tag::Passage;
use crate::tag::pattern::{self, Force};

pub use clause::clauses;
pub use decision::{Clause, Surroundings, Weighed, decide};

/// The stance markers of a passage, in order; no two share a token.
///
/// Where matches overlap, the one that looked at the most tokens wins, since it knows most about its words: a
/// pattern for *critical condition*, which is no marker, before *critical*, which is one.
pub fn markers(passage: &Passage<'_>) -> Vec<Marker> {
    let mut candidates = candidates(passage);
    order::sort_by(&mut candidates, |candidate| (candidate.marked.start, 0));
    order::sort_by(&mut candidates, |candidate| {
        (order::downwards(candidate.seen.len()), order::downwards(candidate.rank()))
    });
    let mut taken = vec![false; passage.len()];
    let mut markers = Vec::new();
    for candidate in candidates {
        let Some(tokens) = taken.get_mut(candidate.marked.clone()) else { continue };
        if tokens.contains(&true) {
            continue;
        }
        tokens.fill(true);
        if let Some(strength) = candidate.strength {
            markers.push(Marker {
                span: passage.span(candidate.marked),
                family: candidate.family,
                rule: candidate.rule,
                strength,
            });
        }
    }
    order::sort_by(&mut markers, |marker| (marker.span.start, marker.span.end));
    markers
}

/// Whether the marker is a verb by which the author says what something means.
pub fn says_meaning(marker: &Marker) -> bool {
    marker.rule == meaning_verb::RULE
}

/// Whether the marker says it with an image.
pub fn says_meaning_in_an_image(marker: &Marker) -> bool {
    marker.rule == MEANING_IMAGE_RULE
}

/// Whether the marker says what somebody is after.
pub fn imputes_aim(marker: &Marker) -> bool {
    marker.rule == IMPUTED_AIM_RULE
}

/// The rule of aims: *a bid to justify*.
const IMPUTED_AIM_RULE: &str = "imputed_aim";

/// The rule of verbs that say it with an image: *paints a picture of*.
const MEANING_IMAGE_RULE: &str = "meaning_image";

/// What may become a marker, or keep its tokens from becoming one.
struct Candidate {
    marked: Range<usize>,
    /// The tokens that speak for it.
    seen: Range<usize>,
    family: Family,
    rule: &'static str,
    /// None where the tokens are no marker.
    strength: Option<Strength>,
}

impl Candidate {
    /// Which of two candidates that looked at as much goes first: none before clear before weak.
    fn rank(&self) -> usize {
        match self.strength {
            None => 2,
            Some(Strength::Clear) => 1,
            Some(Strength::Weak) => 0,
        }
    }
}

/// Everything that patterns and detectors see.
fn candidates(passage: &Passage<'_>) -> Vec<Candidate> {
    let matched = pattern::matches(passage).into_iter().filter_map(|found| {
        let strength = match found.force {
            Force::Not => None,
            Force::Weak => Some(Strength::Weak),
            Force::Clear => Some(Strength::Clear),
        };
        let family = Family::parse(found.family)?;
        Some(Candidate {
            marked: found.marked,
            seen: found.seen,
            family,
            rule: found.rule,
            strength,
        })
    });
    matched.chain(meaning_verb::find(passage)).chain(scare_quotes::find(passage)).collect()
}

/// A word or phrase that shows a stance.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Marker {
    /// Where it stands.
    pub span: Span,
    /// Its kind.
    pub family: Family,
    /// The name of the rule that found it; a key of [`crate::rule::page`].
    pub rule: &'static str,
    /// How much it says by itself.
    pub strength: Strength,
}

/// How much a marker says by itself; what that weighs is in `rules/decision.md`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Strength {
    /// Little: seldom enough alone.
    Weak,
    /// Enough, where nothing speaks against it.
    Clear,
}

/// A family of stance markers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Family {
    /// *may, reportedly, appears to*: lowers the commitment.
    Hedge,
    /// *clearly, of course, undeniably*: raises it.
    Booster,
    /// *vivid, disastrous, hollow*: judges.
    Evaluative,
    /// *underscores, reflects, paints a picture of*: says what something means.
    Interpretive,
    /// *will likely shape*: says what will come.
    Prediction,
    /// *must, should, it is time to*: says what ought to be done.
    Directive,
    /// *has resonated with the public*: a claim about people nobody is named for.
    Generalisation,
    /// *I, this newspaper*: the author steps forward.
    SelfMention,
    /// A rhetorical question.
    Question,
    /// Quotation marks that quote nobody.
    ScareQuotes,
}

impl Family {
    /// Every family, in the order of the design.
    pub const ALL: [Self; 10] = [
        Self::Hedge,
        Self::Booster,
        Self::Evaluative,
        Self::Interpretive,
        Self::Prediction,
        Self::Directive,
        Self::Generalisation,
        Self::SelfMention,
        Self::Question,
        Self::ScareQuotes,
    ];

    /// The name in reports, rule pages and test notation.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Hedge => "hedge",
            Self::Booster => "booster",
            Self::Evaluative => "evaluative",
            Self::Interpretive => "interpretive",
            Self::Prediction => "prediction",
            Self::Directive => "directive",
            Self::Generalisation => "generalisation",
            Self::SelfMention => "self-mention",
            Self::Question => "question",
            Self::ScareQuotes => "scare quotes",
        }
    }
    /// The family of this name; none when there is no such.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|family| family.name() == name)
    }
}
