//! The singular value decomposition of a 128 × 512 matrix of normal numbers: U, Σ and V.

use frugal::numerics::low_rank::{Matrix, Svd, svd};
use frugal::numerics::rng::SplitMix64;

use super::Work;

const ROWS: usize = 128;
const COLUMNS: usize = 512;
const SEED: u64 = 1;

struct Decomposition {
    matrix: Matrix,
    parts: Option<Svd>,
}

/// Independent standard normal numbers.
pub fn work() -> Box<dyn Work> {
    let mut rng = SplitMix64::new(SEED);
    let matrix = Matrix::new(ROWS, COLUMNS, (0..ROWS * COLUMNS).map(|_| rng.normal()).collect());
    Box::new(Decomposition { matrix, parts: None })
}

impl Work for Decomposition {
    /// Rows, columns, and the numbers row after row.
    fn input(&self) -> Vec<f64> {
        [ROWS as f64, COLUMNS as f64].iter().chain(self.matrix.data()).copied().collect()
    }

    fn run(&mut self) {
        self.parts = svd(&self.matrix);
    }

    /// The singular values, descending.
    fn output(&self) -> Vec<f64> {
        self.parts.as_ref().map_or_else(Vec::new, |parts| parts.singular_values.clone())
    }
}
