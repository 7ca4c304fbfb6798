//! Tensors made from a seed, to have one property and no other.

use std::cell::OnceCell;

use super::Tensor;
use crate::numerics::rng::SplitMix64;

/// Rows of a synthetic tensor: one full block.
pub const TOKENS: usize = 128;
/// Columns of a synthetic tensor: three tiles of 128.
pub const CHANNELS: usize = 384;
/// The channel that is made large.
pub const OUTLIER_CHANNEL: usize = 99;

/// What a synthetic tensor is like.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Kind {
    /// Independent standard normal numbers.
    Gaussian,
    /// The same with one channel multiplied by this.
    OutlierChannel(f64),
    /// The same with each token multiplied by 10 to a normal number with this standard deviation, in decades.
    TokenSpread(f64),
    /// Each number multiplied by 10 to a normal number of its own with this standard deviation, in decades.
    GradientLike(f64),
}

/// The random numbers behind all kinds: drawn once a seed, so that a dragged parameter only scales them.
#[derive(Clone, Debug)]
pub struct Draws {
    /// The seed.
    pub seed: u64,
    numbers: Vec<f32>,
    tokens: Vec<f32>,
    /// Drawn when they are first needed, from `rest`.
    spreads: OnceCell<Vec<f32>>,
    rest: SplitMix64,
}

fn normals(rng: &mut SplitMix64, count: usize) -> Vec<f32> {
    (0..count).map(|_| rng.normal() as f32).collect()
}

impl Draws {
    /// Draws the tokens' factors, then all numbers, then all numbers' factors.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        let mut rng = SplitMix64::new(seed);
        let tokens = normals(&mut rng, TOKENS);
        let numbers = normals(&mut rng, TOKENS * CHANNELS);
        Self { seed, tokens, numbers, spreads: OnceCell::new(), rest: rng }
    }

    /// The tensor of a kind.
    #[must_use]
    pub fn tensor(&self, kind: Kind) -> Tensor {
        let mut values = self.numbers.clone();
        match kind {
            Kind::Gaussian => {}
            Kind::OutlierChannel(factor) => {
                values.iter_mut().skip(OUTLIER_CHANNEL).step_by(CHANNELS).for_each(|x| *x *= factor as f32);
            }
            Kind::TokenSpread(decades) => {
                for (token, row) in self.tokens.iter().zip(values.chunks_exact_mut(CHANNELS)) {
                    let factor = power_of_ten(decades, *token);
                    row.iter_mut().for_each(|x| *x *= factor);
                }
            }
            Kind::GradientLike(decades) => {
                let spreads = self.spreads.get_or_init(|| normals(&mut self.rest.clone(), values.len()));
                for (x, spread) in values.iter_mut().zip(spreads) {
                    *x *= power_of_ten(decades, *spread);
                }
            }
        }
        Tensor { columns: CHANNELS, values }
    }
}

/// 10 to `decades` · `normal`.
fn power_of_ten(decades: f64, normal: f32) -> f32 {
    libm::exp2f(decades as f32 * core::f32::consts::LOG2_10 * normal)
}
