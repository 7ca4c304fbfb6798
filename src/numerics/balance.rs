//! How are experts kept busy? The load of a router's experts, step by step, under the published ways to balance it.
//!
//! - [`Replay`]: a seeded stream of tokens through a fixed router, all methods side by side, in slices of work.
//! - [`Rule`]: the bias updates of Wang et al., "Auxiliary-Loss-Free Load Balancing", arXiv 2408.15664, algorithm 1.
//! - [`auxiliary_gradient`]: the auxiliary loss of the DeepSeek-V3 report, eqs. 17–20, by its exact gradient.
//! - [`max_violation`] and [`noise_floor`]: how uneven a load is, and how uneven chance alone makes it.
//! - [`smallest_gamma`]: the smallest bias update that balances in time.
//! - [`Lesson`]: small experts and a router that learn by gradient while they are balanced.
//!
//! Arithmetic is f64. Every tie goes to the lowest index.

mod auxiliary;
mod exponential;
mod learner;
mod lesson;
mod replay;
mod rule;
mod search;
mod select;
mod step;
mod stream;
mod task;
mod violation;

pub use auxiliary::{auxiliary_gradient, auxiliary_loss};
pub use learner::{Learner, Pass};
pub use lesson::{COUNTED, Lesson, LessonConfig, LessonStep};
pub use replay::Replay;
pub use rule::Rule;
pub use search::smallest_gamma;
pub use step::{Config, Event, Method, Step, What};
pub use stream::Stream;
pub use task::{Batch, DOMAINS, INPUTS, OUTPUTS, SEQUENCE, TOKENS, Task};
pub use violation::{idle, max_violation, noise_floor};

/// `1 / (1 + exp(-x))`.
fn sigmoid(x: f64) -> f64 {
    1.0 / (1.0 + exponential::exponential(-x))
}
