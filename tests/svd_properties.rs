//! What holds for the decomposition of any matrix: orthonormal, ordered, and the matrix again; never NaN, never a panic.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "a test may panic")]

use frugal::numerics::low_rank::{Block, Compression, Fit, Layer, Matrix, Sharing, Svd, gram, products, svd};
use frugal::numerics::rng::SplitMix64;
use proptest::prelude::*;

/// Distance of the columns from orthonormal ones.
fn slant(columns: &Matrix) -> f64 {
    let gram = gram(&columns.transposed());
    let mut worst = 0.0_f64;
    for at in 0..gram.rows() {
        for (other, product) in gram.row(at).iter().enumerate() {
            worst = worst.max((product - f64::from(at == other)).abs());
        }
    }
    worst
}

fn rebuilt(parts: &Svd) -> Matrix {
    let mut scaled = parts.u.clone();
    for row in 0..scaled.rows() {
        for (x, value) in scaled.row_mut(row).iter_mut().zip(&parts.singular_values) {
            *x *= value;
        }
    }
    products(&scaled, &parts.v, parts.singular_values.len())
}

#[track_caller]
fn holds(matrix: &Matrix) -> Svd {
    let parts = svd(matrix).unwrap();
    let (m, n) = (matrix.rows(), matrix.cols());
    let k = m.min(n);
    assert_eq!((parts.u.rows(), parts.u.cols(), parts.v.rows(), parts.v.cols()), (m, k, n, k));
    let values = &parts.singular_values;
    assert!(values.len() == k && values.iter().all(|x| *x >= 0.0 && x.is_finite()), "{values:?}");
    assert!(values.windows(2).all(|pair| pair[0] >= pair[1]), "not descending");
    let (u, v) = (slant(&parts.u), slant(&parts.v));
    assert!(u < 1e-13 && v < 1e-13, "not orthonormal: {u:e}, {v:e}");
    let largest = values.first().copied().unwrap_or(0.0);
    let off = matrix.data().iter().zip(rebuilt(&parts).data()).fold(0.0, |most: f64, (x, y)| most.max((x - y).abs()));
    // Below the smallest normal number the digits of the matrix itself run out.
    assert!(off <= 1e-13 * largest + f64::MIN_POSITIVE, "{m} × {n}: off by {off:e} of {largest:e}");
    parts
}

fn random(m: usize, n: usize, rng: &mut SplitMix64) -> Matrix {
    Matrix::new(m, n, (0..m * n).map(|_| rng.normal()).collect())
}

#[test]
fn degenerate_matrices() {
    let mut rng = SplitMix64::new(4);
    for (m, n) in [(0, 0), (0, 5), (5, 0), (1, 1), (1, 9), (9, 1), (6, 6), (20, 50), (50, 20)] {
        let zeros = holds(&Matrix::zeros(m, n));
        assert!(zeros.singular_values.iter().all(|x| *x == 0.0));
        let alike = holds(&Matrix::new(m, n, vec![-2.5; m * n]));
        if m > 0 && n > 0 {
            assert!((alike.singular_values[0] - 2.5 * ((m * n) as f64).sqrt()).abs() < 1e-12);
            assert!(alike.singular_values[1..].iter().all(|x| *x == 0.0), "{:?}", alike.singular_values);
        }
        let mut one = Matrix::zeros(m, n);
        one.row_mut(m / 2).iter_mut().take(1).for_each(|x| *x = 3.0);
        holds(&one);
        let mut identity = Matrix::zeros(m, n);
        for at in 0..m.min(n) {
            identity.row_mut(at)[at] = 1.0;
        }
        assert!(holds(&identity).singular_values.iter().all(|x| (x - 1.0).abs() < 1e-15));
        for scale in [1e-310, 1e-300, 1e-160, 1e160, 1e300] {
            let data = random(m, n, &mut rng).data().iter().map(|x| x * scale).collect();
            holds(&Matrix::new(m, n, data));
        }
    }
}

#[test]
fn graded_matrices() {
    let mut rng = SplitMix64::new(5);
    for (m, n) in [(12, 40), (40, 12), (30, 30)] {
        let noise = random(m, n, &mut rng);
        let graded = |exponent: &dyn Fn(usize, usize) -> i32| {
            let data =
                noise.data().iter().enumerate().map(|(at, x)| x * libm::exp10(-f64::from(exponent(at / n, at % n))));
            Matrix::new(m, n, data.collect())
        };
        holds(&graded(&|row, _| row as i32));
        holds(&graded(&|_, column| column as i32));
        holds(&graded(&|row, column| (row + column) as i32));
        holds(&graded(&|row, _| if row < 5 { 0 } else { 200 }));
    }
}

