//! The [`Ledger`]: who speaks, kept while an article is read.

use std::collections::HashMap;
use std::ops::Range;

use super::description;
use super::hearing::{Hearing, Source};
use super::mention::{self, Description, Form, Mention, Name, Nature};
use super::name;
use super::pronoun;
use super::roster::{Figure, FigureId, Meeting, Roster, Standing, Trait};
use super::{Speaker, SpeakerKind};
use crate::attribution::Attribution;
use crate::lexicon::{self, Definiteness, Person, Pronoun, Referent};
use crate::tag::{Passage, Tag};

/// Keeps count of who speaks while an article is read, window by window.
///
/// # Example: four mentions of one speaker
/// ```
/// let text = "Mayor Ada Holt left early. She said the talks had failed. “Enough,” Holt said. \
///             The mayor said she would be back.";
/// let report = whose_words_engine::read(text);
/// assert_eq!(report.speakers.len(), 1);
/// assert_eq!(report.speakers[0].name, "Ada Holt");
/// ```
#[derive(Default)]
pub struct Ledger {
    roster: Roster,
    /// Who is behind the sources of each attribution.
    answers: Vec<Vec<FigureId>>,
    /// How many sentences are read.
    sentence: usize,
    /// How many paragraphs are begun.
    paragraph: usize,
    /// Who was the last source.
    last_speaker: Option<FigureId>,
    /// Two or more named together last, and the sentence: whom *they* can be.
    together: Option<(Vec<FigureId>, usize)>,
    /// Who was met in this sentence, with the token behind the mention: whom *who* can be.
    met: Vec<(usize, FigureId)>,
}

impl Ledger {
    /// Reads the next window of the article and the attributions found in it.
    pub fn window(&mut self, passage: &Passage<'_>, attributions: &[Attribution]) {
        let first = self.answers.len();
        self.answers.resize(first + attributions.len(), Vec::new());
        self.roster.forget();
        self.paragraph += usize::from(passage.window.opens_paragraph);
        let hearing = Hearing::new(passage, attributions, first);
        let mut next = 0;
        for sentence in &passage.window.sentences {
            self.sentence += 1;
            self.met.clear();
            self.sentence(&hearing, sentence, &mut next);
        }
        self.first_persons(&hearing);
    }

    /// The speakers in the order in which they are first heard, and who is behind each attribution.
    pub fn finish(self) -> (Vec<Speaker>, Vec<Vec<usize>>) {
        let Self { roster, answers, .. } = self;
        let mut numbers: HashMap<FigureId, usize> = HashMap::new();
        let mut heard: Vec<FigureId> = Vec::new();
        let answers = answers
            .into_iter()
            .map(|figures| {
                let mut speakers: Vec<usize> = Vec::new();
                for figure in figures {
                    let figure = roster.settled(figure);
                    let number = *numbers.entry(figure).or_insert_with(|| {
                        heard.push(figure);
                        heard.len() - 1
                    });
                    if !speakers.contains(&number) {
                        speakers.push(number);
                    }
                }
                speakers
            })
            .collect();
        let mut figures = roster.into_figures();
        let speakers =
            heard.into_iter().filter_map(|id| Some(speaker(figures.get_mut(id)?))).collect();
        (speakers, answers)
    }

    /// Reads a sentence; `next` is the first source that is still to come.
    fn sentence(&mut self, hearing: &Hearing<'_>, sentence: &Range<usize>, next: &mut usize) {
        let mut at = sentence.start;
        // Up to here everything is said of someone already met, so that only names are noted.
        let mut apposed = at;
        while at < sentence.end {
            let mut reached = at;
            while let Some(source) =
                hearing.sources.get(*next).filter(|source| source.tokens.start <= at)
            {
                reached = reached.max(self.source(hearing, source));
                apposed = apposed.max(source.tokens.end);
                *next += 1;
            }
            if reached > at {
                at = reached;
                continue;
            }
            let Some((mention, close)) = hearing.reader.beginning_at(at, sentence.end) else {
                at += 1;
                continue;
            };
            // A source that begins inside: *former president |Barack Obama|*.
            let inside = hearing.sources.get(*next).filter(|s| s.tokens.start < mention.tokens.end);
            let end = mention.core_end.max(at + 1);
            match inside {
                Some(source) if !matches!(mention.form, Form::Name(_)) => {
                    at = source.tokens.start;
                    continue;
                }
                Some(_) => {
                    let figure = self.identify(hearing, &mention, Standing::Subject);
                    self.hear(hearing, figure, &mention);
                    while let Some(source) =
                        hearing.sources.get(*next).filter(|s| s.tokens.start < mention.tokens.end)
                    {
                        self.answer(
                            source.attributions.iter().map(|&a| hearing.first + a),
                            &[figure],
                        );
                        *next += 1;
                    }
                }
                None if at < apposed && !matches!(mention.form, Form::Name(_)) => {}
                None => self.note(hearing, &mention, close),
            }
            apposed = apposed.max(close).max(mention.tokens.end);
            at = end;
        }
    }

