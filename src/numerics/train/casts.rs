//! Rounding the factors of products, and weights as they are kept.

use frugal_kernels::Lanes;
use frugal_kernels::tiles::{round_bf16, round_e4m3_block, round_e4m3_by_sample, round_e4m3_by_unit};

use super::recipe::{Products, Storage};
use crate::numerics::rounding::{bf16, e4m3};

/// Rows `x` of `width` units, for a product contracted along the units: a tile is a sample. Returns `x` where nothing is
/// rounded, else `room`.
pub fn by_sample<'a>(products: Products, x: &'a [Lanes], width: usize, room: &'a mut Vec<Lanes>) -> &'a [Lanes] {
    room.resize(x.len(), Lanes::splat(0.0));
    match products {
        Products::Fp32 => return x,
        Products::Bf16 => round_bf16(x, room),
        Products::E4m3 => round_e4m3_by_sample(x, width, room),
    }
    room
}

/// Rows `x` of `width` units, for a product contracted along the batch: a tile is a unit.
pub fn by_unit<'a>(products: Products, x: &'a [Lanes], width: usize, room: &'a mut Vec<Lanes>) -> &'a [Lanes] {
    room.resize(x.len(), Lanes::splat(0.0));
    match products {
        Products::Fp32 => return x,
        Products::Bf16 => round_bf16(x, room),
        Products::E4m3 => round_e4m3_by_unit(x, width, room),
    }
    room
}

/// The weights of a layer, which are one tile; weights that are kept in the format of the products are taken as they are.
pub fn weights(products: Products, storage: Storage, w: &[f32], room: &mut Vec<f32>) {
    room.clear();
    room.extend_from_slice(w);
    if products == Products::E4m3 && storage == Storage::Master {
        round_e4m3_block(w, room);
    }
}

/// A weight as it is kept; `random` are the dice.
#[inline]
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
#[inline]
pub const fn half_ulp(storage: Storage, w: f32) -> f32 {
    match storage {
        Storage::Master => half_ulp_of(w, 0, 23),
        Storage::Bf16 | Storage::Bf16Stochastic => half_ulp_of(w, 0, 7),
        Storage::E4m3 | Storage::E4m3Stochastic => half_ulp_of(w, e4m3::MIN_NORMAL, 3),
    }
}

/// The power of two of `w`, or of the smallest normal number, moved to just below the last of the mantissa bits.
#[inline]
const fn half_ulp_of(w: f32, least: u32, mantissa_bits: u32) -> f32 {
    let magnitude = w.to_bits() & (u32::MAX >> 1);
    let binade = if magnitude < least { least } else { magnitude } & 0x7f80_0000;
    f32::from_bits(binade.saturating_sub((mantissa_bits + 1) << 23))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::numerics::format::Format;

    #[test]
    fn half_ulps_are_those_of_the_formats() {
        let formats =
            [(Storage::Master, Format::FP32), (Storage::Bf16, Format::BF16), (Storage::E4m3Stochastic, Format::E4M3FN)];
        for w in [1.0f32, -1.5, 0.3, 2.0, 447.0, 1e-3, -0.015_625, 0.02] {
            for (storage, format) in formats {
                assert_eq!(f64::from(half_ulp(storage, w)), format.ulp(w.into()) / 2.0, "{w} {storage:?}");
            }
        }
        assert_eq!(half_ulp(Storage::E4m3, 0.0), 1.0 / 1024.0);
    }
}
