//! The kernels' casts, bit for bit against the generic rounding, and their tanh against the exact one.

use frugal::numerics::format::Format;
use frugal::numerics::rng::SplitMix64;
use frugal::numerics::rounding::{Overflow, Rounding, Stochastic, encode, encode_stochastic};
use frugal_kernels::{Lanes, TANH_ERROR, bf16, e4m3, tanh};

/// Equal bits, or both NaN.
fn same(a: f32, b: f32) -> bool {
    a.to_bits() == b.to_bits() || (a.is_nan() && b.is_nan())
}

/// All upper 20 bits of an `f32` with the lower ones that matter: an exact half, a little more, a little less.
fn inputs() -> impl Iterator<Item = f32> {
    (0..=u32::MAX >> 12).flat_map(|upper| [0, 1, 0xfff].map(|lower| f32::from_bits(upper << 12 | lower)))
}

fn generic(x: f32, format: Format, overflow: Overflow) -> f32 {
    format.decode(encode(x.into(), format, Rounding::NearestEven, overflow)) as f32
}

#[test]
fn every_e4m3_code_decodes_as_the_generic_one() {
    let codes: Vec<u8> = (0..=255).chain(0..=6).collect();
    let mut values = vec![0.0; codes.len()];
    e4m3::decode(&codes, &mut values);
    for (code, value) in codes.iter().zip(values) {
        assert!(same(value, Format::E4M3FN.decode((*code).into()) as f32), "{code:#x}: {value}");
    }
}

#[test]
fn e4m3_encodes_as_the_generic_one() {
    let all: Vec<f32> = inputs().collect();
    let mut codes = vec![0; all.len()];
    for overflow in [Overflow::Native, Overflow::Saturate] {
        e4m3::encode(&all, &mut codes, overflow == Overflow::Saturate);
        for (x, code) in all.iter().zip(&codes) {
            let expected = encode((*x).into(), Format::E4M3FN, Rounding::NearestEven, overflow);
            assert_eq!(u32::from(*code), expected, "{x:e} ({:#x}), {overflow:?}", x.to_bits());
        }
    }
}

#[test]
fn slices_of_any_length_and_the_shorter_counts() {
    let all: Vec<f32> = (0..50).map(|n| n as f32 * 0.37 - 9.0).collect();
    for count in 0..=all.len() {
        let mut codes = vec![0xaa; 50];
        e4m3::encode(&all[..count], &mut codes, true);
        let mut values = vec![7.0; 50];
        e4m3::decode(&codes[..count], &mut values);
        for at in 0..50 {
            let expected = if at < count { generic(all[at], Format::E4M3FN, Overflow::Saturate) } else { 7.0 };
            assert_eq!((values[at], codes[at] == 0xaa), (expected, at >= count), "{at} of {count}");
        }
    }
}

#[test]
fn rounding_is_encoding_and_decoding() {
    for x in inputs() {
        let e4m3 = generic(x, Format::E4M3FN, Overflow::Saturate);
        assert!(same(e4m3::round(x), e4m3), "{x:e}");
        assert!(same(Lanes::to_array(e4m3::round_lanes(Lanes::splat(x)))[2], e4m3), "{x:e}");
        let bf16 = generic(x, Format::BF16, Overflow::Native);
        assert!(same(bf16::round(x), bf16), "{x:e}");
        assert!(same(Lanes::to_array(bf16::round_lanes(Lanes::splat(x)))[1], bf16), "{x:e}");
    }
}

/// BF16's own cut lies lower: all its codes with what is just below, at and above each half.
#[test]
fn every_bf16_half_goes_where_it_should() {
    for upper in 0..=u32::from(u16::MAX) {
        for lower in [0, 1, 0x7fff, 0x8000, 0x8001, 0xffff] {
            let x = f32::from_bits(upper << 16 | lower);
            assert!(same(bf16::round(x), generic(x, Format::BF16, Overflow::Native)), "{x:e}");
        }
    }
}

#[test]
fn dice_fall_as_in_the_generic_rounding() {
    let mut rng = SplitMix64::new(7);
    for _ in 0..1_000_000 {
        let (bits, dice) = (rng.next_u64() as u32, rng.next_u64());
        // Any bits, and numbers of the size of weights.
        for x in [f32::from_bits(bits), f32::from_bits(bits & 0x83ff_ffff | 0x3800_0000)] {
            let code = encode_stochastic(x.into(), Format::E4M3FN, dice, 20, Stochastic::Fastest, Overflow::Saturate);
            assert!(same(e4m3::round_stochastic(x, dice), Format::E4M3FN.decode(code) as f32), "{x:e} {dice:#x}");
            for variant in [Stochastic::Fastest, Stochastic::Fast, Stochastic::NearestEven] {
                let code = encode_stochastic(x.into(), Format::BF16, dice, 16, variant, Overflow::Native);
                assert!(same(bf16::round_stochastic(x, dice), Format::BF16.decode(code) as f32), "{x:e} {dice:#x}");
            }
        }
    }
}

#[test]
fn tanh_is_as_exact_as_it_says() {
    let mut worst = 0.0_f64;
    // Every 509th number from the smallest normal one up to 16.
    for bits in (0x0080_0000..16.0_f32.to_bits()).step_by(509) {
        let x = f32::from_bits(bits);
        let y = Lanes::to_array(tanh(Lanes::splat(x)))[3];
        let exact = libm::tanh(x.into());
        assert_eq!(Lanes::to_array(tanh(Lanes::splat(-x)))[0], -y);
        worst = worst.max(f64::abs(f64::from(y) / exact - 1.0));
    }
    assert!(worst <= TANH_ERROR && worst > 0.85 * TANH_ERROR, "{worst:e}");
}