    /// Notes a mention that is no source.
    fn note(&mut self, hearing: &Hearing<'_>, mention: &Mention, close: usize) {
        let standing = hearing.standing(mention.tokens.start, close);
        if let Some(possessor) = &mention.possessor
            && let Some((owner, close)) =
                hearing.reader.beginning_at(possessor.start, possessor.end)
        {
            self.note(hearing, &owner, close);
        }
        match &mention.form {
            Form::Name(_) => {
                let figure = self.identify(hearing, mention, standing);
                self.met_together(hearing, mention, figure);
                self.met.push((close, figure));
            }
            Form::Pronoun(pronoun) => {
                let ours = pronoun.person == Person::Third && standing != Standing::Quoted;
                if ours && matches!(pronoun.referent, Referent::Gendered(_)) {
                    let here = self.meeting(hearing, &mention.tokens, standing);
                    let barred = hearing.quotations_of(mention.tokens.start);
                    let figure = pronoun::antecedent(
                        &self.roster,
                        *pronoun,
                        here,
                        &barred,
                        self.last_speaker,
                    );
                    if let Some(figure) = figure {
                        self.roster.meet(figure, here);
                        self.met.push((close, figure));
                    }
                }
            }
            Form::Description(description) => {
                if hearing.is_predicate(mention.tokens.start) {
                    self.ascribe(mention, description);
                } else if description.may_speak() && standing != Standing::Quoted {
                    let figure = self.identify(hearing, mention, standing);
                    self.met.push((close, figure));
                }
            }
        }
    }

    /// *Smith is a senator*: what is said of the subject of the sentence is a role of theirs.
    fn ascribe(&mut self, mention: &Mention, description: &Description) {
        let Some(&(_, subject)) = self.met.last() else { return };
        let role = mention.as_role().filter(|role| role.class.is_some());
        let Some(figure) = self.roster.get_mut(subject) else { return };
        let (Some(role), false) = (role, description.plural || figure.nature == Nature::Body)
        else {
            return;
        };
        figure.gender = figure.gender.or(role.gender);
        figure.describe(Trait { head: role.head, class: role.class, modifiers: role.modifiers });
    }

    /// *Smith and Jones*: whom *they* can be.
    fn met_together(&mut self, hearing: &Hearing<'_>, mention: &Mention, figure: FigureId) {
        let before = mention.tokens.start.checked_sub(1);
        let joined = before.filter(|&before| hearing.passage.tag(before) == Tag::CC);
        let other =
            self.met.last().filter(|(end, _)| joined == Some(*end)).map(|&(_, other)| other);
        if let Some(other) = other {
            self.together = Some((vec![other, figure], self.sentence));
        }
    }

    /// Answers for a source; gives where the reading goes on.
    fn source(&mut self, hearing: &Hearing<'_>, source: &Source) -> usize {
        let mentions = hearing.reader.source(source.tokens.clone());
        let mut figures: Vec<FigureId> = Vec::new();
        for mention in &mentions {
            if let Some(possessor) = &mention.possessor
                && let Some((owner, close)) =
                    hearing.reader.beginning_at(possessor.start, possessor.end)
            {
                self.note(hearing, &owner, close);
            }
            match &mention.form {
                Form::Pronoun(pronoun) => {
                    figures.extend(self.pronoun(hearing, source, mention, *pronoun));
                }
                Form::Name(_) | Form::Description(_) => {
                    let figure = self.identify(hearing, mention, Standing::Subject);
                    figures.push(figure);
                }
            }
            for &figure in &figures {
                self.hear(hearing, figure, mention);
            }
        }
        if mentions.is_empty() {
            figures.push(self.unread(hearing, source));
        }
        self.met.extend(figures.iter().map(|&figure| (source.tokens.end, figure)));
        if figures.len() > 1 {
            self.together = Some((figures.clone(), self.sentence));
        }
        self.answer(source.attributions.iter().map(|&a| hearing.first + a), &figures);
        mentions.first().map_or(source.tokens.end, |first| first.core_end)
    }

