//! Which pieces belong together: every piece of content chooses its cue, every cue its source, or none.

use std::ops::Range;

use super::bytes::Bytes;
use super::dense::Dense;
use super::exponential::exp;
use super::path::{CERTAIN, Chances};
use super::piece::Pieces;
use super::{rounded, rounded_32};
use crate::order;
use crate::tag::Passage;

/// A source, a cue and contents that belong together; ranges are tokens of the window.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// The source.
    pub source: Option<Range<usize>>,
    /// The cue; none for content that chose none.
    pub cue: Option<Range<usize>>,
    /// Pieces of content, at least one, in the order of the text.
    pub contents: Vec<Range<usize>>,
    /// How likely all of it is, in 1/2^15, as far as the network knows itself.
    pub chance: i32,
}

/// The weights of both choices.
#[derive(Clone, Debug, Default)]
pub(super) struct Linking {
    cue_of_content: Choice,
    source_of_cue: Choice,
}

impl Linking {
    /// Reads the weights; `width` is that of a token.
    pub(super) fn unpack(bytes: &mut Bytes<'_>, width: usize) -> Option<Self> {
        let &[depth] = bytes.take(1)? else { return None };
        let mut choice = || Choice::unpack(bytes, width, depth.into());
        Some(Self { cue_of_content: choice()?, source_of_cue: choice()? })
    }

    /// The pieces of a window put together; `tokens` is what the last layer shows. Content without a cue stands
    /// by itself.
    pub(super) fn links(
        &self,
        passage: &Passage<'_>,
        pieces: &Pieces,
        tokens: &[i16],
        chances: &[Chances],
    ) -> Vec<Link> {
        let place = |choosers, candidates| Places { passage, choosers, candidates };
        let cues = self.cue_of_content.choose(&place(&pieces.contents, &pieces.cues), tokens);
        let sources = self.source_of_cue.choose(&place(&pieces.cues, &pieces.sources), tokens);
        let mut links: Vec<Link> = Vec::new();
        for ((cue, range), source) in pieces.cues.iter().enumerate().zip(&sources) {
            let chose = pieces.contents.iter().zip(&cues).filter(|(_, c)| c.candidate == Some(cue));
            let contents: Vec<Range<usize>> =
                chose.clone().map(|(piece, _)| piece.clone()).collect();
            if contents.is_empty() {
                continue;
            }
            let of_source = source.candidate.and_then(|source| pieces.sources.get(source)).cloned();
            let mut chance = both(piece_chance(chances, range, CUE), source.chance);
            if let Some(source) = &of_source {
                chance = both(chance, piece_chance(chances, source, SOURCE));
            }
            // Of several pieces of content the surest counts: one of them makes the attribution.
            let of_content = chose
                .map(|(piece, choice)| both(piece_chance(chances, piece, CONTENT), choice.chance));
            let chance = both(chance, of_content.max().unwrap_or(0));
            links.push(Link { source: of_source, cue: Some(range.clone()), contents, chance });
        }
        let alone = pieces.contents.iter().zip(&cues).filter(|(_, cue)| cue.candidate.is_none());
        links.extend(alone.map(|(piece, choice)| Link {
            source: None,
            cue: None,
            contents: vec![piece.clone()],
            chance: both(piece_chance(chances, piece, CONTENT), choice.chance),
        }));
        order::sort_by(&mut links, |link| {
            (link.contents.first().map_or(0, |content| content.start), 0)
        });
        links
    }
}

/// The labels of each role, as places among the chances.
const SOURCE: Range<usize> = 1..3;
const CUE: Range<usize> = 3..5;
const CONTENT: Range<usize> = 5..7;

/// How likely the tokens of a piece are of its role, on the average.
fn piece_chance(chances: &[Chances], piece: &Range<usize>, role: Range<usize>) -> i32 {
    let of_role =
        |chances: &Chances| -> i32 { chances.get(role.clone()).unwrap_or_default().iter().sum() };
    let sum: i32 = chances.get(piece.clone()).unwrap_or_default().iter().map(of_role).sum();
    sum / i32::try_from(piece.len()).unwrap_or(1).max(1)
}

/// The chance that two things are so that have nothing to do with each other.
fn both(one: i32, other: i32) -> i32 {
    rounded_32(one.min(CERTAIN - 1) * other.min(CERTAIN - 1), 15)
}

/// What a piece chose.
#[derive(Clone, Copy, Debug)]
struct Chosen {
    /// The candidate; none where none fits.
    candidate: Option<usize>,
    /// How likely the choice is right, in 1/2^15.
    chance: i32,
}

/// Pieces that choose, and the pieces that they choose from.
struct Places<'p> {
    passage: &'p Passage<'p>,
    choosers: &'p [Range<usize>],
    candidates: &'p [Range<usize>],
}

/// So many candidates on either side are looked at.
const NEAR: usize = 4;

