//! The last step: what the chosen experts make of the token, added up. The experts are small and made from the seed.

use crate::numerics::rng::SplitMix64;
use crate::numerics::routing::{Kind, Scoring, SwiGlu};

use super::model::Routing;

/// Width of a synthetic expert.
const INTERMEDIATE: usize = 8;

/// One expert's part of the output.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// The expert; none for a shared one.
    pub expert: Option<usize>,
    /// Its weight; 1 for a shared one.
    pub weight: f32,
    /// What it adds to the output, weight included.
    pub values: Vec<f32>,
}

/// The sum of the last step.
#[derive(Clone, Debug, PartialEq)]
pub struct Mixture {
    /// The chosen experts by weight, then the shared ones.
    pub parts: Vec<Part>,
    /// Their sum.
    pub output: Vec<f32>,
}

/// Experts that every token visits, by the models' config.json.
#[must_use]
pub const fn shared_experts(kind: Kind) -> usize {
    match kind {
        Kind::DeepseekV3 | Kind::KimiK2 | Kind::Glm45 | Kind::Llama4 => 1,
        Kind::DeepseekV2 | Kind::DeepseekMoe => 2,
        Kind::Mixtral | Kind::Qwen3Moe | Kind::GptOss | Kind::Switch => 0,
    }
}

/// A gated network of normal numbers, seeded by its place alone, whatever the gate.
fn expert(place: u64, seed: u32, x: &[f32]) -> Vec<f32> {
    let hidden = x.len().max(1);
    let mut rng = SplitMix64::new((u64::from(seed) << 32) ^ place);
    let mut matrix = |inputs: usize| -> Vec<f32> {
        let scale = 1.0 / f64::sqrt(inputs as f64);
        (0..hidden * INTERMEDIATE).map(|_| (rng.normal() * scale) as f32).collect()
    };
    let (gate, up, down) = (matrix(hidden), matrix(hidden), matrix(INTERMEDIATE));
    SwiGlu { gate: &gate, up: &up, down: &down }.forward(x).unwrap_or_default()
}

impl Mixture {
    /// Sends a token of the gate's width through the chosen experts and the shared ones.
    ///
    /// Llama 4 multiplies the expert's *input* by the weight, all others its output.
    #[must_use]
    pub fn new(kind: Kind, routing: &Routing, x: &[f32], seed: u32) -> Self {
        let before = routing.gate.scoring == Scoring::SigmoidOfSelected;
        let scaled = |values: &[f32], weight: f32| values.iter().map(|value| value * weight).collect::<Vec<f32>>();
        let chosen = routing.routed.selected.iter().zip(&routing.routed.weights).map(|(&at, &weight)| {
            let values = if before {
                expert(at as u64, seed, &scaled(x, weight))
            } else {
                scaled(&expert(at as u64, seed, x), weight)
            };
            Part { expert: Some(at), weight, values }
        });
        // Shared experts have seeds that no routed one has.
        let shared = (0..shared_experts(kind)).map(|at| {
            let values = expert((1 << 31) + at as u64, seed, x);
            Part { expert: None, weight: 1.0, values }
        });
        let parts: Vec<Part> = chosen.chain(shared).collect();
        let mut output = vec![0.0_f32; x.len()];
        for part in &parts {
            output.iter_mut().zip(&part.values).for_each(|(sum, value)| *sum += value);
        }
        Self { parts, output }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::numerics::models;

    #[test]
    fn shared_experts_are_those_of_the_models() {
        let ids = [
            (Kind::DeepseekV3, "deepseek-v3"),
            (Kind::KimiK2, "kimi-k2"),
            (Kind::Glm45, "glm-4.5"),
            (Kind::DeepseekV2, "deepseek-v2"),
            (Kind::DeepseekMoe, "deepseekmoe-16b"),
            (Kind::Mixtral, "mixtral-8x7b"),
            (Kind::Qwen3Moe, "qwen3-235b-a22b"),
            (Kind::GptOss, "gpt-oss-120b"),
            (Kind::Llama4, "llama-4-maverick"),
        ];
        for (kind, id) in ids {
            let moe = models::model(id).unwrap().moe.unwrap();
            assert_eq!(shared_experts(kind), usize::from(moe.shared_experts), "{id}");
        }
    }
}
