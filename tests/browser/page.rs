//! The page itself, drawn into a real document.

use std::rc::Rc;

use futures_channel::oneshot;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::js_sys::Function;
use web_sys::{
    Element, Event, EventInit, HtmlElement, HtmlTextAreaElement, MutationObserver,
    MutationObserverInit,
};
use whose_words_engine::knowledge::Knowledge;
use whose_words_engine::reading::Reading;
use whose_words_widget::page::article::{Article, Text, Title};
use whose_words_widget::page::clock::Pace;
use whose_words_widget::page::engine::Modules;
use whose_words_widget::page::reading::{News, ReadingTask};
use whose_words_widget::ui::app::{App, AppProps};

use crate::server::{self, Answer, WEIGHTS};

fn stage() -> Element {
    let document = web_sys::window().unwrap().document().unwrap();
    let stage = document.create_element("div").unwrap();
    document.body().unwrap().append_child(&stage).unwrap();
    stage
}

fn drawn(stage: &Element) -> yew::AppHandle<App> {
    drawn_with(server::modules(), stage)
}

fn drawn_with(modules: Modules, stage: &Element) -> yew::AppHandle<App> {
    let props = AppProps { modules };
    yew::Renderer::<App>::with_root_and_props(stage.clone(), props).render()
}

/// Waits until `selector` names something inside `root`.
async fn appears(root: &Element, selector: &str) -> HtmlElement {
    comes_to(root, |root| root.query_selector(selector).unwrap().is_some()).await;
    root.query_selector(selector).unwrap().unwrap().dyn_into().unwrap()
}

/// Destroys an app and waits until nothing of it is left on its stage: Yew takes it apart in a task of its own.
async fn leaves(app: yew::AppHandle<App>, stage: Element) {
    app.destroy();
    comes_to(&stage, |stage| !stage.has_child_nodes()).await;
    stage.remove();
}

/// Waits until `root` is as it should be: on states, never on time.
async fn comes_to(root: &Element, is_so: impl Fn(&Element) -> bool) {
    while !is_so(root) {
        changes(root).await;
    }
}

/// Waits until anything changes inside `root`.
async fn changes(root: &Element) {
    let (tell, told) = oneshot::channel::<()>();
    let mut tell = Some(tell);
    let call = wasm_bindgen::prelude::Closure::<dyn FnMut()>::new(move || {
        tell.take().map(|tell| tell.send(()));
    });
    let observer = MutationObserver::new(call.as_ref().unchecked_ref()).unwrap();
    let options = MutationObserverInit::new();
    options.set_child_list(true);
    options.set_subtree(true);
    options.set_attributes(true);
    observer.observe_with_options(root, &options).unwrap();
    told.await.unwrap();
    observer.disconnect();
}

#[wasm_bindgen_test]
async fn the_sample_is_read_and_drawn_whole() {
    let _server = server::answering([Answer::Weights]);
    let stage = stage();
    let app = drawn(&stage);
    let article = appears(&stage, "article").await;
    appears(&stage, ".mark.attribution").await;
    appears(&stage, ".mark.commentary").await;
    let paragraphs = article.query_selector_all("p:not(.intro, .figures)").unwrap();
    let drawn: Vec<String> = (0..paragraphs.length())
        .map(|number| paragraphs.item(number).unwrap().text_content().unwrap())
        .collect();
    let sample: Vec<&str> = whose_words_widget::page::sample::TEXT.lines().collect();
    assert_eq!(drawn, sample, "marks neither add nor lose a character");
    leaves(app, stage).await;
}

#[wasm_bindgen_test]
async fn pressing_a_mark_opens_its_card() {
    let _server = server::answering([Answer::Weights]);
    let stage = stage();
    let app = drawn(&stage);
    let mark = appears(&stage, ".mark.attribution").await;
    mark.click();
    let card = appears(&stage, "[role=dialog]").await;
    assert!(card.query_selector("dl").unwrap().is_some());
    // The article is drawn in steps of its own, after the card or before it.
    let opened = appears(&stage, ".mark[aria-expanded=true]").await;
    assert_eq!(opened.id(), mark.id());
    leaves(app, stage).await;
}

#[wasm_bindgen_test]
async fn a_destroyed_app_no_longer_listens_to_the_page() {
    let answers = || {
        let options = EventInit::new();
        options.set_cancelable(true);
        let event = Event::new_with_event_init_dict("dragover", &options).unwrap();
        let document = web_sys::window().unwrap().document().unwrap();
        // Whoever takes a drop prevents what the browser would do with it.
        !document.dispatch_event(&event).unwrap()
    };
    let _server = server::answering([Answer::Weights]);
    let stage = stage();
    let app = drawn(&stage);
    appears(&stage, ".mark.attribution").await;
    assert!(answers());
    leaves(app, stage).await;
    assert!(!answers());
}

