//! The largest few of many numbers, without allocation.

use crate::lanes::{Lanes, WIDTH};

/// The best of what was offered, larger first; of equals the one that was offered first.
///
/// Offered in the order of their index, ties so go to the lowest. Numbers only: no NaN.
#[derive(Clone, Debug)]
pub struct Best {
    /// The most that are kept.
    most: usize,
    indices: Vec<u32>,
    scores: Vec<f32>,
}

impl Best {
    /// Keeps the `most` best, at least one.
    pub fn new(most: usize) -> Self {
        let most = most.max(1);
        Self { most, indices: Vec::with_capacity(most + 1), scores: Vec::with_capacity(most + 1) }
    }

    pub fn clear(&mut self) {
        self.indices.clear();
        self.scores.clear();
    }

    /// The indices, best first.
    pub fn indices(&self) -> &[u32] {
        &self.indices
    }

    /// Their scores.
    pub fn scores(&self) -> &[f32] {
        &self.scores
    }

    /// What has to be exceeded, once there are enough.
    #[inline]
    fn least(&self) -> Option<f32> {
        if self.scores.len() < self.most { None } else { self.scores.last().copied() }
    }

    /// Takes `score` if it is among the best so far.
    #[inline]
    pub fn offer(&mut self, index: usize, score: f32) {
        if self.least().is_some_and(|least| score <= least) {
            return;
        }
        let at = self.scores.iter().rposition(|known| *known >= score).map_or(0, |before| before + 1);
        if self.scores.len() == self.most {
            self.scores.pop();
            self.indices.pop();
        }
        self.scores.insert(at, score);
        self.indices.insert(at, index as u32);
    }

    /// Offers the numbers from `start` to `end` of the blocks.
    #[cfg_attr(target_arch = "wasm32", target_feature(enable = "simd128"))]
    pub fn scan(&mut self, blocks: &[Lanes], start: usize, end: usize) {
        let mut at = start;
        while at < end {
            let (block, lane) = (at / WIDTH, at % WIDTH);
            let Some(lanes) = blocks.get(block) else { return };
            let next = ((block + 1) * WIDTH).min(end);
            match self.least() {
                // The common case: nothing in a whole block is good enough.
                Some(least) if Lanes::above(*lanes, Lanes::splat(least)).bits() == 0 => {}
                _ => {
                    let numbers = Lanes::to_array(*lanes);
                    let wanted = numbers.iter().skip(lane).take(next - at);
                    wanted.enumerate().for_each(|(by, score)| self.offer(at + by, *score));
                }
            }
            at = next;
        }
    }
}

/// The two largest of the numbers from `start` to `end` of the blocks; −∞ where there are fewer.
#[cfg_attr(target_arch = "wasm32", target_feature(enable = "simd128"))]
pub fn two_largest(blocks: &[Lanes], start: usize, end: usize) -> (f32, f32) {
    let two = |(first, second): (f32, f32), x: f32| {
        if x > first { (x, first) } else { (first, if x > second { x } else { second }) }
    };
    let none = (f32::NEG_INFINITY, f32::NEG_INFINITY);
    if start % WIDTH != 0 || end % WIDTH != 0 {
        let number = |at: usize| blocks.get(at / WIDTH).map(|lanes| Lanes::to_array(*lanes)[at % WIDTH]);
        return (start..end).filter_map(number).fold(none, two);
    }
    let (mut first, mut second) = (Lanes::splat(none.0), Lanes::splat(none.0));
    for lanes in blocks.get(start / WIDTH..end / WIDTH).unwrap_or_default() {
        second = Lanes::larger(second, Lanes::smaller(first, *lanes));
        first = Lanes::larger(first, *lanes);
    }
    Lanes::to_array(first).into_iter().chain(Lanes::to_array(second)).fold(none, two)
}
