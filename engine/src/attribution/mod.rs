//! Whose words, by whose word: attributions found, and the construction of each named.
//!
//! [`find`] is the one door. A small network finds sources, cues and contents and links them ([`network`]);
//! the few constructions that grammar leaves no doubt about are added (`certain`); content that runs on from an
//! attribution before is added to it (`continuation`); what the content itself reports of others is found inside it
//! (`nested`); and rules name the construction that was found (`construction`): each is one file and one page, which
//! explains it.

mod found;
mod scene;
mod certain;
mod participle;
mod patient;
mod cue;
mod construction;
mod continuation;
mod nested;
mod agent;
mod confidence;
pub mod network;

use std::ops::Range;

use crate::lexicon::{CueVerb, Functions};
use crate::order;
use crate::span::Span;
use crate::tag::{Passage, Tag, VerbForm};
use crate::text::token::TokenKind;
use construction::Sighting;
use continuation::Place;
use cue::CueHead;
use found::Found;
use network::Network;
use scene::Scene;

pub use crate::lexicon::CueStance;
pub use construction::RULES;
pub use continuation::Context;

/// Someone else's statement, belief, intention or ruling that the author reports.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attribution {
    /// Who it is attributed to, as it stands in the text; no span when nobody is named.
    pub source: Vec<Span>,
    /// The unbroken phrase that signals it; none where punctuation alone does, or a floating quotation.
    pub cue: Option<Span>,
    /// What is attributed, quotation marks included; at least one span, in the order of the text.
    pub content: Vec<Span>,
    /// How much of the content stands in quotation marks.
    pub quotation: QuotationForm,
    /// What the cue itself says about the content.
    pub cue_stance: CueStance,
    /// The name of the rule that explains it; a key of [`crate::rule::page`].
    pub rule: &'static str,
    /// In thousandths.
    pub confidence: u16,
    /// The attribution whose content holds this one, as an index into the same list; none for the outermost.
    pub within: Option<usize>,
}

/// How much of an attribution's content stands in quotation marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QuotationForm {
    /// All of it.
    Direct,
    /// None of it.
    Indirect,
    /// Part of it.
    Mixed,
}

impl QuotationForm {
    /// The name in reports.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Direct => "direct",
            Self::Indirect => "indirect",
            Self::Mixed => "mixed",
        }
    }

    /// How much of the content stands in quotation marks, by its words.
    fn of(passage: &Passage<'_>, content: &[Range<usize>]) -> Self {
        let words = content.iter().cloned().flatten();
        let (mut quoted, mut all) = (0, 0);
        for at in words.filter(|&at| !passage.tag(at).is_punctuation()) {
            all += 1;
            quoted += usize::from(passage.window.outermost_quotation_at(at).is_some());
        }
        match quoted {
            0 => Self::Indirect,
            _ if quoted == all => Self::Direct,
            _ => Self::Mixed,
        }
    }
}

/// Adds the attributions of the next window of an article to those of the windows before.
///
/// `context` is what the windows before left open; a quotation that runs on adds to the content of an
/// attribution already in `attributions`.
pub fn find(
    network: &Network,
    passage: &Passage<'_>,
    context: &mut Context,
    attributions: &mut Vec<Attribution>,
) {
    // Marks by themselves say nothing.
    if passage.window.tokens.iter().all(|token| token.kind == TokenKind::Mark) {
        return;
    }
    let scene = Scene::new(passage);
    let mut found: Vec<Found> = Vec::new();
    for mut next in together(network, &scene) {
        if next.cue.is_some() {
            participle::complete(&scene, &mut next);
            patient::release(&scene, &mut next);
            leave_summary(&scene, &mut next);
            leave_headline(passage, &mut next);
            leave_dateline(passage, &mut next);
            found.extend(Some(next).filter(|next| !next.content.is_empty()));
            continue;
        }
        for piece in next.content {
            let chance = next.chance;
            match context.place(passage, &found, &piece) {
                Place::Here(index) => {
                    found.get_mut(index).into_iter().for_each(|f| f.content.push(piece.clone()));
                }
                Place::Before(index) => {
                    let span = passage.span(piece);
                    attributions.get_mut(index).into_iter().for_each(|a| a.content.push(span));
                }
                Place::Alone => {
                    let content = vec![piece];
                    found.push(Found { source: Vec::new(), cue: None, content, chance });
                }
                Place::Nowhere => {}
            }
        }
    }
    found.extend(nested::find(&scene, &found));
    order::sort_by(&mut found, |found| (found.reach().start, order::downwards(found.reach().end)));
    // Words in quotation marks are somebody’s in any case.
    let (found, named): (Vec<Found>, Vec<Attribution>) = found
        .into_iter()
        .map(|found| (attribution(passage, &found), found))
        .filter(|(named, found)| {
            let said = confidence::is_likely(named)
                && !says_only_how(&scene, named, found)
                && !is_nobodys(&scene, named, found);
            said || found.is_quoted(passage)
        })
        .map(|(named, found)| (found, named))
        .unzip();
    let first = attributions.len();
    for (inner, named) in found.iter().zip(named) {
        let within = inner.within(&found).map(|outer| first + outer);
        attributions.push(Attribution { within, ..named });
    }
    context.leave(passage, &found, first);
}

