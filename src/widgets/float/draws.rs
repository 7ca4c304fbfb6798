//! Rolling dice between two neighbours.

use super::cell::Cell;
use crate::numerics::format::Format;
use crate::numerics::rng::SplitMix64;
use crate::numerics::rounding::{Overflow, Stochastic, encode_stochastic};

/// Bits of a random number that one draw uses: as many as make the chance exact for any `f64` in sight.
const RANDOM_BITS: u32 = 53;
/// Points of the running mean that are drawn.
const POINTS: u32 = 120;

/// Seeded draws of one number in one format.
#[derive(Clone, Debug, PartialEq)]
pub struct Draws {
    /// How often each neighbour came: inner, outer (or what overflow makes of it).
    pub counts: [u32; 2],
    /// The chance of the outer one.
    pub chance: f64,
    /// Mean of all draws.
    pub mean: f64,
    /// Running mean after so many draws; only finite ones.
    pub running: Vec<(u32, f64)>,
}

/// One draw.
pub fn draw(format: Format, x: f64, overflow: Overflow, rng: &mut SplitMix64) -> u32 {
    let random = rng.next_u64() >> (64 - RANDOM_BITS);
    encode_stochastic(x, format, random, RANDOM_BITS, Stochastic::NearestEven, overflow)
}

impl Draws {
    /// Rolls `draws` dice.
    pub fn roll(format: Format, x: f64, overflow: Overflow, draws: u32, seed: u64) -> Self {
        let cell = Cell::around(format, x);
        let mut rng = SplitMix64::new(seed);
        let (mut sum, mut counts, mut running) = (0.0, [0, 0], Vec::new());
        for n in 1..=draws {
            let code = draw(format, x, overflow, &mut rng);
            counts[usize::from(Some(code) != cell.inner.code)] += 1;
            sum += format.decode(code);
            let mean = sum / f64::from(n);
            if shown(n, draws) && mean.is_finite() {
                running.push((n, mean));
            }
        }
        let way = (x - cell.inner.value) / (cell.outer.value - cell.inner.value);
        let chance = if way.is_nan() { 0.0 } else { way.clamp(0.0, 1.0) };
        Self { counts, chance, mean: sum / f64::from(draws), running }
    }
}

/// Whether a running mean is drawn: the first ones all, then evenly in the logarithm.
fn shown(n: u32, draws: u32) -> bool {
    let place = |n: u32| f64::floor(f64::from(POINTS) * libm::log(f64::from(n)) / libm::log(f64::from(draws.max(2))));
    n <= 2 || n == draws || place(n) != place(n - 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn roll(x: f64, overflow: Overflow, draws: u32) -> Draws {
        Draws::roll(Format::E4M3FN, x, overflow, draws, 1)
    }

    #[test]
    fn the_mean_converges_to_the_number() {
        let draws = roll(0.1, Overflow::Saturate, 10_000);
        // Four standard deviations of a coin with chance 0.8.
        let sigma = 0.007_812_5 * f64::sqrt(draws.chance * (1.0 - draws.chance) / 10_000.0);
        assert!(f64::abs(draws.chance - 0.8) < 1e-12);
        assert!(f64::abs(draws.mean - 0.1) < 4.0 * sigma, "{}", draws.mean);
        assert_eq!(draws.counts.iter().sum::<u32>(), 10_000);
        assert!(draws.running.len() <= POINTS as usize + 3);
    }

    #[test]
    fn what_is_representable_stays() {
        assert_eq!(roll(16.0, Overflow::Native, 50).counts, [50, 0]);
    }

    #[test]
    fn overflow_is_drawn_too() {
        let native = roll(464.0, Overflow::Native, 100);
        assert!(native.counts[1] > 20 && native.mean.is_nan());
        assert_eq!(roll(464.0, Overflow::Saturate, 100).mean, 448.0);
        for x in [f64::NAN, f64::INFINITY, f64::MAX, 0.0] {
            let _ = roll(x, Overflow::Native, 3);
        }
    }
}
