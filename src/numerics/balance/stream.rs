//! The seeded stream of logits.

use crate::numerics::rng::SplitMix64;

/// Step of `SplitMix64`'s state: so its stream can be entered anywhere.
const GOLDEN: u64 = 0x9e37_79b9_7f4a_7c15;
/// Numbers drawn for a logit.
const DRAWS: u64 = 4;

/// Draws logits of tokens: a popularity for each expert plus noise of mean 0 and variance 1, the sum of four uniform
/// numbers (Irwin and Hall), which needs no transcendental function.
#[derive(Clone, Debug)]
pub struct Stream(SplitMix64);

impl Stream {
    /// The stream before the token `at`, counted over all steps, of a router with so many experts.
    #[must_use]
    pub const fn at(seed: u64, at: u64, experts: u64) -> Self {
        let drawn = at.wrapping_mul(experts).wrapping_mul(DRAWS);
        Self(SplitMix64::new(seed.wrapping_add(GOLDEN.wrapping_mul(drawn))))
    }

    /// The noise of the next logit.
    pub fn noise(&mut self) -> f64 {
        let [a, b, c, d] = [0; 4].map(|_| self.0.uniform());
        ((((a + b) + c) + d) - 2.0) * 1.732_050_807_568_877_2
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn can_be_entered_anywhere() {
        let mut from_the_start = Stream::at(7, 0, 3);
        let all: Vec<f64> = (0..30).map(|_| from_the_start.noise()).collect();
        assert_eq!(Stream::at(7, 4, 3).noise(), all[12]);
    }

    #[test]
    fn noise_has_mean_0_and_variance_1() {
        let mut stream = Stream::at(1, 0, 1);
        let all: Vec<f64> = (0..40_000).map(|_| stream.noise()).collect();
        let mean = all.iter().sum::<f64>() / 4e4;
        let variance = all.iter().map(|x| (x - mean) * (x - mean)).sum::<f64>() / 4e4;
        assert!(mean.abs() < 0.02 && (variance - 1.0).abs() < 0.02, "{mean} {variance}");
    }
}
