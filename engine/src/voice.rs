//! Whose words each stretch is: the only place where attributions and stance markers meet.
//!
//! A marker inside content is the source’s; one in a cue or a source is the author’s, who chose how to say that
//! somebody spoke (*lashed out*, *is feared to*): a frame that holds one is weighed by itself, as a clause is. A cue
//! that is no marker (*claimed*) makes no commentary. A quotation that nobody is named for is somebody’s, not the
//! author’s.

use std::ops::Range;

use crate::attribution::{Attribution, QuotationForm};
use crate::commentary::{self, Clause, Family, Marker, Strength, Surroundings, Weighed};
use crate::lexicon::Functions;
use crate::span::Span;
use crate::tag::{Passage, Tag};

/// What a window holds, settled.
#[derive(Clone, Debug, Default)]
pub struct Voices {
    /// One entry a token: whose it is.
    pub owners: Vec<Owner>,
    /// The stance markers, each with the attribution that holds it in content, cue or source.
    pub markers: Vec<(Marker, Held)>,
    /// Clauses of commentary, with their strength and their markers as indices into `markers`.
    pub commentary: Vec<(Span, u8, Vec<usize>)>,
}

/// Whose words a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Owner {
    /// The author’s, outside every attribution.
    Author,
    /// The author’s, as the cue or the source of the attribution with this index.
    Frame(usize),
    /// The source’s of the attribution with this index.
    Source(usize),
    /// Somebody’s whom nobody names.
    Somebody,
}

/// Whose a marker is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Held {
    /// The author’s, outside every attribution.
    Author,
    /// The author’s, in the cue or the source of this attribution.
    Frame(usize),
    /// The source’s.
    Content(usize),
    /// In a quotation that nobody is named for.
    Quotation,
}

impl Voices {
    /// Settles a window, whose markers are `found`. `attributions` are all those of the article so far, of which some are
    /// set `aside` as no report of anybody’s words.
    pub fn new(
        passage: &Passage<'_>,
        found: Vec<Marker>,
        attributions: &[Attribution],
        aside: &[bool],
    ) -> Self {
        let owners = owners(passage, attributions, aside, &found);
        let markers = found.into_iter().map(|marker| owned(passage, &owners, marker)).collect();
        let mut voices = Self { owners, markers, commentary: Vec::new() };
        let around = voices.surroundings(passage);
        let outspoken = voices.outspoken(passage);
        for stretch in voices.authors_clauses(passage) {
            voices.weigh(passage, around, &outspoken, stretch);
        }
        voices
    }

    /// The clauses, and parts of clauses, that are the author’s, as ranges of tokens.
    pub fn authors_clauses(&self, passage: &Passage<'_>) -> Vec<Range<usize>> {
        let clauses = commentary::clauses(passage).into_iter();
        clauses.flat_map(|clause| self.author_stretches(passage, clause)).collect()
    }

    /// What holds for every clause of the window.
    fn surroundings(&self, passage: &Passage<'_>) -> Surroundings {
        let span = passage.window.span();
        let text = passage.window.text;
        let opens = text.get(..span.start).is_some_and(|before| before.trim_end().is_empty());
        let single = opens && passage.window.sentences.len() == 1;
        let own = |(marker, held): &(Marker, Held)| {
            marker.family == Family::SelfMention && *held == Held::Author
        };
        Surroundings {
            alone: single && text.get(span.end..).is_some_and(|rest| rest.trim_start().is_empty()),
            opens,
            sources: self.owners.iter().any(|owner| matches!(owner, Owner::Source(_))),
            self_mention: self.markers.iter().any(own),
        }
    }

    /// Of each sentence of the window whether a clear marker of the author’s stands in it; none where nothing of it is
    /// the author’s.
    fn outspoken(&self, passage: &Passage<'_>) -> Vec<Option<bool>> {
        let of_sentence = |sentence: &Range<usize>| {
            let own =
                |at: usize| self.owner(at) == Owner::Author && !passage.tag(at).is_punctuation();
            let span = passage.span(sentence.clone());
            let clear = |(marker, held): &(Marker, Held)| {
                *held == Held::Author
                    && marker.strength == Strength::Clear
                    && span.contains(marker.span)
            };
            sentence.clone().any(own).then(|| self.markers.iter().any(clear))
        };
        passage.window.sentences.iter().map(of_sentence).collect()
    }

    /// The parts of a clause that are the author’s: what the author says, and by itself each frame next to it, the
    /// source and the cue of an attribution.
    fn author_stretches(&self, passage: &Passage<'_>, clause: Range<usize>) -> Vec<Range<usize>> {
        let mut stretches: Vec<Range<usize>> = Vec::new();
        for at in clause {
            if matches!(self.owner(at), Owner::Source(_) | Owner::Somebody) {
                continue;
            }
            match stretches.last_mut() {
                Some(last) if last.end == at => last.end += 1,
                _ => stretches.push(at..at + 1),
            }
        }
        stretches
            .iter()
            .flat_map(|stretch| {
                let own = self.unframed(passage, stretch);
                let before = self.trimmed(passage, stretch.start..own.start);
                let behind = self.trimmed(passage, own.end..stretch.end);
                [before, own, behind]
            })
            .filter(|s| !s.is_empty())
            .collect()
    }

