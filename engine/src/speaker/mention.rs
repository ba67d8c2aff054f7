//! What a noun phrase says of whom it names or describes: the name, the title, the role beside it.
//!
//! Nothing is resolved here: reading *the Russian leader* gives a definite, singular description headed by
//! *leader*; who that is, the [`super::Ledger`] decides.

use std::ops::Range;

use super::SpeakerKind;
use super::noun::{Noun, can_speak, is_body};
use crate::lexicon::{self, Definiteness, Gender, NamePart, Pronoun, RoleClass};
use crate::tag::{Passage, Tag, VerbForm};

/// A noun phrase that names, describes or points at someone.
#[derive(Clone, Debug)]
pub(super) struct Mention {
    /// Its tokens: title and name, or the description; without what stands in apposition.
    pub(super) tokens: Range<usize>,
    /// How it refers.
    pub(super) form: Form,
    /// The roles that stand with it: in its title, before its name, in apposition.
    pub(super) roles: Vec<Role>,
    /// The token in brackets behind the name: the (*RUVAV*).
    pub(super) acronym: Option<usize>,
    /// Whether the whole source keeps its name back: *a man who asked not to be named*.
    pub(super) unnamed: bool,
    /// The possessor at the front of a description: *Smith’s* campaign.
    pub(super) possessor: Option<Range<usize>>,
    /// The party that stands in brackets or behind a comma: *(R-Ohio)*.
    pub(super) party: Option<&'static str>,
    /// Where the prepositional phrases behind its head begin.
    pub(super) core_end: usize,
    /// Its tokens without determiner.
    bare: Range<usize>,
}

/// How a mention refers.
#[derive(Clone, Debug)]
pub(super) enum Form {
    /// *President Vladimir Putin, the Heritage Foundation*.
    Name(Name),
    /// *he, their, who*.
    Pronoun(Pronoun),
    /// *the Russian leader, critics*.
    Description(Description),
}

/// A name as it stands in a phrase.
#[derive(Clone, Debug)]
pub(super) struct Name {
    /// Its tokens, without title, role and determiner.
    pub(super) tokens: Range<usize>,
    /// Its words, folded, without what follows a person’s name (*Jr.*).
    pub(super) words: Vec<String>,
    /// What follows a person’s name, folded.
    pub(super) suffix: Option<String>,
    /// What bears it.
    pub(super) nature: Nature,
    /// The gender that a title or the first name tells.
    pub(super) gender: Option<Gender>,
    /// Whether a title or role stands before it.
    pub(super) titled: bool,
    /// Whether it is one word in capitals: that of a body, unless someone is called so already.
    pub(super) acronym: bool,
}

/// What bears a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Nature {
    /// A human being.
    Person,
    /// An organisation, a place that speaks, a publication.
    Body,
    /// The name alone does not tell.
    Unclear,
}

/// A phrase without a name.
#[derive(Clone, Debug)]
pub(super) struct Description {
    /// Its head and the words around it.
    pub(super) noun: Noun,
    /// What kind of source it would be.
    pub(super) kind: SpeakerKind,
    /// Whether the head is plural.
    pub(super) plural: bool,
    /// What its determiner says; none without one.
    pub(super) definiteness: Option<Definiteness>,
    /// The gender that the head tells.
    pub(super) gender: Option<Gender>,
    /// Whether a name stands among the modifiers, which makes a body one of its own: *the Trump campaign*.
    pub(super) named: bool,
}

/// A role as it stands in the text.
#[derive(Clone, Debug)]
pub(super) struct Role {
    /// Its tokens.
    pub(super) tokens: Range<usize>,
    /// Its head and the words around it: of *former secretary of state*, *secretary*.
    pub(super) noun: Noun,
    /// The gender that it tells.
    pub(super) gender: Option<Gender>,
}

/// Reads the mentions of a passage.
pub(super) struct Reader<'p> {
    passage: &'p Passage<'p>,
}

