//! The state of `frugal-kv-cache` and what a reader can do to it.

use crate::i18n::Scale;
use crate::numerics::gpus::{GPUS, Gpu};
use crate::numerics::models::{Baseline, CacheFormat, MODELS, Model, WeightFormat};
use crate::state::{Between, Choice, List, choice, table};

/// Most models side by side.
pub const MOST_MODELS: usize = 4;
/// Longest text.
pub const MOST_CONTEXT: u64 = 10_000_000;
/// Most users at once.
pub const MOST_BATCH: u32 = 1024;
/// Most GPUs.
pub const MOST_GPUS: u32 = 64;

table! {
    /// The state of `frugal-kv-cache`.
    pub struct State: "kv-cache" {
        /// Models side by side; the result speaks of the first.
        "models" models: Vec<ModelName> = default_models(), within List(1, MOST_MODELS, ());
        /// Tokens that each user's text has.
        "context" context: u64 = 131_072, within Between(1, MOST_CONTEXT);
        /// Users at once, each with a text of their own.
        "batch" batch: u32 = 1, within Between(1, MOST_BATCH);
        /// How a cached number is stored.
        "cache-format" cache_format: CacheFormat = CacheFormat::Bf16, within ();
        /// How a weight is stored, all alike.
        "weight-format" weight_format: WeightFormat = WeightFormat::Fp8, within ();
        /// What the cache is compared with.
        "baseline" baseline: Baseline = Baseline::SameShapeMha, within ();
        /// The accelerator.
        "gpu" gpu: GpuName = GpuName(1), within ();
        /// How many of them.
        "gpus" gpus: u32 = 16, within Between(1, MOST_GPUS);
        /// Powers of 1000 or of 1024.
        "unit" unit: Scale = Scale::Decimal, within ();
        /// What is drawn: a token and the memory; growth against the weights; the published ratios.
        "view" view: Picture = Picture::Memory, within ();
    }
}

fn default_models() -> Vec<ModelName> {
    vec![ModelName::DEEPSEEK_V3, ModelName::LLAMA_3_1_405B, ModelName::QWEN2_5_72B]
}

choice!(Baseline { SameShapeMha = "same-shape-mha", Mha192 = "mha-192", Gqa8 = "gqa-8", Mqa = "mqa", DeepSeek67b = "deepseek-67b" });
choice!(CacheFormat { Bf16 = "bf16", Fp8 = "fp8", SixBit = "6-bit" });
choice!(WeightFormat { Fp32 = "fp32", Bf16 = "bf16", Fp8 = "fp8" });
/// What is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Picture {
    /// A token's cells, and whole texts in the memory.
    Memory,
    /// The caches over the length of the text, and where they outgrow the weights.
    Growth,
    /// Five published ratios, and the question that each answers.
    Ratios,
}
choice!(Picture { Memory = "memory", Growth = "growth", Ratios = "ratios" });
choice!(Scale { Decimal = "decimal", Binary = "binary" });

/// A model, by its position in [`MODELS`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ModelName(usize);

impl ModelName {
    const DEEPSEEK_V3: Self = Self(position("deepseek-v3"));
    const LLAMA_3_1_405B: Self = Self(position("llama-3.1-405b"));
    const QWEN2_5_72B: Self = Self(position("qwen2.5-72b"));

    /// Its architecture.
    #[must_use]
    pub fn model(self) -> &'static Model {
        MODELS.get(self.0).unwrap_or(&MODELS[0])
    }
}

impl Choice for ModelName {
    const ALL: &'static [Self] = &{
        let mut all = [Self(0); MODELS.len()];
        let mut at = 0;
        while at < all.len() {
            all[at] = Self(at);
            at += 1;
        }
        all
    };
    const NAMES: &'static [&'static str] = &{
        let mut names = [""; MODELS.len()];
        let mut at = 0;
        while at < names.len() {
            names[at] = MODELS[at].id;
            at += 1;
        }
        names
    };
}

/// Where a model stands; an unknown name does not compile.
const fn position(id: &str) -> usize {
    let mut at = 0;
    while !same(MODELS[at].id.as_bytes(), id.as_bytes()) {
        at += 1;
    }
    at
}

