//! What the page asks for: the weights, which a server answers with, and the engine, which is linked into these tests
//! instead of fetched.

use std::cell::Cell;
use std::rc::Rc;

use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::js_sys::{Function, Object, Promise, Reflect, Uint8Array};
use web_sys::{Response, ResponseInit};
use whose_words_engine::knowledge::Knowledge;
use whose_words_widget::page::engine::{Finder, Module, Modules};

/// The weights that the engine comes with.
pub(crate) const WEIGHTS: &[u8] = Knowledge::PACKED;

/// What brings the engine to a page.
pub(crate) fn modules() -> Modules {
    let load = || JsValue::from(module());
    Modules::new(Closure::<dyn Fn() -> JsValue>::new(load).into_js_value().unchecked_into())
}

/// The engine with its weights.
pub(crate) fn finder() -> Finder {
    Finder::open(&module(), &Uint8Array::from(WEIGHTS)).unwrap()
}

/// What the engine’s module exports.
fn module() -> Module {
    let open = |packed: Uint8Array| {
        let engine = whose_words_engine_module::open(&packed.to_vec());
        engine.map_or(JsValue::UNDEFINED, JsValue::from)
    };
    let open = Closure::<dyn Fn(Uint8Array) -> JsValue>::new(open).into_js_value();
    let module = Object::new();
    Reflect::set(&module, &"open".into(), &open).unwrap();
    module.unchecked_into()
}

/// An answer to who asks for the weights.
pub(crate) enum Answer {
    /// That there is nothing.
    Nothing,
    /// The weights.
    Weights,
}

/// A server in place of the browser's way to one. Dropping it gives that back.
pub(crate) struct Server {
    asked: Rc<Cell<usize>>,
    before: JsValue,
    _fetch: Closure<dyn FnMut() -> Promise<Response>>,
}

impl Server {
    /// How often it was asked.
    pub(crate) fn asked(&self) -> usize {
        self.asked.get()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        put(&self.before);
    }
}

/// Answers with each of these in turn.
pub(crate) fn answering(answers: impl IntoIterator<Item = Answer> + 'static) -> Server {
    let asked = Rc::new(Cell::new(0));
    let count = Rc::clone(&asked);
    let mut answers: Vec<Answer> = answers.into_iter().collect();
    answers.reverse();
    let fetch = Closure::<dyn FnMut() -> Promise<Response>>::new(move || {
        count.set(count.get() + 1);
        let answer = response(&answers.pop().unwrap());
        Promise::resolve(&answer)
    });
    let before = Reflect::get(&window(), &FETCH.into()).unwrap();
    put(fetch.as_ref().unchecked_ref::<Function>());
    Server { asked, before, _fetch: fetch }
}

/// The name of the browser's way to a server.
const FETCH: &str = "fetch";

fn response(answer: &Answer) -> Response {
    match answer {
        Answer::Nothing => {
            let status = ResponseInit::new();
            status.set_status(404);
            Response::new_with_opt_str_and_init(None, &status).unwrap()
        }
        Answer::Weights => {
            Response::new_with_opt_js_u8_array(Some(&Uint8Array::from(WEIGHTS))).unwrap()
        }
    }
}

fn put(fetch: &JsValue) {
    Reflect::set(&window(), &FETCH.into(), fetch).unwrap();
}

fn window() -> JsValue {
    web_sys::window().unwrap().into()
}