impl<'p> Reader<'p> {
    pub(super) fn new(passage: &'p Passage<'p>) -> Self {
        Self { passage }
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
                at = close;
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
            if modifies {
                at = close + 1;
                continue;
            }
            // *polls in Ohio and Florida*: a place behind a preposition goes on.
            while close > mention.core_end && self.is_and(close) && close + 1 < range.end {
                let place = self.core_end(close + 1, range.end);
                if !lexicon::place(&self.words(close + 1..place).join(BLANK)) {
                    break;
                }
                close = place;
            }
            let introduced =
                mentions.last_mut().filter(|last| apposed && introduces(last, &mention));
            match introduced {
                // *the senator, John Smith*: one person, described and named.
                Some(last) => {
                    let mut roles = last.as_role().into_iter().collect::<Vec<_>>();
                    roles.append(&mut last.roles);
                    mention.roles.extend(roles);
                    *last = mention;
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
        mentions
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
        let close = self.behind(&mut mention, limit, Extent::Sentence);
        Some((mention, close))
    }

    /// Reads what the author’s text says behind a source: *Smith*|, a senator from Ohio, |said.
    pub(super) fn look_behind(&self, mention: &mut Mention, limit: usize) {
        self.behind(mention, limit, Extent::Sentence);
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
            if lexicon::group(folded).is_none() && !of {
                return None;
            }
            let quantity = Form::Description(self.lone_quantity(last));
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
            Form::Name(_) => Some(mention),
            Form::Pronoun(_) => None,
            Form::Description(description) => {
                // A campaign may be something said and somebody; here it is somebody.
                let somebody = lexicon::role(&description.noun.head).is_some()
                    || lexicon::group(&description.noun.head).is_some()
                    || is_body(&description.noun.head);
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

    /// Where the nouns, names and adjectives that begin at `start` end; before an *’s*.
    fn core_end(&self, start: usize, limit: usize) -> usize {
        let mut at = start;
        while at < limit {
            // *Secretary of State*.
            if let Some((end, _)) = self.title_end(at).filter(|(end, _)| *end <= limit) {
                at = end;
                continue;
            }
            let tag = self.passage.tag(at);
            let nominal = tag.is_noun()
                || tag.is_adjective()
                || matches!(tag, Tag::CD | Tag::Currency | Tag::FW | Tag::HYPH | Tag::SYM)
                || self.is_name_word(at);
            let modifier = matches!(tag, Tag::VBN | Tag::VBG | Tag::RB | Tag::RBR | Tag::RBS)
                && self.nominal_follows(at, limit);
            let glue = at > start && self.joins_name(at, start, limit);
            if !(nominal || modifier || glue) || self.is_lone_mark(at) {
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
        at
    }

    fn nominal_follows(&self, at: usize, limit: usize) -> bool {
        let next = at + 1;
        next < limit
            && (self.passage.tag(next).is_noun()
                || self.passage.tag(next).is_adjective()
                || matches!(self.passage.tag(next), Tag::VBN | Tag::VBG))
            && !self.passage.tag(at).is_finite()
    }

    /// Whether the word at `at` stands between two parts of one name: Department *of* Justice, Bill *de*
    /// Blasio, Johnson *&* Johnson.
    fn joins_name(&self, at: usize, start: usize, limit: usize) -> bool {
        let next = at + 1;
        if next >= limit || !self.is_name_word(at - 1) {
            return false;
        }
        let folded = self.passage.folded(at);
        if lexicon::name_part(folded) == Some(NamePart::Particle) && self.is_name_word(next) {
            return true;
        }
        if folded == AMPERSAND && self.is_name_word(next) {
            return true;
        }
        // Up to a preposition and an article: University *of the* Arts, Fight *for* $15.
        let article = self.passage.tag(at) == Tag::DT
            && self.passage.tag(at - 1) == Tag::IN
            && self.is_name_word(next);
        let preposition = self.passage.tag(at) == Tag::IN
            && (self.is_name_word(next)
                || self.passage.tag(next) == Tag::Currency
                || (self.passage.tag(next) == Tag::DT
                    && next + 1 < limit
                    && self.is_name_word(next + 1)));
        let conjunction = self.passage.tag(at) == Tag::CC && self.is_name_word(next);
        if !(article || preposition || conjunction) {
            return false;
        }
        self.takes_complement(start..at, conjunction)
    }

    /// Whether the name before a preposition or *and* is that of an organisation, so that they are part of it:
    /// *Department of*, but *Smith of*.
    fn takes_complement(&self, name: Range<usize>, conjunction: bool) -> bool {
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
            let begun = folded.last().is_some_and(|last| lexicon::organisation_word(last));
            let article =
                name.start.checked_sub(1).is_some_and(|at| self.passage.tag(at) == Tag::DT);
            return (has_preposition && self.passage.tag(name.end + 2).is_name())
                || (organisation && article && !begun);
        }
        // *The Committee for|* a Responsible Budget.
        let bare =
            if self.passage.tag(name.end - 1) == Tag::IN { folded.len() - 1 } else { folded.len() };
        let last =
            bare.checked_sub(1).and_then(|last| folded.get(last)).copied().unwrap_or_default();
        let organisation = lexicon::organisation_word(last) || lexicon::body(last).is_some();
        let base_verb = name.len() == 1
            && !self.begins_person(first)
            && lexicon::role(last).is_none()
            && self.passage.tag(name.end + 1) == Tag::Currency;
        organisation || base_verb
    }

    /// Whether a person’s name with its title or first name begins at `at`.
    fn begins_person(&self, at: usize) -> bool {
        let folded = self.passage.folded(at);
        self.title_end(at).is_some()
            || lexicon::role(folded).is_some()
            || (lexicon::first_name(folded).is_some() && self.is_name_word(at + 1))
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
        // *The Maine Democrat* is one of the roles that places and parties go with.
        let goes_with_role = |at| {
            self.is_role(at)
                || (definiteness.is_some() && lexicon::place(self.passage.folded(at)))
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
        let known_noun =
            can_speak(folded) && ((core.len() == 1 && !named) || roles() || (many && !named));
        let all_names = core.clone().all(|at| {
            self.is_name_word(at) || self.passage.tag(at) == Tag::HYPH || self.joins(at, &core)
        });
        let plural_people = self.passage.tag(head) == Tag::NNPS
            && core.len() <= 2
            && !lexicon::organisation_word(folded);
        if all_names && !known_noun && !plural_people {
            return Some(self.plain_name(at, core, definiteness));
        }
        if !known_noun
            && !plural_people
            && let Some(mention) = self.false_title(at, &core)
        {
            return Some(mention);
        }
        Some(self.description(at, core, head, limit, definiteness))
    }

    fn joins(&self, at: usize, core: &Range<usize>) -> bool {
        at > core.start && at + 1 < core.end && self.joins_name(at, core.start, core.end)
    }

    /// *President Vladimir Putin, Fight for $15 organizing director Kendall Fells, Mr. Trump*.
    fn titled_name(&self, at: usize, core: &Range<usize>) -> Option<Mention> {
        let mut found: Option<(usize, usize, Option<Gender>)> = None;
        let mut gender = None;
        let mut position = core.start;
        while position < core.end {
            let title = self.title_end(position).filter(|_| self.may_be_title(position, core));
            let (end, told) = match title {
                Some((end, title)) => (end, title.gender),
                None if self.is_role(position) && self.may_be_title(position, core) => {
                    (position + 1, self.role_gender(position))
                }
                None => {
                    position += 1;
                    continue;
                }
            };
            let named = end < core.end
                && lexicon::name_part(self.passage.folded(end)) != Some(NamePart::Suffix)
                && (end..core.end).all(|at| {
                    self.is_name_word(at)
                        || self.passage.tag(at) == Tag::HYPH
                        || self.joins(at, core)
                });
            gender = gender.or(told);
            // *Republican National Committee*.
            let body = title.is_none() && self.has_organisation_word(&(end..core.end));
            if named && !body {
                found = Some((position, end, gender));
            }
            position = end;
        }
        let (title_start, name_start, gender) = found?;
        let mut name = self.name(name_start..core.end);
        name.nature = Nature::Person;
        name.gender = gender.or(name.gender);
        name.titled = true;
        let before = core.start..name_start;
        let mut mention = Mention::new(at..core.end, Form::Name(name));
        mention.roles.extend(self.role_before(before, title_start));
        Some(mention)
    }

    /// A title is part of a name when a first name stands before it: *Howard Dean* is no dean.
    fn may_be_title(&self, at: usize, core: &Range<usize>) -> bool {
        let Some(before) = at.checked_sub(1).filter(|&before| before >= core.start) else {
            return true;
        };
        let capital = self.is_name_word(at);
        let first = lexicon::first_name(self.passage.folded(before)).is_some()
            && self.is_name_word(before)
            && lexicon::role(self.passage.folded(before)).is_none()
            && self.title_end(before).is_none();
        !(capital && first)
    }

    /// The role that the words before a name are; a mere *Mr.* is none.
    fn role_before(&self, tokens: Range<usize>, title_start: usize) -> Option<Role> {
        let title = self.title_end(title_start).map(|(_, title)| title);
        let said = title.is_none_or(|title| title.role.is_some());
        if !said {
            return None;
        }
        let head = match title.and_then(|title| title.role) {
            Some(role) => role_head(role).to_owned(),
            None => self.passage.folded(title_start).to_owned(),
        };
        let mut tokens = tokens;
        while tokens.start < title_start && self.passage.tag(tokens.start) == Tag::VBG {
            tokens.start += 1;
        }
        let (before, behind) = match title {
            // The title’s own words are told by the role that it names.
            Some(_) => (tokens.start..title_start, 0..0),
            None => (tokens.start..title_start, title_start + 1..tokens.end),
        };
        let mut noun = self.noun(&head, before, behind);
        if let Some(role) = title.and_then(|title| title.role) {
            let words = role.split(BLANK).map(str::to_lowercase);
            noun.labels.extend(words.filter(|word| *word != head && word != OF.trim()));
        }
        noun.class = noun.class.or(Some(RoleClass::Office));
        let gender = lexicon::role(&head).and_then(|role| role.gender);
        Some(Role { tokens, noun, gender })
    }

    /// A noun with the words before and behind it.
    fn noun(&self, head: &str, before: Range<usize>, behind: Range<usize>) -> Noun {
        let mut noun = Noun::alone(head);
        noun.complement = !behind.is_empty();
        noun.party = (before.start..=before.end).find_map(|at| self.party(at));
        for at in before.clone().chain(behind.clone()).filter(|&at| self.party(at).is_none()) {
            let folded = self.passage.folded(at);
            let tag = self.passage.tag(at);
            if let Some(place) = lexicon::demonym(folded).filter(|_| before.contains(&at)) {
                noun.place = Some(place.to_lowercase());
            } else if tag.is_noun() {
                noun.labels.push(folded.to_owned());
            } else if tag.is_adjective() || matches!(tag, Tag::VBN | Tag::CD) {
                noun.adjectives.push(folded.to_owned());
            }
        }
        // The president of *Russia*.
        let last = behind.end.saturating_sub(1);
        if behind.len() == 2 && lexicon::place(self.passage.folded(last)) {
            noun.place = Some(self.passage.folded(last).to_owned());
        }
        noun
    }

    /// *plumber Joe Smith*: a small noun before a name says what bears it.
    fn false_title(&self, at: usize, core: &Range<usize>) -> Option<Mention> {
        let name_start =
            (core.start..core.end).rev().take_while(|&at| self.is_name_word(at)).last()?;
        let before = name_start.checked_sub(1).filter(|&before| before >= core.start)?;
        if self.is_name_word(before) || name_start == core.start {
            return None;
        }
        let mut name = self.name(name_start..core.end);
        let noun = self.passage.folded(before).to_owned();
        let mut mention_roles = Vec::new();
        if lexicon::body(&noun).is_some() || lexicon::document(&noun) {
            name.nature = Nature::Body;
        } else if self.passage.tag(before) == Tag::NN && name.nature == Nature::Person {
            mention_roles.push(Role {
                tokens: core.start..name_start,
                noun: self.noun(&noun, core.start..before, 0..0),
                gender: None,
            });
        }
        let mut mention = Mention::new(at..core.end, Form::Name(name));
        mention.roles = mention_roles;
        Some(mention)
    }

    /// A name without title.
    fn plain_name(
        &self,
        at: usize,
        core: Range<usize>,
        definiteness: Option<Definiteness>,
    ) -> Mention {
        let mut start = core.start;
        // *Republican Donald Trump*, *House Newt Gingrich*: what stands before a first name is no name.
        let is_first = |at| lexicon::first_name(self.passage.folded(at)).is_some();
        let plain = core.clone().all(|at| self.passage.tag(at) != Tag::IN);
        let first_name = (core.start + 1..core.end.saturating_sub(1)).find(|&at| is_first(at));
        if let Some(first) = first_name
            && plain
            && !is_first(core.start)
            && !self.has_organisation_word(&(first..core.end))
        {
            start = first;
        }
        let mut name = self.name(start..core.end);
        if definiteness.is_some() && name.nature == Nature::Unclear {
            name.nature = Nature::Body;
        }
        let mut mention = Mention::new(at..core.end, Form::Name(name));
        if start > core.start {
            let head = self.passage.folded(start - 1);
            let mut noun = self.noun(head, core.start..start - 1, 0..0);
            noun.class = Some(RoleClass::Member);
            mention.roles.push(Role { tokens: core.start..start, noun, gender: None });
        }
        mention
    }

    /// The words of a name, and what they tell of who bears it.
    fn name(&self, tokens: Range<usize>) -> Name {
        let mut words: Vec<String> = tokens
            .clone()
            .filter(|&at| self.passage.tag(at) != Tag::HYPH)
            .map(|at| self.passage.folded(at).to_owned())
            .collect();
        let suffix = words
            .last()
            .filter(|last| words.len() > 1 && lexicon::name_part(last) == Some(NamePart::Suffix))
            .cloned();
        if suffix.is_some() {
            words.pop();
        }
        let first = words.first().and_then(|word| lexicon::first_name(word));
        let nature = self.nature(&tokens, &words, first.is_some(), suffix.is_some());
        // *Warren* alone may be anyone’s surname.
        let gender = first
            .and_then(|first| first.gender)
            .filter(|_| nature == Nature::Person && words.len() > 1);
        let acronym = words.len() == 1 && self.is_acronym(tokens.start);
        Name { tokens, words, suffix, nature, gender, titled: false, acronym }
    }

    /// What bears a name, by its words alone.
    fn nature(
        &self,
        tokens: &Range<usize>,
        words: &[String],
        first_name: bool,
        suffix: bool,
    ) -> Nature {
        let joined = tokens.clone().any(|at| {
            matches!(self.passage.tag(at), Tag::IN | Tag::CC)
                || self.passage.folded(at) == AMPERSAND
        });
        let place = lexicon::place(&words.join(BLANK));
        let initial = words.len() > 1
            && words.iter().any(|word| word.len() == 2 && word.ends_with(FULL_STOP));
        // A first name before it outweighs a surname that is a word of organisations too: *Laura Post*.
        let organisation = self.has_organisation_word(tokens) && !(first_name && words.len() == 2);
        if joined || place || organisation {
            Nature::Body
        } else if suffix || first_name || initial {
            Nature::Person
        } else {
            Nature::Unclear
        }
    }

    fn has_organisation_word(&self, tokens: &Range<usize>) -> bool {
        let last = tokens.end.saturating_sub(1);
        tokens.clone().any(|at| lexicon::organisation_word(self.passage.folded(at)))
            || (tokens.len() > 1 && lexicon::body(self.passage.folded(last)).is_some())
    }

    /// A phrase headed by a common noun.
    fn description(
        &self,
        at: usize,
        core: Range<usize>,
        head: usize,
        limit: usize,
        definiteness: Option<Definiteness>,
    ) -> Mention {
        let folded = self.passage.folded(head).to_owned();
        let mut named = core.clone().any(|at| at != head && self.is_name_word(at));
        // *supporters of Clinton*, *the secretary of state*: what follows *of* tells one from another.
        let tail = self.tail_end(core.end, limit);
        let noun = self.noun(&folded, core.start..head, core.end..tail);
        named &= definiteness != Some(Definiteness::Indefinite);
        let role = lexicon::role(&folded);
        let plural = match role {
            Some(role) => role.plural,
            None => {
                matches!(self.passage.tag(head), Tag::NNS | Tag::NNPS)
                    || lexicon::group(&folded).is_some()
            }
        };
        // *Twelve percent*, *nine in ten*: so many people.
        let counted = definiteness != Some(Definiteness::Definite)
            && core.clone().chain(at..core.start).any(|at| self.passage.tag(at) == Tag::CD)
            && self.passage.tag(head) != Tag::NN
            && !can_speak(&folded);
        let kind = if counted { SpeakerKind::Group } else { self.kind(&folded, plural, named) };
        let plural = plural || counted;
        let gender = role.and_then(|role| role.gender);
        let description = Description { noun, kind, plural, definiteness, gender, named };
        let mut mention = Mention::new(at..tail, Form::Description(description));
        mention.core_end = core.end;
        mention.bare = core.start..tail;
        mention
    }

    /// *many*, *others*: a quantity without a noun.
    fn lone_quantity(&self, at: usize) -> Description {
        Description {
            noun: Noun::alone(self.passage.folded(at)),
            kind: self.kind(self.passage.folded(at), false, false),
            plural: lexicon::group(self.passage.folded(at)).is_some(),
            definiteness: Some(Definiteness::Indefinite),
            gender: None,
            named: false,
        }
    }

    /// What kind of source a description is.
    fn kind(&self, head: &str, plural: bool, named: bool) -> SpeakerKind {
        let without_rest = |word: &str| lexicon::unnamed(word).iter().any(|rest| rest.is_empty());
        if without_rest(head) {
            return SpeakerKind::Unnamed;
        }
        if lexicon::group(head).is_some() {
            return SpeakerKind::Group;
        }
        if lexicon::role(head).is_some() {
            return SpeakerKind::RoleOnly;
        }
        if lexicon::body(head).is_some() || lexicon::organisation_word(head) {
            return if named { SpeakerKind::NamedOrganisation } else { SpeakerKind::RoleOnly };
        }
        if lexicon::document(head) || lexicon::cue_noun(head).is_some() {
            return SpeakerKind::Document;
        }
        if plural { SpeakerKind::Group } else { SpeakerKind::RoleOnly }
    }

    /// Where the prepositional phrases behind a common noun end.
    fn tail_end(&self, from: usize, limit: usize) -> usize {
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
            if close == at {
                break;
            }
            end = close;
            if self.passage.tag(end) == Tag::POS && end < limit {
                let next = self.core_end(end + 1, limit);
                end = next.max(end + 1).min(limit);
            }
        }
        end
    }

    /// Reads what stands behind a mention (brackets, apposition, a relative clause) and gives where it ends.
    fn behind(&self, mention: &mut Mention, limit: usize, extent: Extent) -> usize {
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
                    let Some(close) = (at..limit.min(at + LONGEST_BRACKET))
                        .find(|&at| self.passage.tag(at) == Tag::CloseBracket)
                    else {
                        return at;
                    };
                    mention.party = mention.party.or_else(|| self.abbreviated_party(at + 1));
                    if close == at + 2 && self.is_acronym(at + 1) {
                        mention.acronym = Some(at + 1);
                    }
                    at = close + 1;
                }
                Tag::Comma => {
                    let Some(close) = self.apposition_end(at, limit, extent, mention) else {
                        return at;
                    };
                    if name {
                        mention.party = mention.party.or_else(|| self.abbreviated_party(at + 1));
                        mention.roles.extend(self.apposed_role(at + 1, close));
                    }
                    at = close;
                }
                tag if tag.is_wh() && extent == Extent::Source => return limit,
                _ => return at,
            }
        }
    }

    /// Where the apposition behind the comma at `comma` ends; none where what follows is no apposition.
    fn apposition_end(
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
                || lexicon::place(&self.words(start..close).join(BLANK)));
        if short && closed {
            return Some(close);
        }
        let finite = self
            .passage
            .chunks
            .groups_in(start..close)
            .iter()
            .any(|group| group.form == VerbForm::Finite);
        let name = matches!(mention.form, Form::Name(_));
        let described = first == Tag::DT
            || first.is_adjective()
            || matches!(first, Tag::NN | Tag::RB | Tag::PRPS | Tag::VBN)
            || (self.is_role(start) && !self.begins_person(start))
            || (self.is_role(start) && self.title_end(start).is_none());
        // In a source anything behind a comma describes who is named; elsewhere only a role surely does.
        let role = self.role_in(start, close).is_some_and(|(head, _)| {
            let folded = self.passage.folded(head);
            let known = lexicon::role(folded).is_some() || is_body(folded);
            known || (extent == Extent::Source && first == Tag::DT)
        });
        let fits = name && described && !finite && closed && role;
        if fits {
            return Some(close);
        }
        // *Smith, of Ohio,*; *a spot, titled “Arrogant,”*
        let modifier = matches!(first, Tag::IN | Tag::VBN | Tag::VBG | Tag::JJ | Tag::RB | Tag::TO);
        (modifier && extent == Extent::Source && !finite).then_some(close)
    }

    /// The role that an apposition gives.
    fn apposed_role(&self, start: usize, close: usize) -> Option<Role> {
        let (head, from) = self.role_in(start, close)?;
        let close = if self.is_and(close.saturating_sub(1)) { close - 1 } else { close };
        let folded = self.passage.folded(head).to_owned();
        let noun = self.noun(&folded, from..head, head + 1..self.tail_end(head + 1, close));
        let gender = lexicon::role(&folded).and_then(|role| role.gender);
        Some(Role { tokens: from..close, noun, gender })
    }

    /// The head of the description in `start..close` and where the description begins, its determiner left
    /// out.
    fn role_in(&self, start: usize, close: usize) -> Option<(usize, usize)> {
        let mut from = start;
        while from < close && (self.is_determiner(from) || self.passage.tag(from) == Tag::PRPS) {
            from += 1;
        }
        let mut end = self.core_end(from, close);
        if self.passage.tag(end) == Tag::POS && end < close {
            end = self.core_end(end + 1, close);
        }
        let head = self.head(&(from..end))?;
        // A bare name is no role: *Smith, Jones and Brown*.
        let proper = self.is_name_word(head) && !self.is_role(head) && from == start;
        // *the agency, 18 states and …* is a list.
        let several = matches!(self.passage.tag(head), Tag::NNS | Tag::NNPS | Tag::CD);
        let role = (from..end).rev().find(|&at| self.is_role(at));
        (!proper && !several && end > from).then_some((role.unwrap_or(head), from))
    }

    fn words(&self, tokens: Range<usize>) -> Vec<&str> {
        tokens.map(|at| self.passage.folded(at)).collect()
    }

    /// The last noun of a phrase.
    fn head(&self, core: &Range<usize>) -> Option<usize> {
        let noun =
            core.clone().rev().find(|&at| self.passage.tag(at).is_noun() || self.is_name_word(at));
        noun.or_else(|| core.clone().next_back())
    }

    /// The title that begins at `at`, and where it ends.
    fn title_end(&self, at: usize) -> Option<(usize, &'static lexicon::Title)> {
        let first = self.passage.folded(at);
        if !self.passage.word(at).starts_with(char::is_uppercase) {
            return None;
        }
        lexicon::title(first).iter().find_map(|title| {
            let end = at + 1 + title.rest.len();
            let rest = (at + 1..end).map(|at| self.passage.folded(at));
            rest.eq(title.rest.iter().copied()).then_some((end, title))
        })
    }

    /// Whether the word is the noun for one person in a role.
    fn is_role(&self, at: usize) -> bool {
        is_nominal(self.passage.tag(at)) && lexicon::role(self.passage.folded(at)).is_some()
    }

    /// The party that a word with a capital tells.
    fn party(&self, at: usize) -> Option<&'static str> {
        let capital = self.passage.word(at).starts_with(char::is_uppercase);
        capital.then(|| lexicon::party(self.passage.folded(at))).flatten()
    }

