//! Reads noun phrases as mentions: the mentions that a source is made of, and those of the author’s text.

mod word;
mod phrase;
mod name;
mod description;
mod apposition;

use std::ops::Range;

use super::mention::{Form, Mention, Nature};
use super::noun::{can_speak, is_body};
use crate::lexicon::{self, Definiteness, RoleClass};
use crate::tag::{Passage, Tag};
use apposition::Extent;

/// Reads the mentions of a passage.
pub(super) struct Reader<'p> {
    passage: &'p Passage<'p>,
    /// Words that are names though they do not look it: at the head of a sentence, whatever their tags (*Sharples has gone*),
    /// and months (*Theresa May*).
    known: Vec<usize>,
}

impl<'p> Reader<'p> {
    /// `is_known` says whether a word names someone already.
    pub(super) fn new(passage: &'p Passage<'p>, is_known: impl Fn(&str) -> bool) -> Self {
        let mut reader = Self { passage, known: Vec::new() };
        let months = || (0..passage.len()).filter(|&at| reader.may_be_no_month(at));
        let called: Vec<&str> =
            months().filter(|&at| reader.is_called(at)).map(|at| passage.folded(at)).collect();
        let months = months().filter(|&at| {
            let word = passage.folded(at);
            called.contains(&word) || is_known(word)
        });
        let begin = passage.window.sentences.iter().map(|sentence| sentence.start);
        let begin = begin.filter(|&at| {
            let known = || reader.is_name_elsewhere(at) || is_known(passage.folded(at));
            reader.may_be_known(at) && known()
        });
        reader.known = begin.chain(months).collect();
        reader
    }

    /// The mentions that a source is made of: several for *Smith and Jones*. Where nothing in it can be read
    /// as a phrase, none.
    pub(super) fn source(&self, range: Range<usize>) -> Vec<Mention> {
        let unnamed = self.is_unnamed(&range);
        let mut mentions: Vec<Mention> = Vec::new();
        // Whether nothing but a comma parts this mention from the last.
        let mut apposed = false;
        // Whether *and* does.
        let mut joined = false;
        // Where the words before *and* begin that modify what follows it.
        let mut modifying: Option<usize> = None;
        let mut at = range.start;
        while at < range.end {
            let Some(mut mention) = self.mention(at, range.end) else {
                at += 1;
                continue;
            };
            let mut close = self.behind(&mut mention, range.end, Extent::Source);
            if unnamed && matches!(mention.form, Form::Description(_)) {
                mention.unnamed = true;
            }
            let unknown = self.is_unknown_word(&mention);
            if unknown {
                let tokens = mention.tokens.clone();
                mention = self.plain_name(tokens.start, tokens, None);
            }
            // *the former secretary of state and current nominee* is one person.
            let continued = joined && mentions.last().is_some_and(|last| continues(last, &mention));
            if continued {
                // *the chairman and CEO, Ann Lee*
                apposed = self.passage.tag(close) == Tag::Comma;
                at = close + usize::from(apposed);
                joined = false;
                continue;
            }
            // *state and local leaders*: the first word modifies what follows *and*.
            let modifies = self.is_and(close)
                && close + 1 < range.end
                && matches!(&mention.form, Form::Description(description)
                    if !description.plural
                        && description.definiteness.is_none()
                        && !can_speak(&description.noun.head));
            if modifies || self.shares_role(&mention, close, range.end) {
                modifying = modifying.or(Some(mention.tokens.start));
                at = close + 1;
                continue;
            }
            // *state | and local leaders*, but *money | and a star*.
            if let (Some(start), Form::Description(_)) = (modifying.take(), &mention.form)
                && !self.is_determiner(at)
            {
                mention.tokens.start = start;
            }
            // *polls in Ohio and Florida*: a place behind a preposition goes on.
            while close > mention.core_end && close + 1 < range.end {
                let comma = self.passage.tag(close) == Tag::Comma;
                // *polls in Ohio, Iowa, and Florida*.
                let next = close + 1 + usize::from(comma && self.is_and(close + 1));
                let place = self.core_end(next, range.end);
                let goes_on = comma || self.is_and(close);
                if !goes_on || !lexicon::located(&self.words(next..place).join(BLANK)) {
                    break;
                }
                close = place;
            }
            let introduced = mentions.last_mut().filter(|last| {
                (apposed && introduces(last, &mention)) || (joined && leads_to(last, &mention))
            });
            match introduced {
                // *the senator, John Smith*: one person, described and named.
                Some(last) => {
                    let described = std::mem::replace(last, mention);
                    last.introduced_by(described);
                }
                None => mentions.push(mention),
            }
            // Another speaker only follows *and*, *or* or a comma.
            let parted = close;
            while close < range.end && (self.passage.tag(close) == Tag::Comma || self.is_and(close))
            {
                close += 1;
            }
            if close == parted || close >= range.end || self.passage.tag(close).is_wh() {
                break;
            }
            joined = (parted..close).any(|at| self.is_and(at));
            apposed = !joined;
            at = close;
        }
        // A name that was taken for a verb.
        let capitals = |at| self.passage.word(at).starts_with(char::is_uppercase);
        if mentions.is_empty() && range.clone().all(capitals) {
            mentions.push(self.plain_name(range.start, range, None));
        }
        mentions
    }

