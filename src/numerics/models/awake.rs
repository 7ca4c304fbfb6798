//! Which experts are awake: a stand-in for the gates, where only how many matters.

use super::model::Model;
use crate::numerics::rng::SplitMix64;

/// For each layer with routed experts, which of them at least one of `tokens` tokens uses, beginning with token `first`.
///
/// Every token draws its experts anew in every layer, uniformly and without repetition. A trained gate
/// is not uniform: tokens of one text prefer some experts, so real tokens wake somewhat fewer.
#[must_use]
pub fn awake(model: &Model, first: u32, tokens: u32) -> Vec<Vec<bool>> {
    let Some(moe) = model.moe else { return Vec::new() };
    let (experts, top_k) = (usize::from(moe.experts), usize::from(moe.top_k.min(moe.experts)));
    let layer = |layer: u8| {
        let mut awake = vec![false; experts];
        let mut asleep = experts;
        for token in 1..=tokens {
            if asleep == 0 {
                break;
            }
            let seed = (u64::from(first) + u64::from(token)) << 8 | u64::from(layer);
            let mut rng = SplitMix64::new(seed.wrapping_mul(0x2545_f491_4f6c_dd1d));
            for drawn in rng.distinct(experts, top_k) {
                asleep -= usize::from(!awake[drawn]);
                awake[drawn] = true;
            }
        }
        awake
    };
    (0..model.moe_layers()).map(layer).collect()
}

/// The share of a layer's experts that `tokens` tokens wake on average, each drawing `top_k` of `experts` uniformly:
/// 1 − (1 − K/N)ⁿ.
#[must_use]
pub fn expected_awake(experts: u16, top_k: u16, tokens: u32) -> f64 {
    let asleep = 1.0 - f64::from(top_k.min(experts)) / f64::from(experts.max(1));
    1.0 - libm::pow(asleep, f64::from(tokens))
}

#[cfg(test)]
mod tests {
    use super::super::{MODELS, Moe, model};
    use super::*;

    fn count(layer: &[bool]) -> usize {
        layer.iter().filter(|on| **on).count()
    }

    #[test]
    fn one_token_wakes_as_many_as_it_uses() {
        for model in &MODELS {
            let layers = awake(model, 0, 1);
            assert_eq!(layers.len(), usize::from(model.moe_layers()));
            let top_k = model.moe.map_or(0, |moe| usize::from(moe.top_k));
            assert!(layers.iter().all(|layer| count(layer) == top_k), "{}", model.id);
        }
        let v3 = model("deepseek-v3").unwrap();
        assert_ne!(awake(v3, 0, 1)[0], awake(v3, 0, 1)[1]);
        assert_ne!(awake(v3, 0, 1), awake(v3, 1, 1));
    }

    #[test]
    fn tokens_together_wake_the_union() {
        let v3 = model("deepseek-v3").unwrap();
        let [one, two, both] = [awake(v3, 0, 1), awake(v3, 1, 1), awake(v3, 0, 2)];
        for layer in 0..58 {
            let union = (0..256).map(|at| one[layer][at] || two[layer][at]);
            assert!(union.eq(both[layer].iter().copied()));
        }
        for tokens in [1, 16, 64, 256] {
            let layers = awake(v3, 0, tokens);
            let share = layers.iter().map(|layer| count(layer)).sum::<usize>() as f64 / (58.0 * 256.0);
            let expected = expected_awake(256, 8, tokens);
            assert!((share - expected).abs() < 0.01, "{tokens}: {share} for {expected}");
        }
        assert_eq!(expected_awake(256, 8, 1), 8.0 / 256.0);
    }

    #[test]
    fn no_size_hangs_or_panics() {
        let v3 = model("deepseek-v3").unwrap();
        for (experts, top_k) in [(0, 0), (0, 8), (1, 1), (1, 9), (u16::MAX, u16::MAX), (2048, 1)] {
            let odd = Model { moe: v3.moe.map(|moe| Moe { experts, top_k, ..moe }), ..*v3 };
            let layers = awake(&odd, u32::MAX, 1024);
            assert!(layers.iter().all(|layer| layer.len() == usize::from(experts)));
            assert!(expected_awake(experts, top_k, 3) <= 1.0);
        }
    }
}
