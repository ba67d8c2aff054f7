//! A window with its sources, made ready for the [`super::Ledger`].

use std::ops::Range;

use super::reader::Reader;
use super::roster::Standing;
use crate::attribution::Attribution;
use crate::lexicon::{self, Functions};
use crate::order;
use crate::span::Span;
use crate::tag::{Passage, Tag, VerbForm};

/// A window, its attributions and where their sources stand.
pub(super) struct Hearing<'p> {
    /// The window.
    pub(super) passage: &'p Passage<'p>,
    /// Reads its phrases.
    pub(super) reader: Reader<'p>,
    /// The attributions of the window.
    pub(super) attributions: &'p [Attribution],
    /// The number of the first of them in the article.
    pub(super) first: usize,
    /// The sources in the order of the text, an outer one before those inside it.
    pub(super) sources: Vec<Source>,
}

/// A stretch that is a source of one attribution or more.
#[derive(Debug)]
pub(super) struct Source {
    /// Its tokens; at least one.
    pub(super) tokens: Range<usize>,
    /// The attributions that have it, counted from the first of the window.
    pub(super) attributions: Vec<usize>,
}

impl<'p> Hearing<'p> {
    /// Looks the sources of a window up; `is_known` says whether a word names someone already.
    pub(super) fn new(
        passage: &'p Passage<'p>,
        attributions: &'p [Attribution],
        first: usize,
        is_known: impl Fn(&str) -> bool,
    ) -> Self {
        let mut sources: Vec<Source> = Vec::new();
        for (index, attribution) in attributions.iter().enumerate() {
            for span in &attribution.source {
                let tokens = passage.tokens_of(*span);
                if !tokens.is_empty() {
                    sources.push(Source { tokens, attributions: vec![index] });
                }
            }
        }
        order::sort_by(&mut sources, |source| {
            (source.tokens.start, order::downwards(source.tokens.end))
        });
        sources.dedup_by(|next, source| {
            let same = next.tokens == source.tokens;
            if same {
                source.attributions.append(&mut next.attributions);
            }
            same
        });
        Self { passage, reader: Reader::new(passage, is_known), attributions, first, sources }
    }

    /// How much a mention from `start` to `close` stands out.
    pub(super) fn standing(&self, start: usize, close: usize) -> Standing {
        if self.in_quotation(start) {
            return Standing::Quoted;
        }
        // *Putin’s commendation*: whoever has the subject is what the sentence is about.
        if self.passage.tag(close.saturating_sub(1)) == Tag::POS {
            return Standing::Possessor;
        }
        match (self.is_subject(start, close), self.is_inside(start)) {
            (true, false) => Standing::Subject,
            // *Shares in Pellworth fell*: likewise.
            (true, true) => Standing::Possessor,
            (false, _) => Standing::Aside,
        }
    }

    /// Whether the mention at `start` hangs on a preposition; what one at the head of a sentence governs ends before
    /// the subject: *Outside court Crowther’s wife said*.
    fn is_inside(&self, start: usize) -> bool {
        let head = self.passage.sentence_of(start).start;
        start.checked_sub(1).filter(|&before| before > head).is_some_and(|before| {
            self.passage.tag(before) == Tag::IN
                && !self.passage.does(before, Functions::THAT)
                && !lexicon::subordinator(self.passage.folded(before))
        })
    }

