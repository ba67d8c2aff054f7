//! Whom a pronoun stands for: someone met shortly before who agrees with it in gender and number.
//!
//! What a pronoun tells is learnt (*Franz Klintsevich … he*), but only of someone that it can stand for by
//! what is known already, and never where somebody else is known to agree.

use super::SpeakerKind;
use super::mention::Nature;
use super::roster::{Figure, FigureId, Meeting, Roster, Standing};
use crate::lexicon::{Gender, Pronoun, Referent};
use crate::span::Span;

/// Who was the last source.
#[derive(Clone, Copy, Debug)]
pub(super) struct Spoke {
    /// Who it was.
    pub(super) figure: FigureId,
    /// The sentence, counted from the head of the article.
    pub(super) sentence: usize,
}

/// Who cannot be meant by a pronoun.
#[derive(Debug, Default)]
pub(super) struct Barred {
    /// Stretches whose own mentions are not meant: in *“Smith lied,” he said*, *he* is not Smith.
    pub(super) spans: Vec<Span>,
    /// Stretches of which this holds but for pronouns: in *asked whether he lied, he said no*, both are the same.
    pub(super) reported: Vec<Span>,
    /// The subject whose object the pronoun is: in *Smith asked him*, *him* is not Smith.
    pub(super) subject: Option<FigureId>,
}

/// Who a pronoun stands for. `spoke` is who spoke last.
pub(super) fn antecedent(
    roster: &Roster,
    pronoun: Pronoun,
    here: Meeting,
    barred: &Barred,
    spoke: Option<Spoke>,
) -> Option<FigureId> {
    let taken_over = spoke.is_some_and(|spoke| is_taken_over(roster, pronoun, spoke));
    let speaker = spoke.map(|spoke| roster.settled(spoke.figure));
    let mut best: Option<(f32, FigureId)> = None;
    for (id, figure) in roster.recent() {
        let distance = here.sentence.saturating_sub(figure.last.sentence);
        let out_of_sight = distance > REACH;
        let among = |spans: &[Span]| spans.iter().any(|span| span.contains(figure.last.span));
        let excluded = barred.subject == Some(id)
            || among(&barred.spans)
            || (!figure.last.by_pronoun && among(&barred.reported));
        let Some(fit) = agreement(pronoun, figure) else { continue };
        if out_of_sight || excluded {
            continue;
        }
        let holds_word = speaker == Some(id) && distance <= REACH_OF_SPEAKER && !taken_over;
        let subject = distance == 0 && figure.last.standing == Standing::Subject;
        let again = figure.last.by_pronoun
            && figure.last.standing >= Standing::Possessor
            && fit >= KNOWN_GENDER
            && distance <= 1;
        let weight = fit
            + prominence(figure, here)
            + if holds_word { SPOKE_LAST } else { 0.0 }
            + if holds_word && distance == 0 { SPEAKS_HERE } else { 0.0 }
            + if subject { SUBJECT_HERE } else { 0.0 }
            + if again { AGAIN } else { 0.0 };
        if best.is_none_or(|(other, _)| weight > other) {
            best = Some((weight, id));
        }
    }
    best.map(|(_, id)| id)
}

/// Whether somebody else who is known to agree has been the subject of a sentence since.
fn is_taken_over(roster: &Roster, pronoun: Pronoun, spoke: Spoke) -> bool {
    let speaker = roster.settled(spoke.figure);
    roster.recent().any(|(id, figure)| {
        let since = figure.last.sentence > spoke.sentence;
        // *Morand’s reply was short. She …*
        let subject = figure.last.standing >= Standing::Possessor;
        let agrees = agreement(pronoun, figure).is_some_and(|fit| fit >= KNOWN_GENDER);
        id != speaker && since && subject && agrees
    })
}

/// How well a figure agrees with a pronoun; none where it does not.
fn agreement(pronoun: Pronoun, figure: &Figure) -> Option<f32> {
    match pronoun.referent {
        _ if figure.writes => None,
        Referent::Gendered(gender) => person(gender, figure),
        Referent::Somebody => Some(0.0),
        Referent::Thing => thing(figure),
        Referent::Any => several(figure),
    }
}

