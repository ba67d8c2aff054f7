//! How far the reading of a long text is, with a way to stop it.

use yew::prelude::*;

use super::phrases;
use super::state::{Action, Progress};
use super::strings::{fill, strings};

/// Draws the progress.
pub fn progress(reading: &Progress, act: &Callback<Action>) -> Html {
    let strings = strings();
    let hundredths = reading.hundredths().to_string();
    let name = fill(strings.reading_title, &[&phrases::title(&reading.title)]);
    html! {
        <div class="progress">
            <p id="progress-name">{ name }</p>
            <progress aria-labelledby="progress-name" max="100" value={hundredths.clone()}>
                { fill(strings.reading_of, &[&hundredths]) }
            </progress>
            <span class="figures">{ fill(strings.reading_of, &[&hundredths]) }</span>
            <button type="button" onclick={act.reform(|_: MouseEvent| Action::Stop)}>
                { strings.reading_stop }
            </button>
        </div>
    }
}
