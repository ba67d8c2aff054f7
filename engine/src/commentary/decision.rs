//! Whether the author's markers in a clause make it commentary, and how strongly.
//!
//! Everything that speaks for it or against it is added up: the markers, by family and strength, and what can be
//! seen of the clause and of where it stands. The weights are a table that can be read, `rules/decision.md`, which
//! says of each what it means and how it came about.

use std::ops::Range;

use super::clause::has_finite_verb;
use super::{Marker, Strength};
use crate::lexicon::{self, Person};

use crate::tag::{Passage, Tag, VerbForm, VerbGroup, pattern};
use crate::text::window::WINDOW_TOKENS;

include!(concat!(env!("OUT_DIR"), "/decision.rs"));

/// A clause to decide about, and what is known of its surroundings.
#[derive(Clone, Debug)]
pub struct Clause {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// Whether it is nothing but the source and the cue of an attribution.
    pub is_frame: bool,
    /// Whether somebody else's words stand in its sentence.
    pub beside_source: bool,
    /// In how many of the window's other sentences a clear marker of the author's stands, of how many that are the
    /// author's at least in part.
    pub outspoken: (usize, usize),
}

/// What holds for all clauses of a window.
#[derive(Clone, Copy, Debug)]
pub struct Surroundings {
    /// Whether the article is one sentence.
    pub alone: bool,
    /// Whether its first sentence stands here.
    pub opens: bool,
    /// Whether somebody else's words stand here.
    pub sources: bool,
    /// Whether the author says *I* or *we* here.
    pub self_mention: bool,
}

/// One of the author's markers in the clause.
#[derive(Clone, Copy, Debug)]
pub struct Weighed<'m> {
    /// The marker.
    pub marker: &'m Marker,
    /// Whether it stands in the source or the cue of an attribution.
    pub in_frame: bool,
}

