//! Clause edges, read off tags: where commentary may begin and end inside a sentence.
//!
//! A sentence is cut behind marks of punctuation, where what follows is a clause of its own: a relative
//! clause, a participle that comments (*…, underscoring …*), a noun that sums up (*…, a gesture that …*), a
//! clause with its own conjunction, what stands between dashes or brackets. A main clause that such a piece
//! interrupts is put together again, interruption included.

use std::ops::Range;

use crate::lexicon;
use crate::tag::{NounPhrase, Passage, Tag, VerbForm, pattern};

/// The clauses of a passage, as ranges of tokens; they tile its sentences.
pub fn clauses(passage: &Passage<'_>) -> Vec<Range<usize>> {
    passage
        .window
        .sentences
        .iter()
        .flat_map(|sentence| of_sentence(passage, sentence.clone()))
        .collect()
}

/// The shortest piece that is a clause by itself: *which it is* has three words.
const SHORTEST: usize = 3;

/// The clauses of one sentence.
fn of_sentence(passage: &Passage<'_>, sentence: Range<usize>) -> Vec<Range<usize>> {
    let mut pieces: Vec<Range<usize>> = Vec::new();
    let mut start = sentence.start;
    for at in sentence.clone() {
        if at > start && is_edge(passage, &sentence, start, at) {
            pieces.push(start..at);
            start = at;
        }
    }
    if start < sentence.end {
        pieces.push(start..sentence.end);
    }
    join_interrupted(passage, &mut pieces);
    join_short(&mut pieces);
    pieces
}

/// Whether a clause begins at `at`, when the one before began at `start`.
fn is_edge(passage: &Passage<'_>, sentence: &Range<usize>, start: usize, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else { return false };
    let rest = at..next_break(passage, at, sentence.end);
    match passage.tag(before) {
        // A list of names after a colon is no clause, and the dash of *May–June* parts none.
        Tag::Colon => {
            let whole = at..next_colon(passage, at, sentence.end);
            // *: a jar of milk, for example, is dear*
            let later = (passage.tag(at) == Tag::IN || passage.chunks.phrase_from(at).is_some())
                && Verbs::of(passage, whole).main;
            (has_verb(passage, rest) || later) && has_verb(passage, start..before)
        }
        Tag::CloseBracket => false,
        Tag::Comma => {
            relative(passage, at)
                || participial(passage, at)
                || summing_up(passage, at)
                || conjoined(passage, sentence.start, at, rest.end)
                || (resumes(passage, at) && !behind_apposition(passage, start, before))
                || main_after_clause(passage, sentence.start, start..before, at, rest.end)
        }
        _ => turns(passage, start, at, rest.end),
    }
}

/// *, which …*, *, of whom …*, *, one of which …*
fn relative(passage: &Passage<'_>, at: usize) -> bool {
    let wh = |at: usize| {
        passage.tag(at).is_wh() || (passage.tag(at) == Tag::IN && passage.tag(at + 1).is_wh())
    };
    let of_which = |next: usize| passage.tag(next) == Tag::IN && passage.tag(next + 1).is_wh();
    wh(at) || passage.chunks.phrase_from(at).is_some_and(|phrase| of_which(phrase.tokens.end))
}

/// *, underscoring …*, *, thereby raising …*, *, driven by …*
fn participial(passage: &Passage<'_>, at: usize) -> bool {
    let verb = if passage.tag(at).is_adverb() { at + 1 } else { at };
    if !matches!(passage.tag(verb), Tag::VBG | Tag::VBN)
        || passage.chunks.phrase_at(verb).is_some()
        || lexicon::participial_preposition(passage.folded(verb))
    {
        return false;
    }
    let next = verb + 1;
    // *an old, roiling liquid*, *doctors, overcrowding and noise*, *in the end, hiring goes on*
    let modifies = at.checked_sub(2).is_some_and(|before| passage.tag(before).is_adjective())
        && passage.tag(next).is_noun();
    let is_gerund = passage.tag(verb) == Tag::VBG;
    let listed = is_gerund
        && match passage.tag(next) {
            Tag::CC => !matches!(passage.tag(next + 1), Tag::VBG | Tag::RB),
            tag => tag == Tag::Comma,
        };
    let subject = is_gerund && is_subject(passage, verb);
    !modifies && !listed && !subject
}

/// Whether a gerund is the subject of a verb: *hiring goes on*.
fn is_subject(passage: &Passage<'_>, gerund: usize) -> bool {
    passage.tag(gerund) == Tag::VBG
        && passage.chunks.group_at(gerund + 1).is_some_and(|group| group.form == VerbForm::Finite)
}

