//! The lengths and numbers of users at which sliders rest: powers of two, values between them, round numbers.

use super::state::{MOST_BATCH, MOST_CONTEXT};
use crate::widgets::order::ordered;

/// Lengths in tokens, ascending from 1 to [`MOST_CONTEXT`]: four to each power of two, and round numbers.
#[must_use]
pub fn contexts() -> Vec<u64> {
    let quarters =
        (0..24).flat_map(|power| (4..8).map(move |quarter| (quarter << power) as u64)).filter(|n| n % 4 == 0);
    let all = quarters.map(|n| n / 4).chain([100_000, 1_000_000, MOST_CONTEXT]);
    let mut all = ordered(all.filter(|n| *n <= MOST_CONTEXT), |a, b| a < b);
    all.dedup();
    all
}

/// Numbers of users, ascending from 1 to [`MOST_BATCH`]: two to each power of two.
#[must_use]
pub fn batches() -> Vec<u32> {
    let all = (0..=10).flat_map(|power| [(2 << power) / 2, (3 << power) / 2]);
    let mut all = ordered(all.filter(|n| *n <= MOST_BATCH), |a, b| a < b);
    all.dedup();
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ascend_over_the_whole_range() {
        let (contexts, batches) = (contexts(), batches());
        assert!(contexts.is_sorted_by(|a, b| a < b) && batches.is_sorted_by(|a, b| a < b));
        assert_eq!((contexts.first(), contexts.last()), (Some(&1), Some(&MOST_CONTEXT)));
        assert_eq!((batches.first(), batches.last()), (Some(&1), Some(&MOST_BATCH)));
        assert!((0..24).all(|power| contexts.contains(&(1 << power))));
        assert!((0..=10).all(|power| batches.contains(&(1 << power))));
    }
}
