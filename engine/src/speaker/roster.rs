//! Everyone and every body that the article has brought up so far, whether they speak or not.
//!
//! Those found by name are looked up by each word of it; pronouns and descriptions look through the few that
//! were met last. Who never speaks is forgotten after a while, so that an article of nothing but names costs
//! no more than another.

use std::collections::HashMap;

use super::SpeakerKind;
use super::mention::Nature;
use super::noun::Noun;
use crate::lexicon::Gender;
use crate::order;
use crate::span::Span;

/// Where a figure stands in the [`Roster`].
pub(super) type FigureId = usize;

/// Someone or something that the article has brought up.
#[derive(Clone, Debug)]
pub(super) struct Figure {
    /// The fullest name, or the phrase where there is none, as it stands in the text.
    pub(super) name: String,
    /// The words of the name, folded; none where there is no name.
    pub(super) words: Vec<String>,
    /// What follows a person’s name: *jr.*
    pub(super) suffix: Option<String>,
    /// Other names that the article gives it: the *RUVAV*.
    pub(super) aliases: Vec<String>,
    /// What it is.
    pub(super) nature: Nature,
    /// What kind of source it is where it has no name.
    pub(super) kind: SpeakerKind,
    /// The gender of a person, once something tells it.
    pub(super) gender: Option<Gender>,
    /// Whether it is several: *officials*.
    pub(super) plural: bool,
    /// Whether it is called *they*.
    pub(super) they: bool,
    /// Whether its name is that of a place.
    pub(super) place: bool,
    /// Whose kin it is, and what kin: *Pryce’s sister*.
    pub(super) kin_of: Option<(FigureId, String)>,
    /// Whether it was brought up as known to the reader: *the president*.
    pub(super) definite: bool,
    /// Whether it is whoever writes: *I*, outside of anybody's words.
    pub(super) writes: bool,
    /// The party of a person, once something tells it.
    pub(super) party: Option<&'static str>,
    /// What describes it; the head of its phrase first where it has no name.
    pub(super) nouns: Vec<Noun>,
    /// The role to be shown, as it stands in the text.
    pub(super) role: Option<String>,
    /// Where it is a source, and where its name or role were given.
    pub(super) mentions: Vec<Span>,
    /// Whether it is a source of anything.
    pub(super) speaks: bool,
    /// How often it was met.
    pub(super) count: u32,
    /// Where it was met last.
    pub(super) last: Meeting,
    /// The figure that it turned out to be.
    pub(super) same_as: Option<FigureId>,
    /// The words that it can be looked up by.
    keys: Vec<String>,
}

/// A place in the article where a figure is met.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Meeting {
    /// The mention.
    pub(super) span: Span,
    /// The sentence, counted from the head of the article.
    pub(super) sentence: usize,
    /// The paragraph, likewise.
    pub(super) paragraph: usize,
    /// How much it stands out there.
    pub(super) standing: Standing,
    /// Whether it is met by a pronoun.
    pub(super) by_pronoun: bool,
}

/// How much a mention stands out, the least first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Standing {
    /// Inside a quotation.
    #[default]
    Quoted,
    /// A name inside a bigger phrase, an object.
    Aside,
    /// A possessor: *Putin’s* commendation.
    Possessor,
    /// The subject of a clause, or a source.
    Subject,
}

impl Figure {
    /// One that has only just been met.
    pub(super) fn new(name: String, nature: Nature, kind: SpeakerKind) -> Self {
        Self {
            name,
            words: Vec::new(),
            suffix: None,
            aliases: Vec::new(),
            nature,
            kind,
            gender: None,
            plural: false,
            they: false,
            place: false,
            kin_of: None,
            definite: false,
            writes: false,
            party: None,
            nouns: Vec::new(),
            role: None,
            mentions: Vec::new(),
            speaks: false,
            count: 0,
            last: Meeting::default(),
            same_as: None,
            keys: Vec::new(),
        }
    }

    /// Whether it has a name.
    pub(super) fn named(&self) -> bool {
        !self.words.is_empty()
    }

    /// Adds what describes it, once.
    pub(super) fn describe(&mut self, new: Noun) {
        self.party = self.party.or(new.party);
        let room = self.nouns.len() < MOST_NOUNS;
        match self.nouns.iter_mut().find(|known| known.head == new.head) {
            Some(known) => known.learn(new),
            None if room => self.nouns.push(new),
            None => {}
        }
    }
}

/// All figures.
#[derive(Default)]
pub(super) struct Roster {
    figures: Vec<Figure>,
    /// Places in `figures` of those forgotten.
    free: Vec<FigureId>,
    /// Who has each word in the name, the last to get it at the end.
    by_word: HashMap<String, Vec<FigureId>>,
    /// Those met last, the very last at the end.
    recent: Vec<FigureId>,
    /// Those that had not spoken when they were added; who speaks since is left out when it is looked through.
    silent: Vec<FigureId>,
}

impl Roster {
    /// Adds a figure, to be looked up by each of `keys`.
    pub(super) fn add(&mut self, figure: Figure, keys: &[String]) -> FigureId {
        let id = match self.free.pop() {
            Some(id) => {
                if let Some(place) = self.figures.get_mut(id) {
                    *place = figure;
                }
                id
            }
            None => {
                self.figures.push(figure);
                self.figures.len() - 1
            }
        };
        self.silent.push(id);
        for key in keys {
            self.index(id, key);
        }
        id
    }

    /// Lets a figure be looked up by one more word.
    pub(super) fn index(&mut self, id: FigureId, key: &str) {
        let bearers = self.by_word.entry(key.to_owned()).or_default();
        if bearers.contains(&id) {
            return;
        }
        bearers.push(id);
        if bearers.len() > MOST_NAMESAKES {
            bearers.remove(0);
        }
        if let Some(figure) = self.figures.get_mut(id) {
            figure.keys.push(key.to_owned());
        }
    }

