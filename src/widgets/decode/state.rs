//! The state of `frugal-decode` and what a reader can do to it.

use crate::numerics::attention::Scope;
use crate::numerics::gpus::{GPUS, Gpu};
use crate::numerics::models::CacheKind;
use crate::state::{Between, Choice, Length, choice, table};

/// Most tokens that are decoded.
pub const MOST_TOKENS: usize = 12;
/// Most characters of the reader's own words.
pub const MOST_TEXT: usize = 200;
/// Most query heads.
pub const MOST_HEADS: u32 = 512;
/// Most tokens in one step.
pub const MOST_AT_ONCE: u32 = 4;
/// Most sequences at once.
pub const MOST_BATCH: u32 = 4096;
/// Most cached tokens of the roofline.
pub const MOST_CONTEXT: u32 = 1_000_000;

/// What is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// A small attention, step by step.
    Steps,
    /// Operations for each byte, on an accelerator.
    Roofline,
}

choice!(Look { Steps = "steps", Roofline = "roofline" });
choice!(CacheKind { Mha = "mha", Gqa = "gqa", Mqa = "mqa", Mla = "mla" });
choice!(Scope { Cache = "cache", Layer = "layer" });

table! {
    /// The state of `frugal-decode`.
    pub struct State: "decode" {
        /// A small attention step by step, or operations for each byte.
        "view" look: Look = Look::Steps, within ();
        /// What is kept of a token.
        "attention" attention: CacheKind = CacheKind::Mla, within ();
        /// The step, counted from 0; the last where there are fewer.
        "at" at: u32 = 7, within Between(0, MOST_TOKENS as u32 - 1);
        /// Whether positions count: the rotary key of MLA, the turned keys of the others.
        "rope-key" rope_key: bool = true, within ();
        /// Tokens decoded in one step: 2 where one is predicted ahead.
        "tokens-per-step" tokens_per_step: u32 = 1, within Between(1, MOST_AT_ONCE);
        /// The reader's own words; empty for a sample in the language of the page.
        "text" text: String = String::new(), within Length(MOST_TEXT);
        /// Query heads in the roofline; 0 for the usual number of each kind: 64 with GQA, else 128.
        "heads" heads: u32 = 0, within Between(0, MOST_HEADS);
        /// The accelerator.
        "gpu" gpu: GpuName = GpuName::H800, within ();
        /// Sequences decoded at once.
        "batch" batch: u32 = 1, within Between(1, MOST_BATCH);
        /// Cached tokens of each sequence in the roofline.
        "context" context: u32 = 4096, within Between(1, MOST_CONTEXT);
        /// What the roofline counts: queries against the cache, or the layer's projections as well.
        "counted" counted: Scope = Scope::Cache, within ();
        /// Makes token vectors and weights.
        "seed" seed: u32 = 29, within Between(0, u32::MAX);
    }
}

/// An accelerator whose vendor states a rate of matrix products, by its position in [`GPUS`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GpuName(usize);

/// How many there are.
const RATED: usize = {
    let (mut at, mut count) = (0, 0);
    while at < GPUS.len() {
        if GPUS[at].bf16_tflops.is_some() {
            count += 1;
        }
        at += 1;
    }
    count
};

impl GpuName {
    const H800: Self = Self(2);

    /// Its data sheet.
    #[must_use]
    pub fn gpu(self) -> &'static Gpu {
        GPUS.get(self.0).unwrap_or(&GPUS[0])
    }
}

impl Choice for GpuName {
    const ALL: &'static [Self] = &{
        let mut all = [Self(0); RATED];
        let (mut at, mut next) = (0, 0);
        while at < GPUS.len() {
            if GPUS[at].bf16_tflops.is_some() {
                all[next] = Self(at);
                next += 1;
            }
            at += 1;
        }
        all
    };
    const NAMES: &'static [&'static str] = &{
        let mut names = [""; RATED];
        let mut at = 0;
        while at < RATED {
            names[at] = GPUS[Self::ALL[at].0].id;
            at += 1;
        }
        names
    };
}

/// What a reader can do.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Looks at something else.
    Look(Look),
    /// Chooses a kind of attention.
    Attention(CacheKind),
    /// Remembers or forgets positions.
    RopeKey(bool),
    /// Sets how many tokens a step decodes.
    TokensPerStep(u32),
    /// Takes other words.
    Text(String),
    /// Sets the query heads.
    Heads(u32),
    /// Chooses the accelerator.
    Gpu(GpuName),
    /// Sets how many sequences there are.
    Batch(u32),
    /// Sets how long they are.
    Context(u32),
    /// Chooses what is counted.
    Counted(Scope),
    /// Draws other numbers.
    Seed(u32),
}

/// Carries out an action; the state stays within its ranges.
pub fn reduce(state: &mut State, action: Action) {
    match action {
        Action::Look(look) => state.look = look,
        Action::Attention(kind) => state.attention = kind,
        Action::RopeKey(on) => state.rope_key = on,
        Action::TokensPerStep(tokens) => state.tokens_per_step = tokens.clamp(1, MOST_AT_ONCE),
        Action::Text(text) => state.text = text.chars().take(MOST_TEXT).collect(),
        Action::Heads(heads) => state.heads = heads.min(MOST_HEADS),
        Action::Gpu(gpu) => state.gpu = gpu,
        Action::Batch(batch) => state.batch = batch.clamp(1, MOST_BATCH),
        Action::Context(context) => state.context = context.clamp(1, MOST_CONTEXT),
        Action::Counted(scope) => state.counted = scope,
        Action::Seed(seed) => state.seed = seed,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::Table as _;

    #[test]
    fn no_action_leaves_the_ranges() {
        let mut state = State::default();
        for far in [0, u32::MAX] {
            for action in [
                Action::TokensPerStep(far),
                Action::Heads(far),
                Action::Batch(far),
                Action::Context(far),
                Action::Text("x".repeat(far.min(999) as usize)),
            ] {
                reduce(&mut state, action);
                for (field, text) in state.texts() {
                    assert_eq!(State::check(field, &text), Ok(()), "{field}={text}");
                }
            }
        }
    }

    #[test]
    fn only_accelerators_with_a_rate_are_offered() {
        assert!(GpuName::ALL.iter().all(|name| name.gpu().bf16_tflops.is_some()));
        assert_eq!(GpuName::ALL.len(), GPUS.len() - 1);
        assert_eq!(GpuName::H800.name(), "h800-sxm");
    }
}
