//! What the lexicons know of a token: the classes in it are the same in any newspaper.

use super::group::Group;
use super::{Look, add, form};
use crate::lexicon::{
    self, CueStance, Definiteness, Frames, Gender, GroupKind, NamePart, Person, PhraseKind,
    Pronoun, Referent,
};
use crate::tag::Passage;

/// What the content of a cue verb may look like.
const VERB_FRAMES: Group = form::LAST_WITHOUT_LETTERS.then(Frames::BITS);
/// Which words may link a cue verb to its content.
const VERB_LINKS: Group = VERB_FRAMES.then(20);
/// What a cue verb says of its content; the last row is for any.
const VERB_STANCE: Group = VERB_LINKS.then(6);
/// Whether the cue verb goes on behind its first word: *point out*.
const VERB_GOES_ON: Group = VERB_STANCE.then(1);
/// The further words of a cue verb.
const VERB_REST: Group = VERB_GOES_ON.then(1);
/// The same of nouns and adjectives.
const NOUN_FRAMES: Group = VERB_REST.then(Frames::BITS);
const NOUN_STANCE: Group = NOUN_FRAMES.then(6);
const ADJECTIVE_FRAMES: Group = NOUN_STANCE.then(Frames::BITS);
const ADJECTIVE_STANCE: Group = ADJECTIVE_FRAMES.then(6);
/// In a phrase that attributes, by where its source stands; its first word or a later one.
const PHRASE: Group = ADJECTIVE_STANCE.then(3 * 2);
/// In words for a source that is kept unnamed.
const UNNAMED: Group = PHRASE.then(2);
/// In a title before a name.
const TITLE: Group = UNNAMED.then(2);
/// A role's class, singular or plural.
const ROLE: Group = TITLE.then(7 * 2);
/// A first name: masculine, feminine, either.
const FIRST_NAME: Group = ROLE.then(3);
/// People or quantity.
const GROUP: Group = FIRST_NAME.then(2);
/// A pronoun's person and what it can stand for.
const PRONOUN: Group = GROUP.then(4 * 5);
/// Particle, suffix, day or month.
const NAME_PART: Group = PRONOUN.then(3);
/// Definite or indefinite.
const DETERMINER: Group = NAME_PART.then(2);
/// Nouns for documents, bodies, places …, one row each.
const OTHER: Group = DETERMINER.then(12);
/// The last group here.
pub(super) const LAST: Group = OTHER;

/// Adds the rows of what the word by itself is known as.
pub(super) fn rows(passage: &Passage<'_>, at: usize, rows: &mut Vec<u16>) {
    let folded = passage.folded(at);
    cue_noun_or_adjective(folded, rows);
    if let Some(role) = lexicon::role(folded) {
        rows.push(ROLE.row(role.class as usize * 2 + usize::from(role.plural)));
    }
    if let Some(name) = passage.first_name(at) {
        rows.push(FIRST_NAME.row(match name.gender {
            Some(Gender::Masculine) => 0,
            Some(Gender::Feminine) => 1,
            None => 2,
        }));
    }
    if let Some(kind) = lexicon::group(folded) {
        rows.push(GROUP.row(usize::from(kind == GroupKind::Quantity)));
    }
    if let Some(pronoun) = lexicon::pronoun(folded) {
        rows.push(PRONOUN.row(pronoun_class(pronoun)));
    }
    if let Some(part) = lexicon::name_part(folded) {
        rows.push(NAME_PART.row(match part {
            NamePart::Particle => 0,
            NamePart::Suffix => 1,
            NamePart::Day | NamePart::Month => 2,
        }));
    }
    if let Some(definiteness) = lexicon::determiner(folded) {
        rows.push(DETERMINER.row(usize::from(definiteness == Definiteness::Indefinite)));
    }
    let others = [
        lexicon::document(folded),
        lexicon::organisation_word(folded),
        lexicon::demonym(folded).is_some(),
        lexicon::place(folded),
        lexicon::party(folded).is_some(),
        lexicon::body(folded).is_some(),
        lexicon::broader_role(folded).is_some(),
        lexicon::question_word(folded),
        lexicon::subordinator(folded),
        lexicon::summative_noun(folded),
        lexicon::link(folded),
        lexicon::sentence_opener(folded),
    ];
    rows.extend(
        others.iter().enumerate().filter(|(_, is)| **is).map(|(other, _)| OTHER.row(other)),
    );
}

