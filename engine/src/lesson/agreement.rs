//! How far a learner’s marks match the key.
//!
//! Two people who mark the same thing seldom begin and end at the same word, so nothing hangs on edges: words are counted, and a
//! mark of either side has a match when four fifths of its words are marked alike on the other.

use std::collections::BTreeSet;

use super::words::{touched_by, words};
use super::{Kind, Lesson, OwnMark};
use crate::span::Span;

/// What a comparison found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Agreement {
    /// For each kind of the lesson, in its order, how many words.
    pub kinds: Vec<(Kind, Counts)>,
    /// For each mark of the key, whether the learner has it; none for those that are not compared: optional ones, and kinds that
    /// the lesson does not ask for.
    pub key: Vec<Option<Match>>,
    /// For each mark of the learner’s, whether the key has it.
    pub own: Vec<OwnMatch>,
}

/// How many words of one kind are marked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// By both.
    pub both: usize,
    /// In the key.
    pub key: usize,
    /// By the learner.
    pub own: usize,
}

/// How far one side has the words of a mark of the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Match {
    /// None of them.
    None,
    /// Some of them.
    Part,
    /// Four fifths or more: of five words one may lack, of four none.
    Whole,
}

/// What the key says of a mark of the learner’s.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OwnMatch {
    /// How far the key has its words as the same.
    pub same: Match,
    /// As what the key has most of its words, where it has none of them as the same. Optional marks of the key count here.
    pub instead: Option<Kind>,
    /// Whether all of it lies in words that may be marked or not.
    pub optional: bool,
}

impl Agreement {
    /// Compares a learner’s marks with the key of a lesson.
    ///
    /// # Example: one of two words
    /// ```
    /// use whose_words_engine::lesson::agreement::{Agreement, Match};
    /// use whose_words_engine::lesson::{Kind, OwnMark};
    /// use whose_words_engine::notation::Marked;
    /// use whose_words_engine::span::Span;
    /// let lesson = Marked::parse("{source Ann Lee} {cue said} {content no}.")?.lesson("");
    /// let own = [OwnMark { kind: Kind::Source, span: Span::new(4, 7) }];
    /// let agreement = Agreement::new(&lesson, &own);
    /// assert_eq!(agreement.key, [Some(Match::Part), Some(Match::None), Some(Match::None)]);
    /// assert_eq!((agreement.kinds[0].1.both, agreement.kinds[0].1.key), (1, 2));
    /// # Ok::<(), whose_words_engine::notation::NotationError>(())
    /// ```
    pub fn new(lesson: &Lesson, own: &[OwnMark]) -> Self {
        let words = words(&lesson.text);
        let sides = Kind::ALL.map(|kind| Sides::new(kind, lesson, own, &words));
        let of = |kind: Kind| sides.iter().find(|sides| sides.kind == kind);
        let asked = lesson.kinds.iter().filter_map(|&kind| of(kind));
        let key = lesson.key.iter().map(|mark| {
            let compared = !mark.optional && lesson.kinds.contains(&mark.kind);
            let sides = of(mark.kind).filter(|_| compared)?;
            let marked = touched_by(&words, mark.spans.iter().copied());
            Some(Match::of(&marked, |word| sides.own.contains(word)))
        });
        let own = own.iter().map(|mark| {
            let marked = touched_by(&words, [mark.span]);
            let has = |sides: &Sides| {
                let in_key =
                    |word: &usize| sides.key.contains(word) || sides.optional.contains(word);
                marked.iter().filter(|&word| in_key(word)).count()
            };
            let optional = of(mark.kind)
                .is_some_and(|sides| marked.iter().all(|word| sides.optional.contains(word)));
            let counted: Vec<usize> = marked
                .iter()
                .copied()
                .filter(|word| of(mark.kind).is_some_and(|sides| !sides.optional.contains(word)))
                .collect();
            let same = of(mark.kind)
                .map_or(Match::None, |sides| Match::of(&counted, |word| sides.key.contains(word)));
            let others = sides.iter().filter(|sides| sides.kind != mark.kind);
            let instead =
                others.max_by_key(|sides| has(sides)).filter(|sides| has(sides) * 2 > marked.len());
            let instead =
                instead.map(|sides| sides.kind).filter(|_| same == Match::None && !optional);
            OwnMatch { same, instead, optional }
        });
        Self {
            kinds: asked.map(|sides| (sides.kind, sides.counts())).collect(),
            key: key.collect(),
            own: own.collect(),
        }
    }

    /// All kinds together.
    pub fn total(&self) -> Counts {
        self.kinds.iter().fold(Counts::default(), |sum, (_, counts)| Counts {
            both: sum.both + counts.both,
            key: sum.key + counts.key,
            own: sum.own + counts.own,
        })
    }
}