    /// The figure that `id` is by now.
    pub(super) fn settled(&self, mut id: FigureId) -> FigureId {
        while let Some(same) = self.figures.get(id).and_then(|figure| figure.same_as) {
            id = same;
        }
        id
    }

    /// A figure.
    pub(super) fn get(&self, id: FigureId) -> Option<&Figure> {
        self.figures.get(self.settled(id))
    }

    /// A figure, to learn more of.
    pub(super) fn get_mut(&mut self, id: FigureId) -> Option<&mut Figure> {
        let id = self.settled(id);
        self.figures.get_mut(id)
    }

    /// Those with `word` in their names.
    pub(super) fn with_word(&self, word: &str) -> impl Iterator<Item = (FigureId, &Figure)> {
        let bearers = self.by_word.get(word).map_or(&[][..], Vec::as_slice);
        bearers.iter().rev().filter_map(|&id| Some((id, self.figures.get(id)?)))
    }

    /// Those met last, the very last first.
    pub(super) fn recent(&self) -> impl Iterator<Item = (FigureId, &Figure)> {
        self.recent.iter().rev().filter_map(|&id| Some((id, self.figures.get(id)?)))
    }

    /// Notes that a figure is met again.
    pub(super) fn meet(&mut self, id: FigureId, meeting: Meeting) {
        let id = self.settled(id);
        let Some(figure) = self.figures.get_mut(id) else { return };
        // Within one sentence the mention that stands out most is the one that counts.
        let fainter = figure.count > 0
            && figure.last.sentence == meeting.sentence
            && figure.last.standing > meeting.standing;
        let standing = if fainter { figure.last.standing } else { meeting.standing };
        figure.last = Meeting { standing, ..meeting };
        figure.count = figure.count.saturating_add(1);
        self.recent.retain(|&other| other != id);
        self.recent.push(id);
        if self.recent.len() > MOST_RECENT {
            self.recent.remove(0);
        }
    }

    /// Notes that a figure is a source.
    pub(super) fn let_speak(&mut self, id: FigureId) {
        if let Some(figure) = self.get_mut(id) {
            figure.speaks = true;
        }
    }

    /// Joins two figures that turned out to be one; what `other` has is added to `id`.
    pub(super) fn join(&mut self, id: FigureId, other: FigureId) {
        let (id, other) = (self.settled(id), self.settled(other));
        if id == other {
            return;
        }
        let Some(figure) = self.figures.get_mut(other) else { return };
        let merged = std::mem::replace(
            figure,
            Figure::new(String::new(), Nature::Unclear, SpeakerKind::RoleOnly),
        );
        figure.same_as = Some(id);
        // One that stands for another is never forgotten, since an answer may point at it.
        figure.speaks = true;
        self.recent.retain(|&recent| recent != other);
        for key in &merged.keys {
            self.unlist(key, other);
            self.index(id, key);
        }
        if merged.speaks {
            self.let_speak(id);
        }
        let Some(kept) = self.figures.get_mut(id) else { return };
        kept.count = kept.count.saturating_add(merged.count);
        kept.mentions.extend(merged.mentions);
        kept.aliases.extend(merged.aliases);
        kept.gender = kept.gender.or(merged.gender);
        kept.party = kept.party.or(merged.party);
        kept.they |= merged.they;
        kept.kin_of = kept.kin_of.take().or(merged.kin_of);
        kept.role = kept.role.take().or(merged.role);
        if merged.last.span.start > kept.last.span.start {
            kept.last = merged.last;
        }
        for new in merged.nouns {
            kept.describe(new);
        }
    }

    /// Forgets those that never spoke and were not met for long, once there are very many.
    pub(super) fn forget(&mut self) {
        if self.silent.len() <= MOST_SILENT {
            return;
        }
        let figures = &self.figures;
        let silent = |id: &FigureId| figures.get(*id).filter(|figure| !figure.speaks);
        self.silent.retain(|id| silent(id).is_some());
        order::sort_by(&mut self.silent, |id| {
            (silent(id).map_or(0, |figure| figure.last.span.end), 0)
        });
        let half = self.silent.len() / 2;
        let gone: Vec<FigureId> = self.silent.drain(..half).collect();
        for &id in &gone {
            let empty = Figure::new(String::new(), Nature::Unclear, SpeakerKind::RoleOnly);
            let Some(figure) = self.figures.get_mut(id) else { continue };
            let figure = std::mem::replace(figure, empty);
            for key in &figure.keys {
                self.unlist(key, id);
            }
        }
        let figures = &self.figures;
        self.recent.retain(|&id| figures.get(id).is_some_and(|figure| figure.count > 0));
        self.free.extend(gone);
    }

    /// All figures as they stand at the end; an id is an index.
    pub(super) fn into_figures(self) -> Vec<Figure> {
        self.figures
    }

    fn unlist(&mut self, key: &str, id: FigureId) {
        if let Some(bearers) = self.by_word.get_mut(key) {
            bearers.retain(|&bearer| bearer != id);
            if bearers.is_empty() {
                self.by_word.remove(key);
            }
        }
    }
}

/// How many figures a pronoun or a description looks through. The longest articles have some forty people
/// and bodies; what was met before the last 64 is no pronoun’s antecedent.
const MOST_RECENT: usize = 64;
/// How many figures may share a word of their names before the first to have it can no longer be looked up
/// by it. A family has five, a list of all *Smiths* of a phone book thousands.
const MOST_NAMESAKES: usize = 16;
/// How many figures that never spoke are remembered.
const MOST_SILENT: usize = 4096;
/// How many roles of a figure are remembered; few have three in one article.
const MOST_NOUNS: usize = 6;
