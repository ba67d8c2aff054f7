//! Makes the tagger's weights: learns with every feature, keeps the weights that are worth their bytes,
//! learns these again by themselves, rounds and packs them.

mod corpus;
mod learner;
mod lesson;
mod measure;

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::time::Instant;

use whose_words_engine::tag::candidates::ClosedWords;
use whose_words_engine::tag::perceptron::Tagger;
use whose_words_engine::tag::weights::{self, TAGS, Weight, bucket};

use corpus::{Corpus, Lettering, Text};
use learner::{Learner, Penalties, PerTag};
use lesson::Lesson;
use measure::Measured;

/// What is learned from, and what is measured on.
pub(crate) struct School {
    lessons: Vec<Lesson>,
    /// Which lesson comes when in a course; some more than once.
    order: Vec<usize>,
    /// What is measured on, with its name.
    exams: Vec<(String, Text)>,
}

/// Corrected corpora count as often as this in a course; of 1, 2 and 4 the best, on either kind of corpus.
const CORRECTED_COUNTS: usize = 4;

/// Of an automatic corpus one sentence in so many, the last ones, is measured on and not learned from.
const HELD_OUT: usize = 20;

/// One sentence in so many is learned in capitals as well, and twice as many as a headline has them. With 16
/// instead of 40 headlines gain .01 and the rest loses nothing.
const HEADLINES: usize = 16;

impl School {
    /// Reads the corpora.
    pub(crate) fn new(tags: &[PathBuf], dev: &[PathBuf]) -> Result<Self, String> {
        let closed = ClosedWords::new();
        let mut dice = Dice::new();
        let mut school = Self { lessons: Vec::new(), order: Vec::new(), exams: Vec::new() };
        for path in tags {
            let corpus = Corpus::read(path)?;
            let held = if corpus.corrected { 0 } else { corpus.sentences.len() / HELD_OUT };
            let (learned, held) = corpus.sentences.split_at(corpus.sentences.len() - held);
            let lettered = learned.iter().flat_map(|sentence| {
                let extra = match dice.roll(HEADLINES) {
                    0 => Some(Lettering::Capitals),
                    1 | 2 => Some(Lettering::Title),
                    _ => None,
                };
                std::iter::once(Lettering::AsIs).chain(extra).map(move |extra| (sentence, extra))
            });
            let lessons = lesson::lessons(&Text::new(lettered), &closed);
            let numbers = school.lessons.len()..school.lessons.len() + lessons.len();
            let times = if corpus.corrected { CORRECTED_COUNTS } else { 1 };
            (0..times).for_each(|_| school.order.extend(numbers.clone()));
            school.lessons.extend(lessons);
            if !held.is_empty() {
                let text = Text::new(held.iter().map(|sentence| (sentence, Lettering::AsIs)));
                school.exams.push((format!("{}, held out", corpus.name), text));
            }
        }
        for path in dev {
            let corpus = Corpus::read(path)?;
            for (lettering, name) in [
                (Lettering::AsIs, ""),
                (Lettering::Title, ", as Headlines"),
                (Lettering::Capitals, ", IN CAPITALS"),
            ] {
                let text = Text::new(corpus.sentences.iter().map(|sentence| (sentence, lettering)));
                school.exams.push((format!("{}{name}", corpus.name), text));
            }
        }
        Ok(school)
    }

    /// The packed weights for each budget in bytes, measured and printed as they are made.
    pub(crate) fn weights(&self, budgets: &[usize]) -> Vec<Vec<u8>> {
        let started = Instant::now();
        let ranked = self.ranked();
        eprintln!("{} weights learned in {:.0?}", ranked.len(), started.elapsed());
        let make = |&budget: &usize| {
            let packed = self.within(budget, &ranked);
            eprintln!("\n{} bytes of {budget} ({:.0?})", packed.len(), started.elapsed());
            let tagger = Tagger::new(&packed);
            for (name, text) in &self.exams {
                eprintln!("  {name}: {}", Measured::new(&tagger, text));
            }
            packed
        };
        budgets.iter().map(make).collect()
    }

    /// Weights that fill the budget.
    fn within(&self, budget: usize, ranked: &[Ranked]) -> Vec<u8> {
        // A weight takes 9 to 10 bits; what it really takes is known when they are packed.
        let mut count = budget * 8 / 10;
        let mut packed = Vec::new();
        for _ in 0..3 {
            let kept = &ranked[..count.min(ranked.len())];
            packed = self.learned_again(kept);
            let fits = packed.len() <= budget;
            if fits && (packed.len() * 100 >= budget * 97 || kept.len() == ranked.len()) {
                break;
            }
            count = count * budget / packed.len() * 99 / 100;
        }
        packed
    }

