//! Whom a description takes up: *the Russian leader*, *the foundation*, *officials*.
//!
//! A description attaches to a figure that was given the same noun, or a narrower one; two figures are never
//! joined by a noun. *A senator* is always a new one.

use super::SpeakerKind;
use super::mention::{Description, Nature};
use super::noun::Noun;
use super::roster::{Figure, FigureId, Meeting, Roster, Standing};
use crate::lexicon::{self, Definiteness, RoleClass};

/// The figure that a description takes up; none where it brings up a new one.
pub(super) fn taken_up(
    roster: &Roster,
    description: &Description,
    here: Meeting,
) -> Option<FigureId> {
    // *a senator*, *one official*; but *some critics … critics* are the same many.
    let fresh = description.definiteness == Some(Definiteness::Indefinite)
        && description.kind != SpeakerKind::Group;
    if fresh {
        return None;
    }
    let mut best: Option<(f32, FigureId)> = None;
    for (id, figure) in roster.recent() {
        let Some(fit) = fit(description, figure, here) else { continue };
        let weight = fit + prominence(figure, here);
        if best.is_none_or(|(other, _)| weight > other) {
            best = Some((weight, id));
        }
    }
    best.map(|(_, id)| id)
}

/// Whether each of several people fits a description of them all: *the senators*.
pub(super) fn fits_all(roster: &Roster, description: &Description, figures: &[FigureId]) -> bool {
    figures.iter().filter_map(|&id| roster.get(id)).all(|figure| {
        let role = figure.nouns.iter().any(|known| description.noun.is_same(known));
        // *the two*, *the couple*
        let number = lexicon::determiner(&description.noun.head).is_some();
        let any = number || (description.noun.is_anyone() && description.gender.is_none());
        // *both men*
        let gender = description.gender.is_some() && figure.gender == description.gender;
        (role || gender || any) && figure.nature != Nature::Body
    })
}

/// How well a description fits a figure; none where it does not.
fn fit(description: &Description, figure: &Figure, here: Meeting) -> Option<f32> {
    let opposed = match (description.gender, figure.gender) {
        (Some(one), Some(other)) => one != other,
        _ => false,
    };
    if opposed || description.plural != figure.plural {
        return None;
    }
    if !figure.named() {
        return same_phrase(description, figure, here)
            .or_else(|| other_role(description, figure))
            .or_else(|| anyone(description, figure, here));
    }
    // *the senator*, and *President* by itself.
    let definite = description.definiteness == Some(Definiteness::Definite);
    let office = description.definiteness.is_none() && !description.plural;
    if !(definite || office) {
        return None;
    }
    match figure.nature {
        Nature::Body => body(description, figure),
        Nature::Person => {
            role(description, figure, here).or_else(|| trade(description, figure, here))
        }
        Nature::Unclear => body(description, figure)
            .or_else(|| role(description, figure, here))
            .or_else(|| trade(description, figure, here)),
    }
}

/// *the violinist* for someone just named of whom no trade is known: an office has its holder, a trade that comes
/// out of nowhere is that of whoever the article is about.
fn trade(description: &Description, figure: &Figure, here: Meeting) -> Option<f32> {
    let noun = &description.noun;
    // What speaks and is no body or document is somebody: *the beekeeper*.
    let is_trade = match noun.class {
        // *the broadcaster* may be a station.
        Some(_) if noun.is_of_body() => false,
        // *the boy*; but *the brother* is somebody’s.
        Some(RoleClass::Family) => lexicon::kin(&noun.head).is_none(),
        Some(class) => matches!(class, RoleClass::Occupation | RoleClass::Expert),
        None => !noun.is_thing(),
    };
    let plain = noun.words().next().is_none() && noun.place.is_none() && !noun.complement;
    let near = here.sentence.saturating_sub(figure.last.sentence) <= 1
        && match figure.nature {
            Nature::Person => figure.last.standing >= Standing::Possessor,
            _ => figure.last.standing == Standing::Subject,
        };
    let open = !figure.nouns.iter().any(|known| known.class.is_some());
    (is_trade && plain && near && open).then_some(-1.0)
}

/// Two phrases without a name are one speaker when their heads are the same, nothing tells them apart and
/// they are near each other.
fn same_phrase(description: &Description, figure: &Figure, here: Meeting) -> Option<f32> {
    let known = figure.nouns.first()?;
    let noun = &description.noun;
    let distance = here.sentence.saturating_sub(figure.last.sentence);
    // *the Draper campaign* is the same all through an article.
    let definite = description.definiteness == Some(Definiteness::Definite);
    let far = if definite && !description.plural { NEAR_FOR_ONE } else { NEAR };
    let near = distance <= far || (description.named && !noun.labels.is_empty());
    let same = noun.head == known.head
        || (definite && !description.plural && (noun.is_broader(known) || noun.is_same(known)));
    let told_apart = noun.words().any(|word| !known.has(word))
        || (noun.place.is_some() && noun.place != known.place)
        || (noun.party.is_some() && noun.party != known.party);
    let kinds = description.kind == figure.kind
        || figure.kind == SpeakerKind::Unnamed
        || description.kind == SpeakerKind::RoleOnly;
    (near && same && !told_apart && kinds).then_some(2.0)
}

