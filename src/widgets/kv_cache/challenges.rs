//! Questions with computed answers.

use super::model::FARTHEST;
use crate::i18n::{self, Lang};
use crate::numerics::gpus::{gpu, sequences_that_fit};
use crate::numerics::models::{CacheFormat, WeightFormat, model, takeovers};
use crate::widgets::Challenge;

const LONG: u64 = 131_072;

/// Tokens at which Llama-3.1-405B's cache outgrows its weights, both in BF16.
fn outgrowing() -> f64 {
    let tokens = model("llama-3.1-405b").map(|model| {
        let weights = model.parameters().bytes(WeightFormat::Bf16);
        model.longest_within(weights.into(), 1, CacheFormat::Bf16, FARTHEST) + 1
    });
    tokens.map_or(f64::NAN, |tokens| tokens as f64)
}

/// Users of DeepSeek-V3 at 128K tokens beside its FP8 weights on so many H800.
fn users(gpus: u32) -> Option<u64> {
    let (model, gpu) = (model("deepseek-v3")?, gpu("h800-sxm")?);
    let weights = model.parameters().bytes(WeightFormat::Fp8);
    sequences_that_fit(gpu, gpus, weights, model.cache_bytes(LONG, CacheFormat::Bf16))
}

/// The same on eight of them: none where the weights do not fit.
fn on_eight() -> f64 {
    users(8).unwrap_or(0) as f64
}

/// The fewest H800 that hold the weights and a hundred users.
fn for_a_hundred() -> f64 {
    (1..=64).find(|gpus| users(*gpus).is_some_and(|users| users >= 100)).map_or(f64::NAN, f64::from)
}

/// Tokens from which on Llama-4-Maverick keeps less than DeepSeek-V3.
fn undercutting() -> f64 {
    let pair = model("deepseek-v3").zip(model("llama-4-maverick"));
    let from = pair.and_then(|(own, other)| takeovers(own, other, FARTHEST).first().copied());
    from.map_or(f64::NAN, |from| from as f64)
}

/// What is asked.
pub fn challenges(lang: Lang) -> Vec<Challenge> {
    let text = i18n::kv_cache(lang);
    let ask = |question, answer, tolerance, unit, shows| Challenge { question, answer, tolerance, unit, shows };
    vec![
        ask(
            text.ask_eight,
            on_eight as fn() -> f64,
            0.0,
            text.unit_users,
            &[("models", "deepseek-v3"), ("gpu", "h800-sxm"), ("gpus", "8")]
                as &'static [(&'static str, &'static str)],
        ),
        ask(
            text.ask_hundred,
            for_a_hundred,
            0.0,
            text.unit_gpus,
            &[("models", "deepseek-v3"), ("gpu", "h800-sxm"), ("gpus", "20"), ("batch", "100")],
        ),
        ask(
            text.ask_outgrow,
            outgrowing,
            0.02,
            text.unit_tokens,
            &[("models", "llama-3.1-405b"), ("weight-format", "bf16"), ("view", "growth")],
        ),
        ask(
            text.ask_undercut,
            undercutting,
            0.02,
            text.unit_tokens,
            &[("models", "deepseek-v3,llama-4-maverick"), ("view", "growth")],
        ),
    ]
}
