//! Every code of `rounding.json` (`ml_dtypes`, gfloat, PyTorch; see SOURCES.md, section b).

mod support;

use frugal::numerics::format::{Class, Format};
use frugal::numerics::rounding::{Overflow, Rounding, Stochastic, encode, encode_stochastic};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

fn format(name: &str) -> Format {
    let public = name.replace('_', "-");
    let found = Format::ALL.iter().find(|(candidate, _)| *candidate == public);
    found.unwrap_or_else(|| panic!("no format called {public}")).1
}

fn list<'a>(value: &'a Value, what: &str) -> &'a [Value] {
    value.as_array().unwrap_or_else(|| panic!("{what} is no list"))
}

fn integer(value: &Value) -> u64 {
    value.as_u64().unwrap_or_else(|| panic!("not an integer: {value}"))
}

/// One string of `digits` hexadecimal digits a number.
fn codes(value: &Value, digits: usize) -> Vec<u32> {
    let text = value.as_str().unwrap_or_else(|| panic!("not a string: {value}"));
    assert_eq!(text.len() % digits, 0);
    let code = |at| u32::from_str_radix(&text[at..at + digits], 16).unwrap_or_else(|_| panic!("no code at {at}"));
    (0..text.len()).step_by(digits).map(code).collect()
}

/// Equal, all NaNs alike: libraries differ in payload and sign.
fn same(format: Format, a: u32, b: u32) -> bool {
    a == b || (format.class(a) == Class::Nan && format.class(b) == Class::Nan)
}

/// What the file's names of variants mean.
fn variant(name: &str) -> Option<(Rounding, Overflow)> {
    Some(match name {
        "rne" => (Rounding::NearestEven, Overflow::Native),
        "rne_sat" | "mxint8_rne_sat" => (Rounding::NearestEven, Overflow::Saturate),
        "rz" => (Rounding::TowardZero, Overflow::Native),
        "rz_sat" => (Rounding::TowardZero, Overflow::Saturate),
        "rna" => (Rounding::NearestAway, Overflow::Native),
        _ => return None,
    })
}

/// An artefact of the reference library, by name, where its code is not to be compared.
fn artefact(format_name: &str, variant: &str, bits: u32) -> Option<&'static str> {
    let x = f32::from_bits(bits);
    let positive_subnormal = x > 0.0 && x < f32::MIN_POSITIVE;
    let halfway_between_powers = x > 0.0 && x.is_finite() && Format::E8M0.is_tie(f64::from(x));
    match (format_name, variant) {
        ("e3m2" | "e2m3" | "e2m1", "rne") if x.is_nan() => {
            Some("FP6 and FP4 have no NaN: ml_dtypes gives −0 for a positive one and 0 for a negative one")
        }
        ("e8m0", "rne") if positive_subnormal => {
            Some("ml_dtypes gives code 1 for all of (2^-127, 2^-126), though 2^-127 may be nearer")
        }
        ("e8m0", "rne_sat") if halfway_between_powers => {
            Some("gfloat sends E8M0 ties to the even code; ml_dtypes, PyTorch and IEEE 754-2019 4.3.1 send them up")
        }
        _ => None,
    }
}

/// What became of the codes of one variant.
#[derive(Debug, Default)]
struct Tally {
    compared: usize,
    /// Where the reference raises an error instead of giving a code.
    not_given: usize,
    artefacts: BTreeMap<&'static str, usize>,
}

fn compare(format_name: &str, name: &str, entry: &Value, inputs: &[u32]) -> Tally {
    let (rounding, overflow) = variant(name).unwrap_or_else(|| panic!("unknown variant {name}"));
    let format = if name.starts_with("mxint8") { Format::MXINT8 } else { format(format_name) };
    let expected = codes(&entry[name], integer(&entry["hex_digits"]) as usize);
    assert_eq!(expected.len(), inputs.len(), "{format_name} {name}");
    let not_given = entry.get(format!("{name}_na")).map_or(&[][..], |indices| list(indices, "indices"));
    let not_given: BTreeSet<_> = not_given.iter().map(|index| integer(index) as usize).collect();
    let mut tally = Tally::default();
    for (index, (&bits, &expected)) in inputs.iter().zip(&expected).enumerate() {
        if not_given.contains(&index) {
            tally.not_given += 1;
        } else if let Some(reason) = artefact(format_name, name, bits) {
            *tally.artefacts.entry(reason).or_default() += 1;
        } else {
            let x = f64::from(f32::from_bits(bits));
            let ours = encode(x, format, rounding, overflow);
            assert!(same(format, ours, expected), "{format_name} {name} [{index}] {x:e}: {ours:#x}, not {expected:#x}");
            tally.compared += 1;
        }
    }
    assert_eq!(tally.not_given, not_given.len(), "{format_name} {name}: indices beyond the inputs");
    tally
}

