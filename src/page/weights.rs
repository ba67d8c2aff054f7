//! What the engine knows, loaded beside the program: the weights of its network, and its words. They are more than
//! three times as large, and an article can be read by its reader before they are there.
//!
//! What comes is taken only when it is what the program was made with: as long, and of the same SHA-256. On pages
//! that came over an open line (`http:`) browsers have no SHA-256 for scripts. There the length and the form must do:
//! the check is against files that are old or damaged, and whoever could put others in their place on the way could
//! do so with the program.
//!
//! The browser's own cache keeps the file; nothing is stored here.

use std::cell::RefCell;
use std::rc::{Rc, Weak};

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::js_sys::{Reflect, Uint8Array};
use web_sys::{ReadableStreamDefaultReader, RequestCache, RequestInit, Response};
use whose_words_engine::knowledge::Knowledge;

use super::clock::{self, Pace};
use super::engine::{Finder, Modules};
use super::folder;

/// Where the weights lie, beside the program. `index.html` asks for them under the same name before the program is there
/// to do so.
const FILE: &str = "whose-words.weights";

/// Where the weights are.
#[derive(Clone, Debug, PartialEq)]
pub enum Weights {
    /// On their way: so many hundredths have come.
    Coming(usize),
    /// Here.
    Here(Finder),
    /// Not to be had at the moment.
    Missing(WeightsError),
}

impl Weights {
    /// What finds the marks, once it is here.
    pub const fn finder(&self) -> Option<&Finder> {
        match self {
            Self::Here(finder) => Some(finder),
            Self::Coming(_) | Self::Missing(_) => None,
        }
    }
}

impl Default for Weights {
    fn default() -> Self {
        Self::Coming(0)
    }
}

/// Why the weights are not there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WeightsError {
    /// No answer came, as when the device is offline.
    Unreachable,
    /// The server has no such file, or does not give it.
    NotThere,
    /// The answer broke off.
    CutShort,
    /// What came was made for another edition of the program, or was damaged on its way.
    Changed,
    /// What came is what was to come, and cannot be unpacked.
    Unusable,
}

/// Hears how far the loading is, and when it is over. When it is dropped, it hears no more.
pub struct Loading {
    _tell: Rc<dyn Fn(Weights)>,
}

impl Loading {
    /// Begins to load the engine and its weights, and tells how far it is until they are here or missing. What is loaded or
    /// on its way for somebody else on the page comes from there; what they could not get is tried once more.
    pub fn start(modules: &Modules, tell: impl Fn(Weights) + 'static) -> Self {
        let tell: Rc<dyn Fn(Weights)> = Rc::new(tell);
        let listener = Rc::downgrade(&tell);
        let known = SHARED.with_borrow_mut(|shared| {
            let shared = shared.as_mut().filter(|shared| shared.is_of_use_to(modules))?;
            // Once it is here there is no more news.
            if matches!(shared.latest, Weights::Coming(_)) {
                shared.listeners.push(Weak::clone(&listener));
            }
            Some(shared.latest.clone())
        });
        if let Some(known) = known {
            // As always, news comes after this has returned.
            spawn_local(async move {
                if let Some(tell) = listener.upgrade() {
                    tell(known);
                }
            });
        } else {
            let shared = Shared {
                modules: modules.clone(),
                latest: Weights::default(),
                listeners: vec![listener],
            };
            SHARED.set(Some(shared));
            spawn_local(load_shared(modules.clone()));
        }
        Self { _tell: tell }
    }

    /// The same, and what was loaded before is not used again: an engine that has stopped stays so.
    pub fn start_anew(modules: &Modules, tell: impl Fn(Weights) + 'static) -> Self {
        SHARED.set(None);
        Self::start(modules, tell)
    }
}

/// The last loading on the page, for all that want what it brings.
struct Shared {
    modules: Modules,
    latest: Weights,
    listeners: Vec<Weak<dyn Fn(Weights)>>,
}

impl Shared {
    fn is_of_use_to(&self, modules: &Modules) -> bool {
        self.modules == *modules && !matches!(self.latest, Weights::Missing(_))
    }
}

thread_local! {
    static SHARED: RefCell<Option<Shared>> = const { RefCell::new(None) };
}

async fn load_shared(modules: Modules) {
    let tell = |weights| tell_all(&modules, weights);
    let mut loaded = load(&modules, RequestCache::Default, &tell).await;
    // An answer that is not ours may be one that the browser kept from an earlier edition of the site.
    if let Err(WeightsError::CutShort | WeightsError::Changed) = loaded {
        loaded = load(&modules, RequestCache::Reload, &tell).await;
    }
    tell(loaded.map_or_else(Weights::Missing, Weights::Here));
}

