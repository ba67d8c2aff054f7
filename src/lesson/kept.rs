//! What was done in a lesson, kept on the device until the learner comes back, where the browser allows it.

use web_sys::Storage;
use whose_words_engine::lesson::OwnMark;
use whose_words_engine::wire::lesson::answer_from_json;

use super::state::Task;

/// What was done.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Kept {
    /// The marks.
    pub marks: Vec<OwnMark>,
    /// How often they were compared with the key.
    pub comparisons: usize,
}

/// What was kept of a lesson; none where nothing was or may be, or what is there is of another text.
pub fn recall(task: &Task) -> Option<Kept> {
    let kept = storage()?.get_item(&name(task)).ok()??;
    let answer = answer_from_json(&kept, &task.lesson).ok()?;
    Some(Kept { marks: answer.marks, comparisons: answer.comparisons })
}

/// Keeps an answer, as it would be saved in a file.
pub fn keep(task: &Task, answer: &str) {
    if let Some(storage) = storage() {
        // A full or forbidden store costs the learner what was done when the page is closed, nothing now.
        let _ = storage.set_item(&name(task), answer);
    }
}

fn name(task: &Task) -> String {
    ["whose-words-lesson-", &task.id].concat()
}

fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok().flatten()
}
