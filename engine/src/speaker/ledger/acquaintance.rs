//! Whom a name or a description means: someone met before, or someone new; and what it tells of them.

use super::Ledger;
use crate::lexicon::{self, Definiteness};
use crate::speaker::SpeakerKind;
use crate::speaker::description;
use crate::speaker::hearing::Hearing;
use crate::speaker::mention::{Description, Form, Mention, Name, Nature};
use crate::speaker::name;
use crate::speaker::noun::Noun;
use crate::speaker::roster::{Figure, FigureId, Meeting, Standing};

impl Ledger {
    /// The figure that a name or description is, a new one where it is nobody’s met before. `owner` is who the
    /// possessor at its front is.
    pub(super) fn identify(
        &mut self,
        hearing: &Hearing<'_>,
        mention: &Mention,
        owner: Option<FigureId>,
        standing: Standing,
    ) -> FigureId {
        let here = self.meeting(hearing, &mention.tokens, standing);
        let nouns: Vec<Noun> = mention.roles.iter().map(|role| role.noun.clone()).collect();
        let id = match &mention.form {
            Form::Pronoun(pronoun) => {
                return self.nameless_pronoun(hearing, mention, *pronoun, here);
            }
            Form::Name(name) => match name::bearer(&self.roster, name, &nouns, here) {
                Some(id) => self.roster.settled(id),
                None => self.introduce(hearing, name),
            },
            Form::Description(description) => {
                let found = self
                    .kin(mention, description, owner, here)
                    .or_else(|| description::taken_up(&self.roster, description, here));
                match found {
                    Some(id) => self.roster.settled(id),
                    None => self.introduce_nameless(hearing, mention, description),
                }
            }
        };
        if let Form::Name(name) = &mention.form {
            self.learn_name(hearing, id, mention, name);
        }
        if let Form::Description(description) = &mention.form {
            self.learn_description(id, description);
        }
        self.learn_roles(hearing, id, mention);
        self.learn_acronym(hearing, id, mention);
        if let Form::Name(_) = &mention.form {
            self.join_described(id, &nouns, here);
            if standing == Standing::Subject {
                self.anticipated(id);
            }
        }
        self.relate(id, mention, owner);
        self.roster.meet(id, here);
        id
    }

    /// Adds a figure under its name.
    fn introduce(&mut self, hearing: &Hearing<'_>, name: &Name) -> FigureId {
        let text = hearing.passage.span(name.tokens.clone()).of(hearing.passage.window.text);
        let whole = name.words.join(" ");
        let place = lexicon::located(&whole);
        let nature = match name.nature {
            Nature::Unclear if name.acronym => Nature::Body,
            // *Washington said*, where nobody of that name was met.
            Nature::Unclear if place || lexicon::firm(&whole) => Nature::Body,
            nature => nature,
        };
        let mut figure = Figure::new(text.to_owned(), nature, SpeakerKind::NamedPerson);
        if let ([word], Nature::Person) = (name.words.as_slice(), nature) {
            figure.gender = lexicon::first_name(word).and_then(|first| first.gender);
        }
        figure.place = place;
        figure.words.clone_from(&name.words);
        figure.suffix.clone_from(&name.suffix);
        figure.mentions.push(hearing.passage.span(name.tokens.clone()));
        self.roster.add(figure, &keys(name))
    }

    /// Adds a figure that has no name.
    fn introduce_nameless(
        &mut self,
        hearing: &Hearing<'_>,
        mention: &Mention,
        description: &Description,
    ) -> FigureId {
        let span = hearing.passage.span(mention.tokens.clone());
        let nature = match description.kind {
            SpeakerKind::NamedOrganisation | SpeakerKind::Document => Nature::Body,
            _ if description.noun.is_of_body() => Nature::Body,
            _ => Nature::Person,
        };
        let name = span.of(hearing.passage.window.text).to_owned();
        let mut figure = Figure::new(name, nature, description.kind);
        figure.plural = description.plural;
        figure.gender = description.gender;
        figure.definite = description.definiteness == Some(Definiteness::Definite);
        figure.mentions.push(span);
        figure.describe(description.noun.clone());
        self.roster.add(figure, &[])
    }

    /// Takes over what a name says: a fuller name, what bears it, its gender.
    fn learn_name(&mut self, hearing: &Hearing<'_>, id: FigureId, mention: &Mention, name: &Name) {
        let span = hearing.passage.span(mention.tokens.clone());
        let text = hearing.passage.span(name.tokens.clone()).of(hearing.passage.window.text);
        let Some(figure) = self.roster.get_mut(id) else { return };
        figure.gender = figure.gender.or(name.gender);
        if figure.nature == Nature::Unclear {
            figure.nature = name.nature;
        }
        let fuller = name.words.len() > figure.words.len()
            || (name.words.len() == figure.words.len()
                && name.suffix.is_some()
                && figure.suffix.is_none());
        if fuller || figure.count == 0 {
            figure.name = text.to_owned();
            figure.words.clone_from(&name.words);
            figure.suffix.clone_from(&name.suffix);
            figure.mentions.push(span);
        }
        if fuller {
            for key in keys(name) {
                self.roster.index(id, &key);
            }
        }
    }

