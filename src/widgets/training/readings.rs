//! What the outside may read.

use super::model::{Computed, share};
use super::state::State;
use crate::numerics::train::Racer;
use crate::state::readings;

readings! {
    /// The readings of `frugal-training`, each parallel to `runs`.
    pub struct Readings {
        /// Mean logistic loss over all points, in nats; guessing costs log 2.
        loss: Vec<f64> as Plain,
        /// Share of the points on the right side.
        accuracy: Vec<f64> as Fraction,
        /// Share of all updates so far that left the weight as it was.
        stalled_updates_fraction: Vec<f64> as Fraction,
        /// Share of all updates so far that were less than half a unit in the last place of the weight.
        below_half_ulp_fraction: Vec<f64> as Fraction,
        /// Share of the weights that did not change in the last 500 steps.
        unchanged_weights_fraction: Vec<f64> as Fraction,
        /// The trained weights, their E4M3 codes and what these say, folded into 64 bits in hex: equal where all bits are.
        weights_digest: Vec<String> as Plain,
    }
}

/// Sixteen digits.
fn hex(number: u64) -> String {
    (0..16).rev().filter_map(|place| char::from_digit((number >> (4 * place)) as u32 & 15, 16)).collect()
}

/// The readings of a computed state.
#[must_use]
pub fn of(_: &State, computed: &Computed) -> Readings {
    let racers = computed.race.racers();
    let each = |number: fn(&Racer) -> f64| racers.iter().map(number).collect();
    Readings {
        loss: computed.fits().iter().map(|fit| fit.loss).collect(),
        accuracy: computed.fits().iter().map(|fit| fit.accuracy).collect(),
        stalled_updates_fraction: each(|racer| share(racer.run().shot().counts.stalled, racer.run().shot().counts)),
        below_half_ulp_fraction: each(|racer| {
            share(racer.run().shot().counts.below_half_ulp, racer.run().shot().counts)
        }),
        unchanged_weights_fraction: each(|racer| racer.run().standing_still()),
        weights_digest: racers.iter().map(|racer| hex(racer.run().shot().digest())).collect(),
    }
}
