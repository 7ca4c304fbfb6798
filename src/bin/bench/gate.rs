//! DeepSeek-V3's whole gate: the sigmoids of 256 logits, bias, group scores, 4 of 8 groups, 8 experts, weights × 2.5.

use frugal::numerics::rng::SplitMix64;
use frugal::numerics::routing::{Batch, Kind};

use super::Work;

/// Tokens of a run.
pub const TOKENS: usize = 4096;
const SEED: u64 = 1;
/// Spread of the biases.
const BIAS: f64 = 0.05;

struct Tokens {
    logits: Vec<f32>,
    bias: Vec<f32>,
    batch: Option<Batch>,
    selected: Vec<u32>,
    weights: Vec<f32>,
}

/// Independent standard normal logits, and a bias an expert.
pub fn work() -> Box<dyn Work> {
    let gate = Kind::DeepseekV3.gate();
    let mut rng = SplitMix64::new(SEED);
    let mut normals =
        |count: usize, spread: f64| -> Vec<f32> { (0..count).map(|_| (rng.normal() * spread) as f32).collect() };
    let (bias, logits) = (normals(gate.experts, BIAS), normals(TOKENS * gate.experts, 1.0));
    let batch = Batch::new(&gate, &bias).ok();
    Box::new(Tokens {
        logits,
        bias,
        batch,
        selected: vec![0; TOKENS * gate.top_k],
        weights: vec![0.0; TOKENS * gate.top_k],
    })
}

impl Work for Tokens {
    /// The biases, then the logits, tokens × experts.
    fn input(&self) -> Vec<f64> {
        self.bias.iter().chain(&self.logits).map(|x| f64::from(*x)).collect()
    }

    fn run(&mut self) {
        let routed = self.batch.as_mut().map(|batch| batch.tokens(&self.logits, &mut self.selected, &mut self.weights));
        debug_assert_eq!(routed, Some(Ok(())));
    }

    /// The chosen experts by weight, then the weights, both tokens × 8.
    fn output(&self) -> Vec<f64> {
        let experts = self.selected.iter().map(|expert| f64::from(*expert));
        experts.chain(self.weights.iter().map(|weight| f64::from(*weight))).collect()
    }
}
