//! Sums of weighted inputs: where nearly all of the time goes.

use super::bytes::Bytes;
use super::{clamped, rounded};

/// Weights from inputs to outputs.
#[derive(Clone, Debug, Default)]
pub(super) struct Dense {
    inputs: usize,
    /// Output by output, those of all inputs, filled up with zeros to whole [`LANES`]. Whole numbers of at most 127, held
    /// in the width in which processors multiply and add in one step.
    weights: Vec<i16>,
    /// For each output, what its sum is multiplied with, in 1/2^24.
    scales: Vec<u32>,
    /// For each output, what is added then, in 1/256.
    biases: Vec<i16>,
}

/// So many tokens are weighed together: each weight that is fetched is used for all of them.
const TOGETHER: usize = 4;

/// So many outputs are summed up together: each input that is fetched is used for all of them. With more, the sums would
/// not all find room in a processor's registers.
const ROWS: usize = 2;

/// So many weights are multiplied in one step.
const LANES: usize = 8;

impl Dense {
    /// Reads the weights.
    pub(super) fn unpack(bytes: &mut Bytes<'_>, inputs: usize, outputs: usize) -> Option<Self> {
        let packed = bytes.i8s(inputs.checked_mul(outputs)?)?;
        let mut weights = Vec::with_capacity(outputs.next_multiple_of(ROWS) * row_length(inputs));
        for row in packed.chunks(inputs.max(1)) {
            weights.extend(row.iter().map(|&weight| i16::from(weight)));
            weights.resize(weights.len().next_multiple_of(LANES), 0);
        }
        weights.resize(outputs.next_multiple_of(ROWS) * row_length(inputs), 0);
        let (scales, biases) = (bytes.u32s(outputs)?, bytes.i16s(outputs)?);
        Some(Self { inputs, weights, scales, biases })
    }

    /// The outputs of all tokens, one token after the other, in 1/256; `tokens` holds their inputs likewise.
    pub(super) fn sums(&self, tokens: &[i16]) -> Vec<i32> {
        let outputs = self.scales.len();
        let Some(count) = tokens.len().checked_div(self.inputs) else { return Vec::new() };
        let mut sums = vec![0; count * outputs];
        let mut block = Block::new(self.inputs);
        let groups = tokens.chunks(self.inputs * TOGETHER).zip(sums.chunks_mut(outputs * TOGETHER));
        for (inputs, sums) in groups {
            block.fill(inputs, self.inputs);
            let rows = self.weights.chunks_exact(ROWS * row_length(self.inputs));
            let units = self.scales.chunks(ROWS).zip(self.biases.chunks(ROWS));
            for ((number, rows), (scales, biases)) in rows.enumerate().zip(units) {
                let (one, other) = rows.split_at(row_length(self.inputs));
                let totals = block.dots(one, other);
                let places = sums.get_mut(number * ROWS..).unwrap_or_default();
                settle(&totals, scales, biases, outputs, places);
            }
        }
        sums
    }
}

/// Scales and shifts the totals of some outputs; `places` are those of the tokens' outputs from the first of them on, each
/// token `step` behind the one before.
//
// A browser runs a function first as it comes, and compiles it well once it is called often. So what is done for every
// token stays a function, here and in the files beside this one: inside of a large one that runs long, it would stay slow.
#[cfg_attr(target_arch = "wasm32", inline(never))]
fn settle(
    totals: &[[i32; TOGETHER]; ROWS],
    scales: &[u32],
    biases: &[i16],
    step: usize,
    places: &mut [i32],
) {
    for (row, (totals, (&scale, &bias))) in totals.iter().zip(scales.iter().zip(biases)).enumerate()
    {
        let places = places.get_mut(row..).unwrap_or_default().iter_mut().step_by(step);
        for (place, &sum) in places.zip(totals) {
            let scaled = rounded(i64::from(sum) * i64::from(scale), 24);
            *place = clamped(scaled + i64::from(bias)).into();
        }
    }
}

/// How long the weights of an output are.
const fn row_length(inputs: usize) -> usize {
    inputs.next_multiple_of(LANES)
}

/// The inputs of the tokens that are weighed together, those that are missing zeros: of each token so many as are
/// multiplied in one step, then of the next, and so on, so that they are fetched from one place.
struct Block(Vec<[[i16; LANES]; TOGETHER]>);

impl Block {
    fn new(inputs: usize) -> Self {
        Self(vec![[[0; LANES]; TOGETHER]; inputs.div_ceil(LANES)])
    }

    /// Takes the inputs of other tokens, one token after the other.
    fn fill(&mut self, tokens: &[i16], inputs: usize) {
        let mut tokens = tokens.chunks(inputs.max(1));
        for number in 0..TOGETHER {
            let mut steps = tokens.next().unwrap_or_default().chunks(LANES);
            for step in &mut self.0 {
                let Some(place) = step.get_mut(number) else { continue };
                let step = steps.next().unwrap_or_default();
                place.fill(0);
                place.iter_mut().zip(step).for_each(|(place, &input)| *place = input);
            }
        }
    }

