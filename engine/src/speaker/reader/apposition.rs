//! Reads what stands behind a mention: brackets, a role in apposition, a relative clause.

use std::ops::Range;

use super::{BLANK, FULL_STOP, Reader};
use crate::lexicon::{self, Definiteness, Functions};
use crate::speaker::mention::{Form, Mention, Nature, Role};
use crate::speaker::noun::is_body;
use crate::tag::{Tag, VerbForm};

/// How far a mention may reach.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Extent {
    /// All of a source.
    Source,
    /// What is surely about it in its sentence.
    Sentence,
}

impl Reader<'_> {
    /// Reads what stands behind a mention (brackets, apposition, a relative clause) and gives where it ends.
    pub(super) fn behind(&self, mention: &mut Mention, limit: usize, extent: Extent) -> usize {
        let mut at = mention.tokens.end;
        if self.passage.tag(at) == Tag::POS && at < limit {
            at += 1;
            // *Putin’s praise for …*: nothing that follows is about Putin.
            return if extent == Extent::Source { limit } else { at };
        }
        let name = matches!(mention.form, Form::Name(_));
        if extent == Extent::Source {
            // *Smith of Ohio*.
            at = self.tail_end(at, limit);
        }
        loop {
            if at >= limit {
                return limit;
            }
            match self.passage.tag(at) {
                Tag::OpenBracket => {
                    let Some(close) = self.bracket_end(at, limit).map(|end| end - 1) else {
                        return at;
                    };
                    mention.party = mention.party.or_else(|| self.abbreviated_party(at + 1));
                    if close == at + 2 && self.is_acronym(at + 1) {
                        mention.acronym = Some(at + 1);
                    }
                    if let Form::Name(named) = &mut mention.form
                        && named.nature == Nature::Unclear
                        && self.is_ticker(at + 1..close)
                    {
                        named.nature = Nature::Body;
                    }
                    at = close + 1;
                }
                Tag::Comma => {
                    let Some(close) = self.apposition_end(at, limit, extent, mention) else {
                        return at;
                    };
                    if name {
                        mention.party = mention.party.or_else(|| self.abbreviated_party(at + 1));
                    }
                    if let Form::Name(named) = &mut mention.form
                        && named.nature == Nature::Unclear
                        && self.is_age(at + 1..close)
                    {
                        named.nature = Nature::Person;
                    }
                    if name || self.is_indefinite(at + 1) {
                        // *Smith of Acme, the car maker*: what is said of Acme is not said of Smith.
                        let of_tail = at > mention.tokens.end;
                        // *Smith, retired senator*, but *Smith, citing trust as a factor*.
                        let adverbial = matches!(
                            self.passage.tag(at + 1),
                            Tag::IN | Tag::VBN | Tag::VBG | Tag::RB | Tag::TO
                        );
                        let role = self.apposed_role(at + 1, close).filter(|role| {
                            let body = role.noun.is_of_body();
                            !(of_tail && body) && (!adverbial || role.noun.class.is_some())
                        });
                        mention.roles.extend(role);
                    }
                    at = close;
                }
                tag if tag.is_wh() && extent == Extent::Source => return limit,
                _ => return at,
            }
        }
    }

    /// Where the apposition behind the comma at `comma` ends; none where what follows is no apposition.
    pub(super) fn apposition_end(
        &self,
        comma: usize,
        limit: usize,
        extent: Extent,
        mention: &Mention,
    ) -> Option<usize> {
        let start = comma + 1;
        let first = self.passage.tag(start);
        if start >= limit {
            return None;
        }
        let reach = limit.min(start + LONGEST_APPOSITION);
        if first.is_wh() {
            return (extent == Extent::Source).then_some(limit);
        }
        let close = (start..reach)
            .find(|&at| {
                matches!(
                    self.passage.tag(at),
                    Tag::Comma | Tag::Stop | Tag::Colon | Tag::OpenQuote | Tag::CloseQuote
                ) || self.passage.tag(at).is_wh()
            })
            .unwrap_or(reach);
        let closed = close < reach || extent == Extent::Source;
        // *R-Ohio*, *D-Vt.*, *47*, *Va.*, *Jr.*, *Ohio*.
        let short = close <= start + 3
            && (first == Tag::CD
                || self.passage.word(start).get(1..2) == Some(HYPHEN)
                || self.passage.tag(start + 1) == Tag::HYPH
                || (close == start + 1 && self.passage.word(start).ends_with(FULL_STOP))
                || lexicon::located(&self.words(start..close).join(BLANK)));
        // *of Allentown, Pa.,*: where the full stop is a token of its own.
        let stop = close == start + 1
            && self.passage.tag(close) == Tag::Stop
            && self.passage.tag(close + 1) == Tag::Comma
            && self.is_name_word(start);
        if stop && close + 1 < limit {
            return Some(close + 1);
        }
        if short && closed {
            return Some(close);
        }
        let modifier = self.is_before_role(start);
        let from = if modifier { start + 1 } else { start };
        let finite = self
            .passage
            .chunks
            .groups_in(from..close)
            .iter()
            .any(|group| group.form == VerbForm::Finite && group.tokens.start >= from);
        let name = matches!(mention.form, Form::Name(_));
        let role = self.role_in(start, close);
        let described = first == Tag::DT
            || modifier
            || first.is_adjective()
            || matches!(first, Tag::NN | Tag::RB | Tag::PRPS | Tag::VBN)
            || self.is_partitive(start)
            // *Azzouz, Tunisia director of …,*; *Simon, media analyst at …,*
            || (matches!(first, Tag::NNP | Tag::NNS)
                && role.is_some_and(|(head, _)| self.is_common_role(head)))
            // *the Sandvik Bee, Norway’s oldest newspaper,*
            || role.is_some_and(|(head, _)| self.is_possessed(start, head))
            || (self.is_role(start) && !self.begins_person(start))
            || (self.is_role(start) && self.title_end(start).is_none())
            // *Smith, Vice President of …,* and *Smith, Harbour Board CEO,*
            || self.title_end(start).is_some_and(|(end, _)| self.passage.tag(end) == Tag::IN)
            || role.is_some_and(|(head, _)| self.ends_with_role(start, head, close));
        // In a source anything behind a comma describes who is named; elsewhere only a role surely does.
        let fitting = role.is_some_and(|(head, _)| {
            let folded = self.passage.folded(head);
            let known = lexicon::role(folded).is_some() || is_body(folded);
            let determined = first == Tag::DT || self.is_partitive(start);
            known || (determined && (extent == Extent::Source || self.is_indefinite(start)))
        });
        // *the driver, a plumber from Dale,*
        let told = name || self.is_indefinite(start);
        let fits = told && described && !finite && closed && fitting;
        if fits {
            return Some(close);
        }
        // *Smith, of Ohio,*; *a spot, titled “Arrogant,”*
        let modifier = matches!(first, Tag::IN | Tag::VBN | Tag::VBG | Tag::JJ | Tag::RB | Tag::TO);
        let modifier = modifier && !self.is_name_word(start);
        (modifier && extent == Extent::Source && !finite).then_some(close)
    }

    /// Where the bracket that opens at `at` ends.
    fn bracket_end(&self, at: usize, limit: usize) -> Option<usize> {
        let opens = at < limit && self.passage.tag(at) == Tag::OpenBracket;
        let reach = limit.min(at + LONGEST_BRACKET);
        let mut inside = at..reach;
        let close = inside.find(|&at| self.passage.tag(at) == Tag::CloseBracket);
        close.filter(|_| opens).map(|close| close + 1)
    }

    /// Whether the words are what stock exchanges call a firm: *Sandmoor (SMR.L)*, but *(R.I.)*.
    fn is_ticker(&self, tokens: Range<usize>) -> bool {
        let words = self.passage.span(tokens).of(self.passage.window.text);
        let inside = words.contains(FULL_STOP) && !words.ends_with(FULL_STOP);
        inside && words.starts_with(char::is_uppercase) && !words.contains(BLANK)
    }

    /// Whether the words are how old somebody is: *, 47,*.
    fn is_age(&self, tokens: Range<usize>) -> bool {
        tokens.len() == 1
            && self.passage.tag(tokens.start) == Tag::CD
            && self.passage.word(tokens.start).parse::<u8>().is_ok()
    }

    /// Whether a phrase that brings up someone new, or says what someone is, begins at `at`.
    fn is_indefinite(&self, at: usize) -> bool {
        lexicon::determiner(self.passage.folded(at)) == Some(Definiteness::Indefinite)
    }

    /// The role that an apposition gives.
    pub(super) fn apposed_role(&self, start: usize, close: usize) -> Option<Role> {
        let (head, from) = self.role_in(start, close)?;
        let close = if self.is_and(close.saturating_sub(1)) { close - 1 } else { close };
        let folded = self.passage.folded(head).to_owned();
        let noun = self.noun(&folded, from..head, head + 1..self.tail_end(head + 1, close));
        let gender = lexicon::role(&folded).and_then(|role| role.gender);
        Some(Role { tokens: from..close, noun, gender })
    }

    /// The head of the description in `start..close` and where the description begins, its determiner left
    /// out.
    pub(super) fn role_in(&self, start: usize, close: usize) -> Option<(usize, usize)> {
        let partitive = self.is_partitive(start);
        let mut from = if partitive { start + 2 } else { start };
        while from < close && (self.is_determiner(from) || self.passage.tag(from) == Tag::PRPS) {
            from += 1;
        }
        let begin = if partitive { start } else { from };
        from += usize::from(self.is_before_role(from));
        let mut end = self.core_end(from, close);
        if self.passage.tag(end) == Tag::POS && end < close {
            end = self.core_end(end + 1, close);
        }
        // *a law and economics professor*.
        if end > from && self.is_and(end) && !self.is_role(end - 1) && !self.is_determiner(end + 1)
        {
            let further = self.core_end(end + 1, close);
            let last = further.checked_sub(1).filter(|&last| last > end);
            let noun = |at| self.is_role(at) || is_body(self.passage.folded(at));
            end = if last.is_some_and(noun) { further } else { end };
        }
        // *Harbour Board (HB) chairman*.
        if let Some(inner) = self.bracket_end(end, close) {
            let further = self.core_end(inner, close);
            end = if further > inner { further } else { end };
        }
        let head = self.head(&(from..end))?;
        // A bare name is no role: *Smith, Jones and Brown*.
        let proper = self.is_name_word(head) && !self.is_role(head) && from == start;
        // *the agency, 18 states and …* is a list.
        let several =
            matches!(self.passage.tag(head), Tag::NNS | Tag::NNPS | Tag::CD) && !partitive;
        let role = (from..end).rev().find(|&at| self.is_role(at));
        (!proper && !several && end > from).then_some((role.unwrap_or(head), begin))
    }

    /// Whether the word says which role the noun behind it names, whatever its tag: *associate | director*. No verb has a role of
    /// one without a determiner for its object.
    fn is_before_role(&self, at: usize) -> bool {
        self.passage.tag(at).is_verb()
            && lexicon::role(self.passage.folded(at + 1)).is_some_and(|role| !role.plural)
    }

    /// Whether one of several is meant: *one of the leading voices*.
    fn is_partitive(&self, at: usize) -> bool {
        let of = lexicon::functions(self.passage.folded(at + 1)).does(Functions::OF);
        self.passage.tag(at) == Tag::CD && of
    }

    /// Whether the phrase from `start` on begins with whoever has what its head names, a common noun.
    fn is_possessed(&self, start: usize, head: usize) -> bool {
        let possessor = self.core_end(start, head);
        self.passage.tag(possessor) == Tag::POS && self.passage.tag(head) == Tag::NN
    }

    /// Whether the names from `start` on end with the noun for one person in a role, which nothing but what it is a role in
    /// follows.
    fn ends_with_role(&self, start: usize, head: usize, close: usize) -> bool {
        let one = lexicon::role(self.passage.folded(head)).is_some_and(|role| !role.plural);
        let field = head + 1 == close || self.passage.tag(head + 1) == Tag::IN;
        let person = lexicon::first_name(self.passage.folded(start)).is_some();
        one && field && head > start && !person && !self.begins_person(start)
    }

    /// Whether it is a noun for a role, and no title of a name.
    fn is_common_role(&self, at: usize) -> bool {
        self.is_role(at) && self.passage.tag(at) == Tag::NN
    }
}

const HYPHEN: &str = "-";
/// The longest apposition (in tokens) that is looked for.
const LONGEST_APPOSITION: usize = 30;
/// The longest bracket (in tokens) that is skipped behind a name: *(R-Ohio)*, *(now the Ministry of Defence)*.
const LONGEST_BRACKET: usize = 12;