    /// Takes over what a description tells of someone with a name.
    fn learn_description(&mut self, id: FigureId, description: &Description) {
        let Some(figure) = self.roster.get_mut(id) else { return };
        if figure.named() && (description.noun.is_of_body() || description.noun.class.is_some()) {
            figure.describe(Noun::alone(&description.noun.head));
        }
        figure.gender = figure.gender.or(description.gender);
        if figure.nature == Nature::Unclear && description.noun.is_of_body() {
            figure.nature = Nature::Body;
        } else if figure.nature == Nature::Unclear && description.noun.is_of_person() {
            figure.nature = Nature::Person;
        }
    }

    /// Takes over the roles that stand beside a name.
    fn learn_roles(&mut self, hearing: &Hearing<'_>, id: FigureId, mention: &Mention) {
        let text = hearing.passage.window.text;
        let span = hearing.passage.span(mention.tokens.clone());
        if let Some(figure) = self.roster.get_mut(id) {
            figure.party = figure.party.or(mention.party);
        }
        for role in &mention.roles {
            let words = hearing.passage.span(role.tokens.clone()).of(text);
            let body = role.noun.is_of_body();
            let Some(figure) = self.roster.get_mut(id) else { return };
            if figure.nature == Nature::Unclear {
                figure.nature = match role.noun.class {
                    Some(_) if role.noun.is_of_person() => Nature::Person,
                    None if body => Nature::Body,
                    _ => Nature::Unclear,
                };
            }
            figure.gender = figure.gender.or(role.gender);
            let fuller = figure.role.as_ref().is_none_or(|known| known.len() < words.len());
            if fuller && words.len() <= LONGEST_ROLE && figure.named() {
                figure.role = Some(words.to_owned());
                figure.mentions.push(span);
            }
            figure.describe(role.noun.clone());
        }
    }

    /// *the Union of Veterans (RUVAV)*: from now on it can be called so.
    fn learn_acronym(&mut self, hearing: &Hearing<'_>, id: FigureId, mention: &Mention) {
        let Some(at) = mention.acronym else { return };
        let is_body = self
            .roster
            .get(id)
            .is_some_and(|figure| figure.words.len() > 1 && figure.nature != Nature::Person);
        if !is_body {
            return;
        }
        let acronym = hearing.passage.folded(at).to_owned();
        let known = self
            .roster
            .with_word(&acronym)
            .find(|(_, figure)| figure.words.as_slice() == std::slice::from_ref(&acronym));
        if let Some((other, _)) = known {
            self.roster.join(id, other);
        }
        self.roster.index(id, &acronym);
        if let Some(figure) = self.roster.get_mut(id) {
            figure.nature = Nature::Body;
            figure.aliases.push(acronym);
        }
    }

    /// *The president said … President Ada Holt*: who was only described has a name now.
    fn join_described(&mut self, id: FigureId, nouns: &[Noun], here: Meeting) {
        for role in nouns.iter().filter(|role| role.class.is_some()) {
            let described = |(other, figure): (FigureId, &Figure)| {
                let same = figure.nouns.first().is_some_and(|known| {
                    (known.head == role.head || known.is_broader(role))
                        && known.words().all(|word| role.has(word))
                        && (known.place.is_none() || known.place == role.place)
                        && (known.party.is_none() || known.party == role.party)
                });
                let near =
                    here.sentence.saturating_sub(figure.last.sentence) <= SENTENCES_TO_A_NAME;
                let nameless = !figure.named() && !figure.plural && figure.definite;
                (other != id && same && near && nameless).then_some(other)
            };
            let found: Vec<FigureId> = self.roster.recent().filter_map(described).collect();
            // Of two *presidents* neither is surely this one.
            if let [other] = found[..] {
                self.roster.join(id, other);
            }
        }
    }
}

/// The words that a name can be looked up by.
fn keys(name: &Name) -> Vec<String> {
    let bare = name.words.last().map(|last| name::without_particle(last).to_owned());
    let ends = name.words.first().into_iter().chain(name.words.last()).cloned().chain(bare);
    let initials = (name.nature != Nature::Person && name.words.len() > 1)
        .then(|| name::initials(&name.words));
    let mut keys: Vec<String> = Vec::new();
    for key in ends.chain(initials.into_iter().flatten()) {
        if !key.is_empty() && key.len() <= LONGEST_KEY && !keys.contains(&key) {
            keys.push(key);
        }
    }
    keys
}

/// Within how many sentences *the president* gets the name of *President Ada Holt*.
const SENTENCES_TO_A_NAME: usize = 12;
/// The longest role (in bytes) that is shown.
const LONGEST_ROLE: usize = 160;
/// Longer words (in bytes) are no names.
const LONGEST_KEY: usize = 40;
