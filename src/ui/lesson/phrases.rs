//! What is said of a lesson, put together out of the table.

use whose_words_engine::lesson::Kind;
use whose_words_engine::lesson::agreement::{Agreement, Match};

use super::strings::strings;
use crate::lesson::file::Problem;
use crate::lesson::state::{Said, State, Task};
use crate::ui::strings::{count, fill};

/// What a kind is called.
pub fn kind_name(kind: Kind) -> &'static str {
    let strings = strings();
    match kind {
        Kind::Source => strings.source,
        Kind::Cue => strings.cue,
        Kind::Content => strings.content,
        Kind::Commentary => strings.commentary,
    }
}

/// What a kind means.
pub fn kind_means(kind: Kind) -> &'static str {
    let strings = strings();
    match kind {
        Kind::Source => strings.source_means,
        Kind::Cue => strings.cue_means,
        Kind::Content => strings.content_means,
        Kind::Commentary => strings.commentary_means,
    }
}

/// The key on the keyboard for a kind, which stands on its marks too.
pub fn number_of(kind: Kind) -> usize {
    Kind::ALL.iter().position(|other| *other == kind).map_or(0, |at| at + 1)
}

/// Why there is no lesson.
pub fn problem(problem: &Problem) -> String {
    match problem {
        Problem::Unnamed => strings().unnamed.to_owned(),
        Problem::Unreachable => strings().unreachable.to_owned(),
        Problem::Unreadable(why) => fill(strings().unreadable, &[why]),
    }
}

/// The code under which a page is told of it.
pub const fn code(problem: &Problem) -> &'static str {
    match problem {
        Problem::Unnamed => "no-lesson",
        Problem::Unreachable => "lesson-missing",
        Problem::Unreadable(_) => "lesson-unreadable",
    }
}

/// What is said of the last step.
pub fn said(state: &State, task: &Task) -> String {
    let strings = strings();
    let sentence = match &state.said {
        Said::Nothing => "",
        Said::Again => strings.spoken_again,
        Said::From(word) => {
            let word = task.sheet.words.get(*word).map_or("", |word| word.of(&task.lesson.text));
            return fill(strings.spoken_from, &[word]);
        }
        Said::Dropped => strings.spoken_dropped,
        Said::Marked(kind, words) => {
            return fill(strings.spoken_marked, &[kind_name(*kind), &short(task.words(words))]);
        }
        Said::Freed(words) => return fill(strings.spoken_freed, &[&short(task.words(words))]),
        Said::Undone => strings.spoken_undone,
        Said::Redone => strings.spoken_redone,
        Said::Anew => strings.spoken_anew,
        Said::Compared => return state.compared.as_deref().map(compared).unwrap_or_default(),
    };
    sentence.to_owned()
}

fn compared(agreement: &Agreement) -> String {
    let total = agreement.total();
    let numbers = [total.both, total.key, total.own - total.both].map(|number| number.to_string());
    fill(strings().spoken_compared, &numbers.each_ref().map(String::as_str))
}

/// What is said of when the key is shown; none when it is.
pub fn key_to_come(state: &State) -> Option<String> {
    let strings = strings();
    match state.comparisons_left() {
        None => Some(strings.never.to_owned()),
        Some(0) if state.shows_key() => None,
        Some(0) => Some(strings.left_now.to_owned()),
        Some(left) => Some(count(left, strings.left_one, strings.left)),
    }
}

/// Where a mark of the learner’s and the key part; none where they do not.
pub fn apart(state: &State, task: &Task, mark: usize) -> Option<String> {
    let strings = strings();
    let agreement = state.compared.as_deref()?;
    let own = state.history.now.as_slice().get(mark)?;
    let found = agreement.own.get(mark)?;
    let words = short(task.words(&own.words));
    let kind = kind_name(own.kind).to_lowercase();
    let values = [words.as_str(), kind.as_str()];
    if found.optional {
        return None;
    }
    match (found.same, found.instead) {
        (Match::Whole, _) => None,
        (Match::Part, _) => Some(fill(strings.own_apart_part, &values)),
        (Match::None, None) => Some(fill(strings.own_apart_none, &values)),
        (Match::None, Some(instead)) => {
            let instead = kind_name(instead).to_lowercase();
            Some(fill(strings.own_apart_as, &[&words, &kind, &instead]))
        }
    }
}

/// What the comparison says of a mark of the key.
pub fn key_found(found: Option<Match>) -> &'static str {
    let strings = strings();
    match found {
        None => strings.key_optional,
        Some(Match::Whole) => strings.key_whole,
        Some(Match::Part) => strings.key_part,
        Some(Match::None) => strings.key_missed,
    }
}

/// So many letters of a long mark are said: enough to know it by.
const SHOWN: usize = 60;

/// Words cut short where they are many, the first and the last of them, without quotation marks around: what says them has its own.
pub fn short(words: &str) -> String {
    let words = bare(words);
    let words: Vec<&str> = words.split_whitespace().collect();
    let whole = words.join(" ");
    if whole.chars().count() <= SHOWN || words.len() < 8 {
        return whole;
    }
    let (first, last) =
        (words.get(..4).unwrap_or_default(), words.get(words.len() - 3..).unwrap_or_default());
    format!("{} … {}", first.join(" "), last.join(" "))
}

/// Words without quotation marks around them. One at the end that closes what is opened inside stays.
fn bare(words: &str) -> &str {
    const OPENING: [char; 6] = ['“', '‘', '„', '«', '"', '\''];
    let words = words.trim_start_matches(OPENING);
    let inside = words.trim_end_matches(['”', '’', '»', '"', '\'']);
    if inside.contains(['“', '‘', '«']) { words } else { inside }
}

#[cfg(test)]
mod tests {
    use super::short;

    #[test]
    fn long_marks_are_known_by_their_ends() {
        assert_eq!(short("“the mill\nwas loud,”"), "the mill was loud,");
        assert_eq!(short("so-called ‘review’"), "so-called ‘review’");
        let long = "that the mill at the end of the harbour road was loud at night";
        assert_eq!(short(long), "that the mill at … loud at night");
    }
}
