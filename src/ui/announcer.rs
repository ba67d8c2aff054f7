//! Says to a screen reader which mark was come to. A sighted reader sees the card.

use yew::prelude::*;

use super::phrases;
use super::state::State;
use super::strings::{fill, strings};
use crate::page::marks::place_among;

/// Draws what is to be said.
pub fn announcer(state: &State) -> Html {
    // Pointing is no coming to: a pointer passing over the text would never let the voice finish.
    let said = state.current.zip(state.article.as_ref()).map(|(mark, article)| {
        let marks = state.shown_marks();
        let at = place_among(&marks, mark);
        let about = phrases::mark(article, mark);
        fill(strings().spoken_mark, &[&at.to_string(), &marks.len().to_string(), &about])
    });
    html! { <p class="spoken" role="status" id="announcer">{ said.unwrap_or_default() }</p> }
}
