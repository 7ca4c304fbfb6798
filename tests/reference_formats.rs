//! Every property and every code of `formats.json` (`ml_dtypes`, gfloat; see SOURCES.md, section a).

mod support;

use frugal::numerics::format::{Class, Format};
use serde_json::{Map, Value};

/// The formats of the file, by their names there.
fn formats() -> Map<String, Value> {
    match support::reference("formats.json")["formats"].take() {
        Value::Object(formats) => formats,
        other => panic!("formats is {other}"),
    }
}

fn format(name: &str) -> Format {
    let public = name.replace('_', "-");
    let found = Format::ALL.iter().find(|(candidate, _)| *candidate == public);
    found.unwrap_or_else(|| panic!("no format called {public}")).1
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_else(|| panic!("not a string: {value}"))
}

/// `nan`, `inf`, `-0`, a decimal expansion, or `2^n`.
fn decimal(text: &str) -> f64 {
    let power = text.strip_prefix("2^").map(|exponent| exponent.parse().map(|exponent| libm::ldexp(1.0, exponent)));
    let number = power.map_or_else(|| text.parse().ok(), Result::ok);
    number.unwrap_or_else(|| panic!("not a number: {text}"))
}

/// C's `%a`: `-0x1.8000000000000p-3`; `inf` and `nan` as words.
fn hexadecimal(text: &str) -> f64 {
    let (negative, magnitude) = text.strip_prefix('-').map_or((false, text), |rest| (true, rest));
    let Some((significand, exponent)) = magnitude.strip_prefix("0x").and_then(|rest| rest.split_once('p')) else {
        return decimal(text);
    };
    let (whole, fraction) = significand.split_once('.').unwrap_or((significand, ""));
    let (Ok(digits), Ok(exponent)) = (u64::from_str_radix(&format!("{whole}{fraction}"), 16), exponent.parse::<i32>())
    else {
        panic!("not a hexadecimal float: {text}");
    };
    let magnitude = libm::ldexp(digits as f64, exponent - 4 * fraction.len() as i32);
    if negative { -magnitude } else { magnitude }
}

/// Equal as numbers, zeros with their sign; all NaNs alike.
fn same(a: f64, b: f64) -> bool {
    (a.is_nan() && b.is_nan()) || a.to_bits() == b.to_bits()
}

#[test]
fn the_file_and_the_catalogue_name_the_same_formats() {
    let mut ours: Vec<_> = Format::ALL.iter().map(|(name, _)| name.replace('-', "_")).collect();
    let mut theirs: Vec<_> = formats().keys().cloned().collect();
    ours.sort();
    theirs.sort();
    assert_eq!(ours, theirs);
}

/// What the file calls a property, computed. `None`: the file says something that is no property.
fn property(format: Format, key: &str) -> Option<Value> {
    let has_nan = format.nan_code().is_some();
    Some(match key {
        "bits" => format.bits().into(),
        "exponent_bits" => format.exponent_bits().into(),
        "mantissa_bits" => format.mantissa_bits().into(),
        "bias" => format.bias().into(),
        "has_inf" => format.has_infinity().into(),
        "has_nan" => has_nan.into(),
        "has_neg_zero" => format.has_negative_zero().into(),
        "has_zero" => format.has_zero().into(),
        "signed" => format.signed().into(),
        "nan_codes" => format.nan_codes().into(),
        "finite_codes" => format.finite_codes().into(),
        "finite_values" => format.finite_values().into(),
        _ => return None,
    })
}

/// What the file calls a landmark, computed; `Some(None)` where the format has none.
fn landmark(format: Format, key: &str) -> Option<Option<f64>> {
    Some(match key {
        "max_finite" | "max_finite_hex" => Some(format.max_finite()),
        "min_finite" => Some(format.min_finite()),
        "min_normal" | "min_normal_hex" => Some(format.min_normal()),
        "min_subnormal" | "min_subnormal_hex" => format.min_subnormal(),
        "eps" => Some(format.eps()),
        _ => return None,
    })
}

