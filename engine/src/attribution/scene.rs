//! A window made ready for the detectors: where its cues may stand, who goes with them, where clauses end.

use std::ops::Range;

use super::certain;
use crate::lexicon::{self, CueVerb, Functions};
use crate::tag::chunk::{VerbForm, VerbGroup};
use crate::tag::{Passage, Tag};

/// A tagged window and the verbs in it that may be cues.
pub(crate) struct Scene<'p> {
    /// The window.
    pub(crate) passage: &'p Passage<'p>,
    /// The verbs that may be cues, in order; several for one verb with several entries.
    pub(crate) sites: Vec<Site>,
}

/// A verb that may be a cue.
#[derive(Clone, Debug)]
pub(crate) struct Site {
    /// The verb group with the fixed words of its entry: *has pointed out*.
    pub(crate) cue: Range<usize>,
    /// What the first verb of the group says of its clause.
    pub(crate) form: VerbForm,
    /// Whether the group is passive.
    pub(crate) passive: bool,
    /// The lexicon's entry.
    pub(crate) verb: &'static CueVerb,
    /// The sentence.
    pub(crate) sentence: Range<usize>,
    /// Its subject as a full noun phrase, where one is found.
    pub(crate) subject: Option<Range<usize>>,
    /// Whether the subject stands right before the verb, so that the two can be one piece of a frame.
    pub(crate) adjacent: bool,
}

impl<'p> Scene<'p> {
    /// Looks every verb of the window up.
    pub(crate) fn new(passage: &'p Passage<'p>) -> Self {
        let mut scene = Self { passage, sites: Vec::new() };
        for group in &passage.chunks.groups {
            let sentence = passage.sentence_of(group.head);
            // The longest come first: *point out* before *point*.
            let found = lexicon::cue_verb(passage.folded(group.head)).find_map(|form| {
                Some((form.verb, scene.fixed_words_end(group, form.verb, sentence.end)?))
            });
            let Some((verb, end)) = found else { continue };
            // *“I think so,”* reports nothing: the speaker of a quotation is not the author’s source.
            let first_person = subject_is_first_person(passage, group);
            if first_person && scene.quotation_at(group.head).is_some() {
                continue;
            }
            let (subject, adjacent) = scene.subject(group, &sentence);
            scene.sites.push(Site {
                cue: group.tokens.start..end,
                form: group.form,
                passive: group.passive,
                verb,
                sentence,
                subject,
                adjacent,
            });
        }
        scene
    }

    /// Where the fixed words of an entry (*point out*, *make clear*) end, if they stand behind the verb.
    fn fixed_words_end(&self, group: &VerbGroup, verb: &CueVerb, limit: usize) -> Option<usize> {
        let mut at = group.head + 1;
        for word in verb.rest {
            while at < limit && self.passage.folded(at) != *word && self.passage.tag(at).is_adverb()
            {
                at += 1;
            }
            if at >= limit || self.passage.folded(at) != *word {
                return None;
            }
            at += 1;
        }
        Some(at.max(group.tokens.end))
    }

    /// The tag at `at`.
    pub(crate) fn tag(&self, at: usize) -> Tag {
        self.passage.tag(at)
    }

    /// Whether the token is a function word that does this.
    pub(crate) fn does(&self, at: usize, function: Functions) -> bool {
        self.passage.does(at, function)
    }

    /// The outermost quotation that holds the token.
    pub(crate) fn quotation_at(&self, at: usize) -> Option<&Range<usize>> {
        self.passage.window.outermost_quotation_at(at)
    }

    /// The outermost quotation that begins at the token.
    pub(crate) fn quotation_from(&self, at: usize) -> Option<&Range<usize>> {
        self.quotation_at(at).filter(|quotation| quotation.start == at)
    }

    /// The outermost quotation that ends right before the token, a comma between them allowed.
    pub(crate) fn quotation_before(&self, at: usize) -> Option<&Range<usize>> {
        let before = at.checked_sub(1)?;
        let before = if self.tag(before) == Tag::Comma { before.checked_sub(1)? } else { before };
        self.quotation_at(before).filter(|quotation| quotation.end == before + 1)
    }

