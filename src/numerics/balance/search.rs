//! The smallest bias update that balances in time.

use super::select::Best;
use super::{Config, Rule, Stream, max_violation};

/// Updates tried at once: each costs a choice a token, the stream is drawn once for all.
const TRIED: usize = 8;

/// The smallest γ, to about a tenth, whose MaxVio is below `bound` at some step before `by` and stays there until the step
/// `until`, on the stream of `config`; NaN if none from 10⁻⁴ to 0.05 is.
///
/// Two rounds of eight: from what fails to what does, ever closer.
#[must_use]
pub fn smallest_gamma(config: &Config, bound: f64, by: usize, until: usize) -> f64 {
    let (mut low, mut high) = (1e-4, 5e-2);
    for _ in 0..2 {
        let ratio = libm::pow(high / low, 1.0 / TRIED as f64);
        let tried: Vec<f64> = (1..=TRIED).map(|at| low * libm::pow(ratio, at as f64)).collect();
        let Some(first) = holding(config, &tried, bound, by, until).iter().position(|holds| *holds) else {
            return f64::NAN;
        };
        high = tried[first];
        low = high / ratio;
    }
    high
}

/// Whether each γ balances in time and stays balanced.
fn holding(config: &Config, tried: &[f64], bound: f64, by: usize, until: usize) -> Vec<bool> {
    let experts = config.experts();
    let mut biases = vec![vec![0.0; experts]; tried.len()];
    let mut below = vec![None; tried.len()];
    let mut stream = Stream::at(config.seed, 0, experts as u64);
    let (mut best, mut row, mut scores) = (Best::default(), vec![0.0; experts], vec![0.0; experts]);
    for step in 0..until {
        let mut loads = vec![vec![0; experts]; tried.len()];
        for _ in 0..config.tokens {
            for (s, skew) in row.iter_mut().zip(&config.skew) {
                *s = super::sigmoid(skew + config.noise * stream.noise());
            }
            for (bias, loads) in biases.iter().zip(&mut loads) {
                scores.iter_mut().zip(&row).zip(bias).for_each(|((score, s), bias)| *score = s + bias);
                super::step::count(&mut best, &scores, config.top_k, loads);
            }
        }
        for (at, (bias, loads)) in biases.iter_mut().zip(&loads).enumerate() {
            let balanced = max_violation(loads, |_| true) < bound;
            below[at] = if balanced { below[at].or(Some(step)) } else { None };
            Rule::Sign.update(tried[at], bias, loads, |_| true);
        }
    }
    below.into_iter().map(|since| since.is_some_and(|since| since < by)).collect()
}
