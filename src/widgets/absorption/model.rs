//! What is computed from a state: V3's costs, and both orders on drawn matrices, a slice of heads at a time.

use std::rc::Rc;

use super::state::{MOST_TOKENS, State, Widths};
use crate::numerics::attention::{Cached, Head, Lane, Shape, Trial, Work};
use crate::numerics::models::model;

/// Tokens that are computed at V3's own widths.
const FULL_TOKENS: u32 = 8;
/// The divisor of the small widths.
const SIXTEENTH: usize = 16;

/// Everything that is drawn and said.
#[derive(Clone)]
pub struct Computed {
    /// DeepSeek-V3's work in one layer.
    pub work: Work,
    /// The matrices that are multiplied.
    pub trial: Trial,
    /// The first head, which is drawn.
    pub first: Rc<Head>,
    /// Heads computed so far.
    pub done: usize,
    /// The largest difference of any score or output so far.
    pub difference: f64,
    /// More than rounding can part them where they are equal in exact arithmetic.
    pub tolerance: f64,
    /// Tokens of the first head whose scores agree within its bound.
    pub agreeing: usize,
    /// The largest change of the first head's unfolded scores against the same at position 0.
    pub shift: f64,
    /// Where the followed token stands among the computed, oldest first.
    pub followed: usize,
    cached: Rc<Cached>,
}

/// DeepSeek-V3's widths.
#[must_use]
pub fn v3() -> Shape {
    model("deepseek-v3").and_then(Shape::of).unwrap_or(Shape {
        heads: 1,
        kv_lora_rank: 1,
        qk_nope_head_dim: 1,
        qk_rope_head_dim: 0,
        v_head_dim: 1,
    })
}

/// What a state asks to be multiplied.
fn trial(state: &State) -> Trial {
    let (shape, most) = match state.widths {
        Widths::Sixteenth => (v3().divided(SIXTEENTH), MOST_TOKENS),
        Widths::Full => (v3(), FULL_TOKENS),
    };
    let tokens = state.cached.clamp(1, most) as usize;
    // Elsewhere nothing depends on the followed token.
    let distance = if state.rope == Lane::OnCompressed { back(state, tokens) } else { 0 };
    Trial {
        shape,
        lane: state.rope,
        precision: state.precision,
        first: state.position,
        tokens,
        distance,
        seed: state.seed,
    }
}

/// How far back the followed token stands: the oldest computed at most.
fn back(state: &State, tokens: usize) -> usize {
    (state.distance as usize).min(tokens.saturating_sub(1))
}

fn work(state: &State) -> Work {
    Work { shape: v3(), lane: state.rope, queries: state.queries.into(), cached: state.cached.into() }
}

/// Computes the costs and the first slice: every head of the small matrices, or one head of V3's own.
#[must_use]
pub fn compute(state: &State) -> Computed {
    let trial = trial(state);
    let cached = Rc::new(trial.cached());
    let first = Rc::new(trial.head(0, &cached));
    let mut computed = Computed {
        work: work(state),
        trial,
        done: 1,
        difference: first.largest_difference(),
        tolerance: first.score_bound.max(first.output_bound),
        agreeing: first.score_differences().iter().filter(|apart| **apart <= first.score_bound).count(),
        shift: shift(&trial, &first),
        followed: trial.tokens - 1 - back(state, trial.tokens),
        cached,
        first,
    };
    if state.widths == Widths::Sixteenth {
        while computed.pending().is_some() {
            computed = computed.advanced();
        }
    }
    computed
}

/// The same, with the products of the state before where they still hold.
#[must_use]
pub fn revise(state: &State, before: &Computed) -> Computed {
    let trial = trial(state);
    if trial != before.trial {
        return compute(state);
    }
    Computed { work: work(state), followed: trial.tokens - 1 - back(state, trial.tokens), ..before.clone() }
}

/// How far the unfolded scores are from those of the same tokens at position 0.
fn shift(trial: &Trial, first: &Head) -> f64 {
    if trial.first == 0 || trial.lane == Lane::None {
        return 0.0;
    }
    let home = Trial { first: 0, ..*trial };
    let home = home.head(0, &home.cached());
    let pairs = home.scores[0].iter().zip(&first.scores[0]);
    pairs.map(|(a, b)| f64::abs(a - b)).fold(0.0, f64::max)
}

impl Computed {
    /// Heads computed and all heads, while some are missing.
    #[must_use]
    pub fn pending(&self) -> Option<(u64, u64)> {
        let all = self.trial.shape.heads;
        (self.done < all).then_some((self.done as u64, all as u64))
    }

    /// With one more head.
    #[must_use]
    pub fn advanced(&self) -> Self {
        let mut next = self.clone();
        if next.pending().is_some() {
            let head = next.trial.head(next.done, &next.cached);
            next.done += 1;
            next.difference = next.difference.max(head.largest_difference());
            next.tolerance = next.tolerance.max(head.score_bound).max(head.output_bound);
        }
        next
    }

    /// Whether the orders are equal in exact arithmetic.
    #[must_use]
    pub fn equal(&self) -> bool {
        self.trial.lane != Lane::OnCompressed
    }

    /// How many times the multiplications of absorbing those of unfolding are.
    #[must_use]
    pub fn times_fewer(&self) -> f64 {
        self.work.macs_expand() as f64 / self.work.macs_absorb() as f64
    }

    /// Distance of a computed token from the query.
    #[must_use]
    pub fn distance(&self, token: usize) -> usize {
        self.trial.tokens.saturating_sub(token + 1)
    }
}
