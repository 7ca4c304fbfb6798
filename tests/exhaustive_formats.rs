//! Every code, every midpoint, every BF16 input of the small formats; random formats and numbers beyond.
#![cfg(not(target_arch = "wasm32"))]

use frugal::numerics::format::{Class, Format, FormatError, Specials};
use frugal::numerics::rounding::{Overflow, Rounding, Stochastic, encode, encode_stochastic};
use proptest::prelude::*;

const ROUNDINGS: [Rounding; 3] = [Rounding::NearestEven, Rounding::NearestAway, Rounding::TowardZero];
const OVERFLOWS: [Overflow; 2] = [Overflow::Saturate, Overflow::Native];
const VARIANTS: [Stochastic; 3] = [Stochastic::Fastest, Stochastic::Fast, Stochastic::NearestEven];

/// The catalogue and MXINT8, up to `bits` wide.
fn formats(bits: u32) -> Vec<(&'static str, Format)> {
    let all = Format::ALL.into_iter().chain([("mxint8", Format::MXINT8)]);
    all.filter(|(_, format)| format.bits() <= bits).collect()
}

fn is_finite(format: Format, code: u32) -> bool {
    !matches!(format.class(code), Class::Infinity | Class::Nan)
}

fn codes(format: Format) -> impl Iterator<Item = u32> {
    0..format.code_count() as u32
}

/// The finite codes by value, each value once (+0 for the zeros).
fn sorted(format: Format) -> Vec<(f64, u32)> {
    let finite = codes(format).filter(|code| is_finite(format, *code));
    let mut values: Vec<_> = finite.map(|code| (format.decode(code), code)).collect();
    values.retain(|(value, _)| *value != 0.0 || value.is_sign_positive());
    values.sort_by(|a, b| a.0.total_cmp(&b.0));
    values
}

#[test]
fn wide_formats_decode_as_the_hardware_does() {
    for code in 0..=u32::from(u16::MAX) {
        assert!(same(Format::BF16.decode(code), f64::from(f32::from_bits(code << 16))), "{code:#x}");
    }
    for code in 0..1 << 19 {
        assert!(same(Format::TF32.decode(code), f64::from(f32::from_bits(code << 13))), "{code:#x}");
    }
    // A prime stride visits every exponent with many mantissas.
    for code in (0..=u32::MAX).step_by(4_099).chain([0x7f80_0000, 0xff80_0000, 0x0080_0000, 0x007f_ffff]) {
        let hardware = f32::from_bits(code);
        assert!(same(Format::FP32.decode(code), f64::from(hardware)), "{code:#x}");
        if !hardware.is_nan() {
            assert_eq!(Format::FP32.next_up(code), hardware.next_up().to_bits(), "{code:#x}");
            assert_eq!(Format::FP32.next_down(code), hardware.next_down().to_bits(), "{code:#x}");
        }
    }
}

fn same(a: f64, b: f64) -> bool {
    (a.is_nan() && b.is_nan()) || a.to_bits() == b.to_bits()
}

#[test]
fn encoding_a_decoded_code_gives_it_back() {
    for (name, format) in formats(16) {
        for code in codes(format) {
            let x = format.decode(code);
            for overflow in OVERFLOWS {
                let back: Vec<_> = ROUNDINGS
                    .map(|rounding| encode(x, format, rounding, overflow))
                    .into_iter()
                    .chain(VARIANTS.map(|variant| encode_stochastic(x, format, u64::MAX, 8, variant, overflow)))
                    .collect();
                let expected = match format.class(code) {
                    Class::Nan => format.nan_code(),
                    Class::Infinity if overflow == Overflow::Saturate => Some(largest(format, code)),
                    _ => Some(code),
                };
                assert!(back.iter().all(|back| Some(*back) == expected), "{name} {code:#x}: {back:x?}");
            }
        }
    }
}

/// The code of the largest finite value of the infinity's sign.
fn largest(format: Format, infinity: u32) -> u32 {
    if format.decode(infinity) > 0.0 { format.next_down(infinity) } else { format.next_up(infinity) }
}