/// What the network finds, and what is certain besides, in the order of the text. Where the two differ the network
/// stands, if it is sure enough.
fn together(network: &Network, scene: &Scene<'_>) -> Vec<Found> {
    let mut found: Vec<Found> = network.find(scene.passage).into_iter().map(Found::of).collect();
    let nested = |found: &Found, certain: &Found| {
        // The same content, once without its cue and once with it, is found twice, not nested.
        let twice = found.cue.is_none() && found.reach() == certain.reach();
        !twice && (found.holds(certain) || certain.holds(found))
    };
    let collide = |found: &Found, certain: &Found| found.meets(certain) && !nested(found, certain);
    let mut certain = certain::find(scene);
    // Whether what the network finds stands against what a rule does.
    let stands = |found: &Found, certain: &Found| {
        let sure = found.cue.is_some() && found.chance >= SURE && collide(found, certain);
        found.same_cue(certain) || sure
    };
    // From the last on: what loses all its content no longer stands in the way of what is before it.
    for at in (0..found.len()).rev() {
        let pieces = found.get_mut(at).map(|found| std::mem::take(&mut found.content));
        for piece in pieces.unwrap_or_default() {
            let nearer = |certain: &&Found| {
                found.get(at).is_some_and(|found| is_nearer(scene, certain, found, &piece))
            };
            let left = found
                .iter()
                .enumerate()
                .filter(|(other, found)| *other != at && !found.content.is_empty());
            let keeper = match certain.iter().find(nearer) {
                None => Some(at),
                Some(certain) => match left.clone().find(|(_, found)| found.same_cue(certain)) {
                    Some((other, _)) => Some(other),
                    None => left.clone().any(|(_, found)| stands(found, certain)).then_some(at),
                },
            };
            // What nobody keeps is the rule’s.
            if let Some(keeper) = keeper.and_then(|keeper| found.get_mut(keeper)) {
                keeper.content.push(piece);
            }
        }
    }
    found.retain(|found| !found.content.is_empty());
    certain.retain(|certain| !found.iter().any(|found| stands(found, certain)));
    found.retain(|found| !certain.iter().any(|certain| collide(found, certain)));
    found.extend(certain);
    order::sort_by(&mut found, |found| (found.reach().start, 0));
    found
}

/// Whether a piece of content that was found for a cue in another sentence belongs to the cue of a rule, which follows it
/// (*…, Smith said. The vote was close, Jones said.*) or stands before it and nearer (*“No,” Jones said. “Never.” … Smith said*).
fn is_nearer(scene: &Scene<'_>, certain: &Found, found: &Found, piece: &Range<usize>) -> bool {
    let (Some(cue), Some(own)) = (&certain.cue, &found.cue) else { return false };
    !scene.passage.sentence_of(own.start).contains(&(piece.end - 1))
        && !found.same_cue(certain)
        && (piece.end <= cue.start || (cue.end <= piece.start && piece.end <= own.start))
        && certain.content.iter().any(|content| content.contains(&piece.start))
}

/// Whether it is told how somebody thinks and not what: *could change how voters view the war*, but *that is how voters view the
/// war*. Of sixteen like the first in PolNeAR’s articles people marked none.
fn says_only_how(scene: &Scene<'_>, named: &Attribution, found: &Found) -> bool {
    let ([source], Some(cue)) = (found.source.as_slice(), &found.cue) else { return false };
    let how = source.start.checked_sub(1).filter(|&at| scene.does(at, Functions::HOW));
    let told =
        how.and_then(|how| how.checked_sub(1)).is_some_and(|at| scene.does(at, Functions::BE));
    construction::LOOSE.contains(&named.rule) && source.end <= cue.start && how.is_some() && !told
}

/// Whether what nobody is named for was said by nobody. Where a verb has the cue for its object, it is told what may come of
/// something: *the plan risks praising a cruel sport*. And where all that is said is a noun in apposition, the author goes
/// on by it: *, a plan rarely mentioned*. In PolNeAR’s training part each of the ten such nouns that are content is somebody’s
/// who is named.
fn is_nobodys(scene: &Scene<'_>, named: &Attribution, found: &Found) -> bool {
    let Some(cue) = found.cue.as_ref().filter(|_| found.source.is_empty()) else { return false };
    let loose = construction::LOOSE.contains(&named.rule);
    (loose && participle::is_object(scene, cue))
        || is_apposition(scene, cue, &found.content)
        || is_without_verdict(scene, cue, &found.content)
}

/// Whether something is seen and nothing is said of it: *the mill is seen in May*, but *the mill is seen as a relic*. Such are the
/// captions of pictures.
fn is_without_verdict(scene: &Scene<'_>, cue: &Range<usize>, content: &[Range<usize>]) -> bool {
    let thing =
        |piece: &Range<usize>| piece.end <= cue.start && !scene.has_finite_verb(piece.clone());
    // *was praised* and *was denounced* have their verdict in the verb.
    let verdict = |verb: &CueVerb| {
        verb.frames.person_for() || verb.stance != CueStance::Plain || !verb.frames.as_what()
    };
    let head = CueHead::of(scene.passage, Some(cue));
    matches!(head, CueHead::Verb(group, Some(verb)) if group.passive && !verdict(verb))
        && content.iter().all(thing)
}

