//! The state of `frugal-low-rank` and what a reader can do to it.

use crate::numerics::low_rank::{Fit, Layer, Sharing};
use crate::state::{Between, choice, table};

/// Heads of every layer here.
pub const HEADS: u32 = Layer::HEADS as u32;
/// Numbers that a token has before anything is left out: a key and a value for each head.
pub const NUMBERS: u32 = 2 * HEADS * Layer::HEAD_DIM as u32;
/// The last token.
pub const LAST_TOKEN: u32 = Layer::TOKENS as u32 - 1;

/// Where the queries, keys and values come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// A trained transformer reading a text.
    Real,
    /// Independent normal numbers.
    Random,
    /// Numbers with a spectrum that falls off exponentially.
    Decaying,
    /// Numbers with a spectrum that falls off by a power law.
    PowerLaw,
}

table! {
    /// The state of `frugal-low-rank`.
    pub struct State: "low-rank" {
        /// Where queries, keys and values come from: a trained transformer, a random matrix, or one whose singular values fall off as exp(−i / 12) or as 1 / √i.
        "source" source: Origin = Origin::Real, within ();
        /// Numbers kept of each token; the slider ends where nothing is left to gain.
        "rank" rank: u32 = 64, within Between(1, NUMBERS);
        /// What shares the directions: everything, the keys and apart from them the values, or each head by itself.
        "joint" joint: Sharing = Sharing::Joint, within ();
        /// The head that is drawn and whose attention is measured.
        "head" head: u32 = 9, within Between(1, HEADS);
        /// Whether all tokens choose the directions, or every second one while the error is that of the others.
        "fit" fit: Fit = Fit::All, within ();
        /// The token whose attention is written out, counted from 0.
        "token" token: u32 = 44, within Between(0, LAST_TOKEN);
        /// Seed of the synthetic matrices.
        "seed" seed: u32 = 1, within Between(0, u32::MAX);
    }
}

choice!(Origin { Real = "real", Random = "random", Decaying = "decaying", PowerLaw = "power-law" });
choice!(Sharing { Joint = "joint", Separate = "separate", PerHead = "per-head" });
choice!(Fit { All = "all", Half = "half" });

/// What a reader can do.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Sets where the matrices come from.
    Source(Origin),
    /// Sets how many numbers a token keeps.
    Rank(u32),
    /// Sets what shares directions.
    Joint(Sharing),
    /// Sets the head, counted from 1.
    Head(u32),
    /// Sets which tokens choose.
    Fit(Fit),
    /// Sets the token that is written out.
    Token(u32),
    /// Sets the seed.
    Seed(u32),
}

/// Carries out an action; the state stays within its ranges.
pub fn reduce(state: &mut State, action: Action) {
    match action {
        Action::Source(source) => state.source = source,
        Action::Rank(rank) => state.rank = rank.clamp(1, NUMBERS),
        Action::Joint(joint) => state.joint = joint,
        Action::Head(head) => state.head = head.clamp(1, HEADS),
        Action::Fit(fit) => state.fit = fit,
        Action::Token(token) => state.token = token.min(LAST_TOKEN),
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
        for action in [Action::Rank(0), Action::Rank(u32::MAX), Action::Head(0), Action::Head(99), Action::Token(1000)]
        {
            reduce(&mut state, action);
            for (field, text) in state.texts() {
                assert_eq!(State::check(field, &text), Ok(()), "{field}={text}");
            }
        }
    }
}
