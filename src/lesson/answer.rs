//! The marks that somebody makes, and every step back.

use std::ops::Range;

use whose_words_engine::lesson::Kind;

/// Marks on the words of an article, in the order of the text. A word is in at most one part of attributions, and can be in commentary beside.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Marks(Vec<WordMark>);

/// A mark on some words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WordMark {
    /// The words, by their places in the article; at least one.
    pub words: Range<usize>,
    /// What it says that they are.
    pub kind: Kind,
}

impl Marks {
    /// One by one.
    pub fn as_slice(&self) -> &[WordMark] {
        &self.0
    }

    /// With one more mark. Words that cannot be both leave what they were in; a mark of the same kind that the new one touches
    /// becomes one with it.
    #[must_use]
    pub fn with(&self, kind: Kind, words: Range<usize>) -> Self {
        let mut joined = words;
        let touching = self.0.iter().filter(|mark| mark.kind == kind);
        for mark in touching {
            if overlap(&mark.words, &joined) {
                joined = mark.words.start.min(joined.start)..mark.words.end.max(joined.end);
            }
        }
        let mut marks = self.cut(&joined, |other| other == kind || !kind.goes_with(other)).0;
        marks.push(WordMark { words: joined, kind });
        Self::sorted(marks)
    }

    /// Without anything on some words.
    #[must_use]
    pub fn without(&self, words: &Range<usize>) -> Self {
        self.cut(words, |_| true)
    }

    /// Without a whole mark.
    #[must_use]
    pub fn removed(&self, gone: &WordMark) -> Self {
        Self(self.0.iter().filter(|mark| *mark != gone).cloned().collect())
    }

    /// Takes words out of the marks of some kinds; of a mark in the middle two pieces stay.
    fn cut(&self, words: &Range<usize>, is_cut: impl Fn(Kind) -> bool) -> Self {
        let mut left = Vec::with_capacity(self.0.len() + 1);
        for mark in &self.0 {
            if !is_cut(mark.kind) || !overlap(&mark.words, words) {
                left.push(mark.clone());
                continue;
            }
            let pieces = [mark.words.start..words.start, words.end..mark.words.end];
            let pieces = pieces.into_iter().filter(|piece| piece.start < piece.end);
            left.extend(pieces.map(|words| WordMark { words, kind: mark.kind }));
        }
        Self::sorted(left)
    }

    fn sorted(mut marks: Vec<WordMark>) -> Self {
        marks.sort_by_key(|mark| (mark.words.start, mark.words.end, mark.kind));
        Self(marks)
    }
}

impl FromIterator<WordMark> for Marks {
    fn from_iter<I: IntoIterator<Item = WordMark>>(marks: I) -> Self {
        let marks = marks.into_iter().filter(|mark| mark.words.start < mark.words.end);
        marks.fold(Self::default(), |all, mark| all.with(mark.kind, mark.words))
    }
}

fn overlap(one: &Range<usize>, other: &Range<usize>) -> bool {
    one.start < other.end && other.start < one.end
}

/// So many steps back are remembered: more than anybody takes one by one.
const REMEMBERED: usize = 200;

/// The marks as they are and as they were.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct History {
    /// As they are.
    pub now: Marks,
    /// As they were before, the last last.
    earlier: Vec<Marks>,
    /// As they were before they were taken back, the last last.
    later: Vec<Marks>,
}

impl History {
    /// A history that begins with `marks`.
    pub fn of(marks: Marks) -> Self {
        Self { now: marks, ..Self::default() }
    }

    /// Changes the marks. What changes nothing is no step.
    pub fn change(&mut self, marks: Marks) -> bool {
        if marks == self.now {
            return false;
        }
        self.earlier.push(std::mem::replace(&mut self.now, marks));
        if self.earlier.len() > REMEMBERED {
            self.earlier.remove(0);
        }
        self.later.clear();
        true
    }

    /// Takes the last step back; says whether there was one.
    pub fn undo(&mut self) -> bool {
        let Some(before) = self.earlier.pop() else { return false };
        self.later.push(std::mem::replace(&mut self.now, before));
        true
    }

    /// Takes the last step that was taken back again; says whether there was one.
    pub fn redo(&mut self) -> bool {
        let Some(after) = self.later.pop() else { return false };
        self.earlier.push(std::mem::replace(&mut self.now, after));
        true
    }

    /// Whether there is a step to take back, and one to take again.
    pub fn steps(&self) -> (bool, bool) {
        (!self.earlier.is_empty(), !self.later.is_empty())
    }
}

#[cfg(test)]
mod tests {
    use std::ops::Range;

    use whose_words_engine::lesson::Kind::{self, Commentary, Content, Cue, Source};

    use super::{History, Marks};

    fn listed(marks: &Marks) -> Vec<(Kind, Range<usize>)> {
        marks.as_slice().iter().map(|mark| (mark.kind, mark.words.clone())).collect()
    }

    #[test]
    fn of_the_parts_of_attributions_a_word_is_the_last_that_was_said() {
        let marks = Marks::default().with(Content, 2..10).with(Cue, 4..5);
        assert_eq!(listed(&marks), [(Content, 2..4), (Cue, 4..5), (Content, 5..10)]);
        let marks = marks.with(Content, 3..6);
        assert_eq!(listed(&marks), [(Content, 2..10)]);
    }

    #[test]
    fn commentary_lies_beside_the_other_kinds() {
        let marks = Marks::default().with(Commentary, 0..8).with(Source, 1..3);
        assert_eq!(listed(&marks), [(Commentary, 0..8), (Source, 1..3)]);
    }

    #[test]
    fn neighbours_stay_two_marks_and_what_touches_becomes_one() {
        let marks = Marks::default().with(Content, 0..3).with(Content, 3..5);
        assert_eq!(listed(&marks), [(Content, 0..3), (Content, 3..5)]);
        let marks = marks.with(Content, 2..4);
        assert_eq!(listed(&marks), [(Content, 0..5)]);
    }

    #[test]
    fn words_are_freed_of_everything() {
        let marks = Marks::default().with(Content, 0..6).with(Commentary, 4..8).without(&(2..5));
        assert_eq!(listed(&marks), [(Content, 0..2), (Content, 5..6), (Commentary, 5..8)]);
        let first = marks.as_slice()[0].clone();
        assert_eq!(marks.removed(&first).as_slice().len(), 2);
    }

    #[test]
    fn every_step_can_be_taken_back_and_again() {
        let mut history = History::default();
        assert!(!history.undo() && !history.redo());
        let one = Marks::default().with(Cue, 1..2);
        assert!(history.change(one.clone()));
        assert!(!history.change(one.clone()), "nothing changed");
        assert!(history.change(one.with(Source, 0..1)));
        assert!(history.undo());
        assert_eq!((history.now.clone(), history.steps()), (one, (true, true)));
        assert!(history.redo());
        assert_eq!(history.now.as_slice().len(), 2);
        assert!(history.undo());
        assert!(history.change(Marks::default()));
        assert!(!history.redo(), "another way was taken");
    }
}
