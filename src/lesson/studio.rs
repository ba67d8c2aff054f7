//! A lesson as its teacher makes it: an article, a key drawn on it with the pens of the learners, and what they are told.

use std::rc::Rc;

use whose_words_engine::lesson::words::touched;
use whose_words_engine::lesson::{KeyMark, Kind, Lesson};

use super::answer::{History, Marks, WordMark};
use super::state::{self, Pen, Stage, State, Task};

/// A lesson in the making.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Studio {
    /// The key as it is drawn, once there is an article.
    pub work: State,
    /// What the lesson is called.
    pub title: String,
    /// What learners are told before they begin.
    pub instructions: String,
    /// What they are to mark.
    pub kinds: Vec<Kind>,
    /// After how many comparisons they see the key; none if never.
    pub shown_after: Option<u8>,
    /// What is said of marks, by where it was said.
    details: Vec<(WordMark, Detail)>,
    /// Whether the lesson is looked at as learners see it.
    pub tried: bool,
}

/// What is said of a mark of the key.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Detail {
    /// What learners are told of it.
    pub note: String,
    /// Whether it may be marked or not.
    pub optional: bool,
    /// The attribution that it is a part of.
    pub attribution: Option<usize>,
}

/// What happens.
#[derive(Clone, Debug)]
pub enum Action {
    /// A lesson is to be worked on: opened, drafted, or begun with an article alone.
    Open(Lesson),
    /// Something happens to the key.
    Draw(state::Action),
    /// The lesson is called otherwise.
    Title(String),
    /// Learners are told something else.
    Instructions(String),
    /// They are to mark a kind, or not.
    Turn(Kind),
    /// They see the key after another number of comparisons.
    ShownAfter(Option<u8>),
    /// Something else is said of a mark.
    Say(WordMark, Detail),
    /// The lesson is looked at as learners see it, or no longer.
    Try(bool),
    /// The lesson is put away.
    Close,
}

impl Studio {
    /// What becomes of the studio.
    #[must_use]
    pub fn after(mut self, action: Action) -> Self {
        match action {
            Action::Open(lesson) => return Self::of(lesson),
            Action::Close => return Self::default(),
            Action::Draw(action) => self.work = self.work.after(action),
            Action::Title(title) => self.title = title,
            Action::Instructions(instructions) => self.instructions = instructions,
            Action::Turn(kind) => self.turn(kind),
            Action::ShownAfter(comparisons) => self.shown_after = comparisons,
            Action::Say(mark, detail) => {
                self.details.retain(|(other, _)| !is_of(other, &mark));
                self.details.push((mark, detail));
            }
            Action::Try(tried) => self.tried = tried,
        }
        self
    }

    /// A lesson to work on. Its key stands in words, and every stretch of it is a mark.
    fn of(lesson: Lesson) -> Self {
        let Lesson { title, instructions, kinds, shown_after, text, key } = lesson;
        let page = Lesson { kinds: Kind::ALL.to_vec(), text, ..Lesson::default() };
        let task = Task::new(page, String::new());
        let mut free =
            key.iter().filter_map(|mark| mark.attribution).max().map_or(0, |last| last + 1);
        let mut details = Vec::new();
        for mark in key {
            // What holds the stretches of one mark together is the number that they share.
            let attribution = mark.attribution.or_else(|| (mark.spans.len() > 1).then_some(free));
            free += usize::from(attribution == Some(free));
            let mut note = mark.note;
            for span in mark.spans {
                let words = touched(&task.sheet.words, span);
                let note = std::mem::take(&mut note);
                let detail = Detail { note, optional: mark.optional, attribution };
                details.push((WordMark { words, kind: mark.kind }, detail));
            }
        }
        let marks: Marks = details.iter().map(|(mark, _)| mark.clone()).collect();
        let work = State {
            stage: Stage::Here(Rc::new(task)),
            pen: Pen::Mark(Kind::Source),
            history: History::of(marks),
            ..State::default()
        };
        Self { work, title, instructions, kinds, shown_after, details, tried: false }
    }

    /// The lesson as it stands; none before there is an article.
    pub fn lesson(&self) -> Option<Lesson> {
        let task = self.work.task()?;
        let mut key: Vec<KeyMark> = Vec::new();
        for mark in self.work.history.now.as_slice() {
            let Detail { note, optional, attribution } = self.detail(mark);
            let span = task.span(&mark.words);
            let same = key.iter_mut().find(|other| {
                attribution.is_some() && other.attribution == attribution && other.kind == mark.kind
            });
            match same {
                Some(other) => {
                    other.spans.push(span);
                    if other.note.is_empty() {
                        other.note = note;
                    }
                }
                None => key.push(KeyMark {
                    attribution,
                    optional,
                    note,
                    ..KeyMark::new(mark.kind, vec![span])
                }),
            }
        }
        Some(Lesson {
            title: self.title.clone(),
            instructions: self.instructions.clone(),
            kinds: self.kinds.clone(),
            shown_after: self.shown_after,
            text: task.lesson.text.clone(),
            key,
        })
    }