/// *, a gesture that underscores …*, *, a tactic employed …*, *, the first to …*
fn summing_up(passage: &Passage<'_>, at: usize) -> bool {
    let Some(phrase) = passage.chunks.phrase_from(at) else { return false };
    let next = phrase.tokens.end;
    let sums_up = lexicon::summative_noun(passage.folded(phrase.head));
    let opens = passage.tag(next).is_wh()
        || sums_up
        || (passage.tag(next) == Tag::IN
            && passage.chunks.group_at(next + 1).is_some_and(|g| g.form == VerbForm::Finite));
    passage.tag(at) == Tag::DT && opens
}

/// *, and the vote was …*, *, although he …*, *, even as regulations tighten …*
fn conjoined(passage: &Passage<'_>, start: usize, at: usize, end: usize) -> bool {
    let word = if passage.tag(at).is_adverb() { at + 1 } else { at };
    match passage.tag(word) {
        // *, and the people of Dale left* goes on with a subject where no verb has come yet, and *, and those who left*
        // has none of its own; *, and who left* has.
        Tag::CC => {
            let before = start..at;
            let subordinate = passage.tag(at + 1).is_wh()
                || (passage.tag(at + 1) == Tag::IN
                    && lexicon::subordinator(passage.folded(at + 1))
                    && has_finite_verb(passage, at + 1..end));
            word == at
                && (subordinate || Verbs::of(passage, at + 1..end).main)
                && has_finite_verb(passage, before.clone())
                && Verbs::of(passage, before).awaited == 0
        }
        Tag::IN | Tag::WRB => {
            lexicon::subordinator(passage.folded(word)) && has_finite_verb(passage, word..end)
        }
        _ => false,
    }
}

/// *The plan is old but it works*: a turn that needs no comma, and *The plan is old and it works*, where the subject
/// cannot be one more object.
fn turns(passage: &Passage<'_>, start: usize, at: usize, end: usize) -> bool {
    if passage.tag(at) != Tag::CC {
        return false;
    }
    let Some(subject) = passage.chunks.phrase_from(at + 1) else { return false };
    let personal = lexicon::pronoun(passage.folded(subject.head)).is_some()
        && passage.tag(subject.head) == Tag::PRP;
    let verb = passage.chunks.group_at(subject.tokens.end);
    (personal || pattern::CONTRAST.contains(passage.folded(at)))
        && verb.is_some_and(|it| it.form == VerbForm::Finite && it.tokens.start < end)
        && Verbs::of(passage, start..at).main
}

/// The main clause behind a clause that led up to it: *As rules evolve, the public’s reaction will …* In what led up
/// there can be a clause more: *Though he left the board, which …, his party has …*
fn main_after_clause(
    passage: &Passage<'_>,
    sentence: usize,
    led: Range<usize>,
    at: usize,
    end: usize,
) -> bool {
    let colon = (sentence..led.start).rev().find(|&at| passage.tag(at) == Tag::Colon);
    // *, and when it rained, | it …*: what a conjunction joins can be led up to as well.
    let part = match passage.tag(led.start) {
        Tag::CC => led.start + 1,
        _ => colon.map_or(sentence, |colon| colon + 1),
    };
    let opener = (part..led.end)
        .find(|&at| !passage.tag(at).is_adverb() && !passage.tag(at).is_punctuation());
    let leads = opener.is_some_and(|at| matches!(passage.tag(at), Tag::IN | Tag::WRB));
    leads
        && has_finite_verb(passage, part..led.end)
        && (part >= led.start || !Verbs::of(passage, part..led.end).main)
        && (passage.chunks.phrase_from(at).is_some() || is_subject(passage, at))
        && has_finite_verb(passage, at..end)
}

/// *, has resonated …*: a verb whose subject stands before an interruption.
fn resumes(passage: &Passage<'_>, at: usize) -> bool {
    passage
        .chunks
        .group_at(at)
        .is_some_and(|group| group.tokens.start == at && group.form == VerbForm::Finite)
}

/// Whether what stands between the last two commas has no verb, so that the verb belongs to the clause that began at
/// `start`: *came after the mayor, a friend of hers, | left*. Where that clause was inserted and has all its verbs,
/// the verb belongs to what it interrupted.
fn behind_apposition(passage: &Passage<'_>, start: usize, comma: usize) -> bool {
    let last = (start..comma).rev().find(|&at| passage.tag(at) == Tag::Comma);
    let inserted = is_inserted(passage, start) && Verbs::of(passage, start..comma).awaited == 0;
    !inserted && last.is_some_and(|last| !has_verb(passage, last + 1..comma))
}