    /// Whether what stands before *and* modifies the noun behind it, too: *Danish | and Swedish officials*, *a law | and economics
    /// professor*, *the mines | and harbours agency*. A role of one by itself has a determiner, so that the one before *and* is its own.
    fn shares_role(&self, mention: &Mention, and: usize, limit: usize) -> bool {
        if !self.is_and(and) || and + 1 >= limit || self.is_determiner(and + 1) {
            return false;
        }
        let end = self.core_end(and + 1, limit);
        let Some(head) = self.head(&(and + 1..end)) else { return false };
        let folded = self.passage.folded(head);
        let role = lexicon::role(folded);
        let first = mention.tokens.end - 1;
        let body = lexicon::body(folded).is_some() && !self.is_name_word(first);
        if role.is_none() && !body {
            return false;
        }
        let adjective = mention.tokens.len() == 1
            && lexicon::demonym(self.passage.folded(first)).is_some()
            && lexicon::demonym(self.passage.folded(and + 1)).is_some()
            && self.passage.tag(first).is_adjective();
        let determined = self.is_determiner(mention.tokens.start)
            && matches!(&mention.form, Form::Description(_))
            && role.is_none_or(|role| !role.plural)
            && self.is_common(head)
            && !can_speak(self.passage.folded(first));
        adjective || determined
    }

    /// Whether the word is a noun in the singular, and no name.
    fn is_common(&self, at: usize) -> bool {
        self.passage.tag(at) == Tag::NN
    }

    /// Whether a source is one word with a capital that is no noun for a source: a name whatever its tag.
    fn is_unknown_word(&self, mention: &Mention) -> bool {
        let Form::Description(description) = &mention.form else { return false };
        let head = description.noun.head.as_str();
        let first = self.passage.tag(mention.tokens.start);
        mention.tokens.len() == 1
            && self.passage.word(mention.tokens.start).starts_with(char::is_uppercase)
            && matches!(first, Tag::NN | Tag::NNP | Tag::JJ | Tag::FW)
            && !can_speak(head)
            && lexicon::cue_noun(head).is_none()
            && lexicon::unnamed(head).is_empty()
    }

    /// The mention that begins at `at`, as the author’s text has it, and where its apposition ends.
    pub(super) fn beginning_at(&self, at: usize, limit: usize) -> Option<(Mention, usize)> {
        let mut mention = self.mention(at, limit)?;
        let close = self.look_behind(&mut mention, limit);
        Some((mention, close))
    }

