//! Rounding the factors of matrix products: to BF16, or to E4M3 with a scale for each tile.
//!
//! A matrix of units × samples lies in rows: a row holds, for each unit, four samples.

use crate::lanes::{Lanes, Words};
use crate::{bf16, e4m3};

/// The largest magnitude of a tile is taken for at least this.
const LEAST_PEAK: f32 = 1e-4;
/// The largest E4M3 number.
const LARGEST: f32 = 448.0;
const MAGNITUDE: u32 = u32::MAX >> 1;

/// All to BF16.
#[cfg_attr(target_arch = "wasm32", target_feature(enable = "simd128"))]
pub fn round_bf16(from: &[Lanes], to: &mut [Lanes]) {
    for (x, rounded) in from.iter().zip(to) {
        *rounded = bf16::round_lanes(*x);
    }
}

/// The scales of four tiles, from the bits of their largest magnitudes: 448 stands for the largest.
#[inline]
#[cfg_attr(target_arch = "wasm32", target_feature(enable = "simd128"))]
fn scales(peaks: Words) -> Lanes {
    let peaks = Words::larger(peaks, Words::splat(LEAST_PEAK.to_bits()));
    Lanes::div(Words::numbers(peaks), Lanes::splat(LARGEST))
}

/// Bits of the larger magnitudes; they compare like the magnitudes, NaN above all.
#[inline]
#[cfg_attr(target_arch = "wasm32", target_feature(enable = "simd128"))]
fn peak(peak: Words, x: Lanes) -> Words {
    Words::larger(peak, Words::and(Words::of(x), Words::splat(MAGNITUDE)))
}

/// Divided by the scale, rounded, multiplied again.
#[inline]
#[cfg_attr(target_arch = "wasm32", target_feature(enable = "simd128"))]
fn scaled(x: Lanes, scale: Lanes) -> Lanes {
    Lanes::mul(e4m3::round_lanes(Lanes::div(x, scale)), scale)
}

/// To E4M3 with a scale for each sample, over its `width` units: a tile of 1 × `width`.
#[cfg_attr(target_arch = "wasm32", target_feature(enable = "simd128"))]
pub fn round_e4m3_by_sample(from: &[Lanes], width: usize, to: &mut [Lanes]) {
    let width = width.max(1);
    for (row, rounded) in from.chunks_exact(width).zip(to.chunks_exact_mut(width)) {
        let mut peaks = Words::splat(0);
        for x in row {
            peaks = peak(peaks, *x);
        }
        let scale = scales(peaks);
        for (x, rounded) in row.iter().zip(rounded) {
            *rounded = scaled(*x, scale);
        }
    }
}

/// To E4M3 with a scale for each of `width` units, over all samples: a tile of samples × 1.
#[cfg_attr(target_arch = "wasm32", target_feature(enable = "simd128"))]
pub fn round_e4m3_by_unit(from: &[Lanes], width: usize, to: &mut [Lanes]) {
    let width = width.max(1);
    for unit in 0..width {
        let mut peaks = Words::splat(0);
        for x in from.iter().skip(unit).step_by(width) {
            peaks = peak(peaks, *x);
        }
        let [a, b, c, d] = Words::to_array(peaks);
        let scale = scales(Words::splat(a.max(b).max(c).max(d)));
        let places = from.iter().zip(to.iter_mut()).skip(unit).step_by(width);
        for (x, rounded) in places {
            *rounded = scaled(*x, scale);
        }
    }
}

/// To E4M3 with one scale for all: a block.
pub fn round_e4m3_block(from: &[f32], to: &mut [f32]) {
    let mut peak = LEAST_PEAK.to_bits();
    for x in from {
        peak = peak.max(x.to_bits() & MAGNITUDE);
    }
    let scale = f32::from_bits(peak) / LARGEST;
    for (x, rounded) in from.iter().zip(to) {
        *rounded = e4m3::round(x / scale) * scale;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const UNITS: [f32; 4] = [1.0, -2.0, 1e-3, 3.0];

    fn first(lanes: &[Lanes]) -> Vec<f32> {
        lanes.iter().map(|x| Lanes::to_array(*x)[0]).collect()
    }

    #[test]
    fn tiles_fill_the_range_of_their_format() {
        let x = UNITS.map(Lanes::splat);
        let mut to = [Lanes::splat(0.0); 4];
        round_e4m3_by_sample(&x, 4, &mut to);
        assert_eq!(first(&to), UNITS.map(|x| e4m3::round(x / (3.0 / 448.0)) * (3.0 / 448.0)));
        // Units by themselves lose nothing but the rounding of the scale: each is the largest of its tile.
        round_e4m3_by_unit(&x, 4, &mut to);
        assert!(first(&to).iter().zip(UNITS).all(|(own, x)| (own / x - 1.0).abs() < 2e-7));
        let mut block = [0.0; 4];
        round_e4m3_block(&UNITS, &mut block);
        assert_eq!(block, UNITS.map(|x| e4m3::round(x / (3.0 / 448.0)) * (3.0 / 448.0)));
    }

    #[test]
    fn a_nan_is_not_lost() {
        let x = [Lanes::new([1.0, f32::NAN, 2.0, 3.0])];
        let mut to = x;
        round_e4m3_by_sample(&x, 1, &mut to);
        assert!(Lanes::to_array(to[0])[1].is_nan() && Lanes::to_array(to[0])[0] > 0.99);
        round_bf16(&x, &mut to);
        assert!(Lanes::to_array(to[0])[1].is_nan());
    }
}
