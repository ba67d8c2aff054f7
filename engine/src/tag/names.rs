//! People’s names, as far as letters tell, so that the tagger sees anybody’s: how a sentence is built does not hang on
//! who is in it, and *Gallagher* compares nothing.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::lexicon::{self, FirstName};
use crate::text::Window;

/// What a word is of somebody’s name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// A first name.
    First,
    /// A surname, or a word of one.
    Last,
}

/// The names of the people met so far in an article, each word as it is written.
#[derive(Clone, Debug, Default)]
pub struct Names<'t> {
    first: BTreeSet<&'t str>,
    last: BTreeSet<&'t str>,
}

impl<'t> Names<'t> {
    /// Takes up who is named in full in a window: *Anna Petrov*, *Anna J. Petrov*.
    pub fn hear(&mut self, window: &Window<'t>) {
        let running = |sentence: &&Range<usize>| !is_title_case(window, Range::clone(sentence));
        for sentence in window.sentences.iter().filter(running) {
            for at in sentence.clone() {
                if lexicon::first_name(window.folded(at)).is_some() && is_bare(window, at) {
                    self.full(window, at, sentence.end);
                }
            }
        }
    }

    /// Takes up a first name and the words of the surname behind it, if there are any.
    fn full(&mut self, window: &Window<'t>, first: usize, end: usize) {
        let behind = first + 1..end.min(first + 1 + LONGEST);
        let glued = |at: usize| window.tokens.get(at).is_none_or(|token| token.glued);
        let behind = behind.skip_while(|&at| is_initial(window.word(at)));
        for at in behind.take_while(|&at| !glued(at) && is_bare(window, at)) {
            self.first.insert(window.word(first));
            self.last.insert(window.word(at));
        }
    }

    /// What each token of a window is of the names, if anything.
    pub fn parts(&self, window: &Window<'_>) -> Vec<Option<Part>> {
        (0..window.tokens.len()).map(|at| self.part(window, at)).collect()
    }

    /// What a token is of the names: a word that was both is a first name where others have it as one, too.
    fn part(&self, window: &Window<'_>, at: usize) -> Option<Part> {
        let word = window.word(at);
        if self.first.contains(word) {
            Some(Part::First)
        } else {
            self.last.contains(word).then_some(Part::Last)
        }
    }
}

/// The word that the tagger sees, folded: for a name, one that stands for all of its kind. `part` is what the token is of a name
/// met before, and `inside` says that it stands where nothing but a name has a capital.
pub fn seen<'w>(window: &'w Window<'_>, at: usize, part: Option<Part>, inside: bool) -> &'w str {
    let folded = window.folded(at);
    if part.is_none() && !(inside && is_bare(window, at)) {
        return folded;
    }
    match first_name(folded, part) {
        Some(first) => lexicon::stand_in(Some(first.gender)),
        None => lexicon::familiar_surname(),
    }
}

/// The first name that a token is, which is a part of a name met before or none.
pub fn first_name(folded: &str, part: Option<Part>) -> Option<FirstName> {
    // *George Floyd*: a surname, though others have it as their first name.
    lexicon::first_name(folded).filter(|_| part != Some(Part::Last))
}

/// The most words behind a first name that are taken for a name: *Ana Maria de la Cruz Torres*.
const LONGEST: usize = 5;

/// A letter with or without its full stop, between a first name and a surname: *J.*
fn is_initial(word: &str) -> bool {
    let mut letters = word.trim_end_matches('.').chars();
    letters.next().is_some_and(char::is_uppercase) && letters.next().is_none()
}

/// Whether the words of a sentence have capitals whether or not they are names.
pub fn is_title_case(window: &Window<'_>, sentence: Range<usize>) -> bool {
    let long = sentence.map(|at| window.word(at)).filter(|word| word.len() > 3);
    let (mut capitals, mut words) = (0, 0);
    for word in long.filter(|word| word.contains(char::is_alphabetic)) {
        words += 1;
        capitals += usize::from(word.starts_with(char::is_uppercase));
    }
    // *U.S. Court Hears Obama Case*, but *Mayor Ada Holt met Nick Draper of Dale*.
    words > 3 && capitals * 10 >= words * 9
}

/// Whether the token is written like a name and no lexicon says what bears it: *Klintsevich*, but not *Senate*,
/// *Moscow* or *NATO*.
pub fn is_bare(window: &Window<'_>, at: usize) -> bool {
    let (word, folded) = (window.word(at), window.folded(at));
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase)
        && letters.all(char::is_lowercase)
        && !lexicon::organisation_word(folded)
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

    /// What the tagger sees of a text’s words where a capital need not make a name.
    fn seen(text: &str) -> String {
        let mut names = Names::default();
        let mut seen = Vec::new();
        for window in Windows::new(text) {
            names.hear(&window);
            let parts = names.parts(&window).into_iter().enumerate();
            seen.extend(parts.map(|(at, part)| super::seen(&window, at, part, false).to_owned()));
        }
        seen.join(" ")
    }

    #[test]
    fn who_was_named_in_full_is_anybody_from_there_on() {
        assert_eq!(
            seen("The vote went to Anna J. Gallagher. Gallagher smiled."),
            "the vote went to mary j. johnson . johnson smiled ."
        );
        let far = format!(
            "Anna Gallagher ran.\n\n{}Gallagher won.",
            "It rained all day.\n\n".repeat(200)
        );
        assert!(seen(&far).ends_with("johnson won ."));
    }

    #[test]
    fn a_surname_that_others_have_as_a_first_name_is_a_surname() {
        assert_eq!(
            seen("It was George Floyd. Floyd died."),
            "it was john johnson . johnson died ."
        );
        assert_eq!(seen("It was Floyd Ortiz. Floyd died."), "it was john johnson . john died .");
    }

    #[test]
    fn places_bodies_and_headlines_name_nobody() {
        assert_eq!(seen("Anna Senate sat. Senate sat."), "anna senate sat . senate sat .");
        assert_eq!(
            seen("Mary of Moscow slept. Moscow slept."),
            "mary of moscow slept . moscow slept ."
        );
        assert_eq!(
            seen("George Wins Again, Voters Say\n\nWins are rare."),
            "george wins again , voters say wins are rare ."
        );
    }

    #[test]
    fn a_capital_inside_a_sentence_makes_a_name_of_what_no_lexicon_knows() {
        let window = Windows::new("They met Gallagher in Moscow in May.").next().unwrap();
        let seen: Vec<&str> =
            (0..window.tokens.len()).map(|at| super::seen(&window, at, None, at > 0)).collect();
        assert_eq!(seen.join(" "), "they met johnson in moscow in may .");
    }

    #[test]
    #[cfg(feature = "weights")]
    fn tags_do_not_hang_on_who_it_is() {
        let tags = |name: &str| {
            let text = format!(
                "A {name} aide met Anna {name}. {name} further told {name} supporters that {name} \
                 lied. The report shows {name} won, and the {name} team agrees."
            );
            let passage = crate::tag::Passages::new(&text).next().unwrap();
            passage.tags
        };
        for name in ["Gallagher", "Rowling", "Everest", "Reveals", "Ousted", "Clinton"] {
            assert_eq!(tags(name), tags("Petrov"), "{name}");
        }
    }
}