/// The code of `x` by search among all values, written without the format's own arithmetic.
fn oracle(values: &[(f64, u32)], format: Format, x: f64, rounding: Rounding, overflow: Overflow) -> u32 {
    let nan = format.nan_code().unwrap_or(0);
    let (lowest, highest) = (values[0], values[values.len() - 1]);
    if x.is_nan() || (!format.signed() && x <= 0.0) {
        return nan;
    }
    let largest = if x < 0.0 { lowest } else { highest };
    // The value after the largest one, if the exponent went on.
    let end = if x < 0.0 { 2.0 * lowest.0 - values[1].0 } else { 2.0 * highest.0 - values[values.len() - 2].0 };
    let end = if format == Format::E8M0 { libm::ldexp(1.0, 128) } else { end };
    let beyond = match (overflow, format.specials()) {
        (Overflow::Native, Specials::Ieee) if x < 0.0 => infinity(format) | 1 << (format.bits() - 1),
        (Overflow::Native, Specials::Ieee) => infinity(format),
        (Overflow::Native, Specials::FiniteNan | Specials::UnsignedZeroNan | Specials::ScaleOnly) => nan,
        _ => largest.1,
    };
    if x.is_infinite() {
        return beyond;
    }
    if x.abs() > largest.0.abs() {
        let nearer_to_end = match rounding {
            Rounding::NearestEven => 2.0 * x.abs() > largest.0.abs() + end.abs() || is_odd_tie(format, x, largest, end),
            Rounding::NearestAway => 2.0 * x.abs() >= largest.0.abs() + end.abs(),
            Rounding::TowardZero => false,
        };
        return if nearer_to_end { beyond } else { largest.1 };
    }
    if x < lowest.0 {
        return lowest.1;
    }
    let at = values.partition_point(|(value, _)| *value <= x);
    let low = values[at - 1];
    if low.0 == x {
        return signed_zero(format, x, low);
    }
    let high = values[at];
    let (inner, outer) = if x > 0.0 { (low, high) } else { (high, low) };
    let middle = (low.0 + high.0) / 2.0;
    let chosen = match rounding {
        Rounding::TowardZero => inner,
        _ if x.abs() < middle.abs() => inner,
        _ if x.abs() > middle.abs() => outer,
        Rounding::NearestAway => outer,
        Rounding::NearestEven if is_odd_tie(format, x, inner, outer.0) => outer,
        Rounding::NearestEven => inner,
    };
    signed_zero(format, x, chosen)
}

/// Whether `x` is halfway from `inner` to `outer` and `inner` is the odd one (in E8M0 every value is).
fn is_odd_tie(format: Format, x: f64, inner: (f64, u32), outer: f64) -> bool {
    2.0 * x.abs() == inner.0.abs() + outer.abs() && (inner.1 & 1 == 1 || format == Format::E8M0)
}

/// A zero with the sign of `x`, where the format has both.
fn signed_zero(format: Format, x: f64, (value, code): (f64, u32)) -> u32 {
    if value == 0.0 && x.is_sign_negative() && format.has_negative_zero() { 1 << (format.bits() - 1) } else { code }
}

/// +∞: all exponent bits.
fn infinity(format: Format) -> u32 {
    ((1 << format.exponent_bits()) - 1) << format.mantissa_bits()
}

#[test]
fn every_bf16_input_rounds_as_a_search_says() {
    for (name, format) in formats(8) {
        let values = sorted(format);
        for input in 0..=u32::from(u16::MAX) {
            let x = Format::BF16.decode(input);
            for (rounding, overflow) in ROUNDINGS.into_iter().flat_map(|r| OVERFLOWS.map(|o| (r, o))) {
                let (ours, expected) =
                    (encode(x, format, rounding, overflow), oracle(&values, format, x, rounding, overflow));
                assert_eq!(ours, expected, "{name} {x:e} {rounding:?} {overflow:?}");
            }
        }
    }
}

