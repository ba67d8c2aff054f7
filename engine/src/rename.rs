//! The same article with other people in it: whether a reading depends on who is named.
//!
//! A person is whoever is called by a first name and what follows it. Each first name becomes another of the same
//! gender and each surname another one, the same everywhere in the article.

use std::collections::BTreeMap;

use crate::lexicon;
use crate::report::Report;
use crate::span::Span;
use crate::tag::{Passage, Passages};

/// How far behind a first name its stand-in is, among the names of its gender: far enough to look different.
const BEHIND: usize = 41;

/// A text with other names.
///
/// # Example: the same words of somebody else
/// ```
/// use whose_words_engine::rename::Renamed;
/// let renamed = Renamed::new("Mary Smith said no. Smith left.");
/// assert_eq!(renamed.names(), 3);
/// assert!(!renamed.text().contains("Smith"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Renamed {
    text: String,
    /// What was replaced, in order, and how long its stand-in is.
    replaced: Vec<(Span, usize)>,
}

/// How many marks are not the same under other names, of how many.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// Clauses of commentary.
    pub commentary: Share,
    /// Outermost attributions: sources, cue or content.
    pub attributions: Share,
}

/// Some of all.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Share {
    /// How many.
    pub some: usize,
    /// Of all.
    pub of: usize,
}

impl Renamed {
    /// Gives everybody in a text another name.
    pub fn new(text: &str) -> Self {
        let passages: Vec<Passage<'_>> = Passages::new(text).collect();
        let others = others(&passages);
        let mut renamed = Self { text: String::with_capacity(text.len()), replaced: Vec::new() };
        let mut at = 0;
        for passage in &passages {
            // In headlines, too, where only other mentions tell what is a name.
            for position in (0..passage.len()).filter(|&at| passage.tag(at).is_name()) {
                let Some(other) = others.get(passage.word(position)) else { continue };
                let span = passage.span(position..position + 1);
                renamed.text.push_str(Span::new(at, span.start).of(text));
                renamed.text.push_str(other);
                renamed.replaced.push((span, other.len()));
                at = span.end;
            }
        }
        renamed.text.push_str(text.get(at..).unwrap_or_default());
        renamed
    }

    /// The text with the other names.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// How many words were replaced.
    pub fn names(&self) -> usize {
        self.replaced.len()
    }

    /// Where a span of the text before is in this one.
    pub fn moved(&self, span: Span) -> Span {
        Span::new(self.place(span.start), self.place(span.end))
    }

    /// Where a byte of the text before is in this one.
    pub fn place(&self, byte: usize) -> usize {
        let before = self.replaced.partition_point(|(span, _)| span.end <= byte);
        let before = self.replaced.iter().take(before);
        before.fold(byte, |byte, (span, length)| byte + length - span.len())
    }
}

/// Holds the report on a text against that on the same text with other names; `moved` says where a span of the first is
/// in the second.
pub fn changes(before: &Report, after: &Report, moved: &dyn Fn(Span) -> Span) -> Changes {
    let there = |span| span;
    Changes {
        commentary: Share::of(&clauses(before, moved), &clauses(after, &there)),
        attributions: Share::of(&attributions(before, moved), &attributions(after, &there)),
    }
}

fn clauses(report: &Report, moved: &dyn Fn(Span) -> Span) -> Vec<Vec<Span>> {
    report.commentary.iter().map(|clause| vec![moved(clause.span)]).collect()
}

fn attributions(report: &Report, moved: &dyn Fn(Span) -> Span) -> Vec<Vec<Span>> {
    let found = report.attributions.iter().map(|found| &found.attribution);
    let outermost = found.filter(|attribution| attribution.within.is_none());
    let spans = outermost.map(|attribution| {
        let spans = attribution.source.iter().chain(&attribution.cue);
        spans.chain(&attribution.content).map(|&span| moved(span)).collect()
    });
    spans.collect()
}

