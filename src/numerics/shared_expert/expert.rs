//! One small expert.

use crate::numerics::rng::SplitMix64;

/// Width of a token.
pub const WIDTH: usize = 8;

/// A token, or what an expert makes of it.
pub type Vector = [f64; WIDTH];

/// A feed-forward network with one hidden layer: `Σⱼ downⱼ · tanh(upⱼ · x)`.
#[derive(Clone, Debug, PartialEq)]
pub struct Expert {
    /// A row of weights into each hidden unit.
    pub up: Vec<Vector>,
    /// A row of weights out of each hidden unit.
    pub down: Vec<Vector>,
}

impl Expert {
    /// `units` hidden units with normal weights: into a unit with variance 1/[`WIDTH`], out of it with deviation `down`.
    pub fn random(units: usize, down: f64, rng: &mut SplitMix64) -> Self {
        let mut rows = |deviation: f64| -> Vec<Vector> {
            (0..units).map(|_| std::array::from_fn(|_| deviation * rng.normal())).collect()
        };
        let up = rows(1.0 / f64::sqrt(WIDTH as f64));
        Self { up, down: rows(down) }
    }

    /// All weights zero.
    #[must_use]
    pub fn zero(units: usize) -> Self {
        Self { up: vec![[0.0; WIDTH]; units], down: vec![[0.0; WIDTH]; units] }
    }

    /// Adds what the expert makes of `token` to `output`; returns what its hidden units were.
    pub fn forward(&self, token: &Vector, output: &mut Vector) -> Vec<f64> {
        let unit = |(up, down): (&Vector, &Vector)| {
            let mut sum = 0.0;
            for (weight, x) in up.iter().zip(token) {
                sum += weight * x;
            }
            let unit = libm::tanh(sum);
            for (y, weight) in output.iter_mut().zip(down) {
                *y += weight * unit;
            }
            unit
        };
        self.up.iter().zip(&self.down).map(unit).collect()
    }

    /// Adds to `gradient` how ½‖output − target‖² changes with the weights, where `error` is output − target and `units`
    /// are what [`Expert::forward`] returned for `token`.
    pub fn backward(&self, token: &Vector, units: &[f64], error: &Vector, gradient: &mut Self) {
        let rows = gradient.up.iter_mut().zip(&mut gradient.down);
        for ((up, down), (weights, unit)) in rows.zip(self.down.iter().zip(units)) {
            let mut back = 0.0;
            for ((slope, weight), e) in down.iter_mut().zip(weights).zip(error) {
                *slope += unit * e;
                back += weight * e;
            }
            let before = back * (1.0 - unit * unit);
            for (slope, x) in up.iter_mut().zip(token) {
                *slope += before * x;
            }
        }
    }

    /// Moves every weight against `gradient`, by `rate` times it.
    pub fn step(&mut self, gradient: &Self, rate: f64) {
        let rows = self.up.iter_mut().chain(&mut self.down).zip(gradient.up.iter().chain(&gradient.down));
        for (row, slopes) in rows {
            for (weight, slope) in row.iter_mut().zip(slopes) {
                *weight -= rate * slope;
            }
        }
    }
}