impl Match {
    fn of(marked: &[usize], other_has: impl Fn(&usize) -> bool) -> Self {
        let shared = marked.iter().filter(|&word| other_has(word)).count();
        match shared {
            0 => Self::None,
            shared if shared * 5 >= marked.len() * 4 => Self::Whole,
            _ => Self::Part,
        }
    }
}

/// The words of one kind: the key’s and the learner’s without those that count for neither, and these.
struct Sides {
    kind: Kind,
    key: BTreeSet<usize>,
    own: BTreeSet<usize>,
    optional: BTreeSet<usize>,
}

impl Sides {
    fn new(kind: Kind, lesson: &Lesson, own: &[OwnMark], words: &[Span]) -> Self {
        let of_key = |optional| {
            let marks = lesson
                .key
                .iter()
                .filter(move |mark| mark.kind == kind && mark.optional == optional);
            touched_by(words, marks.flat_map(|mark| mark.spans.iter().copied()))
        };
        let key: BTreeSet<usize> = of_key(false).into_iter().collect();
        // What a mark that counts has too, counts.
        let optional: BTreeSet<usize> =
            of_key(true).into_iter().filter(|word| !key.contains(word)).collect();
        let own = own.iter().filter(|mark| mark.kind == kind).map(|mark| mark.span);
        let own =
            touched_by(words, own).into_iter().filter(|word| !optional.contains(word)).collect();
        Self { kind, key, own, optional }
    }

    fn counts(&self) -> Counts {
        Counts {
            both: self.key.intersection(&self.own).count(),
            key: self.key.len(),
            own: self.own.len(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Agreement, Match};
    use crate::lesson::{Kind, Lesson, OwnMark};
    use crate::notation::Marked;

    /// The lesson whose key one line has, and the marks that another has on the same text.
    fn lesson(key: &str, own: &str) -> (Lesson, Vec<OwnMark>) {
        let lesson = Marked::parse(key).unwrap_or_default().lesson("");
        let own = Marked::parse(own).unwrap_or_default();
        assert_eq!(lesson.text, own.text);
        let own = own.marks.iter();
        let own = own
            .filter_map(|mark| Some(OwnMark { kind: Kind::named(&mark.label)?, span: mark.span }));
        (lesson, own.collect())
    }

    #[test]
    fn edges_do_not_matter_and_other_kinds_are_told() {
        let key = "{source Ann Lee, a baker,} {cue said} {content the new mill was much too loud at night}. {commentary It is a shame}.";
        let own = "{source Ann Lee}, a baker, {cue said the} new {content mill was much too loud at night}. {content It is a shame}.";
        let (lesson, own) = lesson(key, own);
        let agreement = Agreement::new(&lesson, &own);
        let key: Vec<_> = agreement.key.iter().flatten().copied().collect();
        assert_eq!(key, [Match::Part, Match::Whole, Match::Part, Match::None]);
        let own: Vec<_> = agreement.own.iter().map(|own| (own.same, own.instead)).collect();
        assert_eq!(
            own,
            [
                (Match::Whole, None),
                (Match::Part, None),
                (Match::Whole, None),
                (Match::None, Some(Kind::Commentary))
            ]
        );
        let counts =
            |kind| agreement.kinds.iter().find(|(of, _)| *of == kind).map(|(_, counts)| *counts);
        let content = counts(Kind::Content).unwrap_or_default();
        assert_eq!((content.both, content.key, content.own), (7, 9, 11));
        assert_eq!((agreement.total().both, agreement.total().key), (10, 18));
    }

    #[test]
    fn what_may_be_marked_or_not_counts_for_neither_side() {
        let (mut lesson, own) =
            lesson("{content All of it} and {content more}", "{content All of it and} more");
        lesson.key[0].optional = true;
        let agreement = Agreement::new(&lesson, &own);
        assert_eq!(agreement.key, [None, Some(Match::None)]);
        let content = agreement.total();
        assert_eq!((content.both, content.key, content.own), (0, 1, 1));
        assert_eq!(agreement.own[0].same, Match::None);
        let (mut lesson, own) = lesson_of_one();
        lesson.key[0].optional = true;
        assert!(Agreement::new(&lesson, &own).own[0].optional);
    }

    fn lesson_of_one() -> (Lesson, Vec<OwnMark>) {
        lesson("{content All of it}", "{content All} of it")
    }

    #[test]
    fn kinds_that_are_not_asked_for_are_not_compared() {
        let (mut lesson, own) =
            lesson("{source Ann} {cue said} {content no}", "{source Ann} said {content no}");
        lesson.kinds = vec![Kind::Content];
        let agreement = Agreement::new(&lesson, &own);
        assert_eq!(agreement.key, [None, None, Some(Match::Whole)]);
        assert_eq!(agreement.total().key, 1);
    }

    #[test]
    fn an_article_without_words_agrees_with_nothing_and_stops_at_nothing() {
        let agreement = Agreement::new(&Lesson::default(), &[]);
        assert_eq!((agreement.total().key, agreement.key.len(), agreement.own.len()), (0, 0, 0));
    }
}
