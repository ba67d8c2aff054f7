//! The [`Ledger`]: who speaks, kept while an article is read.

use std::ops::Range;

use super::description;
use super::hearing::{Hearing, Source};
use super::mention::{Description, Form, Mention, Name, Nature};
use super::name;
use super::noun::Noun;
use super::pronoun;
use super::roster::{Figure, FigureId, Meeting, Roster, Standing};
use super::{Speaker, SpeakerKind};
use crate::attribution::Attribution;
use crate::lexicon::{self, Definiteness, Person, Pronoun, Referent};
use crate::order;
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
    /// Two or more who were named together last: whom *they* can be.
    together: Vec<FigureId>,
    /// Who was met in this window, with the tokens of the mention: whom *who* can be.
    met: Vec<(Range<usize>, FigureId)>,
}

impl Ledger {
    /// Reads the next window of the article and the attributions found in it.
    pub fn window(&mut self, passage: &Passage<'_>, attributions: &[Attribution]) {
        let first = self.answers.len();
        self.answers.resize(first + attributions.len(), Vec::new());
        self.roster.forget();
        self.met.clear();
        let hearing = Hearing::new(passage, attributions, first);
        let mut next = 0;
        for sentence in &passage.window.sentences {
            self.sentence += 1;
            self.paragraph += usize::from(passage.window.begins_paragraph(sentence.start));
            self.sentence(&hearing, sentence, &mut next);
        }
        self.first_persons(&hearing);
    }

