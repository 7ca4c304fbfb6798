//! Rotary positions.

use super::precision::Precision;

/// The base of the frequencies (DeepSeek-V3's `rope_theta`).
pub const BASE: f64 = 10_000.0;

/// Turns each pair (x₀,x₁), (x₂,x₃), … of a vector by `position · base^(−2i/d)`; an odd last number stays.
///
/// The angle is computed in 64 bits; sine, cosine and the turned numbers are rounded to `precision`. Turned queries
/// and keys depend on their positions only through the difference.
///
/// Source: Su et al., "RoFormer", arXiv 2104.09864, section 3.2.2; the pairs lie side by side, as in the inference
/// code of DeepSeek-V3.
pub fn rotate(x: &mut [f64], position: f64, precision: Precision) {
    let width = x.len() as f64;
    for (at, pair) in x.chunks_exact_mut(2).enumerate() {
        let angle = position * libm::pow(BASE, -2.0 * at as f64 / width);
        let (sin, cos) = (precision.keep(libm::sin(angle)), precision.keep(libm::cos(angle)));
        let (a, b) = (pair[0], pair[1]);
        pair[0] = precision.dot(&[a, b], &[cos, -sin]);
        pair[1] = precision.dot(&[a, b], &[sin, cos]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_difference_of_positions_counts() {
        let (q, k) = ([0.3, -1.2, 0.7, 2.0, 0.1, 0.9], [1.1, 0.4, -0.6, 0.2, -1.5, 0.8]);
        let score = |t: f64, j: f64| {
            let (mut q, mut k) = (q, k);
            rotate(&mut q, t, Precision::F64);
            rotate(&mut k, j, Precision::F64);
            Precision::F64.dot(&q, &k)
        };
        for shift in [1.0, 17.0, 4096.0, 1e6] {
            assert!((score(9.0, 4.0) - score(9.0 + shift, 4.0 + shift)).abs() < 1e-9, "{shift}");
        }
        assert!((score(9.0, 4.0) - score(9.0, 5.0)).abs() > 0.01);
    }

    #[test]
    fn position_zero_and_an_odd_last_number_stay() {
        let mut x = [1.0, 2.0, 3.0];
        rotate(&mut x, 0.0, Precision::F32);
        assert_eq!(x, [1.0, 2.0, 3.0]);
        rotate(&mut x, 5.0, Precision::F64);
        assert_eq!(x[2], 3.0);
        rotate(&mut [], 1.0, Precision::F64);
    }
}
