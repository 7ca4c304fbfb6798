//! The largest few of many scores.

/// Finds the largest scores again and again without new memory. Plain loops: millions of tokens pass here.
#[derive(Clone, Debug, Default)]
pub struct Best {
    /// Scores and where they stand, the largest first.
    best: Vec<(f64, usize)>,
    known: usize,
}

impl Best {
    /// Where the `count` largest scores stand, the largest first; of equals the earlier one. Scores that are −∞ or no
    /// number are never chosen.
    pub fn of(&mut self, scores: &[f64], count: usize) -> impl Iterator<Item = usize> {
        self.best.resize(count, (0.0, 0));
        self.known = 0;
        let mut least = f64::NEG_INFINITY;
        if count > 0 {
            for (at, score) in scores.iter().enumerate() {
                if *score > least {
                    least = self.insert(*score, at);
                }
            }
        }
        self.best.iter().take(self.known).map(|(_, at)| *at)
    }

    /// Takes a score in at its place; returns what the next one has to exceed.
    fn insert(&mut self, score: f64, at: usize) -> f64 {
        let best = &mut self.best[..];
        if self.known < best.len() {
            self.known += 1;
        }
        let mut place = self.known - 1;
        while place > 0 && best[place - 1].0 < score {
            best[place] = best[place - 1];
            place -= 1;
        }
        best[place] = (score, at);
        if self.known < best.len() { f64::NEG_INFINITY } else { best[best.len() - 1].0 }
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
        assert_eq!(of(&[1.0, 4.0, 2.0], 9), [1, 2, 0]);
        assert!(of(&[1.0], 0).is_empty());
        assert!(of(&[], 3).is_empty());
    }
}
