//! What is computed from a state: decomposed once, rebuilt for every rank.

use core::cell::OnceCell;
use core::ops::Range;
use std::rc::Rc;

use super::state::{Origin, State};
use crate::numerics::low_rank::{Block, Compression, Fit, Layer, Matrix, Pattern, Sharing};
use crate::state::Choice as _;
use crate::widgets::asset;

/// Bytes of a stored number: BF16 or FP16.
pub const BYTES: usize = 2;

/// Everything that is drawn and said.
pub struct Computed {
    work: Work,
    /// The result; none until the data is there.
    pub found: Option<Rc<Found>>,
}

/// What does not depend on the rank, the head or the token.
#[derive(Clone)]
struct Work {
    source: Origin,
    seed: u32,
    fit: Fit,
    layer: Option<Rc<Layer>>,
    /// For each way of sharing.
    schemes: [Scheme; 3],
}

/// One way of sharing: its blocks so far, and all of them put together.
#[derive(Clone, Default)]
struct Scheme {
    blocks: Vec<Rc<Block>>,
    whole: Option<Rc<Compression>>,
}

/// What a head was before anything was left out; the same for every rank.
pub struct Before {
    head: usize,
    queries: Matrix,
    /// Its keys and values: tokens × 2 `head_dim`.
    pub keys_values: Matrix,
    /// Where it looked.
    pub pattern: Pattern,
    /// Root mean squares of a few keys or values of all heads together.
    pub sizes: Matrix,
    /// The colours of these three, once they have been drawn.
    pub colours: OnceCell<[Rc<Vec<u8>>; 3]>,
}

impl Before {
    fn new(layer: &Layer, head: usize) -> Self {
        let keys = layer.head(head);
        let queries = layer.queries.columns_at(core::slice::from_ref(&keys));
        let pattern = Pattern::new(&queries, &layer.keys_values.columns_at(core::slice::from_ref(&keys)));
        let keys_values = layer.keys_values.columns_at(&both(layer, head));
        let sizes = sizes(layer.tokens(), layer.keys_values.data().iter().copied());
        Self { head, queries, keys_values, pattern, sizes, colours: OnceCell::new() }
    }
}

/// The columns of a head's keys, and of its values.
fn both(layer: &Layer, head: usize) -> [Range<usize>; 2] {
    let (keys, width) = (layer.head(head), layer.heads * layer.head_dim);
    [keys.clone(), keys.start + width..keys.end + width]
}

/// So many numbers of a token are drawn as one where all are drawn.
pub const TOGETHER: usize = 8;

/// Root mean squares of [`TOGETHER`] numbers each.
#[must_use]
pub fn sizes(rows: usize, numbers: impl Iterator<Item = f64>) -> Matrix {
    let (mut sizes, mut sum, mut count) = (Vec::new(), 0.0, 0);
    for x in numbers {
        sum += x * x;
        count += 1;
        if count == TOGETHER {
            sizes.push(f64::sqrt(sum / TOGETHER as f64));
            (sum, count) = (0.0, 0);
        }
    }
    Matrix::new(rows, sizes.len() / rows.max(1), sizes)
}

/// Keys and values rebuilt from a few numbers, and what becomes of one head's attention.
pub struct Found {
    /// Queries, keys and values as they were.
    pub layer: Rc<Layer>,
    /// The directions.
    pub compression: Rc<Compression>,
    /// Numbers kept of a token: what was asked for, or as many as there are.
    pub rank: usize,
    /// Measured error of keys and values, relative.
    pub error: f64,
    /// The least possible.
    pub bound: f64,
    /// Keys and values of all heads, rebuilt.
    pub whole: Matrix,
    /// Everything as it was.
    pub before: Rc<Before>,
    /// Keys and values of the head, rebuilt: tokens × 2 `head_dim`.
    pub rebuilt: Matrix,
    /// Where it looks with rebuilt keys.
    pub after: Pattern,
}

impl Work {
    fn new(state: &State) -> Self {
        let seed = u64::from(state.seed);
        let layer = match state.source {
            Origin::Real => recorded(),
            Origin::Random => Some(Layer::random(seed)),
            Origin::Decaying => Some(Layer::decaying(seed)),
            Origin::PowerLaw => Some(Layer::power_law(seed)),
        };
        let (source, seed, fit) = (state.source, state.seed, state.fit);
        Self { source, seed, fit, layer: layer.map(Rc::new), schemes: Default::default() }
    }

    /// Whether it serves this state too.
    fn serves(&self, state: &State) -> bool {
        let same = self.source == Origin::Real || self.seed == state.seed;
        self.layer.is_some() && same && self.source == state.source && self.fit == state.fit
    }

    /// One block more of a way of sharing; whether there was one to do.
    fn step(&mut self, sharing: Sharing) -> bool {
        let (Some(layer), scheme) = (&self.layer, &mut self.schemes[sharing.index()]) else { return false };
        let sets = sharing.sets(layer);
        let Some(set) = sets.get(scheme.blocks.len()) else { return false };
        let Some(block) = Block::fitted(layer, set, self.fit) else { return false };
        scheme.blocks.push(Rc::new(block));
        if scheme.blocks.len() == sets.len() {
            scheme.whole = Some(Rc::new(Compression::new(scheme.blocks.clone(), self.fit, layer)));
        }
        true
    }
}

