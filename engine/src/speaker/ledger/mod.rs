//! The [`Ledger`]: who speaks, kept while an article is read.
//!
//! Here an article is gone through and its sources are answered for; `acquaintance` finds or adds whom a name or
//! a description means and takes over what it tells, `kin` whom *her brother* means, `naming` who is given a name;
//! `pronoun` finds whom a pronoun means.

mod acquaintance;
mod kin;
mod naming;
mod pronoun;

use std::ops::Range;

use super::description;
use super::hearing::{Hearing, Source};
use super::mention::{Description, Form, Mention, Nature};
use super::pronoun::{Spoke, antecedent};
use super::roster::{Figure, FigureId, Meeting, Roster, Standing};
use super::{Speaker, SpeakerKind};
use crate::attribution::Attribution;
use crate::lexicon::{self, Definiteness, Functions, Person, Referent};
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
    spoke: Option<Spoke>,
    /// Whom a pronoun meant before anybody was named, and the sentence: *When she woke, Maren Lund …*
    ahead: Option<(FigureId, usize)>,
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
        let hearing = Hearing::new(passage, attributions, first, |word| {
            self.roster.with_word(word).any(|(_, figure)| figure.nature != Nature::Body)
        });
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
        let dateline = hearing.passage.dateline_end(at).unwrap_or(at);
        while at < sentence.end {
            let mut reached = at;
            while let Some(source) =
                hearing.sources.get(*next).filter(|source| source.tokens.start <= at)
            {
                let (end, close) = self.source(hearing, source);
                reached = reached.max(end);
                apposed = apposed.max(close);
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
                    let figure = self.identify(hearing, &mention, None, Standing::Subject);
                    self.hear(hearing, figure, &mention);
                    self.spoke = Some(Spoke { figure, sentence: self.sentence });
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
                // Where an article was written, and for whom, does nothing in it.
                None if at < dateline => {}
                // In a headline every word looks like a name.
                None if hearing.passage.is_headline(sentence.start) => {}
                None => {
                    self.note(hearing, &mention, close);
                }
            }
            apposed = apposed.max(close).max(mention.tokens.end);
            at = end;
        }
    }

    /// Notes a mention that is no source, and gives the one who is meant.
    fn note(&mut self, hearing: &Hearing<'_>, mention: &Mention, close: usize) -> Option<FigureId> {
        let standing = hearing.standing(mention.tokens.start, close);
        let owner = self.possessor(hearing, mention);
        let figure = match &mention.form {
            Form::Name(_) => {
                let figure = self.identify(hearing, mention, owner, standing);
                self.met_together(hearing, mention.tokens.start, figure);
                self.named_as(hearing, mention, figure);
                figure
            }
            Form::Pronoun(pronoun) => {
                let ours = pronoun.person == Person::Third && standing != Standing::Quoted;
                if !ours || !matches!(pronoun.referent, Referent::Gendered(_)) {
                    return None;
                }
                let here = self.meeting(hearing, &mention.tokens, standing);
                let barred = self.barred(hearing, mention.tokens.start);
                let figure = antecedent(&self.roster, *pronoun, here, &barred, self.spoke)?;
                self.roster.meet(figure, here);
                figure
            }
            Form::Description(description) => {
                // *Every leader* is nobody met here.
                if lexicon::distributive(hearing.passage.folded(mention.tokens.start)) {
                    return None;
                }
                if hearing.is_predicate(mention.tokens.start) {
                    self.ascribe(hearing, mention, description, owner);
                    return None;
                }
                if let Some(several) = self.several(description) {
                    let here = self.meeting(hearing, &mention.tokens, standing);
                    several.iter().for_each(|&figure| self.roster.meet(figure, here));
                    return None;
                }
                if !description.may_speak() || standing == Standing::Quoted {
                    return None;
                }
                self.identify(hearing, mention, owner, standing)
            }
        };
        self.met.push((mention.tokens.start..close, figure));
        Some(figure)
    }

    /// *Smith is a senator*: what is said of the subject of the sentence is a role of theirs.
    fn ascribe(
        &mut self,
        hearing: &Hearing<'_>,
        mention: &Mention,
        description: &Description,
        owner: Option<FigureId>,
    ) {
        let sentence = hearing.passage.sentence_of(mention.tokens.start);
        // *Smith is her brother*: not *her*.
        let before = |tokens: &Range<usize>| tokens.end <= mention.tokens.start;
        let met = self
            .met
            .iter()
            .rev()
            .find(|(tokens, _)| sentence.contains(&tokens.start) && before(tokens));
        let Some(&(_, subject)) = met else { return };
        let role = mention.as_role().filter(|role| role.noun.class.is_some());
        let Some(figure) = self.roster.get_mut(subject) else { return };
        let (Some(role), false) = (role, description.plural || figure.nature == Nature::Body)
        else {
            return;
        };
        figure.gender = figure.gender.or(role.gender);
        figure.describe(role.noun);
        self.relate(subject, mention, owner);
    }

    /// *Smith and Jones*: whom *they* can be.
    fn met_together(&mut self, hearing: &Hearing<'_>, start: usize, figure: FigureId) {
        let joined = start.checked_sub(1).filter(|&before| hearing.passage.tag(before) == Tag::CC);
        // *Smith, 31, and Jones*.
        let ends = |end: usize| {
            let comma = hearing.passage.tag(end) == Tag::Comma;
            joined.is_some_and(|and| and == end || (comma && and == end + 1))
        };
        let other = self.met.iter().rev().find(|(tokens, _)| ends(tokens.end));
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

    /// Answers for a source; gives where the reading goes on, and up to where everything is still said of it.
    fn source(&mut self, hearing: &Hearing<'_>, source: &Source) -> (usize, usize) {
        let mut mentions = hearing.reader.source(source.tokens.clone());
        let mut close = source.tokens.end;
        if let [mention] = mentions.as_mut_slice()
            && mention.tokens.end == source.tokens.end
        {
            let sentence = hearing.passage.sentence_of(source.tokens.start);
            close = close.max(hearing.reader.look_behind(mention, sentence.end));
        }
        // *Smith was asked by a reporter*: it is Smith who stands out.
        let before = source.tokens.start.checked_sub(1);
        let agent = before.is_some_and(|before| hearing.passage.does(before, Functions::BY))
            && mentions.iter().all(|mention| matches!(mention.form, Form::Description(_)));
        let mut figures: Vec<FigureId> = Vec::new();
        for mention in &mentions {
            let first = figures.len();
            let owner = self.possessor(hearing, mention);
            match &mention.form {
                Form::Pronoun(pronoun) => {
                    figures.extend(self.pronoun(hearing, source, mention, *pronoun));
                }
                Form::Description(description) => match self.several(description) {
                    Some(several) => figures.extend(several),
                    None => {
                        let standing = if agent { Standing::Aside } else { Standing::Subject };
                        figures.push(self.identify(hearing, mention, owner, standing));
                    }
                },
                Form::Name(_) => {
                    figures.push(self.identify(hearing, mention, owner, Standing::Subject));
                }
            }
            for &figure in figures.iter().skip(first) {
                self.hear(hearing, figure, mention);
            }
        }
        // Who is only reported to have spoken does not take the word from whoever reports it.
        let heard = !agent && !hearing.is_reported(source);
        if let Some(&figure) = figures.last().filter(|_| heard) {
            self.spoke = Some(Spoke { figure, sentence: self.sentence });
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
        (mentions.first().map_or(source.tokens.end, |first| first.core_end), close)
    }

    /// Notes whoever has what a mention describes: *Smith’s* campaign.
    fn possessor(&mut self, hearing: &Hearing<'_>, mention: &Mention) -> Option<FigureId> {
        let possessor = mention.possessor.as_ref()?;
        let (owner, close) = hearing.reader.beginning_at(possessor.start, possessor.end)?;
        self.note(hearing, &owner, close)
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

    fn meeting(&self, hearing: &Hearing<'_>, tokens: &Range<usize>, standing: Standing) -> Meeting {
        Meeting {
            span: hearing.passage.span(tokens.clone()),
            sentence: self.sentence,
            paragraph: self.paragraph,
            standing,
            by_pronoun: tokens.len() == 1
                && lexicon::pronoun(hearing.passage.folded(tokens.start)).is_some(),
        }
    }
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

/// How many sentences behind a pronoun the name may stand that it anticipates.
const SENTENCES_AHEAD: usize = 2;
/// For how many sentences *they* can be those who were named together, when one of them is not met again.
const SENTENCES_TOGETHER: usize = 4;
