//! Adding within a narrow format: one sum, and the same number again and again.
//!
//! Source: Boldo and Melquiond, "Emulation of a FMA and correctly rounded sums: proved algorithms using rounding to
//! odd", IEEE Transactions on Computers 57 (2008), section 3: what was rounded to odd with at least two more bits can
//! be rounded again as if it were exact.

use super::format::Format;
use super::rng::SplitMix64;
use super::rounding::{Overflow, Rounding, Stochastic, encode, encode_stochastic};

/// `a + b` rounded to odd: where the sum is no `f64`, the one of its two neighbours whose last bit is 1.
///
/// Every rounding of the result to a format of at most 32 bits is that of the exact sum. Finite `a` and `b` whose sum
/// does not overflow; else what `a + b` is.
#[must_use]
pub fn sum_to_odd(a: f64, b: f64) -> f64 {
    let sum = a + b;
    // What was lost (Knuth's two-sum), exact.
    let rest = sum - a;
    let lost = (a - (sum - rest)) + (b - rest);
    if !sum.is_finite() || lost == 0.0 || sum.to_bits() & 1 == 1 {
        return sum;
    }
    let outward = (lost > 0.0) == (sum > 0.0);
    f64::from_bits(if outward { sum.to_bits() + 1 } else { sum.to_bits() - 1 })
}

/// How each sum is rounded.
#[derive(Clone, Debug)]
pub enum Rule {
    /// By a rule.
    Fixed(Rounding),
    /// By dice, with 53 random bits a sum.
    Dice(SplitMix64),
}

/// Bits of a random number that one sum uses.
const RANDOM_BITS: u32 = 53;

impl Rule {
    /// The code of `a + b` in `format`.
    pub fn add(&mut self, a: f64, b: f64, format: Format, overflow: Overflow) -> u32 {
        let sum = sum_to_odd(a, b);
        match self {
            Self::Fixed(rounding) => encode(sum, format, *rounding, overflow),
            Self::Dice(rng) => {
                let random = rng.next_u64() >> (64 - RANDOM_BITS);
                encode_stochastic(sum, format, random, RANDOM_BITS, Stochastic::NearestEven, overflow)
            }
        }
    }
}

/// The same number added again and again, each sum rounded.
#[derive(Clone, Debug, PartialEq)]
pub struct Repeated {
    /// What stands there after 0, 1, 2, … additions.
    pub sums: Vec<f64>,
    /// After how many additions nothing moves any more, whatever follows; none where it still may.
    pub stalled: Option<u32>,
}

impl Repeated {
    /// Adds `step` to `start` `times` times in `format`; both are values of the format.
    #[must_use]
    pub fn new(start: f64, step: f64, times: u32, format: Format, mut rule: Rule, overflow: Overflow) -> Self {
        let mut sums = vec![start];
        let (mut sum, mut stalled) = (start, None);
        for done in 0..times {
            let next = format.decode(rule.add(sum, step, format, overflow));
            let same = next == sum || (next.is_nan() && sum.is_nan());
            // A rule that keeps a sum once keeps it for ever; dice do so where there is nothing to roll for.
            if same && stalled.is_none() && (matches!(rule, Rule::Fixed(_)) || !sum.is_finite()) {
                stalled = Some(done);
            }
            if stalled.is_some() {
                sums.resize(times as usize + 1, sum);
                break;
            }
            sum = next;
            sums.push(sum);
        }
        Self { sums, stalled }
    }