impl Places<'_> {
    /// The candidates near a piece, each with the rows that say where it stands; those before it first, the nearest
    /// first.
    fn near(&self, chooser: &Range<usize>) -> impl Iterator<Item = (usize, [usize; 3])> {
        let behind = self.candidates.partition_point(|piece| piece.start < chooser.start);
        let before = (0..behind).rev().take(NEAR).enumerate().map(|found| (0, found));
        let behind = (behind..self.candidates.len()).take(NEAR).enumerate().map(|found| (1, found));
        before.chain(behind).filter_map(move |(side, (nearer, candidate))| {
            let piece = self.candidates.get(candidate)?;
            let (earlier, later) = if side == 0 { (piece, chooser) } else { (chooser, piece) };
            let gap = later.start.saturating_sub(earlier.end);
            let distance = GAPS.iter().filter(|&&step| step <= gap).count() - 1;
            let rows = [
                side * NEAR + nearer,
                2 * NEAR + side * GAPS.len() + distance,
                2 * (NEAR + GAPS.len()) + side * BETWEEN + self.between(earlier, later),
            ];
            Some((candidate, rows))
        })
    }

    /// What begins between two pieces: no sentence, one, more; in one paragraph or not.
    fn between(&self, earlier: &Range<usize>, later: &Range<usize>) -> usize {
        let window = &self.passage.window;
        // Where the later piece lies inside the earlier one, nothing begins between them.
        let begin_between = |stretches: &[Range<usize>]| {
            let after = stretches.partition_point(|stretch| stretch.start < earlier.end);
            let begun = stretches.partition_point(|stretch| stretch.start <= later.start);
            begun.saturating_sub(after)
        };
        let paragraph = begin_between(&window.paragraphs) > 0;
        begin_between(&window.sentences).min(2) * 2 + usize::from(paragraph)
    }
}

/// From how many tokens between two pieces on their distance is another.
const GAPS: [usize; 8] = [0, 1, 2, 3, 5, 9, 17, 33];

/// How many answers [`Places::between`] has.
const BETWEEN: usize = 6;

/// The weights by which pieces choose.
#[derive(Clone, Debug, Default)]
struct Choice {
    /// What a piece looks for.
    wants: Dense,
    /// What a candidate is.
    offers: Dense,
    /// What speaks for none of them.
    none: Dense,
    /// What speaks for a candidate because of where it stands, in 1/256.
    places: Vec<i16>,
    width: usize,
}

impl Choice {
    fn unpack(bytes: &mut Bytes<'_>, width: usize, depth: usize) -> Option<Self> {
        let mut dense = |outputs| Dense::unpack(bytes, width, outputs);
        let (wants, offers, none) = (dense(depth)?, dense(depth)?, dense(1)?);
        let places = bytes.i16s(2 * (NEAR + GAPS.len() + BETWEEN))?;
        Some(Self { wants, offers, none, places, width })
    }

    /// What each piece chooses.
    fn choose(&self, places: &Places<'_>, tokens: &[i16]) -> Vec<Chosen> {
        let choosers = self.means(places.choosers, tokens);
        let wants = self.wants.sums(&choosers);
        let none = self.none.sums(&choosers);
        let offers = self.offers.sums(&self.means(places.candidates, tokens));
        let depth = wants.len() / places.choosers.len().max(1);
        let row = |sums: &[i32], number: usize| {
            sums.get(number * depth..(number + 1) * depth).map(<[i32]>::to_vec).unwrap_or_default()
        };
        let choose = |(number, (piece, &none)): (usize, (&Range<usize>, &i32))| {
            let wanted = row(&wants, number);
            let mut scores = vec![(None, none)];
            for (candidate, rows) in places.near(piece) {
                let offered = row(&offers, candidate);
                let products = wanted.iter().zip(&offered);
                let sum: i64 =
                    products.map(|(&want, &offer)| i64::from(want) * i64::from(offer)).sum();
                let place = |row: &usize| i64::from(self.places.get(*row).copied().unwrap_or(0));
                let score = rounded(sum, 10) + rows.iter().map(place).sum::<i64>();
                scores.push((Some(candidate), i32::try_from(score).unwrap_or(i32::MAX)));
            }
            // The first of equals.
            let &(candidate, most) = scores.iter().rev().max_by_key(|(_, score)| *score)?;
            let all: f64 = scores.iter().map(|(_, score)| exp(score.saturating_sub(most))).sum();
            Some(Chosen { candidate, chance: (f64::from(CERTAIN) / all) as i32 })
        };
        places.choosers.iter().zip(&none).enumerate().filter_map(choose).collect()
    }

    /// What the last layer shows at a piece on the average, one piece after the other.
    fn means(&self, pieces: &[Range<usize>], tokens: &[i16]) -> Vec<i16> {
        let mut means = Vec::with_capacity(pieces.len() * self.width);
        for piece in pieces {
            let count = i32::try_from(piece.len()).unwrap_or(1).max(1);
            let shown = tokens.get(piece.start * self.width..piece.end * self.width);
            let mut sums = vec![0_i32; self.width];
            for token in shown.unwrap_or_default().chunks_exact(self.width) {
                sums.iter_mut().zip(token).for_each(|(sum, &value)| *sum += i32::from(value));
            }
            let mean = |sum: i32| i16::try_from((sum + count / 2).div_euclid(count)).unwrap_or(0);
            means.extend(sums.into_iter().map(mean));
        }
        means
    }
}