/// Whether a clause that begins here may interrupt another.
fn is_inserted(passage: &Passage<'_>, start: usize) -> bool {
    let behind_mark = start
        .checked_sub(1)
        .is_some_and(|before| matches!(passage.tag(before), Tag::Comma | Tag::Colon));
    behind_mark
        && (relative(passage, start) || participial(passage, start) || summing_up(passage, start))
}

/// Where the next mark stands that may part clauses.
fn next_break(passage: &Passage<'_>, at: usize, end: usize) -> usize {
    let parts =
        |tag: Tag| matches!(tag, Tag::Comma | Tag::Colon | Tag::OpenBracket | Tag::CloseBracket);
    (at..end).find(|&at| parts(passage.tag(at))).unwrap_or(end)
}

/// Where the next colon, semicolon or dash stands.
fn next_colon(passage: &Passage<'_>, at: usize, end: usize) -> usize {
    (at..end).find(|&at| passage.tag(at) == Tag::Colon).unwrap_or(end)
}

/// Whether a finite verb group reaches into a stretch.
pub(super) fn has_finite_verb(passage: &Passage<'_>, range: Range<usize>) -> bool {
    passage.chunks.groups_in(range).iter().any(|group| group.form == VerbForm::Finite)
}

fn has_verb(passage: &Passage<'_>, range: Range<usize>) -> bool {
    !passage.chunks.groups_in(range).is_empty()
}

/// Which finite verbs have come in a stretch: a clause inside another takes the first one behind its opening.
#[derive(Clone, Copy, Debug, Default)]
struct Verbs {
    /// Whether there was one for the clause that the stretch begins with.
    main: bool,
    /// How many clauses inside wait for theirs.
    awaited: usize,
}

impl Verbs {
    fn of(passage: &Passage<'_>, range: Range<usize>) -> Self {
        let mut verbs = Self::default();
        let mut inside = false;
        let mut at = range.start;
        while at < range.end {
            match passage.chunks.group_at(at) {
                Some(group) if group.form == VerbForm::Finite => {
                    // *who came and left*
                    let goes_on = inside
                        && group.tokens.start.checked_sub(1).is_some_and(|before| {
                            range.contains(&before) && passage.tag(before) == Tag::CC
                        });
                    inside = verbs.awaited > 0 || goes_on;
                    verbs.awaited = verbs.awaited.saturating_sub(1);
                    verbs.main |= !inside;
                    at = group.tokens.end.max(at + 1);
                }
                _ => {
                    verbs.awaited += usize::from(opens_clause(passage, &range, at, verbs.main));
                    at += 1;
                }
            }
        }
        verbs
    }

    /// Whether a verb is still to come.
    fn awaits_one(self) -> bool {
        !self.main || self.awaited > 0
    }
}

/// Whether a clause inside the stretch begins here: *who*, *because* with a verb of its own, *the role | these allies
/// played*, *said | he left*.
fn opens_clause(passage: &Passage<'_>, range: &Range<usize>, at: usize, has_main: bool) -> bool {
    let tag = passage.tag(at);
    let first_verb = |end: usize| passage.chunks.groups_in(at + 1..end).first().map(|it| it.form);
    if tag.is_wh() {
        return first_verb(range.end).is_none_or(|form| form == VerbForm::Finite);
    }
    if tag == Tag::IN {
        let end = next_break(passage, at, range.end);
        // *more than nine people left*
        return passage.tag(at + 1) != Tag::CD
            && lexicon::subordinator(passage.folded(at))
            && first_verb(end) == Some(VerbForm::Finite);
    }
    let Some(phrase) = passage.chunks.phrase_from(at) else { return false };
    let Some(before) = at.checked_sub(1).filter(|before| range.contains(before)) else {
        return false;
    };
    // *Last year he left*, *In May he left*: what stands in front says when.
    let named = |it: &NounPhrase| {
        it.tokens.start > range.start + 1 && !passage.tag(it.tokens.start).is_wh()
    };
    // *who told them to kill Holt has left*: behind a verb it may be an object.
    let said = passage.chunks.group_at(before).is_some() && (tag == Tag::PRP || has_main);
    let beside = said || passage.chunks.phrase_at(before).is_some_and(named);
    let verb = passage.chunks.group_at(phrase.tokens.end);
    beside
        && verb.is_some_and(|it| {
            it.tokens.start == phrase.tokens.end
                && it.form == VerbForm::Finite
                && range.contains(&it.head)
        })
}

/// Puts a clause together whose verb comes after an interruption: *This metaphor, laden with imagery, has …*
fn join_interrupted(passage: &Passage<'_>, pieces: &mut Vec<Range<usize>>) {
    let mut index = 1;
    while index < pieces.len() {
        let resumes = pieces.get(index).is_some_and(|piece| resumes(passage, piece.start));
        let subject = pieces.get(..index).and_then(|before| {
            before.iter().rposition(|piece| {
                !is_inserted(passage, piece.start) && Verbs::of(passage, piece.clone()).awaits_one()
            })
        });
        match (resumes, subject) {
            (true, Some(from)) => {
                join(pieces, from, index);
                index = from + 1;
            }
            _ => index += 1,
        }
    }
}

