//! What is computed from a state: one step of a small attention, and the operations for each byte of every kind.

use super::state::{Look, MOST_TOKENS, State};
use crate::i18n::{self, Lang};
use crate::numerics::attention::{Attended, Decode, HIDDEN, Lane, Layer, SMALL, Scope, Shape, machine_balance};
use crate::numerics::gpus::Gpu;
use crate::numerics::models::{Attention, CacheKind, model};
use crate::numerics::routing::{token_vector, tokenize};
use crate::state::Choice as _;

/// Everything that is drawn and said.
pub struct Computed {
    /// The tokens.
    pub tokens: Vec<String>,
    /// How many more the text had.
    pub cut: usize,
    /// Whether the reader's own words held no token, so that the sample stands in.
    pub wordless: bool,
    /// The step, at most the last.
    pub step: u32,
    /// The last step.
    pub end: u32,
    /// The first token that this step writes, and the one after the last.
    pub written: (usize, usize),
    /// The chosen kind's cache after this step: an entry a token.
    pub cache: Vec<Vec<f64>>,
    /// What the step's last token got.
    pub attended: Attended,
    /// What it would have got if the tokens before it stood the other way round.
    pub reversed: Vec<f64>,
    /// The largest difference of the two.
    pub change: f64,
    /// One step of each kind: of the small attention, or of the roofline's.
    pub decodes: [Decode; 4],
    /// Multiplications that make the entries of this step's tokens.
    pub entry_macs: u64,
    /// The same for every token so far: what it would take without a cache.
    pub uncached_macs: u64,
    /// The accelerator.
    pub gpu: &'static Gpu,
    /// Operations that it does in the time of a byte.
    pub balance: f64,
}

/// DeepSeek-V3's widths, of a token and of a compressed query as well; those of the small attention if it were not known.
fn published() -> (Shape, u64, u64) {
    model("deepseek-v3").map_or((SMALL, HIDDEN as u64, 0), |model| {
        let rank = match model.attention {
            Attention::Latent(latent) => latent.q_lora_rank.unwrap_or(0),
            Attention::Heads(_) => 0,
        };
        (Shape::of(model).unwrap_or(SMALL), u64::from(model.hidden), u64::from(rank))
    })
}

/// One step of a kind as DeepSeek-V3's widths and the state have it.
#[must_use]
pub fn roofline(state: &State, kind: CacheKind) -> Decode {
    let (shape, hidden, q_lora_rank) = published();
    let usual = if kind == CacheKind::Gqa { shape.heads / 2 } else { shape.heads };
    let heads = if state.heads == 0 { usual } else { state.heads as usize };
    Decode {
        kind,
        shape: Shape { heads, ..shape },
        groups: 8,
        hidden,
        q_lora_rank,
        tokens_per_step: state.tokens_per_step.into(),
        batch: state.batch.into(),
        context: state.context.into(),
        scope: state.counted,
    }
}

/// One step of a kind in the small attention.
fn small(kind: CacheKind, at_once: usize, context: usize, with_position: bool) -> Decode {
    let shape = SMALL.with(if with_position { Lane::Decoupled } else { Lane::None });
    Decode {
        kind,
        shape,
        groups: SMALL.heads as u64 / 2,
        hidden: HIDDEN as u64,
        q_lora_rank: 0,
        tokens_per_step: at_once as u64,
        batch: 1,
        context: context as u64,
        scope: Scope::Cache,
    }
}

/// The words, how many were too many, and whether the sample stands in for none.
fn words(state: &State, lang: Lang) -> (Vec<String>, usize, bool) {
    let own = tokenize(&state.text);
    let wordless = own.tokens.is_empty();
    let found = if wordless { tokenize(i18n::decode(lang).sample) } else { own };
    let tokens: Vec<String> = found.tokens.iter().take(MOST_TOKENS).map(|token| (*token).to_owned()).collect();
    let cut = found.cut + found.tokens.len() - tokens.len();
    (tokens, cut, wordless && !state.text.is_empty())
}

fn vector(token: &str, seed: u32) -> Vec<f64> {
    token_vector(token.as_bytes(), seed.into(), HIDDEN).into_iter().map(f64::from).collect()
}

/// The cache of these tokens in this order.
fn cached(layer: &Layer, vectors: &[&Vec<f64>], with_position: bool) -> Vec<Vec<f64>> {
    let entry = |(at, vector): (usize, &&Vec<f64>)| layer.entry(vector, with_position.then_some(at as u32));
    vectors.iter().enumerate().map(entry).collect()
}

/// Computes everything.
#[must_use]
pub fn compute(state: &State, lang: Lang) -> Computed {
    let (tokens, cut, wordless) = words(state, lang);
    let (at_once, with) = (state.tokens_per_step.max(1) as usize, state.rope_key);
    let end = tokens.len().div_ceil(at_once).saturating_sub(1) as u32;
    let step = state.at.min(end);
    let from = (step as usize * at_once).min(tokens.len());
    let to = (from + at_once).min(tokens.len());

    let layer = Layer::small(state.attention, state.seed);
    let vectors: Vec<Vec<f64>> = tokens.iter().map(|token| vector(token, state.seed)).collect();
    let (past, last): (Vec<&Vec<f64>>, _) = (vectors[..to.saturating_sub(1)].iter().collect(), &vectors[to.max(1) - 1]);
    let position = with.then_some(past.len() as u32);
    let forth = cached(&layer, &[&past[..], &[last]].concat(), with);
    let attended = layer.attend(last, position, &forth);
    let back: Vec<&Vec<f64>> = past.iter().rev().copied().chain([last]).collect();
    let reversed = layer.attend(last, position, &cached(&layer, &back, with)).output;
    let apart = attended.output.iter().zip(&reversed).map(|(a, b)| f64::abs(a - b));

    let each = |kind: &CacheKind| match state.look {
        Look::Steps => small(*kind, to - from, to, with),
        Look::Roofline => roofline(state, *kind),
    };
    let kinds = [CacheKind::Mha, CacheKind::Gqa, CacheKind::Mqa, CacheKind::Mla];
    let gpu = state.gpu.gpu();
    let entry = layer.entry_macs(with) as u64;
    Computed {
        change: apart.fold(0.0, f64::max),
        decodes: kinds.map(|kind| each(&kind)),
        entry_macs: entry * (to - from) as u64,
        uncached_macs: entry * to as u64,
        balance: machine_balance(gpu).unwrap_or(f64::INFINITY),
        written: (from, to),
        cache: forth,
        tokens,
        cut,
        wordless,
        step,
        end,
        attended,
        reversed,
        gpu,
    }
}

impl Computed {
    /// The step of a kind.
    #[must_use]
    pub fn decode(&self, kind: CacheKind) -> &Decode {
        &self.decodes[kind.index().min(3)]
    }

    /// Whether an accelerator's arithmetic, not its memory, sets the pace.
    #[must_use]
    pub fn compute_bound(&self, kind: CacheKind) -> bool {
        self.decode(kind).flop_per_byte() >= self.balance
    }

    /// Operations a second that the memory or the arithmetic allows, in 10¹².
    #[must_use]
    pub fn attainable_tflops(&self, kind: CacheKind) -> f64 {
        let peak = self.gpu.bf16_tflops.map_or(0.0, f64::from);
        peak.min(self.decode(kind).flop_per_byte() * f64::from(self.gpu.bandwidth_gbs) / 1e3)
    }
}
