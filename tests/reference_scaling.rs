//! Every scale and every code of `quant.json` (PyTorch, DeepSeek's `kernel.py` and DeepGEMM; see SOURCES.md, section d).

mod support;

use frugal::numerics::format::Format;
use frugal::numerics::scaling::{Granularity, Others, Recipe, Scaled, Tensor, quality, quantise};
use serde_json::Value;

fn words(value: &Value, digits: usize) -> Vec<u32> {
    let text = value.as_str().unwrap_or_else(|| panic!("not a string: {value}"));
    assert_eq!(text.len() % digits, 0);
    let word = |at| u32::from_str_radix(&text[at..at + digits], 16).unwrap_or_else(|_| panic!("no hex at {at}"));
    (0..text.len()).step_by(digits).map(word).collect()
}

fn floats(value: &Value) -> Vec<f32> {
    words(value, 8).into_iter().map(f32::from_bits).collect()
}

fn list<'a>(value: &'a Value, what: &str) -> &'a [Value] {
    value.as_array().unwrap_or_else(|| panic!("{what} is no list"))
}

fn shape(entry: &Value) -> (usize, usize) {
    let side = |at: usize| entry["shape"][at].as_u64().unwrap_or_else(|| panic!("no shape")) as usize;
    (side(0), side(1))
}

const fn recipe(format: Format, granularity: Granularity, power_of_two: bool) -> Recipe {
    Recipe { format, granularity, power_of_two, shift: 0.0 }
}

/// The code of every number, by division and the tested rounding, and that the quick way gives the same values.
fn codes(tensor: &Tensor, scaled: &Scaled, recipe: Recipe) -> Vec<u32> {
    let code = |(at, x): (usize, &f32)| {
        let scale = scaled.scale_at(at / tensor.columns, at % tensor.columns);
        let code = recipe.code(*x, scale);
        let value = recipe.format.decode(code) as f32 * scale;
        assert_eq!(value, scaled.values[at], "{x:e} / {scale:e}");
        code
    };
    tensor.values.iter().enumerate().map(code).collect()
}

fn close(ours: f64, theirs: &Value, tolerance: f64, what: &str) {
    let theirs = theirs.as_f64().unwrap_or_else(|| panic!("{what}: not a number: {theirs}"));
    assert!((ours - theirs).abs() <= tolerance * theirs.abs().max(1e-30), "{what}: {ours}, not {theirs}");
}

fn errors_agree(tensor: &Tensor, scaled: &Scaled, errors: &Value, what: &str) {
    let ours = quality(tensor, scaled, Others::All);
    close(ours.sqnr_db, &errors["sqnr_db"], 1e-9, what);
    assert_eq!(ours.sqnr_db, ours.sqnr_db_others, "{what}: without an outlier all are others");
    assert_eq!(Some(ours.flushed_count as u64), errors["flushed_to_zero"].as_u64(), "{what}");
    let largest = |(x, v): (&f32, &f32)| (f64::from(*x) - f64::from(*v)).abs();
    let most = tensor.values.iter().zip(&scaled.values).map(largest).fold(0.0, f64::max);
    close(most, &errors["max_abs"], 1e-12, what);
    let error: f64 = tensor.values.iter().zip(&scaled.values).map(|pair| largest(pair) * largest(pair)).sum();
    let signal: f64 = tensor.values.iter().map(|x| f64::from(*x) * f64::from(*x)).sum();
    close((error / signal).sqrt(), &errors["rel_frobenius"], 1e-9, what);
}

#[test]
fn activations_agree() {
    let file = support::reference("quant.json");
    let all = list(&file["activations"], "activations");
    let mut compared = 0;
    for entry in all {
        let name = entry["name"].as_str().unwrap_or_default();
        let (rows, columns) = shape(entry);
        let tensor = Tensor { columns, values: floats(&entry["x_f32_hex"]) };
        assert_eq!(tensor.rows(), rows, "{name}");
        for (key, recipe) in [
            ("tile_1x128", recipe(Format::E4M3FN, Granularity::Tile128, false)),
            ("tile_1x128_ue8m0", recipe(Format::E4M3FN, Granularity::Tile128, true)),
            ("per_tensor", recipe(Format::E4M3FN, Granularity::Tensor, false)),
            ("int8_tile_1x128", recipe(Format::INT8, Granularity::Tile128, false)),
            ("int8_per_tensor", recipe(Format::INT8, Granularity::Tensor, false)),
        ] {
            let what = format!("{name}, {key}");
            let scaled = quantise(&tensor, recipe);
            let bits: Vec<u32> = scaled.scales.iter().map(|scale| scale.to_bits()).collect();
            assert_eq!(bits, words(&entry[key]["scale_f32_hex"], 8), "{what}");
            let ours = codes(&tensor, &scaled, recipe);
            assert_eq!(ours, words(&entry[key]["codes"], 2), "{what}");
            assert_eq!(scaled.saturated, 0, "{what}");
            errors_agree(&tensor, &scaled, &entry[key]["errors"], &what);
            compared += ours.len();
        }
    }
    assert_eq!(compared, 5 * (6 * 4 * 512 + 2 * 384));
}

