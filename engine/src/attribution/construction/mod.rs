//! Which construction an attribution is: what names it, and so explains it.
//!
//! A construction is one file and one rule page. Each only looks at what was found; none finds anything. The
//! first that recognises the attribution names it, the closest descriptions first.

mod according_to;
mod agentless;
mod appeal;
mod colon;
mod conviction;
mod cue_noun;
mod described_as;
mod direct_speech;
mod document_phrase;
mod floating_quotation;
mod found_by_pattern;
mod headline;
mod in_view;
mod inserted_cue;
mod intention;
mod mixed_quotation;
mod opinion;
mod passive_cue;
mod reported_clause;
mod signature;

use std::ops::Range;

use super::QuotationForm;
use super::cue::CueHead;
use super::found::Found;
use crate::lexicon::Functions;
use crate::tag::chunk::VerbForm;
use crate::tag::{Passage, Tag};

pub(super) use agentless::RULE as AGENTLESS;
pub(super) use intention::RULE as INTENTION;

/// The constructions with neither a quotation nor a clause to them.
pub(super) const LOOSE: [&str; 5] = [
    conviction::CONSTRUCTION.rule,
    cue_noun::CONSTRUCTION.rule,
    found_by_pattern::RULE,
    intention::CONSTRUCTION.rule,
    opinion::CONSTRUCTION.rule,
];

/// The constructions in the order in which they are asked.
const CONSTRUCTIONS: [Construction; 19] = [
    headline::CONSTRUCTION,
    signature::CONSTRUCTION,
    colon::CONSTRUCTION,
    in_view::CONSTRUCTION,
    according_to::CONSTRUCTION,
    floating_quotation::CONSTRUCTION,
    document_phrase::CONSTRUCTION,
    conviction::CONSTRUCTION,
    cue_noun::CONSTRUCTION,
    passive_cue::CONSTRUCTION,
    direct_speech::CONSTRUCTION,
    agentless::CONSTRUCTION,
    described_as::CONSTRUCTION,
    appeal::CONSTRUCTION,
    intention::CONSTRUCTION,
    inserted_cue::CONSTRUCTION,
    reported_clause::CONSTRUCTION,
    mixed_quotation::CONSTRUCTION,
    opinion::CONSTRUCTION,
];

/// The names of all rules of this layer; each has its page.
pub const RULES: [&str; CONSTRUCTIONS.len() + 1] = {
    let mut rules = [found_by_pattern::RULE; CONSTRUCTIONS.len() + 1];
    let mut at = 0;
    while at < CONSTRUCTIONS.len() {
        rules[at] = CONSTRUCTIONS[at].rule;
        at += 1;
    }
    rules
};

/// A way to attribute, with a page of its own.
struct Construction {
    /// The name of its page.
    rule: &'static str,
    /// Whether an attribution is made so.
    fits: fn(&Sighting<'_>) -> bool,
}

/// The name of the construction; the honest *found by pattern* where none is recognised.
pub(crate) fn name(sighting: &Sighting<'_>) -> &'static str {
    let known = CONSTRUCTIONS.iter().find(|construction| (construction.fits)(sighting));
    known.map_or(found_by_pattern::RULE, |construction| construction.rule)
}

/// An attribution that was found, with what a construction may ask of it.
pub(crate) struct Sighting<'p> {
    /// The window.
    pub(crate) passage: &'p Passage<'p>,
    /// Source, cue and content.
    pub(crate) found: &'p Found,
    /// What heads the cue.
    pub(crate) head: CueHead<'p>,
    /// How much of the content stands in quotation marks.
    pub(crate) quotation: QuotationForm,
}

impl Sighting<'_> {
    fn tag(&self, at: usize) -> Tag {
        self.passage.tag(at)
    }

    fn does(&self, at: usize, function: Functions) -> bool {
        self.passage.does(at, function)
    }

    /// A preposition other than *of*, which joins a noun to another.
    fn is_preposition(&self, at: usize) -> bool {
        matches!(self.tag(at), Tag::IN | Tag::TO) && !self.does(at, Functions::OF)
    }

    /// The first piece of content behind the cue.
    fn content_behind(&self) -> Option<&Range<usize>> {
        let cue = self.found.cue.as_ref()?;
        self.found.content.iter().find(|piece| piece.start >= cue.end)
    }

    /// The last piece of content before the cue.
    fn content_before(&self) -> Option<&Range<usize>> {
        let cue = self.found.cue.as_ref()?;
        self.found.content.iter().rfind(|piece| piece.end <= cue.start)
    }

    /// Whether an infinitive begins at the token.
    fn infinitive_from(&self, at: usize) -> bool {
        let group = self.passage.chunks.group_at(at);
        self.tag(at) == Tag::TO
            || group
                .is_some_and(|group| group.form == VerbForm::Infinitive && group.tokens.start == at)
    }

    /// Whether *by* stands between the cue and the source behind it.
    fn by_source(&self) -> bool {
        let Some(cue) = &self.found.cue else { return false };
        let behind = |source: &&Range<usize>| source.start >= cue.end;
        let source = self.found.source.iter().find(behind);
        source.is_some_and(|source| {
            let before = source.start.checked_sub(1);
            before.is_some_and(|before| self.does(before, Functions::BY))
                || self.does(source.start, Functions::BY)
        })
    }

    /// Whether the cue’s verb is passive.
    fn is_passive(&self) -> bool {
        matches!(self.head, CueHead::Verb(group, _) if group.passive || group.form == VerbForm::Participle)
    }
}
