//! Products to add: two random vectors, stored in E4M3 and multiplied.

use crate::numerics::format::Format;
use crate::numerics::rng::SplitMix64;
use crate::numerics::scaling::{Granularity, Recipe, Tensor, quantise};

/// The signs of the products.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Signs {
    /// Standard normal factors: the products cancel.
    Mixed,
    /// Their magnitudes: the sum only grows.
    Positive,
}

/// `k` products of E4M3 values: two vectors of standard normal numbers (or their magnitudes) are drawn in pairs from the
/// seed, each is scaled such that its largest magnitude becomes 448, stored in E4M3, and multiplied element by element.
///
/// The first products for a larger `k` are those of a smaller one, as long as the largest magnitude is the same: the
/// scale is taken over [`MOST`] pairs, whatever `k` is.
#[must_use]
pub fn products(k: usize, signs: Signs, seed: u64) -> Vec<f64> {
    let mut rng = SplitMix64::new(seed);
    let mut draw = || match signs {
        Signs::Mixed => rng.normal() as f32,
        Signs::Positive => f64::abs(rng.normal()) as f32,
    };
    let (a, b): (Vec<f32>, Vec<f32>) = (0..MOST).map(|_| (draw(), draw())).unzip();
    let (a, b) = (stored(a), stored(b));
    a.into_iter().zip(b).take(k).map(|(a, b)| a * b).collect()
}

/// Products for which the scale is chosen.
pub const MOST: usize = 16_384;

/// The values that E4M3 stores under one scale, without the scale.
fn stored(values: Vec<f32>) -> Vec<f64> {
    let recipe = Recipe { format: Format::E4M3FN, granularity: Granularity::Tensor, power_of_two: false, shift: 0.0 };
    let tensor = Tensor { columns: values.len(), values };
    let scaled = quantise(&tensor, recipe);
    let scale = scaled.scale_at(0, 0);
    let code = |x: &f32| Format::E4M3FN.decode(recipe.code(*x, scale));
    tensor.values.iter().map(code).collect()
}
