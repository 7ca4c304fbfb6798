//! Questions to the reader, with answers computed from the numerics.

use crate::i18n::{self, Lang};
use crate::numerics::low_rank::{Block, Compression, Fit, Layer, Pattern, Sharing};
use crate::numerics::models::{Attention, model};
use crate::widgets::Challenge;

/// Seed of the synthetic layers that are asked about.
const SEED: u64 = 1;

/// Three questions.
pub fn challenges(lang: Lang) -> Vec<Challenge> {
    let text = i18n::low_rank(lang);
    vec![
        Challenge {
            question: text.question_groups,
            answer: rank_of_the_groups,
            tolerance: 0.0,
            unit: "",
            shows: &[("rank", "144"), ("joint", "separate")],
        },
        Challenge {
            question: text.question_tenth,
            answer: rank_for_a_tenth,
            tolerance: 0.0,
            unit: "",
            shows: &[("source", "decaying"), ("rank", "28")],
        },
        Challenge {
            question: text.question_attention,
            answer: rank_for_attention,
            tolerance: 0.0,
            unit: "",
            shows: &[("source", "random"), ("rank", "80"), ("head", "1")],
        },
    ]
}

/// DeepSeek-V3 caches as much as 2.25 groups of its own width; the same number of groups of the width here.
fn rank_of_the_groups() -> f64 {
    let Some(Attention::Latent(latent)) = model("deepseek-v3").map(|v3| v3.attention) else { return f64::NAN };
    latent.equivalent_gqa_groups() * (2 * Layer::HEAD_DIM) as f64
}

/// Everything along one set of directions that all tokens chose.
fn joint(layer: &Layer) -> Option<Compression> {
    let blocks: Option<Vec<_>> =
        Sharing::Joint.sets(layer).iter().map(|set| Block::fitted(layer, set, Fit::All)).collect();
    Some(Compression::new(blocks?.into_iter().map(Into::into).collect(), Fit::All, layer))
}

/// The smallest rank for which something holds.
fn smallest(layer: &Layer, holds: impl Fn(&Compression, usize) -> bool) -> f64 {
    let Some(compression) = joint(layer) else { return f64::NAN };
    let found = (1..=compression.spectrum().len()).find(|rank| holds(&compression, *rank));
    found.map_or(f64::NAN, |rank| rank as f64)
}

fn rank_for_a_tenth() -> f64 {
    smallest(&Layer::decaying(SEED), |compression, rank| compression.left(rank) < 0.1)
}

fn rank_for_attention() -> f64 {
    let layer = Layer::random(SEED);
    let keys = [layer.head(0)];
    let queries = layer.queries.columns_at(&keys);
    let before = Pattern::new(&queries, &layer.keys_values.columns_at(&keys));
    smallest(&layer, |compression, rank| {
        let rebuilt = compression.rebuilt(rank, &layer).columns_at(&keys);
        before.divergence(&Pattern::new(&queries, &rebuilt)) < 0.1
    })
}
