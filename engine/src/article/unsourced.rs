//! Numbers, motives, superlatives and forecasts in sentences that name no source.

use std::ops::Range;

use crate::commentary::{self, Family, Strength};
use crate::order;
use crate::report::Finding;
use crate::span::Span;
use crate::tag::{Passage, Tag, pattern};
use crate::voice::{Held, Voices};

/// The name of the rule.
const RULE: &str = "claims_without_source";

/// Something claimed without a source.
#[derive(Clone, Copy, Debug)]
pub(super) struct Claim {
    kind: Kind,
    span: Span,
}

/// What is claimed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// *Rents rose by 9 percent.*
    Number,
    /// *a bid to justify the sale*
    Motive,
    /// *the oldest mill of the valley*
    Superlative,
    /// *will surely fail*
    Forecast,
}

impl Kind {
    const ALL: [Self; 4] = [Self::Number, Self::Motive, Self::Superlative, Self::Forecast];

    /// The name of its count.
    const fn name(self) -> &'static str {
        match self {
            Self::Number => "numbers",
            Self::Motive => "motives",
            Self::Superlative => "superlatives",
            Self::Forecast => "forecasts",
        }
    }
}

/// What is claimed in a sentence of the author's.
pub(super) fn claims(
    passage: &Passage<'_>,
    voices: &Voices,
    sentence: &Range<usize>,
) -> Vec<Claim> {
    let measure = |at: usize| pattern::MEASURE.contains(passage.folded(at));
    let word = |at: usize| {
        let before = at.checked_sub(1).filter(|before| sentence.contains(before));
        let claim = |kind, tokens: Range<usize>| Claim { kind, span: passage.span(tokens) };
        match passage.tag(at) {
            Tag::CD if measure(at + 1) || passage.tag(at + 1) == Tag::NNS => {
                let from = before.filter(|&before| measure(before)).unwrap_or(at);
                Some(claim(Kind::Number, from..at + 2))
            }
            Tag::CD if before.is_some_and(measure) => Some(claim(Kind::Number, at - 1..at + 1)),
            Tag::JJS | Tag::RBS if before.is_some_and(|it| passage.tag(it) == Tag::DT) => {
                Some(claim(Kind::Superlative, at - 1..at + 1))
            }
            _ => None,
        }
    };
    let span = passage.span(sentence.clone());
    let marked = voices.markers.iter().filter_map(|(marker, held)| {
        let kind = match marker.family {
            Family::Prediction if marker.strength == Strength::Clear => Kind::Forecast,
            _ if commentary::imputes_aim(marker) => Kind::Motive,
            _ => return None,
        };
        let here = *held == Held::Author && span.contains(marker.span);
        here.then_some(Claim { kind, span: marker.span })
    });
    let mut claims: Vec<Claim> = sentence.clone().filter_map(word).chain(marked).collect();
    order::sort_by(&mut claims, |claim| (claim.span.start, claim.span.end));
    claims
}

/// All such claims of the article, with how many there are of each kind.
pub(super) fn find(claims: &[Claim]) -> Option<Finding> {
    let count = |kind: Kind| claims.iter().filter(|claim| claim.kind == kind).count();
    let counts = Kind::ALL.map(|kind| (kind.name().to_owned(), count(kind)));
    (!claims.is_empty()).then(|| Finding {
        rule: RULE,
        spans: claims.iter().map(|claim| claim.span).collect(),
        values: counts.into_iter().filter(|(_, count)| *count > 0).collect(),
    })
}
