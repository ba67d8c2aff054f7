//! Reads phrases without a name: their head, what stands around it, what kind of source they are.

use std::ops::Range;

use super::Reader;
use crate::fold;
use crate::lexicon::{self, Definiteness};
use crate::speaker::SpeakerKind;
use crate::speaker::mention::{Description, Form, Mention};
use crate::speaker::noun::{Noun, can_speak};
use crate::tag::Tag;

impl Reader<'_> {
    /// A phrase headed by a common noun.
    pub(super) fn description(
        &self,
        at: usize,
        core: Range<usize>,
        head: usize,
        limit: usize,
        definiteness: Option<Definiteness>,
    ) -> Mention {
        let folded = self.passage.folded(head).to_owned();
        let mut named = core.clone().any(|at| at != head && self.is_name_word(at));
        // *supporters of Clinton*, *the secretary of state*: what follows *of* tells one from another.
        let tail = self.tail_end(core.end, limit);
        let noun = self.noun(&folded, core.start..head, core.end..tail);
        named &= definiteness != Some(Definiteness::Indefinite);
        let role = lexicon::role(&folded);
        let plural = match role {
            Some(role) => role.plural,
            None => {
                matches!(self.passage.tag(head), Tag::NNS | Tag::NNPS)
                    || lexicon::group(&folded).is_some()
            }
        };
        // *Twelve percent*, *nine in ten*: so many people.
        let counted = definiteness != Some(Definiteness::Definite)
            && core.clone().chain(at..core.start).any(|at| self.passage.tag(at) == Tag::CD)
            && self.passage.tag(head) != Tag::NN
            && !can_speak(&folded);
        // *Leading figures*, not *the latest figures*.
        let personal = lexicon::personal(&folded);
        let people = core.clone().any(|at| personal.contains(&self.passage.folded(at)));
        let kind =
            if counted || people { SpeakerKind::Group } else { self.kind(&folded, plural, named) };
        let plural = plural || counted;
        let gender = role.and_then(|role| role.gender);
        let description = Description { noun, kind, plural, definiteness, gender, named };
        let mut mention = Mention::new(at..tail, Form::Description(description));
        mention.core_end = core.end;
        mention.bare = core.start..tail;
        mention
    }

    /// A noun with the words before and behind it.
    pub(super) fn noun(&self, head: &str, before: Range<usize>, behind: Range<usize>) -> Noun {
        let mut noun = Noun::alone(head);
        noun.complement = !behind.is_empty();
        noun.party = (before.start..=before.end).find_map(|at| self.party(at));
        for at in before.clone().chain(behind.clone()).filter(|&at| self.party(at).is_none()) {
            let folded = self.passage.folded(at);
            let tag = self.passage.tag(at);
            if let Some(place) = lexicon::demonym(folded).filter(|_| before.contains(&at)) {
                noun.place = Some(fold::folded(place));
            } else if tag.is_noun() {
                noun.labels.push(folded.to_owned());
            } else if tag.is_adjective() || matches!(tag, Tag::VBN | Tag::CD) {
                noun.adjectives.push(folded.to_owned());
            }
        }
        // The president of *Russia*.
        let last = behind.end.saturating_sub(1);
        if behind.len() == 2 && lexicon::place(self.passage.folded(last)) {
            noun.place = Some(self.passage.folded(last).to_owned());
        }
        noun
    }

    /// *many*, *others*: a quantity without a noun.
    pub(super) fn lone_quantity(&self, at: usize) -> Description {
        Description {
            noun: Noun::alone(self.passage.folded(at)),
            kind: self.kind(self.passage.folded(at), false, false),
            plural: lexicon::group(self.passage.folded(at)).is_some(),
            definiteness: Some(Definiteness::Indefinite),
            gender: None,
            named: false,
        }
    }

    /// What kind of source a description is.
    pub(super) fn kind(&self, head: &str, plural: bool, named: bool) -> SpeakerKind {
        let without_rest = |word: &str| lexicon::unnamed(word).iter().any(|rest| rest.is_empty());
        if without_rest(head) {
            return SpeakerKind::Unnamed;
        }
        if lexicon::group(head).is_some() {
            return SpeakerKind::Group;
        }
        if lexicon::role(head).is_some() {
            return SpeakerKind::RoleOnly;
        }
        if lexicon::body(head).is_some() || lexicon::organisation_word(head) {
            return if named { SpeakerKind::NamedOrganisation } else { SpeakerKind::RoleOnly };
        }
        if lexicon::document(head) || lexicon::cue_noun(head).is_some() {
            return SpeakerKind::Document;
        }
        if plural { SpeakerKind::Group } else { SpeakerKind::RoleOnly }
    }
}
