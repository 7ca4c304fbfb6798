//! What is computed from a state: bytes and shares of DeepSeek-V3.

use super::state::State;
use crate::numerics::models::{Model, model};

/// Bytes of a number in each precision.
pub const E4M3_BYTES: u64 = 1;
pub const BF16_BYTES: u64 = 2;
pub const FP32_BYTES: u64 = 4;

/// Bytes that a weight of a linear layer takes in training: multiplied, gradient, master, two moments.
pub const EACH: [u64; 4] = [E4M3_BYTES, FP32_BYTES, FP32_BYTES, 2 * BF16_BYTES];

/// Everything that is drawn and said.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Computed {
    /// All parameters.
    pub parameters: u64,
    /// Those of the linear layers.
    pub linear: u64,
    /// Scales of their blocks.
    pub scales: u64,
    /// Bytes of the weights as they are multiplied: E4M3 with an FP32 scale a block, all others BF16.
    pub bytes_weights: u64,
    /// Bytes of the gradients, FP32.
    pub bytes_gradients: u64,
    /// Bytes of master weights (FP32) and moments (BF16).
    pub bytes_optimizer: u64,
    /// Multiplications and additions a token of the linear layers, in one pass.
    pub linear_macs: f64,
    /// Those of output head and gates.
    pub wide_macs: f64,
    /// Those of attention.
    pub attention_macs: f64,
}

impl Computed {
    /// Share of the multiplications and additions that runs in FP8, the same in each pass.
    #[must_use]
    pub fn fp8_flop_fraction(&self) -> f64 {
        let all = self.linear_macs + self.wide_macs + self.attention_macs;
        if all > 0.0 { self.linear_macs / all } else { 0.0 }
    }
}

/// Computes everything.
#[must_use]
pub fn compute(state: &State) -> Computed {
    model("deepseek-v3").map(|model| of(model, state.context.into())).unwrap_or_default()
}

fn of(model: &Model, context: u64) -> Computed {
    let (parameters, linears) = (model.parameters(), model.linears());
    let total = parameters.total();
    let linear = linears.iter().map(|linear| linear.weights()).sum();
    let scales = linears.iter().map(|linear| linear.scales()).sum();
    Computed {
        parameters: total,
        linear,
        scales,
        bytes_weights: linear * E4M3_BYTES + scales * FP32_BYTES + (total - linear) * BF16_BYTES,
        bytes_gradients: total * FP32_BYTES,
        bytes_optimizer: total * (FP32_BYTES + 2 * BF16_BYTES),
        linear_macs: linears.iter().map(|linear| linear.macs()).sum::<u64>() as f64,
        wide_macs: (parameters.lm_head + parameters.router) as f64,
        attention_macs: model.attention_macs(context),
    }
}