    /// What is said of a mark: what was said of any that it has grown out of.
    pub fn detail(&self, mark: &WordMark) -> Detail {
        let said = self.details.iter().find(|(other, _)| is_of(other, mark));
        said.map(|(_, detail)| detail.clone()).unwrap_or_default()
    }

    /// Asks for a kind, or no longer; for one at least.
    fn turn(&mut self, kind: Kind) {
        let turned = |other: &Kind| self.kinds.contains(other) != (*other == kind);
        let kinds: Vec<Kind> = Kind::ALL.into_iter().filter(turned).collect();
        if !kinds.is_empty() {
            self.kinds = kinds;
        }
    }
}

/// Whether what was said of one mark is of another: they are of one kind, and the other has the words that it began with.
fn is_of(said: &WordMark, mark: &WordMark) -> bool {
    said.kind == mark.kind && mark.words.contains(&said.words.start)
}

#[cfg(test)]
mod tests {
    use whose_words_engine::lesson::{Kind, Lesson};
    use whose_words_engine::notation::Marked;

    use super::{Action, Detail, Studio};
    use crate::lesson::state;

    const KEY: &str = "{content.1 “No,”} {source.1 Ann Lee} {cue.1 said}. {content.1 “Never.”} {commentary It was a pity}.";

    fn lesson() -> Lesson {
        Lesson {
            instructions: "Read.".into(),
            ..Marked::parse(KEY).unwrap_or_default().lesson("No")
        }
    }

    fn with(actions: impl IntoIterator<Item = Action>) -> Studio {
        actions.into_iter().fold(Studio::default().after(Action::Open(lesson())), Studio::after)
    }

    #[test]
    fn a_lesson_that_is_opened_and_saved_is_the_same() {
        let mut marked = lesson();
        marked.key.sort_by_key(|mark| mark.spans.first().map(|span| span.start));
        assert_eq!(with([]).lesson(), Some(marked));
        assert_eq!(Studio::default().lesson(), None);
    }

    #[test]
    fn what_is_said_of_a_mark_stays_with_it_as_it_grows_and_comes_back_with_undo() {
        let studio = with([]);
        let mark = studio.work.history.now.as_slice()[1].clone();
        assert_eq!(mark.kind, Kind::Source);
        let detail = Detail { note: "A name.".into(), ..studio.detail(&mark) };
        let draw = |action| Action::Draw(action);
        let studio = [
            Action::Say(mark, detail),
            draw(state::Action::Take(state::Pen::Mark(Kind::Source))),
            draw(state::Action::Drag(1, 3)),
            draw(state::Action::Release),
        ];
        let studio = studio.into_iter().fold(with([]), Studio::after);
        let note = |studio: &Studio| {
            let key = studio.lesson().map(|lesson| lesson.key).unwrap_or_default();
            let source = key.into_iter().find(|mark| mark.kind == Kind::Source);
            source.map(|mark| (mark.note, mark.attribution))
        };
        assert_eq!(note(&studio), Some(("A name.".into(), Some(1))));
        let studio = studio.after(draw(state::Action::Anew));
        assert_eq!(note(&studio), None);
        let studio = studio.after(draw(state::Action::Undo));
        assert_eq!(note(&studio), Some(("A name.".into(), Some(1))));
    }

    #[test]
    fn one_kind_at_least_is_asked_for() {
        let studio = with(Kind::ALL.map(Action::Turn));
        assert_eq!(studio.kinds, [Kind::Commentary]);
        let studio =
            with([Action::Turn(Kind::Cue), Action::Turn(Kind::Source), Action::Turn(Kind::Cue)]);
        assert_eq!(studio.kinds, [Kind::Cue, Kind::Content, Kind::Commentary]);
    }

    #[test]
    fn stretches_of_one_mark_stay_together() {
        let mut lesson = lesson();
        for mark in &mut lesson.key {
            mark.attribution = None;
        }
        let saved = Studio::default().after(Action::Open(lesson)).lesson().unwrap_or_default();
        let content = saved.key.iter().find(|mark| mark.kind == Kind::Content);
        assert_eq!(content.map(|mark| (mark.spans.len(), mark.attribution)), Some((2, Some(0))));
    }
}
