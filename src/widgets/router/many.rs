//! Many made-up tokens through the gate, a slice at a time.

use std::rc::Rc;

use super::state::State;
use crate::numerics::routing::{Aggregate, Crowd, Gate, SyntheticGate, dropped, room};

/// Logits of a slice: well under 2 ms of work.
const SLICE: usize = 32_768;

/// How much more than an even share an expert of Switch has room for (arXiv 2101.03961, table 1).
pub const CAPACITY_FACTOR: f64 = 1.25;

/// What so many tokens did, as far as they are routed.
#[derive(Clone)]
pub struct Many {
    /// How many there shall be.
    pub total: usize,
    /// Sums so far.
    pub sums: Aggregate,
    seed: u32,
    bias: Vec<f32>,
    crowd: Rc<Crowd>,
}

impl Many {
    /// None routed yet; nothing if the gate refuses.
    #[must_use]
    pub fn new(gate: &Gate, made: &SyntheticGate, bias: &[f32], state: &State) -> Option<Self> {
        let sums = Aggregate::new(gate, bias).ok()?;
        let (total, crowd) = (state.tokens as usize, Rc::new(made.crowd()));
        Some(Self { total, sums, seed: state.seed, bias: bias.to_vec(), crowd })
    }

    /// The same with what `before` has routed, if its tokens and its gate were the same and were not more.
    #[must_use]
    pub fn resumed(self, before: Option<&Self>) -> Self {
        let same = |before: &&Self| {
            (before.seed, before.sums.gate(), &before.bias) == (self.seed, self.sums.gate(), &self.bias)
                && before.sums.tokens() <= self.total
        };
        match before.filter(same) {
            Some(before) => Self { total: self.total, ..before.clone() },
            None => self,
        }
    }

    /// Tokens routed and wanted, while some are missing.
    #[must_use]
    pub fn pending(&self) -> Option<(u64, u64)> {
        let done = self.sums.tokens();
        (done < self.total).then_some((done as u64, self.total as u64))
    }

    /// A slice more.
    #[must_use]
    pub fn advanced(&self) -> Self {
        let mut next = self.clone();
        let experts = self.sums.gate().experts;
        let done = self.sums.tokens();
        let end = self.total.min(done + (SLICE / experts.max(1)).max(1));
        let mut logits = vec![0.0; experts];
        for number in done..end {
            self.crowd.logits(number as u64, &mut logits);
            if next.sums.add(&logits).is_err() {
                break;
            }
        }
        next
    }

    /// All choices: each token makes several.
    #[must_use]
    pub fn choices(&self) -> usize {
        self.sums.tokens() * self.sums.gate().top_k
    }

    /// How many tokens an expert takes at [`CAPACITY_FACTOR`].
    #[must_use]
    pub fn room(&self) -> usize {
        room(self.choices(), self.sums.gate().experts, CAPACITY_FACTOR)
    }

    /// How many choices then find no room.
    #[must_use]
    pub fn dropped(&self) -> usize {
        dropped(self.sums.load(), self.room())
    }

    /// The share of choices that find no room; NaN before the first token.
    #[must_use]
    pub fn dropped_share(&self) -> f64 {
        self.dropped() as f64 / self.choices() as f64
    }
}

/// The expert that was chosen most often, and how often.
#[must_use]
pub fn busiest(load: &[usize]) -> (usize, usize) {
    let load = load.iter().copied().enumerate();
    load.fold((0, 0), |most, (expert, count)| if count > most.1 { (expert, count) } else { most })
}

/// How often the least chosen expert was chosen.
#[must_use]
pub fn quietest(load: &[usize]) -> usize {
    load.iter().copied().min().unwrap_or_default()
}