#[test]
fn every_midpoint_goes_where_its_rule_says_and_its_surroundings_to_the_near_side() {
    for (name, format) in formats(8) {
        let values = sorted(format);
        for pair in values.windows(2) {
            let (low, high) = (pair[0], pair[1]);
            let middle = (low.0 + high.0) / 2.0;
            let (inner, outer) = if middle > 0.0 { (low, high) } else { (high, low) };
            // Compared as values: the zero that a negative midpoint rounds to is −0 where there is one.
            let round = |x, rounding| format.decode(encode(x, format, rounding, Overflow::Native));
            let even = if inner.1 & 1 == 1 || format == Format::E8M0 { outer } else { inner };
            assert_eq!(round(middle, Rounding::NearestEven), even.0, "{name} {middle:e}");
            assert_eq!(round(middle, Rounding::NearestAway), outer.0, "{name} {middle:e}");
            assert_eq!(round(middle, Rounding::TowardZero), inner.0, "{name} {middle:e}");
            assert!(format.is_tie(middle), "{name} {middle:e}");
            assert_eq!(format.position(middle), Some(0.5), "{name} {middle:e}");
            for rounding in [Rounding::NearestEven, Rounding::NearestAway] {
                // One double beside the midpoint: FP32 on the way would call it a tie.
                assert_eq!(round(middle.next_down(), rounding), low.0, "{name} {middle:e}");
                assert_eq!(round(middle.next_up(), rounding), high.0, "{name} {middle:e}");
            }
            let truncated =
                [(low.0, low.0), (middle.next_down(), inner.0), (middle.next_up(), inner.0), (high.0, high.0)];
            for (beside, expected) in truncated {
                assert!(!format.is_tie(beside), "{name} {beside:e}");
                assert_eq!(round(beside, Rounding::TowardZero), expected, "{name} {beside:e}");
            }
        }
    }
}

#[test]
fn the_overflow_boundary_is_a_tie_half_a_step_past_the_largest_value() {
    let native = |x, format| encode(x, format, Rounding::NearestEven, Overflow::Native);
    // 448 is even and stays; 240 in E4M3 with infinities is odd and goes.
    assert!(Format::E4M3FN.is_tie(464.0) && Format::E4M3FN.is_tie(-464.0) && !Format::E4M3FN.is_tie(480.0));
    assert_eq!(native(464.0, Format::E4M3FN), 0x7e);
    assert_eq!(Format::E4M3FN.class(native(464.0_f64.next_up(), Format::E4M3FN)), Class::Nan);
    assert_eq!(native(-464.0, Format::E4M3FN), 0xfe);
    assert_eq!(Format::E4M3_IEEE.class(native(248.0, Format::E4M3_IEEE)), Class::Infinity);
    assert_eq!(native(248.0_f64.next_down(), Format::E4M3_IEEE), 0x77);
    assert_eq!(native(-61_440.0, Format::E5M2), 0xfc);
    assert_eq!(native(65_520.0, Format::FP16), 0x7c00);
    assert_eq!(native(65_520.0_f64.next_down(), Format::FP16), 0x7bff);
    assert_eq!(native(7.0, Format::E2M1), 7);
    assert_eq!((native(127.5, Format::INT8), native(-128.5, Format::INT8)), (0x7f, 0x80));
}

#[test]
fn rounding_never_reverses_an_order() {
    for (name, format) in formats(8) {
        let values = sorted(format);
        let midpoints = values.windows(2).map(|pair| (pair[0].0 + pair[1].0) / 2.0);
        let around = values.iter().map(|pair| pair.0).chain(midpoints);
        let mut inputs: Vec<_> = around.flat_map(|x| [x.next_down(), x, x.next_up()]).collect();
        inputs.extend((0..=u32::from(u16::MAX)).map(|code| Format::BF16.decode(code)).filter(|x| !x.is_nan()));
        inputs.retain(|x| format.signed() || *x > 0.0);
        inputs.sort_by(f64::total_cmp);
        for rounding in ROUNDINGS {
            let rounded = inputs.iter().map(|x| format.decode(encode(*x, format, rounding, Overflow::Saturate)));
            assert!(rounded.is_sorted(), "{name} {rounding:?}");
        }
    }
}

