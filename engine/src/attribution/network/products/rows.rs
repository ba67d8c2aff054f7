//! Output by output, the weights of all inputs behind each other.

/// Weights, in the width in which processors multiply and add in one step.
#[derive(Clone, Debug, Default)]
pub(in super::super) struct Products {
    inputs: usize,
    weights: Vec<i16>,
}

/// So many tokens are weighed together: each weight that is fetched is used for all of them.
const TOGETHER: usize = 4;

impl Products {
    /// Takes the weights of all inputs for the first output, for the next, and so on.
    pub(in super::super) fn new(weights: &[i8], inputs: usize) -> Self {
        Self { inputs, weights: weights.iter().copied().map(i16::from).collect() }
    }

    /// The sums of all outputs for each token; `tokens` holds all inputs of each.
    pub(in super::super) fn of(&self, tokens: &[i16]) -> Vec<i32> {
        let outputs = self.weights.len().checked_div(self.inputs).unwrap_or(0);
        let count = tokens.len().checked_div(self.inputs).unwrap_or(0);
        let mut sums = vec![0; count * outputs];
        if sums.is_empty() {
            return sums;
        }
        let groups = tokens.chunks(self.inputs * TOGETHER).zip(sums.chunks_mut(outputs * TOGETHER));
        for (tokens, sums) in groups {
            for (output, row) in self.weights.chunks_exact(self.inputs).enumerate() {
                let places = sums.get_mut(output..).unwrap_or_default().iter_mut().step_by(outputs);
                for (place, token) in places.zip(tokens.chunks_exact(self.inputs)) {
                    *place = dot(row, token);
                }
            }
        }
        sums
    }
}

#[inline]
fn dot(row: &[i16], token: &[i16]) -> i32 {
    row.iter().zip(token).map(|(&weight, &input)| i32::from(weight) * i32::from(input)).sum()
}
