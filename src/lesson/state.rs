//! What somebody who works on a lesson does, and what becomes of it: a pure function from one state to the next.

use std::ops::Range;
use std::rc::Rc;

use whose_words_engine::lesson::agreement::{Agreement, Match};
use whose_words_engine::lesson::{Kind, Lesson, OwnMark};
use whose_words_engine::span::Span;
use whose_words_engine::wire::lesson::answer_to_json;

use super::answer::{History, Marks, WordMark};
use super::file::Problem;
use super::kept::Kept;
use super::sheet::Sheet;

/// A lesson, laid out.
#[derive(Debug)]
pub struct Task {
    /// The lesson.
    pub lesson: Lesson,
    /// Its article in words.
    pub sheet: Sheet,
    /// What tells it from other lessons on the same device.
    pub id: String,
}

impl Task {
    /// Lays a lesson out.
    pub fn new(lesson: Lesson, id: String) -> Self {
        let sheet = Sheet::new(&lesson.text);
        Self { lesson, sheet, id }
    }

    /// Where some words stand in the article.
    pub fn span(&self, words: &Range<usize>) -> Span {
        self.sheet.span(&self.lesson.text, words)
    }

    /// Some words as they are written, in one line.
    pub fn words(&self, words: &Range<usize>) -> &str {
        self.span(words).of(&self.lesson.text)
    }

    /// Marks as they are compared and written.
    pub fn own_marks(&self, marks: &Marks) -> Vec<OwnMark> {
        let marks = marks.as_slice().iter();
        marks.map(|mark| OwnMark { kind: mark.kind, span: self.span(&mark.words) }).collect()
    }
}

/// How far the lesson is on its way.
#[derive(Clone, Debug, Default)]
pub enum Stage {
    /// It is fetched.
    #[default]
    Waits,
    /// Here it is.
    Here(Rc<Task>),
    /// There is none, and why.
    Failed(Problem),
}

impl PartialEq for Stage {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Waits, Self::Waits) => true,
            (Self::Here(one), Self::Here(other)) => Rc::ptr_eq(one, other),
            (Self::Failed(one), Self::Failed(other)) => one == other,
            _ => false,
        }
    }
}

/// What a pointed-at stretch becomes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pen {
    /// A mark of this kind.
    Mark(Kind),
    /// Free of marks.
    Rub,
}

/// Whose marks are seen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum View {
    /// The learner’s.
    #[default]
    Own,
    /// The key’s.
    Key,
    /// Both.
    Both,
}

/// What is said of the last step, for who does not see it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Said {
    /// Nothing.
    #[default]
    Nothing,
    /// The marks of an earlier time are here again.
    Again,
    /// A stretch begins at a word.
    From(usize),
    /// It does not after all.
    Dropped,
    /// Words were marked.
    Marked(Kind, Range<usize>),
    /// Words were freed of their marks.
    Freed(Range<usize>),
    /// A step was taken back.
    Undone,
    /// It was taken again.
    Redone,
    /// All marks are gone.
    Anew,
    /// The marks were compared with the key.
    Compared,
}

/// What is on the page.
#[derive(Clone, Debug, PartialEq)]
pub struct State {
    /// The lesson.
    pub stage: Stage,
    /// What is marked with.
    pub pen: Pen,
    /// The word that the keyboard is at, and the end of a stretch that is being pointed at.
    pub cursor: usize,
    /// The word that such a stretch begins at.
    pub from: Option<usize>,
    /// The marks.
    pub history: History,
    /// How often they were compared with the key.
    pub comparisons: usize,
    /// What the last comparison found; none since a mark was changed.
    pub compared: Option<Rc<Agreement>>,
    /// Whose marks are seen.
    pub view: View,
    /// What is said of the last step.
    pub said: Said,
    /// How often the word that the keyboard is at is to take the focus.
    pub focused: usize,
}

impl Default for State {
    fn default() -> Self {
        Self {
            stage: Stage::Waits,
            pen: Pen::Mark(Kind::Content),
            cursor: 0,
            from: None,
            history: History::default(),
            comparisons: 0,
            compared: None,
            view: View::Own,
            said: Said::Nothing,
            focused: 0,
        }
    }
}