    /// A stretch without punctuation at its edges; a question mark or an exclamation mark may be a marker itself.
    fn trimmed(&self, passage: &Passage<'_>, stretch: Range<usize>) -> Range<usize> {
        let Range { mut start, mut end } = stretch;
        while start < end && self.is_loose(passage, start) {
            start += 1;
        }
        while end > start && self.is_loose(passage, end - 1) {
            end -= 1;
        }
        start..end
    }

    /// Whether the token is punctuation and no marker.
    fn is_loose(&self, passage: &Passage<'_>, at: usize) -> bool {
        passage.tag(at).is_punctuation()
            && !passage.token(at).is_some_and(|token| self.is_marked(token.span))
    }

    /// A stretch without punctuation at its edges and without a frame next to its content; a source that goes
    /// on as the subject of a verb of the author’s stays.
    fn unframed(&self, passage: &Passage<'_>, stretch: &Range<usize>) -> Range<usize> {
        let Range { mut start, mut end } = stretch.clone();
        let framed = |at: usize| matches!(self.owner(at), Owner::Frame(_));
        // *The stress on “thrift” by Holt underscores …*: the stress does, not Holt.
        let by = |at: usize| {
            passage.does(at, Functions::BY)
                && framed(at + 1)
                && passage.chunks.phrase_from(at + 1).is_some()
        };
        while start < end && (self.is_loose(passage, start) || framed(start) || by(start)) {
            let source = start + usize::from(by(start));
            let mut close = source;
            while close < end && framed(close) {
                close += 1;
            }
            let subject = close > start
                && source == start
                && passage.chunks.group_at(close).is_some_and(|group| {
                    group.tokens.start == close && group.form == crate::tag::VerbForm::Finite
                });
            if subject {
                break;
            }
            start = close.max(start + 1);
        }
        while end > start && (self.is_loose(passage, end - 1) || framed(end - 1)) {
            end -= 1;
        }
        start..end
    }

    /// Whether a stance marker covers the span.
    fn is_marked(&self, span: Span) -> bool {
        self.markers.iter().any(|(marker, _)| marker.span.contains(span))
    }

    /// Adds a stretch of the author’s to the commentary if its markers make it that.
    fn weigh(
        &mut self,
        passage: &Passage<'_>,
        around: Surroundings,
        outspoken: &[Option<bool>],
        stretch: Range<usize>,
    ) {
        let span = passage.span(stretch.clone());
        let own = |held: &Held, marker: &Marker| match held {
            Held::Author => true,
            // What is said of a source or of how it speaks is the author’s.
            Held::Frame(_) => marker.family != Family::ScareQuotes,
            Held::Content(_) | Held::Quotation => false,
        };
        let inside: Vec<usize> = self
            .markers
            .iter()
            .enumerate()
            .filter(|(_, (marker, held))| span.contains(marker.span) && own(held, marker))
            .map(|(index, _)| index)
            .collect();
        let weighed: Vec<Weighed<'_>> = inside
            .iter()
            .filter_map(|&index| self.markers.get(index))
            .map(|(marker, held)| Weighed { marker, in_frame: *held != Held::Author })
            .collect();
        let mut sentence = passage.sentence_of(stretch.start);
        let others = || {
            let sentences = passage.window.sentences.iter().zip(outspoken);
            sentences.filter(|(other, _)| !other.contains(&stretch.start)).filter_map(|(_, it)| *it)
        };
        let clause = Clause {
            outspoken: (others().filter(|it| *it).count(), others().count()),
            is_frame: stretch.clone().all(|at| {
                matches!(self.owner(at), Owner::Frame(_)) || passage.tag(at).is_punctuation()
            }),
            beside_source: sentence.any(|at| matches!(self.owner(at), Owner::Source(_))),
            tokens: stretch,
        };
        if let Some(strength) = commentary::decide(passage, around, &clause, &weighed) {
            self.commentary.push((span, strength, inside));
        }
    }

    /// Whose a token is; the author’s outside the window.
    pub fn owner(&self, at: usize) -> Owner {
        self.owners.get(at).copied().unwrap_or(Owner::Author)
    }
}

