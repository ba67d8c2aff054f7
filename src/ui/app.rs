//! The page: what it knows, what it draws of that, and what comes in from outside.

use std::rc::Rc;

use whose_words_engine::rename::changes;
use yew::platform::spawn_local;
use yew::prelude::*;

use super::announcer::announcer;
use super::help::help;
use super::marking::{Task, begin, use_finder, use_marking};
use super::masthead::masthead;
use super::measure::Measure;
use super::misses::Gallery;
use super::notice::notice;
use super::own_text::own_text;
use super::panel::{Panel, panel};
use super::place;
use super::progress::progress;
use super::reader::Reader;
use super::state::{Action, Dialog, State};
use super::steps::steps;
use super::strings::strings;
use super::window_events;
use crate::page::article::{Article, Text};
use crate::page::clock::Pace;
use crate::page::engine::Modules;
use crate::page::handover;
use crate::page::intake::{self, Carried};
use crate::page::preferences;
use crate::page::sample;
use crate::page::weights::Weights;

/// A text shorter than this many bytes is read before a progress bar would be seen for what it is.
const SHORT: usize = 40_000;

/// What the page is given.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct AppProps {
    /// What brings the engine.
    pub modules: Modules,
}

/// The whole page.
#[component]
pub fn App(props: &AppProps) -> Html {
    let state = use_reducer_eq(|| State { preferences: preferences::recall(), ..State::default() });
    let act = use_callback(state.dispatcher(), |action, state| state.dispatch(action));
    let task: Task = use_mut_ref(|| None);

    let finder = use_finder(Some(&props.modules), &state, &act);

    let read = use_callback((act.clone(), finder.clone()), {
        let task = Rc::clone(&task);
        move |text: Text, (act, finder)| {
            let Some(finder) = finder else {
                return act.emit(Action::Stand(Rc::new(Article::unread(text))));
            };
            act.emit(Action::Began(text.title.clone(), text.body.len()));
            begin(&task, text, finder, Pace::Soon, act, Box::new(Action::Done));
        }
    });
    let edit = use_callback((act.clone(), finder.clone()), {
        let task = Rc::clone(&task);
        move |(text, place): (Text, usize), (act, finder)| {
            let Some(finder) = finder else { return };
            act.emit(Action::Began(text.title.clone(), text.body.len()));
            let done = move |article| Action::Edited(article, place);
            begin(&task, text, finder, Pace::Soon, act, Box::new(done));
        }
    });
    let rename = use_callback((act.clone(), state.article.clone(), finder.clone()), {
        let task = Rc::clone(&task);
        move |(): (), (act, article, finder)| {
            let Some((article, finder)) = article.as_ref().zip(finder.as_ref()) else { return };
            let Some(renamed) = finder.rename(&article.text) else { return };
            if renamed.names() == 0 {
                return act.emit(Action::Renamed(None));
            }
            let text = Text { title: article.title.clone(), body: renamed.text().into() };
            act.emit(Action::Began(text.title.clone(), text.body.len()));
            let before = Rc::clone(article);
            let done = move |after: Rc<Article>| {
                let moved = |span| renamed.moved(span);
                let changes = changes(&before.report, &after.report, &moved);
                Action::Renamed(Some((after, changes)))
            };
            begin(&task, text, finder, Pace::Soon, act, Box::new(done));
        }
    });
    let take = use_callback(read.clone(), {
        let act = act.clone();
        move |carried: Carried, read| take(carried, read.clone(), act.clone())
    });
    use_effect_with((), {
        let read = read.clone();
        move |()| read.emit(sample::text())
    });
    use_marking(&state, finder, &act, &task);
    use_effect_with((act.clone(), take.clone(), state.preferences.keys), |(act, take, keys)| {
        let listeners = window_events::listen(act, take, *keys);
        move || drop(listeners)
    });
    use_arrival(number_of(&state), state.stays);
    use_effect_with(state.preferences, |&preferences| {
        let root = web_sys::window().and_then(|window| window.document()?.document_element());
        if let Some(root) = root {
            // The attribute chooses among the colours in the style sheet; without it the device's hold.
            let _ = root.set_attribute("data-theme", preferences.theme.name());
        }
        preferences::keep(preferences);
    });

    let along = {
        let article = state.article.clone();
        Callback::from(move |_: MouseEvent| {
            if let Some(article) = &article {
                handover::leave(&article.text);
            }
        })
    };
    let known: Rc<State> = Rc::new((*state).clone());
    let awaited = state.unread().is_some() && !matches!(state.weights, Weights::Missing(_));
    let main = match &state.article {
        Some(article) => html! {
            <main class={classes!("page", state.panel.then_some("panel-open"))}>
                <Reader
                    key={number_of(&state)}
                    article={Rc::clone(article)}
                    state={Rc::clone(&known)}
                    act={act.clone()}
                    {edit}
                />
                // Busy is what is to come here; the article itself can be read.
                <aside class="side" aria-busy={awaited.then_some("true")}>
                    if article.is_read {
                        { steps(&state, &act) }
                        { panel(&Panel { article, state: &state, act: &act, rename: Some(&rename), list: Html::default(), in_place: false }) }
                    }
                </aside>
            </main>
        },
        None => empty(&state, &act, &read),
    };
    let reading =
        state.reading.as_ref().filter(|reading| !reading.is_here && reading.length > SHORT);
    let dialog = state.dialog.map(|dialog| match dialog {
        Dialog::OwnText => own_text(&state, &act, &take),
        Dialog::Help => help(state.preferences, &act),
        Dialog::Misses => html! { <Gallery act={act.clone()} /> },
        // The article itself stands here.
        Dialog::Copy => Html::default(),
        Dialog::Measure => {
            html! { <Measure modules={props.modules.clone()} act={act.clone()} /> }
        }
    });
    html! {
        <>
            { masthead(&state, &act, &read) }
            { reading.map(|reading| progress(reading, &act)).unwrap_or_default() }
            { main }
            <footer class="colophon">
                <p>{ strings().site_footer }</p>
                <p><a href="studio.html" onclick={along}>{ strings().make_lesson }</a></p>
            </footer>
            { notice(state.notice.as_ref(), &act) }
            { announcer(&state) }
            if state.dragging { <div class="drop"><p>{ strings().drop_here }</p></div> }
            { dialog.unwrap_or_default() }
        </>
    }
}

