//! Order, and the largest few.

use core::cmp::Ordering;

/// Larger first; NaN after everything else, so that it is chosen only when nothing else is left.
pub(super) fn descending(a: f32, b: f32) -> Ordering {
    match (a.is_nan(), b.is_nan()) {
        (false, false) => b.partial_cmp(&a).unwrap_or(Ordering::Equal),
        (a, b) => a.cmp(&b),
    }
}

/// The `k` of `scored` with the largest scores, best first; ties go to the lowest index.
///
/// Insertion into a short list: for 8 of 256 it beats sorting, and it is a fraction of a sort's code.
fn best(scored: impl Iterator<Item = (usize, f32)>, k: usize) -> Vec<(usize, f32)> {
    let mut best: Vec<(usize, f32)> = Vec::with_capacity(k);
    for (index, score) in scored {
        let before = |&(other, than): &(usize, f32)| descending(than, score).then(other.cmp(&index)) == Ordering::Less;
        let at = best.iter().rposition(before).map_or(0, |last| last + 1);
        if at < k {
            best.truncate(k - 1);
            best.insert(at, (index, score));
        }
    }
    best
}

/// All of `scored`, larger first; ties go to the lowest index.
pub(super) fn by_score(scored: &[(usize, f32)]) -> Vec<(usize, f32)> {
    best(scored.iter().copied(), scored.len())
}

/// The `k` of `indices` with the largest `score`, best first; ties go to the lowest index.
pub(super) fn top_k(indices: impl Iterator<Item = usize>, k: usize, score: impl Fn(usize) -> f32) -> Vec<usize> {
    best(indices.map(|index| (index, score(index))), k).into_iter().map(|(index, _)| index).collect()
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