    /// The party before the hyphen: *R-Ohio*.
    fn abbreviated_party(&self, at: usize) -> Option<&'static str> {
        let word = self.passage.folded(at);
        let party = word.split(['-', '–']).next().unwrap_or(word);
        lexicon::party(party).filter(|_| self.passage.word(at).starts_with(char::is_uppercase))
    }

    fn role_gender(&self, at: usize) -> Option<Gender> {
        lexicon::role(self.passage.folded(at)).and_then(|role| role.gender)
    }

    fn pronoun(&self, at: usize) -> Option<Pronoun> {
        let tag = self.passage.tag(at);
        let folded = self.passage.folded(at);
        let pronoun = lexicon::pronoun(folded)?;
        let fits = matches!(tag, Tag::PRP | Tag::PRPS | Tag::WP | Tag::WPS | Tag::WDT)
            || (tag == Tag::DT
                && pronoun.plural == Some(true)
                && !self.passage.tag(at + 1).is_noun());
        fits.then_some(pronoun)
    }

    fn is_determiner(&self, at: usize) -> bool {
        let tag = self.passage.tag(at);
        matches!(tag, Tag::DT | Tag::PDT)
            || (lexicon::determiner(self.passage.folded(at)).is_some()
                && (tag.is_adjective() || matches!(tag, Tag::CD | Tag::RB))
                && !self.is_name_word(at))
    }

    /// Whether the word joins two phrases.
    fn is_and(&self, at: usize) -> bool {
        self.passage.tag(at) == Tag::CC || self.passage.folded(at) == AMPERSAND
    }

    /// Whether the word looks like a part of a name.
    fn is_name_word(&self, at: usize) -> bool {
        let word = self.passage.word(at);
        if !word.starts_with(char::is_uppercase) {
            return false;
        }
        let tag = self.passage.tag(at);
        let opens_sentence = self.opens_sentence(at);
        let folded = self.passage.folded(at);
        let date = lexicon::name_part(folded) == Some(NamePart::Calendar);
        if date && lexicon::first_name(folded).is_none() {
            return false;
        }
        if opens_sentence && lexicon::sentence_opener(folded) {
            return false;
        }
        if opens_sentence && !tag.is_name() {
            // *Northline expects …*: a noun in the singular does not stand alone as a subject.
            let group = self.passage.chunks.group_at(at + 1);
            let subject = group.is_some_and(|g| g.form == VerbForm::Finite);
            let noun = can_speak(folded) || lexicon::cue_noun(folded).is_some();
            return tag == Tag::NN && (lexicon::first_name(folded).is_some() || (subject && !noun));
        }
        tag.is_name()
            || ((is_nominal(tag) || tag.is_verb() || tag == Tag::FW)
                && lexicon::demonym(self.passage.folded(at)).is_none())
    }

    fn opens_sentence(&self, at: usize) -> bool {
        let behind_mark =
            at.checked_sub(1).is_some_and(|before| self.passage.tag(before) == Tag::OpenQuote);
        behind_mark || self.passage.sentence_of(at).start == at
    }

    /// Whether the words are a day or month and numbers.
    fn is_date(&self, tokens: Range<usize>) -> bool {
        let named = |at| lexicon::name_part(self.passage.folded(at)) == Some(NamePart::Calendar);
        named(tokens.start)
            && tokens.clone().all(|at| named(at) || self.passage.tag(at) == Tag::CD)
            && !tokens.is_empty()
    }

    fn is_acronym(&self, at: usize) -> bool {
        let word = self.passage.word(at);
        let letters = word.chars().filter(|c| c.is_alphabetic()).count();
        letters >= 2
            && word.len() <= LONGEST_ACRONYM
            && word.chars().filter(|c| c.is_lowercase()).count() == 0
    }

    /// A mark that is no part of a phrase though its tag may say so.
    fn is_lone_mark(&self, at: usize) -> bool {
        let word = self.passage.word(at);
        !word.contains(char::is_alphanumeric)
            && self.passage.folded(at) != AMPERSAND
            && !matches!(self.passage.tag(at), Tag::Currency | Tag::HYPH)
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

impl Description {
    /// Whether the description can be that of a source: a role, a group, a body or a document.
    pub(super) fn may_speak(&self) -> bool {
        can_speak(&self.noun.head)
            || matches!(self.kind, SpeakerKind::Unnamed | SpeakerKind::NamedOrganisation)
    }
}

impl Mention {
    /// A description taken as a role of someone named elsewhere.
    pub(super) fn as_role(&self) -> Option<Role> {
        let Form::Description(description) = &self.form else { return None };
        Some(Role {
            tokens: self.bare.clone(),
            noun: description.noun.clone(),
            gender: description.gender,
        })
    }

    fn new(tokens: Range<usize>, form: Form) -> Self {
        let core_end = tokens.end;
        Self {
            bare: tokens.clone(),
            tokens,
            form,
            roles: Vec::new(),
            acronym: None,
            party: None,
            unnamed: false,
            possessor: None,
            core_end,
        }
    }
}

/// How far a mention may reach.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Extent {
    /// All of a source.
    Source,
    /// What is surely about it in its sentence.
    Sentence,
}

