//! The labels that go best together (Viterbi 1967).

use super::bytes::Bytes;
use super::{LABELS, Label, Scores};

/// What speaks for each label behind each other, in 1/256 nat.
#[derive(Clone, Debug, Default)]
pub(super) struct Transitions {
    /// By the label before, then by the label.
    scores: [Scores; LABELS],
}

impl Transitions {
    /// Reads the scores.
    pub(super) fn unpack(bytes: &mut Bytes<'_>) -> Option<Self> {
        let mut scores = [[0; LABELS]; LABELS];
        for row in &mut scores {
            for (score, packed) in row.iter_mut().zip(bytes.i16s(LABELS)?) {
                *score = packed.into();
            }
        }
        Some(Self { scores })
    }

    /// The best labels for tokens with these scores; of equals the first.
    pub(super) fn best(&self, tokens: &[Scores]) -> Vec<Label> {
        let mut sums = tokens.first().copied().unwrap_or_default();
        // For each token behind the first and each label, the label before it on the best way there.
        let mut ways: Vec<[usize; LABELS]> = Vec::with_capacity(tokens.len());
        for token in tokens.iter().skip(1) {
            let mut way = [0; LABELS];
            let mut next = [0; LABELS];
            for (to, (sum, &score)) in next.iter_mut().zip(token).enumerate() {
                let arrivals = sums
                    .iter()
                    .zip(&self.scores)
                    .map(|(sum, row)| sum + row.get(to).copied().unwrap_or(0));
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

    #[test]
    fn what_cannot_follow_does_not_though_it_scores_more() {
        let mut scores = [[0; LABELS]; LABELS];
        scores[Label::Outside as usize][Label::CueGoesOn as usize] = -5120;
        let transitions = Transitions { scores };
        let mut tokens = [[0; LABELS]; 2];
        tokens[0][Label::Outside as usize] = 100;
        tokens[1][Label::CueGoesOn as usize] = 90;
        tokens[1][Label::CueBegins as usize] = 50;
        assert_eq!(transitions.best(&tokens), [Label::Outside, Label::CueBegins]);
        assert_eq!(transitions.best(&tokens[..1]), [Label::Outside]);
        assert_eq!(transitions.best(&[]), []);
    }
}