    /// A source in which nothing can be read as a phrase is a speaker of its own.
    fn unread(&mut self, hearing: &Hearing<'_>, source: &Source) -> FigureId {
        let span = hearing.passage.span(source.tokens.clone());
        let name = span.of(hearing.passage.window.text).to_owned();
        let mut figure = Figure::new(name, Nature::Unclear, SpeakerKind::RoleOnly);
        figure.mentions.push(span);
        let id = self.roster.add(figure, &[]);
        let here = self.meeting(hearing, &source.tokens, Standing::Subject);
        self.roster.meet(id, here);
        self.roster.let_speak(id);
        id
    }

    /// Notes that a figure is the source `mention`.
    fn hear(&mut self, hearing: &Hearing<'_>, figure: FigureId, mention: &Mention) {
        let span = hearing.passage.span(mention.tokens.clone());
        self.roster.let_speak(figure);
        self.last_speaker = Some(figure);
        if let Some(figure) = self.roster.get_mut(figure) {
            if mention.unnamed && !figure.named() {
                figure.kind = SpeakerKind::Unnamed;
            }
            figure.mentions.push(span);
        }
    }

    fn answer(&mut self, attributions: impl Iterator<Item = usize>, figures: &[FigureId]) {
        for attribution in attributions {
            if let Some(answer) = self.answers.get_mut(attribution) {
                answer.extend(figures);
            }
        }
    }

    /// Who a pronoun that is a source stands for.
    fn pronoun(
        &mut self,
        hearing: &Hearing<'_>,
        source: &Source,
        mention: &Mention,
        pronoun: Pronoun,
    ) -> Vec<FigureId> {
        let here = self.meeting(hearing, &mention.tokens, Standing::Subject);
        let found = match pronoun.person {
            Person::Relative => self.relative(hearing, mention, pronoun).into_iter().collect(),
            Person::First | Person::Second if hearing.in_quotation(mention.tokens.start) => {
                // Answered once the window is read: see `first_persons`.
                return Vec::new();
            }
            Person::First | Person::Second => Vec::new(),
            Person::Third => self.third_person(hearing, source, pronoun, here),
        };
        if found.is_empty() {
            return vec![self.nameless_pronoun(hearing, mention, pronoun, here)];
        }
        for &figure in &found {
            self.roster.meet(figure, here);
            if let Some(figure) = self.roster.get_mut(figure) {
                learn_from_pronoun(figure, pronoun);
            }
        }
        found
    }

    fn third_person(
        &self,
        hearing: &Hearing<'_>,
        source: &Source,
        pronoun: Pronoun,
        here: Meeting,
    ) -> Vec<FigureId> {
        let mut barred = hearing.contents_of(source);
        barred.extend(hearing.quotations_of(source.tokens.start));
        let found = pronoun::antecedent(&self.roster, pronoun, here, &barred, self.last_speaker);
        if pronoun.plural == Some(true)
            && let Some((together, sentence)) = &self.together
            && self.sentence.saturating_sub(*sentence) <= SENTENCES_TOGETHER
        {
            let met = found.and_then(|id| self.roster.get(id)).map(|figure| figure.last.sentence);
            if met.is_none_or(|met| met <= *sentence) {
                return together.clone();
            }
        }
        found.into_iter().collect()
    }

    /// Who is meant by *who* or *which*: whoever was met last in the sentence, else what stands right before.
    fn relative(
        &mut self,
        hearing: &Hearing<'_>,
        mention: &Mention,
        pronoun: Pronoun,
    ) -> Option<FigureId> {
        let at = mention.tokens.start;
        let somebody = pronoun.referent == Referent::Somebody;
        let fits = |figure: &Figure| (figure.nature != Nature::Body) == somebody || !somebody;
        let met = self
            .met
            .iter()
            .rev()
            .find(|(end, id)| *end <= at && self.roster.get(*id).is_some_and(fits));
        let right_before = hearing.phrase_before(at);
        match (met, right_before) {
            // *residents, who say …*: nobody that was noted.
            (met, Some(phrase)) if met.is_none_or(|(end, _)| *end <= phrase.start) => {
                let (mention, _) = hearing.reader.beginning_at(phrase.start, at)?;
                let plain = !matches!(mention.form, Form::Pronoun(_));
                plain.then(|| self.identify(hearing, &mention, Standing::Subject))
            }
            (Some(&(_, id)), _) => Some(id),
            (None, _) => None,
        }
    }

