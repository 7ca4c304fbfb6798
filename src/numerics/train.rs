//! Training a small network while its numbers are rounded.
//!
//! A multilayer perceptron with two inputs, two hidden layers of tanh and one logit, trained by gradient descent on the
//! logistic loss. All arithmetic is `f32`, four samples at a time; what is rounded, and when, is a [`Recipe`]. Sums run
//! in a fixed order, tanh is our own polynomial: the same seed gives the same weights, bit for bit, in every engine and
//! natively.

mod casts;
mod dataset;
mod network;
mod race;
mod recipe;
mod run;

pub use dataset::{Dataset, POINTS, Points, REACH};
pub use network::{Batch, Layer, Network, layers, parameter_count};
pub use race::{CURVE_STEP, MOST_STEPS, Race, Racer};
pub use recipe::{Products, Recipe, Storage};
pub use run::{BATCH, Counts, Fit, Run, STANDSTILL, Settings, Shot};