fn recorded() -> Option<Layer> {
    let asset::Attention { q, k, v } = asset::attention()?;
    Some(Layer::recorded(asset::HEADS, asset::HEAD_DIM, [q.values(), k.values(), v.values()]))
}

impl Computed {
    /// From nothing; what the state asks for is there at once, the other ways of sharing are pending.
    #[must_use]
    pub fn new(state: &State) -> Self {
        Self::of(Work::new(state), state, None)
    }

    /// Takes over the directions where they still hold.
    #[must_use]
    pub fn after(state: &State, before: &Self) -> Self {
        let work = if before.work.serves(state) { before.work.clone() } else { Work::new(state) };
        Self::of(work, state, before.found.as_ref())
    }

    fn of(mut work: Work, state: &State, before: Option<&Rc<Found>>) -> Self {
        while work.schemes[state.joint.index()].whole.is_none() && work.step(state.joint) {}
        let found = Found::new(&work, state, before);
        Self { work, found }
    }

    /// Blocks of directions done, and all.
    #[must_use]
    pub fn pending(&self) -> Option<(u64, u64)> {
        self.found.as_ref()?;
        let layer = self.work.layer.as_ref()?;
        let total: usize = Sharing::ALL.iter().map(|sharing| sharing.sets(layer).len()).sum();
        let done: usize = self.work.schemes.iter().map(|scheme| scheme.blocks.len()).sum();
        (done < total).then_some((done as u64, total as u64))
    }

    /// With one block more of a way of sharing that is only compared with.
    #[must_use]
    pub fn advanced(&self, state: &State) -> Self {
        let mut work = self.work.clone();
        let _ = Sharing::ALL.iter().any(|sharing| work.step(*sharing));
        Self::of(work, state, self.found.as_ref())
    }

    /// The directions of a way of sharing, once they are there.
    #[must_use]
    pub fn compression(&self, sharing: Sharing) -> Option<&Compression> {
        self.work.schemes[sharing.index()].whole.as_deref()
    }

    /// What a way of sharing leaves with `rank` numbers a token, relative; none while it is not there.
    #[must_use]
    pub fn left(&self, sharing: Sharing, rank: usize) -> Option<f64> {
        Some(self.compression(sharing)?.left(rank))
    }
}

impl Found {
    fn new(work: &Work, state: &State, last: Option<&Rc<Self>>) -> Option<Rc<Self>> {
        let layer = work.layer.clone()?;
        let compression = work.schemes[state.joint.index()].whole.clone()?;
        let rank = (state.rank as usize).min(compression.spectrum().len());
        let head = state.head.saturating_sub(1) as usize;
        let known = last.filter(|last| Rc::ptr_eq(&last.layer, &layer) && last.before.head == head);
        let before = known.map_or_else(|| Rc::new(Before::new(&layer, head)), |last| last.before.clone());
        let same = |last: &&Rc<Self>| last.rank == rank && Rc::ptr_eq(&last.compression, &compression);
        if let Some(last) = known.filter(same) {
            return Some(last.clone());
        }
        let whole = compression.rebuilt(rank, &layer);
        let keys = whole.columns_at(core::slice::from_ref(&layer.head(head)));
        Some(Rc::new(Self {
            rank,
            error: compression.error(&whole, &layer),
            bound: compression.bound(rank),
            rebuilt: whole.columns_at(&both(&layer, head)),
            after: Pattern::new(&before.queries, &keys),
            before,
            whole,
            layer,
            compression,
        }))
    }

    /// Divergence of the new attention from the old in nats, the mean over the tokens.
    #[must_use]
    pub fn divergence(&self) -> f64 {
        self.before.pattern.divergence(&self.after)
    }

    /// The largest difference of two attention weights.
    #[must_use]
    pub fn largest_difference(&self) -> f64 {
        self.before.pattern.largest_difference(&self.after)
    }

    /// Numbers of a token before anything is left out.
    #[must_use]
    pub fn numbers(&self) -> usize {
        self.layer.keys_values.cols()
    }

    /// Bytes of the whole text.
    #[must_use]
    pub fn full_bytes(&self) -> usize {
        BYTES * self.layer.tokens() * self.numbers()
    }

    /// Bytes of what is kept of the whole text.
    #[must_use]
    pub fn kept_bytes(&self) -> usize {
        BYTES * self.layer.tokens() * self.rank
    }

    /// Bytes of the directions, once for any text.
    #[must_use]
    pub fn basis_bytes(&self) -> usize {
        BYTES * self.compression.basis_numbers(self.rank)
    }

    /// Tokens from which on directions and kept numbers together take less than everything; none if never.
    #[must_use]
    pub fn pays_from(&self) -> Option<usize> {
        let saved = BYTES * self.numbers().checked_sub(self.rank).filter(|saved| *saved > 0)?;
        Some(self.basis_bytes() / saved + 1)
    }

    /// The tokens that a token looks at most, with its weights before and after.
    #[must_use]
    pub fn looks(&self, token: usize, count: usize) -> Vec<(usize, f64, f64)> {
        let (before, after) = (self.before.pattern.weights().row(token), self.after.weights().row(token));
        let all = before.iter().zip(after).enumerate().map(|(at, (before, after))| (at, *before, *after));
        let mut looks = crate::widgets::order::ordered(all, |a, b| a.1 > b.1);
        looks.truncate(count);
        looks
    }
}
