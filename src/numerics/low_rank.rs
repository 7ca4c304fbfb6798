//! How few numbers hold the keys and values: singular value decomposition, compression with it, and what becomes of
//! attention.

mod compression;
mod eigen;
mod layer;
mod matrix;
mod pattern;
mod svd;

pub use compression::{Block, Compression, Fit, Sharing};
pub use layer::Layer;
pub use matrix::{Matrix, gram, products};
pub use pattern::Pattern;
pub use svd::{Svd, svd};
