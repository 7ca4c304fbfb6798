//! Putting a few hundred things in order; each use of std's sort is some 4 KB of code.

/// The items such that none comes after one it is `before`; equals keep their order. By binary insertion.
pub fn ordered<T>(items: impl IntoIterator<Item = T>, before: impl Fn(&T, &T) -> bool) -> Vec<T> {
    let mut ordered = Vec::new();
    for item in items {
        let at = ordered.partition_point(|known| !before(&item, known));
        ordered.insert(at, item);
    }
    ordered
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
}