    /// A pronoun that nobody fits is a speaker of its own, and the same one when it comes again.
    fn nameless_pronoun(
        &mut self,
        hearing: &Hearing<'_>,
        mention: &Mention,
        pronoun: Pronoun,
        here: Meeting,
    ) -> FigureId {
        let word = hearing.passage.folded(mention.tokens.start).to_owned();
        let known = self.roster.recent().find(|(_, figure)| {
            !figure.named() && figure.traits.first().is_some_and(|known| known.head == word)
        });
        let id = match known {
            Some((id, _)) => id,
            None => {
                let name = hearing.passage.word(mention.tokens.start).to_owned();
                let mut figure = Figure::new(name, Nature::Person, SpeakerKind::Unnamed);
                figure.plural = pronoun.plural == Some(true);
                figure.describe(Trait { head: word, class: None, modifiers: Vec::new() });
                learn_from_pronoun(&mut figure, pronoun);
                self.roster.add(figure, &[])
            }
        };
        self.roster.meet(id, here);
        id
    }

    /// *I* and *we* inside somebody’s words are whoever says them.
    fn first_persons(&mut self, hearing: &Hearing<'_>) {
        for source in &hearing.sources {
            for &inner in &source.attributions {
                let unanswered = self.answers.get(hearing.first + inner).is_some_and(Vec::is_empty);
                if !unanswered {
                    continue;
                }
                let span = hearing.passage.span(source.tokens.clone());
                let outer = hearing
                    .attributions
                    .iter()
                    .enumerate()
                    .filter(|(index, outer)| {
                        *index != inner
                            && outer.content.iter().any(|content| content.contains(span))
                    })
                    .find_map(|(index, _)| self.answers.get(hearing.first + index))
                    .filter(|figures| !figures.is_empty())
                    .cloned();
                let speaking = outer.unwrap_or_else(|| self.last_speaker.into_iter().collect());
                self.answer(std::iter::once(hearing.first + inner), &speaking);
            }
        }
    }

    /// The figure that a name or description is, a new one where it is nobody’s met before.
    fn identify(
        &mut self,
        hearing: &Hearing<'_>,
        mention: &Mention,
        standing: Standing,
    ) -> FigureId {
        let here = self.meeting(hearing, &mention.tokens, standing);
        let traits: Vec<Trait> = mention
            .roles
            .iter()
            .map(|role| Trait {
                head: role.head.clone(),
                class: role.class,
                modifiers: role.modifiers.clone(),
            })
            .collect();
        let id = match &mention.form {
            Form::Pronoun(pronoun) => {
                return self.nameless_pronoun(hearing, mention, *pronoun, here);
            }
            Form::Name(name) => match name::bearer(&self.roster, name, &traits, here) {
                Some(id) => self.roster.settled(id),
                None => self.introduce(hearing, name),
            },
            Form::Description(description) => {
                match description::taken_up(&self.roster, description, here) {
                    Some(id) => self.roster.settled(id),
                    None => self.introduce_nameless(hearing, mention, description),
                }
            }
        };
        if let Form::Name(name) = &mention.form {
            self.learn_name(hearing, id, mention, name);
        }
        self.learn_roles(hearing, id, mention);
        self.learn_acronym(hearing, id, mention);
        if let Form::Name(_) = &mention.form {
            self.join_described(id, &traits, here);
        }
        self.roster.meet(id, here);
        id
    }

    /// Adds a figure under its name.
    fn introduce(&mut self, hearing: &Hearing<'_>, name: &Name) -> FigureId {
        let text = hearing.passage.span(name.tokens.clone()).of(hearing.passage.window.text);
        let mut figure = Figure::new(text.to_owned(), name.nature, SpeakerKind::NamedPerson);
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
            _ if description.is_of_body() => Nature::Body,
            _ => Nature::Person,
        };
        let name = span.of(hearing.passage.window.text).to_owned();
        let mut figure = Figure::new(name, nature, description.kind);
        figure.plural = description.plural;
        figure.gender = description.gender;
        figure.definite = description.definiteness == Some(Definiteness::Definite);
        figure.mentions.push(span);
        figure.describe(Trait {
            head: description.head.clone(),
            class: lexicon::role(&description.head).map(|role| role.class),
            modifiers: description.modifiers.clone(),
        });
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