    /// The products of two rows with each of the tokens, added up.
    #[cfg_attr(not(target_arch = "wasm32"), inline)]
    #[cfg_attr(target_arch = "wasm32", inline(never))]
    #[cfg(not(target_feature = "simd128"))]
    fn dots(&self, one: &[i16], other: &[i16]) -> [[i32; TOGETHER]; ROWS] {
        let mut totals = [[0; TOGETHER]; ROWS];
        for (totals, row) in totals.iter_mut().zip([one, other]) {
            let weights = row.as_chunks().0;
            for (number, total) in totals.iter_mut().enumerate() {
                let steps = self.0.iter().filter_map(|step| step.get(number)).zip(weights);
                *total = steps.map(|(inputs, weights)| dot(inputs, weights)).sum();
            }
        }
        totals
    }

    /// The same in WebAssembly’s own words, which its compilers do not find by themselves. Browsers compile a function a
    /// second time, and well, once it is called often: so it must stay one.
    #[inline(never)]
    #[cfg(target_feature = "simd128")]
    fn dots(&self, one: &[i16], other: &[i16]) -> [[i32; TOGETHER]; ROWS] {
        use core::arch::wasm32::{
            i16x8, i32x4, i32x4_add, i32x4_dot_i16x8, i32x4_extract_lane, i32x4_shuffle, v128,
        };

        fn lanes(&[a, b, c, d, e, f, g, h]: &[i16; LANES]) -> v128 {
            i16x8(a, b, c, d, e, f, g, h)
        }
        /// The sums of the lanes of each.
        fn totals([a, b, c, d]: [v128; TOGETHER]) -> [i32; TOGETHER] {
            let pairs = |one, other| {
                let even = i32x4_shuffle::<0, 2, 4, 6>(one, other);
                i32x4_add(even, i32x4_shuffle::<1, 3, 5, 7>(one, other))
            };
            let all = pairs(pairs(a, b), pairs(c, d));
            [
                i32x4_extract_lane::<0>(all),
                i32x4_extract_lane::<1>(all),
                i32x4_extract_lane::<2>(all),
                i32x4_extract_lane::<3>(all),
            ]
        }

        let none = i32x4(0, 0, 0, 0);
        let (mut a, mut b, mut c, mut d) = (none, none, none, none);
        let (mut e, mut f, mut g, mut h) = (none, none, none, none);
        let weights = one.as_chunks().0.iter().zip(other.as_chunks().0);
        for ([first, second, third, fourth], (one, other)) in self.0.iter().zip(weights) {
            let (one, other) = (lanes(one), lanes(other));
            let (first, second) = (lanes(first), lanes(second));
            a = i32x4_add(a, i32x4_dot_i16x8(first, one));
            e = i32x4_add(e, i32x4_dot_i16x8(first, other));
            b = i32x4_add(b, i32x4_dot_i16x8(second, one));
            f = i32x4_add(f, i32x4_dot_i16x8(second, other));
            let (third, fourth) = (lanes(third), lanes(fourth));
            c = i32x4_add(c, i32x4_dot_i16x8(third, one));
            g = i32x4_add(g, i32x4_dot_i16x8(third, other));
            d = i32x4_add(d, i32x4_dot_i16x8(fourth, one));
            h = i32x4_add(h, i32x4_dot_i16x8(fourth, other));
        }
        [totals([a, b, c, d]), totals([e, f, g, h])]
    }
}

/// The products of inputs with their weights, added up: compilers for all processors find the one step for this.
#[inline]
#[cfg(not(target_feature = "simd128"))]
fn dot(inputs: &[i16; LANES], weights: &[i16; LANES]) -> i32 {
    inputs.iter().zip(weights).map(|(&input, &weight)| i32::from(input) * i32::from(weight)).sum()
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

    #[test]
    fn sums_are_those_of_each_product_for_any_number_of_inputs_outputs_and_tokens() {
        let some = |number: usize| (number * 7919 % 255) as u8;
        for (inputs, outputs, count) in
            [(1, 1, 1), (7, 3, 4), (8, 2, 5), (9, 7, 3), (16, 1, 8), (33, 5, 6)]
        {
            let weights: Vec<u8> = (0..inputs * outputs).map(some).collect();
            let scales = (1_u32 << 24).to_le_bytes().repeat(outputs);
            let packed = [weights.clone(), scales, vec![0; 2 * outputs]].concat();
            let dense = Dense::unpack(&mut Bytes::new(&packed), inputs, outputs).unwrap();
            let tokens: Vec<i16> =
                (0..inputs * count).map(|number| i16::from(some(number + 3)) - 128).collect();
            let sum = |token: &[i16], row: &[u8]| -> i32 {
                let weights = row.iter().map(|byte| i32::from(byte.cast_signed()));
                token.iter().zip(weights).map(|(&input, weight)| i32::from(input) * weight).sum()
            };
            let expected: Vec<i32> = tokens
                .chunks(inputs)
                .flat_map(|token| weights.chunks(inputs).map(move |row| sum(token, row)))
                .map(|sum| sum.clamp(-32_767, 32_767))
                .collect();
            assert_eq!(dense.sums(&tokens), expected, "{inputs} to {outputs}, {count} tokens");
        }
    }
}
