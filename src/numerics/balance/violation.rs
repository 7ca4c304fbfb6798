//! How uneven a load is, and how uneven chance alone makes it.

/// `(max load − mean load) / mean load` (MaxVio, arXiv 2408.15664, eq. 4) over the experts that are `open`; NaN where
/// there is no load.
#[must_use]
pub fn max_violation(loads: &[u32], open: impl Fn(usize) -> bool) -> f64 {
    let experts = || loads.iter().enumerate().filter(|(at, _)| open(*at)).map(|(_, load)| *load);
    let total: u64 = experts().map(u64::from).sum();
    let mean = total as f64 / experts().count() as f64;
    f64::from(experts().max().unwrap_or(0)) / mean - 1.0
}

/// Open experts without a token.
#[must_use]
pub fn idle(loads: &[u32], open: impl Fn(usize) -> bool) -> usize {
    loads.iter().enumerate().filter(|(at, load)| **load == 0 && open(*at)).count()
}

/// Between which values MaxVio lies in nine steps of ten if every expert is equally likely: the 5 % and 95 % quantiles of
/// the largest of `experts` binomial loads, taken as normal and independent.
#[must_use]
pub fn noise_floor(experts: usize, top_k: usize, tokens: usize) -> (f64, f64) {
    let chance = top_k as f64 / experts as f64;
    let spread = f64::sqrt((1.0 - chance).max(0.0) / (chance * tokens as f64));
    let largest = |quantile: f64| spread * normal_quantile(libm::pow(quantile, 1.0 / experts as f64));
    (largest(0.05), largest(0.95))
}

/// Where the standard normal distribution function is `p`, by bisection.
fn normal_quantile(p: f64) -> f64 {
    let below = |x: f64| 0.5 * libm::erfc(-x * core::f64::consts::FRAC_1_SQRT_2);
    let (mut low, mut high) = (-12.0, 12.0);
    for _ in 0..60 {
        let middle = 0.5 * (low + high);
        if below(middle) < p { low = middle } else { high = middle }
    }
    0.5 * (low + high)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_largest_over_the_mean() {
        assert_eq!(max_violation(&[1, 2, 3, 2], |_| true), 0.5);
        assert_eq!(max_violation(&[0, 2, 3, 1], |at| at > 0), 0.5);
        assert!(max_violation(&[], |_| true).is_nan());
        assert_eq!(idle(&[0, 2, 0, 1], |at| at > 0), 1);
    }

    #[test]
    fn quantiles_of_the_normal_distribution() {
        assert!((normal_quantile(0.975) - 1.959_963_984_540_054).abs() < 1e-12);
        assert!(normal_quantile(0.5).abs() < 1e-12);
    }

    #[test]
    fn chance_alone_stays_in_the_band() {
        let (low, high) = noise_floor(64, 6, 2048);
        // The rule of thumb √(2 ln N) √(N / KT).
        assert!(low < 0.21 && 0.21 < high, "{low} {high}");
        assert!(noise_floor(8, 8, 100).1.abs() < 1e-9, "everybody is always chosen");
    }
}