/// Whose each token is.
fn owners(
    passage: &Passage<'_>,
    attributions: &[Attribution],
    aside: &[bool],
    markers: &[Marker],
) -> Vec<Owner> {
    let mut owners = vec![Owner::Author; passage.len()];
    let window = passage.window.span();
    // Attributions are in the order of the text but for one that runs on, which is among the last.
    for (index, attribution) in attributions.iter().enumerate().rev() {
        let reaches = attribution.content.last().is_some_and(|piece| piece.end > window.start);
        if !reaches && attributions.len() - index > FURTHEST_BACK {
            break;
        }
        if attribution.within.is_some()
            || is_authors_own(attribution, markers)
            || aside.get(index) == Some(&true)
        {
            continue;
        }
        let frame = attribution.source.iter().chain(attribution.cue.as_ref());
        for (spans, owner) in [
            (frame.collect::<Vec<_>>(), Owner::Frame(index)),
            (attribution.content.iter().collect(), Owner::Source(index)),
        ] {
            for span in spans {
                paint(passage, &mut owners, *span, owner);
            }
        }
    }
    for quotation in passage.window.quotations.iter().filter(|quotation| quotation.depth == 0) {
        let span = passage.span(quotation.tokens.clone());
        let scare = markers
            .iter()
            .any(|marker| marker.family == Family::ScareQuotes && marker.span.touches(span));
        if scare || quotation.tokens.len() < SHORTEST_QUOTATION {
            continue;
        }
        for at in quotation.tokens.clone() {
            if let Some(owner) = owners.get_mut(at).filter(|owner| **owner == Owner::Author) {
                *owner = Owner::Somebody;
            }
        }
    }
    owners
}

/// Whether what looks like a report is the author’s own reading of what somebody did: its cue says what that means
/// (*the emphasis by Smith highlights …*, *her praise paints a picture of …*), and it quotes nothing.
pub fn is_interpretation(
    passage: &Passage<'_>,
    attribution: &Attribution,
    markers: &[Marker],
) -> bool {
    // *Her praise paints*: praise does, not she.
    let deed = attribution.source.iter().any(|source| is_possessor(passage, *source));
    let reads = |cue: Span| {
        markers.iter().any(|marker| {
            let sure = if commentary::says_meaning(marker) {
                SURE
            } else if commentary::says_meaning_in_an_image(marker) {
                SURE_OF_IMAGE
            } else {
                return false;
            };
            (deed || attribution.confidence < sure) && marker.span.touches(cue)
        })
    };
    attribution.quotation == QuotationForm::Indirect && attribution.cue.is_some_and(reads)
}

/// Whether the words are whose something is: *Smith’s*, *her*.
fn is_possessor(passage: &Passage<'_>, words: Span) -> bool {
    let last = passage.tokens_of(words).next_back().map(|last| passage.tag(last));
    matches!(last, Some(Tag::POS | Tag::PRPS))
}

/// From this confidence on, in thousandths, a report stands: *the poll underscored that …* has 830, *the emphasis by
/// Smith highlights …* 690.
const SURE: u16 = 700;

/// The same where the cue is an image, since more of those are reports: *the mayor sent a message that …* has 906, *her
/// praise paints a picture of …* 560. With 700 a thousandth of the relations on PolNeAR's dev articles is lost.
const SURE_OF_IMAGE: u16 = 600;

/// Whether the source is the author: *I believe that …* reports nobody else’s words.
fn is_authors_own(attribution: &Attribution, markers: &[Marker]) -> bool {
    let own = |span: &Span| {
        markers.iter().any(|m| m.family == Family::SelfMention && m.span.contains(*span))
    };
    !attribution.source.is_empty() && attribution.source.iter().all(own)
}

/// How many attributions back one may still reach into the window: as many as a window can hold.
const FURTHEST_BACK: usize = 256;

/// A quotation with fewer tokens, marks included, is a name or a word taken up: *the “Green Book”*.
const SHORTEST_QUOTATION: usize = 6;

fn paint(passage: &Passage<'_>, owners: &mut [Owner], span: Span, owner: Owner) {
    for at in passage.tokens_of(span) {
        if let Some(slot) = owners.get_mut(at)
            && !matches!(slot, Owner::Source(_))
        {
            *slot = owner;
        }
    }
}

/// A marker and whose it is, by its first token; where it reaches into words of another owner (*seeks | to
/// blur*), only the part before them is the marker.
fn owned(passage: &Passage<'_>, owners: &[Owner], marker: Marker) -> (Marker, Held) {
    let tokens = &passage.window.tokens;
    let first = tokens.partition_point(|token| token.span.end <= marker.span.start);
    let owner = owners.get(first).copied().unwrap_or(Owner::Author);
    let authors = |owner: Owner| matches!(owner, Owner::Author | Owner::Frame(_));
    let end = tokens
        .iter()
        .zip(owners)
        .skip(first)
        .take_while(|(token, other)| {
            token.span.start < marker.span.end
                && (**other == owner || (authors(**other) && authors(owner)))
        })
        .last()
        .map_or(marker.span.end, |(token, _)| token.span.end.min(marker.span.end));
    let held = match owner {
        Owner::Source(index) => Held::Content(index),
        Owner::Frame(index) => Held::Frame(index),
        Owner::Somebody => Held::Quotation,
        Owner::Author => Held::Author,
    };
    (Marker { span: Span::new(marker.span.start, end), ..marker }, held)
}
