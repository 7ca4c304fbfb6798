//! The state of `frugal-accumulator` and what a reader can do to it.

use crate::numerics::accumulate::{Accumulator, Cutting, GROUP, Method, Signs};
use crate::state::{Between, choice, table};

/// Fewest products.
pub const FEWEST: u32 = 32;
/// Most products.
pub const MOST: u32 = 16_384;
/// Most groups.
pub const MOST_GROUPS: u32 = MOST / GROUP as u32;
/// Largest seed.
pub const MOST_SEED: u32 = 9999;

table! {
    /// The state of `frugal-accumulator`.
    pub struct State: "accumulator" {
        /// How many products are added.
        "k" k: u32 = 4096, within Between(FEWEST, MOST);
        /// The register that the sum runs in.
        "accumulator" accumulator: Accumulator = Accumulator::Fp22Fused, within ();
        /// After how many products the register is added to an FP32 sum and emptied.
        "promote-every" promote_every: Promote = Promote::Off, within ();
        /// Whether the products have both signs.
        "signs" signs: Signs = Signs::Positive, within ();
        /// Which way the FP22 models cut bits off.
        "cutting" cutting: Cutting = Cutting::Floor, within ();
        /// The group of 32 products that is shown, counted from 1; beyond the last one, the last.
        "at" at: u32 = MOST_GROUPS, within Between(1, MOST_GROUPS);
        /// Seed of the products.
        "seed" seed: u32 = 1, within Between(0, MOST_SEED);
    }
}

choice!(Accumulator {
    Fp32 = "fp32",
    Bf16 = "bf16",
    Bits14Truncate = "14-bit-truncate",
    Bits14Nearest = "14-bit-nearest",
    Fp22Fused = "fp22-fused",
    Fp22Split = "fp22-split",
});
choice!(Signs { Mixed = "mixed", Positive = "positive" });
choice!(Cutting { Floor = "floor", TowardZero = "toward-zero" });

/// How often the register is emptied into FP32.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Promote {
    /// Never.
    Off,
    /// After 64 products.
    Every64,
    /// After 128 products, as V3 does.
    Every128,
    /// After 256 products.
    Every256,
    /// After 512 products.
    Every512,
}

choice!(Promote { Off = "off", Every64 = "64", Every128 = "128", Every256 = "256", Every512 = "512" });

impl Promote {
    /// Products between two promotions.
    #[must_use]
    pub const fn every(self) -> Option<usize> {
        match self {
            Self::Off => None,
            Self::Every64 => Some(64),
            Self::Every128 => Some(128),
            Self::Every256 => Some(256),
            Self::Every512 => Some(512),
        }
    }
}

impl State {
    /// How the sum is carried out.
    #[must_use]
    pub const fn method(&self) -> Method {
        Method { accumulator: self.accumulator, cutting: self.cutting, promote_every: self.promote_every.every() }
    }

    /// How many groups of products there are.
    #[must_use]
    pub const fn groups(&self) -> u32 {
        self.k.div_ceil(GROUP as u32)
    }

    /// The group that is shown, counted from 1.
    #[must_use]
    pub fn shown(&self) -> u32 {
        self.at.min(self.groups()).max(1)
    }
}

/// What a reader can do.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Action {
    /// Sets how many products are added.
    K(u32),
    /// Sets the register.
    Accumulator(Accumulator),
    /// Sets how often it is emptied.
    Promote(Promote),
    /// Sets the signs.
    Signs(Signs),
    /// Sets which way bits are cut off.
    Cutting(Cutting),
    /// Shows a group.
    At(u32),
    /// Draws other products.
    Seed(u32),
}

/// Carries out an action; the state stays within its ranges.
pub fn reduce(state: &mut State, action: Action) {
    match action {
        Action::K(k) => state.k = k.clamp(FEWEST, MOST),
        Action::Accumulator(accumulator) => state.accumulator = accumulator,
        Action::Promote(promote) => state.promote_every = promote,
        Action::Signs(signs) => state.signs = signs,
        Action::Cutting(cutting) => state.cutting = cutting,
        Action::At(at) => state.at = at.clamp(1, MOST_GROUPS),
        Action::Seed(seed) => state.seed = seed.min(MOST_SEED),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::Table as _;

    #[test]
    fn no_action_leaves_the_ranges() {
        let mut state = State::default();
        for n in [0, 1, 31, u32::MAX] {
            for action in [Action::K(n), Action::At(n), Action::Seed(n)] {
                reduce(&mut state, action);
                for (field, text) in state.texts() {
                    assert_eq!(State::check(field, &text), Ok(()), "{action:?}: {field}={text}");
                }
                assert!((1..=state.groups()).contains(&state.shown()));
            }
        }
    }
}
