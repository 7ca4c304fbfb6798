//! The state of `frugal-segmentation` and what a reader can do to it.

use crate::state::{Between, choice, table};

/// Most experts before they are cut.
pub const MOST_EXPERTS: u32 = 64;
/// Most shared experts.
pub const MOST_SHARED: u32 = 2;
/// Largest seed.
pub const LAST_SEED: u32 = 9999;

/// Into how many each expert is cut.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fineness {
    /// Whole.
    One,
    /// In two.
    Two,
    /// In four.
    Four,
    /// In eight.
    Eight,
    /// In sixteen.
    Sixteen,
}
choice!(Fineness { One = "1", Two = "2", Four = "4", Eight = "8", Sixteen = "16" });

impl Fineness {
    /// As a number.
    #[must_use]
    pub const fn m(self) -> u32 {
        match self {
            Self::One => 1,
            Self::Two => 2,
            Self::Four => 4,
            Self::Eight => 8,
            Self::Sixteen => 16,
        }
    }
}

table! {
    /// The state of `frugal-segmentation`.
    pub struct State: "segmentation" {
        /// Into how many each expert is cut.
        "m" m: Fineness = Fineness::Four, within ();
        /// Experts before they are cut.
        "experts" experts: u32 = 16, within Between(2, MOST_EXPERTS);
        /// Experts that a token uses before they are cut.
        "top-k" top_k: u32 = 2, within Between(1, MOST_EXPERTS);
        /// How many of the cut experts that a token uses are shared by all tokens.
        "shared-experts" shared: u32 = 0, within Between(0, MOST_SHARED);
        /// In the toy, the share of the knowledge that is common to all topics.
        "common" common: f64 = 0.8, within Between(0.0, 1.0);
        /// Of the toy, and of the token that is drawn.
        "seed" seed: u32 = 1, within Between(0, LAST_SEED);
    }
}

/// What a reader can do.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Action {
    /// Sets into how many each expert is cut.
    Fineness(Fineness),
    /// Sets how many there are before.
    Experts(u32),
    /// Sets how many of them a token uses.
    TopK(u32),
    /// Sets how many are shared.
    Shared(u32),
    /// Sets how much of the toy's knowledge is common.
    Common(f64),
    /// Takes another seed.
    NextSeed,
}

/// Carries out an action; the state stays within its ranges.
pub fn reduce(state: &mut State, action: Action) {
    match action {
        Action::Fineness(m) => state.m = m,
        Action::Experts(experts) => {
            state.experts = experts.clamp(2, MOST_EXPERTS);
            state.top_k = state.top_k.min(state.experts);
        }
        Action::TopK(top_k) => state.top_k = top_k.clamp(1, state.experts),
        Action::Shared(shared) => state.shared = shared.min(MOST_SHARED),
        Action::Common(common) if common.is_finite() => state.common = common.clamp(0.0, 1.0),
        Action::Common(_) => {}
        Action::NextSeed => state.seed = (state.seed + 1) % (LAST_SEED + 1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::Table as _;

    #[test]
    fn no_action_leaves_the_ranges() {
        let mut state = State { seed: LAST_SEED, ..State::default() };
        for action in [
            Action::TopK(u32::MAX),
            Action::Experts(0),
            Action::TopK(0),
            Action::Shared(9),
            Action::Common(f64::NAN),
            Action::Common(7.0),
            Action::NextSeed,
            Action::Experts(u32::MAX),
        ] {
            reduce(&mut state, action);
            assert!(state.top_k <= state.experts);
            for (field, text) in state.texts() {
                assert_eq!(State::check(field, &text), Ok(()), "{field}={text}");
            }
        }
    }
}
