//! The toy in training: the same lesson without a shared expert, with one, and with two.

use std::rc::Rc;

use super::state::State;
use crate::numerics::shared_expert::{Likeness, Mixture, STEPS, Sizes, likeness};

/// Steps between two comparisons of the experts.
const EVERY: u32 = 25;
/// Steps of a slice.
const SLICE: u32 = 5;
/// Mixtures side by side: without shared experts, with one, with two.
pub const RUNS: usize = 3;

/// Three mixtures, and how alike their routed experts are.
#[derive(Clone)]
pub struct Training {
    m: u32,
    common: f64,
    seed: u32,
    runs: [Run; RUNS],
}

/// A mixture.
#[derive(Clone)]
pub struct Run {
    mixture: Mixture,
    /// How alike its routed experts were at the last comparison.
    likeness: Rc<Likeness>,
    /// Steps before the next comparison.
    due: u32,
}

impl Run {
    fn new(mixture: Mixture) -> Self {
        let likeness = Rc::new(likeness(mixture.routed()));
        Self { mixture, likeness, due: EVERY }
    }

    /// What is done, in slices or comparisons.
    fn done(&self) -> u64 {
        u64::from(self.mixture.steps().div_ceil(SLICE)) + u64::from(self.due / EVERY - 1)
    }

    const fn is_finished(&self) -> bool {
        self.due > STEPS
    }

    /// Some steps, or a comparison.
    fn advance(&mut self) {
        if self.mixture.steps() >= self.due {
            self.likeness = Rc::new(likeness(self.mixture.routed()));
            self.due += EVERY;
            return;
        }
        for _ in 0..SLICE.min(self.due - self.mixture.steps()) {
            self.mixture.step();
        }
    }

    /// How alike the routed experts are, in pairs.
    #[must_use]
    pub fn likeness(&self) -> &Likeness {
        &self.likeness
    }

    /// Mean over the pairs; NaN where no token uses any routed expert.
    #[must_use]
    pub fn mean(&self) -> f64 {
        if self.mixture.sizes().chosen == 0 { f64::NAN } else { self.likeness.mean }
    }

    /// Squared error a token and number; NaN before the first step.
    #[must_use]
    pub const fn error(&self) -> f64 {
        self.mixture.loss()
    }

    /// How finely its experts are cut.
    #[must_use]
    pub const fn sizes(&self) -> Sizes {
        self.mixture.sizes()
    }
}

impl Training {
    /// Before the first step.
    #[must_use]
    pub fn new(state: &State) -> Self {
        let (m, common, seed) = (state.m.m(), state.common, state.seed);
        let run = |shared| Run::new(Mixture::new(Sizes::new(m as usize, shared), common, u64::from(seed)));
        Self { m, common, seed, runs: std::array::from_fn(run) }
    }

    /// Whether this is the training that a state asks for.
    #[must_use]
    pub fn is_of(&self, state: &State) -> bool {
        (self.m, self.common, self.seed) == (state.m.m(), state.common, state.seed)
    }

    /// Without shared experts, with one, with two.
    #[must_use]
    pub const fn runs(&self) -> &[Run; RUNS] {
        &self.runs
    }

    /// What is done of how much, until it is finished.
    #[must_use]
    pub fn pending(&self) -> Option<(u64, u64)> {
        let total = RUNS as u64 * u64::from(STEPS / SLICE + STEPS / EVERY);
        let unfinished = self.runs.iter().any(|run| !run.is_finished());
        unfinished.then(|| (self.runs.iter().map(Run::done).sum(), total))
    }

    /// One slice of work for the run that is furthest behind.
    pub fn advance(&mut self) {
        let behind = self.runs.iter_mut().filter(|run| !run.is_finished()).min_by_key(|run| run.done());
        if let Some(run) = behind {
            run.advance();
        }
    }

    /// All that is left of it.
    pub fn finish(&mut self) {
        while self.pending().is_some() {
            self.advance();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_slice_gets_on_and_the_last_one_ends() {
        let mut training = Training::new(&State::default());
        let mut before = None;
        while let Some((done, total)) = training.pending() {
            assert!(before.is_none_or(|before| done > before) && done < total);
            before = Some(done);
            training.advance();
        }
        let total = RUNS as u64 * 120;
        assert_eq!(training.runs.iter().map(Run::done).sum::<u64>(), total);
        assert!(training.runs.iter().all(|run| run.mixture.steps() == STEPS));
        training.advance();
        assert!(training.pending().is_none());
    }
}
