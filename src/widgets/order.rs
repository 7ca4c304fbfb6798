//! Putting a few hundred things in order; each use of std's sort is some 4 KB of code. And labels apart.

/// The items such that none comes after one it is `before`; equals keep their order. By binary insertion.
pub fn ordered<T>(items: impl IntoIterator<Item = T>, before: impl Fn(&T, &T) -> bool) -> Vec<T> {
    let mut ordered = Vec::new();
    for item in items {
        let at = ordered.partition_point(|known| !before(&item, known));
        ordered.insert(at, item);
    }
    ordered
}

/// Heights at which labels stand that want to stand at `wanted`, moved up by as little as keeps each `line` above the
/// next, and the lowest that far above `floor`.
pub fn apart(wanted: Vec<f64>, floor: f64, line: f64) -> Vec<f64> {
    let order = ordered(0..wanted.len(), |a, b| wanted[*a] > wanted[*b]);
    let mut heights = wanted;
    let mut lowest = floor;
    for at in order {
        lowest = f64::min(heights[at], lowest - line);
        heights[at] = lowest;
    }
    heights
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::numerics::rng::SplitMix64;

    #[test]
    fn agrees_with_the_stable_sort() {
        let mut rng = SplitMix64::new(1);
        for count in 0..200 {
            let items: Vec<(u64, u64)> = (0..count).map(|at| (rng.next_u64() % 50, at)).collect();
            let mut sorted = items.clone();
            sorted.sort_by_key(|item| item.0);
            assert_eq!(ordered(items, |a, b| a.0 < b.0), sorted);
        }
    }

    #[test]
    fn labels_cover_none() {
        assert_eq!(apart(vec![10.0, 50.0, 49.0], 60.0, 5.0), [10.0, 50.0, 45.0]);
        assert_eq!(apart(vec![60.0, 60.0], 60.0, 5.0), [55.0, 50.0]);
        assert_eq!(apart(Vec::new(), 0.0, 1.0), [0.0; 0]);
    }
}
