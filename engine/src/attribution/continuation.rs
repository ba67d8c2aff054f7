//! Quotations that run on: content that no cue was found for, into which an attribution before it goes on.
//!
//! It adds to the content of the attribution that it began in, and so has no rule of its own.

use std::ops::Range;

use super::found::Found;
use crate::tag::Passage;

/// What the windows read so far leave to the next.
#[derive(Clone, Debug, Default)]
pub struct Context {
    /// The attribution that was found last and quotes somebody, as an index.
    last: Option<usize>,
}

/// Content in want of a cue, and where it goes.
pub(crate) enum Place {
    /// Into the attribution found before it in the window.
    Here(usize),
    /// Into the last attribution of the windows before.
    Before(usize),
    /// Into none: it is a quotation that stands by itself.
    Alone,
    /// Nowhere: without quotation marks or a cue nothing shows that somebody else speaks.
    Nowhere,
}

impl Context {
    /// Where a piece of content without a cue goes; `found` is what the window has before it.
    pub(crate) fn place(
        &self,
        passage: &Passage<'_>,
        found: &[Found],
        piece: &Range<usize>,
    ) -> Place {
        let quoted = passage.window.outermost_quotation_at(piece.start).is_some();
        match found.last() {
            _ if !quoted => Place::Nowhere,
            // One quotation after another, all without a cue, are of as many people: readers’ letters, tweets.
            Some(last) if is_over(passage, last) => Place::Alone,
            Some(_) => Place::Here(found.len() - 1),
            None => self.last.map_or(Place::Alone, Place::Before),
        }
    }

    /// Remembers what the next window needs; the window’s own attributions begin at `first`.
    pub(crate) fn leave(&mut self, passage: &Passage<'_>, found: &[Found], first: usize) {
        if found.is_empty() {
            return;
        }
        let outermost = |one: &Found| one.within(found).is_none();
        let last = found.iter().rposition(outermost);
        let goes_on = |last: &Found| last.is_quoted(passage) && !is_over(passage, last);
        let goes_on = |&last: &usize| found.get(last).is_some_and(goes_on);
        self.last = last.filter(goes_on).map(|last| first + last);
    }
}

/// Whether nobody is named to whom more could be given, and the quotation is closed.
fn is_over(passage: &Passage<'_>, found: &Found) -> bool {
    let Some(last) = found.content.last().filter(|_| found.cue.is_none()) else { return false };
    let mut quotations = passage.window.quotations.iter();
    quotations.any(|quotation| quotation.closes && quotation.tokens.contains(&last.start))
}