/// Takes in what was pasted or dropped, or says why not.
fn take(carried: Carried, read: Callback<Text>, act: Callback<Action>) {
    spawn_local(async move {
        let text = match carried {
            Carried::Files(files) => {
                let first = intake::from_file(files.first).await;
                first.map(|text| text.first_of(files.count))
            }
            Carried::Text(text) => intake::pasted(&text),
        };
        match text {
            Ok(text) => read.emit(text),
            Err(error) => act.emit(Action::Refuse(error)),
        }
    });
}

/// Another article begins at its beginning, and takes the focus over where that went with what was there before.
/// The first one came with the page and does neither, nor does one that `stays` where the one before was.
#[hook]
fn use_arrival(article: usize, stays: bool) {
    let arrived = use_mut_ref(|| 0);
    use_effect_with(article, move |_| {
        let mut arrived = arrived.borrow_mut();
        *arrived += 1;
        // The empty page before it is counted as well.
        if *arrived <= 2 || stays {
            return;
        }
        place::to_the_beginning();
        let Some(article) = place::element("article") else { return };
        if place::focused(&article).is_none() {
            place::focus(&article);
        }
    });
}

/// A number for the text on the page, so that another one is drawn anew rather than patched together from the one
/// before, while the same one only gets its marks.
fn number_of(state: &State) -> usize {
    state.article.as_ref().map_or(0, |article| article.text.as_ptr().addr())
}

/// The page without an article.
fn empty(state: &State, act: &Callback<Action>, read: &Callback<Text>) -> Html {
    // Before the first article is there, emptiness is no state to speak of.
    if state.earlier.is_empty() {
        return html! { <main class="page" aria-busy="true" /> };
    }
    let strings = strings();
    html! {
        <main class="page">
            <section class="empty" id="article" tabindex="-1">
                <h2>{ strings.empty_title }</h2>
                <p>{ strings.empty_text }</p>
                <div class="row">
                    <button
                        type="button"
                        class="primary"
                        onclick={act.reform(|_: MouseEvent| Action::Open(Dialog::OwnText))}
                    >
                        { strings.use_own_text }
                    </button>
                    <button type="button" onclick={read.reform(|_: MouseEvent| sample::text())}>
                        { strings.back_to_sample }
                    </button>
                </div>
            </section>
        </main>
    }
}
