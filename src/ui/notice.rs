//! What there is to tell, at the foot of the window, until it is dismissed or over.

use whose_words_engine::rename::Changes;
use yew::prelude::*;

use super::icon::Icon;
use super::phrases;
use super::state::{Action, Notice};
use super::strings::{fill, strings};
use crate::page::article::Title;
use crate::page::intake::IntakeError;
use crate::page::language::Language;

/// Draws the notice. Its place is always there, so that a screen reader hears what comes into it.
pub fn notice(told: Option<&Notice>, act: &Callback<Action>) -> Html {
    let strings = strings();
    let told = told.map(|told| {
        let undoable = matches!(told, Notice::Replaced(..) | Notice::Renamed(_) | Notice::Cleared);
        html! {
            <div class="notice">
                <p>{ sentence(told) }</p>
                if undoable {
                    <button type="button" onclick={act.reform(|_: MouseEvent| Action::Undo)}>
                        { strings.undo }
                    </button>
                }
                <button
                    type="button"
                    class="quiet square"
                    aria-label={strings.told_dismiss}
                    onclick={act.reform(|_: MouseEvent| Action::Dismiss)}
                >
                    { Html::from(Icon::Close) }
                </button>
            </div>
        }
    });
    html! { <div class="notices" role="status">{ told.unwrap_or_default() }</div> }
}

/// What there is to tell, in words.
pub fn sentence(told: &Notice) -> String {
    let strings = strings();
    let sentence = match told {
        Notice::Replaced(title, language) => return replaced(title, *language),
        Notice::Renamed(changes) => return renamed(changes),
        Notice::Nameless => strings.told_nameless,
        Notice::Cleared => strings.told_cleared,
        Notice::Stopped => strings.told_stopped,
        Notice::Refused(IntakeError::Unreadable) => strings.told_unreadable,
        Notice::Refused(IntakeError::NotText) => strings.told_not_text,
        Notice::Refused(IntakeError::TooLong) => strings.told_too_long,
        Notice::Refused(IntakeError::NoWords) => strings.told_no_words,
    };
    sentence.to_owned()
}

fn renamed(changes: &Changes) -> String {
    let Changes { commentary, attributions } = changes;
    let numbers = [attributions.some, attributions.of, commentary.some, commentary.of];
    let numbers = numbers.map(|number| number.to_string());
    fill(strings().told_renamed, &numbers.each_ref().map(String::as_str))
}

fn replaced(title: &Title, language: Language) -> String {
    let strings = strings();
    let name = match title {
        Title::Sample => strings.told_sample.to_owned(),
        Title::Pasted => strings.told_pasted.to_owned(),
        Title::Named(_) | Title::FirstOf(..) => phrases::title(title),
    };
    let mut told = fill(strings.told_replaced, &[&name]);
    if let Title::FirstOf(_, count) = title {
        told = [told, fill(strings.told_first_of, &[&count.to_string()])].join(" ");
    }
    match language {
        Language::English => told,
        Language::OtherLanguage => [&told, strings.told_other_language].join(" "),
        Language::OtherScript => [&told, strings.told_other_script].join(" "),
    }
}
