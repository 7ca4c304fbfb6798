//! What is computed from a state.

use std::cell::OnceCell;
use std::rc::Rc;

use super::state::State;
use crate::numerics::train::{Counts, Fit, REACH, Race, Racer};
use crate::ui::Ramp;

/// Cells along a side of a decision map.
pub const SIDE: usize = 40;
/// Half the width of a map: a little beyond the points.
pub const MAP_REACH: f32 = REACH * 1.1;
/// Products of a slice of work: about 2 ms of a laptop.
const SLICE: u64 = 2_500_000;

/// The race, and what is seen of it.
pub struct Computed {
    /// The race, as far as it is.
    pub race: Race,
    fits: OnceCell<Vec<Fit>>,
    maps: OnceCell<Vec<Rc<Vec<u8>>>>,
}

impl Computed {
    fn of(race: Race) -> Self {
        Self { race, fits: OnceCell::new(), maps: OnceCell::new() }
    }

    /// Before the first step, on the way to the state's.
    #[must_use]
    pub fn new(state: &State) -> Self {
        let settings = state.settings();
        Self::of(Race::new(settings, &state.runs).turned(settings, &state.runs, state.at))
    }

    /// On the way to the state's step with all that is known.
    #[must_use]
    pub fn turned(&self, state: &State) -> Self {
        Self::of(self.race.turned(state.settings(), &state.runs, state.at))
    }

    /// A slice of training further.
    #[must_use]
    pub fn advanced(&self) -> Self {
        let mut race = self.race.clone();
        race.advance(SLICE);
        Self::of(race)
    }

    /// The step that all runs have reached.
    #[must_use]
    pub fn step(&self) -> u32 {
        self.race.racers().iter().map(|racer| racer.run().shot().step).min().unwrap_or(0)
    }

    /// How good each run is now.
    pub fn fits(&self) -> &[Fit] {
        self.fits.get_or_init(|| self.race.fits())
    }

    /// The colours of each run's decision map, row by row.
    pub fn maps(&self) -> &[Rc<Vec<u8>>] {
        let map = |racer: &Racer| {
            let probable = racer.run().clone().map(SIDE, MAP_REACH);
            Rc::new(probable.into_iter().map(|p| Ramp::Diverging.bin(2.0 * f64::from(p) - 1.0)).collect())
        };
        self.maps.get_or_init(|| self.race.racers().iter().map(map).collect())
    }
}

/// A share of all updates; 0 before the first.
#[must_use]
pub fn share(some: u64, counts: Counts) -> f64 {
    if counts.updates == 0 { 0.0 } else { some as f64 / counts.updates as f64 }
}
