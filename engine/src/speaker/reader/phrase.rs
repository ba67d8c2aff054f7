//! Where the words of a name or a description end: *the Department of Justice*, but *Smith | of Ohio*.

use std::ops::Range;

use super::Reader;
use super::word::AMPERSAND;
use crate::lexicon::{self, Functions, NamePart};
use crate::tag::Tag;

impl Reader<'_> {
    /// Where the nouns, names and adjectives that begin at `start` end; before an *’s*.
    pub(super) fn core_end(&self, start: usize, limit: usize) -> usize {
        let mut at = start;
        while at < limit {
            let tag = self.passage.tag(at);
            let title = self.title_end(at).filter(|(end, _)| *end <= limit);
            // *peers | such as …*, *one of the experts | President Smith turned to*.
            let plural = at > start && self.passage.tag(at - 1) == Tag::NNS;
            if plural && (title.is_some() || tag.is_adjective()) {
                break;
            }
            // *Secretary of State*.
            if let Some((end, _)) = title {
                at = end;
                continue;
            }
            let nominal = tag.is_noun()
                || tag.is_adjective()
                || matches!(tag, Tag::CD | Tag::Currency | Tag::FW | Tag::HYPH | Tag::SYM)
                || self.is_name_word(at);
            let modifier = matches!(tag, Tag::VBN | Tag::VBG | Tag::RB | Tag::RBR | Tag::RBS)
                && self.nominal_follows(at, limit);
            let glue = at > start && self.joins_name(at, start, limit);
            if !(nominal || modifier || glue) || (self.is_lone_mark(at) && !glue) {
                break;
            }
            at += 1;
        }
        // What only modifies does not end a phrase.
        while at > start
            && matches!(self.passage.tag(at - 1), Tag::HYPH | Tag::Currency)
            && !self.is_name_word(at - 1)
        {
            at -= 1;
        }
        // *the Ministry of Defence | Thursday*.
        while at > start + 1 && self.is_day(at - 1) {
            at -= 1;
        }
        at
    }

    /// Where the prepositional phrases behind a common noun end.
    pub(super) fn tail_end(&self, from: usize, limit: usize) -> usize {
        let mut end = from;
        while end < limit && self.passage.tag(end) == Tag::IN {
            if lexicon::subordinator(self.passage.folded(end)) {
                break;
            }
            let mut at = end + 1;
            while at < limit && (self.is_determiner(at) || self.passage.tag(at) == Tag::PRPS) {
                at += 1;
            }
            let close = self.core_end(at, limit);
            // *jurors | on Thursday night*, *a judge | in 2016*, but *the class of 2016*.
            let of = lexicon::functions(self.passage.folded(end)).does(Functions::OF);
            let year = close == at + 1 && self.passage.tag(at) == Tag::CD && !of;
            if self.is_day(at) || year {
                break;
            }
            // *one of them*
            let pronoun = close == at && at < limit && self.passage.tag(at) == Tag::PRP;
            if close == at && !pronoun {
                break;
            }
            end = close + usize::from(pronoun);
            if self.passage.tag(end) == Tag::POS && end < limit {
                let next = self.core_end(end + 1, limit);
                end = next.max(end + 1).min(limit);
            }
        }
        end
    }

    /// The last noun of a phrase.
    pub(super) fn head(&self, core: &Range<usize>) -> Option<usize> {
        let noun =
            core.clone().rev().find(|&at| self.passage.tag(at).is_noun() || self.is_name_word(at));
        noun.or_else(|| core.clone().next_back())
    }

    pub(super) fn joins(&self, at: usize, core: &Range<usize>) -> bool {
        at > core.start && at + 1 < core.end && self.joins_name(at, core.start, core.end)
    }

    /// Whether the word at `at` stands between two parts of one name: Department *of* Justice, Bill *de*
    /// Blasio, Johnson *&* Johnson.
    pub(super) fn joins_name(&self, at: usize, start: usize, limit: usize) -> bool {
        let particle = |at| lexicon::name_part(self.passage.folded(at)) == Some(NamePart::Particle);
        // Anneke *van den* Berg.
        if particle(at) {
            let before = (start..at).rev().find(|&at| !particle(at));
            let behind = (at..limit).find(|&at| !particle(at));
            return [before, behind].iter().all(|end| end.is_some_and(|at| self.is_name_word(at)));
        }
        let next = at + 1;
        let in_article = self.passage.tag(at) == Tag::DT && self.passage.tag(at - 1) == Tag::IN;
        if next >= limit || !(self.is_name_word(at - 1) || in_article) {
            return false;
        }
        let folded = self.passage.folded(at);
        if folded == AMPERSAND && self.is_name_word(next) {
            return true;
        }
        // Up to a preposition and an article: University *of the* Arts, Fight *for* $15.
        let article = in_article && self.is_name_word(next);
        let preposition = self.passage.tag(at) == Tag::IN
            && (self.is_name_word(next)
                || self.passage.tag(next) == Tag::Currency
                || (self.passage.tag(next) == Tag::DT
                    && next + 1 < limit
                    && self.is_name_word(next + 1)));
        let conjunction = self.passage.tag(at) == Tag::CC && self.is_name_word(next);
        if self.passage.tag(at) == Tag::Comma {
            return self.lists_fields(start..at, limit);
        }
        if !(article || preposition || conjunction) {
            return false;
        }
        self.takes_complement(start..at, conjunction)
    }

    /// Whether the name before a comma goes on with further fields of the same organisation: *Ministry of Health|, Labour and
    /// Sport*, *the Weather, Climate and Tide Agency*.
    fn lists_fields(&self, name: Range<usize>, limit: usize) -> bool {
        let comma = name.end;
        let first = name.clone().find(|&at| self.is_name_word(at)).unwrap_or(name.end);
        let mut at = comma + 1;
        while at < limit && self.is_field(at) {
            at += 1;
            if self.passage.tag(at) == Tag::Comma && self.is_field(at + 1) {
                at += 1;
            }
        }
        let listed = at > comma + 1 && at + 1 < limit.max(at + 2);
        if !listed || self.passage.tag(at) != Tag::CC || at >= limit {
            return false;
        }
        if self.is_of_organisation(first..name.end) {
            return self.is_field(at + 1);
        }
        self.ends_with_organisation(at + 1)
            && self.is_determined(name.start)
            && (first..name.end).all(|at| self.is_field(at))
    }

    /// Whether a name begins with a noun for an organisation and *of* or *for*: *Centre for Water*.
    fn is_of_organisation(&self, name: Range<usize>) -> bool {
        let preposition = name.clone().find(|&at| self.passage.tag(at) == Tag::IN);
        let Some(last) = preposition.and_then(|at| at.checked_sub(1)) else { return false };
        let folded = self.passage.folded(last);
        // *the University of Oslo and …* is over.
        let over = name
            .end
            .checked_sub(1)
            .is_some_and(|at| lexicon::located(self.passage.folded(at)) || self.is_acronym(at));
        !over && (lexicon::organisation_word(folded) || lexicon::body(folded).is_some())
    }

    /// Whether the names from `at` on end with the noun for an organisation: *and | Tide Agency*.
    fn ends_with_organisation(&self, at: usize) -> bool {
        let last = (at..).take_while(|&at| self.is_name_word(at)).last();
        last.is_some_and(|last| {
            last > at && lexicon::organisation_word(self.passage.folded(last)) && self.is_field(at)
        })
    }

    /// Whether the acronym in brackets behind the names around *and* spells them all: *Tide and Harbour Board (THB)*.
    fn is_spelt_behind(&self, and: usize) -> bool {
        let end = (and + 1..).find(|&at| !self.is_name_word(at)).unwrap_or(and + 1);
        let spelt = self.passage.tag(end) == Tag::OpenBracket
            && self.is_acronym(end + 1)
            && self.passage.tag(end + 2) == Tag::CloseBracket;
        let initial = |at: usize| self.passage.folded(at).chars().next();
        let before = (0..and).rev().take_while(|&at| self.is_name_word(at));
        let names = (and + 1..end).rev().chain(before);
        let letters: Vec<char> = self.passage.folded(end + 1).chars().rev().collect();
        let spells = names.map(initial).take(letters.len()).eq(letters.iter().copied().map(Some));
        spelt && letters.len() > end - and - 1 && spells
    }

    /// Whether an article or a possessor stands before `at`.
    fn is_determined(&self, at: usize) -> bool {
        let before = at.checked_sub(1).map(|before| self.passage.tag(before));
        matches!(before, Some(Tag::DT | Tag::POS | Tag::PRPS))
    }

    /// Whether the word with a capital can say what an organisation is about, since it is nobody’s name, nor that of a place or of
    /// another organisation.
    fn is_field(&self, at: usize) -> bool {
        let folded = self.passage.folded(at);
        self.is_name_word(at)
            && !self.is_acronym(at)
            && !self.begins_person(at)
            && lexicon::first_name(folded).is_none()
            && !lexicon::located(folded)
            && !lexicon::firm(folded)
            && !lexicon::organisation_word(folded)
            && !self.stands_alone_elsewhere(at)
    }

    /// Whether the name stands elsewhere in the passage without *and* or a comma before it, as that of somebody would.
    fn stands_alone_elsewhere(&self, at: usize) -> bool {
        let folded = self.passage.folded(at);
        (1..self.passage.len()).any(|other| {
            other != at
                && self.passage.folded(other) == folded
                && self.passage.tag(other).is_name()
                && !matches!(self.passage.tag(other - 1), Tag::CC | Tag::Comma)
        })
    }

    /// Whether the name before a preposition or *and* is that of an organisation, so that they are part of it:
    /// *Department of*, but *Smith of*.
    pub(super) fn takes_complement(&self, name: Range<usize>, conjunction: bool) -> bool {
        let first = name.clone().find(|&at| self.is_name_word(at));
        let Some(first) = first else { return false };
        let name = first..name.end;
        let folded: Vec<&str> = name.clone().map(|at| self.passage.folded(at)).collect();
        let has_preposition = name.clone().any(|at| self.passage.tag(at) == Tag::IN);
        if conjunction {
            // *Department of Health and Human Services*, but *the Department of Justice and Smith*.
            if self.begins_person(name.end + 1) {
                return false;
            }
            let last = (name.end + 1..).take_while(|&at| self.is_name_word(at)).last();
            let organisation = last.is_some_and(|last| {
                last > name.end + 1 && lexicon::organisation_word(self.passage.folded(last))
            });
            // *the Central and East European Coalition*.
            let begun = folded.last().is_some_and(|last| lexicon::body(last).is_some());
            let article = self.is_determined(name.start);
            // *Centre for Water and Forests*.
            let field = self.is_of_organisation(name.clone()) && self.is_field(name.end + 1);
            return self.is_spelt_behind(name.end)
                || (has_preposition && (field || self.passage.tag(name.end + 2).is_name()))
                || (organisation && article && !begun);
        }
        // *The Committee for|* a Responsible Budget.
        let bare =
            if self.passage.tag(name.end - 1) == Tag::IN { folded.len() - 1 } else { folded.len() };
        let last =
            bare.checked_sub(1).and_then(|last| folded.get(last)).copied().unwrap_or_default();
        let organisation = lexicon::organisation_word(last) || lexicon::body(last).is_some();
        // *Office for the Coordination of Harbour Affairs*.
        let of = lexicon::functions(self.passage.folded(name.end)).does(Functions::OF);
        let further = of && name.len() > 2 && self.is_of_organisation(name.clone());
        if further {
            return true;
        }
        let base_verb = name.len() == 1
            && !self.begins_person(first)
            && lexicon::role(last).is_none()
            && self.passage.tag(name.end + 1) == Tag::Currency;
        organisation || base_verb
    }

    /// Whether a person’s name with its title or first name begins at `at`.
    pub(super) fn begins_person(&self, at: usize) -> bool {
        let folded = self.passage.folded(at);
        self.title_end(at).is_some()
            || lexicon::role(folded).is_some()
            || (lexicon::first_name(folded).is_some() && self.is_name_word(at + 1))
    }

    pub(super) fn nominal_follows(&self, at: usize, limit: usize) -> bool {
        let next = at + 1;
        next < limit
            && (self.passage.tag(next).is_noun()
                || self.passage.tag(next).is_adjective()
                || matches!(self.passage.tag(next), Tag::VBN | Tag::VBG))
            && !self.passage.tag(at).is_finite()
    }

    pub(super) fn words(&self, tokens: Range<usize>) -> Vec<&str> {
        tokens.map(|at| self.passage.folded(at)).collect()
    }
}
