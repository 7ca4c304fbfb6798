//! Lanes as an array.

use core::array::from_fn;
use core::ops::{Add, BitAnd, BitOr, Div, Mul, Sub};

/// Four `f32`.
#[derive(Clone, Copy, Debug)]
pub struct F32x4([f32; 4]);

/// Four `u32`.
#[derive(Clone, Copy, Debug)]
pub struct U32x4([u32; 4]);

impl F32x4 {
    /// From its lanes.
    #[must_use]
    #[inline(always)]
    pub const fn new(lanes: [f32; 4]) -> Self {
        Self(lanes)
    }

    /// The same number in each lane.
    #[must_use]
    #[inline(always)]
    pub const fn splat(x: f32) -> Self {
        Self([x; 4])
    }

    /// Its lanes.
    #[must_use]
    #[inline(always)]
    pub const fn to_array(self) -> [f32; 4] {
        self.0
    }

    /// The bits of each lane.
    #[must_use]
    #[inline(always)]
    pub fn bits(self) -> U32x4 {
        U32x4(self.0.map(f32::to_bits))
    }

    /// `other` where it is less, else `self`.
    #[must_use]
    #[inline(always)]
    pub fn least(self, other: Self) -> Self {
        Self(from_fn(|at| if other.0[at] < self.0[at] { other.0[at] } else { self.0[at] }))
    }
}

impl U32x4 {
    /// From its lanes.
    #[must_use]
    #[inline(always)]
    pub const fn new(lanes: [u32; 4]) -> Self {
        Self(lanes)
    }

    /// The same number in each lane.
    #[must_use]
    #[inline(always)]
    pub const fn splat(n: u32) -> Self {
        Self([n; 4])
    }

    /// Its lanes.
    #[must_use]
    #[inline(always)]
    pub const fn to_array(self) -> [u32; 4] {
        self.0
    }

    /// The floats that have these bits.
    #[must_use]
    #[inline(always)]
    pub fn floats(self) -> F32x4 {
        F32x4(self.0.map(f32::from_bits))
    }

    /// The lesser of each lane, unsigned.
    #[must_use]
    #[inline(always)]
    pub fn least(self, other: Self) -> Self {
        Self(from_fn(|at| self.0[at].min(other.0[at])))
    }

    /// The greater of each lane, unsigned.
    #[must_use]
    #[inline(always)]
    pub fn greatest(self, other: Self) -> Self {
        Self(from_fn(|at| self.0[at].max(other.0[at])))
    }

    /// All ones where `self` is greater, unsigned, else zero.
    #[must_use]
    #[inline(always)]
    pub fn above(self, other: Self) -> Self {
        Self(from_fn(|at| if self.0[at] > other.0[at] { u32::MAX } else { 0 }))
    }

    /// The low bytes of sixteen lanes, which must be below 256.
    #[must_use]
    #[inline(always)]
    pub fn bytes(lanes: [Self; 4]) -> [u8; 16] {
        from_fn(|at| lanes[at / 4].0[at % 4] as u8)
    }

    /// Sixteen bytes, one a lane.
    #[must_use]
    #[inline(always)]
    pub fn widened(bytes: [u8; 16]) -> [Self; 4] {
        from_fn(|part| Self(from_fn(|at| bytes[4 * part + at].into())))
    }

    /// Shifted up by `N` bits.
    #[must_use]
    #[inline(always)]
    pub fn up<const N: u32>(self) -> Self {
        Self(self.0.map(|n| n << N))
    }

    /// Shifted down by `N` bits, zeros from above.
    #[must_use]
    #[inline(always)]
    pub fn down<const N: u32>(self) -> Self {
        Self(self.0.map(|n| n >> N))
    }
}

macro_rules! lanewise {
    ($($type:ident: $trait:ident::$method:ident = $each:expr;)+) => { $(
        impl $trait for $type {
            type Output = Self;

            #[inline(always)]
            fn $method(self, other: Self) -> Self {
                Self(from_fn(|at| $each(self.0[at], other.0[at])))
            }
        }
    )+ };
}

lanewise! {
    F32x4: Add::add = |a: f32, b: f32| a + b;
    F32x4: Sub::sub = |a: f32, b: f32| a - b;
    F32x4: Mul::mul = |a: f32, b: f32| a * b;
    F32x4: Div::div = |a: f32, b: f32| a / b;
    U32x4: Add::add = u32::wrapping_add;
    U32x4: Sub::sub = u32::wrapping_sub;
    U32x4: BitAnd::bitand = |a: u32, b: u32| a & b;
    U32x4: BitOr::bitor = |a: u32, b: u32| a | b;
}
