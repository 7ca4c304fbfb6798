//! What is computed from a state.

use std::rc::Rc;

use super::state::{Fineness, State};
use super::training::Training;
use crate::numerics::combinations::{Whole, combinations};
use crate::numerics::rng::SplitMix64;
use crate::state::Choice as _;

/// Everything that is drawn and said.
pub struct Computed {
    /// Experts that a token uses before they are cut: what was asked for, as far as there are so many.
    pub top_k: u32,
    /// Shared experts: what was asked for, as far as a token uses so many.
    pub shared: u32,
    /// One for each fineness, in their order.
    pub cuts: Vec<Cut>,
    /// Position of the chosen one.
    pub at: usize,
    /// Which of the cut experts a token uses: the shared ones, then some that the seed chooses.
    pub used: Rc<Vec<bool>>,
    /// The toy.
    pub training: Training,
}

/// A way to cut.
pub struct Cut {
    /// Into how many each expert is cut.
    pub m: u32,
    /// Experts to choose from: all but the shared ones.
    pub from: u32,
    /// Experts to choose.
    pub chosen: u32,
    /// In how many ways.
    pub ways: Whole,
}

impl Computed {
    /// The chosen cut.
    #[must_use]
    pub fn cut(&self) -> &Cut {
        &self.cuts[self.at]
    }

    /// The share of the experts that a token uses: the same for every cut.
    #[must_use]
    pub fn active_fraction(&self, experts: u32) -> f64 {
        f64::from(self.top_k) / f64::from(experts.max(1))
    }
}

/// Computes everything; the toy is taken over from before while it is the same.
#[must_use]
pub fn compute(state: &State, before: Option<&Training>) -> Computed {
    let top_k = state.top_k.min(state.experts);
    let shared = state.shared.min(top_k * state.m.m());
    let cut = |fineness: &Fineness| {
        let m = fineness.m();
        let shared = shared.min(top_k * m);
        let (from, chosen) = (state.experts * m - shared, top_k * m - shared);
        Cut { m, from, chosen, ways: combinations(from, chosen) }
    };
    let cuts: Vec<Cut> = Fineness::ALL.iter().map(cut).collect();
    let at = state.m.index();
    let mut used = vec![false; (state.experts * state.m.m()) as usize];
    let mut rng = SplitMix64::new(u64::from(state.seed));
    let chosen = rng.distinct(cuts[at].from as usize, cuts[at].chosen as usize);
    let all = (0..shared as usize).chain(chosen.into_iter().map(|at| at + shared as usize));
    all.for_each(|at| used[at] = true);
    let training = match before {
        Some(training) if training.is_of(state) => training.clone(),
        _ => Training::new(state),
    };
    Computed { top_k, shared, cuts, at, used: used.into(), training }
}

impl Computed {
    /// The same with a slice more of the toy's training.
    #[must_use]
    pub fn advanced(&self, state: &State) -> Self {
        let mut training = self.training.clone();
        training.advance();
        compute(state, Some(&training))
    }
}