/// Gives pieces that are too short to the piece before, or the first to the one behind.
fn join_short(pieces: &mut Vec<Range<usize>>) {
    let mut index = 0;
    while index < pieces.len() && pieces.len() > 1 {
        if pieces.get(index).is_some_and(|piece| piece.len() < SHORTEST) {
            let from = index.saturating_sub(1);
            join(pieces, from, from + 1);
            index = from;
        } else {
            index += 1;
        }
    }
}

/// Makes one piece of those from `first` to `last`.
fn join(pieces: &mut Vec<Range<usize>>, first: usize, last: usize) {
    let Some(end) = pieces.get(last).map(|piece| piece.end) else { return };
    if let Some(piece) = pieces.get_mut(first) {
        piece.end = end;
    }
    pieces.drain(first + 1..=last);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tag::Passages;

    /// Cuts where `|` stands, and nowhere else.
    #[track_caller]
    fn check(cut: &str) {
        let text = cut.replace('|', "");
        let found: Vec<String> = Passages::new(&text)
            .flat_map(|passage| {
                let clauses = clauses(&passage);
                clauses.into_iter().map(move |clause| passage.span(clause).of(passage.window.text))
            })
            .map(str::to_owned)
            .collect();
        let wanted: Vec<&str> = cut.split('|').map(str::trim).collect();
        assert_eq!(found, wanted);
    }

    #[test]
    fn a_clause_begins_with_what_comments_on_the_one_before() {
        check("The mayor left the hall, |which surprised the guests.");
        check("The bank closed two branches, |underscoring the decline of the district.");
        check("The lists are in, |a gesture that underscores the ties between the towns.");
        check("The law passed in May, |although the senate had doubts about it.");
        check("When the river rose in May, |the town built a wall.");
        check("The move is not merely ceremonial—|it reflects a change of course.");
        check("The plan failed: |a jar of milk, for example, is dear today.");
        check("The board met three builders, |one of whom has left the town.");
    }

    #[test]
    fn an_interrupted_clause_stays_whole() {
        check("This metaphor, laden with images, has pleased the public.");
        check("The gesture, which cost nothing, underscores the ties between the towns.");
        check("Two senators who were in close races, Holt and Mills of Dale, were there.");
        check("The vote came after Ada Holt, a friend of the mayor, was robbed in May.");
        check("Holt, a former clerk who was jailed for theft, died on Monday.");
        check("The bank raised its offer, |which the mill accepted, |but the town refused it.");
        check("Mills and Draper—a clerk who had raised doubts—gave way in the end.");
    }

    #[test]
    fn lists_and_openers_part_nothing() {
        check("On April 28, the president praised the soldiers, the leader and the people.");
        check("The market sells apples, pears, plums and bread.");
        check("Moreover, the ceremony was short.");
        check(
            "In May, the mayor’s praise of the soldiers, the leader and the people, and the parade that followed pleased the town.",
        );
        check("Ada Holt, the former mayor, and Nick Draper of Dale would close the mill.");
        check("She spoke with the clerk, with the guard, and with friends who were there.");
        check("The town lacks doctors, housing and schools.");
        check("The quake turned the ground into an ugly, roiling liquid.");
        check("Many towns were flooded, including the one on the hill.");
    }

    #[test]
    fn a_turn_needs_no_comma() {
        check("The mill was old |but it ran for years.");
        check("The race drew much money |but the spending was weaker than before.");
        check("The mayor left the hall |and he closed the door.");
        check("The mayor closed the hall and the school.");
        check("It was an old but useful mill.");
    }

    #[test]
    fn a_clause_that_leads_up_ends_where_the_main_one_begins() {
        check(
            "Though he knew the interests of Dale, |which had a say in Holm, |his party has not joined the board.",
        );
        check("When Ada Holt, the mayor, left the hall, |the guests were tired.");
        check("Last year he sold the mill, |and the town bought it.");
        check("More than nine mills were closed, |and the town lost its bread.");
        check(
            "Two men were jailed in May, |but the question of who told them to kill Holt has stayed open.",
        );
        check("He knew a clerk who sold the mill, |and who had no say in it.");
        check("The wind was strong, |and although it died down, |the rain went on.");
        check("When the verdict came, in May, |clapping could be heard.");
        check("On Monday, guards searched the mill, |trying to find two men, Dale Radio reported.");
    }
}
