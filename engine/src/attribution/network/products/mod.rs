//! Products of weights and inputs, added up: the same sums in the way that suits the processor.
//!
//! Compilers for most processors find by themselves the step that multiplies and adds eight numbers at once, when the
//! numbers lie one behind the other. In WebAssembly it has to be asked for, and what it works on laid out for it.

#[cfg(any(target_arch = "wasm32", test))]
mod blocks;
#[cfg(any(not(target_arch = "wasm32"), test))]
mod rows;

#[cfg(target_arch = "wasm32")]
pub(super) use blocks::Products;
#[cfg(not(target_arch = "wasm32"))]
pub(super) use rows::Products;

#[cfg(test)]
mod tests {
    use super::{blocks, rows};

    #[test]
    fn both_ways_lead_to_the_same_sums() {
        let numbers = |count: usize, step: usize| (0..count).map(move |at| (at * step) % 251);
        for (inputs, outputs, tokens) in [(1, 1, 1), (8, 2, 4), (13, 7, 9), (160, 6, 5), (3, 5, 0)]
        {
            let weights: Vec<i8> =
                numbers(inputs * outputs, 97).map(|n| (n as i16 - 125) as i8).collect();
            let values: Vec<i16> =
                numbers(inputs * tokens, 61).map(|n| 200 * (n as i16 - 125)).collect();
            let sums = rows::Products::new(&weights, inputs).of(&values);
            assert_eq!(sums.len(), outputs * tokens);
            assert_eq!(blocks::Products::new(&weights, inputs).of(&values), sums);
        }
    }

    #[test]
    fn without_weights_there_are_no_sums() {
        assert!(rows::Products::new(&[], 0).of(&[1, 2]).is_empty());
        assert!(blocks::Products::new(&[], 0).of(&[1, 2]).is_empty());
        assert!(blocks::Products::default().of(&[]).is_empty());
    }
}