    /// Every weight that is worth learning, the most useful first.
    fn ranked(&self) -> Vec<Ranked> {
        let mut met = vec![0_u32; 1 << WIDE_BITS];
        for lesson in &self.lessons {
            lesson.features(&mut |key| met[bucket(key, WIDE_BITS) as usize] += 1);
        }
        let often = met.iter().map(|&met| met >= SELDOM);
        let rows = Rows::new(WIDE_BITS, often);
        let penalties = Penalties { l1: WORTH, l2: 0.0 };
        let mut learner = Learner::new(vec![u64::MAX; rows.count], penalties);
        let mut dice = Dice::new();
        for _ in 0..COURSES {
            for index in dice.shuffled(&self.order) {
                self.lessons[index].learn(&mut learner, &|key| rows.of(key));
            }
        }
        let mut ranked = Vec::new();
        for (at, row) in rows.each() {
            for (tag, weight) in learner.weights[row].iter().enumerate().filter(|(_, w)| **w != 0.0)
            {
                let use_of_it = weight.abs() * (met[at] as f32).powf(0.15);
                ranked.push(Ranked { use_of_it, bucket: (at >> (WIDE_BITS - BITS)) as u32, tag });
            }
        }
        ranked.sort_by(|a, b| b.use_of_it.total_cmp(&a.use_of_it));
        ranked
    }

    /// Learns the kept weights by themselves, rounded, and packs them.
    fn learned_again(&self, kept: &[Ranked]) -> Vec<u8> {
        let mut allowed: BTreeMap<u32, u64> = BTreeMap::new();
        for weight in kept {
            *allowed.entry(weight.bucket).or_default() |= 1 << weight.tag;
        }
        let rows = Rows::new(BITS, (0..1 << BITS).map(|at| allowed.contains_key(&at)));
        let allowed = allowed.into_values().collect();
        let mut learner = Learner::new(allowed, Penalties { l1: 0.0, l2: 1.0 });
        let mut dice = Dice::new();
        let mut average = vec![[0.0; TAGS]; rows.count];
        // The mean over the later courses is steadier than where the last one happens to end.
        let mut shots = 0.0;
        for course in 0..COURSES {
            let order = dice.shuffled(&self.order);
            for part in order.chunks(order.len() / 20 + 1) {
                for &index in part {
                    self.lessons[index].learn(&mut learner, &|key| rows.of(key));
                }
                if course > 0 {
                    shots += 1.0;
                    add(&mut average, &learner.weights);
                }
            }
        }
        average.iter_mut().flatten().for_each(|weight| *weight /= shots);
        learner.round(&average, STEP);
        for index in dice.shuffled(&self.order) {
            self.lessons[index].learn(&mut learner, &|key| rows.of(key));
        }
        let packed: Vec<(u32, Vec<Weight>)> = rows
            .each()
            .map(|(at, row)| (at as u32, whole(&learner.weights[row])))
            .filter(|(_, weights)| !weights.is_empty())
            .collect();
        weights::pack(BITS, &packed)
    }
}

/// How often all lessons are gone through; more of it gains nothing at these sizes.
const COURSES: usize = 4;

/// Buckets while it is open which weights are worth keeping: almost each feature has its own.
const WIDE_BITS: u32 = 22;

/// Buckets in the packed weights: with 2^17 a kept bucket's place takes 5 bits, and one in twelve features
/// that are not kept meets the weights of another, which learning takes into account.
const BITS: u32 = 17;

/// A bucket met less often than this is not learned.
const SELDOM: u32 = 4;

/// The gradient that a weight must have earned: at 3 there are more weights to choose from, but chosen less
/// well; above 12 the larger sizes cannot be filled.
const WORTH: f32 = 8.0;

/// Weights are whole multiples of this (in nats). At 0.15 they take a fifteenth more bytes and gain nothing.
const STEP: f32 = 0.25;

/// A weight that could be kept.
struct Ranked {
    /// How much it is used, at a guess.
    use_of_it: f32,
    bucket: u32,
    tag: usize,
}

fn add(sums: &mut [PerTag], weights: &[PerTag]) {
    for (sum, weight) in sums.iter_mut().flatten().zip(weights.iter().flatten()) {
        *sum += weight;
    }
}

/// The weights of a row as whole numbers of steps.
fn whole(row: &PerTag) -> Vec<Weight> {
    let value = |weight: f32| (weight / STEP).round().clamp(-127.0, 127.0) as i8;
    let weights =
        row.iter().enumerate().map(|(tag, &w)| Weight { tag: tag as u8, value: value(w) });
    weights.filter(|weight| weight.value != 0).collect()
}

/// Which buckets have a row, and which.
struct Rows {
    bits: u32,
    /// Per bucket one more than its row; 0 for none.
    rows: Vec<u32>,
    count: usize,
}

impl Rows {
    fn new(bits: u32, wanted: impl Iterator<Item = bool>) -> Self {
        let mut count = 0;
        let mut number = |wanted| {
            count += u32::from(wanted);
            if wanted { count } else { 0 }
        };
        let rows = wanted.map(&mut number).collect();
        Self { bits, rows, count: count as usize }
    }

    fn of(&self, key: u32) -> Option<u32> {
        self.rows[bucket(key, self.bits) as usize].checked_sub(1)
    }

    /// Each bucket with its row.
    fn each(&self) -> impl Iterator<Item = (usize, usize)> {
        let rows = self.rows.iter().enumerate();
        rows.filter_map(|(at, row)| Some((at, row.checked_sub(1)? as usize)))
    }
}

/// Numbers that look drawn but are the same each time (xorshift, Marsaglia 2003).
struct Dice(u64);

impl Dice {
    fn new() -> Self {
        Self(0x2545_F491_4F6C_DD1D)
    }

    fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as usize % sides
    }

    fn shuffled(&mut self, order: &[usize]) -> Vec<usize> {
        let mut order = order.to_vec();
        for at in (1..order.len()).rev() {
            order.swap(at, self.roll(at + 1));
        }
        order
    }
}
