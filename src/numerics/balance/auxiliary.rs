//! The auxiliary loss: `α Σ fᵢ Pᵢ` (DeepSeek-V3 report, eqs. 17–20, there over one sequence; eqs. 12–14 of DeepSeekMoE over
//! other scopes).
//!
//! `fᵢ` is the load of expert i over its even share, a count that no gradient passes; `Pᵢ` is the mean over the tokens of
//! the affinity sᵢ over the sum of all affinities.

/// `Σ fᵢ Pᵢ` over tokens with these affinities (a row of `f.len()` each); 1 at perfect balance.
#[must_use]
pub fn auxiliary_loss(affinities: &[f64], f: &[f64]) -> f64 {
    let rows = affinities.chunks_exact(f.len().max(1));
    let tokens = rows.len() as f64;
    let token = |row: &[f64]| weighted(row, f) / row.iter().sum::<f64>();
    rows.map(token).sum::<f64>() / tokens
}

fn weighted(row: &[f64], f: &[f64]) -> f64 {
    row.iter().zip(f).map(|(s, f)| s * f).sum()
}

/// Adds the gradient of one token's part of `Σ fᵢ Pᵢ` by the logits to `gradient`, times `scale` (1 over the number of
/// tokens): `sᵢ (1 − sᵢ) / S · (fᵢ − Σ fⱼ sⱼ / S)` with S the sum of the affinities `row`.
pub fn auxiliary_gradient(row: &[f64], f: &[f64], scale: f64, gradient: &mut [f64]) {
    let sum: f64 = row.iter().sum();
    if sum > 0.0 {
        let mean = weighted(row, f) / sum;
        let scale = scale / sum;
        for ((gradient, s), f) in gradient.iter_mut().zip(row).zip(f) {
            *gradient += scale * s * (1.0 - s) * (f - mean);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::sigmoid;
    use super::*;

    #[test]
    fn the_gradient_is_that_of_the_loss() {
        let (experts, tokens) = (5, 7);
        let logits: Vec<f64> = (0..experts * tokens).map(|at| libm::sin(at as f64 * 1.7) * 2.0).collect();
        let f: Vec<f64> = (0..experts).map(|at| 0.3 + at as f64 * 0.4).collect();
        let loss = |offset: &[f64]| {
            let s: Vec<f64> = logits.iter().enumerate().map(|(at, x)| sigmoid(x + offset[at % experts])).collect();
            auxiliary_loss(&s, &f)
        };
        let affinities: Vec<f64> = logits.iter().map(|x| sigmoid(*x)).collect();
        let mut gradient = vec![0.0; experts];
        for row in affinities.chunks(experts) {
            auxiliary_gradient(row, &f, 1.0 / tokens as f64, &mut gradient);
        }
        for expert in 0..experts {
            let h = 1e-6;
            let mut offset = vec![0.0; experts];
            offset[expert] = h;
            let above = loss(&offset);
            offset[expert] = -h;
            let slope = (above - loss(&offset)) / (2.0 * h);
            assert!((slope - gradient[expert]).abs() < 1e-9, "{expert}: {slope} {}", gradient[expert]);
        }
    }

    #[test]
    fn balance_costs_one() {
        assert!((auxiliary_loss(&[0.5; 12], &[1.0; 4]) - 1.0).abs() < 1e-15);
        let mut nothing = [0.0; 2];
        auxiliary_gradient(&[0.0, 0.0], &[1.0, 1.0], 1.0, &mut nothing);
        assert_eq!(nothing, [0.0, 0.0]);
    }
}