/// *he, she*: one person; of an unclear gender only where no other fits better.
fn person(gender: Gender, figure: &Figure) -> Option<f32> {
    if figure.plural || figure.gender.is_some_and(|known| known != gender) {
        return None;
    }
    let nameless = !figure.named();
    match (figure.nature, figure.gender) {
        (Nature::Body, _) => None,
        (_, Some(_)) => Some(KNOWN_GENDER),
        (Nature::Person, None) => Some(0.0),
        // A name that may be a place or a paper: only someone who speaks or acts.
        (Nature::Unclear, None) if figure.speaks && !nameless => Some(-1.0),
        (Nature::Unclear, None)
            if figure.words.len() > 1 && figure.last.standing == Standing::Subject =>
        {
            Some(-2.0)
        }
        (Nature::Unclear, None) => None,
    }
}

/// *it*: a body or a document, else a name that may be that of a body.
fn thing(figure: &Figure) -> Option<f32> {
    let document = figure.kind == SpeakerKind::Document && !figure.named();
    let acts = figure.speaks || figure.last.standing >= Standing::Possessor;
    // *in Geneva*: where something happens does nothing.
    let body = figure.nature == Nature::Body && (acts || !figure.place);
    let maybe = figure.nature == Nature::Unclear && figure.named() && acts;
    let fits = !figure.plural && figure.gender.is_none() && (body || document || maybe);
    let speaks = if figure.speaks { 1.0 } else { 0.0 };
    fits.then_some(if maybe { speaks - 1.0 } else { speaks })
}

/// *they*: several people, else a body, else one person whose gender nothing tells.
fn several(figure: &Figure) -> Option<f32> {
    let document = figure.kind == SpeakerKind::Document && !figure.named();
    if figure.plural {
        return Some(if document && !figure.speaks { -1.0 } else { 1.0 });
    }
    match figure.nature {
        Nature::Body => Some(0.0),
        _ if figure.they => Some(1.0),
        _ if figure.gender.is_none() && !figure.named() && !document => Some(-1.5),
        _ => None,
    }
}

/// How much a figure stands out where it was met last: as a subject more than as an object, as an object
/// more than in someone’s words, the less the longer ago.
fn prominence(figure: &Figure, here: Meeting) -> f32 {
    let sentences = here.sentence.saturating_sub(figure.last.sentence);
    let paragraphs = here.paragraph.saturating_sub(figure.last.paragraph);
    let standing = match figure.last.standing {
        Standing::Subject => 1.5,
        Standing::Possessor => 0.9,
        Standing::Aside => 0.0,
        Standing::Quoted => -2.0,
    };
    let speaks = if figure.speaks { 0.3 } else { 0.0 };
    let count = f32::from(u16::try_from(figure.count.min(5)).unwrap_or(5));
    let steps = |number: usize| f32::from(u16::try_from(number).unwrap_or(u16::MAX));
    standing + speaks + 0.1 * count - steps(sentences) - 0.6 * steps(paragraphs)
}

/// How many sentences back a pronoun may reach: over a paragraph of someone else, not over a section.
const REACH: usize = 9;
/// How many sentences someone keeps the word: over one of the author’s, not over three.
const REACH_OF_SPEAKER: usize = 2;
/// Whoever is known to agree comes before whoever might.
const KNOWN_GENDER: f32 = 1.0;
/// *He said … He added*: who has the word keeps it.
const SPOKE_LAST: f32 = 1.0;
/// *A general said he*: the subject of the same sentence comes before that of the one before.
const SUBJECT_HERE: f32 = 0.5;
/// *Dewi Pryce says he*: who speaks in the same sentence, whatever is known of them.
const SPEAKS_HERE: f32 = 1.0;
/// *She told Lee … She*: whom a pronoun had as a subject a sentence ago is most likely meant again.
const AGAIN: f32 = 0.8;