    /// The speakers in the order in which they are first heard, and who is behind each attribution.
    pub fn finish(self) -> (Vec<Speaker>, Vec<Vec<usize>>) {
        let Self { roster, answers, .. } = self;
        // The number of each figure, once it is heard.
        let mut numbers: Vec<Option<usize>> = Vec::new();
        let mut heard: Vec<FigureId> = Vec::new();
        let answers = answers
            .into_iter()
            .map(|figures| {
                let mut speakers: Vec<usize> = Vec::new();
                for figure in figures {
                    let figure = roster.settled(figure);
                    if numbers.len() <= figure {
                        numbers.resize(figure + 1, None);
                    }
                    let Some(number) = numbers.get_mut(figure) else { continue };
                    let number = *number.get_or_insert_with(|| {
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
                // In a headline every word looks like a name.
                None if hearing.passage.is_headline(sentence.start) => {}
                None => self.note(hearing, &mention, close),
            }
            apposed = apposed.max(close).max(mention.tokens.end);
            at = end;
        }
    }

    /// Notes a mention that is no source.
    fn note(&mut self, hearing: &Hearing<'_>, mention: &Mention, close: usize) {
        let standing = hearing.standing(mention.tokens.start, close);
        self.possessor(hearing, mention);
        match &mention.form {
            Form::Name(_) => {
                let figure = self.identify(hearing, mention, standing);
                self.met_together(hearing, mention.tokens.start, figure);
                self.met.push((mention.tokens.start..close, figure));
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
                        self.met.push((mention.tokens.start..close, figure));
                    }
                }
            }
            Form::Description(description) => {
                if hearing.is_predicate(mention.tokens.start) {
                    self.ascribe(hearing, mention, description);
                } else if let Some(several) = self.several(description) {
                    let here = self.meeting(hearing, &mention.tokens, standing);
                    several.iter().for_each(|&figure| self.roster.meet(figure, here));
                } else if description.may_speak() && standing != Standing::Quoted {
                    let figure = self.identify(hearing, mention, standing);
                    self.met.push((mention.tokens.start..close, figure));
                }
            }
        }
    }

    /// *Smith is a senator*: what is said of the subject of the sentence is a role of theirs.
    fn ascribe(&mut self, hearing: &Hearing<'_>, mention: &Mention, description: &Description) {
        let sentence = hearing.passage.sentence_of(mention.tokens.start);
        let met = self.met.iter().rev().find(|(tokens, _)| sentence.contains(&tokens.start));
        let Some(&(_, subject)) = met else { return };
        let role = mention.as_role().filter(|role| role.noun.class.is_some());
        let Some(figure) = self.roster.get_mut(subject) else { return };
        let (Some(role), false) = (role, description.plural || figure.nature == Nature::Body)
        else {
            return;
        };
        figure.gender = figure.gender.or(role.gender);
        figure.describe(role.noun);
    }

    /// *Smith and Jones*: whom *they* can be.
    fn met_together(&mut self, hearing: &Hearing<'_>, start: usize, figure: FigureId) {
        let joined = start.checked_sub(1).filter(|&before| hearing.passage.tag(before) == Tag::CC);
        let other = self.met.iter().rev().find(|(tokens, _)| joined == Some(tokens.end));
        if let Some(&(_, other)) = other
            && other != figure
        {
            self.together = vec![other, figure];
        }
    }

    /// Those named together, where a description is of them all: *the two senators*.
    fn several(&self, description: &Description) -> Option<Vec<FigureId>> {
        let fits = description.plural
            && description.definiteness == Some(Definiteness::Definite)
            && self.together_since().is_some()
            && description::fits_all(&self.roster, description, &self.together);
        fits.then(|| self.together.clone())
    }

    /// The last sentence in which none of those named together was left out of sight; none where one of them
    /// was met too long ago.
    fn together_since(&self) -> Option<usize> {
        let last = |&id: &FigureId| self.roster.get(id).map(|figure| figure.last.sentence);
        let first = self.together.iter().filter_map(last).min()?;
        (self.sentence.saturating_sub(first) <= SENTENCES_TOGETHER).then_some(first)
    }

    /// Answers for a source; gives where the reading goes on.
    fn source(&mut self, hearing: &Hearing<'_>, source: &Source) -> usize {
        let mut mentions = hearing.reader.source(source.tokens.clone());
        if let [mention] = mentions.as_mut_slice()
            && mention.tokens.end == source.tokens.end
        {
            let sentence = hearing.passage.sentence_of(source.tokens.start);
            hearing.reader.look_behind(mention, sentence.end);
        }
        let mut figures: Vec<FigureId> = Vec::new();
        for mention in &mentions {
            let first = figures.len();
            self.possessor(hearing, mention);
            match &mention.form {
                Form::Pronoun(pronoun) => {
                    figures.extend(self.pronoun(hearing, source, mention, *pronoun));
                }
                Form::Description(description) => match self.several(description) {
                    Some(several) => figures.extend(several),
                    None => figures.push(self.identify(hearing, mention, Standing::Subject)),
                },
                Form::Name(_) => figures.push(self.identify(hearing, mention, Standing::Subject)),
            }
            for &figure in figures.iter().skip(first) {
                self.hear(hearing, figure, mention);
            }
        }
        if mentions.is_empty() {
            figures.push(self.unread(hearing, source));
        }
        match figures[..] {
            [] => {}
            [figure] => self.met_together(hearing, source.tokens.start, figure),
            _ => self.together.clone_from(&figures),
        }
        self.met.extend(figures.iter().map(|&figure| (source.tokens.clone(), figure)));
        self.answer(source.attributions.iter().map(|&a| hearing.first + a), &figures);
        mentions.first().map_or(source.tokens.end, |first| first.core_end)
    }

    /// Notes whoever has what a mention describes: *Smith’s* campaign.
    fn possessor(&mut self, hearing: &Hearing<'_>, mention: &Mention) {
        if let Some(possessor) = &mention.possessor
            && let Some((owner, close)) =
                hearing.reader.beginning_at(possessor.start, possessor.end)
        {
            self.note(hearing, &owner, close);
        }
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
            && let Some(since) = self.together_since()
        {
            let found = found.and_then(|id| self.roster.get(id)).filter(|figure| figure.plural);
            if found.is_none_or(|figure| !figure.speaks || figure.last.sentence <= since) {
                return self.together.clone();
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
        let fits = |figure: &Figure| !somebody || figure.nature == Nature::Person;
        let sentence = hearing.passage.sentence_of(at);
        let met = self.met.iter().rev().find(|(tokens, id)| {
            let before = tokens.end <= at && sentence.start <= tokens.start;
            before && self.roster.get(*id).is_some_and(fits)
        });
        // *residents, who say …*: nobody that was noted.
        let unnoted = hearing
            .phrase_before(at)
            .filter(|phrase| met.is_none_or(|(tokens, _)| tokens.end <= phrase.start));
        let met = met.map(|&(_, id)| id);
        let Some(phrase) = unnoted else { return met };
        let (mention, _) = hearing.reader.beginning_at(phrase.start, at)?;
        match mention.form {
            Form::Pronoun(_) => met,
            _ => Some(self.identify(hearing, &mention, Standing::Subject)),
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
            !figure.named() && figure.nouns.first().is_some_and(|known| known.head == word)
        });
        let id = match known {
            Some((id, _)) => id,
            None => {
                let name = hearing.passage.word(mention.tokens.start).to_owned();
                let mut figure = Figure::new(name, Nature::Person, SpeakerKind::Unnamed);
                figure.plural = pronoun.plural == Some(true);
                figure.describe(Noun::alone(&word));
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
                let speaking = outer
                    .or_else(|| self.beside_quotation(hearing, source).map(|figure| vec![figure]))
                    .unwrap_or_default();
                self.answer(std::iter::once(hearing.first + inner), &speaking);
            }
        }
    }

    /// Whose words a quotation without attribution may be: of those met in its sentence outside it, the first
    /// behind it, else the last before.
    fn beside_quotation(&self, hearing: &Hearing<'_>, source: &Source) -> Option<FigureId> {
        let at = source.tokens.start;
        let sentence = hearing.passage.sentence_of(at);
        let outside = |tokens: &Range<usize>| {
            sentence.contains(&tokens.start) && !hearing.in_quotation(tokens.start)
        };
        let behind = self.met.iter().find(|(tokens, _)| tokens.start > at && outside(tokens));
        let before = self.met.iter().rev().find(|(tokens, _)| tokens.end <= at && outside(tokens));
        behind.or(before).map(|&(_, figure)| figure)
    }

    /// The figure that a name or description is, a new one where it is nobody’s met before.
    fn identify(
        &mut self,
        hearing: &Hearing<'_>,
        mention: &Mention,
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
                match description::taken_up(&self.roster, description, here) {
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
        }
        self.roster.meet(id, here);
        id
    }

    /// Adds a figure under its name.
    fn introduce(&mut self, hearing: &Hearing<'_>, name: &Name) -> FigureId {
        let text = hearing.passage.span(name.tokens.clone()).of(hearing.passage.window.text);
        let nature = match name.nature {
            Nature::Unclear if name.acronym => Nature::Body,
            nature => nature,
        };
        let mut figure = Figure::new(text.to_owned(), nature, SpeakerKind::NamedPerson);
        if let ([word], Nature::Person) = (name.words.as_slice(), nature) {
            figure.gender = lexicon::first_name(word).and_then(|first| first.gender);
        }
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
        figure.gender = figure.gender.or(description.gender);
        if figure.nature == Nature::Unclear && description.noun.is_of_body() {
            figure.nature = Nature::Body;
        } else if figure.nature == Nature::Unclear && description.noun.class.is_some() {
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
                    known.head == role.head
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
    order::sort_by(&mut mentions, |span| (span.start, order::downwards(span.end)));
    mentions.dedup_by(|inner, outer| outer.contains(*inner));
    Speaker { name: std::mem::take(&mut figure.name), kind, role: figure.role.take(), mentions }
}

/// For how many sentences *they* can be those who were named together, when one of them is not met again.
const SENTENCES_TOGETHER: usize = 4;
/// Within how many sentences *the president* gets the name of *President Ada Holt*.
const SENTENCES_TO_A_NAME: usize = 12;
/// The longest role (in bytes) that is shown.
const LONGEST_ROLE: usize = 160;
/// Longer words (in bytes) are no names.
const LONGEST_KEY: usize = 40;