    /// Reads what the author’s text says behind a mention and gives where that ends: *Smith*|, a senator from
    /// Ohio, |said; *the senator*|, John Smith, |said.
    pub(super) fn look_behind(&self, mention: &mut Mention, limit: usize) -> usize {
        if let Some(named) = self.named_behind(mention, limit) {
            *mention = named;
        }
        self.behind(mention, limit, Extent::Sentence)
    }

    /// The description with the name that stands in apposition to it, as one mention.
    fn named_behind(&self, mention: &Mention, limit: usize) -> Option<Mention> {
        let comma = mention.tokens.end;
        if self.passage.tag(comma) != Tag::Comma || comma >= limit {
            return None;
        }
        let mut named = self.mention(comma + 1, limit)?;
        let closes = matches!(self.passage.tag(named.tokens.end), Tag::Comma | Tag::Stop);
        if !closes || !introduces(mention, &named) {
            return None;
        }
        // *The mayor of the town, Ann Lee*, but *floods in the area, Ann Lee, …*.
        let field = mention.tokens.start.checked_sub(1).map(|before| self.passage.tag(before));
        let role = matches!(&mention.form, Form::Description(description)
            if lexicon::role(&description.noun.head).is_some());
        if field == Some(Tag::IN) && !role {
            return None;
        }
        named.introduced_by(mention.clone());
        named.tokens.start = mention.tokens.start;
        Some(named)
    }

    /// The mention that begins at `at`, without what follows it.
    fn mention(&self, at: usize, limit: usize) -> Option<Mention> {
        if let Some(pronoun) = self.pronoun(at) {
            let possessive = matches!(self.passage.tag(at), Tag::PRPS | Tag::WPS);
            if !possessive {
                return Some(Mention::new(at..at + 1, Form::Pronoun(pronoun)));
            }
            return Some(
                self.possessed(at..at + 1, at + 1, limit)
                    .unwrap_or_else(|| Mention::new(at..at + 1, Form::Pronoun(pronoun))),
            );
        }
        let mut start = at;
        let mut definiteness = None;
        while start < limit && self.is_determiner(start) {
            // *the other senator* is not the one met before, *the two senators* are.
            definiteness = match lexicon::determiner(self.passage.folded(start)) {
                Some(Definiteness::Indefinite) if self.passage.tag(start) != Tag::CD => {
                    Some(Definiteness::Indefinite)
                }
                found => definiteness.or(found),
            };
            start += 1;
        }
        let end = self.core_end(start, limit);
        if self.is_date(start..end) {
            return None;
        }
        if start == end {
            // *many*, *some*, *others* stand alone.
            let last = start.checked_sub(1).filter(|&last| last >= at)?;
            let folded = self.passage.folded(last);
            let of = self.passage.tag(start) == Tag::IN && start < limit;
            // *The two*.
            let known =
                definiteness == Some(Definiteness::Definite) && self.passage.tag(last) == Tag::CD;
            if lexicon::group(folded).is_none() && !of && !known {
                return None;
            }
            let mut quantity = self.lone_quantity(last);
            if known {
                quantity.plural = true;
                quantity.definiteness = definiteness;
            }
            let quantity = Form::Description(quantity);
            let mut mention = Mention::new(at..self.tail_end(start, limit), quantity);
            mention.core_end = start;
            return Some(mention);
        }
        if self.passage.tag(end) == Tag::POS
            && end < limit
            && let Some(mention) = self.possessed(at..end, end + 1, limit)
        {
            return Some(mention);
        }
        self.analyse(at, start..end, limit, definiteness)
    }