    /// The last sum.
    #[must_use]
    pub fn end(&self) -> f64 {
        self.sums.last().copied().unwrap_or(f64::NAN)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn repeated(start: f64, step: f64, times: u32, format: Format, rounding: Rounding) -> Repeated {
        Repeated::new(start, step, times, format, Rule::Fixed(rounding), Overflow::Saturate)
    }

    #[test]
    fn odd_sums_round_like_exact_ones() {
        // 1 + 2⁻²⁴ is a tie of FP32; a hair above or below it, far beyond an f64, decides.
        let half = libm::ldexp(1.0, -24);
        let hair = libm::ldexp(1.0, -80);
        let to = |x: f64| Format::FP32.decode(encode(x, Format::FP32, Rounding::NearestEven, Overflow::Native));
        let ulp = libm::ldexp(1.0, -23);
        assert_eq!((1.0 + half) + hair, 1.0 + half, "an f64 alone does not see the hair");
        assert_eq!(to(sum_to_odd(1.0 + half, hair)), 1.0 + ulp);
        assert_eq!(to(sum_to_odd(1.0 + half, -hair)), 1.0);
        assert_eq!(to(sum_to_odd(-(1.0 + half), -hair)), -(1.0 + ulp));
        assert_eq!(to(sum_to_odd(1.0 + half, 0.0)), 1.0);
        for (a, b) in [(f64::INFINITY, 1.0), (f64::NAN, 1.0), (f64::MAX, f64::MAX), (0.0, -0.0), (1.0, -1.0)] {
            let (sum, plain) = (sum_to_odd(a, b), a + b);
            assert!(sum.to_bits() == plain.to_bits() || (sum.is_nan() && plain.is_nan()));
        }
    }

    /// Every sum of two codes, against integers: all values of E4M3 are whole multiples of 2⁻⁹.
    #[test]
    fn every_sum_of_two_bytes_is_the_nearest_value() {
        let format = Format::E4M3FN;
        let finite = |code: u32| Some(format.decode(code)).filter(|value| value.is_finite());
        let values: Vec<i64> = (0..256).filter_map(finite).map(|value| (value * 512.0) as i64).collect();
        let mut rule = Rule::Fixed(Rounding::NearestEven);
        for a in &values {
            for b in &values {
                let found = rule.add(*a as f64 / 512.0, *b as f64 / 512.0, format, Overflow::Saturate);
                let off = (values.iter().map(|value| (value - a - b).abs())).min().unwrap();
                assert_eq!(((format.decode(found) * 512.0) as i64 - a - b).abs(), off, "{a} + {b}");
            }
        }
    }

    #[test]
    fn small_steps_stall() {
        // From 2 on the values of E4M3 lie 0.25 apart: 0.1015625 is less than half of that.
        let stuck = repeated(0.0, 0.101_562_5, 200, Format::E4M3FN, Rounding::NearestEven);
        assert_eq!((stuck.end(), stuck.sums.len()), (2.0, 201));
        let before = stuck.stalled.unwrap() as usize;
        assert!(stuck.sums[before - 1] < 2.0 && stuck.sums[before] == 2.0);
        assert_eq!(repeated(0.0, 0.101_562_5, 200, Format::E4M3FN, Rounding::TowardZero).end(), 1.0);
        // A weight of 1 in BF16, whose next value is 1.0078125.
        let weight = repeated(1.0, 0.000_999_450_683_593_75, 1000, Format::BF16, Rounding::NearestEven);
        assert_eq!((weight.end(), weight.stalled), (1.0, Some(0)));
        assert_eq!(repeated(440.0, 32.0, 5, Format::E4M3FN, Rounding::NearestEven).end(), 448.0);
    }

    #[test]
    fn dice_do_not_stall_and_are_right_on_average() {
        let (step, times, seeds) = (0.101_562_5, 100, 400);
        let end = |seed| {
            let rule = Rule::Dice(SplitMix64::new(seed));
            Repeated::new(0.0, step, times, Format::E4M3FN, rule, Overflow::Saturate).end()
        };
        let ends: Vec<f64> = (0..seeds).map(end).collect();
        let mean = ends.iter().sum::<f64>() / seeds as f64;
        let squares: f64 = ends.iter().map(|end| (end - mean) * (end - mean)).sum();
        let spread = f64::sqrt(squares / seeds as f64);
        let exact = step * f64::from(times);
        assert!(spread > 0.1 && f64::abs(mean - exact) < 4.0 * spread / f64::sqrt(seeds as f64), "{mean} {exact}");
    }

    #[test]
    fn no_input_panics() {
        for (_, format) in Format::ALL {
            for (start, step) in [(f64::NAN, 1.0), (0.0, f64::INFINITY), (f64::MAX, f64::MAX), (-0.0, 5e-324)] {
                for rule in [Rule::Fixed(Rounding::NearestAway), Rule::Dice(SplitMix64::new(1))] {
                    for overflow in [Overflow::Saturate, Overflow::Native] {
                        let repeated = Repeated::new(start, step, 20, format, rule.clone(), overflow);
                        assert_eq!(repeated.sums.len(), 21);
                    }
                }
            }
        }
        assert_eq!(repeated(1.0, 1.0, 0, Format::FP16, Rounding::NearestEven).sums, [1.0]);
    }
}
