//! The dialog that tells how to use the page, with the keys and their switch.

use yew::prelude::*;

use super::dialog::Modal;
use super::state::{Action, Dialog};
use super::strings::strings;
use crate::page::preferences::Preferences;

/// Draws the dialog.
pub fn help(preferences: Preferences, act: &Callback<Action>) -> Html {
    let strings = strings();
    let keys: [(&[&str], &str); 7] = [
        (&["N"], strings.help_key_next),
        (&["P"], strings.help_key_previous),
        (&["←", "→"], strings.help_key_arrows),
        (&["Enter"], strings.help_key_enter),
        (&["Esc"], strings.help_key_escape),
        (&["Ctrl Z"], strings.help_key_undo),
        (&["?"], strings.help_key_help),
    ];
    html! {
        <Modal named_by="help-title" close={act.reform(|()| Action::CloseDialog)}>
            <form method="dialog" class="help">
                <h2 id="help-title">{ strings.help_title }</h2>
                <p>{ strings.help_marks }</p>
                <p>{ strings.help_limits }</p>
                <ul>
                    { opens(Dialog::Misses, strings.misses_title, act) }
                    { opens(Dialog::Measure, strings.measure_title, act) }
                </ul>
                <h3>{ strings.help_keys }</h3>
                <dl class="keys">
                    {
                        for keys.iter().map(|(keys, does)| html! {
                            <div>
                                <dt>{ for keys.iter().map(|key| html! { <kbd>{ *key }</kbd> }) }</dt>
                                <dd>{ *does }</dd>
                            </div>
                        })
                    }
                </dl>
                <ul class="switches">
                    { switch(preferences.keys, strings.help_single_keys, act, || Action::TurnKeys) }
                    { switch(preferences.spoken, strings.help_spoken, act, || Action::TurnSpoken) }
                </ul>
                <div class="row">
                    <button type="submit" class="primary" autofocus=true>{ strings.help_close }</button>
                </div>
            </form>
        </Modal>
    }
}

/// A way to another dialog.
fn opens(dialog: Dialog, name: &'static str, act: &Callback<Action>) -> Html {
    let onclick = act.reform(move |_: MouseEvent| Action::Open(dialog));
    html! { <li><button type="button" class="link" {onclick}>{ name }</button></li> }
}

/// A switch for one of the reader’s settings.
pub fn switch(on: bool, label: &'static str, act: &Callback<Action>, turn: fn() -> Action) -> Html {
    html! {
        <li>
            <label class="switch">
                <input
                    type="checkbox"
                    role="switch"
                    checked={on}
                    onchange={act.reform(move |_: Event| turn())}
                />
                <span class="label">{ label }</span>
            </label>
        </li>
    }
}
