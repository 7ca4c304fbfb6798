//! Four `f32` at a time.

mod words;

pub use words::Words;

/// Four numbers.
#[derive(Clone, Copy, Debug)]
pub struct Lanes(imp::Four);

/// How many numbers there are in [`Lanes`].
pub const WIDTH: usize = 4;

/// Four truths.
#[derive(Clone, Copy, Debug)]
pub struct Mask(imp::Bits);

/// Wraps each function of an implementation as a method that the engine may compile to one instruction.
macro_rules! methods {
    ($($(#[doc = $doc:literal])+ $name:ident($($arg:ident: $type:ty),*) -> $out:ty = $body:expr;)+) => {
        impl Lanes {
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
    /// The same number four times.
    splat(x: f32) -> Self = Self(imp::splat(x));
    /// Four numbers in order.
    new(x: [f32; WIDTH]) -> Self = Self(imp::new(x));
    /// The numbers in order.
    to_array(a: Self) -> [f32; WIDTH] = imp::to_array(a.0);
    /// Sums.
    add(a: Self, b: Self) -> Self = Self(imp::add(a.0, b.0));
    /// Differences.
    sub(a: Self, b: Self) -> Self = Self(imp::sub(a.0, b.0));
    /// Products.
    mul(a: Self, b: Self) -> Self = Self(imp::mul(a.0, b.0));
    /// Quotients.
    div(a: Self, b: Self) -> Self = Self(imp::div(a.0, b.0));
    /// The larger of two: `a < b ? b : a`, hence `a` where one is NaN.
    larger(a: Self, b: Self) -> Self = Self(imp::larger(a.0, b.0));
    /// The smaller of two: `b < a ? b : a`, hence `a` where one is NaN.
    smaller(a: Self, b: Self) -> Self = Self(imp::smaller(a.0, b.0));
    /// The same numbers in the order 1, 0, 3, 2.
    swap_neighbours(a: Self) -> Self = Self(imp::swap_neighbours(a.0));
    /// The same numbers in the order 2, 3, 0, 1.
    swap_halves(a: Self) -> Self = Self(imp::swap_halves(a.0));
    /// Where `a ≥ b`.
    at_least(a: Self, b: Self) -> Mask = Mask(imp::at_least(a.0, b.0));
    /// Where `a` is NaN.
    nan(a: Self) -> Mask = Mask(imp::nan(a.0));
    /// Each with the other sign.
    negate(a: Self) -> Self = Self(imp::negate(a.0));
    /// The difference of the bits, as whole numbers; they are no numbers then.
    sub_bits(a: Self, b: Self) -> Self = Self(imp::sub_bits(a.0, b.0));
    /// `x · 2ⁿ`, with `n` whole numbers from −252 to 254 in the bits of `n`, and `one` four times 1; in two steps, so
    /// that it may overflow and underflow as it should.
    scale(x: Self, n: Self, one: Self) -> Self = Self(imp::scale(x.0, n.0, one.0));
}

impl Lanes {
    /// The sum of the four, in this order: (0 + 2) + (1 + 3).
    #[inline]
    #[must_use]
    #[cfg_attr(target_arch = "wasm32", target_feature(enable = "simd128"))]
    pub fn sum(a: Self) -> f32 {
        let [first, second, third, fourth] = Self::to_array(a);
        (first + third) + (second + fourth)
    }
}

impl Mask {
    /// Bit i is set where lane i is true.
    #[inline]
    #[must_use]
    #[cfg_attr(target_arch = "wasm32", target_feature(enable = "simd128"))]
    pub fn bits(self) -> u32 {
        imp::bits(self.0)
    }
}

/// 1.5 · 2²³: what is added to it is rounded to a whole number, ties to even, which then stands in the lowest bits.
pub const WHOLE: f32 = 12_582_912.0;

#[cfg(target_arch = "wasm32")]
mod imp {
    use core::arch::wasm32 as simd;
    pub type Four = simd::v128;
    pub type Bits = simd::v128;

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
        splat(x: f32) -> Four = simd::f32x4_splat(x);
        new(x: [f32; 4]) -> Four = simd::f32x4(x[0], x[1], x[2], x[3]);
        to_array(a: Four) -> [f32; 4] = [
            simd::f32x4_extract_lane::<0>(a),
            simd::f32x4_extract_lane::<1>(a),
            simd::f32x4_extract_lane::<2>(a),
            simd::f32x4_extract_lane::<3>(a),
        ];
        add(a: Four, b: Four) -> Four = simd::f32x4_add(a, b);
        sub(a: Four, b: Four) -> Four = simd::f32x4_sub(a, b);
        mul(a: Four, b: Four) -> Four = simd::f32x4_mul(a, b);
        div(a: Four, b: Four) -> Four = simd::f32x4_div(a, b);
        larger(a: Four, b: Four) -> Four = simd::f32x4_pmax(a, b);
        smaller(a: Four, b: Four) -> Four = simd::f32x4_pmin(a, b);
        swap_neighbours(a: Four) -> Four = simd::i32x4_shuffle::<1, 0, 3, 2>(a, a);
        swap_halves(a: Four) -> Four = simd::i32x4_shuffle::<2, 3, 0, 1>(a, a);
        at_least(a: Four, b: Four) -> Bits = simd::f32x4_ge(a, b);
        nan(a: Four) -> Bits = simd::f32x4_ne(a, a);
        bits(a: Bits) -> u32 = u32::from(simd::i32x4_bitmask(a));
        negate(a: Four) -> Four = simd::f32x4_neg(a);
        sub_bits(a: Four, b: Four) -> Four = simd::i32x4_sub(a, b);
        scale(x: Four, n: Four, one: Four) -> Four = {
            let half = simd::i32x4_shr(n, 1);
            let power = |n| simd::i32x4_add(simd::i32x4_shl(n, 23), one);
            simd::f32x4_mul(simd::f32x4_mul(x, power(half)), power(simd::i32x4_sub(n, half)))
        };
    }
}

#[cfg(not(target_arch = "wasm32"))]
mod imp {
    pub type Four = [f32; 4];
    pub type Bits = [bool; 4];

    #[inline]
    fn both<T>(a: Four, b: Four, f: impl Fn(f32, f32) -> T) -> [T; 4] {
        [f(a[0], b[0]), f(a[1], b[1]), f(a[2], b[2]), f(a[3], b[3])]
    }

    #[inline]
    fn power(n: i32) -> f32 {
        f32::from_bits((n << 23).wrapping_add(0x3f80_0000).cast_unsigned())
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
        splat(x: f32) -> Four = [x; 4];
        new(x: [f32; 4]) -> Four = x;
        to_array(a: Four) -> [f32; 4] = a;
        add(a: Four, b: Four) -> Four = both(a, b, |a, b| a + b);
        sub(a: Four, b: Four) -> Four = both(a, b, |a, b| a - b);
        mul(a: Four, b: Four) -> Four = both(a, b, |a, b| a * b);
        div(a: Four, b: Four) -> Four = both(a, b, |a, b| a / b);
        larger(a: Four, b: Four) -> Four = both(a, b, |a, b| if a < b { b } else { a });
        smaller(a: Four, b: Four) -> Four = both(a, b, |a, b| if b < a { b } else { a });
        swap_neighbours(a: Four) -> Four = [a[1], a[0], a[3], a[2]];
        swap_halves(a: Four) -> Four = [a[2], a[3], a[0], a[1]];
        at_least(a: Four, b: Four) -> Bits = both(a, b, |a, b| a >= b);
        nan(a: Four) -> Bits = a.map(f32::is_nan);
        bits(a: Bits) -> u32 = u32::from(a[0]) | u32::from(a[1]) << 1 | u32::from(a[2]) << 2 | u32::from(a[3]) << 3;
        negate(a: Four) -> Four = a.map(|a| -a);
        sub_bits(a: Four, b: Four) -> Four = both(a, b, |a, b| f32::from_bits(a.to_bits().wrapping_sub(b.to_bits())));
        scale(x: Four, n: Four, _one: Four) -> Four = both(x, n, |x, n| {
            let n = n.to_bits().cast_signed();
            let half = n >> 1;
            x * power(half) * power(n.wrapping_sub(half))
        });
    }
}
