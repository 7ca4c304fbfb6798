//! Scores to weights.

/// e^(sᵢ − max) over their sum; empty for no scores, equal weights where the largest is not finite.
#[must_use]
pub fn softmax(scores: &[f64]) -> Vec<f64> {
    let most = scores.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    if !most.is_finite() {
        return vec![1.0 / scores.len().max(1) as f64; scores.len()];
    }
    let raised: Vec<f64> = scores.iter().map(|score| libm::exp(score - most)).collect();
    let sum: f64 = raised.iter().sum();
    raised.iter().map(|weight| weight / sum).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weights_add_up_to_one() {
        let weights = softmax(&[1.0, 2.0, 1000.0]);
        assert_eq!(weights, [0.0, 0.0, 1.0]);
        assert_eq!(softmax(&[f64::INFINITY, 0.0]), [0.5, 0.5]);
        assert_eq!(softmax(&[]), [0.0; 0]);
        assert!((softmax(&[0.1, -0.4, 3.0]).iter().sum::<f64>() - 1.0).abs() < 1e-15);
    }
}