    /// What `possessor` has, unless it is what they say or nothing: *Smith’s campaign*, but *Smith* for
    /// *Smith’s claim* and *Smith’s*.
    fn possessed(&self, possessor: Range<usize>, at: usize, limit: usize) -> Option<Mention> {
        let end = self.core_end(at, limit);
        if at >= end {
            return None;
        }
        let mut mention =
            self.analyse(possessor.start, at..end, limit, Some(Definiteness::Definite))?;
        match &mut mention.form {
            Form::Name(name) => {
                // *the Harbour Commissioner’s Office*.
                let last = possessor.end - 1;
                let office = name.tokens == (at..end)
                    && self.is_name_word(last)
                    && self.is_role(last)
                    && lexicon::body(self.passage.folded(end - 1)).is_some();
                let names = possessor.clone().rev().take_while(|&at| self.is_name_word(at)).last();
                if let Some(first) = names.filter(|_| office) {
                    *name = self.name(first..end);
                    name.nature = Nature::Body;
                }
                Some(mention)
            }
            Form::Pronoun(_) => None,
            Form::Description(description) => {
                // A campaign may be something said and somebody; here it is somebody.
                let somebody = lexicon::role(&description.noun.head).is_some()
                    || lexicon::group(&description.noun.head).is_some()
                    || is_body(&description.noun.head)
                    || self.is_person_apposed(end, limit);
                let said = lexicon::cue_noun(&description.noun.head).is_some();
                if !somebody && (said || !can_speak(&description.noun.head)) {
                    return None;
                }
                for at in possessor.clone().filter(|&at| self.is_name_word(at)) {
                    description.noun.labels.push(self.passage.folded(at).to_owned());
                    description.named = true;
                }
                // *Smith’s campaign* is a body with a name, *the campaign* is not.
                description.kind =
                    self.kind(&description.noun.head, description.plural, description.named);
                mention.possessor = Some(possessor);
                Some(mention)
            }
        }
    }

    /// Whether a person’s name stands in apposition: *her opposite number*|, Clive Tanner,
    fn is_person_apposed(&self, comma: usize, limit: usize) -> bool {
        let start = comma + 1;
        if self.passage.tag(comma) != Tag::Comma || start >= limit {
            return false;
        }
        let end = self.core_end(start, limit);
        let closes = matches!(self.passage.tag(end), Tag::Comma | Tag::Stop) || end == limit;
        closes
            && end > start
            && (start..end).all(|at| self.is_name_word(at))
            && lexicon::first_name(self.passage.folded(start)).is_some()
    }

