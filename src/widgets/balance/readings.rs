//! What the outside may read.

use super::model::Model;
use super::state::State;
use crate::state::readings;

readings! {
    /// The readings of `frugal-balance`, at the step that is shown and for the method that is chosen.
    pub struct Readings {
        /// The largest load over the mean load, less 1 (MaxVio); where experts learn, of the last 20 steps together.
        max_violation: f64 as Plain,
        /// Experts without a token.
        idle_experts: usize as Plain,
        /// Tokens of an expert if all had equally many.
        mean_load: f64 as Plain,
        /// The first step with a MaxVio below 0.5; infinite while there is none.
        steps_to_half: f64 as Plain,
        /// Half the mean squared error over the last 20 steps; NaN where nothing learns.
        loss: f64 as Plain,
    }
}

/// The readings of a computed state.
#[must_use]
pub fn of(state: &State, model: &Model) -> Readings {
    let last = model.last();
    let method = state.method;
    let seen = last.and_then(|step| model.seen(step, method));
    Readings {
        max_violation: seen.map_or(f64::NAN, |seen| seen.max_violation[method.index()]),
        idle_experts: last.map_or(0, |step| model.idle(step, method)),
        mean_load: model.mean_load(state.at as usize),
        steps_to_half: model.half(method).map_or(f64::INFINITY, |step| step as f64),
        loss: last.and_then(|step| model.loss(step)).map_or(f64::NAN, |loss| loss[method.index()]),
    }
}
