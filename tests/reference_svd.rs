//! The singular value decomposition against `svd.json`: `numpy.linalg.svd` (LAPACK).
#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod support;

use frugal::numerics::low_rank::{Layer, Matrix, products, svd};
use serde_json::Value;
use support::reference;

fn numbers(of: &Value) -> Vec<f64> {
    of.as_array().unwrap().iter().map(|x| x.as_f64().unwrap()).collect()
}

fn matrix(of: &Value) -> Matrix {
    let shape: Vec<usize> = of["shape"].as_array().unwrap().iter().map(|n| n.as_u64().unwrap() as usize).collect();
    // Each entry is a float32, written with its shortest decimals.
    let data = numbers(&of["data"]).into_iter().map(|x| f64::from(x as f32)).collect();
    Matrix::new(shape[0], shape[1], data)
}

/// To 1e-12 of what is expected, or of `scale` where that is next to nothing.
#[track_caller]
fn near(found: f64, expected: f64, scale: f64, what: &str) {
    assert!((found - expected).abs() <= 1e-12 * expected.abs().max(scale), "{what}: {found:e}, not {expected:e}");
}

#[test]
fn singular_values_are_numpys() {
    let file = reference("svd.json");
    let mut compared = 0;
    for case in file["matrices"].as_array().unwrap() {
        let name = case["name"].as_str().unwrap();
        let found = svd(&matrix(case)).unwrap().singular_values;
        let expected = numbers(&case["singular_values"]);
        assert_eq!(found.len(), expected.len(), "{name}");
        for (at, (found, expected_value)) in found.iter().zip(&expected).enumerate() {
            // No method knows a singular value better than to a few ulps of the largest one.
            near(*found, *expected_value, 0.01 * expected[0], &format!("{name}: σ{}", at + 1));
            compared += 1;
        }
        near(found.iter().sum(), case["nuclear"].as_f64().unwrap(), 0.0, name);
    }
    assert!(compared >= 400, "{compared}");
}

/// The synthetic layers have the spectra of the reference matrices, as far as those go.
#[test]
fn synthetic_spectra_are_those_of_the_reference() {
    let file = reference("svd.json");
    for (name, layer) in
        [("decaying spectrum 128x96", Layer::decaying(1)), ("slow power law 96x64", Layer::power_law(1))]
    {
        let case = file["matrices"].as_array().unwrap().iter().find(|case| case["name"] == name).unwrap();
        let expected = numbers(&case["singular_values"]);
        let found = svd(&layer.keys_values).unwrap().singular_values;
        assert!(expected.len() >= 64 && found.len() >= expected.len());
        for (at, (found_value, expected_value)) in found.iter().zip(&expected).enumerate() {
            // The entries of the file are rounded to float32, the layer's are not.
            let (found, expected) = (found_value / found[0], expected_value / expected[0]);
            assert!((found - expected).abs() < 1e-7, "{name}: σ{} is {found:e}, not {expected:e}", at + 1);
        }
    }
}

#[test]
fn errors_of_every_rank_are_numpys() {
    for case in reference("svd.json")["matrices"].as_array().unwrap() {
        let (name, matrix) = (case["name"].as_str().unwrap(), matrix(case));
        let norm = case["frobenius"].as_f64().unwrap();
        near(matrix.frobenius(), norm, 0.0, name);
        let mut whole = svd(&matrix).unwrap();
        let values = whole.singular_values.clone();
        for row in 0..whole.u.rows() {
            for (x, value) in whole.u.row_mut(row).iter_mut().zip(&values) {
                *x *= value;
            }
        }
        for rank in case["ranks"].as_array().unwrap() {
            let r = rank["rank"].as_u64().unwrap() as usize;
            let what = format!("{name}, rank {r}");
            let rebuilt = products(&whole.u, &whole.v, r);
            let off: Vec<f64> = matrix.data().iter().zip(rebuilt.data()).map(|(x, y)| x - y).collect();
            let largest = off.iter().fold(0.0, |most: f64, x| most.max(x.abs()));
            let error = Matrix::new(matrix.rows(), matrix.cols(), off).frobenius() / norm;
            near(error, rank["rel_frobenius"].as_f64().unwrap(), 1.0, &what);
            let bound = values[r.min(values.len())..].iter().map(|x| x * x).sum::<f64>().sqrt() / norm;
            near(bound, rank["rel_frobenius"].as_f64().unwrap(), 1.0, &what);
            let spectral = values.get(r).map_or(0.0, |next| next / values[0]);
            near(spectral, rank["rel_spectral"].as_f64().unwrap(), 1.0, &what);
            near(1.0 - error * error, rank["energy_kept"].as_f64().unwrap(), 1.0, &what);
            near(largest, rank["max_abs"].as_f64().unwrap(), values[0], &what);
            let numbers = |of: &str| rank[of].as_u64().unwrap() as usize;
            assert_eq!(r * (matrix.rows() + matrix.cols()), numbers("params_factored"), "{what}");
            assert_eq!(matrix.rows() * matrix.cols(), numbers("params_full"), "{what}");
        }
    }
}
