//! The exponential function, the same on every machine: only multiplications, which all machines round alike.

/// *e* to a power of at most 0, given in 1/256; 0 where it is out of sight.
pub(super) fn exp(power: i32) -> f64 {
    // In octaves, in 1/2^24: ten binary places of the logarithm of e would shift the last of the power’s.
    let octaves = u64::from(power.min(0).unsigned_abs()) * LOG2_E;
    let (whole, part) = (octaves >> 24, (octaves >> 16 & 0xFF) as usize);
    // The exponent of a double of 64 bits (IEEE 754).
    let scale = 1023_u64.checked_sub(whole).map_or(0.0, |exponent| f64::from_bits(exponent << 52));
    PARTS.get(part).copied().unwrap_or(0.0) * scale
}

/// The logarithm of *e* to the base 2, in 1/2^16.
const LOG2_E: u64 = 94_548;

/// 2 to the power of -0/256, -1/256 … -255/256.
const PARTS: [f64; 256] = {
    let mut parts = [1.0; 256];
    let mut at = 1;
    while at < parts.len() {
        parts[at] = parts[at - 1] * STEP;
        at += 1;
    }
    parts
};

/// 2 to the power of -1/256.
const STEP: f64 = 0.997_296_056_085_470_2;

#[cfg(test)]
mod tests {
    use super::exp;

    #[test]
    fn it_is_near_the_function() {
        for power in -4000..=0 {
            let exact = (f64::from(power) / 256.0).exp();
            assert!((exp(power) - exact).abs() < 0.003 * exact, "{power}");
        }
        assert_eq!(exp(0).to_bits(), 1.0_f64.to_bits());
        assert!(exp(i32::MIN) < 1e-300);
    }
}
