//! The largest few of many numbers, without allocation.

use crate::lanes::{Lanes, WIDTH};

/// The best of what was offered, larger first; of equals the one that was offered first.
///
/// Offered in the order of their index, ties so go to the lowest. Numbers only: no NaN.
#[derive(Clone, Debug)]
pub struct Best {
    /// As many as are kept; of them `count` are there.
    indices: Vec<u32>,
    scores: Vec<f32>,
    count: usize,
    /// Less than this is not among the best: known from elsewhere, or the last of enough.
    bar: f32,
}

impl Best {
    /// Keeps the `most` best, at least one.
    pub fn new(most: usize) -> Self {
        let most = most.max(1);
        Self { indices: vec![0; most], scores: vec![0.0; most], count: 0, bar: f32::NEG_INFINITY }
    }

    /// Begins anew, knowing that enough of what will be offered is at least `bar`.
    pub fn clear(&mut self, bar: f32) {
        self.count = 0;
        self.bar = bar;
    }

    /// The indices, best first.
    pub fn indices(&self) -> &[u32] {
        self.indices.get(..self.count).unwrap_or_default()
    }

    /// Their scores.
    pub fn scores(&self) -> &[f32] {
        self.scores.get(..self.count).unwrap_or_default()
    }

    /// Takes `score` if it is among the best so far.
    #[inline]
    pub fn offer(&mut self, index: usize, score: f32) {
        let (indices, scores) = (self.indices.as_mut_slice(), self.scores.as_mut_slice());
        let most = scores.len().min(indices.len());
        let full = self.count >= most;
        if score < self.bar || (full && score <= self.bar) {
            return;
        }
        let mut at = if full { most - 1 } else { self.count };
        while at > 0 && scores[at - 1] < score {
            (scores[at], indices[at]) = (scores[at - 1], indices[at - 1]);
            at -= 1;
        }
        (scores[at], indices[at]) = (score, index as u32);
        self.count = if full { most } else { self.count + 1 };
        if self.count == most {
            self.bar = scores[most - 1];
        }
    }

    /// Offers the numbers from `start` to `end` of the blocks.
    #[inline]
    #[cfg_attr(target_arch = "wasm32", target_feature(enable = "simd128"))]
    pub fn scan(&mut self, blocks: &[Lanes], start: usize, end: usize) {
        let last = end.div_ceil(WIDTH).min(blocks.len());
        for (block, lanes) in blocks.iter().enumerate().take(last).skip(start / WIDTH) {
            let mut bits = Lanes::at_least(*lanes, Lanes::splat(self.bar)).bits();
            if bits == 0 {
                // The common case: nothing in a whole block is good enough.
                continue;
            }
            let numbers = Lanes::to_array(*lanes);
            while bits != 0 {
                let lane = bits.trailing_zeros() as usize % WIDTH;
                bits &= bits - 1;
                let index = block * WIDTH + lane;
                if (start..end).contains(&index) {
                    self.offer(index, numbers[lane]);
                }
            }
        }
    }
}

/// The two largest of the numbers from `start` to `end` of the blocks; −∞ where there are fewer.
#[inline]
#[cfg_attr(target_arch = "wasm32", target_feature(enable = "simd128"))]
pub fn two_largest(blocks: &[Lanes], start: usize, end: usize) -> (f32, f32) {
    let none = (f32::NEG_INFINITY, f32::NEG_INFINITY);
    if !start.is_multiple_of(WIDTH) || !end.is_multiple_of(WIDTH) {
        let number = |at: usize| blocks.get(at / WIDTH).map(|lanes| Lanes::to_array(*lanes)[at % WIDTH]);
        let two = |(first, second): (f32, f32), x: f32| {
            if x > first { (x, first) } else { (first, if x > second { x } else { second }) }
        };
        return (start..end).filter_map(number).fold(none, two);
    }
    let (mut first, mut second) = (Lanes::splat(none.0), Lanes::splat(none.0));
    for lanes in blocks.get(start / WIDTH..end / WIDTH).unwrap_or_default() {
        second = Lanes::larger(second, Lanes::smaller(first, *lanes));
        first = Lanes::larger(first, *lanes);
    }
    // The same across the lanes: each pair of lanes, then both pairs.
    for turn in [Lanes::swap_neighbours, Lanes::swap_halves] {
        let (other_first, other_second) = (turn(first), turn(second));
        second = Lanes::larger(Lanes::smaller(first, other_first), Lanes::larger(second, other_second));
        first = Lanes::larger(first, other_first);
    }
    (Lanes::to_array(first)[0], Lanes::to_array(second)[0])
}
