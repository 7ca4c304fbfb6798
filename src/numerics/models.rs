//! Where parameters live and what remembering costs: exact counts from published architectures.
//!
//! - [`Model`] and [`MODELS`]: the architectures.
//! - [`Parameters`]: what [`Model::parameters`] counts.
//! - [`Part`], [`Tensor`], [`Place`]: the same as a tree, down to one tensor of one expert of one layer.
//! - [`Overrides`]: other sizes than the published ones.
//! - [`Model::flops_per_token`]: the arithmetic for one token.
//! - [`awake`]: which experts some tokens use, by chance.
//! - [`CacheKind`], [`Model::cache_bytes`]: the key-value cache.
//! - [`Linear`]: what is multiplied in FP8.
//! - [`Baseline`]: what a cache is compared with; each answers another question.
//! - [`Model::longest_within`], [`takeovers`]: where caches outgrow a memory, or each other.

mod arithmetic;
mod awake;
mod baseline;
mod cache;
mod crossing;
mod model;
mod parameters;
mod parts;
mod place;
mod precision;
mod table;
mod what_if;

pub use awake::{awake, expected_awake};
pub use baseline::Baseline;
pub use cache::{CacheFormat, CacheKind};
pub use crossing::takeovers;
pub use model::{Attention, Heads, Latent, Mlp, Model, Moe, Mtp, Norms, Published, QkNorm, Window};
pub use parameters::{Parameters, WeightFormat};
pub use parts::{Part, Tensor};
pub use place::Place;
pub use precision::{BLOCK, Linear};
pub use table::MODELS;
pub use what_if::{Impossible, Overrides, Refusal, Size};

/// The model with this id (`deepseek-v3`).
#[must_use]
pub fn model(id: &str) -> Option<&'static Model> {
    MODELS.iter().find(|model| model.id == id)
}