#[test]
fn the_walk_up_and_the_walk_down_visit_every_value_once() {
    for (name, format) in formats(19) {
        let finite = |code: &u32| is_finite(format, *code);
        let lowest = encode(f64::NEG_INFINITY, format, Rounding::TowardZero, Overflow::Saturate);
        let lowest = if format.signed() { lowest } else { 0 };
        let walk = |from: u32, step: fn(Format, u32) -> u32| {
            let next = move |code: &u32| Some(step(format, *code)).filter(|next| next != code);
            std::iter::successors(Some(from), next).filter(finite).collect::<Vec<_>>()
        };
        let up = walk(lowest, Format::next_up);
        assert_eq!(up.len() as u64, format.finite_values(), "{name}");
        assert!(up.windows(2).all(|pair| format.decode(pair[0]) < format.decode(pair[1])), "{name}");
        let down = walk(up[up.len() - 1], Format::next_down);
        let values = |walk: &[u32]| walk.iter().map(|code| format.decode(*code)).collect::<Vec<_>>();
        let mut mirrored = values(&down);
        mirrored.reverse();
        // As numbers: up passes −0, down passes +0.
        assert_eq!(values(&up), mirrored, "{name}");
        assert_eq!(format.decode(up[0]), format.min_finite(), "{name}");
        assert_eq!(format.decode(down[0]), format.max_finite(), "{name}");
    }
}

#[test]
fn walks_end_at_infinity_or_the_largest_value_and_leave_nan() {
    assert_eq!(Format::E5M2.next_up(0x7b), 0x7c);
    assert_eq!((Format::E5M2.next_up(0x7c), Format::E5M2.next_down(0x7c)), (0x7c, 0x7b));
    assert_eq!((Format::E5M2.next_up(0xfc), Format::E5M2.next_down(0xfc)), (0xfb, 0xfc));
    assert_eq!((Format::E5M2.next_up(0x7f), Format::E5M2.next_down(0xfd)), (0x7f, 0xfd));
    assert_eq!((Format::E4M3FN.next_up(0x7e), Format::E4M3FN.next_down(0xfe)), (0x7e, 0xfe));
    // Either zero has the smallest numbers beside it.
    assert_eq!((Format::E4M3FN.next_up(0x00), Format::E4M3FN.next_up(0x80)), (0x01, 0x01));
    assert_eq!((Format::E4M3FN.next_down(0x00), Format::E4M3FN.next_down(0x80)), (0x81, 0x81));
    assert_eq!((Format::E4M3FN.next_up(0x81), Format::E4M3FN.next_down(0x01)), (0x80, 0x00));
    assert_eq!((Format::E4M3FNUZ.next_up(0x81), Format::E4M3FNUZ.next_down(0x00)), (0x00, 0x81));
    assert_eq!((Format::E8M0.next_down(0x00), Format::E8M0.next_up(0xfe)), (0x00, 0xfe));
    assert_eq!((Format::INT8.next_up(0xff), Format::INT8.next_down(0x80), Format::INT8.next_up(0x7f)), (0, 0x80, 0x7f));
}