/// The strength of the commentary, one of three steps; none where the clause is no commentary. Without a marker that weighs
/// anything none is; a lone weak one is not enough where nothing else speaks for it.
pub fn decide(
    passage: &Passage<'_>,
    around: Surroundings,
    clause: &Clause,
    markers: &[Weighed<'_>],
) -> Option<u8> {
    let sum = ALWAYS
        + weight_of(markers)?
        + of_surroundings(passage, around, clause)
        + of_words(passage, &clause.tokens)
        + of_unmarked_words(passage, &clause.tokens, markers)
        + of_verbs(passage, &clause.tokens);
    match sum {
        ..=0 => None,
        _ if sum < STEP_TWO => Some(1),
        _ if sum < STEP_THREE => Some(2),
        _ => Some(3),
    }
}

/// What the markers weigh; none where the table has no weight for any of them. Of a kind, two count at most: a list of five
/// adjectives judges once.
fn weight_of(markers: &[Weighed<'_>]) -> Option<i32> {
    let mut families: Vec<&str> = Vec::new();
    let mut kinds: Vec<(&str, bool, i32)> = Vec::new();
    let mut sum = 0;
    for weighed in markers {
        let family = weighed.marker.family.name();
        if !families.contains(&family) {
            families.push(family);
        }
        let clear = weighed.marker.strength == Strength::Clear;
        let names: &[&str] =
            if weighed.in_frame { &[FRAME] } else { &[weighed.marker.rule, family] };
        let known = names.iter().find_map(|name| {
            MARKERS.iter().find(|(kind, strong, _)| kind == name && *strong == clear)
        });
        let Some(&(kind, _, weight)) = known else { continue };
        match kinds.iter_mut().find(|(known, strong, _)| *known == kind && *strong == clear) {
            Some((_, _, count)) if *count >= 2 => continue,
            Some((_, _, count)) => *count += 1,
            None => kinds.push((kind, clear, 1)),
        }
        sum += weight;
    }
    if kinds.is_empty() {
        return None;
    }
    let lone_weak =
        markers.len() == 1 && markers.iter().all(|it| it.marker.strength == Strength::Weak);
    let company = when(markers.len() > 1, SEVERAL_MARKERS)
        + when(families.len() > 1, SEVERAL_FAMILIES)
        + when(lone_weak, LONE_WEAK);
    Some(sum + company)
}

fn of_surroundings(passage: &Passage<'_>, around: Surroundings, clause: &Clause) -> i32 {
    let first =
        passage.window.sentences.first().is_some_and(|it| it.contains(&clause.tokens.start));
    when(around.alone, ALONE)
        + when(around.opens && first && !around.alone, OPENING)
        + when(around.sources, SOURCES_NEAR)
        + when(around.self_mention, SELF_MENTION_NEAR)
        + when(clause.beside_source, BESIDE_SOURCE)
        + when(clause.is_frame, ONLY_FRAME)
        + share(clause.outspoken, OUTSPOKEN)
}

/// What single tokens say.
fn of_words(passage: &Passage<'_>, tokens: &Range<usize>) -> i32 {
    let any = |test: &dyn Fn(usize) -> bool| tokens.clone().any(test);
    let has = |tag: Tag| any(&|at| passage.tag(at) == tag);
    let names = tokens.clone().filter(|&at| passage.tag(at).is_name()).count();
    // *What worries the town is …* and *Who would believe it?* are no relative clauses.
    let relative = passage.tag(tokens.start).is_wh()
        && passage.sentence_of(tokens.start).start != tokens.start;
    let speaks = |at: usize| {
        lexicon::pronoun(passage.folded(at))
            .is_some_and(|it| matches!(it.person, Person::First | Person::Second))
    };
    when(has(Tag::CD), NUMBER)
        + when(any(&|at| pattern::MEASURE.contains(passage.folded(at))), MEASURED)
        + NAMES * i32::try_from(names.min(MOST_NAMES)).unwrap_or(0)
        + when(has(Tag::MD), MODAL)
        + when(has(Tag::EX), EXISTENCE)
        + when(has(Tag::Colon), DASH_OR_COLON)
        + when(any(&speaks), ADDRESS)
        + when(any(&|at| pattern::REASON.contains(passage.folded(at))), REASONING)
        + when(relative, RELATIVE)
        + when(leads_up(passage, tokens), LEADING)
}

/// Whether the clause opens its sentence with a conjunction and the main clause comes behind it.
fn leads_up(passage: &Passage<'_>, tokens: &Range<usize>) -> bool {
    let sentence = passage.sentence_of(tokens.start);
    let is_word = |at: &usize| !passage.tag(*at).is_punctuation();
    let opener = tokens.clone().filter(is_word).find(|&at| !passage.tag(at).is_adverb());
    let opens = !(sentence.start..tokens.start).any(|at| is_word(&at))
        && opener.is_some_and(|at| {
            matches!(passage.tag(at), Tag::IN | Tag::WRB)
                && lexicon::subordinator(passage.folded(at))
        });
    opens
        && has_finite_verb(passage, tokens.clone())
        && passage.tag(tokens.end) == Tag::Comma
        && passage.chunks.phrase_from(tokens.end + 1).is_some()
        && has_finite_verb(passage, tokens.end + 1..sentence.end)
}

/// What plain words say that are no markers: *but*, *not*, *all*. They are in so many clauses that a reader would not
/// call them a stance, but they are more often in commentary than elsewhere.
fn of_unmarked_words(passage: &Passage<'_>, tokens: &Range<usize>, markers: &[Weighed<'_>]) -> i32 {
    let marked = |at: usize| {
        passage
            .token(at)
            .is_some_and(|token| markers.iter().any(|it| it.marker.span.contains(token.span)))
    };
    let has = |set: pattern::Set| {
        tokens.clone().any(|at| set.contains(passage.folded(at)) && !marked(at))
    };
    when(has(pattern::CONTRAST), CONTRAST)
        + when(has(pattern::NEGATION), NEGATION)
        + when(has(pattern::WHOLE), WHOLE)
}

/// So many names count, and no more.
const MOST_NAMES: usize = 6;

/// What the verbs say.
fn of_verbs(passage: &Passage<'_>, tokens: &Range<usize>) -> i32 {
    let groups: Vec<&VerbGroup> = passage
        .chunks
        .groups_in(tokens.clone())
        .iter()
        .filter(|group| tokens.contains(&group.head))
        .collect();
    let finite = || groups.iter().filter(|group| group.form == VerbForm::Finite);
    let has = |test: &dyn Fn(Tag) -> bool| {
        finite().any(|group| group.tokens.clone().any(|at| test(passage.tag(at))))
    };
    // What a copula says of its subject: *is hardly new*, *is a mess*.
    let complements = || {
        finite().filter(|it| pattern::COPULA.contains(passage.folded(it.head))).filter_map(|it| {
            let next = it.tokens.end;
            let at = if passage.tag(next).is_adverb() { next + 1 } else { next };
            (at < tokens.end).then(|| passage.tag(at))
        })
    };
    let adjective = |tag: Tag| matches!(tag, Tag::JJ | Tag::JJR | Tag::JJS);
    when(has(&|tag| tag == Tag::VBD), PAST)
        + when(has(&|tag| matches!(tag, Tag::VBZ | Tag::VBP)), PRESENT)
        + when(groups.iter().any(|group| group.passive), PASSIVE)
        + when(!groups.is_empty() && finite().next().is_none(), NO_FINITE_VERB)
        + when(groups.is_empty(), NO_VERB)
        + when(complements().any(adjective), IS_SO)
        + when(complements().any(|tag| tag == Tag::DT), IS_A)
}

/// The part of a weight that falls to `some` of `all`.
fn share((some, all): (usize, usize), weight: i32) -> i32 {
    let number = |count: usize| i32::try_from(count.min(WINDOW_TOKENS)).unwrap_or(0);
    if all == 0 { 0 } else { weight * number(some) / number(all) }
}

const fn when(holds: bool, weight: i32) -> i32 {
    if holds { weight } else { 0 }
}

#[cfg(test)]
mod tests {
    use crate::read;

    /// The strengths of the commentary in a text.
    fn strengths(text: &str) -> Vec<u8> {
        read(text).commentary.iter().map(|commentary| commentary.strength).collect()
    }

    #[test]
    fn one_plain_judgment_is_enough() {
        assert_eq!(strengths("The plan is a farce."), [3]);
    }

    #[test]
    fn a_lone_weak_marker_is_not_where_little_else_speaks_for_it() {
        assert_eq!(strengths("The tower is very old. But the mill is older."), [0; 0]);
        assert_eq!(strengths("The clerk came. At noon a very old window broke."), [0; 0]);
        assert_eq!(read("The tower is very old.").stance.len(), 1);
    }

    #[test]
    fn markers_without_a_weight_make_no_commentary() {
        let text = "The plan is a farce. The town is usually a market that often has no fish.";
        let report = read(text);
        let commentary: Vec<&str> = report.commentary.iter().map(|it| it.span.of(text)).collect();
        assert_eq!(commentary, ["The plan is a farce"]);
        assert_eq!(report.stance.len(), 3);
        assert_eq!(strengths("The plan is a farce. The town is usually a lovely market."), [3, 3]);
    }

    #[test]
    fn what_happened_and_how_much_speaks_against_it() {
        let text = "The clerk closed the window at nine. In May, Ada Holt of Dale sold an awkward \
                    9 percent of the mill.";
        assert_eq!(strengths(text), [0; 0]);
        assert_eq!(strengths("The clerk closed the window at nine. An awkward mill it is."), [3]);
    }

    #[test]
    fn what_leads_up_to_a_claim_takes_more_than_a_weak_marker() {
        let text = "The board met in May. As customs evolve, the town’s plan is a farce.";
        let report = read(text);
        let commentary: Vec<&str> = report.commentary.iter().map(|it| it.span.of(text)).collect();
        assert_eq!(commentary, ["the town’s plan is a farce"]);
        assert_eq!(
            strengths("The board met in May. As farces are a disaster, the plan fell."),
            [3]
        );
    }

    #[test]
    fn how_the_author_lets_a_source_speak_is_weighed_by_itself() {
        let text =
            "The board met at noon. Holt ridiculed the plan as a waste. Mills said it was a farce.";
        let report = read(text);
        let commentary: Vec<&str> = report.commentary.iter().map(|it| it.span.of(text)).collect();
        assert_eq!(commentary, ["Holt ridiculed"]);
    }

    #[test]
    fn by_goes_with_the_source_behind_it() {
        let text = "The board met at noon. The plan was ridiculed by the farmers as a waste. The \
                    stress on “order, thrift and clean streets” by Holt highlights a cynical plan.";
        let report = read(text);
        let commentary: Vec<&str> = report.commentary.iter().map(|it| it.span.of(text)).collect();
        assert_eq!(commentary, ["was ridiculed by the farmers", "highlights a cynical plan"]);
    }
}
