//! How alike experts are.

use super::expert::{Expert, WIDTH};
use super::lesson::token;
use crate::numerics::rng::SplitMix64;

/// Tokens on which experts are compared.
const PROBES: usize = 16;
/// The same for everybody.
const SEED: u64 = 2401;
/// Most cells along a side.
const CELLS: usize = 32;

/// How alike experts are, in pairs.
#[derive(Clone, Debug, PartialEq)]
pub struct Likeness {
    /// Mean over all pairs of different experts; NaN for fewer than two.
    pub mean: f64,
    /// Cells along a side, at most 32.
    pub side: usize,
    /// Experts to a cell, along each side.
    pub grain: usize,
    /// Row by row, the mean over the pairs of a cell, an expert with itself left out (1 where nothing else is left).
    pub cells: Vec<f64>,
}

/// Compares what the experts make of the same random tokens: the cosine between two experts' outputs, all tokens one
/// after the other. 1 if they do the same, 0 if they have nothing to do with each other.
#[must_use]
pub fn likeness(experts: &[Expert]) -> Likeness {
    let outputs = outputs(experts);
    let grain = experts.len().div_ceil(CELLS).max(1);
    let side = experts.len().div_ceil(grain);
    let mut sums = vec![(0.0, 0_u32); side * side];
    let mut all = (0.0, 0_u32);
    for row in 0..outputs.len() {
        for column in 0..row {
            let cosine: f64 = outputs[row].iter().zip(&outputs[column]).map(|(a, b)| a * b).sum();
            all = (all.0 + cosine, all.1 + 1);
            for (row, column) in [(row, column), (column, row)] {
                let cell = &mut sums[row / grain * side + column / grain];
                *cell = (cell.0 + cosine, cell.1 + 1);
            }
        }
    }
    let cells = sums.into_iter().map(|(sum, count)| if count == 0 { 1.0 } else { sum / f64::from(count) });
    Likeness { mean: all.0 / f64::from(all.1), side, grain, cells: cells.collect() }
}

/// What each expert makes of the probes, scaled to length 1.
fn outputs(experts: &[Expert]) -> Vec<Vec<f64>> {
    let mut rng = SplitMix64::new(SEED);
    let probes: Vec<_> = (0..PROBES).map(|_| token(&mut rng)).collect();
    let one = |expert: &Expert| {
        let mut outputs = Vec::with_capacity(PROBES * WIDTH);
        for probe in &probes {
            let mut output = [0.0; WIDTH];
            expert.forward(probe, &mut output);
            outputs.extend(output);
        }
        let length = f64::sqrt(outputs.iter().map(|y| y * y).sum::<f64>());
        if length > 0.0 {
            outputs.iter_mut().for_each(|y| *y /= length);
        }
        outputs
    };
    experts.iter().map(one).collect()
}

#[cfg(test)]
mod tests {
    use super::super::{Mixture, STEPS, Sizes};
    use super::*;

    #[test]
    fn cosines() {
        let mut rng = SplitMix64::new(1);
        let one = Expert::random(4, 1.0, &mut rng);
        let mut opposite = one.clone();
        opposite.down.iter_mut().flatten().for_each(|weight| *weight *= -2.0);
        let twins = likeness(&[one.clone(), one.clone()]);
        assert!((twins.mean - 1.0).abs() < 1e-12 && (twins.side, twins.grain) == (2, 1));
        assert!((likeness(&[one.clone(), opposite.clone()]).mean + 1.0).abs() < 1e-12);
        let three = likeness(&[one.clone(), one.clone(), opposite]);
        assert!((three.mean + 1.0 / 3.0).abs() < 1e-12);
        assert!(likeness(&[]).mean.is_nan() && likeness(&[one]).mean.is_nan());
        assert_eq!(likeness(&[Expert::zero(2), Expert::zero(2)]).mean, 0.0);
    }

    #[test]
    fn many_experts_share_cells() {
        let mut rng = SplitMix64::new(1);
        let experts: Vec<_> = (0..127).map(|_| Expert::random(1, 1.0, &mut rng)).collect();
        let all = likeness(&experts);
        assert_eq!((all.side, all.grain, all.cells.len()), (32, 4, 1024));
    }

    /// What the widget shows, over five seeds: a shared expert takes over most of what the routed ones have in common.
    #[test]
    fn a_shared_expert_absorbs_what_is_common() {
        let trained = |m, shared, seed| {
            let mut mixture = Mixture::new(Sizes::new(m, shared), 0.8, seed);
            (0..STEPS).for_each(|_| mixture.step());
            (likeness(mixture.routed()).mean, mixture.loss())
        };
        for seed in 1..=5 {
            for m in [2, 4, 8] {
                let [(without, _), (with, _), (with_two, _)] = [0, 1, 2].map(|shared| trained(m, shared, seed));
                assert!(without > 0.05 && with < 0.6 * without && with_two < with + 0.02, "{m} {seed}");
            }
        }
    }
}
