//! Draws the widget into the page that loaded it.

use whose_words_widget::ui::app::App;

fn main() {
    let place = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.get_element_by_id("whose-words"));
    if let Some(place) = place {
        yew::Renderer::<App>::with_root(place).render();
    }
}
