//! The labels that go best together, and how likely each label is.

use super::bytes::Bytes;
use super::exponential::exp;
use super::{LABELS, Label, Scores};

/// What speaks for each label behind each other.
#[derive(Clone, Debug, Default)]
pub(super) struct Transitions {
    /// By the label before, then by the label, in 1/256 nat.
    scores: [Scores; LABELS],
    /// *e* to the power of each; 0 where a label cannot follow.
    weights: [[f64; LABELS]; LABELS],
}

/// How likely each label is, in 1/2^15.
pub(super) type Chances = [i32; LABELS];

/// What is certain, as a chance.
pub(super) const CERTAIN: i32 = 1 << 15;

/// What a label gains that is certain, in 1/256 nat. Measured on PolNeAR’s dev articles before the last training: with
/// nothing (the best way alone) words in any role have F1 .893, content .896, relations .760; with this .898, .903 and
/// .757: scraps of content whose cue is doubtful stay, the more the higher it is.
const ONE_BY_ONE: i32 = 1024;

/// Scores from here on down mean never, in 1/256 nat.
const NEVER: i32 = -5120;

impl Transitions {
    /// Reads the scores.
    pub(super) fn unpack(bytes: &mut Bytes<'_>) -> Option<Self> {
        let mut scores = [[0; LABELS]; LABELS];
        for row in &mut scores {
            for (score, packed) in row.iter_mut().zip(bytes.i16s(LABELS)?) {
                *score = packed.into();
            }
        }
        Some(Self::new(scores))
    }

    fn new(scores: [Scores; LABELS]) -> Self {
        let weight = |score| match score {
            ..=NEVER => 0.0,
            // Above 0 the power is the other way round.
            1.. => 1.0 / exp(-score),
            _ => exp(score),
        };
        Self { scores, weights: scores.map(|row| row.map(weight)) }
    }

    /// How likely each label of each token is (forward–backward, Rabiner 1989).
    pub(super) fn chances(&self, tokens: &[Scores]) -> Vec<Chances> {
        let weights: Vec<[f64; LABELS]> = tokens.iter().map(weights).collect();
        let mut forward: Vec<[f64; LABELS]> = Vec::with_capacity(weights.len());
        for own in &weights {
            let arrived = match forward.last() {
                Some(before) => self.pushed(before),
                None => [1.0; LABELS],
            };
            forward.push(shares(times(&arrived, own)));
        }
        let mut backward = [1.0; LABELS];
        let mut chances = Vec::with_capacity(weights.len());
        for (before, own) in forward.iter().zip(&weights).rev() {
            let both = shares(times(before, &backward));
            chances.push(both.map(|share| (share * f64::from(CERTAIN)) as i32));
            backward = shares(self.pulled(&times(own, &backward)));
        }
        chances.reverse();
        chances
    }

    /// The labels that are right together and one by one: the best way over the scores, each raised by how likely its
    /// label is.
    pub(super) fn labels(&self, tokens: &[Scores], chances: &[Chances]) -> Vec<Label> {
        let raised = |(scores, chances): (&Scores, &Chances)| {
            std::array::from_fn(|label| {
                let chance = chances.get(label).copied().unwrap_or(0);
                scores.get(label).copied().unwrap_or(0) + chance * ONE_BY_ONE / CERTAIN
            })
        };
        let raised: Vec<Scores> = tokens.iter().zip(chances).map(raised).collect();
        self.best(&raised)
    }

    /// The best labels for tokens with these scores (Viterbi 1967); of equals the first.
    fn best(&self, tokens: &[Scores]) -> Vec<Label> {
        let mut sums = tokens.first().copied().unwrap_or_default();
        // For each token behind the first and each label, the label before it on the best way there.
        let mut ways: Vec<[usize; LABELS]> = Vec::with_capacity(tokens.len());
        for token in tokens.iter().skip(1) {
            let mut way = [0; LABELS];
            let mut next = [0; LABELS];
            for (to, (sum, &score)) in next.iter_mut().zip(token).enumerate() {
                let arrivals = sums.iter().zip(&self.scores);
                let arrivals =
                    arrivals.map(|(sum, row)| sum + row.get(to).copied().unwrap_or(NEVER));
                let (from, best) = best_of(arrivals);
                *sum = best + score;
                if let Some(place) = way.get_mut(to) {
                    *place = from;
                }
            }
            sums = next;
            ways.push(way);
        }
        let mut label = best_of(sums.into_iter()).0;
        let mut labels = vec![label];
        for way in ways.iter().rev() {
            label = way.get(label).copied().unwrap_or(0);
            labels.push(label);
        }
        labels.truncate(tokens.len());
        let name = |label| Label::ALL.get(label).copied().unwrap_or(Label::Outside);
        labels.into_iter().rev().map(name).collect()
    }

