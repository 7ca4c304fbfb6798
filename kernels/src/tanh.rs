//! The hyperbolic tangent, four at a time.

use crate::lanes::{Lanes, Words};

/// Beyond this tanh is 1 to the last bit of an `f32`.
const FLAT: f32 = 9.0;

/// Largest relative error of [`tanh`], against the exact value: less than six units in the last place.
pub const TANH_ERROR: f64 = 3.6e-7;

/// Coefficients of P in x², the lowest first.
const P: [f32; 5] = [1.0, 0.133_810_12, 0.003_495_572_4, 2.060_882_8e-5, 1.335_431_9e-8];
/// Coefficients of Q in x², the lowest first.
const Q: [f32; 5] = [1.0, 0.467_143_27, 0.025_876_923, 0.000_328_560_94, 7.776_415_6e-7];

#[inline]
#[cfg_attr(target_arch = "wasm32", target_feature(enable = "simd128"))]
fn horner(c: [f32; 5], x: Lanes) -> Lanes {
    let mut sum = Lanes::splat(c[4]);
    for at in [3, 2, 1, 0] {
        sum = Lanes::add(Lanes::mul(sum, x), Lanes::splat(c[at]));
    }
    sum
}

/// x · P(x²) / Q(x²): the rational function of these degrees with the least largest relative error on [0, 9], which is
/// 2.1e-8 (fitted by reweighted least squares); computed in `f32`, the error is at most [`TANH_ERROR`]. Never beyond ±1.
#[inline]
#[must_use]
#[cfg_attr(target_arch = "wasm32", target_feature(enable = "simd128"))]
pub fn tanh(x: Lanes) -> Lanes {
    let bits = Words::of(x);
    let sign = Words::and(bits, Words::splat(1 << 31));
    let bounded = Lanes::smaller(Words::numbers(Words::sub(bits, sign)), Lanes::splat(FLAT));
    let square = Lanes::mul(bounded, bounded);
    let quotient = Lanes::div(Lanes::mul(bounded, horner(P, square)), horner(Q, square));
    let value = Lanes::smaller(quotient, Lanes::splat(1.0));
    Words::numbers(Words::or(Words::of(value), sign))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(x: f32) -> f32 {
        Lanes::to_array(tanh(Lanes::splat(x)))[0]
    }

    #[test]
    fn ends_are_exact() {
        assert_eq!((one(0.0).to_bits(), one(-0.0).to_bits()), (0, 1 << 31));
        assert_eq!((one(f32::INFINITY), one(-100.0), one(9.5)), (1.0, -1.0, 1.0));
        assert!(one(f32::NAN).is_nan());
        assert!((0..10_000).all(|at| one(at as f32 * 1e-3) <= 1.0));
    }
}
