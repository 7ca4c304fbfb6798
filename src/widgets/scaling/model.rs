//! What is computed from a state.

use std::rc::Rc;

use super::pictures;
use super::state::{FormatName, Source, State, Way};
use crate::numerics::scaling::{
    Draws, Granularity, Kind, OUTLIER_CHANNEL, Octaves, Others, Quality, Scaled, Tensor, octaves, quality, quantise,
};
use crate::state::Choice as _;
use crate::widgets::asset::{CHANNELS, ffn_out};

/// The tensor, and what is known of it before anything is stored.
#[derive(Clone, Debug)]
pub struct Data {
    /// Its numbers; empty while the recorded ones are on their way.
    pub tensor: Rc<Tensor>,
    /// What counts as the outlier.
    pub others: Others,
    /// The largest magnitude.
    pub largest: f64,
    /// The largest magnitude outside the outlier.
    pub largest_other: f64,
    /// Share of the energy in the outlier, or in the largest token where there is none.
    pub loudest_share: f64,
    /// Its sizes as colours.
    pub sizes: Rc<Vec<u8>>,
}

/// The tensor stored one way.
#[derive(Clone, Debug)]
pub struct Stored {
    /// The way.
    pub way: Way,
    /// What is read back.
    pub scaled: Scaled,
    /// What is lost.
    pub quality: Quality,
    /// Where its numbers lie against the format's.
    pub octaves: Octaves,
    /// Its errors as colours.
    pub errors: Rc<Vec<u8>>,
    /// Its scales as colours.
    pub scales: Rc<Vec<u8>>,
}

/// Everything that is drawn and said.
#[derive(Clone, Debug)]
pub struct Computed {
    /// What the tensor was made of.
    made_of: (Source, u64, u64, u32),
    /// How it is stored: the two ways, powers of two, shift.
    stored_as: ([Way; 2], bool, u64),
    /// Random numbers behind the synthetic tensors, once one was needed.
    draws: Option<Rc<Draws>>,
    /// The tensor.
    pub data: Data,
    /// The two ways side by side; none while the data is on its way.
    pub sides: Rc<Vec<Stored>>,
    /// All ways of the overview.
    pub ways: Vec<Way>,
    /// What each loses, parallel to `ways`; until it is computed anew the one before, if there was one.
    pub plane: Vec<Option<Quality>>,
    /// How many of `plane` are computed for this state.
    pub done: usize,
}

/// Formats that the overview always has.
pub const PLANE: [FormatName; 3] = [FormatName::Int8, FormatName::E4m3fn, FormatName::E5m2];

/// Formats of the overview: the three, and those of the two sides.
#[must_use]
pub fn formats(state: &State) -> Vec<FormatName> {
    let mut formats = PLANE.to_vec();
    for way in state.ways() {
        if !formats.contains(&way.format) {
            formats.push(way.format);
        }
    }
    formats
}

/// All granularities in all formats of the overview, a granularity after the other.
fn ways(state: &State) -> Vec<Way> {
    let formats = formats(state);
    let all = |granularity: &Granularity| {
        formats.iter().map(|format| Way { format: *format, granularity: *granularity }).collect::<Vec<_>>()
    };
    Granularity::ALL.iter().flat_map(all).collect()
}

/// The largest magnitude and the energy of some numbers.
#[derive(Clone, Copy, Default)]
struct Sizes {
    largest: f32,
    energy: f64,
}

impl Sizes {
    fn of(numbers: &[f32]) -> Self {
        let add = |sizes: Self, x: &f32| Self {
            largest: sizes.largest.max(x.abs()),
            energy: sizes.energy + f64::from(*x) * f64::from(*x),
        };
        numbers.iter().fold(Self::default(), add)
    }

    fn with(self, other: Self) -> Self {
        Self { largest: self.largest.max(other.largest), energy: self.energy + other.energy }
    }
}

/// What counts as the outlier of a source.
fn outlier(tensor: &Tensor, source: Source) -> Others {
    let size = |at: usize| tensor.values[at].abs();
    let first_largest = |best: usize, at: usize| if size(at) > size(best) { at } else { best };
    match source {
        Source::Real => Others::Cell((0..tensor.values.len()).fold(0, first_largest)),
        Source::OutlierChannel => Others::Channel(OUTLIER_CHANNEL),
        _ => Others::All,
    }
}