/// What happens.
#[derive(Clone, Debug)]
pub enum Action {
    /// A lesson is to come in place of what is there.
    Wait,
    /// It is here, with what was kept of an earlier time.
    Stand(Rc<Task>, Option<Kept>),
    /// It does not come.
    Fail(Problem),
    /// Another pen is taken.
    Take(Pen),
    /// The keyboard goes to a word.
    Go(usize),
    /// A word is pressed: it begins a stretch or ends it.
    Press(usize),
    /// The pointer drags from one word to another.
    Drag(usize, usize),
    /// It lets go.
    Release,
    /// The stretch that was begun is none.
    Drop,
    /// A mark is taken away.
    Remove(WordMark),
    /// Whatever the word that the keyboard is at is marked as goes.
    RemoveHere,
    /// The last step is taken back.
    Undo,
    /// It is taken again.
    Redo,
    /// All marks go.
    Anew,
    /// The marks are compared with the key.
    Compare,
    /// Other marks are to be seen.
    View(View),
}

impl State {
    /// What becomes of the state.
    #[must_use]
    pub fn after(mut self, action: Action) -> Self {
        match action {
            Action::Wait => return Self::default(),
            Action::Fail(problem) => {
                return Self { stage: Stage::Failed(problem), ..Self::default() };
            }
            Action::Stand(task, kept) => return Self::at(task, kept),
            Action::Take(pen) => {
                if self.has(pen) {
                    self.pen = pen;
                }
            }
            Action::Go(word) => {
                self.cursor = self.word(word);
                self.focused += 1;
            }
            Action::Press(word) => self.press(word),
            Action::Drag(from, to) => {
                self.from = Some(self.word(from));
                self.cursor = self.word(to);
            }
            Action::Release => {
                if let Some(stretch) = self.stretch() {
                    self.draw(stretch);
                }
            }
            Action::Drop => {
                if self.from.take().is_some() {
                    self.said = Said::Dropped;
                }
            }
            Action::Remove(mark) => {
                let left = self.history.now.removed(&mark);
                self.change(left, Said::Freed(mark.words));
            }
            Action::RemoveHere => {
                let marks = self.history.now.clone();
                let here = |mark: &&WordMark| mark.words.contains(&self.cursor);
                let gone: Vec<&WordMark> = marks.as_slice().iter().filter(here).collect();
                let left = gone.iter().fold(marks.clone(), |left, mark| left.removed(mark));
                if let Some(mark) = gone.first() {
                    self.change(left, Said::Freed(mark.words.clone()));
                }
            }
            Action::Undo => {
                if self.history.undo() {
                    self.changed(Said::Undone);
                }
            }
            Action::Redo => {
                if self.history.redo() {
                    self.changed(Said::Redone);
                }
            }
            Action::Anew => self.change(Marks::default(), Said::Anew),
            Action::Compare => self.compare(),
            Action::View(view) => {
                if view == View::Own || self.shows_key() {
                    self.view = view;
                }
            }
        }
        self
    }

    /// The lesson, once it is here.
    pub const fn task(&self) -> Option<&Rc<Task>> {
        match &self.stage {
            Stage::Here(task) => Some(task),
            Stage::Waits | Stage::Failed(_) => None,
        }
    }

    /// The answer as it is kept, saved and told: a file in JSON. None before the lesson is here.
    pub fn answer(&self) -> Option<String> {
        let task = self.task()?;
        let own = task.own_marks(&self.history.now);
        let agreement = match &self.compared {
            Some(agreement) => Rc::clone(agreement),
            None => Rc::new(Agreement::new(&task.lesson, &own)),
        };
        Some(answer_to_json(&task.lesson, &own, self.comparisons, &agreement))
    }

    /// The words between the first and the last that are being pointed at.
    pub fn stretch(&self) -> Option<Range<usize>> {
        let from = self.from?;
        Some(from.min(self.cursor)..from.max(self.cursor) + 1)
    }

