//! What is computed from a state.

use super::state::{MOST_CONTEXT, State};
use crate::numerics::gpus::{Gpu, sequences_that_fit};
use crate::numerics::models::{Attention, Baseline, Model, model, takeovers};

/// Texts up to this length, in tokens, are looked at for what fits and what crosses.
pub const FARTHEST: u64 = 10 * MOST_CONTEXT;

/// Everything that is drawn and said.
pub struct Computed {
    /// One for each model, in their order.
    pub rows: Vec<Row>,
    /// The accelerator.
    pub gpu: &'static Gpu,
    /// Memory of all accelerators in bytes.
    pub memory: u128,
}

/// One model.
pub struct Row {
    /// Its architecture.
    pub model: &'static Model,
    /// What it caches of one token, in bytes, while every layer keeps it.
    pub token: u64,
    /// One user's cache in bytes.
    pub each: u128,
    /// All users' caches in bytes.
    pub cache: u128,
    /// All weights in bytes.
    pub weights: u64,
    /// How many accelerators the weights alone need.
    pub needed: u128,
    /// How many users fit beside the weights; none where the weights alone do not fit.
    pub fit: Option<u64>,
    /// The longest text, in tokens, that fits for all users at once; above [`MOST_CONTEXT`] where more would.
    pub longest: Option<u64>,
    /// The shortest text, in tokens, at which all users' caches together take more than the weights; none where they
    /// do not up to ten times [`MOST_CONTEXT`].
    pub outgrows: Option<u64>,
    /// Lengths at which this model begins to keep less than the first one (in odd places), and at which it no longer
    /// does (in even ones).
    pub takeovers: Vec<u64>,
    /// Numbers that one layer caches of one token.
    pub layer: u64,
    /// The baseline's.
    pub baseline_layer: u64,
    /// All users' caches with the baseline, in bytes.
    pub baseline_cache: u128,
    /// Bits a token of the baseline over its own.
    pub ratio: f64,
    /// The same with both at one precision.
    pub equal_ratio: f64,
}

impl Row {
    /// Numbers that one layer caches of one token, in two parts: latent and rotary key, or keys and values.
    #[must_use]
    pub fn parts(&self) -> [u64; 2] {
        match self.model.attention {
            Attention::Latent(latent) => [u64::from(latent.kv_lora_rank), u64::from(latent.qk_rope_head_dim)],
            Attention::Heads(_) => [self.layer / 2, self.layer - self.layer / 2],
        }
    }
}

/// Computes everything.
#[must_use]
pub fn compute(state: &State) -> Computed {
    let gpu = state.gpu.gpu();
    let memory = gpu.memory_bytes() * u128::from(state.gpus);
    let rows = state.models.iter().map(|name| row(state, name.model(), gpu, memory)).collect();
    Computed { rows, gpu, memory }
}

fn row(state: &State, model: &'static Model, gpu: &Gpu, memory: u128) -> Row {
    let (format, baseline, batch) = (state.cache_format, state.baseline, u128::from(state.batch));
    let each = model.cache_bytes(state.context, format);
    let weights = model.parameters().bytes(state.weight_format);
    let left = memory.checked_sub(u128::from(weights));
    let first = state.models.first().map_or(model, |name| name.model());
    let longest = |bytes| model.longest_within(bytes, state.batch, format, FARTHEST);
    Row {
        model,
        token: model.cache_bytes_per_token(format),
        each,
        cache: each * batch,
        weights,
        needed: u128::from(weights).div_ceil(gpu.memory_bytes().max(1)),
        fit: sequences_that_fit(gpu, state.gpus, weights, each),
        longest: left.map(longest),
        outgrows: Some(longest(u128::from(weights)) + 1).filter(|tokens| *tokens <= FARTHEST),
        takeovers: takeovers(first, model, FARTHEST),
        layer: model.cache_elements_a_layer(),
        baseline_layer: baseline_layer(baseline, model),
        baseline_cache: baseline.cache_bytes(model, state.context, format) * batch,
        ratio: baseline.ratio(model, format),
        equal_ratio: baseline.elements(model) as f64 / model.cache_elements() as f64,
    }
}

/// Numbers that one layer of the baseline caches of one token.
fn baseline_layer(baseline: Baseline, of: &Model) -> u64 {
    match baseline {
        Baseline::DeepSeek67b => model("deepseek-67b").map_or(0, Model::cache_elements_a_layer),
        _ => baseline.elements(of) / u64::from(of.layers).max(1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fit_and_longest_agree() {
        let mut state = State::default();
        for row in compute(&state).rows {
            let users = row.fit.unwrap();
            state.batch = u32::try_from(users).unwrap();
            let full = compute(&state).rows.into_iter().find(|full| full.model.id == row.model.id).unwrap();
            assert!(full.longest.unwrap() >= state.context);
            state.batch += 1;
            let over = compute(&state).rows.into_iter().find(|over| over.model.id == row.model.id).unwrap();
            assert!(over.longest.unwrap() < state.context);
        }
    }
}
