//! What a shared expert absorbs: a toy mixture of experts, trained by gradient.
//!
//! The question is DeepSeekMoE's (arXiv 2401.06066, section 3.2): do routed experts learn the same common knowledge over
//! and over, and does an expert that every token uses relieve them of it?
//!
//! - [`Expert`]: two matrices with a tanh between.
//! - [`Lesson`]: what is to be learned, some of it common to all topics, some each topic's own.
//! - [`Mixture`]: the experts, and one step of training.
//! - [`Likeness`]: how alike the routed experts have become.

mod expert;
mod lesson;
mod likeness;
mod mixture;

pub use expert::{Expert, Vector, WIDTH};
pub use lesson::{Example, Lesson, TOPICS};
pub use likeness::{Likeness, likeness};
pub use mixture::{ACTIVE_UNITS, EXPERTS, Gradient, Mixture, STEPS, Sizes, TOP_K};
