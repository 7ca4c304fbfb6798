//! Inner products and rotations of rows in `f64`.

/// Inner product in a fixed order: four running sums, then the rest.
#[must_use]
#[cfg_attr(target_arch = "wasm32", target_feature(enable = "simd128"))]
pub fn dot(a: &[f64], b: &[f64]) -> f64 {
    let ((a, a_rest), (b, b_rest)) = (a.as_chunks::<4>(), b.as_chunks::<4>());
    let mut sums = [0.0; 4];
    for (a, b) in a.iter().zip(b) {
        for (sum, (a, b)) in sums.iter_mut().zip(a.iter().zip(b)) {
            *sum += a * b;
        }
    }
    let rest: f64 = a_rest.iter().zip(b_rest).map(|(a, b)| a * b).sum();
    (sums[0] + sums[1]) + (sums[2] + sums[3]) + rest
}

/// The inner products of four rows with two, each summed from the first column to the last: a number that is fetched is
/// used two or four times.
#[must_use]
#[cfg_attr(target_arch = "wasm32", target_feature(enable = "simd128"))]
pub fn tile([a, b, c, d]: [&[f64]; 4], [x, y]: [&[f64]; 2]) -> [[f64; 2]; 4] {
    let mut sums = [[0.0; 2]; 4];
    let rows = a.iter().zip(b).zip(c.iter().zip(d)).zip(x.iter().zip(y));
    for (((a, b), (c, d)), (x, y)) in rows {
        for (sum, left) in sums.iter_mut().zip([a, b, c, d]) {
            sum[0] += left * x;
            sum[1] += left * y;
        }
    }
    sums
}

/// Turns two rows: `(c·a − s·b, s·a + c·b)`.
#[cfg_attr(target_arch = "wasm32", target_feature(enable = "simd128"))]
pub fn rotate(a: &mut [f64], b: &mut [f64], c: f64, s: f64) {
    for (a, b) in a.iter_mut().zip(b) {
        (*a, *b) = (c * *a - s * *b, s * *a + c * *b);
    }
}
