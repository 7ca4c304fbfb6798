//! The state of `frugal-training` and what a reader can do to it.

use crate::numerics::train::{Dataset, Recipe, Settings};
use crate::state::{Between, List, choice, table};

pub use crate::numerics::train::MOST_STEPS;

/// Most units in a hidden layer.
pub const MOST_UNITS: u32 = 32;
/// The learning rates.
pub const RATES: (f64, f64) = (0.001, 3.0);
/// The largest seed.
pub const MOST_SEED: u32 = 9_999;

table! {
    /// The state of `frugal-training`.
    pub struct State: "training" {
        /// How the points to be told apart lie.
        "points" dataset: Dataset = Dataset::Spiral, within ();
        /// The recipes side by side: what is rounded, and how.
        "runs" runs: Vec<Recipe> = Recipe::ALL.to_vec(), within List(1, Recipe::ALL.len(), ());
        /// Steps of training.
        "at" at: u32 = MOST_STEPS, within Between(0, MOST_STEPS);
        /// What a gradient is multiplied by.
        "learning-rate" learning_rate: f64 = 0.1, within Between(RATES.0, RATES.1);
        /// Units in each of the two hidden layers.
        "hidden-units" hidden_units: u32 = 16, within Between(1, MOST_UNITS);
        /// Where points, starting weights, batches and dice come from.
        "seed" seed: u32 = 1, within Between(0, MOST_SEED);
    }
}

choice!(Dataset { Spiral = "spiral", Ring = "ring", Xor = "xor" });
choice!(Recipe {
    Fp32 = "fp32",
    Bf16 = "bf16",
    Bf16Stochastic = "bf16-stochastic",
    E4m3 = "e4m3",
    E4m3Stochastic = "e4m3-stochastic",
    E4m3Master = "e4m3-master",
});

impl State {
    /// What the training depends on, but for the recipes.
    #[must_use]
    pub fn settings(&self) -> Settings {
        Settings {
            dataset: self.dataset,
            hidden: self.hidden_units as usize,
            rate: self.learning_rate as f32,
            seed: self.seed.into(),
        }
    }
}

/// What a reader can do.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Action {
    /// Sets how the points lie.
    Dataset(Dataset),
    /// Adds a recipe, or takes it away; one always stays.
    Run(Recipe, bool),
    /// Goes to a step.
    At(u32),
    /// Sets the learning rate.
    Rate(f64),
    /// Sets the width of the hidden layers.
    HiddenUnits(u32),
    /// Sets the seed.
    Seed(u32),
}

/// Carries out an action; the state stays within its ranges.
pub fn reduce(state: &mut State, action: Action) {
    match action {
        Action::Dataset(dataset) => state.dataset = dataset,
        Action::Run(recipe, on) => {
            // Added in the usual order; the others keep theirs.
            let known = state.runs.contains(&recipe);
            if on && !known {
                let place = |known: &Recipe| Recipe::ALL.iter().position(|recipe| recipe == known);
                let at = state.runs.iter().position(|other| place(other) > place(&recipe));
                state.runs.insert(at.unwrap_or(state.runs.len()), recipe);
            } else if !on && known && state.runs.len() > 1 {
                state.runs.retain(|other| *other != recipe);
            }
        }
        Action::At(at) => state.at = at.min(MOST_STEPS),
        Action::Rate(rate) if rate.is_finite() => state.learning_rate = rate.clamp(RATES.0, RATES.1),
        Action::Rate(_) => {}
        Action::HiddenUnits(units) => state.hidden_units = units.clamp(1, MOST_UNITS),
        Action::Seed(seed) => state.seed = seed.min(MOST_SEED),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::Table as _;

    #[test]
    fn recipes_come_and_go_and_one_stays() {
        let mut state = State { runs: vec![Recipe::E4m3], ..State::default() };
        reduce(&mut state, Action::Run(Recipe::E4m3, false));
        assert_eq!(state.runs, [Recipe::E4m3]);
        reduce(&mut state, Action::Run(Recipe::E4m3Master, true));
        reduce(&mut state, Action::Run(Recipe::Fp32, true));
        reduce(&mut state, Action::Run(Recipe::Fp32, true));
        assert_eq!(state.runs, [Recipe::Fp32, Recipe::E4m3, Recipe::E4m3Master]);
        reduce(&mut state, Action::Run(Recipe::E4m3, false));
        assert_eq!(state.runs, [Recipe::Fp32, Recipe::E4m3Master]);
    }

    #[test]
    fn no_action_leaves_the_ranges() {
        let mut state = State::default();
        for action in [
            Action::At(u32::MAX),
            Action::Rate(f64::NAN),
            Action::Rate(1e9),
            Action::Rate(-1.0),
            Action::HiddenUnits(0),
            Action::HiddenUnits(u32::MAX),
            Action::Seed(u32::MAX),
        ] {
            reduce(&mut state, action);
            for (field, text) in state.texts() {
                assert_eq!(State::check(field, &text), Ok(()), "{field}={text}");
            }
        }
    }
}
