//! The quick rounding of `numerics::scaling` against the tested one: the same value for every `f32` that matters.

use frugal::numerics::format::Format;
use frugal::numerics::rng::SplitMix64;
use frugal::numerics::rounding::{Overflow, Rounding, encode};
use frugal::numerics::scaling::Snap;

fn narrow() -> impl Iterator<Item = (&'static str, Format)> {
    Format::ALL.into_iter().filter(|(name, format)| format.bits() <= 8 && *name != "e8m0")
}

#[track_caller]
fn same(name: &str, format: Format, snap: Snap, x: f32) {
    let code = encode(f64::from(x), format, Rounding::NearestEven, Overflow::Saturate);
    let expected = format.decode(code) as f32;
    let expected = if expected.is_nan() { 0.0 } else { expected };
    assert_eq!(snap.snap(x), expected, "{name} {x:e}");
}

/// Every value, every midpoint, and their neighbours among the `f32`s.
#[test]
fn at_every_value_and_midpoint() {
    let mut tried = 0;
    for (name, format) in narrow() {
        let snap = Snap::new(format);
        let mut values: Vec<f64> = (0..format.code_count() as u32).map(|code| format.decode(code)).collect();
        values.retain(|value| value.is_finite());
        values.extend([format.max_finite() * 1.5, format.min_finite() * 1.5, 1e30, -1e30]);
        values.sort_by(f64::total_cmp);
        for pair in values.windows(2) {
            for x in [pair[0], 0.5 * (pair[0] + pair[1])] {
                let x = x as f32;
                for near in [x.next_down(), x, x.next_up()] {
                    same(name, format, snap, near);
                    tried += 1;
                }
            }
        }
    }
    assert!(tried > 9_000, "{tried}");
}

/// Every exponent with the extremes of the mantissa, and a million others.
#[test]
fn at_every_exponent() {
    let mut rng = SplitMix64::new(3);
    for (name, format) in narrow() {
        let snap = Snap::new(format);
        for exponent in 0..256_u32 {
            for mantissa in [0, 1, 0x40_0000, 0x7f_ffff, 0x3f_ffff, 0x20_0000, 0x60_0001] {
                for sign in [0, 1 << 31] {
                    same(name, format, snap, f32::from_bits(sign | exponent << 23 | mantissa));
                }
            }
        }
        for _ in 0..100_000 {
            same(name, format, snap, f32::from_bits(rng.next_u64() as u32));
        }
    }
}

#[test]
fn only_what_is_beyond_half_a_step_saturates() {
    let snap = Snap::new(Format::E4M3FN);
    assert!(!snap.saturates(448.0) && !snap.saturates(-464.0));
    assert!(snap.saturates(464.001) && snap.saturates(f32::NEG_INFINITY));
}
