//! Whom a description takes up: *the Russian leader*, *the foundation*, *officials*.
//!
//! A description attaches to a figure that was given the same noun, or a narrower one; two figures are never
//! joined by a noun. *A senator* is always a new one.

use super::SpeakerKind;
use super::mention::{Description, Nature};
use super::roster::{Figure, FigureId, Meeting, Roster, Standing, Trait};
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
        return same_phrase(description, figure, here);
    }
    let definite = description.definiteness == Some(Definiteness::Definite);
    let capital_office = description.definiteness.is_none() && !description.plural;
    if !(definite || capital_office) {
        return None;
    }
    match figure.nature {
        Nature::Body => body(description, figure),
        Nature::Person | Nature::Unclear => role(description, figure, here),
    }
}

/// Two phrases without a name are one speaker when their heads are the same, nothing tells them apart and
/// they are near each other.
fn same_phrase(description: &Description, figure: &Figure, here: Meeting) -> Option<f32> {
    let known = figure.traits.first()?;
    let distance = here.sentence.saturating_sub(figure.last.sentence);
    let near = distance <= NEAR || (description.named && !description.modifiers.is_empty());
    let same_head = known.head == description.head
        || (description.definiteness == Some(Definiteness::Definite)
            && !description.plural
            && (narrower(&description.head, known) || spokesperson(&description.head, known)));
    let told_apart = description.modifiers.iter().any(|word| !known.modifiers.contains(word));
    let kinds = description.kind == figure.kind
        || figure.kind == SpeakerKind::Unnamed
        || description.kind == SpeakerKind::RoleOnly;
    (near && same_head && !told_apart && kinds).then_some(2.0)
}

/// *the Russian leader* for *President Vladimir Putin*.
fn role(description: &Description, figure: &Figure, here: Meeting) -> Option<f32> {
    let anyone = lexicon::broader_role(&description.head).is_some_and(<[&str]>::is_empty);
    if anyone {
        let near = here.sentence.saturating_sub(figure.last.sentence) <= FACE_TO_FACE;
        let known = figure.gender.is_some() && figure.gender == description.gender;
        return (near && known && description.modifiers.is_empty()).then_some(0.0);
    }
    figure.traits.iter().filter_map(|known| trait_fit(description, known)).reduce(f32::max)
}

/// How well a description fits one role that somebody has.
fn trait_fit(description: &Description, known: &Trait) -> Option<f32> {
    let same = known.head == description.head || spokesperson(&description.head, known);
    if !same && !narrower(&description.head, known) {
        return None;
    }
    // Demonyms tell leaders and ministers apart.
    let place = |words: &[String]| words.iter().find_map(|word| lexicon::demonym(word));
    let (here, there) = (place(&description.modifiers), place(&known.modifiers));
    // The head of the Russian Union of Veterans leads a union: *the Russian leader* need not be its head.
    let of_a_body = known
        .modifiers
        .iter()
        .any(|word| lexicon::demonym(word).is_none() && !description.modifiers.contains(word));
    let places = match (here, there) {
        (Some(one), Some(other)) if one == other && of_a_body => 0.0,
        (Some(one), Some(other)) if one == other => 1.5,
        (Some(_), Some(_)) if same => return None,
        (Some(_), Some(_)) => -1.0,
        _ => 0.0,
    };
    let shared = description
        .modifiers
        .iter()
        .filter(|word| known.modifiers.contains(word) && lexicon::demonym(word).is_none())
        .count();
    let foreign = description
        .modifiers
        .iter()
        .filter(|word| !known.modifiers.contains(word) && lexicon::demonym(word).is_none())
        .count();
    let tally = |count: usize| f32::from(u8::try_from(count.min(4)).unwrap_or(4));
    Some(if same { 1.0 } else { 0.0 } + places + tally(shared) - 0.75 * tally(foreign))
}

/// Whether a noun may take up a role by a broader word.
fn narrower(noun: &str, known: &Trait) -> bool {
    lexicon::broader_role(noun).is_some_and(|roles| roles.contains(&known.head.as_str()))
}

/// *the spokeswoman* and *a spokesperson* say the same.
fn spokesperson(noun: &str, known: &Trait) -> bool {
    known.class == Some(RoleClass::Spokesperson)
        && lexicon::role(noun).is_some_and(|role| role.class == RoleClass::Spokesperson)
}

/// *the foundation* for *the Heritage Foundation*, *the company* for *Northline Corp.*
fn body(description: &Description, figure: &Figure) -> Option<f32> {
    let implied = lexicon::body(&description.head)?;
    if description.named {
        return None;
    }
    let named_so = figure.words.contains(&description.head);
    let has_implied = figure.words.iter().any(|word| implied.contains(&word.as_str()));
    let described_so = figure.traits.iter().any(|known| known.head == description.head);
    // *the group* may be any; *the company* may be one whose name says nothing of what it is.
    let anything = implied.is_empty();
    let plain = !figure.words.iter().any(|word| lexicon::organisation_word(word))
        && !lexicon::place(&figure.words.join(" "));
    if named_so || described_so {
        Some(2.0)
    } else if has_implied {
        Some(1.5)
    } else if anything {
        (!lexicon::place(&figure.words.join(" "))).then_some(0.5)
    } else {
        plain.then_some(-0.5)
    }
}

/// How much a figure stands out: who speaks and was met last comes first.
fn prominence(figure: &Figure, here: Meeting) -> f32 {
    let sentences = here.sentence.saturating_sub(figure.last.sentence).min(40);
    let distance = f32::from(u8::try_from(sentences).unwrap_or(u8::MAX));
    let speaks = if figure.speaks { 1.0 } else { 0.0 };
    let subject = if figure.last.standing == Standing::Subject { 0.5 } else { 0.0 };
    speaks + subject - 0.2 * distance
}

/// Over how many sentences *officials* stay the same officials.
const NEAR: usize = 12;
/// Over how many sentences *the woman* is still the last woman.
const FACE_TO_FACE: usize = 4;
