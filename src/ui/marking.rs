//! What brings the marks to an article, wherever it stands: the engine is loaded once, and what stands unread is read as
//! soon as that can be.

use std::cell::RefCell;
use std::rc::Rc;

use yew::prelude::*;

use super::state::{Action, State};
use crate::page::article::{Article, Text};
use crate::page::clock::Pace;
use crate::page::engine::{Finder, Modules};
use crate::page::reading::{News, ReadingTask};
use crate::page::weights::Loading;

impl Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        Rc::new(Rc::unwrap_or_clone(self).after(action))
    }
}

/// The reading under way; none while nothing is read.
pub type Task = Rc<RefCell<Option<ReadingTask>>>;

/// Begins to read a text, in place of whatever is read; `done` is what happens with the article.
pub fn begin(
    task: &RefCell<Option<ReadingTask>>,
    text: Text,
    finder: &Finder,
    pace: Pace,
    act: &Callback<Action>,
    done: Box<dyn Fn(Rc<Article>) -> Action>,
) {
    let act = act.clone();
    let reading = ReadingTask::start(text, finder.clone(), pace, move |news| {
        act.emit(match news {
            News::Read(bytes) => Action::Read(bytes),
            News::Done(article) => done(article),
            News::Stopped(text) => Action::Halted(Rc::new(Article::unread(text))),
        });
    });
    *task.borrow_mut() = Some(reading);
}

/// What finds the marks, loaded once there is something that brings it and whenever the reader wants it tried again.
#[hook]
pub fn use_finder(
    modules: Option<&Modules>,
    state: &State,
    act: &Callback<Action>,
) -> Option<Finder> {
    let loading = use_mut_ref(|| None::<Loading>);
    // Counted, since what comes and goes between two drawings is not seen.
    use_effect_with(
        (state.reloads, modules.cloned(), act.clone()),
        move |(reloads, modules, act)| {
            let Some(modules) = modules else { return };
            let act = act.clone();
            let tell = move |weights| act.emit(Action::Weights(weights));
            *loading.borrow_mut() = Some(if *reloads == 0 {
                Loading::start(modules, tell)
            } else {
                Loading::start_anew(modules, tell)
            });
        },
    );
    state.weights.finder().cloned()
}

/// Reads what stands there unread as soon as that can be, one after the other.
#[hook]
pub fn use_marking(state: &State, finder: Option<Finder>, act: &Callback<Action>, task: &Task) {
    // A reading that is over or stopped is dropped, which ends it.
    use_effect_with(state.reading.is_some(), {
        let task = Rc::clone(task);
        move |&reads| {
            move || {
                if reads {
                    *task.borrow_mut() = None;
                }
            }
        }
    });
    let next = state.unread().cloned().zip(finder).filter(|_| state.reading.is_none());
    let pace = if state.changed { Pace::Idle } else { Pace::Soon };
    use_effect_with((next, act.clone()), {
        let task = Rc::clone(task);
        move |(next, act)| {
            let Some((article, finder)) = next else { return };
            act.emit(Action::Resumed);
            let text = Text { title: article.title.clone(), body: Rc::clone(&article.text) };
            begin(&task, text, finder, pace, act, Box::new(Action::Marked));
        }
    });
}
