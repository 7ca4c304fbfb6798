//! Lanes as a `v128` (WebAssembly, fixed-width SIMD): one instruction each.

use core::arch::wasm32::{
    f32x4, f32x4_add, f32x4_div, f32x4_extract_lane, f32x4_mul, f32x4_pmin, f32x4_splat, f32x4_sub, i32x4_add,
    i32x4_sub, u32x4, u32x4_extract_lane, u32x4_gt, u32x4_max, u32x4_min, u32x4_shl, u32x4_shr, u32x4_splat, u8x16_narrow_i16x8, u16x8_extend_high_u8x16, u16x8_extend_low_u8x16,
    u16x8_narrow_i32x4, u32x4_extend_high_u16x8, u32x4_extend_low_u16x8, u64x2, u64x2_extract_lane, v128,
    v128_and, v128_or,
};
use core::ops::{Add, BitAnd, BitOr, Div, Mul, Sub};

/// Four `f32`.
#[derive(Clone, Copy, Debug)]
pub struct F32x4(v128);

/// Four `u32`.
#[derive(Clone, Copy, Debug)]
pub struct U32x4(v128);

impl F32x4 {
    /// From its lanes.
    #[must_use]
    #[inline(always)]
    pub const fn new([a, b, c, d]: [f32; 4]) -> Self {
        Self(f32x4(a, b, c, d))
    }

    /// The same number in each lane.
    #[must_use]
    #[inline(always)]
    pub fn splat(x: f32) -> Self {
        Self(f32x4_splat(x))
    }

    /// Its lanes.
    #[must_use]
    #[inline(always)]
    pub fn to_array(self) -> [f32; 4] {
        [
            f32x4_extract_lane::<0>(self.0),
            f32x4_extract_lane::<1>(self.0),
            f32x4_extract_lane::<2>(self.0),
            f32x4_extract_lane::<3>(self.0),
        ]
    }

    /// The bits of each lane.
    #[must_use]
    #[inline(always)]
    pub fn bits(self) -> U32x4 {
        U32x4(self.0)
    }

    /// `other` where it is less, else `self`.
    #[must_use]
    #[inline(always)]
    pub fn least(self, other: Self) -> Self {
        Self(f32x4_pmin(self.0, other.0))
    }
}

impl U32x4 {
    /// From its lanes.
    #[must_use]
    #[inline(always)]
    pub const fn new([a, b, c, d]: [u32; 4]) -> Self {
        Self(u32x4(a, b, c, d))
    }

    /// The same number in each lane.
    #[must_use]
    #[inline(always)]
    pub fn splat(n: u32) -> Self {
        Self(u32x4_splat(n))
    }

    /// Its lanes.
    #[must_use]
    #[inline(always)]
    pub fn to_array(self) -> [u32; 4] {
        [
            u32x4_extract_lane::<0>(self.0),
            u32x4_extract_lane::<1>(self.0),
            u32x4_extract_lane::<2>(self.0),
            u32x4_extract_lane::<3>(self.0),
        ]
    }

    /// The floats that have these bits.
    #[must_use]
    #[inline(always)]
    pub fn floats(self) -> F32x4 {
        F32x4(self.0)
    }

    /// The lesser of each lane, unsigned.
    #[must_use]
    #[inline(always)]
    pub fn least(self, other: Self) -> Self {
        Self(u32x4_min(self.0, other.0))
    }

    /// The greater of each lane, unsigned.
    #[must_use]
    #[inline(always)]
    pub fn greatest(self, other: Self) -> Self {
        Self(u32x4_max(self.0, other.0))
    }

    /// All ones where `self` is greater, unsigned, else zero.
    #[must_use]
    #[inline(always)]
    pub fn above(self, other: Self) -> Self {
        Self(u32x4_gt(self.0, other.0))
    }

    /// The low bytes of sixteen lanes, which must be below 256.
    #[must_use]
    #[inline(always)]
    pub fn bytes([a, b, c, d]: [Self; 4]) -> [u8; 16] {
        let all = u8x16_narrow_i16x8(u16x8_narrow_i32x4(a.0, b.0), u16x8_narrow_i32x4(c.0, d.0));
        let [low, high] = [u64x2_extract_lane::<0>(all), u64x2_extract_lane::<1>(all)];
        (u128::from(low) | u128::from(high) << 64).to_le_bytes()
    }

    /// Sixteen bytes, one a lane.
    #[must_use]
    #[inline(always)]
    pub fn widened(bytes: [u8; 16]) -> [Self; 4] {
        let all = u128::from_le_bytes(bytes);
        let all = u64x2(all as u64, (all >> 64) as u64);
        let (low, high) = (u16x8_extend_low_u8x16(all), u16x8_extend_high_u8x16(all));
        [
            Self(u32x4_extend_low_u16x8(low)),
            Self(u32x4_extend_high_u16x8(low)),
            Self(u32x4_extend_low_u16x8(high)),
            Self(u32x4_extend_high_u16x8(high)),
        ]
    }

    /// Shifted up by `N` bits.
    #[must_use]
    #[inline(always)]
    pub fn up<const N: u32>(self) -> Self {
        Self(u32x4_shl(self.0, N))
    }

    /// Shifted down by `N` bits, zeros from above.
    #[must_use]
    #[inline(always)]
    pub fn down<const N: u32>(self) -> Self {
        Self(u32x4_shr(self.0, N))
    }
}

macro_rules! lanewise {
    ($($type:ident: $trait:ident::$method:ident = $instruction:ident;)+) => { $(
        impl $trait for $type {
            type Output = Self;

            #[inline(always)]
            fn $method(self, other: Self) -> Self {
                Self($instruction(self.0, other.0))
            }
        }
    )+ };
}

lanewise! {
    F32x4: Add::add = f32x4_add;
    F32x4: Sub::sub = f32x4_sub;
    F32x4: Mul::mul = f32x4_mul;
    F32x4: Div::div = f32x4_div;
    U32x4: Add::add = i32x4_add;
    U32x4: Sub::sub = i32x4_sub;
    U32x4: BitAnd::bitand = v128_and;
    U32x4: BitOr::bitor = v128_or;
}
