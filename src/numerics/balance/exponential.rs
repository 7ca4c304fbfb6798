//! `exp` as a few multiplications in a row.
//!
//! A router draws millions of affinities, and a call of libm's `exp` for each was a quarter of the time. The argument is
//! cut into a multiple of ln 2 and a rest of at most half of it, whose series is taken to the thirteenth power.

/// ln 2 in two parts, the first with zeros at its end: multiples of it are exact.
const LN_2: (f64, f64) = (6.931_471_803_691_238e-1, 1.908_214_929_270_587_7e-10);

/// 1 / n! from n = 13 down to 0.
const SERIES: [f64; 14] = [
    1.0 / 6_227_020_800.0,
    1.0 / 479_001_600.0,
    1.0 / 39_916_800.0,
    1.0 / 3_628_800.0,
    1.0 / 362_880.0,
    1.0 / 40_320.0,
    1.0 / 5_040.0,
    1.0 / 720.0,
    1.0 / 120.0,
    1.0 / 24.0,
    1.0 / 6.0,
    0.5,
    1.0,
    1.0,
];

/// eˣ within two units in the last place; x is kept within ±700, where no result is subnormal or infinite. NaN stays.
pub fn exponential(x: f64) -> f64 {
    let x = x.clamp(-700.0, 700.0);
    // Rounded to nearest: what is cut is positive.
    let multiple = (x * core::f64::consts::LOG2_E + 2048.5) as i64 - 2048;
    let whole = multiple as f64;
    let rest = (x - whole * LN_2.0) - whole * LN_2.1;
    let mut sum = 0.0;
    for term in SERIES {
        sum = sum * rest + term;
    }
    sum * f64::from_bits(((multiple + 1023) as u64) << 52)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn agrees_with_libm() {
        for at in -70_000..=70_000 {
            let x = f64::from(at) * 0.009_871;
            let (found, expected) = (exponential(x), libm::exp(x));
            assert!((found / expected - 1.0).abs() <= 2.0 * f64::EPSILON, "{x}: {found} {expected}");
        }
        assert_eq!(exponential(0.0), 1.0);
        assert!(exponential(f64::NAN).is_nan());
        assert!(exponential(f64::INFINITY).is_finite() && exponential(f64::NEG_INFINITY) > 0.0);
    }
}
