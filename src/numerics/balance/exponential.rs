//! `exp` as a few multiplications in a row.
//!
//! A router draws millions of affinities, and a call of libm's `exp` for each was a quarter of the time. The argument is
//! cut into a multiple of ln 2 and a rest of at most half of it, whose series is taken to the thirteenth power.

/// ln 2 in two parts, the first with zeros at its end: multiples of it are exact.
const LN_2: (f64, f64) = (6.931_471_803_691_238e-1, 1.908_214_929_270_587_7e-10);

/// 1 / n! from n = 13 down to 0.
const SERIES: [f64; 14] = [
    1.605_904_383_682_161_5e-10,
    2.087_675_698_786_81e-9,
    2.505_210_838_544_172e-8,
    2.755_731_922_398_589e-7,
    2.755_731_922_398_589e-6,
    2.480_158_730_158_730_2e-5,
    1.984_126_984_126_984_1e-4,
    1.388_888_888_888_888_9e-3,
    8.333_333_333_333_333e-3,
    4.166_666_666_666_666_4e-2,
    1.666_666_666_666_666_6e-1,
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
