//! Names come to the network as anybody's. What is said of a person does not hang on who it is, and the names that were
//! in the news when the network learned are not those of other years.

use crate::lexicon;
use crate::tag::Passage;

/// The word that the network sees: for a name, one that stands for all of its kind, and the word itself, folded, for any
/// other.
pub(super) fn seen<'p>(passage: &'p Passage<'_>, at: usize) -> &'p str {
    let folded = passage.folded(at);
    if is_anybodys(passage, at) {
        let first = lexicon::first_name(folded);
        return lexicon::stand_in(first.map(|name| name.gender));
    }
    folded
}

/// Whether a word is a name that says nothing of what bears it: *Klintsevich*, but not *Senate* or *Moscow*.
fn is_anybodys(passage: &Passage<'_>, at: usize) -> bool {
    let (word, folded) = (passage.word(at), passage.folded(at));
    let mut letters = word.chars();
    // In a headline with capitals throughout, any word may look like a name.
    !passage.is_headline(at)
        && passage.tag(at).is_name()
        && letters.next().is_some_and(char::is_uppercase)
        && letters.all(char::is_lowercase)
        && !lexicon::organisation_word(word)
        && !lexicon::place(folded)
        && lexicon::demonym(folded).is_none()
        && lexicon::name_part(folded).is_none()
        && lexicon::title(folded).is_empty()
        && lexicon::role(folded).is_none()
        && lexicon::party(folded).is_none()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Windows;

    #[test]
    #[cfg(feature = "weights")]
    fn people_are_anybody_and_places_and_bodies_are_not() {
        let text = "Anna Petrov told the Senate in Moscow on Monday that Ivan Orlov had left.";
        let passage = Passage::new(Windows::new(text).next().unwrap());
        let seen: Vec<&str> = (0..passage.len()).map(|at| seen(&passage, at)).collect();
        assert_eq!(
            seen.join(" "),
            "mary smith told the senate in moscow on monday that john smith had left ."
        );
    }
}