fn cue_noun_or_adjective(folded: &str, rows: &mut Vec<u16>) {
    if let Some(form) = lexicon::cue_noun(folded) {
        NOUN_FRAMES.bits(form.noun.frames.bits(), rows);
        rows.push(NOUN_STANCE.row(form.noun.stance as usize));
        rows.push(NOUN_STANCE.row(ANY_STANCE));
    }
    if let Some(adjective) = lexicon::cue_adjective(folded) {
        ADJECTIVE_FRAMES.bits(adjective.frames.bits(), rows);
        rows.push(ADJECTIVE_STANCE.row(adjective.stance as usize));
        rows.push(ADJECTIVE_STANCE.row(ANY_STANCE));
    }
}

/// Comes behind the stances, for a cue of any.
const ANY_STANCE: usize = CueStance::ALL.len();

fn pronoun_class(pronoun: Pronoun) -> usize {
    let person = match pronoun.person {
        Person::First => 0,
        Person::Second => 1,
        Person::Third => 2,
        Person::Relative => 3,
    };
    let referent = match pronoun.referent {
        Referent::Gendered(Gender::Masculine) => 0,
        Referent::Gendered(Gender::Feminine) => 1,
        Referent::Somebody => 2,
        Referent::Thing => 3,
        Referent::Any => 4,
    };
    person * 5 + referent
}

/// Adds the rows of entries that may have several words.
pub(super) fn phrase_rows(passage: &Passage<'_>, looks: &mut [Look]) {
    for at in 0..looks.len() {
        let first = passage.folded(at);
        cue_verbs(passage, at, looks);
        for phrase in lexicon::cue_phrase(first) {
            let Some(end) = end_of(passage, at, phrase.rest) else { continue };
            let kind = match phrase.kind {
                PhraseKind::BeforeSource => 0,
                PhraseKind::AroundSource => 1,
                PhraseKind::Agentless => 2,
            };
            add(looks, at, PHRASE.row(kind * 2));
            (at + 1..end).for_each(|inside| add(looks, inside, PHRASE.row(kind * 2 + 1)));
            break;
        }
        let unnamed = lexicon::unnamed(first).iter().find_map(|rest| end_of(passage, at, rest));
        if let Some(end) = unnamed {
            add(looks, at, UNNAMED.row(0));
            (at + 1..end).for_each(|inside| add(looks, inside, UNNAMED.row(1)));
        }
        let title = lexicon::title(first).iter().find_map(|title| end_of(passage, at, title.rest));
        if let Some(end) = title {
            add(looks, at, TITLE.row(0));
            (at + 1..end).for_each(|inside| add(looks, inside, TITLE.row(1)));
        }
    }
}

/// Adds the rows of all cue verbs that begin at `at`: the longest, and what any of them may take.
fn cue_verbs(passage: &Passage<'_>, at: usize, looks: &mut [Look]) {
    let mut longest = None;
    let (mut frames, mut links) = (0, 0);
    for form in lexicon::cue_verb(passage.folded(at)) {
        let Some(end) = end_of(passage, at, form.verb.rest) else { continue };
        longest.get_or_insert((form.verb.stance, end));
        frames |= form.verb.frames.bits();
        links |= form.verb.prepositions.bits();
    }
    let Some((stance, end)) = longest else { return };
    let mut rows = vec![VERB_STANCE.row(stance as usize), VERB_STANCE.row(ANY_STANCE)];
    VERB_FRAMES.bits(frames, &mut rows);
    VERB_LINKS.bits(links, &mut rows);
    rows.extend((end > at + 1).then(|| VERB_GOES_ON.row(0)));
    if let Some(look) = looks.get_mut(at) {
        look.rows.extend(rows);
    }
    (at + 1..end).for_each(|inside| add(looks, inside, VERB_REST.row(0)));
}

/// Behind the last word of an entry that stands at `at`, its words after the first being `rest`. An *…* is a
/// phrase with a possessor.
fn end_of(passage: &Passage<'_>, at: usize, rest: &[&str]) -> Option<usize> {
    rest.iter().try_fold(at + 1, |next, word| match *word {
        "…" => Some(passage.chunks.phrase_at(next)?.possessor.clone()?.end),
        word => (passage.folded(next) == word).then_some(next + 1),
    })
}