/// Whether the content is a noun in apposition, and the cue a participle right behind it.
fn is_apposition(scene: &Scene<'_>, cue: &Range<usize>, content: &[Range<usize>]) -> bool {
    let chunks = &scene.passage.chunks;
    let [piece] = content else { return false };
    let before = piece.start.checked_sub(1).map(|before| scene.tag(before));
    let verbs = chunks.groups_in(cue.clone());
    matches!(before, Some(Tag::Comma | Tag::Colon))
        && scene.tag(piece.start) == Tag::DT
        && chunks.phrase_from(piece.start).is_some_and(|phrase| phrase.tokens == *piece)
        && piece.end == cue.start
        && !verbs.is_empty()
        && verbs.iter().all(|verb| verb.form == VerbForm::Participle)
}

/// From this chance on, in 1/2^15, what the network finds stands against what a rule finds of the same words: three in
/// ten, as near to the third of its findings that are doubtful as matters. On PolNeAR’s dev articles content F1 is .893
/// where rules always stand, .896 with this.
const SURE: i32 = 10_000;

/// Leaves out of the content the noun of the author’s that sums it up: *…, a gesture that underscores …*
fn leave_summary(scene: &Scene<'_>, found: &mut Found) {
    for piece in &mut found.content {
        let comma = |&at: &usize| {
            scene.tag(at) == Tag::Comma
                && scene.quotation_at(at).is_none()
                && scene.sums_up(at + 1, piece.end)
        };
        piece.end = (piece.start + 1..piece.end).find(comma).unwrap_or(piece.end);
    }
}

/// Leaves out of the content what stands above the paragraph of its cue without quotation marks or in capitals, where there is
/// more of it: a headline says the like of what its article has from somebody.
fn leave_headline(passage: &Passage<'_>, found: &mut Found) {
    let Some(cue) = &found.cue else { return };
    let paragraphs = &passage.window.paragraphs;
    let Some(own) = paragraphs.iter().find(|paragraph| paragraph.contains(&cue.start)) else {
        return;
    };
    let shouted = |piece: &Range<usize>| {
        !passage.span(piece.clone()).of(passage.window.text).contains(char::is_lowercase)
    };
    let above = |piece: &Range<usize>| {
        let quoted = passage.window.outermost_quotation_at(piece.start).is_some();
        piece.end <= own.start && (!quoted || shouted(piece))
    };
    if !found.content.iter().all(above) {
        found.content.retain(|piece| !above(piece));
    }
}

/// Leaves out of source and content where the article was written, and for whom: *OSLO (Northwire) — The vote was close, Smith
/// said.*
fn leave_dateline(passage: &Passage<'_>, found: &mut Found) {
    for pieces in [&mut found.source, &mut found.content] {
        for piece in pieces.iter_mut() {
            let end = passage.dateline_end(piece.start).unwrap_or(piece.start);
            piece.start = piece.start.max(end).min(piece.end);
        }
        pieces.retain(|piece| !piece.is_empty());
    }
}

/// What was found, named.
fn attribution(passage: &Passage<'_>, found: &Found) -> Attribution {
    let head = CueHead::of(passage, found.cue.as_ref());
    let quotation = QuotationForm::of(passage, &found.content);
    let mut attribution = Attribution {
        source: spans(passage, &found.source),
        cue: found.cue.clone().map(|cue| passage.span(cue)),
        content: spans(passage, &found.content),
        quotation,
        cue_stance: head.stance(),
        rule: construction::name(&Sighting { passage, found, head, quotation }),
        confidence: 0,
        within: None,
    };
    attribution.confidence = confidence::confidence(passage, found, head, &attribution);
    attribution
}

/// Where ranges of tokens stand, in the order of the text; what the network and a rule both found stands there once.
fn spans(passage: &Passage<'_>, ranges: &[Range<usize>]) -> Vec<Span> {
    let spans = ranges.iter().map(|range| passage.span(range.clone()));
    let mut spans: Vec<Span> = spans.filter(|span| !span.is_empty()).collect();
    order::sort_by(&mut spans, |span| (span.start, span.end));
    spans.dedup_by(|next, last| {
        let overlap = last.touches(*next);
        if overlap {
            *last = last.join(*next);
        }
        overlap
    });
    spans
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tag::Passages;

    #[test]
    fn what_is_found_twice_stands_there_once_and_in_order() {
        let text = "one two three four five";
        let passage = Passages::new(text).next().unwrap();
        let found: Vec<&str> = spans(&passage, &[3..5, 0..2, 1..3, 2..2])
            .into_iter()
            .map(|span| span.of(text))
            .collect();
        assert_eq!(found, ["one two three", "four five"]);
    }
}