impl Share {
    /// Those that are on one side only, the larger number of both; of those before.
    fn of(before: &[Vec<Span>], after: &[Vec<Span>]) -> Self {
        let gone = before.iter().filter(|mark| !after.contains(mark)).count();
        let come = after.iter().filter(|mark| !before.contains(mark)).count();
        Self { some: gone.max(come), of: before.len() }
    }
}

impl std::ops::AddAssign for Changes {
    fn add_assign(&mut self, other: Self) {
        for (sum, share) in
            [(&mut self.commentary, other.commentary), (&mut self.attributions, other.attributions)]
        {
            sum.some += share.some;
            sum.of += share.of;
        }
    }
}

/// The stand-in for each name of a person.
fn others<'t>(passages: &[Passage<'t>]) -> BTreeMap<&'t str, String> {
    let mut others = BTreeMap::new();
    let in_s = |surname: &&str| surname.ends_with('s');
    let mut surnames = lexicon::surnames().filter(|surname| !in_s(surname)).cycle();
    // *Sanders’ plan* stays a possessive.
    let mut surnames_in_s = lexicon::surnames().filter(in_s).cycle();
    for passage in passages {
        // In headlines any word may look like a name.
        let named = |&at: &usize| passage.is_bare_name(at) && !passage.is_headline(at);
        for first in (0..passage.len()).filter(named) {
            let Some(other) = lexicon::other_first_name(passage.folded(first), BEHIND) else {
                continue;
            };
            let surname = (first + 1..).take_while(|&position| {
                let glued = passage.token(position).is_none_or(|token| token.glued);
                !glued && passage.is_bare_name(position)
            });
            for position in surname {
                let word = passage.word(position);
                others.entry(word).or_insert_with(|| {
                    let next = if word.ends_with(['s', 'z', 'x']) {
                        surnames_in_s.next()
                    } else {
                        surnames.next()
                    };
                    next.unwrap_or_default().to_owned()
                });
                others.entry(passage.word(first)).or_insert_with(|| with_capital(other));
            }
        }
    }
    others
}

fn with_capital(word: &str) -> String {
    let mut word = word.to_owned();
    if let Some(first) = word.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    word
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_get_other_names_and_places_keep_theirs() {
        let text = "Anna Petrov of Vienna visited John Doe of the Petrov Foundation. “Hello,” said Petrov, and Doe’s dog barked at Anna.";
        let renamed = Renamed::new(text);
        assert_eq!(renamed.names(), 8, "{}", renamed.text());
        for name in ["Anna", "Petrov", "John", "Doe"] {
            assert!(!renamed.text().contains(name), "{}", renamed.text());
        }
        assert!(renamed.text().contains("of Vienna visited"));
        assert!(renamed.text().contains(" Foundation."));
        let quoted = text.find("“Hello,”").unwrap();
        let span = Span::new(quoted, quoted + "“Hello,”".len());
        assert_eq!(renamed.moved(span).of(renamed.text()), "“Hello,”");
    }

    #[test]
    fn nobody_named_is_nobody_renamed() {
        let renamed = Renamed::new("The mayor said no in Paris.");
        assert_eq!((renamed.names(), renamed.text()), (0, "The mayor said no in Paris."));
    }

    #[test]
    #[cfg(feature = "weights")]
    fn marks_under_other_names_are_told_from_the_same() {
        let text = "Mary Smith said the vote was close. It was clearly a hollow victory.";
        let renamed = Renamed::new(text);
        let (before, after) = (crate::read(text), crate::read(renamed.text()));
        let moved = |span| renamed.moved(span);
        let changes = changes(&before, &after, &moved);
        assert_eq!(changes.attributions, Share { some: 0, of: 1 });
        assert_eq!(changes.commentary, Share { some: 0, of: 1 });
        let without = super::changes(&before, &Report::default(), &moved);
        assert_eq!(without.attributions, Share { some: 1, of: 1 });
    }
}