#[test]
fn brackets_hold_the_number_and_nothing_lies_between() {
    for (name, format) in formats(8) {
        let values = sorted(format);
        for x in (0..=u32::from(u16::MAX)).map(|code| Format::BF16.decode(code)) {
            let below = values.iter().rfind(|(value, _)| *value <= x).map(|(value, _)| *value);
            let above = values.iter().find(|(value, _)| *value >= x).map(|(value, _)| *value);
            let (low, high) = format.bracket(x);
            assert_eq!((low.map(|c| format.decode(c)), high.map(|c| format.decode(c))), (below, above), "{name} {x:e}");
            assert_eq!(format.position(x).is_some(), below.is_some() && above.is_some(), "{name} {x:e}");
            if let (Some(below), Some(above)) = (below, above) {
                let position = format.position(x).unwrap_or(f64::NAN);
                assert!((0.0..1.0).contains(&position), "{name} {x:e}: {position}");
                assert_eq!(position == 0.0, x == below, "{name} {x:e}");
                if below < above {
                    assert_eq!(format.ulp(x), above - below, "{name} {x:e}");
                }
            }
        }
    }
    let signs = |x: f64| Format::E4M3FN.bracket(x);
    assert_eq!(
        (signs(0.0), signs(-0.0), signs(-1e-9)),
        ((Some(0), Some(0)), (Some(0x80), Some(0x80)), (Some(0x81), Some(0x80)))
    );
    assert_eq!(Format::E4M3FN.position(-1e-300), Some(1.0_f64.next_down()));
    assert_eq!(
        (Format::E4M3FN.ulp(1e9), Format::E4M3FN.ulp(f64::NEG_INFINITY), Format::E4M3FN.ulp(0.0)),
        (32.0, 32.0, 1.0 / 512.0)
    );
    assert!(Format::E4M3FN.ulp(f64::NAN).is_nan());
}

/// Over all 2ⁿ random numbers the number goes up exactly as often as its fraction, reduced to n bits, says.
#[test]
fn stochastic_rounding_goes_up_as_often_as_the_fraction_says() {
    const BITS: u32 = 7;
    let count = f64::from(1_u32 << BITS);
    for (name, format) in formats(8) {
        for pair in sorted(format).windows(2) {
            let (low, high) = (pair[0].0, pair[1].0);
            // Fractions with more bits than the random number has, ties among them.
            for fraction in [0.0, 1.0 / 1024.0, 1.0 / 256.0, 3.0 / 256.0, 0.3, 0.5, 0.75, 1021.0 / 1024.0] {
                let (inner, outer) = if high > 0.0 { (low, high) } else { (high, low) };
                let x = inner + fraction * (outer - inner);
                let fraction = (x - inner) / (outer - inner) * count;
                for (variant, expected) in [
                    (Stochastic::Fastest, fraction.floor()),
                    (Stochastic::Fast, (fraction + 0.5).floor()),
                    (Stochastic::NearestEven, fraction.round_ties_even()),
                ] {
                    let away = |random: &u64| {
                        let code = encode_stochastic(x, format, *random, BITS, variant, Overflow::Native);
                        let value = format.decode(code);
                        assert!(value == inner || value == outer, "{name} {x:e}: {value:e}");
                        value == outer
                    };
                    // Bits above the seven must not matter.
                    let ups = (0..1 << BITS).map(|random| random | 0xabcd << BITS).filter(away).count();
                    assert_eq!(ups as f64, expected, "{name} {x:e} {variant:?}");
                }
            }
        }
    }
}

#[test]
fn stochastic_rounding_bears_any_number_of_bits() {
    let encode =
        |bits| encode_stochastic(1.0625, Format::E4M3FN, u64::MAX, bits, Stochastic::Fastest, Overflow::Native);
    // Without random bits the fraction is lost; with any, all ones carries.
    assert_eq!([0, 1, 53, 63, 64, u32::MAX].map(encode), [0x38, 0x39, 0x39, 0x39, 0x39, 0x39]);
}

#[test]
fn custom_formats_name_the_limit_they_break() {
    let custom = Format::custom;
    assert_eq!(custom(8, 23, Specials::Ieee), Ok(Format::FP32));
    assert_eq!(custom(4, 3, Specials::FiniteNan), Ok(Format::E4M3FN));
    assert_eq!(custom(5, 2, Specials::UnsignedZeroNan), Ok(Format::E5M2FNUZ));
    assert_eq!(custom(2, 1, Specials::FiniteOnly), Ok(Format::E2M1));
    assert_eq!(custom(8, 0, Specials::ScaleOnly), Ok(Format::E8M0));
    assert_eq!(custom(0, 7, Specials::Integer), Ok(Format::INT8));
    assert_eq!(custom(9, 3, Specials::FiniteOnly), Err(FormatError::ExponentBits(1..=8)));
    assert_eq!(custom(1, 3, Specials::Ieee), Err(FormatError::ExponentBits(2..=8)));
    assert_eq!(custom(4, 0, Specials::FiniteNan), Err(FormatError::MantissaBits(1..=23)));
    assert_eq!(custom(4, 24, Specials::FiniteOnly), Err(FormatError::MantissaBits(0..=23)));
    assert_eq!(custom(4, 1, Specials::ScaleOnly), Err(FormatError::MantissaBits(0..=0)));
    assert_eq!(custom(u32::MAX, u32::MAX, Specials::Integer), Err(FormatError::ExponentBits(0..=0)));
}