/// The head of a role of several words: *secretary of state*, *prime minister*.
fn role_head(role: &str) -> &str {
    let base = role.split(OF).next().unwrap_or(role);
    base.rsplit(BLANK).next().unwrap_or(base)
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

/// Whether `named` is the name of whom `described` describes: *the senator, John Smith*.
fn introduces(described: &Mention, named: &Mention) -> bool {
    match (&described.form, &named.form) {
        (Form::Description(description), Form::Name(name)) => {
            !description.plural
                && (lexicon::role(&description.noun.head).is_some() && name.nature != Nature::Body
                    || lexicon::body(&description.noun.head).is_some()
                        && name.nature != Nature::Person)
                && !named.tokens.is_empty()
        }
        _ => false,
    }
}

/// Whether a tag is one that a name or a role may bear, mistakes of tagging among it.
const fn is_nominal(tag: Tag) -> bool {
    tag.is_noun() || tag.is_adjective()
}

const AMPERSAND: &str = "&";
const BLANK: &str = " ";
const FULL_STOP: &str = ".";
const HYPHEN: &str = "-";
/// What parts the head of a role from its field.
const OF: &str = " of ";

/// The longest apposition (in tokens) that is looked for.
const LONGEST_APPOSITION: usize = 30;
/// The longest bracket (in tokens) that is skipped behind a name: *(R-Ohio)*, *(now the Ministry of Defence)*.
const LONGEST_BRACKET: usize = 12;
/// Longer words (in bytes) in capitals are shouted, not abbreviated: *UNESCO* has six, *NATIONALISTS* twelve.
const LONGEST_ACRONYM: usize = 8;
