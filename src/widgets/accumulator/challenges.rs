//! Questions to the reader, and what computes their answers.

use super::model::compute;
use super::state::{Promote, State};
use crate::i18n::{self, Lang};
use crate::numerics::accumulate::{Accumulator, GROUP};
use crate::state::Choice as _;
use crate::widgets::Challenge;

/// The longest interval between promotions that keeps the error under 0.5%.
fn interval() -> f64 {
    let error =
        |promote: &&Promote| compute(&State { promote_every: **promote, ..State::default() }, None).relative_error;
    let good = Promote::ALL.iter().filter(|promote| promote.every().is_some() && error(promote) < 0.005);
    good.filter_map(|promote| promote.every()).max().unwrap_or(0) as f64
}

/// Products after which the error first exceeds 1% without promotion.
fn one_percent() -> f64 {
    let computed = compute(&State::default(), None);
    let errors = computed.curves.first().map(|curve| curve.errors.as_slice()).unwrap_or_default();
    let groups = errors.iter().position(|error| *error > 0.01).map_or(0, |at| at + 1);
    (groups * GROUP) as f64
}

/// Percent lost when 14 bits are rounded to nearest.
fn nearest() -> f64 {
    100.0 * compute(&State { accumulator: Accumulator::Bits14Nearest, ..State::default() }, None).relative_error
}

/// Three, of which each has a state that shows its answer.
pub fn challenges(lang: Lang) -> Vec<Challenge> {
    let text = i18n::accumulator(lang);
    vec![
        Challenge {
            question: text.ask_interval,
            answer: interval,
            tolerance: 0.0,
            unit: text.unit_products,
            shows: &[("promote-every", "256")],
        },
        Challenge {
            question: text.ask_one_percent,
            answer: one_percent,
            tolerance: 0.1,
            unit: text.unit_products,
            shows: &[("k", "800")],
        },
        Challenge {
            question: text.ask_nearest,
            answer: nearest,
            tolerance: 0.05,
            unit: text.unit_percent,
            shows: &[("accumulator", "14-bit-nearest")],
        },
    ]
}