#[wasm_bindgen_test]
async fn without_weights_the_sample_stands_unmarked_until_trying_again_brings_them() {
    let server = server::answering([Answer::Nothing, Answer::Weights]);
    let stage = stage();
    let app = drawn(&stage);
    let again = appears(&stage, ".awaiting button").await;
    appears(&stage, ".leaf p").await;
    assert!(stage.query_selector(".mark").unwrap().is_none());
    again.click();
    appears(&stage, ".mark.attribution").await;
    assert!(stage.query_selector(".awaiting").unwrap().is_none());
    assert_eq!(server.asked(), 2);
    leaves(app, stage).await;
}

#[wasm_bindgen_test]
async fn an_engine_that_stops_in_the_midst_leaves_the_text_where_it_is() {
    let _server = server::answering([Answer::Weights, Answer::Weights]);
    let engine = "const reading = { step() { throw new Error('stopped') } };
        return { open: () => ({ rules: () => '', begin: () => reading }) };";
    let stage = stage();
    let app = drawn_with(Modules::new(Function::new_no_args(engine)), &stage);
    let again = appears(&stage, ".awaiting button").await;
    again.click();
    comes_to(&stage, |stage| !stage.contains(Some(&again))).await;
    appears(&stage, ".awaiting button").await;
    let drawn = stage.query_selector(".leaf p").unwrap().unwrap().text_content();
    assert_eq!(drawn.as_deref(), whose_words_widget::page::sample::TEXT.lines().next());
    assert!(stage.query_selector(".mark").unwrap().is_none());
    leaves(app, stage).await;
}

#[wasm_bindgen_test]
async fn two_texts_are_read_with_one_loading() {
    let server = server::answering([Answer::Weights]);
    let stage = stage();
    let app = drawn(&stage);
    appears(&stage, ".mark.attribution").await;
    appears(&stage, ".tools .primary").await.click();
    let field = appears(&stage, "textarea").await;
    field.unchecked_ref::<HtmlTextAreaElement>().set_value("Smith said the vote was close.");
    appears(&stage, "form [type=submit]").await.click();
    comes_to(&stage, |stage| stage.query_selector_all(".leaf p").unwrap().length() == 1).await;
    appears(&stage, ".mark.attribution").await;
    assert_eq!(server.asked(), 1);
    leaves(app, stage).await;
}

async fn reading_of(text: Text) -> (Vec<usize>, Rc<Article>) {
    let (tell, told) = oneshot::channel();
    let tell = std::cell::Cell::new(Some(tell));
    let slices = Rc::new(std::cell::RefCell::new(Vec::new()));
    let read = Rc::clone(&slices);
    let task = ReadingTask::start(text, server::finder(), Pace::Soon, move |news| match news {
        News::Read(bytes) => read.borrow_mut().push(bytes),
        News::Done(article) => drop(tell.take().unwrap().send(article)),
        News::Stopped(text) => panic!("the engine stopped in {:?}", text.title),
    });
    let article = told.await.unwrap();
    drop(task);
    (slices.take(), article)
}

#[wasm_bindgen_test]
async fn a_long_text_is_read_in_slices_to_the_same_report() {
    let body =
        "The mayor said on Monday that the plan was clearly late. It may rain.\n".repeat(600);
    let text = Text { title: Title::Pasted, body: body.as_str().into() };
    let (slices, article) = reading_of(text).await;
    assert!(slices.len() > 2, "{slices:?}");
    assert!(slices.is_sorted());
    let knowledge = Knowledge::unpack(WEIGHTS).unwrap();
    assert_eq!(article.report, Reading::with(&knowledge, &body).finish());
}

#[wasm_bindgen_test]
async fn a_dropped_reading_tells_nothing_more() {
    let body: Rc<str> = "The mayor said on Monday that the plan was late.\n".repeat(1_000).into();
    let heard = Rc::new(std::cell::Cell::new(0));
    let count = Rc::clone(&heard);
    let long = Text { title: Title::Pasted, body };
    drop(ReadingTask::start(long, server::finder(), Pace::Idle, move |_| {
        count.set(count.get() + 1)
    }));
    // Another reading after it comes to its end while the dropped one is silent from its first pause on.
    let short = Text { title: Title::Pasted, body: "He said so. ".repeat(2_000).into() };
    let (slices, _) = reading_of(short).await;
    assert!(slices.len() > 1);
    assert!(heard.get() <= 1, "{}", heard.get());
}
