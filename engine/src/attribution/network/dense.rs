//! Sums of weighted inputs: where nearly all of the time goes.

use super::bytes::Bytes;
use super::{clamped, rounded};

/// Weights from inputs to outputs.
#[derive(Clone, Debug, Default)]
pub(super) struct Dense {
    inputs: usize,
    /// Output by output, those of all inputs. Whole numbers of at most 127, held in the width in which processors
    /// multiply and add in one step.
    weights: Vec<i16>,
    /// For each output, what its sum is multiplied with, in 1/2^24.
    scales: Vec<u32>,
    /// For each output, what is added then, in 1/256.
    biases: Vec<i16>,
}

/// So many tokens are weighed together: each weight that is fetched is used for all of them.
const TOGETHER: usize = 4;

impl Dense {
    /// Reads the weights.
    pub(super) fn unpack(bytes: &mut Bytes<'_>, inputs: usize, outputs: usize) -> Option<Self> {
        let weights = bytes.i8s(inputs.checked_mul(outputs)?)?;
        let weights = weights.into_iter().map(i16::from).collect();
        let (scales, biases) = (bytes.u32s(outputs)?, bytes.i16s(outputs)?);
        Some(Self { inputs, weights, scales, biases })
    }

    /// The outputs of all tokens, one token after the other, in 1/256; `tokens` holds their inputs likewise.
    pub(super) fn sums(&self, tokens: &[i16]) -> Vec<i32> {
        let outputs = self.scales.len();
        let Some(count) = tokens.len().checked_div(self.inputs) else { return Vec::new() };
        let mut sums = vec![0; count * outputs];
        let groups = tokens.chunks(self.inputs * TOGETHER).zip(sums.chunks_mut(outputs * TOGETHER));
        for (inputs, sums) in groups {
            // Where fewer are left, the last stands for those that are missing, and its sums are not wanted.
            let last = inputs.len() / self.inputs - 1;
            let token = |number: usize| {
                let from = number.min(last) * self.inputs;
                inputs.get(from..from + self.inputs).unwrap_or_default()
            };
            let four = [token(0), token(1), token(2), token(3)];
            let rows = self.weights.chunks_exact(self.inputs).zip(&self.scales).zip(&self.biases);
            for (output, ((row, &scale), &bias)) in rows.enumerate() {
                let places = sums.get_mut(output..).unwrap_or_default().iter_mut().step_by(outputs);
                for (place, sum) in places.zip(dots(row, four)) {
                    let scaled = rounded(i64::from(sum) * i64::from(scale), 24);
                    *place = clamped(scaled + i64::from(bias)).into();
                }
            }
        }
        sums
    }
}

/// The products of a row with each of four tokens, added up: compilers for all processors find the one step for this.
#[inline]
#[cfg(not(target_arch = "wasm32"))]
fn dots(row: &[i16], tokens: [&[i16]; TOGETHER]) -> [i32; TOGETHER] {
    tokens.map(|token| dot(row, token))
}

/// The same in WebAssembly’s own words, which its compilers do not find by themselves. Browsers compile a function a
/// second time, and well, once it is called often: so it must stay one.
#[inline(never)]
#[cfg(target_arch = "wasm32")]
fn dots(row: &[i16], tokens: [&[i16]; TOGETHER]) -> [i32; TOGETHER] {
    use core::arch::wasm32::{
        i16x8, i32x4, i32x4_add, i32x4_dot_i16x8, i32x4_extract_lane, i32x4_shuffle, v128,
    };

    fn lanes(&[a, b, c, d, e, f, g, h]: &[i16; 8]) -> v128 {
        i16x8(a, b, c, d, e, f, g, h)
    }
    fn total(sum: v128) -> i32 {
        let halves = i32x4_add(sum, i32x4_shuffle::<2, 3, 0, 1>(sum, sum));
        i32x4_extract_lane::<0>(halves) + i32x4_extract_lane::<1>(halves)
    }

    let (weights, last) = row.as_chunks::<8>();
    let [(first, _), (second, _), (third, _), (fourth, _)] = tokens.map(<[i16]>::as_chunks::<8>);
    let none = i32x4(0, 0, 0, 0);
    let (mut one, mut two, mut three, mut four) = (none, none, none, none);
    let inputs = first.iter().zip(second).zip(third).zip(fourth);
    for (weights, (((first, second), third), fourth)) in weights.iter().zip(inputs) {
        let weights = lanes(weights);
        one = i32x4_add(one, i32x4_dot_i16x8(weights, lanes(first)));
        two = i32x4_add(two, i32x4_dot_i16x8(weights, lanes(second)));
        three = i32x4_add(three, i32x4_dot_i16x8(weights, lanes(third)));
        four = i32x4_add(four, i32x4_dot_i16x8(weights, lanes(fourth)));
    }
    let mut totals = [one, two, three, four].map(total);
    if !last.is_empty() {
        for (total, token) in totals.iter_mut().zip(tokens) {
            *total += dot(last, token.get(row.len() - last.len()..).unwrap_or_default());
        }
    }
    totals
}

#[inline]
fn dot(row: &[i16], token: &[i16]) -> i32 {
    row.iter().zip(token).map(|(&weight, &input)| i32::from(weight) * i32::from(input)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_are_scaled_shifted_and_rounded() {
        // Two inputs, two outputs; the first halves, the second adds one.
        let packed = [
            &[1, 2, 0xff, 0][..],
            &(1_u32 << 23).to_le_bytes(),
            &(1_u32 << 24).to_le_bytes(),
            &[0, 0, 1, 0],
        ]
        .concat();
        let dense = Dense::unpack(&mut Bytes::new(&packed), 2, 2).unwrap();
        assert_eq!(dense.sums(&[10, 3]), [8, -9]);
        // However many tokens there are, each has its own.
        for count in 1..10 {
            let tokens: Vec<i16> = (0..count).flat_map(|token| [token * 2, 1]).collect();
            let expected: Vec<i32> = (0..count)
                .flat_map(|token| [i32::from(token) + 1, 1 - 2 * i32::from(token)])
                .collect();
            assert_eq!(dense.sums(&tokens), expected);
        }
    }
}
