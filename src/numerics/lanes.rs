//! Four numbers at a time: the vector type of the kernels.
//!
//! In WebAssembly it is a `v128`, elsewhere an array; both give the same bits, for every operation is an IEEE one on
//! each lane, and sums over lanes have a fixed order ([`F32x4::sum`]). NaNs are the exception: engines may choose their
//! sign and payload, so that no result may depend on them.

#[cfg(not(all(target_arch = "wasm32", target_feature = "simd128")))]
mod portable;
#[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
mod simd128;

#[cfg(not(all(target_arch = "wasm32", target_feature = "simd128")))]
pub use portable::{F32x4, U32x4};
#[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
pub use simd128::{F32x4, U32x4};

/// How many lanes there are.
pub const LANES: usize = 4;

impl F32x4 {
    /// Zero in each lane.
    pub const ZERO: Self = Self::new([0.0; LANES]);

    /// The sum of the lanes, in this order: (0 + 2) + (1 + 3).
    #[must_use]
    #[inline(always)]
    pub fn sum(self) -> f32 {
        let [a, b, c, d] = self.to_array();
        (a + c) + (b + d)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lanes_are_independent() {
        let (a, b) = (F32x4::new([1.0, -2.0, 3.5, 0.0]), F32x4::new([0.5, 4.0, -1.0, 2.0]));
        assert_eq!((a + b).to_array(), [1.5, 2.0, 2.5, 2.0]);
        assert_eq!((a - b).to_array(), [0.5, -6.0, 4.5, -2.0]);
        assert_eq!((a * b).to_array(), [0.5, -8.0, -3.5, 0.0]);
        assert_eq!((b / a).to_array(), [0.5, -2.0, -1.0 / 3.5, f32::INFINITY]);
        assert_eq!(a.least(b).to_array(), [0.5, -2.0, -1.0, 0.0]);
        assert_eq!(F32x4::new([1e8, 1.0, -1e8, 1.0]).sum(), 2.0);
    }

    #[test]
    fn integers_wrap_and_compare_unsigned() {
        let (a, b) = (U32x4::new([1, u32::MAX, 7, 8]), U32x4::new([2, 3, 7, 0x8000_0000]));
        assert_eq!((a + b).to_array(), [3, 2, 14, 0x8000_0008]);
        assert_eq!((a - b).to_array(), [u32::MAX, u32::MAX - 3, 0, 0x8000_0008]);
        assert_eq!(a.least(b).to_array(), [1, 3, 7, 8]);
        assert_eq!(a.greatest(b).to_array(), [2, u32::MAX, 7, 0x8000_0000]);
        assert_eq!(a.above(b).to_array(), [0, u32::MAX, 0, 0]);
        assert_eq!((a & b).to_array(), [0, 3, 7, 0]);
        assert_eq!((a | b).to_array(), [3, u32::MAX, 7, 0x8000_0008]);
        assert_eq!((a.up::<4>().to_array(), a.down::<1>().to_array()), ([16, 0xffff_fff0, 112, 128], [0, u32::MAX >> 1, 3, 4]));
        assert_eq!(F32x4::splat(1.0).bits().to_array(), [0x3f80_0000; 4]);
        assert_eq!(U32x4::splat(0x3f80_0000).floats().to_array(), [1.0; 4]);
    }
}
