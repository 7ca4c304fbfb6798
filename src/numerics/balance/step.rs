//! What a replay is of, and what it keeps of each step.

use super::Rule;
use super::select::Best;

/// A way to balance.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Method {
    /// Nothing is done.
    None,
    /// The auxiliary loss, over each sequence.
    AuxiliarySequence,
    /// The auxiliary loss, over the whole step.
    AuxiliaryBatch,
    /// A bias for the choice alone.
    #[default]
    Bias,
}

impl Method {
    /// All of them, in the order of arrays by method.
    pub const ALL: [Self; 4] = [Self::None, Self::AuxiliarySequence, Self::AuxiliaryBatch, Self::Bias];

    /// Its place in [`Method::ALL`].
    #[must_use]
    pub const fn index(self) -> usize {
        self as usize
    }
}

/// What happens at a step, before its tokens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// Nothing is balanced any more: γ and α are 0 from here on.
    Freeze,
    /// Another domain: each expert gets the popularity of the one half-way round.
    Shift,
    /// An expert is lost.
    Remove(usize),
}

/// An event on the timeline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Event {
    /// The first step that feels it.
    pub step: usize,
    /// What happens.
    pub what: What,
}

/// A stream, a router, and how it is balanced.
#[derive(Clone, Debug, PartialEq)]
pub struct Config {
    /// Experts that a token uses.
    pub top_k: usize,
    /// Tokens of a step.
    pub tokens: usize,
    /// How popular each expert is: its mean logit. As many as there are experts.
    pub skew: Vec<f64>,
    /// Standard deviation of a logit about it.
    pub noise: f64,
    /// Seed of the noise.
    pub seed: u64,
    /// Size of the bias update.
    pub gamma: f64,
    /// Kind of the bias update.
    pub rule: Rule,
    /// Weight of the auxiliary losses.
    pub alpha: f64,
    /// Ascending by step.
    pub events: Vec<Event>,
}

impl Config {
    /// How many experts there are, lost ones too.
    #[must_use]
    pub const fn experts(&self) -> usize {
        self.skew.len()
    }

    fn happened(&self, step: usize) -> impl Iterator<Item = What> + '_ {
        self.events.iter().filter(move |event| event.step <= step).map(|event| event.what)
    }

    /// Whether an expert is still there at a step. The last ones that a token needs cannot be lost.
    #[must_use]
    pub fn open(&self, step: usize) -> Vec<bool> {
        let mut open = vec![true; self.experts()];
        let mut left = self.experts();
        for what in self.happened(step) {
            if let What::Remove(expert) = what
                && open.get(expert) == Some(&true)
                && left > self.top_k
            {
                open[expert] = false;
                left -= 1;
            }
        }
        open
    }

    /// Whether nothing is balanced any more.
    #[must_use]
    pub fn frozen(&self, step: usize) -> bool {
        self.happened(step).any(|what| what == What::Freeze)
    }

    /// The popularities at a step.
    #[must_use]
    pub fn skew(&self, step: usize) -> Vec<f64> {
        let shifts = self.happened(step).filter(|what| *what == What::Shift).count();
        let mut skew = self.skew.clone();
        let half = skew.len() / 2;
        if shifts % 2 == 1 {
            skew.rotate_left(half);
        }
        skew
    }
}

/// What is kept of a step; arrays are by [`Method::ALL`].
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// Tokens of each expert.
    pub loads: [Vec<u32>; 4],
    /// MaxVio of the loads.
    pub max_violation: [f64; 4],
    /// The bias that was used.
    pub bias: Vec<f64>,
    /// What the auxiliary losses had added to the logits: over sequences, over the step.
    pub offsets: [Vec<f64>; 2],
}

/// The experts of one token chosen and counted.
pub(super) fn count(best: &mut Best, scores: &[f64], top_k: usize, loads: &mut [u32]) {
    for expert in best.of(scores, top_k) {
        loads[expert] += 1;
    }
}
