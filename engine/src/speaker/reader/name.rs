//! Reads names: with their titles, with the small nouns before them, alone.

use std::ops::Range;

use super::word::AMPERSAND;
use super::{BLANK, FULL_STOP, Reader};
use crate::fold::folded;
use crate::lexicon::{self, Definiteness, Gender, NamePart, RoleClass};
use crate::speaker::mention::{Form, Mention, Name, Nature, Role};
use crate::tag::Tag;

impl Reader<'_> {
    /// *President Vladimir Putin, Fight for $15 organizing director Kendall Fells, Mr. Trump*.
    pub(super) fn titled_name(&self, at: usize, core: &Range<usize>) -> Option<Mention> {
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
            // *Republican National Committee*, *Justice Department*.
            let body = match title {
                None => self.has_organisation_word(&(end..core.end)),
                Some((_, title)) => {
                    let last = self.passage.folded(core.end - 1);
                    // *the General Assembly*, *General Motors*, but *General Post*.
                    let inside = lexicon::organisation_word(last)
                        && (position > at || self.goes_on_nameless(end, core.end));
                    let whole = lexicon::firm(&self.words(position..core.end).join(BLANK));
                    title.role.is_some()
                        && (inside
                            || whole
                            || lexicon::body(last).is_some()
                            || lexicon::ends_organisation(last))
                }
            };
            if named && !body {
                found = Some((position, end, gender));
            }
            position = end;
        }
        let (title_start, name_start, gender) = found?;
        let mut name = self.name(name_start..core.end);
        // *Rival Brightfield* may be a company.
        let role = self.passage.folded(name_start - 1);
        if !lexicon::role_of_either(role) {
            name.nature = Nature::Person;
        } else if name.nature == Nature::Unclear && lexicon::body(role).is_some() {
            // *Broadcaster Vell*, but *Publisher Ann Lee*.
            name.nature = Nature::Body;
        }
        name.gender = gender.or(name.gender);
        // *Mr. Crewe*, but *Sir Peter* and *Queen Anne*.
        name.civil = self.title_end(title_start).is_some_and(|(_, title)| title.role.is_none());
        let before = core.start..name_start;
        let mut mention = Mention::new(at..core.end, Form::Name(name));
        mention.roles.extend(self.role_before(before, title_start));
        Some(mention)
    }

    /// Whether more than one word stands there and the first is nobody’s first name: *Duke | Energy Corp.*, but *Baron | Laura Post*.
    fn goes_on_nameless(&self, at: usize, end: usize) -> bool {
        at + 1 < end && lexicon::first_name(self.passage.folded(at)).is_none()
    }

    /// A title is part of a name when a first name stands before it: *Howard Dean* is no dean; and itself a first
    /// name when nothing but a surname follows: nor is *Dean Garvey*.
    pub(super) fn may_be_title(&self, at: usize, core: &Range<usize>) -> bool {
        let is_first = |at| lexicon::first_name(self.passage.folded(at)).is_some();
        if is_first(at) && self.is_name_word(at) && at + 2 == core.end && !is_first(at + 1) {
            return false;
        }
        let Some(before) = at.checked_sub(1).filter(|&before| before >= core.start) else {
            return true;
        };
        // *Porto Paulo Mayor Ana Reis*: nobody has one first name behind another’s surname.
        if is_first(at + 1) && self.is_name_word(at + 1) && at + 2 < core.end {
            return true;
        }
        let capital = self.is_name_word(at);
        let first = lexicon::first_name(self.passage.folded(before)).is_some()
            && self.is_name_word(before)
            && lexicon::role(self.passage.folded(before)).is_none()
            && self.title_end(before).is_none();
        !(capital && first)
    }

    /// The role that the words before a name are; a mere *Mr.* is none.
    pub(super) fn role_before(&self, tokens: Range<usize>, title_start: usize) -> Option<Role> {
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
            let words = role.split(BLANK).map(folded);
            noun.labels.extend(words.filter(|word| *word != head && word != OF.trim()));
        }
        noun.class = noun.class.or(Some(RoleClass::Office));
        let gender = lexicon::role(&head).and_then(|role| role.gender);
        Some(Role { tokens, noun, gender })
    }

    /// *the head of the harbour board Ann Lee*: whoever has the role is named behind what it is a role in. What begins with a known
    /// first name is told from that, and what stands behind a noun for a body or letters for one.
    pub(super) fn named_behind_field(
        &self,
        at: usize,
        core: &Range<usize>,
        head: usize,
        limit: usize,
    ) -> Option<Mention> {
        let role = lexicon::role(self.passage.folded(head)).filter(|role| !role.plural)?;
        let end = self.tail_end(core.end, limit);
        let capital = |at: &usize| self.is_name_word(*at);
        let first = (core.end..end).rev().take_while(capital).last()?;
        let start = (first..end).find(|&at| {
            let begins = lexicon::first_name(self.passage.folded(at)).is_some() && at + 1 < end;
            at > core.end + 1
                && self.ends_field(at - 1)
                && (begins || self.is_behind_body(&(at..end)))
        })?;
        let folded = self.passage.folded(head);
        let noun = self.noun(folded, core.start..head, head + 1..start);
        let tokens = core.start..start;
        let mut mention = Mention::new(at..end, Form::Name(self.name(start..end)));
        mention.roles.push(Role { tokens, noun, gender: role.gender });
        Some(mention)
    }

    /// Whether the name, which may be a person’s, stands behind a noun for a body or letters for one: *the agency | Arvo Kuusk*,
    /// *the WTB | Arvo Kuusk*.
    fn is_behind_body(&self, name: &Range<usize>) -> bool {
        let before = name.start - 1;
        let common = !self.is_name_word(before);
        let body = lexicon::body(self.passage.folded(before)).is_some();
        let whole = self.words(name.clone()).join(BLANK);
        ((common && body) || self.is_acronym(before))
            && name.len() > 1
            && self.is_bare(name.clone())
            && !lexicon::firm(&whole)
            && !lexicon::located(&whole)
    }

    /// Whether a name stands elsewhere in the passage without its first word.
    fn stands_without_first(&self, name: &Range<usize>) -> bool {
        let same = |at: usize, other: usize| self.passage.folded(at) == self.passage.folded(other);
        (name.len()..=self.passage.len()).map(|end| end - name.len()..end).any(|other| {
            let mut pairs = other.clone().zip(name.clone()).skip(1);
            !same(other.start, name.start) && pairs.all(|(at, other)| same(at, other))
        })
    }

    /// Whether all words are written like names and no lexicon says what bears them.
    fn is_bare(&self, mut tokens: Range<usize>) -> bool {
        tokens.all(|at| {
            self.passage.is_bare_name(at) && lexicon::body(self.passage.folded(at)).is_none()
        })
    }

    /// Whether what somebody has a role in may end with the word, and no title of somebody does: *board* and *Committee*, not
    /// *Senator*.
    fn ends_field(&self, at: usize) -> bool {
        let folded = self.passage.folded(at);
        let thing = lexicon::role(folded).is_none()
            && self.title_end(at).is_none()
            && self.party(at).is_none()
            && lexicon::demonym(folded).is_none()
            && !lexicon::place(folded)
            && lexicon::first_name(folded).is_none();
        let named = self.is_name_word(at) || lexicon::body(folded).is_some();
        thing && named
    }

    /// *plumber Joe Smith*: a small noun before a name says what bears it.
    pub(super) fn false_title(&self, at: usize, core: &Range<usize>) -> Option<Mention> {
        let part = |&at: &usize| self.is_name_word(at) || self.joins(at, core);
        let name_start = (core.start..core.end).rev().take_while(part).last()?;
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
    pub(super) fn plain_name(
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
        // *Mahdi Abdul Hadi*: three words of which no lexicon knows more than that one is a first name; but *Crooked Ann Lee* where
        // *Ann Lee* is met, too.
        let three = || {
            core.len() == 3
                && self.is_bare(core.clone())
                && !self.passage.is_headline(at)
                && !self.stands_without_first(&core)
        };
        if let Some(first) = first_name
            && plain
            && !is_first(core.start)
            && !self.has_organisation_word(&(first..core.end))
            && !three()
        {
            start = first;
        }
        // *Dutch Pieter Vroom*, but *American Airlines* and *the Dutch Red Cross*.
        let of_place = (core.start..core.end.saturating_sub(2).min(core.start + 2)).find(|&at| {
            let demonym = self.words(core.start..at + 1).join(BLANK);
            lexicon::demonym(&demonym).is_some()
        });
        if let Some(of_place) = of_place
            && definiteness.is_none()
            && plain
            && start == core.start
            && self.nature_of(&core) == Nature::Unclear
        {
            start = of_place + 1;
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
    pub(super) fn name(&self, tokens: Range<usize>) -> Name {
        let mut words: Vec<String> = tokens
            .clone()
            .filter(|&at| !matches!(self.passage.tag(at), Tag::HYPH | Tag::Comma))
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
        Name { tokens, words, suffix, nature, gender, civil: false, acronym }
    }

    /// What bears a name, by its words alone.
    pub(super) fn nature(
        &self,
        tokens: &Range<usize>,
        words: &[String],
        first_name: bool,
        suffix: bool,
    ) -> Nature {
        let joined = tokens.clone().any(|at| {
            let folded = self.passage.folded(at);
            let particle = lexicon::name_part(folded) == Some(NamePart::Particle);
            (matches!(self.passage.tag(at), Tag::IN | Tag::CC) && !particle) || folded == AMPERSAND
        });
        let whole = words.join(BLANK);
        // *Morgan Stanley*, but *Washington* may be somebody.
        let place = lexicon::place(&whole)
            || (words.len() > 1 && (lexicon::located(&whole) || lexicon::firm(&whole)));
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

    /// What bears the name that is made of the tokens.
    fn nature_of(&self, tokens: &Range<usize>) -> Nature {
        self.name(tokens.clone()).nature
    }

    pub(super) fn has_organisation_word(&self, tokens: &Range<usize>) -> bool {
        let last = tokens.end.saturating_sub(1);
        tokens.clone().any(|at| lexicon::organisation_word(self.passage.folded(at)))
            || (tokens.len() > 1 && {
                let last = self.passage.folded(last);
                lexicon::body(last).is_some() || lexicon::ends_organisation(last)
            })
    }
}

/// The head of a role of several words: *secretary of state*, *prime minister*.
fn role_head(role: &str) -> &str {
    let base = role.split(OF).next().unwrap_or(role);
    base.rsplit(BLANK).next().unwrap_or(base)
}

/// What parts the head of a role from its field.
const OF: &str = " of ";