/// What cannot be decomposed is refused, without end or panic.
#[test]
fn numbers_that_are_none_are_refused() {
    for bad in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        for place in [0, 7, 11] {
            let mut matrix = random(3, 4, &mut SplitMix64::new(1));
            matrix.data_mut()[place] = bad;
            assert_eq!(svd(&matrix), None);
        }
    }
}

/// 100 seeds of each: the bits do not depend on anything but the matrix.
#[test]
fn the_same_matrix_gives_the_same_bits() {
    for seed in 0..100 {
        let matrix = random(7, 9, &mut SplitMix64::new(seed));
        assert_eq!(svd(&matrix), svd(&matrix));
    }
}

/// As large as the one that `make bench` times.
#[test]
fn a_large_one() {
    let parts = holds(&random(128, 512, &mut SplitMix64::new(1)));
    // Marchenko and Pastur (1967): all lie about between √512 − √128 and √512 + √128.
    let (least, most) = (512_f64.sqrt() - 128_f64.sqrt(), 512_f64.sqrt() + 128_f64.sqrt());
    assert!(parts.singular_values[0] < 1.05 * most && parts.singular_values[127] > 0.95 * least);
}

#[test]
fn synthetic_layers_are_what_they_say() {
    let layer = Layer::decaying(3);
    let values = holds(&layer.keys_values).singular_values;
    let square = layer.keys_values.data().iter().map(|x| x * x).sum::<f64>() / layer.keys_values.data().len() as f64;
    assert!((square - 1.0).abs() < 1e-12);
    for (at, value) in values.iter().enumerate() {
        let expected = libm::exp(-(at as f64) / 12.0) * values[0];
        assert!((value - expected).abs() < 1e-12 * values[0], "σ{at} is {value}, not {expected}");
    }
    let square = |of: &Matrix| of.data().iter().map(|x| x * x).sum::<f64>() / of.data().len() as f64;
    let random = Layer::random(3);
    assert!((square(&random.keys_values) - 1.0).abs() < 0.02 && (square(&random.queries) - 1.0).abs() < 0.02);
    assert_ne!(Layer::random(4), random);
    assert_ne!(Layer::decaying(4), layer);
}

fn compression(layer: &Layer, sharing: Sharing, fit: Fit) -> Compression {
    let blocks = sharing.sets(layer).into_iter().map(|set| Block::fitted(layer, &set, fit).unwrap().into());
    Compression::new(blocks.collect(), fit, layer)
}

/// Eckart and Young: no error below the bound, and with directions of the same tokens exactly the bound.
#[test]
fn the_measured_error_is_the_bound() {
    for layer in [Layer::random(1), Layer::decaying(1)] {
        for sharing in Sharing::ALL {
            let all = compression(&layer, sharing, Fit::All);
            let half = compression(&layer, sharing, Fit::Half);
            for rank in [0, 1, 2, 5, 31, 64, 100, 125, 300, 768] {
                let error = all.error(&all.rebuilt(rank, &layer), &layer);
                assert!((error - all.bound(rank)).abs() < 1e-12, "{sharing:?}, {rank}: {error}, {}", all.bound(rank));
                let other = half.error(&half.rebuilt(rank, &layer), &layer);
                assert!((other - half.left(rank)).abs() < 1e-7, "{sharing:?}, {rank}: {other}, {}", half.left(rank));
                assert!(other >= half.bound(rank) - 1e-12, "{sharing:?}, {rank}: {other} < {}", half.bound(rank));
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn any_matrix(m in 0_usize..24, n in 0_usize..24, rank in 0_usize..24, seed in any::<u64>(), scale in -250..250_i32) {
        let mut rng = SplitMix64::new(seed);
        let matrix = random(m, n, &mut rng);
        holds(&matrix);
        // A product of thin ones: of low rank, and repeated singular values of zero.
        let low = products(&random(m, rank, &mut rng), &random(n, rank, &mut rng), rank);
        let values = holds(&low).singular_values;
        for value in values.iter().skip(rank) {
            prop_assert!(*value <= 1e-13 * values[0]);
        }
        let scaled = Matrix::new(m, n, matrix.data().iter().map(|x| libm::scalbn(*x, scale)).collect());
        let expected: Vec<f64> = svd(&matrix).unwrap().singular_values.iter().map(|x| libm::scalbn(*x, scale)).collect();
        prop_assert_eq!(svd(&scaled).unwrap().singular_values, expected);
    }

    #[test]
    fn few_kinds_of_numbers(m in 1_usize..12, n in 1_usize..12, data in prop::collection::vec(prop::sample::select(vec![0.0, 1.0, -1.0, 1e-8, 1e150, 5e-324]), 144)) {
        holds(&Matrix::new(m, n, data));
    }
}
