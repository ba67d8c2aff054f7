//! Sums of weighted inputs: where nearly all of the time goes.

use super::bytes::Bytes;
use super::products::Products;
use super::{clamped, rounded};

/// Weights from inputs to outputs.
#[derive(Clone, Debug, Default)]
pub(super) struct Dense {
    products: Products,
    /// For each output, what its sum is multiplied with, in 1/2^24.
    scales: Vec<u32>,
    /// For each output, what is added then, in 1/256.
    biases: Vec<i16>,
}

impl Dense {
    /// Reads the weights.
    pub(super) fn unpack(bytes: &mut Bytes<'_>, inputs: usize, outputs: usize) -> Option<Self> {
        let weights = bytes.i8s(inputs.checked_mul(outputs)?)?;
        let (scales, biases) = (bytes.u32s(outputs)?, bytes.i16s(outputs)?);
        Some(Self { products: Products::new(&weights, inputs), scales, biases })
    }

    /// The outputs of all tokens, one token after the other, in 1/256; `tokens` holds their inputs likewise.
    pub(super) fn sums(&self, tokens: &[i16]) -> Vec<i32> {
        let mut sums = self.products.of(tokens);
        for sums in sums.chunks_mut(self.scales.len().max(1)) {
            for ((sum, &scale), &bias) in sums.iter_mut().zip(&self.scales).zip(&self.biases) {
                let scaled = rounded(i64::from(*sum) * i64::from(scale), 24);
                *sum = clamped(scaled + i64::from(bias)).into();
            }
        }
        sums
    }
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
