//! What the outside may read.

use super::model::Model;
use super::number::hex;
use super::state::State;
use crate::numerics::format::Class;
use crate::state::readings;

readings! {
    /// The readings of `frugal-float`.
    pub struct Readings {
        /// The value that the code says.
        decoded: f64 as Plain,
        /// The code in hex, with all its digits.
        encoded: String as Plain,
        /// |decoded − x|.
        absolute_error: f64 as Plain,
        /// |decoded − x| / |x|; 0 where nothing was lost.
        relative_error: f64 as Fraction,
        /// Distance of the format's values where x lies.
        ulp: f64 as Plain,
        /// The next value above the decoded one.
        next_up: f64 as Plain,
        /// The next value below the decoded one.
        next_down: f64 as Plain,
        /// Whether x lies exactly halfway between two neighbours.
        is_tie: bool as Plain,
        /// normal, subnormal, zero, infinity or nan.
        class: String as Plain,
        /// How many different finite numbers the format has.
        finite_values: u64 as Plain,
        /// The largest of them.
        max_finite: f64 as Plain,
        /// Mean of the stochastic draws; the decoded value where no dice are rolled.
        mean_of_draws: f64 as Plain,
        /// What becomes of x + `start` in the format.
        sum: f64 as Plain,
        /// What stands there after all `additions` of x to `start`, under the chosen rounding.
        sum_of_additions: f64 as Plain,
        /// What should stand there: the format's own x and `start`, added exactly.
        exact_sum_of_additions: f64 as Plain,
        /// After how many additions nothing moves any more; all of them where it moves to the end.
        additions_until_stall: u32 as Plain,
    }
}

/// The readings of a computed state.
pub fn readings(state: &State, model: &Model) -> Readings {
    let run = model.sums.run(state.rounding);
    let landing = &model.landing;
    let class = match landing.class {
        Class::Zero => "zero",
        Class::Subnormal => "subnormal",
        Class::Normal => "normal",
        Class::Infinity => "infinity",
        Class::Nan => "nan",
    };
    Readings {
        decoded: landing.decoded,
        encoded: hex(landing.code, landing.format.bits().div_ceil(4)),
        absolute_error: landing.absolute_error,
        relative_error: landing.relative_error,
        ulp: landing.ulp,
        next_up: landing.next_up,
        next_down: landing.next_down,
        is_tie: landing.is_tie,
        class: class.into(),
        finite_values: landing.format.finite_values(),
        max_finite: landing.format.max_finite(),
        mean_of_draws: model.draws.as_ref().map_or(landing.decoded, |draws| draws.mean),
        sum: model.sums.once.first().map_or(f64::NAN, |once| once.sum),
        sum_of_additions: run.end(),
        exact_sum_of_additions: model.sums.exact,
        additions_until_stall: run.stalled.unwrap_or(state.additions),
    }
}
