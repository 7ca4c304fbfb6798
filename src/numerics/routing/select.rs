//! Order, and the largest few.

use core::cmp::Ordering;

/// Larger first; NaN after everything else, so that it is chosen only when nothing else is left.
pub(super) fn descending(a: f32, b: f32) -> Ordering {
    match (a.is_nan(), b.is_nan()) {
        (false, false) => b.partial_cmp(&a).unwrap_or(Ordering::Equal),
        (a, b) => a.cmp(&b),
    }
}

/// Sorts `indices` by `score`, larger first; ties go to the lowest index.
pub(super) fn sort_by_score(indices: &mut [usize], score: impl Fn(usize) -> f32) {
    indices.sort_unstable_by(|&a, &b| descending(score(a), score(b)).then(a.cmp(&b)));
}

/// The `k` of `indices` with the largest `score`, best first; ties go to the lowest index.
pub(super) fn top_k(indices: impl Iterator<Item = usize>, k: usize, score: impl Fn(usize) -> f32) -> Vec<usize> {
    let mut indices: Vec<usize> = indices.collect();
    sort_by_score(&mut indices, score);
    indices.truncate(k);
    indices
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ties_go_to_the_lowest_index_and_nan_comes_last() {
        let scores = [1.0, f32::NAN, 2.0, 1.0, f32::NEG_INFINITY, -0.0, 0.0];
        assert_eq!(top_k(0..7, 7, |i| scores[i]), [2, 0, 3, 5, 6, 4, 1]);
        assert_eq!(top_k(0..7, 2, |i| scores[i]), [2, 0]);
        assert_eq!(top_k(0..0, 2, |i| scores[i]), [0_usize; 0]);
    }
}