/// The tensor as it is known to be.
fn data(tensor: Tensor, source: Source) -> Data {
    let columns = tensor.columns.max(1);
    let others = outlier(&tensor, source);
    let (mut rest, mut apart, mut loudest_token) = (Sizes::default(), Sizes::default(), 0.0_f64);
    for (row, numbers) in tensor.values.chunks_exact(columns).enumerate() {
        let column = match others {
            Others::All => None,
            Others::Channel(channel) => Some(channel),
            Others::Cell(at) => (at / columns == row).then_some(at % columns),
        };
        // A row without its outlier is what stands before and after it.
        let at = column.unwrap_or(columns).min(columns);
        let (before, after) = numbers.split_at(at);
        let own = Sizes::of(before).with(Sizes::of(after.get(1..).unwrap_or_default()));
        loudest_token = loudest_token.max(own.energy);
        rest = rest.with(own);
        apart = apart.with(Sizes::of(after.get(..1).unwrap_or_default()));
    }
    let loudest = if others == Others::All { loudest_token } else { apart.energy };
    Data {
        others,
        largest: rest.largest.max(apart.largest).into(),
        largest_other: rest.largest.into(),
        loudest_share: loudest / (rest.energy + apart.energy),
        sizes: pictures::sizes(&tensor),
        tensor: Rc::new(tensor),
    }
}

/// Stores the tensor one way.
fn stored(state: &State, data: &Data, way: Way) -> Stored {
    let recipe = state.recipe(way);
    let scaled = quantise(&data.tensor, recipe);
    let quality = quality(&data.tensor, &scaled, data.others);
    let octaves = octaves(&data.tensor, &scaled, recipe.format);
    let (errors, scales) = (pictures::errors(&data.tensor, &scaled), pictures::scales(&scaled));
    Stored { way, scaled, quality, octaves, errors, scales }
}

/// Computes the two sides, and takes over the tensor and the overview of the model before where it can.
#[must_use]
pub fn compute(state: &State, before: Option<&Computed>) -> Computed {
    let made_of = (state.source, state.outlier.to_bits(), state.spread.to_bits(), state.seed);
    let mut draws = before.and_then(|before| before.draws.clone());
    let same = before.filter(|before| before.made_of == made_of && !before.data.tensor.values.is_empty());
    let stored_as = (state.ways(), state.power_of_two, state.scale_shift.to_bits());
    if let Some(before) = same.filter(|before| before.stored_as == stored_as) {
        // Another number is followed, no more.
        return before.clone();
    }
    let data = match same {
        Some(before) => before.data.clone(),
        None => data(tensor(state, &mut draws), state.source),
    };
    let sides = match data.tensor.values.is_empty() {
        true => Vec::new(),
        false => state.ways().map(|way| stored(state, &data, way)).to_vec(),
    };
    let ways = ways(state);
    let known = |way: &Way| {
        let before = before?;
        before.ways.iter().position(|known| known == way).and_then(|at| before.plane[at])
    };
    let plane = ways.iter().map(known).collect();
    Computed { made_of, stored_as, draws, data, sides: Rc::new(sides), ways, plane, done: 0 }
}

/// The numbers that a state asks for.
fn tensor(state: &State, draws: &mut Option<Rc<Draws>>) -> Tensor {
    let kind = match state.source {
        Source::Real => {
            let values = ffn_out().map(|recorded| recorded.values().to_vec()).unwrap_or_default();
            return Tensor { columns: CHANNELS, values };
        }
        Source::Gaussian => Kind::Gaussian,
        Source::OutlierChannel => Kind::OutlierChannel(state.outlier),
        Source::TokenSpread => Kind::TokenSpread(state.spread),
        Source::GradientLike => Kind::GradientLike(state.spread),
    };
    let seed = u64::from(state.seed);
    let kept = draws.take().filter(|draws| draws.seed == seed).unwrap_or_else(|| Rc::new(Draws::new(seed)));
    draws.insert(kept).tensor(kind)
}

impl Computed {
    /// Ways of the overview that are still to be computed, as (done, all).
    #[must_use]
    pub fn pending(&self) -> Option<(u64, u64)> {
        let all = self.ways.len();
        (self.done < all && !self.sides.is_empty()).then_some((self.done as u64, all as u64))
    }

    /// With one more way of the overview.
    #[must_use]
    pub fn advance(&self, state: &State) -> Self {
        let mut next = self.clone();
        let Some(way) = self.ways.get(self.done) else { return next };
        let known = self.sides.iter().find(|side| side.way == *way).map(|side| side.quality);
        let computed = known.unwrap_or_else(|| {
            quality(&self.data.tensor, &quantise(&self.data.tensor, state.recipe(*way)), self.data.others)
        });
        next.plane[self.done] = Some(computed);
        next.done += 1;
        next
    }
}
