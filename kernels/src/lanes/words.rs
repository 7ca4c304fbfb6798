//! Four `u32` at a time, which may be the bits of four `f32`.

use super::Lanes;

/// Four words.
#[derive(Clone, Copy, Debug)]
pub struct Words(imp::Four);

macro_rules! methods {
    ($($(#[doc = $doc:literal])+ $name:ident($($arg:ident: $type:ty),*) -> $out:ty = $body:expr;)+) => {
        impl Words {
            $(
                $(#[doc = $doc])+
                #[inline]
                #[must_use]
                #[cfg_attr(target_arch = "wasm32", target_feature(enable = "simd128"))]
                pub fn $name($($arg: $type),*) -> $out {
                    $body
                }
            )+
        }
    };
}

methods! {
    /// The same word four times.
    splat(n: u32) -> Self = Self(imp::splat(n));
    /// The words in order.
    to_array(a: Self) -> [u32; 4] = imp::to_array(a.0);
    /// The bits of four numbers.
    of(x: Lanes) -> Self = Self(imp::of(x.0));
    /// The bits of four numbers in memory.
    load(x: &[f32; 4]) -> Self = Self(imp::load(x));
    /// The numbers that have these bits.
    numbers(a: Self) -> Lanes = Lanes(imp::numbers(a.0));
    /// Sums, wrapping.
    add(a: Self, b: Self) -> Self = Self(imp::add(a.0, b.0));
    /// Differences, wrapping.
    sub(a: Self, b: Self) -> Self = Self(imp::sub(a.0, b.0));
    /// Bits that are set in both.
    and(a: Self, b: Self) -> Self = Self(imp::and(a.0, b.0));
    /// Bits that are set in either.
    or(a: Self, b: Self) -> Self = Self(imp::or(a.0, b.0));
    /// The larger of two words below 2³¹: signed comparisons are the cheaper ones.
    larger(a: Self, b: Self) -> Self = Self(imp::larger(a.0, b.0));
    /// The smaller of two words below 2³¹.
    smaller(a: Self, b: Self) -> Self = Self(imp::smaller(a.0, b.0));
    /// All ones where `a > b`, both below 2³¹, else zero.
    above(a: Self, b: Self) -> Self = Self(imp::above(a.0, b.0));
    /// Shifted up.
    up(a: Self, by: u32) -> Self = Self(imp::up(a.0, by));
    /// Shifted down, zeros from above.
    down(a: Self, by: u32) -> Self = Self(imp::down(a.0, by));
    /// Sixteen words below 256 as bytes, a sign and seven bits each; where the seven are all ones there is no sign.
    /// `sevens` are four bytes of seven ones in each word.
    codes(a: [Self; 4], sevens: Self) -> [u8; 16] = imp::codes([a[0].0, a[1].0, a[2].0, a[3].0], sevens.0);
    /// Sixteen bytes, each a word.
    of_bytes(bytes: [u8; 16]) -> [Self; 4] = {
        let [a, b, c, d] = imp::of_bytes(bytes);
        [Self(a), Self(b), Self(c), Self(d)]
    };
}

#[cfg(target_arch = "wasm32")]
mod imp {
    use core::arch::wasm32 as simd;
    pub type Four = simd::v128;

    macro_rules! instructions {
        ($($name:ident($($arg:ident: $type:ty),*) -> $out:ty = $body:expr;)+) => {
            $(
                #[inline]
                #[target_feature(enable = "simd128")]
                pub fn $name($($arg: $type),*) -> $out {
                    $body
                }
            )+
        };
    }

    instructions! {
        splat(n: u32) -> Four = simd::u32x4_splat(n);
        to_array(a: Four) -> [u32; 4] = [
            simd::u32x4_extract_lane::<0>(a),
            simd::u32x4_extract_lane::<1>(a),
            simd::u32x4_extract_lane::<2>(a),
            simd::u32x4_extract_lane::<3>(a),
        ];
        of(x: Four) -> Four = x;
        numbers(a: Four) -> Four = a;
        add(a: Four, b: Four) -> Four = simd::i32x4_add(a, b);
        sub(a: Four, b: Four) -> Four = simd::i32x4_sub(a, b);
        and(a: Four, b: Four) -> Four = simd::v128_and(a, b);
        or(a: Four, b: Four) -> Four = simd::v128_or(a, b);
        larger(a: Four, b: Four) -> Four = simd::i32x4_max(a, b);
        smaller(a: Four, b: Four) -> Four = simd::i32x4_min(a, b);
        above(a: Four, b: Four) -> Four = simd::i32x4_gt(a, b);
        up(a: Four, by: u32) -> Four = simd::u32x4_shl(a, by);
        down(a: Four, by: u32) -> Four = simd::u32x4_shr(a, by);
        // By shifts and one shuffle: LLVM takes the instructions that narrow apart.
        codes(a: [Four; 4], sevens: Four) -> [u8; 16] = {
            let low = simd::v128_or(a[0], simd::u32x4_shl(a[1], 8));
            let all = simd::v128_or(low, simd::v128_or(simd::u32x4_shl(a[2], 16), simd::u32x4_shl(a[3], 24)));
            let all = simd::u8x16_shuffle::<0, 4, 8, 12, 1, 5, 9, 13, 2, 6, 10, 14, 3, 7, 11, 15>(all, all);
            let ones = simd::u8x16_eq(simd::v128_and(all, sevens), sevens);
            let all = simd::v128_andnot(all, simd::v128_andnot(ones, sevens));
            let low = u128::from(simd::u64x2_extract_lane::<0>(all));
            (low | u128::from(simd::u64x2_extract_lane::<1>(all)) << 64).to_le_bytes()
        };
        // By two words of 64 bits: LLVM loads four numbers one by one.
        load(x: &[f32; 4]) -> Four = {
            let pair = |low: f32, high: f32| u64::from(low.to_bits()) | u64::from(high.to_bits()) << 32;
            simd::u64x2(pair(x[0], x[1]), pair(x[2], x[3]))
        };
        of_bytes(bytes: [u8; 16]) -> [Four; 4] = {
            let all = u128::from_le_bytes(bytes);
            let all = simd::u64x2(all as u64, (all >> 64) as u64);
            let (low, high) = (simd::u16x8_extend_low_u8x16(all), simd::u16x8_extend_high_u8x16(all));
            [
                simd::u32x4_extend_low_u16x8(low),
                simd::u32x4_extend_high_u16x8(low),
                simd::u32x4_extend_low_u16x8(high),
                simd::u32x4_extend_high_u16x8(high),
            ]
        };
    }
}

#[cfg(not(target_arch = "wasm32"))]
mod imp {
    pub type Four = [u32; 4];

    #[inline]
    fn both(a: Four, b: Four, f: impl Fn(u32, u32) -> u32) -> Four {
        [f(a[0], b[0]), f(a[1], b[1]), f(a[2], b[2]), f(a[3], b[3])]
    }

    macro_rules! operations {
        ($($name:ident($($arg:ident: $type:ty),*) -> $out:ty = $body:expr;)+) => {
            $(
                #[inline]
                pub fn $name($($arg: $type),*) -> $out {
                    $body
                }
            )+
        };
    }

    operations! {
        splat(n: u32) -> Four = [n; 4];
        to_array(a: Four) -> [u32; 4] = a;
        of(x: [f32; 4]) -> Four = x.map(f32::to_bits);
        numbers(a: Four) -> [f32; 4] = a.map(f32::from_bits);
        add(a: Four, b: Four) -> Four = both(a, b, u32::wrapping_add);
        sub(a: Four, b: Four) -> Four = both(a, b, u32::wrapping_sub);
        and(a: Four, b: Four) -> Four = both(a, b, |a, b| a & b);
        or(a: Four, b: Four) -> Four = both(a, b, |a, b| a | b);
        larger(a: Four, b: Four) -> Four = both(a, b, |a, b| if a.cast_signed() > b.cast_signed() { a } else { b });
        smaller(a: Four, b: Four) -> Four = both(a, b, |a, b| if a.cast_signed() < b.cast_signed() { a } else { b });
        above(a: Four, b: Four) -> Four = both(a, b, |a, b| if a.cast_signed() > b.cast_signed() { u32::MAX } else { 0 });
        up(a: Four, by: u32) -> Four = a.map(|n| n << (by & 31));
        down(a: Four, by: u32) -> Four = a.map(|n| n >> (by & 31));
        codes(a: [Four; 4], sevens: Four) -> [u8; 16] = core::array::from_fn(|at| {
            let (code, sevens) = (a[at / 4][at % 4] as u8, sevens[0] as u8);
            if code & sevens == sevens { sevens } else { code }
        });
        load(x: &[f32; 4]) -> Four = x.map(f32::to_bits);
        of_bytes(bytes: [u8; 16]) -> [Four; 4] =
            core::array::from_fn(|part| core::array::from_fn(|at| bytes[4 * part + at].into()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_wrap_and_compare() {
        let words = |words: [u32; 4]| Words(words);
        let (a, b) = (words([1, u32::MAX, 7, 8]), words([2, 3, 7, 0x8000_0000]));
        assert_eq!(Words::to_array(Words::add(a, b)), [3, 2, 14, 0x8000_0008]);
        assert_eq!(Words::to_array(Words::sub(a, b)), [u32::MAX, u32::MAX - 3, 0, 0x8000_0008]);
        let (c, d) = (words([1, 0x7fff_ffff, 7, 8]), words([2, 3, 7, 0x7f80_0000]));
        assert_eq!(Words::to_array(Words::smaller(c, d)), [1, 3, 7, 8]);
        assert_eq!(Words::to_array(Words::larger(c, d)), [2, 0x7fff_ffff, 7, 0x7f80_0000]);
        assert_eq!(Words::to_array(Words::above(c, d)), [0, u32::MAX, 0, 0]);
        assert_eq!(Words::to_array(Words::up(a, 4)), [16, 0xffff_fff0, 112, 128]);
        assert_eq!(Words::to_array(Words::down(a, 1)), [0, u32::MAX >> 1, 3, 4]);
        let sevens = Words::splat(0x7f7f_7f7f);
        let bytes: [u8; 16] = core::array::from_fn(|at| 16 * at as u8 + 3);
        assert_eq!(Words::codes(Words::of_bytes(bytes), sevens), bytes);
        assert_eq!(Words::codes(Words::of_bytes([0xff; 16]), sevens), [0x7f; 16]);
        assert_eq!(Words::to_array(Words::of(Lanes::splat(1.0))), [0x3f80_0000; 4]);
    }
}
