//! Whose name it is: full names, short names, names with titles, acronyms.

use super::mention::{Name, Nature};
use super::noun::Noun;
use super::roster::{Figure, FigureId, Meeting, Roster};
use crate::lexicon::{self, NamePart, RoleClass};

/// The figure that bears the name; none where it is a new one.
pub(super) fn bearer(
    roster: &Roster,
    name: &Name,
    roles: &[Noun],
    here: Meeting,
) -> Option<FigureId> {
    let mut best: Option<(f32, FigureId)> = None;
    // A namesake shares the first or the last word; an acronym is a word of its own.
    let first = name.words.first()?;
    let last = name.words.last()?;
    let namesakes = roster.with_word(last);
    let others = roster.with_word(first).filter(|_| first != last);
    // *al-Rubaie* for *Rubaie*.
    let bare = roster.with_word(without_particle(last)).filter(|_| without_particle(last) != last);
    for (id, figure) in namesakes.chain(others).chain(bare) {
        let Some(closeness) = closeness(name, roles, figure) else { continue };
        let weight = closeness + salience(figure, here);
        if best.is_none_or(|(other, known)| weight > other && known != id) {
            best = Some((weight, id));
        }
    }
    best.map(|(_, id)| id)
}

/// How well a name fits a figure: none where it is the name of another.
fn closeness(name: &Name, roles: &[Noun], figure: &Figure) -> Option<f32> {
    let words = name.words.as_slice();
    if words == figure.words {
        let suffixed =
            name.suffix.is_none() || figure.suffix.is_none() || name.suffix == figure.suffix;
        // *Donald Trump* and *Donald Trump Jr.* are father and son, *Trump* can be either.
        let full = words.len() == 1 || name.suffix == figure.suffix;
        return (suffixed && full && agrees(name, figure)).then_some(EQUAL);
    }
    if let [word] = words
        && figure.aliases.contains(word)
    {
        return Some(EQUAL);
    }
    let people = name.nature == Nature::Person || figure.nature == Nature::Person;
    let bodies = name.nature == Nature::Body || figure.nature == Nature::Body;
    if people && bodies || !agrees(name, figure) {
        return None;
    }
    if bodies {
        return body_closeness(words, figure);
    }
    let known = figure.words.as_slice();
    let same = |one: &str, other: &str| without_particle(one) == without_particle(other);
    match (words, known) {
        ([word], [.., surname]) if same(word, surname) => Some(SURNAME),
        // *Mr. Bernie* is nobody.
        ([word], [first, _, ..]) if word == first && !name.civil => Some(FIRST_NAME),
        // *Kim* for *Kim Jong Un*: the family name stands first where there is no other first name.
        ([word], [first, ..]) if word == first && lexicon::first_name(first).is_none() => {
            Some(FIRST_NAME)
        }
        // The headline’s *Putin* has his full name now.
        ([.., surname], [word]) if same(word, surname) => {
            fits_role(roles, figure).then_some(SURNAME)
        }
        // *her brother Felix* has his surname now.
        ([first, ..], [word]) if word == first && lexicon::first_name(word).is_some() => {
            Some(FIRST_NAME)
        }
        // *Guajardo Villarreal*, *de Blasio*.
        _ if words.len() > 1 && (known.ends_with(words) || words.ends_with(known)) => Some(SURNAME),
        ([first, .., surname], [known_first, .., known_surname]) => {
            let surnames = same(surname, known_surname);
            let firsts = same_first(first, known_first);
            let middles = same_middles(words, known);
            let suffixes = name.suffix == figure.suffix || name.suffix.is_none();
            (surnames && firsts && middles && suffixes).then_some(EQUAL)
        }
        _ => None,
    }
}

/// Whether nothing that is known of either speaks against the other.
fn agrees(name: &Name, figure: &Figure) -> bool {
    match (name.gender, figure.gender) {
        (Some(one), Some(other)) => one == other,
        _ => true,
    }
}

/// Whether the roles of a full name fit a figure of which only the surname is known.
fn fits_role(roles: &[Noun], figure: &Figure) -> bool {
    let family = |nouns: &[Noun]| nouns.iter().any(|noun| noun.class == Some(RoleClass::Family));
    // A *brother* or a *widow* is introduced as somebody else of that name.
    !family(roles) || family(&figure.nouns)
}

