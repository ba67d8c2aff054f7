//! Whom a pronoun means: *he said*, *who say*, and *I* inside somebody’s words.

use std::ops::Range;

use super::{Ledger, SENTENCES_AHEAD};
use crate::lexicon::{Person, Pronoun, Referent};
use crate::speaker::SpeakerKind;
use crate::speaker::hearing::{Hearing, Source};
use crate::speaker::mention::{Form, Mention, Nature};
use crate::speaker::noun::Noun;
use crate::speaker::pronoun::{Barred, antecedent};
use crate::speaker::roster::{Figure, FigureId, Meeting, Standing};

impl Ledger {
    /// Who a pronoun that is a source stands for.
    pub(super) fn pronoun(
        &mut self,
        hearing: &Hearing<'_>,
        source: &Source,
        mention: &Mention,
        pronoun: Pronoun,
    ) -> Vec<FigureId> {
        let object = hearing.is_object(mention.tokens.start);
        let standing = if object { Standing::Aside } else { Standing::Subject };
        let here = self.meeting(hearing, &mention.tokens, standing);
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
            let figure = self.nameless_pronoun(hearing, mention, pronoun, here);
            if matches!(pronoun.referent, Referent::Gendered(_)) {
                self.ahead = self.ahead.or(Some((figure, self.sentence)));
            }
            return vec![figure];
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
        let mut barred = self.barred(hearing, source.tokens.start);
        barred.reported = hearing.contents_of(source);
        let found = antecedent(&self.roster, pronoun, here, &barred, self.spoke);
        if pronoun.plural == Some(true)
            && let Some(since) = self.together_since()
        {
            let plural = found.and_then(|id| self.roster.get(id)).filter(|figure| figure.plural);
            // *Lee and Holm may go, the sources said. They …*: who speaks comes before whom they speak of.
            let subject = |figure: &Figure| figure.last.standing == Standing::Subject;
            let together = || self.together.iter().filter_map(|&id| self.roster.get(id));
            let before = plural.is_none_or(|figure| {
                let behind = |other: &Figure| other.last.span.start < figure.last.span.start;
                let spoken_of =
                    together().all(behind) || (subject(figure) && !together().any(subject));
                let here = figure.last.sentence == since && spoken_of;
                !figure.speaks || (figure.last.sentence <= since && !here)
            });
            if before {
                return self.together.clone();
            }
        }
        found.into_iter().collect()
    }

    /// Who cannot be meant by the pronoun at `at`.
    pub(super) fn barred(&self, hearing: &Hearing<'_>, at: usize) -> Barred {
        let sentence = hearing.passage.sentence_of(at);
        let before = self.met.iter().rev().find(|(tokens, _)| tokens.end <= at);
        let subject =
            before.filter(|(tokens, _)| hearing.is_object(at) && sentence.contains(&tokens.start));
        Barred {
            spans: hearing.quotations_of(at),
            reported: Vec::new(),
            subject: subject.map(|&(_, figure)| self.roster.settled(figure)),
        }
    }

    /// Joins whoever a pronoun anticipated with `figure`, the first subject with a name that agrees.
    pub(super) fn anticipated(&mut self, figure: FigureId) {
        let Some((ahead, since)) = self.ahead else { return };
        if self.sentence > since + SENTENCES_AHEAD {
            self.ahead = None;
            return;
        }
        let (Some(pronoun), Some(named)) = (self.roster.get(ahead), self.roster.get(figure)) else {
            return;
        };
        let agrees = named.gender.is_none() || named.gender == pronoun.gender;
        if agrees && named.nature != Nature::Body && !pronoun.named() {
            self.roster.join(figure, ahead);
            self.ahead = None;
        }
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
            _ => Some(self.identify(hearing, &mention, None, Standing::Subject)),
        }
    }

    /// A pronoun that nobody fits is a speaker of its own, and the same one when it comes again.
    pub(super) fn nameless_pronoun(
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
                figure.writes = pronoun.person == Person::First;
                figure.describe(Noun::alone(&word));
                learn_from_pronoun(&mut figure, pronoun);
                self.roster.add(figure, &[])
            }
        };
        self.roster.meet(id, here);
        id
    }

    /// *I* and *we* inside somebody’s words are whoever says them.
    pub(super) fn first_persons(&mut self, hearing: &Hearing<'_>) {
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
                    .or_else(|| self.heard_before(hearing, source))
                    .unwrap_or_default();
                self.answer(std::iter::once(hearing.first + inner), &speaking);
            }
        }
    }

    /// Whose words a quotation that stands all by itself goes on with: of whoever was heard last.
    fn heard_before(&self, hearing: &Hearing<'_>, source: &Source) -> Option<Vec<FigureId>> {
        let before = hearing.sources.iter().rev().filter(|other| {
            other.tokens.end <= source.tokens.start && !hearing.in_quotation(other.tokens.start)
        });
        let answer = |other: &Source| self.answers.get(hearing.first + other.attributions.first()?);
        before.filter_map(answer).find(|figures| !figures.is_empty()).cloned()
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
        Referent::Any if pronoun.plural == Some(true) && figure.nature == Nature::Person => {
            figure.they = true;
        }
        Referent::Somebody if figure.nature == Nature::Unclear => figure.nature = Nature::Person,
        Referent::Thing if figure.nature == Nature::Unclear => figure.nature = Nature::Body,
        _ => {}
    }
}