/// *the plumber* for *the driver, a plumber from Dale*.
fn other_role(description: &Description, figure: &Figure) -> Option<f32> {
    let noun = &description.noun;
    let plain = description.definiteness == Some(Definiteness::Definite)
        && noun.class.is_some()
        && noun.words().next().is_none();
    let told = figure.nouns.iter().skip(1).any(|known| noun.is_same(known));
    (plain && told).then_some(1.5)
}

/// *the Russian leader* for *President Vladimir Putin*.
fn role(description: &Description, figure: &Figure, here: Meeting) -> Option<f32> {
    let noun = &description.noun;
    let party = match (noun.party, figure.party) {
        (Some(one), Some(other)) if one != other => return None,
        (Some(_), Some(_)) => 1.5,
        (Some(_), None) => -1.0,
        (None, _) => 0.0,
    };
    let by_role = figure.nouns.iter().filter_map(|known| noun_fit(noun, known, figure));
    let by_party = (noun.is_of_party() && party > 0.0).then_some(0.0);
    let fit = by_role.reduce(f32::max).or(by_party).or_else(|| anyone(description, figure, here));
    fit.map(|fit| fit + party)
}

/// *the woman, the 45-year-old*: whoever was met shortly before and is known to be one, if that can be known.
fn anyone(description: &Description, figure: &Figure, here: Meeting) -> Option<f32> {
    let near = here.sentence.saturating_sub(figure.last.sentence) <= FACE_TO_FACE;
    let known = match description.gender {
        Some(gender) => figure.gender == Some(gender),
        // *the 45-year-old*; but *the couple* are none of those before.
        None => description.definiteness == Some(Definiteness::Definite) && !description.plural,
    };
    let plain = description.noun.words().next().is_none();
    let person = figure.nature != Nature::Body;
    (description.noun.is_anyone() && near && known && plain && person).then_some(0.0)
}

/// How well a noun fits one that somebody was given.
fn noun_fit(noun: &Noun, known: &Noun, figure: &Figure) -> Option<f32> {
    let same = noun.is_same(known);
    if !same && !noun.is_broader(known) {
        return None;
    }
    // Places tell leaders and ministers apart. Who has the word that a description adds may have it in
    // another role: *Smith, a Republican from Ohio … the Ohio senator*.
    let elsewhere = |word: &String| figure.nouns.iter().any(|noun| noun.has(word));
    let places = match (&noun.place, &known.place) {
        (Some(one), Some(other)) if one == other => 1.5,
        (Some(_), Some(_)) => return None,
        // *The Russian leader* is hardly the head of the Union of Veterans.
        (Some(_), None) if known.complement => -1.5,
        _ => 0.0,
    };
    let shared = noun.words().filter(|word| elsewhere(word)).count();
    let foreign = noun.labels.iter().filter(|word| !elsewhere(word)).count();
    let tally = |count: usize| f32::from(u8::try_from(count.min(4)).unwrap_or(4));
    Some(if same { 1.0 } else { 0.0 } + places + tally(shared) - 0.75 * tally(foreign))
}

/// *the foundation* for *the Heritage Foundation*, *the company* for *Northline Corp.*
fn body(description: &Description, figure: &Figure) -> Option<f32> {
    let noun = &description.noun;
    let implied = lexicon::body(&noun.head)?;
    // *the appeals court* is not the Supreme Court.
    let foreign = noun.labels.iter().any(|word| !figure.words.contains(word));
    if description.named || foreign {
        return None;
    }
    let has = |words: &[&str]| figure.words.iter().any(|word| words.contains(&word.as_str()));
    let named_so = figure.words.contains(&noun.head);
    let described_so = figure.nouns.iter().any(|known| known.head == noun.head);
    if named_so || described_so {
        return Some(2.0);
    }
    if has(implied) {
        return Some(1.5);
    }
    // *the group* may be any; *the company* one whose name says nothing of what it is.
    let tells = figure.words.iter().any(|word| lexicon::organisation_word(word));
    let any = implied.is_empty() || (implied.contains(&UNTOLD) && !tells);
    // Where something happens, or what may as well be a thing, is not brought up as one.
    let acts = figure.speaks || figure.last.standing >= Standing::Possessor;
    let idle = figure.nature == Nature::Unclear && !acts;
    let person = figure.gender.is_some() || figure.nouns.iter().any(|known| known.class.is_some());
    // *the company* is hardly *the agency*.
    let other = figure.nouns.iter().any(Noun::is_of_body);
    let fit = if figure.nature == Nature::Body { 0.5 } else { -0.5 };
    (any && !figure.place && !idle && !person).then_some(if other { fit - 1.0 } else { fit })
}

/// How much a figure stands out: who speaks and was met last comes first.
fn prominence(figure: &Figure, here: Meeting) -> f32 {
    let sentences = here.sentence.saturating_sub(figure.last.sentence).min(40);
    let distance = f32::from(u8::try_from(sentences).unwrap_or(u8::MAX));
    let speaks = if figure.speaks { 1.0 } else { 0.0 };
    let subject = if figure.last.standing == Standing::Subject { 0.5 } else { 0.0 };
    speaks + subject - 0.2 * distance
}

/// In the lexicon of bodies: the noun also takes up a name without a word for what it is.
const UNTOLD: &str = "none";
/// Over how many sentences *officials* stay the same officials.
const NEAR: usize = 12;
/// Over how many sentences *the campaign* stays the same campaign.
const NEAR_FOR_ONE: usize = 30;
/// Over how many sentences *the woman* is still the last woman.
const FACE_TO_FACE: usize = 4;