/// The variants that the file has for a format: strings of codes, which have as many digits as there are inputs.
fn variants(entry: &Value) -> BTreeSet<&str> {
    let fields = entry.as_object().into_iter().flatten();
    fields.filter(|(key, value)| value.is_string() && !is_remark(key)).map(|(key, _)| key.as_str()).collect()
}

fn is_remark(key: &str) -> bool {
    key.ends_with("_source") || key.ends_with("_note")
}

#[test]
fn every_code_agrees() {
    let file = support::reference("rounding.json");
    let inputs = codes(&file["inputs_hex"], 8);
    assert_eq!(inputs.len() as u64, integer(&file["meta"]["n"]));
    let formats = file["formats"].as_object().unwrap_or_else(|| panic!("no formats"));
    let mut artefacts = BTreeMap::<_, usize>::new();
    let (mut compared, mut not_given, mut held) = (0, 0, 0);
    for (name, entry) in formats {
        let floats = BTreeSet::from(["rne", "rne_sat", "rna", "rz", "rz_sat"]);
        let integers = BTreeSet::from(["rne_sat", "mxint8_rne_sat"]);
        let names = variants(entry);
        assert_eq!(names, if name == "int8" { integers } else { floats }, "{name}");
        for variant in names {
            let tally = compare(name, variant, entry, &inputs);
            compared += tally.compared;
            not_given += tally.not_given;
            held += inputs.len();
            tally.artefacts.into_iter().for_each(|(reason, count)| *artefacts.entry(reason).or_default() += count);
        }
    }
    // fp32 is the type of the inputs: all others of the catalogue are there.
    assert_eq!(formats.len(), Format::ALL.len() - 1);
    assert_eq!(held, (13 * 5 + 2) * inputs.len());
    assert_eq!(compared, held - not_given - artefacts.values().sum::<usize>());

    // What is left out is exactly what is named, and counted here from the inputs alone.
    let count = |keep: fn(f32) -> bool| inputs.iter().filter(|bits| keep(f32::from_bits(**bits))).count();
    let nan = count(f32::is_nan);
    let subnormal = count(|x| x > 0.0 && x.is_subnormal());
    let tie = count(|x| f64::from(x) >= Format::E8M0.min_finite() && x.is_finite() && is_three_halves(x));
    assert_eq!(artefacts.values().sum::<usize>(), 3 * nan + subnormal + tie, "{artefacts:#?}");
}

/// Whether `x` is 3 × 2ᵏ, by division alone: halfway between two powers of two.
fn is_three_halves(x: f32) -> bool {
    let third = f64::from(x) / 3.0;
    third * 3.0 == f64::from(x) && third.to_bits().trailing_zeros() >= 52
}

