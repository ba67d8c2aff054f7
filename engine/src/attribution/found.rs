//! What was found in a window, in tokens, before it is named.

use std::ops::Range;

use super::network::Link;
use crate::order;
use crate::tag::Passage;

/// A source, a cue and content that belong together; ranges are tokens of the window.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Found {
    /// The source; empty when nobody is named.
    pub(crate) source: Vec<Range<usize>>,
    /// The cue.
    pub(crate) cue: Option<Range<usize>>,
    /// The content; at least one range that is not empty, in the order of the text.
    pub(crate) content: Vec<Range<usize>>,
    /// How likely it is, in 1/2^15, as far as its finder knows itself.
    pub(crate) chance: i32,
}

impl Found {
    /// What the network linked.
    pub(crate) fn of(link: Link) -> Self {
        Self {
            source: link.source.into_iter().collect(),
            cue: link.cue,
            content: link.contents,
            chance: link.chance,
        }
    }

    /// What a rule found.
    pub(crate) fn certain(
        source: Option<Range<usize>>,
        cue: Range<usize>,
        content: Vec<Range<usize>>,
    ) -> Self {
        let chance = CHANCE_OF_RULES;
        Self { source: source.into_iter().collect(), cue: Some(cue), content, chance }
    }

    /// From the first to the last token of the content.
    pub(crate) fn reach(&self) -> Range<usize> {
        let start = self.content.iter().map(|piece| piece.start).min().unwrap_or(0);
        let end = self.content.iter().map(|piece| piece.end).max().unwrap_or(0);
        start..end
    }

    /// Whether every piece of content begins inside a quotation, or with its mark.
    pub(crate) fn is_quoted(&self, passage: &Passage<'_>) -> bool {
        let quoted = |at| passage.window.outermost_quotation_at(at).is_some();
        self.content.iter().all(|piece| quoted(piece.start))
    }

    /// Whether both have their cue in the same place.
    pub(crate) fn same_cue(&self, other: &Self) -> bool {
        match (&self.cue, &other.cue) {
            (Some(one), Some(another)) => overlap(one, another),
            _ => false,
        }
    }

    /// Whether a piece of the content holds all of the other.
    pub(crate) fn holds(&self, other: &Self) -> bool {
        let parts = || other.cue.iter().chain(&other.content);
        let whole = |piece: &Range<usize>| {
            parts().all(|part| piece.start <= part.start && part.end <= piece.end)
        };
        self != other && self.content.iter().any(whole)
    }

    /// The closest of `all` whose content holds this one, as an index; none for an outermost one.
    pub(crate) fn within(&self, all: &[Self]) -> Option<usize> {
        let holders = all.iter().enumerate().filter(|(_, outer)| outer.holds(self));
        holders.min_by_key(|(_, outer)| outer.reach().len()).map(|(index, _)| index)
    }

    /// Whether both claim a token; one source may speak in both.
    pub(crate) fn meets(&self, other: &Self) -> bool {
        let touches = |one: &Self, other: &Self| {
            let mut said = one.cue.iter().chain(&one.content);
            said.any(|part| other.parts().any(|another| overlap(part, another)))
        };
        touches(self, other) || touches(other, self)
    }

    fn parts(&self) -> impl Iterator<Item = &Range<usize>> {
        self.source.iter().chain(&self.cue).chain(&self.content)
    }

    /// Puts the pieces in order and leaves out of the content what is source or cue; false when no content
    /// is left.
    pub(crate) fn settle(&mut self) -> bool {
        let parts: Vec<Range<usize>> =
            self.source.iter().chain(self.cue.as_ref()).cloned().collect();
        for part in parts {
            self.content = self.content.drain(..).flat_map(|piece| without(piece, &part)).collect();
        }
        self.content.retain(|piece| !piece.is_empty());
        self.source.retain(|piece| !piece.is_empty());
        order::sort_by(&mut self.content, |piece| (piece.start, 0));
        self.content.dedup();
        !self.content.is_empty()
    }
}

/// What rules may think of themselves, in 1/2^15, so that they count as right as they are: in five of six.
const CHANCE_OF_RULES: i32 = 18_700;

fn overlap(one: &Range<usize>, other: &Range<usize>) -> bool {
    one.start < other.end && other.start < one.end
}

/// What is left of a range when another is cut out.
fn without(piece: Range<usize>, hole: &Range<usize>) -> Vec<Range<usize>> {
    if hole.start >= piece.end || hole.end <= piece.start {
        return vec![piece];
    }
    vec![piece.start..hole.start.max(piece.start), hole.end.min(piece.end)..piece.end]
}
