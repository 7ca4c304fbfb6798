//! Attention patterns, and how far two of them are apart.

use super::matrix::{Matrix, products};

/// Where each token looks: tokens × tokens, each row a distribution.
#[derive(Clone, Debug, PartialEq)]
pub struct Pattern {
    /// Natural logarithms of the weights, which do not underflow.
    logarithms: Matrix,
    /// The weights.
    weights: Matrix,
}

impl Pattern {
    /// `softmax(q kᵀ / √d)` without a mask: every token may look at every other, as in an encoder.
    ///
    /// Source: Vaswani and others, Attention is all you need (2017), equation 1.
    #[must_use]
    pub fn new(queries: &Matrix, keys: &Matrix) -> Self {
        let mut logarithms = products(queries, keys, queries.cols());
        let scale = 1.0 / f64::sqrt(queries.cols().max(1) as f64);
        let mut weights = Matrix::zeros(logarithms.rows(), logarithms.cols());
        for at in 0..logarithms.rows() {
            let scores = logarithms.row_mut(at);
            let most = scores.iter().fold(f64::NEG_INFINITY, |most, score| most.max(score * scale));
            let mut sum = 0.0;
            for (score, weight) in scores.iter_mut().zip(weights.row_mut(at)) {
                *score = *score * scale - most;
                *weight = libm::exp(*score);
                sum += *weight;
            }
            let level = libm::log(sum);
            for (score, weight) in scores.iter_mut().zip(weights.row_mut(at)) {
                *score -= level;
                *weight /= sum;
            }
        }
        Self { logarithms, weights }
    }

    /// The weights.
    #[must_use]
    pub const fn weights(&self) -> &Matrix {
        &self.weights
    }

    /// Kullback–Leibler divergence of `other` from this one in nats, the mean over the rows: `Σ p ln(p / p′)`.
    #[must_use]
    pub fn divergence(&self, other: &Self) -> f64 {
        let entries = self.weights.data().iter().zip(self.logarithms.data().iter().zip(other.logarithms.data()));
        let sum: f64 = entries.map(|(p, (ln_p, ln_q))| p * (ln_p - ln_q)).sum();
        // Rounding must not make it negative.
        (sum / self.weights.rows().max(1) as f64).max(0.0)
    }

    /// The largest difference of two weights.
    #[must_use]
    pub fn largest_difference(&self, other: &Self) -> f64 {
        let pairs = self.weights.data().iter().zip(other.weights.data());
        pairs.fold(0.0, |most: f64, (p, q)| most.max((p - q).abs()))
    }
}
