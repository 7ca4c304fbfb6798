//! The exponential function and the sigmoid, the same bits one at a time or four at a time.

use crate::lanes::{Lanes, WHOLE};

/// 1 / ln 2.
const LOG2_E: f32 = 1.442_695;
/// ln 2 in two parts; multiples of the first by whole numbers up to 2⁸ are exact.
const LN2_HIGH: f32 = 0.693_145_75;
const LN2_LOW: f32 = 1.428_606_8e-6;
/// Beyond these the result is 0 or infinite anyway.
const LEAST: f32 = -104.0;
const MOST: f32 = 89.0;
/// `(exp(r) − 1 − r) / r²` for |r| ≤ ln 2 / 2, interpolated at the five Chebyshev points; off by less than 10⁻⁸ of exp(r).
const TAIL: [f32; 5] = [0.5, 0.166_665_78, 0.041_666_556, 0.008_363_173, 0.001_392_617_6];

/// e to the power of each; within one unit in the last place where the result is normal.
#[inline]
#[must_use]
#[cfg_attr(target_arch = "wasm32", target_feature(enable = "simd128"))]
pub fn exp_of_lanes(x: Lanes) -> Lanes {
    let x = Lanes::smaller(Lanes::larger(x, Lanes::splat(LEAST)), Lanes::splat(MOST));
    let shifted = Lanes::add(Lanes::mul(x, Lanes::splat(LOG2_E)), Lanes::splat(WHOLE));
    let n = Lanes::sub(shifted, Lanes::splat(WHOLE));
    let r = Lanes::sub(x, Lanes::mul(n, Lanes::splat(LN2_HIGH)));
    let r = Lanes::sub(r, Lanes::mul(n, Lanes::splat(LN2_LOW)));
    let mut tail = Lanes::splat(TAIL[4]);
    for coefficient in [TAIL[3], TAIL[2], TAIL[1], TAIL[0]] {
        tail = Lanes::add(Lanes::mul(tail, r), Lanes::splat(coefficient));
    }
    let y = Lanes::add(Lanes::add(Lanes::mul(tail, Lanes::mul(r, r)), r), Lanes::splat(1.0));
    Lanes::scale(y, shifted)
}

/// `1 / (1 + exp(−x))` of each.
#[inline]
#[must_use]
#[cfg_attr(target_arch = "wasm32", target_feature(enable = "simd128"))]
pub fn sigmoid_of_lanes(x: Lanes) -> Lanes {
    let one = Lanes::splat(1.0);
    Lanes::div(one, Lanes::add(one, exp_of_lanes(Lanes::sub(Lanes::splat(0.0), x))))
}

/// e to the power of `x`; NaN of NaN.
#[must_use]
#[cfg_attr(target_arch = "wasm32", target_feature(enable = "simd128"))]
pub fn exp(x: f32) -> f32 {
    Lanes::to_array(exp_of_lanes(Lanes::splat(x)))[0]
}

/// `1 / (1 + exp(−x))`; NaN of NaN.
#[must_use]
#[cfg_attr(target_arch = "wasm32", target_feature(enable = "simd128"))]
pub fn sigmoid(x: f32) -> f32 {
    Lanes::to_array(sigmoid_of_lanes(Lanes::splat(x)))[0]
}
