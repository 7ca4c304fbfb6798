//! Rounding the factors of products.
//!
//! Numbers of a batch lie in rows: a row holds one lane vector, four samples, for each unit.

use super::recipe::{Products, Storage};
use crate::numerics::lanes::{F32x4, U32x4};
use crate::numerics::rounding::{bf16, e4m3};

/// The largest magnitude of a tile is taken for at least this (`kernel.py` of DeepSeek-V3's published code).
const LEAST_PEAK: f32 = 1e-4;
/// The largest E4M3 number.
const LARGEST: f32 = 448.0;

/// Greater magnitudes of each lane. Magnitudes compare as integers, NaN above all.
#[inline(always)]
fn peak(peak: U32x4, x: F32x4) -> U32x4 {
    peak.greatest(x.bits() & U32x4::splat(u32::MAX >> 1))
}

/// The scales of four tiles from their peaks.
#[inline(always)]
fn scales(peaks: U32x4) -> F32x4 {
    peaks.greatest(U32x4::splat(LEAST_PEAK.to_bits())).floats() / F32x4::splat(LARGEST)
}

/// Rows `x` of `width` units, with the contraction along the units: a tile is a sample. Returns `x` where nothing is
/// rounded, else `room`.
pub fn by_sample<'a>(products: Products, x: &'a [F32x4], width: usize, room: &'a mut Vec<F32x4>) -> &'a [F32x4] {
    match products {
        Products::Fp32 => return x,
        Products::Bf16 => all_bf16(x, room),
        Products::E4m3 => {
            room.clear();
            for row in x.chunks_exact(width) {
                let scale = scales(row.iter().fold(U32x4::splat(0), |all, x| peak(all, *x)));
                room.extend(row.iter().map(|x| e4m3::round_lanes(*x / scale) * scale));
            }
        }
    }
    room
}

/// Rows `x` of `width` units, with the contraction along the batch: a tile is a unit.
pub fn by_unit<'a>(products: Products, x: &'a [F32x4], width: usize, room: &'a mut Vec<F32x4>) -> &'a [F32x4] {
    match products {
        Products::Fp32 => return x,
        Products::Bf16 => all_bf16(x, room),
        Products::E4m3 => {
            // First the peaks, one of four lanes for each unit, which become scales in their places.
            let mut units = vec![U32x4::splat(0); width];
            for row in x.chunks_exact(width) {
                units.iter_mut().zip(row).for_each(|(unit, x)| *unit = peak(*unit, *x));
            }
            let units: Vec<F32x4> = units
                .iter()
                .map(|unit| {
                    let [a, b, c, d] = unit.to_array();
                    scales(U32x4::splat(a.max(b).max(c).max(d)))
                })
                .collect();
            room.clear();
            for row in x.chunks_exact(width) {
                room.extend(row.iter().zip(&units).map(|(x, scale)| e4m3::round_lanes(*x / *scale) * *scale));
            }
        }
    }
    room
}

fn all_bf16(x: &[F32x4], room: &mut Vec<F32x4>) {
    room.clear();
    room.extend(x.iter().map(|x| bf16::round_lanes(*x)));
}

/// The weights of a layer, which are one tile; weights that are kept in the format of the products are taken as they
/// are.
pub fn weights<'a>(products: Products, storage: Storage, w: &'a [f32], room: &'a mut Vec<f32>) -> &'a [f32] {
    if products != Products::E4m3 || storage != Storage::Master {
        return w;
    }
    let peak = w.iter().fold(LEAST_PEAK.to_bits(), |peak, w| peak.max(w.to_bits() & (u32::MAX >> 1)));
    let scale = f32::from_bits(peak) / LARGEST;
    room.clear();
    room.extend(w.iter().map(|w| e4m3::round(w / scale) * scale));
    room
}

/// A weight as it is kept; `random` are the dice.
#[inline(always)]
pub fn stored(storage: Storage, w: f32, random: impl FnOnce() -> u64) -> f32 {
    match storage {
        Storage::Master => w,
        Storage::Bf16 => bf16::round(w),
        Storage::Bf16Stochastic => bf16::round_stochastic(w, random()),
        Storage::E4m3 => e4m3::round(w),
        Storage::E4m3Stochastic => e4m3::round_stochastic(w, random()),
    }
}

/// Half the distance to the next number that can be kept, at `w`.
#[inline(always)]
pub fn half_ulp(storage: Storage, w: f32) -> f32 {
    match storage {
        Storage::Master => half_ulp_of(w, 0, 23),
        Storage::Bf16 | Storage::Bf16Stochastic => half_ulp_of(w, 0, 7),
        Storage::E4m3 | Storage::E4m3Stochastic => half_ulp_of(w, e4m3::MIN_NORMAL, 3),
    }
}

/// The power of two of `w`, or of the smallest normal number, moved to just below the last of the mantissa bits.
#[inline(always)]
const fn half_ulp_of(w: f32, least: u32, mantissa_bits: u32) -> f32 {
    let magnitude = w.to_bits() & (u32::MAX >> 1);
    let binade = if magnitude < least { least } else { magnitude } & 0x7f80_0000;
    f32::from_bits(binade.saturating_sub((mantissa_bits + 1) << 23))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::numerics::format::Format;

    fn rows(values: &[f32]) -> Vec<F32x4> {
        values.iter().map(|x| F32x4::splat(*x)).collect()
    }

    #[test]
    fn half_ulps_are_those_of_the_formats() {
        for w in [1.0f32, -1.5, 0.3, 2.0, 447.0, 1e-3, -0.015_625, 0.02] {
            for (storage, format) in
                [(Storage::Master, Format::FP32), (Storage::Bf16, Format::BF16), (Storage::E4m3Stochastic, Format::E4M3FN)]
            {
                assert_eq!(f64::from(half_ulp(storage, w)), format.ulp(w.into()) / 2.0, "{w} {storage:?}");
            }
        }
        assert_eq!(half_ulp(Storage::E4m3, 0.0), 1.0 / 1024.0);
    }

    #[test]
    fn tiles_fill_the_range_of_their_format() {
        let x = rows(&[1.0, -2.0, 1e-3, 3.0]);
        let mut room = Vec::new();
        // One sample of four units: 3 becomes 448; 1e-3 is 0.149 then, between 0.140625 and 0.15625.
        let by_sample: Vec<f32> =
            by_sample(Products::E4m3, &x, 4, &mut room).iter().map(|x| x.to_array()[0]).collect();
        let expected = [1.0, -2.0, 1e-3, 3.0].map(|x: f32| e4m3::round(x / (3.0 / 448.0)) * (3.0 / 448.0));
        assert_eq!(by_sample, expected);
        // Units by themselves are exact: each is the largest of its tile.
        let alone: Vec<f32> = by_unit(Products::E4m3, &x, 4, &mut room).iter().map(|x| x.to_array()[3]).collect();
        for (own, x) in alone.iter().zip([1.0f32, -2.0, 1e-3, 3.0]) {
            assert!((own / x - 1.0).abs() < 2e-7, "{own} {x}");
        }
        assert!(core::ptr::eq(super::by_unit(Products::Fp32, &x, 4, &mut room), x.as_slice()));
    }

    #[test]
    fn a_nan_is_not_lost() {
        let x = [F32x4::new([1.0, f32::NAN, 2.0, 3.0])];
        let mut room = Vec::new();
        let out = by_sample(Products::E4m3, &x, 1, &mut room)[0].to_array();
        assert!(out[1].is_nan() && out[0] > 0.99);
        assert!(by_unit(Products::Bf16, &x, 1, &mut room)[0].to_array()[1].is_nan());
    }
}