/// `PyTorch` ≥ 2.12 saturates E4M3FN where `ml_dtypes` gives NaN; elsewhere it differs in NaN payloads only.
/// E8M0 is left out: `PyTorch` ignores the sign and gives code 0 for zero.
#[test]
fn pytorch_saturates_where_ml_dtypes_does_not() {
    let file = support::reference("rounding.json");
    let inputs = codes(&file["inputs_hex"], 8);
    for (name, entry) in file["formats"].as_object().into_iter().flatten().filter(|(name, _)| *name != "e8m0") {
        let Some(differences) = entry.get("torch_differs") else { continue };
        let format = format(name);
        for pair in list(differences, "torch_differs") {
            let (index, torch) = (integer(&pair[0]) as usize, integer(&pair[1]) as u32);
            let x = f64::from(f32::from_bits(inputs[index]));
            let native = encode(x, format, Rounding::NearestEven, Overflow::Native);
            let saturated = encode(x, format, Rounding::NearestEven, Overflow::Saturate);
            assert!(same(format, saturated, torch), "{name} {x:e}: {saturated:#x}, not {torch:#x}");
            assert_eq!(format.class(native), Class::Nan, "{name} {x:e}");
            assert_eq!(x.is_nan(), name != "e4m3fn", "{name} {x:e}");
        }
    }
    let overflows = |bits: &&u32| f32::from_bits(**bits).abs() > 464.0;
    let expected = inputs.iter().filter(overflows).count();
    assert_eq!(list(&file["formats"]["e4m3fn"]["torch_differs"], "torch_differs").len(), expected);
    assert!(expected > 0);
}

/// On these inputs gfloat's three variants happen to agree, so this holds each to the vectors without telling them
/// apart; `the_three_stochastic_variants_differ_as_in_gfloat` does.
#[test]
fn every_stochastic_code_agrees() {
    let file = support::reference("rounding.json");
    let variants = [("fastest", Stochastic::Fastest), ("fast", Stochastic::Fast), ("rtne", Stochastic::NearestEven)];
    let mut compared = BTreeMap::<&str, usize>::new();
    let mut held = 0;
    for (at, entry) in list(&file["stochastic"], "stochastic").iter().enumerate() {
        let name = entry["format"].as_str().unwrap_or_else(|| panic!("no format"));
        let (format, bits) = (format(name), integer(&entry["srnumbits"]) as u32);
        let (inputs, random) = (list(&entry["inputs"], "inputs"), list(&entry["srbits"], "srbits"));
        assert_eq!(inputs.len(), random.len());
        held += inputs.len();
        for (key, variant) in variants {
            let table = codes(&entry[key], format.bits().div_ceil(4) as usize);
            assert_eq!(table.len(), inputs.len(), "{at} {name} {key}");
            for ((input, random), expected) in inputs.iter().zip(random).zip(table) {
                let x = f64::from(f32::from_bits(integer(input) as u32));
                let ours = encode_stochastic(x, format, integer(random), bits, variant, Overflow::Saturate);
                assert!(same(format, ours, expected), "{at} {name} {key} {x:e}: {ours:#x}, not {expected:#x}");
                *compared.entry(name).or_default() += 1;
            }
        }
    }
    assert_eq!(compared.keys().copied().collect::<Vec<_>>(), ["bf16", "e2m1", "e4m3fn", "e5m2", "fp16"]);
    assert_eq!(compared.values().sum::<usize>(), 3 * held);
    assert!(compared.values().all(|count| *count > 0), "{compared:?}");
}

/// How many of the 2³ random numbers round 1 + d/256 up in E4M3FN (a fraction of d/32 of a step), as counted with gfloat
/// 0.5.2: `round_float(format_info_ocp_e4m3, x, mode, sat=True, srbits, srnumbits=3)`.
#[test]
fn the_three_stochastic_variants_differ_as_in_gfloat() {
    let by_gfloat = [
        (0, [0, 0, 0]),
        (1, [0, 0, 0]),
        (2, [0, 1, 0]),
        (3, [0, 1, 1]),
        (4, [1, 1, 1]),
        (6, [1, 2, 2]),
        (10, [2, 3, 2]),
        (11, [2, 3, 3]),
        (14, [3, 4, 4]),
        (16, [4, 4, 4]),
        (31, [7, 8, 8]),
    ];
    for (d, expected) in by_gfloat {
        let x = 1.0 + f64::from(d) / 256.0;
        for sign in [1.0, -1.0] {
            let ours = [Stochastic::Fastest, Stochastic::Fast, Stochastic::NearestEven].map(|variant| {
                let up = |random| {
                    let code = encode_stochastic(sign * x, Format::E4M3FN, random, 3, variant, Overflow::Saturate);
                    Format::E4M3FN.decode(code).abs() > 1.0
                };
                (0..8).filter(|random| up(*random)).count()
            });
            assert_eq!(ours, expected, "{sign} d = {d}");
        }
    }
}