    /// Takes over the roles that stand beside a name.
    fn learn_roles(&mut self, hearing: &Hearing<'_>, id: FigureId, mention: &Mention) {
        let text = hearing.passage.window.text;
        let span = hearing.passage.span(mention.tokens.clone());
        for role in &mention.roles {
            let words = hearing.passage.span(role.tokens.clone()).of(text);
            let body = mention::is_body(&role.head);
            let Some(figure) = self.roster.get_mut(id) else { return };
            if figure.nature == Nature::Unclear {
                figure.nature = match role.class {
                    Some(_) => Nature::Person,
                    None if body => Nature::Body,
                    None => Nature::Unclear,
                };
            }
            figure.gender = figure.gender.or(role.gender);
            let fuller = figure.role.as_ref().is_none_or(|known| known.len() < words.len());
            if fuller && words.len() <= LONGEST_ROLE && figure.named() {
                figure.role = Some(words.to_owned());
                figure.mentions.push(span);
            }
            figure.describe(Trait {
                head: role.head.clone(),
                class: role.class,
                modifiers: role.modifiers.clone(),
            });
        }
    }

    /// *the Union of Veterans (RUVAV)*: from now on it can be called so.
    fn learn_acronym(&mut self, hearing: &Hearing<'_>, id: FigureId, mention: &Mention) {
        let Some(at) = mention.acronym else { return };
        let is_body = self
            .roster
            .get(id)
            .is_some_and(|figure| figure.named() && figure.nature != Nature::Person);
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
    fn join_described(&mut self, id: FigureId, traits: &[Trait], here: Meeting) {
        for role in traits.iter().filter(|role| role.class.is_some()) {
            let described = |(other, figure): (FigureId, &Figure)| {
                let same = figure.traits.first().is_some_and(|known| {
                    known.head == role.head
                        && known.modifiers.iter().all(|word| role.modifiers.contains(word))
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

    fn meeting(&self, hearing: &Hearing<'_>, tokens: &Range<usize>, standing: Standing) -> Meeting {
        Meeting {
            span: hearing.passage.span(tokens.clone()),
            sentence: self.sentence,
            paragraph: self.paragraph,
            standing,
        }
    }
}

/// What a pronoun tells of whom it stands for.
fn learn_from_pronoun(figure: &mut Figure, pronoun: Pronoun) {
    match pronoun.referent {
        Referent::Gendered(gender) => {
            figure.gender = figure.gender.or(Some(gender));
            if figure.nature == Nature::Unclear {
                figure.nature = Nature::Person;
            }
        }
        Referent::Somebody if figure.nature == Nature::Unclear => figure.nature = Nature::Person,
        _ => {}
    }
}

/// The words that a name can be looked up by.
fn keys(name: &Name) -> Vec<String> {
    let ends = name.words.first().into_iter().chain(name.words.last()).cloned();
    let mut keys: Vec<String> = ends.collect();
    if name.nature != Nature::Person && name.words.len() > 1 {
        keys.extend(name::initials(&name.words));
    }
    keys.retain(|key| !key.is_empty() && key.len() <= LONGEST_KEY);
    keys.sort_unstable();
    keys.dedup();
    keys
}

/// What is reported of a figure.
fn speaker(figure: &mut Figure) -> Speaker {
    let kind = match (figure.named(), figure.nature) {
        (true, Nature::Body) => SpeakerKind::NamedOrganisation,
        // A name that nothing tells more of is that of a person more often than not.
        (true, Nature::Person | Nature::Unclear) => SpeakerKind::NamedPerson,
        (false, _) => figure.kind,
    };
    let mut mentions = std::mem::take(&mut figure.mentions);
    // An outer mention comes before those that lie inside it.
    mentions.sort_unstable_by_key(|span| (span.start, std::cmp::Reverse(span.end)));
    mentions.dedup_by(|inner, outer| outer.contains(*inner));
    Speaker { name: std::mem::take(&mut figure.name), kind, role: figure.role.take(), mentions }
}

/// For how many sentences *they* can be those who were named together.
const SENTENCES_TOGETHER: usize = 3;
/// Within how many sentences *the president* gets the name of *President Ada Holt*.
const SENTENCES_TO_A_NAME: usize = 12;
/// The longest role (in bytes) that is shown.
const LONGEST_ROLE: usize = 160;
/// Longer words (in bytes) are no names.
const LONGEST_KEY: usize = 40;
