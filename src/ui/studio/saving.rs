//! The ways in which a lesson leaves the studio: its file, a page with everything in it, a package for learning systems.

use std::rc::Rc;

use whose_words_engine::lesson::Lesson;
use whose_words_engine::wire::lesson::lesson_to_json;
use yew::prelude::*;

use super::strings::strings;
use crate::page::download;
use crate::page::engine::Modules;
use crate::page::one_file::{self, Form};
use crate::ui::making::{Making, make};

/// What is saved, and with what.
#[derive(Clone, PartialEq, Properties)]
pub struct SavingProps {
    /// The lesson as it stands.
    pub lesson: Rc<Lesson>,
    /// What brings the scripts that make pages and packages.
    pub modules: Modules,
}

/// Draws a button for each way.
#[component]
pub fn Saving(props: &SavingProps) -> Html {
    let SavingProps { lesson, modules } = props;
    let strings = strings();
    let making = use_state_eq(|| Making::NotAsked);
    let is_empty = lesson.key.is_empty();
    let save = {
        let lesson = Rc::clone(lesson);
        Callback::from(move |_: MouseEvent| {
            let name = file_name(&lesson.title);
            // Where a place lets no files be saved, the browser says so, or nobody does.
            let _ = download::give(&name, "application/json", &lesson_to_json(&lesson));
        })
    };
    let made = |form: Form| {
        let (lesson, modules, making) = (Rc::clone(lesson), modules.clone(), making.clone());
        Callback::from(move |_: MouseEvent| {
            let (lesson, modules) = (Rc::clone(&lesson), modules.clone());
            make(&making, async move {
                let json = lesson_to_json(&lesson);
                one_file::save_lesson(&modules, form, lesson.title.trim(), &json).await
            });
        })
    };
    html! {
        <>
            <button type="button" class="primary" disabled={is_empty} onclick={save}>{ strings.save }</button>
            <button type="button" disabled={is_empty} onclick={made(Form::Page)}>{ strings.save_page }</button>
            <button type="button" disabled={is_empty} onclick={made(Form::Package)}>{ strings.save_package }</button>
            <span role="status">
                if *making == Making::Failed { { strings.save_failed } }
            </span>
        </>
    }
}

/// What the lesson’s file is called: its title in small letters.
pub fn file_name(title: &str) -> String {
    let words = title.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let name = words.take(6).collect::<Vec<_>>().join("-").to_ascii_lowercase();
    if name.is_empty() { "lesson.json".to_owned() } else { format!("{name}.lesson.json") }
}

#[cfg(test)]
mod tests {
    use super::file_name;

    #[test]
    fn a_file_is_called_like_its_lesson() {
        assert_eq!(
            file_name("The last “night” ferry, and what came of it"),
            "the-last-night-ferry-and-what.lesson.json"
        );
        assert_eq!(file_name(" … "), "lesson.json");
    }
}
