//! The largest few of many scores.

/// Finds the largest scores again and again without new memory.
#[derive(Clone, Debug, Default)]
pub struct Best {
    /// Scores and where they stand, the largest first.
    best: Vec<(f64, usize)>,
}

impl Best {
    /// Where the `count` largest scores stand, the largest first; of equals the earlier one. Scores that are −∞ or no
    /// number are never chosen.
    pub fn of(&mut self, scores: &[f64], count: usize) -> impl Iterator<Item = usize> {
        self.best.clear();
        let mut least = f64::NEG_INFINITY;
        for (at, score) in scores.iter().copied().enumerate() {
            if score > least && count > 0 {
                if self.best.len() == count {
                    self.best.pop();
                }
                let place = self.best.iter().rposition(|(other, _)| *other >= score).map_or(0, |before| before + 1);
                self.best.insert(place, (score, at));
                if self.best.len() == count {
                    least = self.best.last().map_or(least, |(score, _)| *score);
                }
            }
        }
        self.best.iter().map(|(_, at)| *at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_largest_in_order() {
        let mut best = Best::default();
        let mut of = |scores: &[f64], count| best.of(scores, count).collect::<Vec<_>>();
        assert_eq!(of(&[1.0, 3.0, 2.0, 3.0], 2), [1, 3]);
        assert_eq!(of(&[1.0, 3.0, 2.0, 3.0], 3), [1, 3, 2]);
        assert_eq!(of(&[5.0, 5.0, 5.0], 2), [0, 1]);
        assert_eq!(of(&[f64::NEG_INFINITY, f64::NAN, 0.0], 2), [2]);
        assert!(of(&[1.0], 0).is_empty());
        assert!(of(&[], 3).is_empty());
    }
}
