//! Who is given a name: *Police named the pilot as Gavin Rennie*.

use super::Ledger;
use crate::lexicon::{self, Functions};
use crate::speaker::hearing::Hearing;
use crate::speaker::mention::{Mention, Nature};
use crate::speaker::roster::FigureId;

impl Ledger {
    /// Joins whoever was only described so far with `figure`, whose name `mention` gives.
    pub(super) fn named_as(&mut self, hearing: &Hearing<'_>, mention: &Mention, figure: FigureId) {
        let passage = hearing.passage;
        let Some(before) = mention.tokens.start.checked_sub(1) else { return };
        if !passage.does(before, Functions::AS) {
            return;
        }
        let begin = passage.sentence_of(before).start.max(before.saturating_sub(LONGEST_WAY));
        let groups = passage.chunks.groups_in(begin..before);
        let Some(verb) = groups.last().filter(|g| lexicon::naming_verb(passage.folded(g.head)))
        else {
            return;
        };
        // *named him as*, else *he was named as*, *a man named as*.
        let object = self.met.iter().find(|(tokens, _)| tokens.start == verb.tokens.end);
        let subject = || self.met.iter().rev().find(|(tokens, _)| tokens.end <= verb.tokens.start);
        let Some(&(_, other)) = object.or_else(subject) else { return };
        let nameless = self
            .roster
            .get(other)
            .is_some_and(|other| !other.named() && !other.plural && other.nature == Nature::Person);
        if nameless {
            self.roster.join(figure, other);
        }
    }
}

/// How many tokens there may be between the verb and the name: *named him in a statement on Monday as*.
const LONGEST_WAY: usize = 10;