    /// Whether a quotation is one that someone utters, rather than a phrase taken up: it ends with a mark of
    /// its own or a comma follows, or it is long.
    pub(crate) fn is_utterance(&self, quotation: &Range<usize>) -> bool {
        let last = quotation.end.saturating_sub(2);
        let inner_end = matches!(self.tag(last), Tag::Comma | Tag::Stop | Tag::Colon);
        inner_end || self.tag(quotation.end) == Tag::Comma || quotation.len() > LONG_QUOTATION
    }

    /// The subject of a verb group as a full noun phrase, and whether it stands right before the verb.
    fn subject(&self, group: &VerbGroup, sentence: &Range<usize>) -> (Option<Range<usize>>, bool) {
        let start = group.tokens.start;
        let finite = group.form == VerbForm::Finite;
        if let Some(subject) = self.phrase_ending(start, sentence.start) {
            let objective = self.does(subject.start, Functions::OBJECTIVE);
            // *both praising and …*: a determiner alone goes with what follows.
            let determiner = subject.len() == 1 && self.tag(subject.start) == Tag::DT;
            let gerund = group.form == VerbForm::Gerund && !determiner;
            if (finite || gerund || group.form == VerbForm::Bare) && !objective {
                return (Some(subject), true);
            }
        }
        (self.borrowed_subject(group, sentence), false)
    }

    /// The subject that a verb shares with another: *He rose and said*, *rose, saying*, *By saying so, he*.
    fn borrowed_subject(&self, group: &VerbGroup, sentence: &Range<usize>) -> Option<Range<usize>> {
        let earlier = self.passage.chunks.groups_in(sentence.start..group.tokens.start);
        let lenders = earlier.iter().rev().filter(|other| {
            other.form == VerbForm::Finite
                && other.tokens.end <= group.tokens.start
                && self.quotation_at(other.head) == self.quotation_at(group.head)
        });
        // *He said it was late and added*: a cue in the same tense lends before a verb that is nearer.
        let is_cue = |other: &&VerbGroup| {
            self.tag(other.head) == self.tag(group.head)
                && self.sites.iter().any(|site| site.cue.contains(&other.head))
        };
        if let Some(lender) = lenders.clone().find(is_cue).or_else(|| lenders.clone().next()) {
            return self.subject(lender, sentence).0;
        }
        if group.form == VerbForm::Finite {
            return None;
        }
        // *Describing it as …, Smith left*: the subject of the main clause behind the comma.
        let later = self.passage.chunks.groups_in(group.tokens.end..sentence.end);
        let main = later.iter().filter(|other| other.form == VerbForm::Finite).find_map(|other| {
            let phrase = self.phrase_ending(other.tokens.start, sentence.start)?;
            let fronted = phrase.start > group.tokens.end && self.comma_before(phrase.start);
            fronted.then_some(phrase)
        });
        // *Smith’s praise, describing …*: the participle’s subject is whoever praises.
        main.or_else(|| {
            let before =
                group.tokens.start.checked_sub(1).filter(|&b| self.tag(b) == Tag::Comma)?;
            let phrase = self.phrase_ending(before, sentence.start)?;
            let first = self.passage.chunks.phrase_from(phrase.start)?;
            match &first.possessor {
                Some(possessor) if lexicon::cue_noun(self.passage.folded(first.head)).is_some() => {
                    Some(possessor.clone())
                }
                _ => Some(phrase),
            }
        })
    }

