//! What the element tells the page that it is on, and where it leaves the article for who asks.

use wasm_bindgen::JsValue;
use web_sys::HtmlElement;
use yew::prelude::*;

use super::body::foreign;
use super::on_page::Found;
use crate::host::news;
use crate::page::article::Article;
use crate::page::weights::Weights;
use crate::ui::awaiting::reason;
use crate::ui::phrases;
use crate::ui::stage::Told;
use crate::ui::state::State;
use crate::ui::strings::strings;

/// Tells the page what becomes of the article.
#[hook]
pub fn use_news(element: &HtmlElement, state: &State, found: &Found, told: &Told<Article>) {
    let read = state.article.clone().filter(|article| article.is_read && found.here().is_some());
    let loaded = state.weights.finder().is_some();
    use_effect_with(loaded, {
        let element = element.clone();
        move |&loaded| {
            if loaded {
                news::tell(&element, "ready", &[]);
            }
        }
    });
    use_effect_with(read, {
        let (element, told) = (element.clone(), told.clone());
        move |read| {
            told.0.replace(read.clone());
            let Some(article) = read else { return };
            let report = &article.report;
            let count = |count: usize| JsValue::from_f64(count as f64);
            let detail = [
                ("words", count(report.tallies.words)),
                ("attributions", count(report.attributions.len())),
                ("commentary", count(report.commentary.len())),
                ("speakers", count(report.speakers.len())),
            ];
            news::tell(&element, "report", &detail);
        }
    });
    use_effect_with((state.current, state.article.clone()), {
        let element = element.clone();
        move |(current, article)| {
            let chosen = current.zip(article.as_ref());
            let Some((mark, article)) = chosen else { return };
            let extent = article.extent(mark);
            let about = phrases::mark(article, mark);
            let detail = [
                ("mark", JsValue::from_f64(mark as f64)),
                ("about", JsValue::from_str(&about)),
                ("text", JsValue::from_str(extent.of(&article.text))),
            ];
            news::tell(&element, "select", &detail);
        }
    });
    let strings = strings();
    let wrong = match (found, &state.weights, &state.article) {
        (Found::Nothing, ..) => Some(("no-article", strings.host_no_article)),
        (_, Weights::Missing(error), _) => Some(("not-loaded", reason(*error, strings))),
        (_, _, Some(article)) => foreign(article.language, strings).map(|said| ("language", said)),
        _ => None,
    };
    use_effect_with(wrong, {
        let element = element.clone();
        move |wrong| {
            if let Some((code, message)) = wrong {
                let detail =
                    [("code", JsValue::from_str(code)), ("message", JsValue::from_str(message))];
                news::tell(&element, "error", &detail);
            }
        }
    });
}