#[test]
fn every_property_agrees() {
    let mut compared = 0;
    for (name, entry) in formats() {
        let format = format(&name);
        for (key, expected) in entry.as_object().into_iter().flatten() {
            // Two's complement has no exponent bias; ours is the (zero) shift of its unit.
            if name == "int8" && key == "bias" {
                assert!(expected.is_null() && format.bias() == 0);
            } else if let Some(ours) = property(format, key) {
                assert_eq!(&ours, expected, "{name}.{key}");
            } else if let Some(ours) = landmark(format, key) {
                let parse = if key.ends_with("_hex") { hexadecimal } else { decimal };
                let expected = (!expected.is_null()).then(|| parse(text(expected)));
                assert_eq!(ours, expected, "{name}.{key}");
            } else {
                let elsewhere = ["note", "decode", "decode_hex", "mxint8_decode", "ml_dtypes_finfo"];
                assert!(elsewhere.contains(&key.as_str()), "{name}.{key} is compared nowhere");
                continue;
            }
            compared += 1;
        }
    }
    // 19 a format, but 10 for int8.
    assert_eq!(compared, 14 * 19 + 10);
}

#[test]
fn every_limit_of_ml_dtypes_agrees() {
    let mut compared = 0;
    for (name, entry) in formats() {
        let format = format(&name);
        for (key, expected) in entry["ml_dtypes_finfo"].as_object().into_iter().flatten() {
            let ours = match key.as_str() {
                "max" => format.max_finite(),
                "min" => format.min_finite(),
                "smallest_normal" => format.min_normal(),
                // Without subnormals ml_dtypes repeats the smallest normal.
                "smallest_subnormal" => format.min_subnormal().unwrap_or(format.min_normal()),
                "eps" => format.eps(),
                "nexp" => f64::from(format.exponent_bits()),
                "nmant" => f64::from(format.mantissa_bits()),
                // The least power of two that is too large, and the binade of the smallest normal.
                "maxexp" => f64::from(libm::ilogb(format.max_finite()) + 1),
                "minexp" => f64::from(libm::ilogb(format.min_normal())),
                other => panic!("{name}: {other} is compared nowhere"),
            };
            let expected = expected.as_f64().unwrap_or_else(|| decimal(text(expected)));
            assert_eq!(ours, expected, "{name}.{key}");
            compared += 1;
        }
    }
    assert!(compared >= 13 * 9, "{compared}");
}

/// Compares a table of the file with `format`, code by code; returns its length.
fn decode_table(name: &str, format: Format, table: &Value, parse: fn(&str) -> f64) -> usize {
    let table = table.as_array().unwrap_or_else(|| panic!("{name}: no table"));
    assert_eq!(table.len() as u64, format.code_count(), "{name}");
    for (code, expected) in (0..).zip(table) {
        let (ours, expected) = (format.decode(code), parse(text(expected)));
        assert!(same(ours, expected), "{name} {code:#x}: {ours} is not {expected}");
    }
    table.len()
}

#[test]
fn every_code_of_the_small_formats_agrees() {
    let mut compared = 0;
    for (name, entry) in formats() {
        let format = format(&name);
        if format.bits() > 8 {
            continue;
        }
        compared += decode_table(&name, format, &entry["decode"], decimal);
        if name == "int8" {
            compared += decode_table("mxint8", Format::MXINT8, &entry["mxint8_decode"], decimal);
        } else {
            compared += decode_table(&name, format, &entry["decode_hex"], hexadecimal);
        }
    }
    // Eight formats of 8 bits (two tables each, int8's second being MXINT8), two of 6, one of 4.
    assert_eq!(compared, 2 * (8 * 256 + 2 * 64 + 16));
}

#[test]
fn the_counts_are_those_of_the_codes() {
    for (name, format) in Format::ALL.into_iter().filter(|(_, format)| format.bits() <= 19) {
        let classes: Vec<_> = (0..format.code_count() as u32).map(|code| format.class(code)).collect();
        let count = |class| classes.iter().filter(|found| **found == class).count() as u64;
        assert_eq!(count(Class::Nan), format.nan_codes(), "{name}");
        assert_eq!(count(Class::Infinity), 2 * u64::from(format.has_infinity()), "{name}");
        assert_eq!(count(Class::Zero), u64::from(format.has_zero()) + u64::from(format.has_negative_zero()), "{name}");
        let finite = count(Class::Zero) + count(Class::Subnormal) + count(Class::Normal);
        assert_eq!(finite, format.finite_codes(), "{name}");
    }
}
