//! The state of `frugal-absorption` and what a reader can do to it.

use crate::numerics::attention::{Lane, Order, Precision};
use crate::state::{Between, choice, table};

/// Longest cache.
pub const MOST_CACHED: u32 = 1_000_000;
/// Most queries at once.
pub const MOST_QUERIES: u32 = 4096;
/// Tokens whose scores are computed and drawn, at most.
pub const MOST_TOKENS: u32 = 64;
/// Farthest position of the first token.
pub const MOST_POSITION: u32 = 100_000;

choice!(Order { Expand = "expand", Absorb = "absorb" });
choice!(Lane { None = "none", OnCompressed = "on-compressed", Decoupled = "decoupled" });
choice!(Precision { F32 = "f32", F64 = "f64" });

/// How large the matrices are that are multiplied in the browser; costs are always counted for DeepSeek-V3.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Widths {
    /// A sixteenth of V3's in every direction.
    Sixteenth,
    /// V3's own, all 128 heads of a layer.
    Full,
}
choice!(Widths { Sixteenth = "sixteenth", Full = "full" });

table! {
    /// The state of `frugal-absorption`.
    pub struct State: "absorption" {
        /// Which product comes first: unfold the cache, or absorb the matrix into the query.
        "order" order: Order = Order::Absorb, within ();
        /// Where the position goes: nowhere, as a rotation onto the unfolded keys, or into a lane of its own.
        "rope" rope: Lane = Lane::Decoupled, within ();
        /// Cached tokens that a query looks at.
        "cached" cached: u32 = 4096, within Between(1, MOST_CACHED);
        /// Queries computed together: 1 while decoding, many while reading a prompt.
        "queries" queries: u32 = 1, within Between(1, MOST_QUERIES);
        /// How many tokens back the token stands that is followed; on rotated keys, the distance that the absorbed query is made for.
        "distance" distance: u32 = 5, within Between(0, MOST_TOKENS - 1);
        /// Position of the first computed token: query and cache move together.
        "position" position: u32 = 0, within Between(0, MOST_POSITION);
        /// Precision in which both orders are computed.
        "precision" precision: Precision = Precision::F32, within ();
        /// Widths of the computed matrices, as parts of DeepSeek-V3's.
        "widths" widths: Widths = Widths::Sixteenth, within ();
        /// Makes queries, latents and matrices.
        "seed" seed: u32 = 1, within Between(0, u32::MAX);
    }
}

/// What a reader can do.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Action {
    /// Moves the parentheses.
    Order(Order),
    /// Chooses where the position goes.
    Rope(Lane),
    /// Sets the length of the cache.
    Cached(u32),
    /// Sets how many queries there are.
    Queries(u32),
    /// Follows another token.
    Distance(u32),
    /// Moves everything along the text.
    Position(u32),
    /// Chooses the precision.
    Precision(Precision),
    /// Chooses the widths.
    Widths(Widths),
    /// Draws other numbers.
    Seed(u32),
}

/// Carries out an action; the state stays within its ranges.
pub fn reduce(state: &mut State, action: Action) {
    match action {
        Action::Order(order) => state.order = order,
        Action::Rope(lane) => state.rope = lane,
        Action::Cached(cached) => state.cached = cached.clamp(1, MOST_CACHED),
        Action::Queries(queries) => state.queries = queries.clamp(1, MOST_QUERIES),
        Action::Distance(distance) => state.distance = distance.min(MOST_TOKENS - 1),
        Action::Position(position) => state.position = position.min(MOST_POSITION),
        Action::Precision(precision) => state.precision = precision,
        Action::Widths(widths) => state.widths = widths,
        Action::Seed(seed) => state.seed = seed,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::Table as _;

    #[test]
    fn no_action_leaves_the_ranges() {
        let mut state = State::default();
        for far in [0, u32::MAX] {
            for action in [Action::Cached(far), Action::Queries(far), Action::Distance(far), Action::Position(far)] {
                reduce(&mut state, action);
                for (field, text) in state.texts() {
                    assert_eq!(State::check(field, &text), Ok(()), "{field}={text}");
                }
            }
        }
    }
}
