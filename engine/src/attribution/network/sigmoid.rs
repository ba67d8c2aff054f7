//! The logistic function and the hyperbolic tangent, from one table.

use super::bytes::Bytes;

/// The logistic function of 0, 1/32, 2/32 … 8, in 1/2^15.
#[derive(Clone, Debug, Default)]
pub(super) struct Sigmoid(Vec<u16>);

/// How many points the table has.
const POINTS: usize = 257;

/// The last number, in 1/256, for which the table has a point behind.
const LAST: i32 = 2047;

impl Sigmoid {
    /// Reads the table.
    pub(super) fn unpack(bytes: &mut Bytes<'_>) -> Option<Self> {
        (0..POINTS).map(|_| bytes.u16()).collect::<Option<_>>().map(Self)
    }

    /// The logistic function of a number in 1/256; in 1/2^15.
    #[inline(always)]
    pub(super) fn of(&self, number: i32) -> i32 {
        let distance = number.saturating_abs().min(LAST);
        let (point, rest) = ((distance >> 3) as usize, distance & 7);
        let at = |point: usize| self.0.get(point).copied().map_or(0, i32::from);
        let (low, high) = (at(point), at(point + 1));
        let value = low + (((high - low) * rest + 4) >> 3);
        if number < 0 { 32_768 - value } else { value }
    }

    /// The hyperbolic tangent of a number in 1/256; in 1/2^14.
    #[inline(always)]
    pub(super) fn tanh(&self, number: i32) -> i32 {
        self.of(2 * number) - 16_384
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sigmoid() -> Sigmoid {
        let point = |at: u32| {
            let value = 32_768.0 / (1.0 + (-f64::from(at) / 32.0).exp());
            (value.round() as u16).min(32_767).to_le_bytes()
        };
        let packed: Vec<u8> = (0..POINTS as u32).flat_map(point).collect();
        Sigmoid::unpack(&mut Bytes::new(&packed)).unwrap()
    }

    #[test]
    fn the_table_is_near_the_functions() {
        let sigmoid = sigmoid();
        for number in -5000..5000 {
            let x = f64::from(number) / 256.0;
            let (logistic, tanh) = (1.0 / (1.0 + (-x).exp()), x.tanh());
            assert!((f64::from(sigmoid.of(number)) / 32_768.0 - logistic).abs() < 0.001, "{x}");
            assert!((f64::from(sigmoid.tanh(number)) / 16_384.0 - tanh).abs() < 0.001, "{x}");
        }
        assert_eq!(sigmoid.tanh(0), 0);
    }
}