/// Tells everybody who still listens.
fn tell_all(modules: &Modules, news: Weights) {
    let listeners = SHARED.with_borrow_mut(|shared| {
        let shared = shared.as_mut().filter(|shared| shared.modules == *modules)?;
        shared.latest = news.clone();
        shared.listeners.retain(|listener| listener.strong_count() > 0);
        Some(shared.listeners.clone())
    });
    // Whoever is told may begin to listen to something else.
    for tell in listeners.iter().flatten().filter_map(Weak::upgrade) {
        tell(news.clone());
    }
}

/// Fetches the engine and its weights, checks these, and opens one with the other.
async fn load(
    modules: &Modules,
    cache: RequestCache,
    tell: &impl Fn(Weights),
) -> Result<Finder, WeightsError> {
    // Both are on their way at once.
    let module = modules.load("engine");
    let packed = packed(cache, tell).await?;
    let module = module.await.ok_or(WeightsError::Unreachable)?;
    clock::begin(BEGUN);
    let finder = Finder::open(&module, &packed);
    clock::end(UNPACKED, BEGUN);
    let finder = finder.ok_or(WeightsError::Unusable)?;
    // A task of its own.
    clock::pause(Pace::Soon).await;
    clock::begin(BEGUN);
    finder.warm_up();
    clock::end(WARM, BEGUN);
    Ok(finder)
}

/// Fetches the weights, and checks them.
pub(super) async fn packed(
    cache: RequestCache,
    tell: &impl Fn(Weights),
) -> Result<Uint8Array, WeightsError> {
    let packed = fetch(cache, tell).await?;
    if is_ours(&packed).await { Ok(packed) } else { Err(WeightsError::Changed) }
}

/// The names under which the browser keeps how long unpacking and warming up took.
const BEGUN: &str = "whose-words:arrived";
const UNPACKED: &str = "whose-words:unpacked";
const WARM: &str = "whose-words:warm";

/// Fetches as many bytes as the weights are.
async fn fetch(cache: RequestCache, tell: &impl Fn(Weights)) -> Result<Uint8Array, WeightsError> {
    let window = web_sys::window().ok_or(WeightsError::Unreachable)?;
    let options = RequestInit::new();
    options.set_cache(cache);
    let answer =
        JsFuture::from(window.fetch_with_str_and_init(&folder::beside(FILE), &options)).await;
    let answer: Response =
        answer.and_then(JsCast::dyn_into).map_err(|_| WeightsError::Unreachable)?;
    if !answer.ok() {
        return Err(WeightsError::NotThere);
    }
    let body = answer.body().ok_or(WeightsError::CutShort)?;
    let body: ReadableStreamDefaultReader = body.get_reader().unchecked_into();
    let packed = Uint8Array::new_with_length(LENGTH);
    let mut length = 0;
    while let Some(piece) = next(&body).await? {
        let end = length + piece.length();
        if end > LENGTH {
            return Err(WeightsError::Changed);
        }
        packed.set(&piece, length);
        // Told no oftener than it shows.
        let (before, hundredths) = (hundredths(length), hundredths(end));
        if hundredths > before {
            tell(Weights::Coming(hundredths));
        }
        length = end;
    }
    if length < LENGTH { Err(WeightsError::CutShort) } else { Ok(packed) }
}

/// The browser counts bytes in 32 bits.
const LENGTH: u32 = Knowledge::LENGTH as u32;

/// How much of the weights so many bytes are. What a server says of an answer's length is of no use here, since it is
/// the length of what travels, which may be compressed.
const fn hundredths(length: u32) -> usize {
    length as usize * 100 / Knowledge::LENGTH
}

/// The next piece of an answer; none behind the last.
async fn next(body: &ReadableStreamDefaultReader) -> Result<Option<Uint8Array>, WeightsError> {
    let read = JsFuture::from(body.read()).await.map_err(|_| WeightsError::CutShort)?;
    let piece = Reflect::get(&read, &JsValue::from_str("value")).ok();
    Ok(piece.and_then(|piece| piece.dyn_into().ok()))
}

/// Whether the bytes are those that the program was made with, as far as this page can tell.
async fn is_ours(packed: &Uint8Array) -> bool {
    let crypto = web_sys::window().and_then(|window| window.crypto().ok());
    let Some(subtle) = crypto.map(|crypto| crypto.subtle()).filter(|subtle| subtle.is_object())
    else {
        return true;
    };
    let Ok(digest) = subtle.digest_with_str_and_buffer_source("SHA-256", packed) else {
        return false;
    };
    let digest = JsFuture::from(digest).await;
    digest.is_ok_and(|digest| Uint8Array::new(&digest).to_vec() == Knowledge::SHA256)
}
