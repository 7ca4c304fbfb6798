//! A small dense matrix.

use super::precision::Precision;
use crate::numerics::rng::SplitMix64;

/// `rows × columns`, row-major.
#[derive(Clone, Debug, PartialEq)]
pub struct Matrix {
    columns: usize,
    data: Vec<f64>,
}

impl Matrix {
    /// From its numbers, row by row; none unless they fill whole rows.
    #[must_use]
    pub fn new(columns: usize, data: Vec<f64>) -> Option<Self> {
        (columns > 0 && data.len().is_multiple_of(columns)).then_some(Self { columns, data })
    }

    /// Drawn from `rng`: independent, uniform, of mean 0 and variance 1/columns, so that a product keeps the variance
    /// of what it is multiplied with. Every number is exact in 32 bits.
    #[must_use]
    pub fn drawn(rows: usize, columns: usize, rng: &mut SplitMix64) -> Self {
        let scale = 1.0 / f64::sqrt(columns.max(1) as f64);
        Self { columns: columns.max(1), data: (0..rows * columns.max(1)).map(|_| drawn(rng, scale)).collect() }
    }

    /// Every number times `by`.
    #[must_use]
    pub fn scaled(mut self, by: f64) -> Self {
        self.data.iter_mut().for_each(|number| *number *= by);
        self
    }

    /// A row; empty if there is none.
    #[must_use]
    pub fn row(&self, at: usize) -> &[f64] {
        self.data.chunks_exact(self.columns).nth(at).unwrap_or(&[])
    }

    /// Rows `from..to` as a matrix of their own.
    #[must_use]
    pub fn rows(&self, from: usize, to: usize) -> Self {
        let data = self.data.chunks_exact(self.columns).skip(from).take(to.saturating_sub(from)).flatten().copied();
        Self { columns: self.columns, data: data.collect() }
    }

    /// `M x`, a dot product a row.
    #[must_use]
    pub fn times(&self, x: &[f64], precision: Precision) -> Vec<f64> {
        self.data.chunks_exact(self.columns).map(|row| precision.dot(row, x)).collect()
    }

    /// `Mᵀ x`: the rows summed, each times its number.
    #[must_use]
    pub fn transposed_times(&self, x: &[f64], precision: Precision) -> Vec<f64> {
        let mut sum = vec![0.0; self.columns];
        for (row, x) in self.data.chunks_exact(self.columns).zip(x) {
            precision.add_scaled(&mut sum, *x, row);
        }
        sum
    }

    /// √Σ m², at least the largest factor by which it or its absolute values can stretch a vector.
    #[must_use]
    pub fn frobenius(&self) -> f64 {
        norm(&self.data)
    }
}

/// The Euclidean length.
#[must_use]
pub fn norm(x: &[f64]) -> f64 {
    f64::sqrt(x.iter().map(|x| x * x).sum())
}

/// Uniform of mean 0 and this standard deviation, rounded to 32 bits.
pub fn drawn(rng: &mut SplitMix64, deviation: f64) -> f64 {
    const ROOT_3: f64 = 1.732_050_807_568_877_2;
    Precision::F32.keep((2.0 * rng.uniform() - 1.0) * ROOT_3 * deviation)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn multiplies_both_ways() {
        let m = Matrix::new(3, vec![1.0, 2.0, 3.0, 4.0, 5.0, 6.0]).unwrap();
        assert_eq!(m.times(&[1.0, 0.0, -1.0], Precision::F64), [-2.0, -2.0]);
        assert_eq!(m.transposed_times(&[1.0, -1.0], Precision::F32), [-3.0, -3.0, -3.0]);
        assert_eq!((m.rows(1, 2).row(0), m.row(7)), (&[4.0, 5.0, 6.0][..], &[][..]));
        assert!(Matrix::new(4, vec![0.0; 6]).is_none() && Matrix::new(0, vec![]).is_none());
    }

    #[test]
    fn draws_keep_the_variance() {
        let m = Matrix::drawn(200, 50, &mut SplitMix64::new(3));
        let square = m.frobenius() * m.frobenius();
        assert!((square - 200.0).abs() < 4.0, "{square}");
    }
}