    /// Whether a comma stands right before, a closing quotation mark behind it allowed: *…,” he*.
    pub(crate) fn comma_before(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1) else { return false };
        self.tag(before) == Tag::Comma
            || (self.tag(before) == Tag::CloseQuote
                && before.checked_sub(1).is_some_and(|inner| self.tag(inner) == Tag::Comma))
    }

    /// The full noun phrase that ends right before `end`: with *of* and other prepositional phrases, what
    /// stands in apposition, and coordinated phrases.
    pub(crate) fn phrase_ending(&self, end: usize, floor: usize) -> Option<Range<usize>> {
        let before = end.checked_sub(1).filter(|&before| before >= floor)?;
        match self.tag(before) {
            Tag::Comma | Tag::Colon | Tag::CloseBracket => {
                let open = self.insertion_start(before, floor)?;
                let start = self.extend_left(open, floor)?;
                Some(start..before + usize::from(self.tag(before) == Tag::CloseBracket))
            }
            _ => Some(self.extend_left(end, floor)?..end),
        }
    }

    /// Where an insertion that closes at `close` opens: the comma, dash or bracket before it.
    fn insertion_start(&self, close: usize, floor: usize) -> Option<usize> {
        let from = floor.max(close.saturating_sub(LONGEST_INSERTION));
        let opens = |tag: Tag| match self.tag(close) {
            Tag::CloseBracket => tag == Tag::OpenBracket,
            closing => tag == closing,
        };
        let open = (from..close).rev().find(|&at| opens(self.tag(at)))?;
        if self.tag(close) == Tag::CloseBracket {
            return Some(open);
        }
        if self.quotation_at(open) != self.quotation_at(close) {
            return None;
        }
        let relative = self.tag(open + 1).is_wh()
            || (self.tag(open + 1) == Tag::IN && self.tag(open + 2).is_wh());
        let clause = self.has_finite_verb(open + 1..close);
        // Only a relative clause may hold a verb; *On Monday, he said, …* is no apposition.
        let fits = relative || (!clause && self.is_apposition(open + 1..close));
        fits.then_some(open)
    }

    /// Whether a stretch can stand in apposition to the noun before it.
    fn is_apposition(&self, range: Range<usize>) -> bool {
        let first = self.tag(range.start);
        range.len() > 1
            && (first.is_noun()
                || first.is_adjective()
                || matches!(
                    first,
                    Tag::DT | Tag::PRPS | Tag::VBN | Tag::VBG | Tag::RB | Tag::RBS | Tag::IN
                ))
            || (range.len() == 1
                && (self.tag(range.start) == Tag::CD || first.is_name() || first.is_noun()))
    }

    /// Whether a stretch holds a finite verb.
    pub(crate) fn has_finite_verb(&self, range: Range<usize>) -> bool {
        has_finite_verb(self.passage, range)
    }

    /// Where the full noun phrase that ends before `end` begins.
    fn extend_left(&self, end: usize, floor: usize) -> Option<usize> {
        let chunks = &self.passage.chunks;
        let end = match self.tag(end.checked_sub(1)?) {
            Tag::CloseBracket => self.insertion_start(end - 1, floor)?,
            _ => end,
        };
        let mut start = chunks.phrase_before(end)?.tokens.start;
        while start > floor {
            let before = start - 1;
            let tag = self.tag(before);
            let preposition = matches!(tag, Tag::IN | Tag::TO)
                && !lexicon::subordinator(self.passage.folded(before));
            let joined = if preposition || tag == Tag::CC {
                chunks.phrase_before(self.quoted_object_start(before, floor))
            } else {
                None
            };
            let Some(phrase) = joined else { break };
            // A coordinated phrase is part of the subject when nothing before it can govern it.
            let governed = tag == Tag::CC
                && phrase.tokens.start > floor
                && !self.opens_clause(phrase.tokens.start - 1);
            let pronoun = self.tag(phrase.head) == Tag::PRP || self.tag(phrase.head).is_wh();
            if governed || (preposition && pronoun) || phrase.tokens.start < floor {
                break;
            }
            start = phrase.tokens.start;
        }
        Some(start)
    }

    /// Where the prepositional phrase with a quoted object begins that ends at `end` (*emphasis | on “work” |
    /// by him*); `end` itself when none does.
    fn quoted_object_start(&self, end: usize, floor: usize) -> usize {
        let Some(quotation) = end.checked_sub(1).and_then(|last| self.quotation_at(last)) else {
            return end;
        };
        let preposition = quotation.start.checked_sub(1).filter(|&at| at >= floor);
        match preposition {
            Some(at) if quotation.end == end && self.tag(at) == Tag::IN => at,
            _ => end,
        }
    }

    /// Whether a new clause can begin behind the token.
    pub(crate) fn opens_clause(&self, at: usize) -> bool {
        let tag = self.tag(at);
        tag.is_punctuation()
            || tag == Tag::CC
            || tag.is_wh()
            || (tag == Tag::IN && lexicon::subordinator(self.passage.folded(at)))
    }

    /// The full noun phrase that begins at `start`: with prepositional phrases, brackets and what stands in
    /// apposition behind it.
    pub(crate) fn phrase_starting(&self, start: usize, limit: usize) -> Option<Range<usize>> {
        let chunks = &self.passage.chunks;
        let mut end = chunks.phrase_from(start)?.tokens.end.min(limit);
        loop {
            let tag = self.tag(end);
            if end >= limit {
                break;
            }
            let next = match tag {
                Tag::IN | Tag::TO if !lexicon::subordinator(self.passage.folded(end)) => {
                    chunks.phrase_from(end + 1).map(|phrase| phrase.tokens.end)
                }
                Tag::CC => chunks
                    .phrase_from(end + 1)
                    .filter(|phrase| !self.verb_follows(phrase.tokens.end))
                    .map(|phrase| phrase.tokens.end),
                Tag::POS => Some(end + 1),
                Tag::OpenBracket => (end..limit.min(end + LONGEST_INSERTION))
                    .find(|&at| self.tag(at) == Tag::CloseBracket)
                    .map(|at| at + 1),
                Tag::Comma => self.apposition_end(end, limit),
                _ => None,
            };
            match next.filter(|&next| next <= limit) {
                Some(next) => end = next,
                None => break,
            }
        }
        Some(start..end)
    }

    fn verb_follows(&self, at: usize) -> bool {
        self.passage.chunks.group_at(at).is_some_and(|group| group.form == VerbForm::Finite)
    }

    /// Where the apposition behind the comma at `comma` ends, if there is one.
    fn apposition_end(&self, comma: usize, limit: usize) -> Option<usize> {
        let reach = limit.min(comma + LONGEST_INSERTION);
        let close = (comma + 1..reach)
            .find(|&at| {
                matches!(
                    self.tag(at),
                    Tag::Comma | Tag::Stop | Tag::Colon | Tag::OpenQuote | Tag::CloseQuote
                )
            })
            .unwrap_or(reach);
        let inner = comma + 1..close;
        let relative = self.tag(inner.start).is_wh();
        let noun = self.tag(inner.start).is_noun()
            || self.tag(inner.start).is_adjective()
            || matches!(self.tag(inner.start), Tag::DT | Tag::PRPS | Tag::CD);
        let fits = !inner.is_empty()
            && ((relative && self.tag(inner.start) != Tag::WRB)
                || (noun && !self.has_finite_verb(inner.clone())));
        fits.then_some(close)
    }

    /// Where the clause that begins at `from` ends: at the end of its sentence, or before what belongs to
    /// the clause around it. A quotation that begins inside is kept whole.
    pub(crate) fn clause_end(&self, from: usize, limit: usize) -> usize {
        let mut at = from;
        while at < limit {
            if let Some(quotation) = self.quotation_at(at) {
                // Inside one that began earlier its end is the clause's.
                if quotation.start < from {
                    return quotation.end.min(self.trimmed(from, limit.min(quotation.end)));
                }
                at = quotation.end;
                continue;
            }
            match self.tag(at) {
                Tag::Comma if self.insertion_follows(at + 1, limit) => return at,
                Tag::Colon if self.passage.word(at) == ";" => return at,
                Tag::CC if self.coordinated_cue(at) => {
                    let comma =
                        at.checked_sub(1).filter(|&b| self.tag(b) == Tag::Comma && b > from);
                    return comma.unwrap_or(at);
                }
                _ => {}
            }
            at += 1;
        }
        self.trimmed(from, at.min(limit.max(from)))
    }

    /// Where the clause that ends at `end` begins: at the head of its sentence, or behind an earlier clause
    /// that has a cue of its own.
    pub(crate) fn clause_start(&self, floor: usize, end: usize) -> usize {
        let mut start = floor;
        // A conjunction at the head links to the sentence before.
        while start < end && (self.tag(start) == Tag::CC || self.tag(start) == Tag::Comma) {
            start += 1;
        }
        (start..end).rev().find(|&at| self.passage.word(at) == ";").map_or(start, |at| at + 1)
    }

    /// The end of a stretch without the marks that end its sentence.
    pub(crate) fn trimmed(&self, from: usize, end: usize) -> usize {
        let mut end = end;
        while end > from
            && matches!(self.tag(end - 1), Tag::Stop | Tag::Comma | Tag::Colon)
            && self.quotation_at(end - 1).is_none()
        {
            end -= 1;
        }
        end
    }

    /// Whether what follows a comma is someone’s name and a cue, or *according to*, or a participle that is a
    /// cue: then the clause before the comma is over.
    fn insertion_follows(&self, at: usize, limit: usize) -> bool {
        if certain::phrase_at(self, at, limit).is_some() || self.sums_up(at, limit) {
            return true;
        }
        self.sites.iter().any(|site| {
            let participle = site.form == VerbForm::Gerund && site.cue.start == at;
            let inserted = site.adjacent
                && site.form == VerbForm::Finite
                && site.cue.end <= limit
                && site.subject.as_ref().is_some_and(|subject| subject.start == at)
                && matches!(self.tag(site.cue.end), Tag::Comma | Tag::Stop);
            (participle && site.verb.frames.that()) || inserted
        })
    }

    /// Whether what follows a comma sums up the clause before it in a noun of the author’s: *…, a gesture that
    /// underscores …*
    pub(crate) fn sums_up(&self, at: usize, limit: usize) -> bool {
        if self.tag(at) != Tag::DT {
            return false;
        }
        self.passage.chunks.phrase_from(at).is_some_and(|phrase| {
            phrase.tokens.end < limit
                && lexicon::summative_noun(self.passage.folded(phrase.head))
                && (self.tag(phrase.tokens.end).is_wh()
                    || self.does(phrase.tokens.end, Functions::THAT))
        })
    }

    /// Whether *and* or *but* at `at` leads to another cue of the same subject: *said so and added*.
    fn coordinated_cue(&self, at: usize) -> bool {
        let Some(group) = self.passage.chunks.group_at(at + 1) else { return false };
        group.tokens.start == at + 1
            && self.tag(group.tokens.start) != Tag::MD
            && group.form == VerbForm::Finite
            && lexicon::cue_verb(self.passage.folded(group.head)).next().is_some()
    }
}

/// Whether a stretch holds a finite verb.
pub(crate) fn has_finite_verb(passage: &Passage<'_>, range: Range<usize>) -> bool {
    let groups = passage.chunks.groups_in(range.clone());
    groups.iter().any(|group| group.form == VerbForm::Finite && range.contains(&group.head))
}

/// Whether the word right before a verb is *I* or *we*.
fn subject_is_first_person(passage: &Passage<'_>, group: &VerbGroup) -> bool {
    group.tokens.start.checked_sub(1).is_some_and(|before| passage.does(before, Functions::SPEAKER))
}

/// The longest apposition or relative clause (in tokens) that is looked for between a name and its verb.
const LONGEST_INSERTION: usize = 40;

/// A quotation of more tokens than this, marks included, is an utterance even without a mark of its own:
/// *the “most important election of our lifetime”* has eight and is a phrase taken up.
const LONG_QUOTATION: usize = 9;
