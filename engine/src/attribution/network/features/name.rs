//! Names come to the network as anybody's. What is said of a person does not hang on who it is, and the names that were
//! in the news when the network learned are not those of other years.

use crate::tag::Passage;

/// The word that the network sees: for a name, one that stands for all of its kind, and the word itself, folded, for any
/// other.
pub(super) fn seen<'p>(passage: &'p Passage<'_>, at: usize) -> &'p str {
    passage.stand_in(at).unwrap_or_else(|| passage.folded(at))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tag::Passages;

    #[test]
    #[cfg(feature = "weights")]
    fn people_are_anybody_and_places_and_bodies_are_not() {
        let text = "Anna Petrov told the Senate in Moscow on Monday that Ivan Orlov had left.";
        let passage = Passages::new(text).next().unwrap();
        let seen: Vec<&str> = (0..passage.len()).map(|at| seen(&passage, at)).collect();
        assert_eq!(
            seen.join(" "),
            "mary smith told the senate in moscow on monday that john smith had left ."
        );
    }
}