    /// Whether the mention from `start` to `close` is the subject of a verb behind it: right behind (*Smith left*),
    /// behind what a preposition adds (*Smith of Ohio left*), or behind an insertion (*Smith, 44, left*; *Smith,
    /// who won, left*).
    fn is_subject(&self, start: usize, close: usize) -> bool {
        let chunks = &self.passage.chunks;
        let finite = |at: usize| {
            let group = chunks.group_at(at).filter(|group| group.tokens.start == at);
            group.is_some_and(|group| group.form == VerbForm::Finite)
        };
        let mut at = close;
        while self.passage.tag(at) == Tag::IN
            && let Some(phrase) = chunks.phrase_from(at + 1)
        {
            at = phrase.tokens.end;
        }
        let sentence = self.passage.sentence_of(start);
        let finite_in = |tokens: Range<usize>| {
            let groups = chunks.groups_in(tokens).iter();
            groups.filter(|group| group.form == VerbForm::Finite).count()
        };
        let first = finite_in(sentence.start..start) == 0;
        // *Smith and Jones left*.
        if self.passage.tag(at) == Tag::CC
            && first
            && let Some(phrase) = chunks.phrase_from(at + 1)
        {
            at = phrase.tokens.end;
        }
        if self.passage.tag(at) != Tag::Comma {
            // *A nurse who was there gave evidence*: behind the verb of the clause there is one of its own.
            let own = self.passage.tag(at).is_wh() && first && finite_in(at..sentence.end) > 1;
            return own || finite(at);
        }
        // Only what begins its sentence has its verb behind a relative clause: *met Smith, who won, and left*.
        let limit = if self.passage.tag(at + 1).is_wh() && first { sentence.end } else { at + 1 };
        (at..limit).any(|at| self.passage.tag(at) == Tag::Comma && finite(at + 1))
    }

    /// Whether the token stands in quotation marks.
    pub(super) fn in_quotation(&self, at: usize) -> bool {
        self.passage.window.quotation_at(at).is_some()
    }

    /// The outermost quotations in the sentence of `at` that do not hold it.
    pub(super) fn quotations_of(&self, at: usize) -> Vec<Span> {
        let sentence = self.passage.sentence_of(at);
        let quotations = self.passage.window.quotations.iter().filter(|quotation| {
            quotation.depth == 0
                && quotation.tokens.start < sentence.end
                && quotation.tokens.end > sentence.start
                && !quotation.tokens.contains(&at)
        });
        quotations.map(|quotation| self.passage.span(quotation.tokens.clone())).collect()
    }

    /// Whether the pronoun at `at` is the object of the verb before it: asked *him*, but *said* he left.
    pub(super) fn is_object(&self, at: usize) -> bool {
        let chunks = &self.passage.chunks;
        let verb = at.checked_sub(1).and_then(|before| chunks.group_at(before));
        let next = chunks.group_at(at + 1);
        let own = next.is_some_and(|group| group.form == VerbForm::Finite);
        // *Had he been asked*.
        let auxiliary = Functions::BE.or(Functions::DO).or(Functions::HAVE);
        let inverted =
            next.is_some() && verb.is_some_and(|verb| self.passage.does(verb.head, auxiliary));
        let reflexive = self.passage.does(at, Functions::REFLEXIVE);
        // *Asked her why*, whatever the tag.
        let alone = chunks.phrase_from(at).is_none_or(|phrase| phrase.tokens.len() == 1);
        let personal = match self.passage.tag(at) {
            Tag::PRP => true,
            Tag::PRPS => alone,
            _ => false,
        };
        personal && verb.is_some() && !own && !inverted && !reflexive
    }

    /// Whether a source speaks only in the words of another: *The paper said that |officials| denied it*.
    pub(super) fn is_reported(&self, source: &Source) -> bool {
        let mut own = source.attributions.iter().filter_map(|&index| self.attributions.get(index));
        own.all(|attribution| attribution.within.is_some())
    }

    /// What is attributed to a source.
    pub(super) fn contents_of(&self, source: &Source) -> Vec<Span> {
        let own = source.attributions.iter().filter_map(|&index| self.attributions.get(index));
        own.flat_map(|attribution| attribution.content.iter().copied()).collect()
    }

    /// Whether a phrase that begins at `at` says what the subject is: *is* a senator.
    pub(super) fn is_predicate(&self, at: usize) -> bool {
        let before = at.checked_sub(1).and_then(|before| self.passage.chunks.group_at(before));
        before.is_some_and(|group| {
            group.tokens.end == at && self.passage.does(group.head, Functions::BE)
        })
    }

    /// The noun phrase that ends right before `at`, a comma between them allowed.
    pub(super) fn phrase_before(&self, at: usize) -> Option<Range<usize>> {
        let end = match at.checked_sub(1) {
            Some(before) if self.passage.tag(before) == Tag::Comma => before,
            _ => at,
        };
        self.passage.chunks.phrase_before(end).map(|phrase| phrase.tokens.clone())
    }
}