#[test]
fn weights_agree() {
    let file = support::reference("quant.json");
    let mut compared = 0;
    for entry in list(&file["weights"], "weights") {
        let name = entry["name"].as_str().unwrap_or_default();
        let bf16 = words(&entry["w_bf16_hex"], 4);
        let values = bf16.into_iter().map(|code| Format::BF16.decode(code) as f32).collect();
        let tensor = Tensor { columns: shape(entry).1, values };
        let block = &entry["block_128x128"];
        let by_block = recipe(Format::E4M3FN, Granularity::Block128, false);
        let scaled = quantise(&tensor, by_block);
        assert_eq!(scaled.scales, floats(&block["scale_f32_hex"]), "{name}");
        assert_eq!(Some(scaled.scale_columns as u64), block["scale_shape"][1].as_u64(), "{name}");
        let ours = codes(&tensor, &scaled, by_block);
        assert_eq!(ours, words(&block["codes"], 2), "{name}");
        let first = floats(&block["dequant_first64_f32_hex"]);
        assert_eq!(scaled.values[..first.len()], first, "{name}");
        errors_agree(&tensor, &scaled, &block["errors"], name);

        let whole = recipe(Format::E4M3FN, Granularity::Tensor, false);
        let scaled = quantise(&tensor, whole);
        assert_eq!(scaled.scales, floats(&entry["per_tensor"]["scale_f32_hex"]), "{name}");
        assert_eq!(codes(&tensor, &scaled, whole)[..256], words(&entry["per_tensor"]["codes_first256"], 2), "{name}");
        errors_agree(&tensor, &scaled, &entry["per_tensor"]["errors"], name);
        compared += ours.len();
    }
    assert_eq!(compared, 256 * 256 + 130 * 140);
}

/// DeepGEMM multiplies by 1/s where `kernel.py` divides: the file lists the codes that differ, and ours are `kernel.py`'s.
#[test]
fn deepgemm_differs_where_it_is_said_to() {
    let file = support::reference("quant.json");
    let mut found = 0;
    for entry in list(&file["activations"], "activations") {
        let tensor = Tensor { columns: shape(entry).1, values: floats(&entry["x_f32_hex"]) };
        let by_tile = recipe(Format::E4M3FN, Granularity::Tile128, false);
        let scaled = quantise(&tensor, by_tile);
        let differences = &entry["tile_1x128"]["deepgemm_code_differences"];
        for difference in list(&differences["first"], "first") {
            let number = |at: usize| difference[at].as_u64().unwrap_or(u64::MAX);
            let at = number(0) as usize;
            let scale = scaled.scale_at(at / tensor.columns, at % tensor.columns);
            let inverse =
                recipe(Format::E4M3FN, Granularity::Tile128, false).code(tensor.values[at] * (1.0 / scale), 1.0);
            assert_eq!(u64::from(inverse), number(1));
            assert_eq!(u64::from(by_tile.code(tensor.values[at], scale)), number(2));
            found += 1;
        }
    }
    assert_eq!(found, 4);
}

/// OCP MX 1.0, section 6.3, by the words of the specification: the shared exponent is the largest one in the tile less
/// the largest one of the format. MXFP8 of 1 to 32 shares 2^(5 − 8).
#[test]
fn tiles_of_32_share_a_power_of_two() {
    let micro = recipe(Format::E4M3FN, Granularity::Tile32, false);
    for (amax, scale) in [(1.0, 1.0 / 256.0), (31.9, 0.0625), (32.0, 0.125), (448.0, 1.0), (511.0, 1.0), (512.0, 2.0)] {
        assert_eq!(micro.scale(amax), scale, "{amax}");
    }
    assert_eq!(micro.scale(0.0), libm::scalbnf(1.0, -127));
    assert_eq!(recipe(Format::E2M1, Granularity::Tile32, false).scale(6.0), 1.0);
    assert_eq!(recipe(Format::INT8, Granularity::Tile32, false).scale(1.0), 1.0 / 64.0);
    // Rounded up, nothing saturates.
    assert_eq!(recipe(Format::E4M3FN, Granularity::Tile32, true).scale(511.0), 2.0);
    let tensor = Tensor { columns: 40, values: (0..40).map(|at| if at == 39 { 500.0 } else { 1.0 }).collect() };
    let scaled = quantise(&tensor, micro);
    assert_eq!((scaled.scales.as_slice(), scaled.saturated), (&[1.0 / 256.0, 1.0][..], 1));
    assert_eq!(scaled.values[39], 448.0);
    assert_eq!(scaled.values[..39], tensor.values[..39]);
}