/// The names of bodies are shortened from either end (*Heritage* Foundation, New York *Times*), and to
/// their initials.
fn body_closeness(words: &[String], figure: &Figure) -> Option<f32> {
    let known = figure.words.as_slice();
    let (short, long) = if words.len() < known.len() { (words, known) } else { (known, words) };
    if short.is_empty() {
        return None;
    }
    let shortened = long.starts_with(short) || long.ends_with(short);
    let place = lexicon::located(&short.join(" "));
    if shortened && !place {
        return Some(SURNAME);
    }
    let [acronym] = short else { return None };
    (long.len() > 1 && spells(acronym, long)).then_some(SURNAME)
}

/// Whether an acronym is made of the initials of a name, its small words left out or not.
fn spells(acronym: &str, words: &[String]) -> bool {
    let of = |words: &mut dyn Iterator<Item = &String>| {
        words
            .filter_map(|word| word.chars().next())
            .eq(acronym.chars().filter(|c| c.is_alphanumeric()))
    };
    let long = |word: &&String| word.len() > LONGEST_SMALL_WORD || lexicon::organisation_word(word);
    acronym.len() > 1 && (of(&mut words.iter()) || of(&mut words.iter().filter(long)))
}

/// The initials of a name of several words, without and with its small words: how it may be shortened later.
pub(super) fn initials(words: &[String]) -> [String; 2] {
    let of = |words: &mut dyn Iterator<Item = &String>| -> String {
        words.filter_map(|word| word.chars().next()).collect()
    };
    [of(&mut words.iter().filter(|word| word.len() > LONGEST_SMALL_WORD)), of(&mut words.iter())]
}

/// A surname without the small word that is joined to it: *al-Rubaie*.
pub(super) fn without_particle(word: &str) -> &str {
    word.split_once(HYPHEN)
        .filter(|(first, _)| lexicon::name_part(first) == Some(NamePart::Particle))
        .map_or(word, |(_, rest)| rest)
}

/// *George* and *G.* may be one.
fn same_first(one: &str, other: &str) -> bool {
    let initial = |short: &str, long: &str| {
        short.strip_suffix('.').is_some_and(|letter| !letter.is_empty() && long.starts_with(letter))
    };
    one == other || initial(one, other) || initial(other, one)
}

/// *George W. Bush* and *George H. W. Bush* are two; either may be *George Bush*.
fn same_middles(one: &[String], other: &[String]) -> bool {
    let middle = |words: &[String]| words.get(1..words.len() - 1).unwrap_or_default().to_vec();
    let (one, other) = (middle(one), middle(other));
    one.is_empty()
        || other.is_empty()
        || (one.len() == other.len()
            && one.iter().zip(&other).all(|(one, other)| same_first(one, other)))
}

/// How much a figure is in a reader’s mind: much for those who are met often and speak, less the longer ago.
fn salience(figure: &Figure, here: Meeting) -> f32 {
    let distance = here.sentence.saturating_sub(figure.last.sentence);
    let distance = u16::try_from(distance).map_or(FARTHEST, f32::from).min(FARTHEST);
    let count = u16::try_from(figure.count).map_or(FARTHEST, f32::from);
    let speaks = if figure.speaks { 0.5 } else { 0.0 };
    // Of *Hillary Clinton* met six times and *Bill Clinton* met once in the sentence before, *Clinton* is
    // Hillary; met three times each, it is who was met last.
    (count + 1.0).ln() + speaks - 0.15 * distance
}

/// Beyond so many sentences, all are equally far.
const FARTHEST: f32 = 20.0;
/// The same name outweighs any salience.
const EQUAL: f32 = 20.0;
/// A surname is how people are called again; a first name only where no surname fits.
const SURNAME: f32 = 10.0;
const FIRST_NAME: f32 = 5.0;
/// Between a particle and the name that it is joined to.
const HYPHEN: char = '-';
/// Small words of names that their acronyms leave out: *of, and, the, for*.
const LONGEST_SMALL_WORD: usize = 3;
