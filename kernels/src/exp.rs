//! The exponential function and the sigmoid, the same bits one at a time or four at a time.

use crate::lanes::{Lanes, WHOLE};

/// 1 / ln 2.
const LOG2_E: f32 = core::f32::consts::LOG2_E;
/// ln 2 in two parts; multiples of the first by whole numbers up to 2⁸ are exact.
const LN2_HIGH: f32 = 0.693_145_75;
const LN2_LOW: f32 = 1.428_606_8e-6;
/// Beyond these the result is 0 or infinite anyway.
const LEAST: f32 = -104.0;
const MOST: f32 = 89.0;
/// `(exp(r) − 1 − r) / r²` for |r| ≤ ln 2 / 2, interpolated at the five Chebyshev points; off by less than 10⁻⁸ of exp(r).
const TAIL: [f32; 5] = [0.5, 0.166_665_78, 0.041_666_556, 0.008_363_173, 0.001_392_617_6];

/// The constants, four times each: engines build a constant of four anew wherever it stands, but read it from memory
/// for nothing.
#[derive(Clone, Copy, Debug)]
pub struct Exp {
    least: Lanes,
    most: Lanes,
    log2_e: Lanes,
    whole: Lanes,
    ln2: [Lanes; 2],
    tail: [Lanes; 5],
    one: Lanes,
}

impl Exp {
    /// The constants.
    #[inline]
    #[cfg_attr(target_arch = "wasm32", target_feature(enable = "simd128"))]
    pub fn new() -> Self {
        Self {
            least: Lanes::splat(LEAST),
            most: Lanes::splat(MOST),
            log2_e: Lanes::splat(LOG2_E),
            whole: Lanes::splat(WHOLE),
            ln2: [Lanes::splat(LN2_HIGH), Lanes::splat(LN2_LOW)],
            tail: [
                Lanes::splat(TAIL[0]),
                Lanes::splat(TAIL[1]),
                Lanes::splat(TAIL[2]),
                Lanes::splat(TAIL[3]),
                Lanes::splat(TAIL[4]),
            ],
            one: Lanes::splat(1.0),
        }
    }

    /// e to the power of each; within one unit in the last place where the result is normal.
    #[inline]
    #[cfg_attr(target_arch = "wasm32", target_feature(enable = "simd128"))]
    pub fn exp(&self, x: Lanes) -> Lanes {
        let x = Lanes::smaller(Lanes::larger(x, self.least), self.most);
        let shifted = Lanes::add(Lanes::mul(x, self.log2_e), self.whole);
        let n = Lanes::sub(shifted, self.whole);
        let r = Lanes::sub(x, Lanes::mul(n, self.ln2[0]));
        let r = Lanes::sub(r, Lanes::mul(n, self.ln2[1]));
        let [c0, c1, c2, c3, c4] = self.tail;
        let tail = Lanes::add(Lanes::mul(c4, r), c3);
        let tail = Lanes::add(Lanes::mul(tail, r), c2);
        let tail = Lanes::add(Lanes::mul(tail, r), c1);
        let tail = Lanes::add(Lanes::mul(tail, r), c0);
        let y = Lanes::add(Lanes::add(Lanes::mul(tail, Lanes::mul(r, r)), r), self.one);
        Lanes::scale(y, Lanes::sub_bits(shifted, self.whole), self.one)
    }

    /// `1 / (1 + exp(−x))` of each.
    #[inline]
    #[cfg_attr(target_arch = "wasm32", target_feature(enable = "simd128"))]
    pub fn sigmoid(&self, x: Lanes) -> Lanes {
        Lanes::div(self.one, Lanes::add(self.one, self.exp(Lanes::negate(x))))
    }
}

/// e to the power of `x`; NaN of NaN.
#[must_use]
#[cfg_attr(target_arch = "wasm32", target_feature(enable = "simd128"))]
pub fn exp(x: f32) -> f32 {
    Lanes::to_array(Exp::new().exp(Lanes::splat(x)))[0]
}

/// `1 / (1 + exp(−x))`; NaN of NaN.
#[must_use]
#[cfg_attr(target_arch = "wasm32", target_feature(enable = "simd128"))]
pub fn sigmoid(x: f32) -> f32 {
    Lanes::to_array(Exp::new().sigmoid(Lanes::splat(x)))[0]
}
