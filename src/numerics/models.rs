//! Where parameters live and what remembering costs: exact counts from published architectures.
//!
//! - [`Model`] and [`MODELS`]: the architectures.
//! - [`Parameters`]: what [`Model::parameters`] counts.
//! - [`CacheKind`], [`Model::cache_bytes`]: the key-value cache.
//! - [`Linear`]: what is multiplied in FP8.
//! - [`Baseline`]: what a cache is compared with; each answers another question.
//! - [`Model::longest_within`], [`takeovers`]: where caches outgrow a memory, or each other.

mod baseline;
mod cache;
mod crossing;
mod model;
mod parameters;
mod precision;
mod table;

pub use baseline::Baseline;
pub use cache::{CacheFormat, CacheKind};
pub use crossing::takeovers;
pub use model::{Attention, Heads, Latent, Mlp, Model, Moe, Mtp, Norms, Published, QkNorm, Window};
pub use parameters::{Parameters, WeightFormat};
pub use precision::{BLOCK, Linear};
pub use table::MODELS;

/// The model with this id (`deepseek-v3`).
#[must_use]
pub fn model(id: &str) -> Option<&'static Model> {
    MODELS.iter().find(|model| model.id == id)
}