    /// What arrives at each label from those before.
    fn pushed(&self, before: &[f64; LABELS]) -> [f64; LABELS] {
        let mut arrived = [0.0; LABELS];
        for (share, row) in before.iter().zip(&self.weights) {
            arrived.iter_mut().zip(row).for_each(|(sum, weight)| *sum += share * weight);
        }
        arrived
    }

    /// What arrives at each label from those behind.
    fn pulled(&self, behind: &[f64; LABELS]) -> [f64; LABELS] {
        let sum = |row: &[f64; LABELS]| row.iter().zip(behind).map(|(w, b)| w * b).sum();
        let mut arrived = [0.0; LABELS];
        arrived.iter_mut().zip(&self.weights).for_each(|(place, row)| *place = sum(row));
        arrived
    }
}

/// Scores as weights, the greatest 1.
fn weights(scores: &Scores) -> [f64; LABELS] {
    let most = scores.iter().copied().max().unwrap_or(0);
    scores.map(|score| exp(score.saturating_sub(most)))
}

fn times(one: &[f64; LABELS], other: &[f64; LABELS]) -> [f64; LABELS] {
    let mut product = *one;
    product.iter_mut().zip(other).for_each(|(value, factor)| *value *= factor);
    product
}

/// The same with the sum 1.
fn shares(values: [f64; LABELS]) -> [f64; LABELS] {
    let sum: f64 = values.iter().sum();
    if sum > 0.0 { values.map(|value| value / sum) } else { [1.0 / LABELS as f64; LABELS] }
}

/// The first of the greatest, and where it stands.
fn best_of(values: impl Iterator<Item = i32>) -> (usize, i32) {
    let mut best = (0, i32::MIN);
    for (at, value) in values.enumerate() {
        if value > best.1 {
            best = (at, value);
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;

    /// All labels can follow all others but one the first.
    fn transitions() -> Transitions {
        let mut scores = [[0; LABELS]; LABELS];
        scores[Label::Outside as usize][Label::CueGoesOn as usize] = NEVER;
        Transitions::new(scores)
    }

    #[test]
    fn what_cannot_follow_does_not_though_it_scores_more() {
        let mut tokens = [[-2000; LABELS]; 2];
        tokens[0][Label::Outside as usize] = 0;
        tokens[1][Label::CueGoesOn as usize] = 0;
        tokens[1][Label::CueBegins as usize] = -40;
        assert_eq!(transitions().best(&tokens), [Label::Outside, Label::CueBegins]);
        assert_eq!(transitions().best(&tokens[..1]), [Label::Outside]);
        assert_eq!(transitions().best(&[]), []);
    }

    #[test]
    fn chances_are_those_of_all_ways_counted_one_by_one() {
        let transitions = transitions();
        let tokens: Vec<Scores> = (0..3)
            .map(|at| std::array::from_fn(|label| -((at * 37 + label as i32 * 91) % 300)))
            .collect();
        let mut sums = [[0.0; LABELS]; 3];
        let mut all = 0.0;
        for way in 0..LABELS.pow(3) {
            let labels = [way % LABELS, way / LABELS % LABELS, way / LABELS / LABELS];
            let own: f64 = (0..3).map(|at| exp(tokens[at][labels[at]])).product();
            let weight = own
                * transitions.weights[labels[0]][labels[1]]
                * transitions.weights[labels[1]][labels[2]];
            all += weight;
            (0..3).for_each(|at| sums[at][labels[at]] += weight);
        }
        for (chances, sums) in transitions.chances(&tokens).iter().zip(sums) {
            for (&chance, sum) in chances.iter().zip(sums) {
                assert!((f64::from(chance) / f64::from(CERTAIN) - sum / all).abs() < 0.001);
            }
        }
    }
}
