//! Which experts does a token wake? The published gates, with every intermediate kept.
//!
//! - [`Gate`]: a gate's configuration, and why one can be refused.
//! - [`Kind`]: the published gates at their real sizes.
//! - [`Gate::route`]: one token, stage by stage.
//! - [`Batch`]: many tokens, fast, with the same result.
//! - [`room`] and [`dropped`]: what a limit on each expert's tokens drops.
//! - [`MoeLayer`]: gate, routed experts and shared expert together.
//! - [`tokenize`] and [`SyntheticGate`]: token vectors made up from the reader's own words.
//! - [`Aggregate`]: what the group limit costs, and how busy each expert is, over many tokens.
//!
//! Arithmetic is f32, as in the reference implementations. Every tie goes to the lowest index.

mod aggregate;
mod batch;
mod capacity;
mod gate;
mod kind;
mod layer;
mod route;
mod select;
mod synthetic;
mod tokens;

pub use aggregate::{Aggregate, aggregate, nodes_by_chance};
pub use batch::{Batch, Spread};
pub use capacity::{dropped, room};
pub use gate::{BiasUse, Bug, Gate, GateError, GroupScore, MAX_EXPERTS, Scoring};
pub use kind::Kind;
pub use layer::{LayerError, MoeLayer, MoeOutput, SwiGlu};
pub use route::Routed;
pub use synthetic::{Crowd, HIDDEN, SyntheticGate, token_vector};
pub use tokens::{MAX_TOKENS, Tokens, tokenize};
