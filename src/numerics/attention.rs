//! Attention as it is decoded: what of a token is kept, and in which order it is multiplied.
//!
//! - [`Layer`]: one attention layer with seeded weights, MHA, GQA, MQA or MLA, that writes a cache and reads it.
//! - [`Trial`]: the two orders of MLA's products on drawn matrices, with the largest difference that rounding allows.
//! - [`Shape`], [`Work`]: multiplications and bytes of either order, from an architecture's fields.
//! - [`Decode`]: operations for each byte read, for the roofline.
//! - [`rotate`]: rotary positions.

mod cost;
mod heads;
mod latent;
mod layer;
mod matrix;
mod orders;
mod precision;
mod roofline;
mod rope;
mod shape;
mod softmax;

pub use cost::Work;
pub use heads::HeadsLayer;
pub use latent::LatentLayer;
pub use layer::{Attended, HIDDEN, Layer, SMALL};
pub use matrix::Matrix;
pub use orders::{Cached, Head, Trial};
pub use precision::Precision;
pub use roofline::{Decode, Scope, machine_balance, throttled_balance};
pub use rope::{BASE, rotate};
pub use shape::{Lane, Order, Shape};
pub use softmax::softmax;