    /// What the words `core` say; `at` is where the phrase begins, determiner included.
    fn analyse(
        &self,
        at: usize,
        core: Range<usize>,
        limit: usize,
        definiteness: Option<Definiteness>,
    ) -> Option<Mention> {
        if let Some(mention) = self.titled_name(at, &core) {
            return Some(mention);
        }
        let head = self.head(&core)?;
        let folded = self.passage.folded(head);
        // *the Post* and *NATO* are names; *Police* at the head of a sentence and *the President* are none.
        let named = (lexicon::organisation_word(folded)
            || core.clone().any(|at| self.passage.tag(at) == Tag::IN))
            && self.is_name_word(head)
            && (lexicon::body(folded).is_none() || !self.opens_sentence(head));
        // *Cymru Coaches* is a firm, *Senate Republicans* are none.
        let named = named
            || (core.len() > 1
                && self.is_name_word(head)
                && lexicon::role(folded).is_some_and(|role| role.plural)
                && core.clone().all(|at| self.is_name_word(at) && self.party(at).is_none()));
        // *The Maine Democrat* is one of the roles that places and parties go with.
        let goes_with_role = |at| {
            let field = self.passage.tag(core.end) == Tag::IN;
            self.is_role(at)
                || (definiteness.is_some() && lexicon::place(self.passage.folded(at)))
                // *U.S. Director of …*
                || (field && self.is_acronym(at))
                || self.party(at).is_some()
        };
        let roles = || core.clone().all(|at| !self.is_name_word(at) || goes_with_role(at));
        // *Dean* by itself is a name, *the dean* and *Judge* are none.
        let named = named
            || (core.len() == 1
                && definiteness.is_none()
                && self.is_name_word(head)
                && lexicon::first_name(folded).is_some());
        let many = lexicon::role(folded).is_some_and(|role| role.plural)
            || (lexicon::group(folded).is_some() && core.len() <= 2);
        // *The Acme CEO* and *Acme CEO*, but *Sarah Director*.
        let leads = core.len() > 1
            && lexicon::first_name(self.passage.folded(core.start)).is_none()
            && lexicon::role(folded)
                .is_some_and(|role| role.class == RoleClass::Leader && !role.plural);
        let known_noun = can_speak(folded)
            && ((core.len() == 1 && !named) || roles() || leads || (many && !named));
        let all_names = core.clone().all(|at| {
            self.is_name_word(at) || self.passage.tag(at) == Tag::HYPH || self.joins(at, &core)
        });
        // *Mary Deans*, but *Christian Democrats*.
        let called = core.len() == 2
            && lexicon::first_name(self.passage.folded(core.start)).is_some()
            && self.party(head).is_none()
            && lexicon::demonym(folded).is_none()
            && lexicon::group(folded).is_none();
        let plural_people = self.passage.tag(head) == Tag::NNPS
            && core.len() <= 2
            && !called
            && !lexicon::organisation_word(folded)
            && !lexicon::located(&self.words(core.clone()).join(BLANK));
        if all_names && !known_noun && !plural_people {
            return Some(self.plain_name(at, core, definiteness));
        }
        if !known_noun
            && !plural_people
            && let Some(mention) = self.false_title(at, &core)
        {
            return Some(mention);
        }
        if let Some(mention) = self.named_behind_field(at, &core, head, limit) {
            return Some(mention);
        }
        Some(self.description(at, core, head, limit, definiteness))
    }

    /// Whether the source says that its name is kept back.
    fn is_unnamed(&self, range: &Range<usize>) -> bool {
        range.clone().any(|at| {
            lexicon::unnamed(self.passage.folded(at)).iter().any(|rest| {
                !rest.is_empty() && {
                    let words = (at + 1..at + 1 + rest.len()).map(|at| self.passage.folded(at));
                    words.eq(rest.iter().copied())
                }
            })
        })
    }
}

/// Whether the second description goes on with the first: *the senator and former mayor*.
fn continues(first: &Mention, second: &Mention) -> bool {
    match (&first.form, &second.form) {
        (Form::Description(first), Form::Description(second)) => {
            !first.plural
                && !second.plural
                && first.definiteness.is_some()
                && second.definiteness.is_none()
                && lexicon::role(&first.noun.head).is_some()
                && lexicon::role(&second.noun.head).is_some()
        }
        _ => false,
    }
}

/// Whether the second mention names who has the role of the first: *Acme chairman and CEO Ann Lee*.
fn leads_to(first: &Mention, second: &Mention) -> bool {
    match (&first.form, &second.form) {
        (Form::Description(description), Form::Name(name)) => {
            description.noun.class == Some(RoleClass::Leader)
                && !description.plural
                && description.definiteness.is_none()
                && name.nature == Nature::Person
                && !second.roles.is_empty()
        }
        _ => false,
    }
}

/// Whether `named` is the name of whom `described` describes: *the senator, John Smith*.
fn introduces(described: &Mention, named: &Mention) -> bool {
    match (&described.form, &named.form) {
        (Form::Description(description), Form::Name(name)) => {
            let role = lexicon::role(&description.noun.head).is_some()
                // *One of them, John Smith*.
                || lexicon::determiner(&description.noun.head).is_some();
            !description.plural
                && (role && name.nature != Nature::Body
                    || name.nature == Nature::Person && !description.noun.is_thing()
                    || lexicon::body(&description.noun.head).is_some()
                        && name.nature != Nature::Person)
                && !named.tokens.is_empty()
        }
        _ => false,
    }
}

const BLANK: &str = " ";
const FULL_STOP: &str = ".";
