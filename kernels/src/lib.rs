//! The inner loops of `frugal::numerics`.
//!
//! A crate of their own for one reason: the page is compiled for size, and these are compiled for speed
//! (`[profile.release.package.frugal-kernels]`). They know shapes and numbers, no model; `frugal::numerics` checks what
//! it passes in, and holds each of them to a plain reference in its tests.
//!
//! In the browser four numbers are computed at a time, with the 128-bit instructions that every supported engine has
//! ([`Lanes`]); elsewhere the same operations run one by one. Both give the same bits: IEEE operations, no fused
//! multiplication and addition, the same order of every sum.

pub mod bf16;
mod dense;
pub mod e4m3;
mod exp;
mod gate;
mod lanes;
pub mod perceptron;
mod project;
mod select;
mod tanh;
pub mod tiles;

pub use dense::{dot, rotate, tile};
pub use exp::{exp, sigmoid};
pub use gate::{Gate, Rule, Scoring};
pub use lanes::{Lanes, Words};
pub use project::Projection;
pub use tanh::{TANH_ERROR, tanh};
