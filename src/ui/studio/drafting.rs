//! A first key, by the engine: loaded when somebody wants one.

use std::cell::RefCell;
use std::rc::Rc;

use whose_words_engine::lesson::Lesson;
use yew::prelude::*;

use super::strings::strings;
use crate::page::article::{Article, Text};
use crate::page::clock::Pace;
use crate::page::engine::{Finder, Modules};
use crate::page::language::Language;
use crate::page::reading::{News, ReadingTask};
use crate::page::weights::{Loading, Weights};

/// How far a draft is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Drafting {
    /// Nobody wants one.
    #[default]
    None,
    /// What finds the marks is on its way.
    Loading,
    /// The article is read.
    Reading,
    /// It is there, with so many marks.
    Done(usize),
    /// There is none: what finds the marks could not be had.
    Failed,
    /// There is none: the article is in another language.
    Foreign,
}

impl Drafting {
    /// What is said of it.
    pub fn sentence(self) -> String {
        let strings = strings();
        match self {
            Self::None => "",
            Self::Loading => strings.loading,
            Self::Reading => strings.reading,
            Self::Failed => strings.not_drafted,
            Self::Foreign => strings.foreign,
            Self::Done(marks) => {
                return crate::ui::strings::count(marks, strings.drafted_one, strings.drafted);
            }
        }
        .to_owned()
    }
}

/// Drafts the key of an article. What it returns goes on until it is dropped.
pub fn draft(
    modules: &Modules,
    text: Text,
    tell: &Callback<Drafting>,
    open: &Callback<Lesson>,
) -> Draft {
    tell.emit(Drafting::Loading);
    let reading = Rc::new(RefCell::new(None));
    let loading = Loading::start(modules, {
        let (reading, tell, open) = (Rc::clone(&reading), tell.clone(), open.clone());
        move |weights| match weights {
            Weights::Coming(_) => {}
            Weights::Missing(_) => {
                open.emit(empty(&text.body));
                tell.emit(Drafting::Failed);
            }
            Weights::Here(finder) => {
                tell.emit(Drafting::Reading);
                *reading.borrow_mut() =
                    Some(read(text.clone(), finder, tell.clone(), open.clone()));
            }
        }
    });
    Draft { _loading: loading, _reading: reading }
}

/// A draft under way.
pub struct Draft {
    _loading: Loading,
    _reading: Rc<RefCell<Option<ReadingTask>>>,
}

fn read(
    text: Text,
    finder: Finder,
    tell: Callback<Drafting>,
    open: Callback<Lesson>,
) -> ReadingTask {
    ReadingTask::start(text, finder, Pace::Soon, move |news| match news {
        News::Read(_) => {}
        News::Stopped(text) => {
            open.emit(empty(&text.body));
            tell.emit(Drafting::Failed);
        }
        News::Done(article) => {
            let (lesson, drafting) = drafted(&article);
            open.emit(lesson);
            tell.emit(drafting);
        }
    })
}

fn drafted(article: &Article) -> (Lesson, Drafting) {
    if article.language != Language::English {
        return (empty(&article.text), Drafting::Foreign);
    }
    let lesson = Lesson::draft("", &article.text, &article.report);
    let marks = lesson.key.iter().map(|mark| mark.spans.len()).sum();
    (lesson, Drafting::Done(marks))
}

fn empty(text: &str) -> Lesson {
    Lesson::without_key("", text)
}