    /// Whether the key can be seen: the last comparison holds, and there were so many as the lesson asks for.
    pub fn shows_key(&self) -> bool {
        self.compared.is_some() && self.comparisons_left() == Some(0)
    }

    /// Whether the last comparison found nothing in the key like one of the marks, by its place among them.
    pub fn is_apart(&self, mark: usize) -> bool {
        let found = self.compared.as_ref().and_then(|agreement| agreement.own.get(mark));
        found.is_some_and(|own| own.same == Match::None && !own.optional)
    }

    /// How many comparisons there are to come before the key is shown; none where it never is.
    pub fn comparisons_left(&self) -> Option<usize> {
        let shown_after = self.task()?.lesson.shown_after?;
        Some(usize::from(shown_after).saturating_sub(self.comparisons))
    }

    /// A lesson that has come, as it was left.
    fn at(task: Rc<Task>, kept: Option<Kept>) -> Self {
        let first = task.lesson.kinds.first().copied().unwrap_or(Kind::Content);
        let begun =
            Self { pen: Pen::Mark(first), stage: Stage::Here(Rc::clone(&task)), ..Self::default() };
        let Some(Kept { marks, comparisons }) = kept else { return begun };
        let words = |span| whose_words_engine::lesson::words::touched(&task.sheet.words, span);
        let marks: Marks = marks
            .iter()
            .map(|mark| WordMark { words: words(mark.span), kind: mark.kind })
            .collect();
        let said = if marks == Marks::default() { Said::Nothing } else { Said::Again };
        Self { history: History::of(marks), comparisons, said, ..begun }
    }

    fn has(&self, pen: Pen) -> bool {
        match pen {
            Pen::Rub => true,
            Pen::Mark(kind) => self.task().is_some_and(|task| task.lesson.kinds.contains(&kind)),
        }
    }

    /// A word that is there.
    fn word(&self, word: usize) -> usize {
        let last = self.task().map_or(0, |task| task.sheet.words.len().saturating_sub(1));
        word.min(last)
    }

    fn press(&mut self, word: usize) {
        self.cursor = self.word(word);
        self.focused += 1;
        match self.stretch() {
            Some(stretch) => self.draw(stretch),
            None => {
                self.from = Some(self.cursor);
                self.said = Said::From(self.cursor);
            }
        }
    }

    /// Uses the pen on a stretch.
    fn draw(&mut self, stretch: Range<usize>) {
        self.from = None;
        match self.pen {
            Pen::Mark(kind) => {
                let marks = self.history.now.with(kind, stretch.clone());
                self.change(marks, Said::Marked(kind, stretch));
            }
            Pen::Rub => {
                let marks = self.history.now.without(&stretch);
                self.change(marks, Said::Freed(stretch));
            }
        }
    }

    fn change(&mut self, marks: Marks, said: Said) {
        self.history.change(marks);
        self.changed(said);
    }

    /// What was compared is no longer what is there.
    fn changed(&mut self, said: Said) {
        self.from = None;
        self.compared = None;
        self.view = View::Own;
        self.said = said;
    }

    fn compare(&mut self) {
        let Some(task) = self.task() else { return };
        let agreement = Agreement::new(&task.lesson, &task.own_marks(&self.history.now));
        self.from = None;
        self.comparisons += 1;
        self.compared = Some(Rc::new(agreement));
        self.said = Said::Compared;
        self.view = if self.shows_key() { View::Both } else { View::Own };
    }
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use whose_words_engine::lesson::{Kind, OwnMark};
    use whose_words_engine::notation::Marked;
    use whose_words_engine::span::Span;

    use super::{Action, Kept, Pen, Said, State, Task, View};

    const KEY: &str = "{source Ann Lee} {cue said} {content the mill was loud}.";

    fn at(change: impl Fn(&mut Task)) -> State {
        let mut task =
            Task::new(Marked::parse(KEY).unwrap_or_default().lesson("Mill"), String::new());
        change(&mut task);
        State::default().after(Action::Stand(Rc::new(task), None))
    }

