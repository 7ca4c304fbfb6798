//! Every sum of `quant.json`, bit for bit (its own NumPy and exact fractions; see SOURCES.md, section d).

mod support;

use frugal::numerics::accumulate::{Accumulator, Cutting, Exact, Method};
use frugal::numerics::format::Format;
use serde_json::Value;

fn bytes(value: &Value) -> Vec<u32> {
    let text = value.as_str().unwrap_or_else(|| panic!("not a string: {value}"));
    let byte = |at| u32::from_str_radix(&text[at..at + 2], 16).unwrap_or_else(|_| panic!("no hex at {at}"));
    (0..text.len()).step_by(2).map(byte).collect()
}

fn floats(value: &Value) -> Vec<f32> {
    let text = value.as_str().unwrap_or_else(|| panic!("not a string: {value}"));
    let word = |at| u32::from_str_radix(&text[at..at + 8], 16).unwrap_or_else(|_| panic!("no hex at {at}"));
    (0..text.len()).step_by(8).map(|at| f32::from_bits(word(at))).collect()
}

fn number(value: &Value) -> f64 {
    value.as_f64().unwrap_or_else(|| panic!("not a number: {value}"))
}

fn dots() -> Vec<(Value, Vec<f64>)> {
    let file = support::reference("quant.json");
    let dots = file["dots"].as_array().unwrap_or_else(|| panic!("no dots")).clone();
    let value = |code: u32| Format::E4M3FN.decode(code);
    let product = |(a, b): (u32, u32)| value(a) * value(b);
    let products = |dot: &Value| bytes(&dot["a_codes"]).into_iter().zip(bytes(&dot["b_codes"])).map(product).collect();
    dots.into_iter().map(|dot| (dot.clone(), products(&dot))).collect()
}

/// What the file's names mean.
fn method(name: &str) -> Option<Method> {
    let (short, promote_every) = match name.strip_suffix("_promote128") {
        Some(short) => (short, Some(128)),
        None => (name, None),
    };
    let (accumulator, cutting) = match short {
        "f32_sequential" => (Accumulator::Fp32, Cutting::Floor),
        "bf16_sequential_rne" => (Accumulator::Bf16, Cutting::Floor),
        "acc14_rz" => (Accumulator::Bits14Truncate, Cutting::Floor),
        "acc14_rne" => (Accumulator::Bits14Nearest, Cutting::Floor),
        "fp22_floor" => (Accumulator::Fp22Fused, Cutting::Floor),
        "fp22_trunc" => (Accumulator::Fp22Fused, Cutting::TowardZero),
        "fp22_split_floor" => (Accumulator::Fp22Split, Cutting::Floor),
        "fp22_split_trunc" => (Accumulator::Fp22Split, Cutting::TowardZero),
        _ => return None,
    };
    Some(Method { accumulator, cutting, promote_every })
}

#[test]
fn every_sum_agrees() {
    let mut compared = 0;
    for (dot, products) in dots() {
        let kind = &dot["kind"];
        assert_eq!(products.len(), 4096);
        for (name, expected) in dot["unscaled"].as_object().into_iter().flatten() {
            let ours = match method(name) {
                None if name == "exact" => Exact::of(&products).value(),
                None => panic!("unknown sum {name}"),
                Some(method) => method.run(&products).last().map_or(0.0, |state| state.sum),
            };
            assert_eq!(ours, number(expected), "{kind} {name}");
            compared += 1;
        }
    }
    assert_eq!(compared, 16 * 15);
}

/// `fp8_gemm_kernel` of `kernel.py`: each block's partial sum times both scales, rounded to f32 after every step.
#[test]
fn scaled_sums_agree() {
    let mut compared = 0;
    for (dot, products) in dots() {
        let (a, b) = (floats(&dot["a_scale_f32_hex"]), floats(&dot["b_scale_f32_hex"]));
        let scaled = |partial: &dyn Fn(&[f64]) -> f64| {
            let blocks = products.chunks(128).zip(a.iter().zip(&b));
            blocks.fold(0.0_f32, |sum, (block, (a, b))| sum + partial(block) as f32 * a * b)
        };
        for (name, expected) in dot["scaled"].as_object().into_iter().flatten() {
            let ours = match name.as_str() {
                "f32_promote" => scaled(&|block| Exact::of(block).value()),
                "exact_f64" | "original_f64_dot" => continue,
                name => {
                    let short = name.strip_suffix("_promote").unwrap_or_else(|| panic!("unknown sum {name}"));
                    let method = method(short).unwrap_or_else(|| panic!("unknown sum {name}"));
                    scaled(&|block| method.partial(block))
                }
            };
            assert_eq!(f64::from(ours), number(expected), "{} {name}", dot["kind"]);
            compared += 1;
        }
    }
    assert_eq!(compared, 16 * 4);
}
