//! The science: pure functions from published equations, tested against other people's code.
//!
//! No web, no Yew, no I/O, no hidden randomness, no panic on any input. Transcendental functions come from
//! `libm` only, sums run in a fixed order: the same input gives the same bits in every engine and natively.

pub mod accumulate;
pub mod addition;
pub mod attention;
pub mod balance;
pub mod combinations;
pub mod format;
pub mod gpus;
pub mod low_rank;
pub mod models;
pub mod rng;
pub mod rounding;
pub mod routing;
pub mod scaling;
pub mod shared_expert;
pub mod stored;
pub mod train;
