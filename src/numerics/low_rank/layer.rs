//! Queries, keys and values of one attention layer, recorded or synthetic.

use super::matrix::{Matrix, products};
use crate::numerics::rng::SplitMix64;

/// What an attention layer computes from a text before it attends.
#[derive(Clone, Debug, PartialEq)]
pub struct Layer {
    /// Number of heads.
    pub heads: usize,
    /// Numbers of one head's key, and of its value.
    pub head_dim: usize,
    /// Queries: tokens × (heads · `head_dim`), head after head.
    pub queries: Matrix,
    /// Keys beside values: tokens × 2 (heads · `head_dim`).
    pub keys_values: Matrix,
}

/// Decay of the synthetic spectrum: the i-th singular value is `exp(−i / 12)`, as in the reference matrices.
const DECAY: f64 = 12.0;

impl Layer {
    /// Tokens of the synthetic layers, as many as in the recorded one.
    pub const TOKENS: usize = 125;
    /// Their heads.
    pub const HEADS: usize = 12;
    /// Numbers of a head's key.
    pub const HEAD_DIM: usize = 32;

    /// From recorded queries, keys and values, a token a row; what is missing is zero.
    #[must_use]
    pub fn recorded(heads: usize, head_dim: usize, [queries, keys, values]: [&[f32]; 3]) -> Self {
        let width = heads * head_dim;
        let rows = |of: &[f32]| of.iter().map(|x| f64::from(*x)).collect::<Vec<_>>();
        let tokens = queries.len().checked_div(width).unwrap_or(0);
        let mut keys_values = Matrix::zeros(tokens, 2 * width);
        for (at, (keys, values)) in keys.chunks_exact(width).zip(values.chunks_exact(width)).enumerate().take(tokens) {
            let row = keys_values.row_mut(at);
            for (to, from) in row.iter_mut().zip(keys.iter().chain(values)) {
                *to = f64::from(*from);
            }
        }
        Self { heads, head_dim, queries: Matrix::new(tokens, width, rows(queries)), keys_values }
    }

    /// Independent standard normal numbers: no direction is worth more than another.
    #[must_use]
    pub fn random(seed: u64) -> Self {
        let mut rng = SplitMix64::new(seed);
        let keys_values = normal(2 * Self::HEADS * Self::HEAD_DIM, &mut rng);
        Self { heads: Self::HEADS, head_dim: Self::HEAD_DIM, queries: queries(&mut rng), keys_values }
    }

    /// Keys and values with singular values in proportion to `exp(−i / 12)` and a mean square of 1.
    ///
    /// The singular vectors are rows of a cosine transform in random order with random signs: orthonormal, dense, and
    /// cheap.
    #[must_use]
    pub fn decaying(seed: u64) -> Self {
        Self::with_spectrum(seed, |at| libm::exp(-(at as f64) / DECAY))
    }

    /// The same with singular values in proportion to `1 / √i`: a long tail.
    #[must_use]
    pub fn power_law(seed: u64) -> Self {
        Self::with_spectrum(seed, |at| 1.0 / f64::sqrt(at as f64 + 1.0))
    }

    fn with_spectrum(seed: u64, weight: impl Fn(usize) -> f64) -> Self {
        let mut rng = SplitMix64::new(seed);
        let columns = 2 * Self::HEADS * Self::HEAD_DIM;
        let (mut left, right) = (basis(Self::TOKENS, &mut rng), basis(columns, &mut rng));
        let squares: f64 = (0..Self::TOKENS).map(|at| weight(at) * weight(at)).sum();
        let scale = f64::sqrt((Self::TOKENS * columns) as f64 / squares);
        for row in 0..Self::TOKENS {
            for (at, x) in left.row_mut(row).iter_mut().enumerate() {
                *x *= scale * weight(at);
            }
        }
        let keys_values = products(&left, &right, Self::TOKENS);
        Self { heads: Self::HEADS, head_dim: Self::HEAD_DIM, queries: queries(&mut rng), keys_values }
    }

    /// Number of tokens.
    #[must_use]
    pub const fn tokens(&self) -> usize {
        self.queries.rows()
    }

    /// Columns of a head's queries, and of its keys in the keys and values; its values lie `heads · head_dim` further.
    #[must_use]
    pub fn head(&self, head: usize) -> core::ops::Range<usize> {
        head * self.head_dim..(head + 1) * self.head_dim
    }
}

fn normal(columns: usize, rng: &mut SplitMix64) -> Matrix {
    let count = Layer::TOKENS * columns;
    Matrix::new(Layer::TOKENS, columns, (0..count).map(|_| rng.normal()).collect())
}

fn queries(rng: &mut SplitMix64) -> Matrix {
    normal(Layer::HEADS * Layer::HEAD_DIM, rng)
}

/// [`Layer::TOKENS`] orthonormal columns of `size` numbers: of the cosine transform `√(2/n) cos(π (2j + 1) f / 2n)`, at
/// random frequencies f > 0, with random signs of the rows.
fn basis(size: usize, rng: &mut SplitMix64) -> Matrix {
    let mut frequencies: Vec<usize> = (0..size).collect();
    for at in (1..size).rev() {
        frequencies.swap(at, (rng.next_u64() % (at as u64 + 1)) as usize);
    }
    let quarter = core::f64::consts::FRAC_PI_2 / size as f64;
    // The angles are multiples of a quarter of the circle over `size`: each cosine is needed many times.
    let cosines: Vec<f64> = (0..4 * size).map(|step| libm::cos(quarter * step as f64)).collect();
    let scale = f64::sqrt(2.0 / size as f64);
    let mut basis = Matrix::zeros(size, Layer::TOKENS.min(size));
    for row in 0..size {
        let signed = if rng.next_u64() >> 63 == 0 { scale } else { -scale };
        for (x, frequency) in basis.row_mut(row).iter_mut().zip(&frequencies) {
            let level = if *frequency == 0 { core::f64::consts::FRAC_1_SQRT_2 } else { 1.0 };
            *x = signed * level * cosines[(2 * row + 1) * frequency % (4 * size)];
        }
    }
    basis
}