    fn after(state: State, actions: impl IntoIterator<Item = Action>) -> State {
        actions.into_iter().fold(state, State::after)
    }

    fn marked(state: &State) -> Vec<(Kind, &str)> {
        let task = state.task().map(AsRef::as_ref);
        let marks = state.history.now.as_slice().iter();
        marks.map(|mark| (mark.kind, task.map_or("", |task| task.words(&mark.words)))).collect()
    }

    #[test]
    fn two_presses_mark_what_lies_between_in_either_direction() {
        let state = after(at(|_| {}), [Action::Press(1), Action::Press(0)]);
        assert_eq!(marked(&state), [(Kind::Source, "Ann Lee")]);
        assert_eq!(state.said, Said::Marked(Kind::Source, 0..2));
        let pen = Action::Take(Pen::Mark(Kind::Cue));
        let state = after(state, [pen, Action::Press(2), Action::Press(2)]);
        assert_eq!(marked(&state)[1], (Kind::Cue, "said"));
    }

    #[test]
    fn a_stretch_that_was_begun_can_be_let_go() {
        let state = after(at(|_| {}), [Action::Press(1), Action::Drop, Action::Release]);
        assert!(marked(&state).is_empty());
        assert_eq!((state.from, state.said), (None, Said::Dropped));
    }

    #[test]
    fn dragging_marks_and_a_word_beyond_the_end_is_the_last() {
        let pen = Action::Take(Pen::Mark(Kind::Content));
        let state = after(at(|_| {}), [pen, Action::Drag(3, 99), Action::Release]);
        assert_eq!(marked(&state), [(Kind::Content, "the mill was loud")]);
        let state = after(state, [Action::Take(Pen::Rub), Action::Drag(4, 5), Action::Release]);
        assert_eq!(marked(&state), [(Kind::Content, "the"), (Kind::Content, "loud")]);
        let state = after(state, [Action::Go(3), Action::RemoveHere]);
        assert_eq!(marked(&state), [(Kind::Content, "loud")]);
        let state = after(state, [Action::Undo, Action::Undo, Action::Redo, Action::Anew]);
        assert!(marked(&state).is_empty());
    }

    #[test]
    fn pens_are_those_that_the_lesson_asks_for() {
        let state = at(|task| task.lesson.kinds = vec![Kind::Content]);
        assert_eq!(state.pen, Pen::Mark(Kind::Content));
        let state = state.after(Action::Take(Pen::Mark(Kind::Cue)));
        assert_eq!(state.pen, Pen::Mark(Kind::Content));
    }

    #[test]
    fn the_key_is_seen_after_as_many_comparisons_as_the_lesson_asks_for() {
        let state = at(|task| task.lesson.shown_after = Some(2)).after(Action::Compare);
        assert_eq!((state.comparisons_left(), state.view), (Some(1), View::Own));
        let state = after(state, [Action::View(View::Key)]);
        assert_eq!(state.view, View::Own);
        let state = after(state, [Action::Compare]);
        assert_eq!((state.comparisons_left(), state.view), (Some(0), View::Both));
        let state = after(state, [Action::Press(0), Action::Press(0)]);
        assert!(state.compared.is_none() && !state.shows_key(), "marks changed");
        let never = after(
            at(|task| task.lesson.shown_after = None),
            std::iter::repeat_n(Action::Compare, 3),
        );
        assert!(!never.shows_key());
    }

    #[test]
    fn an_earlier_time_goes_on() {
        let task =
            Rc::new(Task::new(Marked::parse(KEY).unwrap_or_default().lesson(""), String::new()));
        let marks = vec![OwnMark { kind: Kind::Cue, span: Span::new(8, 12) }];
        let state =
            State::default().after(Action::Stand(task, Some(Kept { marks, comparisons: 3 })));
        assert_eq!(marked(&state), [(Kind::Cue, "said")]);
        assert_eq!((state.comparisons, &state.said), (3, &Said::Again));
        assert!(!state.clone().after(Action::Undo).history.now.as_slice().is_empty());
        assert_eq!(state.after(Action::Wait), State::default());
    }
}