#[test]
fn fields_put_together_are_the_code() {
    for (name, format) in formats(16) {
        for code in codes(format) {
            let padded = code | u32::MAX << format.bits();
            assert!(same(format.decode(padded), format.decode(code)), "{name}: bits above the code matter");
            let fields = format.fields(padded);
            let joined = [fields.sign, fields.exponent, fields.mantissa]
                .into_iter()
                .fold(0, |code, field| code << field.width | field.value);
            assert_eq!(joined, code, "{name}");
            assert_eq!(fields.sign.width + fields.exponent.width + fields.mantissa.width, format.bits(), "{name}");
        }
    }
}

/// Any consistent format: widths within the limits of its specials.
fn any_format() -> impl Strategy<Value = Format> {
    let specials = prop::sample::select(vec![
        Specials::Ieee,
        Specials::FiniteNan,
        Specials::UnsignedZeroNan,
        Specials::FiniteOnly,
        Specials::ScaleOnly,
        Specials::Integer,
    ]);
    let widths =
        specials.prop_flat_map(|specials| (specials.exponent_bits(), specials.mantissa_bits(), Just(specials)));
    widths.prop_map(|(e, m, specials)| Format::custom(e, m, specials).unwrap_or_else(|error| panic!("{error:?}")))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4_096, ..ProptestConfig::default() })]

    #[test]
    fn nothing_panics(format in any_format(), bits: u64, code: u32, random: u64, count: u32) {
        let x = f64::from_bits(bits);
        for overflow in OVERFLOWS {
            for rounding in ROUNDINGS {
                prop_assert!(u64::from(encode(x, format, rounding, overflow)) < format.code_count());
            }
            for variant in VARIANTS {
                let rounded = encode_stochastic(x, format, random, count, variant, overflow);
                prop_assert!(u64::from(rounded) < format.code_count());
            }
        }
        let _ = (format.bracket(x), format.position(x), format.ulp(x), format.is_tie(x), format.fields(code));
        let value = format.decode(code);
        prop_assert!(!value.is_finite() || (format.min_finite()..=format.max_finite()).contains(&value));
        let (up, down) = (format.decode(format.next_up(code)), format.decode(format.next_down(code)));
        prop_assert!(value.is_nan() || (up >= value && down <= value));
    }

    #[test]
    fn the_nearest_value_is_at_most_half_an_ulp_away(format in any_format(), exponent in -160..140_i32, significand in 1.0..2.0_f64, negative: bool) {
        let x = libm::ldexp(if negative { -significand } else { significand }, exponent);
        let in_range = (format.min_finite()..=format.max_finite()).contains(&x);
        for rounding in [Rounding::NearestEven, Rounding::NearestAway] {
            let code = encode(x, format, rounding, Overflow::Native);
            let error = (format.decode(code) - x).abs();
            prop_assert!(!in_range || error <= format.ulp(x) / 2.0, "{format:?} {x:e}: {error:e}");
            let (low, high) = format.bracket(x);
            prop_assert!(!in_range || Some(code) == low || Some(code) == high);
        }
    }

    #[test]
    fn codes_of_random_formats_come_back(format in any_format(), code: u32) {
        let code = (u64::from(code) % format.code_count()) as u32;
        if is_finite(format, code) {
            for rounding in ROUNDINGS {
                prop_assert_eq!(encode(format.decode(code), format, rounding, Overflow::Native), code);
            }
        }
    }
}
