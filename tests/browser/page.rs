//! The page itself, drawn into a real document.

use std::rc::Rc;

use futures_channel::oneshot;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, HtmlElement, MutationObserver, MutationObserverInit};
use whose_words_widget::page::article::{Article, Text, Title};
use whose_words_widget::page::reading::{News, ReadingTask};
use whose_words_widget::ui::app::App;

fn stage() -> Element {
    let document = web_sys::window().unwrap().document().unwrap();
    let stage = document.create_element("div").unwrap();
    document.body().unwrap().append_child(&stage).unwrap();
    stage
}

/// Waits until `selector` names something inside `root`: on states, never on time.
async fn appears(root: &Element, selector: &str) -> HtmlElement {
    let (tell, told) = oneshot::channel::<()>();
    let mut tell = Some(tell);
    let (seen, wanted) = (root.clone(), selector.to_owned());
    let call = wasm_bindgen::prelude::Closure::<dyn FnMut()>::new(move || {
        if seen.query_selector(&wanted).unwrap().is_some() {
            tell.take().map(|tell| tell.send(()));
        }
    });
    let observer = MutationObserver::new(call.as_ref().unchecked_ref()).unwrap();
    let options = MutationObserverInit::new();
    options.set_child_list(true);
    options.set_subtree(true);
    options.set_attributes(true);
    observer.observe_with_options(root, &options).unwrap();
    if root.query_selector(selector).unwrap().is_none() {
        told.await.unwrap();
    }
    observer.disconnect();
    root.query_selector(selector).unwrap().unwrap().dyn_into().unwrap()
}

#[wasm_bindgen_test]
async fn the_sample_is_read_and_drawn_whole() {
    let stage = stage();
    let app = yew::Renderer::<App>::with_root(stage.clone()).render();
    let article = appears(&stage, "article").await;
    appears(&stage, ".mark.attribution").await;
    appears(&stage, ".mark.commentary").await;
    let paragraphs = article.query_selector_all("p:not(.intro, .figures)").unwrap();
    let drawn: Vec<String> = (0..paragraphs.length())
        .map(|number| paragraphs.item(number).unwrap().text_content().unwrap())
        .collect();
    let sample: Vec<&str> = whose_words_widget::page::sample::TEXT.lines().collect();
    assert_eq!(drawn, sample, "marks neither add nor lose a character");
    app.destroy();
}

#[wasm_bindgen_test]
async fn pressing_a_mark_opens_its_card() {
    let stage = stage();
    let app = yew::Renderer::<App>::with_root(stage.clone()).render();
    let mark = appears(&stage, ".mark.attribution").await;
    mark.click();
    let card = appears(&stage, "[role=dialog]").await;
    assert!(card.query_selector("dl").unwrap().is_some());
    assert_eq!(mark.get_attribute("aria-expanded").as_deref(), Some("true"));
    app.destroy();
}

async fn reading_of(text: Text) -> (Vec<usize>, Rc<Article>) {
    let (tell, told) = oneshot::channel();
    let tell = std::cell::Cell::new(Some(tell));
    let slices = Rc::new(std::cell::RefCell::new(Vec::new()));
    let read = Rc::clone(&slices);
    let task = ReadingTask::start(text, move |news| match news {
        News::Read(bytes) => read.borrow_mut().push(bytes),
        News::Done(article) => drop(tell.take().unwrap().send(article)),
    });
    let article = told.await.unwrap();
    drop(task);
    (slices.take(), article)
}

#[wasm_bindgen_test]
async fn a_long_text_is_read_in_slices_to_the_same_report() {
    let body =
        "The mayor said on Monday that the plan was clearly late. It may rain.\n".repeat(3_000);
    let text = Text { title: Title::Pasted, body: body.as_str().into() };
    let (slices, article) = reading_of(text).await;
    assert!(slices.len() > 2, "{slices:?}");
    assert!(slices.is_sorted());
    assert_eq!(article.report, whose_words_engine::read(&body));
}

#[wasm_bindgen_test]
async fn a_dropped_reading_tells_nothing_more() {
    let body: Rc<str> = "The mayor said on Monday that the plan was late.\n".repeat(5_000).into();
    let heard = Rc::new(std::cell::Cell::new(0));
    let count = Rc::clone(&heard);
    let long = Text { title: Title::Pasted, body };
    drop(ReadingTask::start(long, move |_| count.set(count.get() + 1)));
    // Another reading after it comes to its end while the dropped one is silent from its first pause on.
    let short = Text { title: Title::Pasted, body: "He said so. ".repeat(9_000).into() };
    let (slices, _) = reading_of(short).await;
    assert!(slices.len() > 1);
    assert!(heard.get() <= 1, "{}", heard.get());
}
