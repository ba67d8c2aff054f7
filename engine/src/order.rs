//! Putting things in order: one sort for everything that is sorted.
//!
//! The standard library's sort is made again for each kind of item, and much faster on long lists than we need.
//! Fourteen of them were a tenth of the code that a reader loads. Here only numbers are sorted, by one small
//! heap, and the items follow.

use std::collections::BinaryHeap;

/// Sorts by two numbers, the second deciding between equals of the first; what is equal in both stays in its order.
///
/// # Example: the outer of two that begin together comes first
/// ```
/// use whose_words_engine::order::{downwards, sort_by};
///
/// let mut ranges = vec![3..5, 0..2, 0..9];
/// sort_by(&mut ranges, |range| (range.start, downwards(range.end)));
/// assert_eq!(ranges, [0..9, 0..2, 3..5]);
/// ```
pub fn sort_by<T>(items: &mut Vec<T>, key: impl Fn(&T) -> (usize, usize)) {
    let ranks: Vec<(usize, usize)> = items.iter().map(key).collect();
    if ranks.is_sorted() {
        return;
    }
    let mut taken: Vec<Option<T>> = items.drain(..).map(Some).collect();
    items.extend(places(&ranks).iter().filter_map(|&place| taken.get_mut(place)?.take()));
}

/// A number that is the smaller the larger the given one is.
pub fn downwards(number: usize) -> usize {
    usize::MAX - number
}

/// The places of the ranks, in the order of the ranks.
fn places(ranks: &[(usize, usize)]) -> Vec<usize> {
    let numbered = ranks.iter().enumerate().map(|(place, &(first, second))| (first, second, place));
    let sorted = numbered.collect::<BinaryHeap<_>>().into_sorted_vec();
    sorted.into_iter().map(|(.., place)| place).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn it_sorts_as_the_standard_library_does(
            mut items in proptest::collection::vec((0_usize..9, 0_usize..9, any::<u8>()), 0..99),
        ) {
            let mut expected = items.clone();
            expected.sort_by_key(|item| (item.0, item.1));
            sort_by(&mut items, |item| (item.0, item.1));
            prop_assert_eq!(items, expected);
        }
    }
}