const fn same(a: &[u8], b: &[u8]) -> bool {
    if a.len() != b.len() {
        return false;
    }
    let mut at = 0;
    while at < a.len() && a[at] == b[at] {
        at += 1;
    }
    at == a.len()
}

/// An accelerator, by its position in [`GPUS`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GpuName(usize);

impl GpuName {
    /// Its data sheet.
    #[must_use]
    pub fn gpu(self) -> &'static Gpu {
        GPUS.get(self.0).unwrap_or(&GPUS[0])
    }
}

impl Choice for GpuName {
    const ALL: &'static [Self] = &{
        let mut all = [Self(0); GPUS.len()];
        let mut at = 0;
        while at < all.len() {
            all[at] = Self(at);
            at += 1;
        }
        all
    };
    const NAMES: &'static [&'static str] = &{
        let mut names = [""; GPUS.len()];
        let mut at = 0;
        while at < names.len() {
            names[at] = GPUS[at].id;
            at += 1;
        }
        names
    };
}

/// What a reader can do.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Action {
    /// Puts a model into a place, or empties the place.
    Model(usize, Option<ModelName>),
    /// Sets the length of the texts.
    Context(u64),
    /// Sets how many users there are.
    Batch(u32),
    /// Sets how a cached number is stored.
    CacheFormat(CacheFormat),
    /// Sets how a weight is stored.
    WeightFormat(WeightFormat),
    /// Sets what the cache is compared with.
    Baseline(Baseline),
    /// Sets the accelerator.
    Gpu(GpuName),
    /// Sets how many of them.
    Gpus(u32),
    /// Sets the units.
    Unit(Scale),
    /// Chooses what is drawn.
    View(Picture),
}

/// Carries out an action; the state stays within its ranges.
pub fn reduce(state: &mut State, action: Action) {
    match action {
        Action::Model(place, name) => place_model(&mut state.models, place, name),
        Action::Context(context) => state.context = context.clamp(1, MOST_CONTEXT),
        Action::Batch(batch) => state.batch = batch.clamp(1, MOST_BATCH),
        Action::CacheFormat(format) => state.cache_format = format,
        Action::WeightFormat(format) => state.weight_format = format,
        Action::Baseline(baseline) => state.baseline = baseline,
        Action::Gpu(gpu) => state.gpu = gpu,
        Action::Gpus(gpus) => state.gpus = gpus.clamp(1, MOST_GPUS),
        Action::Unit(unit) => state.unit = unit,
        Action::View(view) => state.view = view,
    }
}

/// A model that stands elsewhere already changes places; the last one stays.
fn place_model(models: &mut Vec<ModelName>, place: usize, name: Option<ModelName>) {
    let taken = name.and_then(|name| models.iter().position(|model| *model == name));
    match (name, taken) {
        (None, _) if models.len() > 1 && place < models.len() => drop(models.remove(place)),
        (Some(_), Some(other)) if place < models.len() => models.swap(place, other),
        (Some(name), None) if place < models.len() => models[place] = name,
        (Some(name), None) if models.len() < MOST_MODELS => models.push(name),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::Table as _;

    #[test]
    fn places_hold_different_models() {
        let mut state = State::default();
        let [v3, llama, qwen] = [0, 1, 2].map(|at| state.models[at]);
        reduce(&mut state, Action::Model(0, Some(qwen)));
        assert_eq!(state.models, [qwen, llama, v3]);
        reduce(&mut state, Action::Model(3, Some(llama)));
        assert_eq!(state.models, [qwen, llama, v3]);
        reduce(&mut state, Action::Model(1, None));
        assert_eq!(state.models, [qwen, v3]);
        reduce(&mut state, Action::Model(0, Some(llama)));
        reduce(&mut state, Action::Model(1, None));
        reduce(&mut state, Action::Model(0, None));
        assert_eq!(state.models, [llama], "the last one stays");
    }

    #[test]
    fn no_action_leaves_the_ranges() {
        let mut state = State::default();
        for action in [Action::Context(0), Action::Batch(0), Action::Gpus(0), Action::Context(u64::MAX)] {
            reduce(&mut state, action);
            for (field, text) in state.texts() {
                assert_eq!(State::check(field, &text), Ok(()), "{field}={text}");
            }
        }
    }
}
