//! Multinomial logistic regression with an L1 penalty, learned word by word (FTRL-Proximal, McMahan et al.
//! 2013): most weights stay exactly 0, the rest are what the budget is spent on.

use whose_words_engine::tag::weights::TAGS;

/// A number per tag: sums, chances, gradients, or the weights of one feature.
pub(crate) type PerTag = [f32; TAGS];

/// Weights while they are learned, one row for each bucket of features.
pub(crate) struct Learner {
    pub(crate) weights: Vec<PerTag>,
    /// What the weights follow from: gradients (set off against the learning rate), and their squares.
    pulls: Vec<PerTag>,
    squares: Vec<PerTag>,
    /// One bit per tag: which weights may be other than 0.
    allowed: Vec<u64>,
    penalties: Penalties,
    /// The step that weights are rounded to while they are learned; none: not at all.
    step: Option<f32>,
}

/// What a weight costs.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Penalties {
    /// The gradient that must have come together before a weight leaves 0.
    pub(crate) l1: f32,
    /// How strongly weights are drawn back to 0.
    pub(crate) l2: f32,
}

/// How far the first gradient moves a weight; of 0.03 to 0.3 the best.
const RATE: f32 = 0.1;

impl Learner {
    /// Begins with no weights. `allowed` has one bit per tag for each row.
    pub(crate) fn new(allowed: Vec<u64>, penalties: Penalties) -> Self {
        let empty = || vec![[0.0; TAGS]; allowed.len()];
        let (weights, pulls, squares) = (empty(), empty(), empty());
        Self { weights, pulls, squares, allowed, penalties, step: None }
    }

    /// What the features in `rows` say together.
    pub(crate) fn sums(&self, rows: &[u32]) -> PerTag {
        let mut sums = [0.0; TAGS];
        for &row in rows {
            for (sum, weight) in sums.iter_mut().zip(&self.weights[row as usize]) {
                *sum += weight;
            }
        }
        sums
    }

    /// Learns from one word whose gradient for each tag is given (0 for tags it cannot have).
    pub(crate) fn learn(&mut self, rows: &[u32], gradient: &PerTag) {
        let pulled: Vec<usize> = (0..TAGS).filter(|&tag| gradient[tag].abs() > 1e-4).collect();
        for row in rows.iter().map(|&row| row as usize) {
            let allowed = self.allowed[row];
            for &tag in pulled.iter().filter(|&&tag| allowed >> tag & 1 == 1) {
                self.pull(row, tag, gradient[tag]);
            }
        }
    }

    fn pull(&mut self, row: usize, tag: usize, gradient: f32) {
        let square = &mut self.squares[row][tag];
        let before = square.sqrt();
        *square += gradient * gradient;
        let spread = square.sqrt();
        let pull = &mut self.pulls[row][tag];
        // The weight as it is before rounding.
        let weight = weighted(*pull, before, self.penalties);
        *pull += gradient - (spread - before) / RATE * weight;
        let weight = weighted(*pull, spread, self.penalties);
        self.weights[row][tag] = match self.step {
            Some(step) => (weight / step).round() * step,
            None => weight,
        };
    }

    /// Puts `weights` in place of the learned ones, and rounds them from now on: what rounding does to one
    /// weight is learned to be made up for by others.
    pub(crate) fn round(&mut self, weights: &[PerTag], step: f32) {
        self.step = Some(step);
        for (row, weights) in weights.iter().enumerate() {
            for (tag, weight) in weights.iter().enumerate() {
                let spread = self.squares[row][tag].sqrt();
                self.pulls[row][tag] = -weight * ((1.0 + spread) / RATE + self.penalties.l2)
                    - weight.signum() * self.penalties.l1;
                self.weights[row][tag] = (weight / step).round() * step;
            }
        }
    }
}

/// The weight that follows from its pull.
fn weighted(pull: f32, spread: f32, penalties: Penalties) -> f32 {
    if pull.abs() <= penalties.l1 {
        return 0.0;
    }
    -(pull - pull.signum() * penalties.l1) / ((1.0 + spread) / RATE + penalties.l2)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A learner that has often seen row 0 go with tag 2, and once row 1 with tag 3.
    fn taught(l1: f32) -> Learner {
        let mut learner = Learner::new(vec![u64::MAX; 2], Penalties { l1, l2: 0.0 });
        let mut gradient = [0.0; TAGS];
        (gradient[2], gradient[3]) = (-0.5, 0.5);
        for _ in 0..50 {
            learner.learn(&[0], &gradient);
        }
        (gradient[2], gradient[3]) = (0.5, -0.5);
        learner.learn(&[1], &gradient);
        learner
    }

    #[test]
    fn what_is_seen_once_is_not_worth_a_weight() {
        let learner = taught(2.0);
        assert!(learner.weights[0][2] > 0.0 && learner.weights[0][3] < 0.0);
        assert_eq!(learner.weights[1], [0.0; TAGS]);
        assert_eq!(learner.sums(&[0, 1])[2], learner.weights[0][2]);
    }

    #[test]
    fn weights_that_are_not_allowed_stay_away() {
        let mut learner = Learner::new(vec![1 << 2], Penalties { l1: 0.0, l2: 0.0 });
        let mut gradient = [0.0; TAGS];
        (gradient[2], gradient[3]) = (-0.5, 0.5);
        learner.learn(&[0], &gradient);
        assert!(learner.weights[0][2] > 0.0);
        assert_eq!(learner.weights[0][3], 0.0);
    }

    #[test]
    fn rounded_weights_go_on_from_where_they_were() {
        let mut learner = taught(0.0);
        let before = learner.weights.clone();
        learner.round(&before, 0.25);
        let spread = learner.squares[0][2].sqrt();
        let kept = weighted(learner.pulls[0][2], spread, learner.penalties);
        assert!((kept - before[0][2]).abs() < 1e-4);
        assert_eq!(learner.weights[0][2] % 0.25, 0.0);
    }
}
