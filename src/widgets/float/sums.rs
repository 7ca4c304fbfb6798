//! What becomes of sums: once in several formats, and again and again in one.

use super::cell::tidy;
use super::state::{FormatName, Rounding, State};
use crate::numerics::addition::{Repeated, Rule};
use crate::numerics::format::Format;
use crate::numerics::rng::SplitMix64;
use crate::numerics::rounding::{self, encode};
use crate::state::Choice as _;

/// One sum in one format.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Once {
    /// The format's name.
    pub name: FormatName,
    /// What becomes of the number.
    pub step: f64,
    /// What becomes of what it is added to.
    pub start: f64,
    /// What becomes of their sum.
    pub sum: f64,
    /// What becomes of the true sum of the two, written directly.
    pub direct: f64,
}

/// Sums of a number and what it is added to.
#[derive(Clone, Debug, PartialEq)]
pub struct Sums {
    /// The true sum.
    pub target: f64,
    /// One sum in the chosen format, then in those compared.
    pub once: Vec<Once>,
    /// The number added again and again in the chosen format, under each rounding.
    pub runs: Vec<Repeated>,
    /// What should come out of that: the format's own two values, added exactly.
    pub exact: f64,
}

/// The rounding by which numbers are written: the chosen one; to nearest where that is dice.
fn rule(state: &State) -> rounding::Rounding {
    state.rounding.rule().unwrap_or(rounding::Rounding::NearestEven)
}

/// The sum as people write it: 0.1 + 0.2 is 0.3.
fn target(x: f64, start: f64) -> f64 {
    let sum = x + start;
    if sum.is_finite() { tidy(sum, 4.0 * f64::EPSILON * f64::abs(x).max(f64::abs(start))) } else { sum }
}

impl Once {
    /// The sum in a format.
    pub fn new(state: &State, name: FormatName, x: f64) -> Self {
        let (format, overflow) = (state.resolve(name), state.overflow.rule());
        let written = |x: f64| format.decode(encode(x, format, rule(state), overflow));
        let (step, start) = (written(x), written(state.start.x));
        let sum = format.decode(Rule::Fixed(rule(state)).add(start, step, format, overflow));
        Self { name, step, start, sum, direct: written(target(x, state.start.x)) }
    }

    /// Whether the sum is what the true sum would be, written directly.
    pub fn same(&self) -> bool {
        self.sum == self.direct || (self.sum.is_nan() && self.direct.is_nan())
    }
}

/// The number added `additions` times under a rounding.
fn run(state: &State, format: Format, once: &Once, rounding: Rounding) -> Repeated {
    let rule = rounding.rule().map_or_else(|| Rule::Dice(SplitMix64::new(state.seed)), Rule::Fixed);
    Repeated::new(once.start, once.step, state.additions, format, rule, state.overflow.rule())
}

impl Sums {
    /// Adds `x` to what the state says.
    pub fn new(state: &State, x: f64) -> Self {
        let own = Once::new(state, state.format, x);
        let others = state.compare.iter().filter(|name| **name != state.format);
        let once = std::iter::once(own).chain(others.map(|name| Once::new(state, *name, x))).collect();
        let format = state.chosen();
        Self {
            target: target(x, state.start.x),
            once,
            runs: Rounding::ALL.iter().map(|rounding| run(state, format, &own, *rounding)).collect(),
            exact: own.start + own.step * f64::from(state.additions),
        }
    }

    /// The additions under a rounding.
    pub fn run(&self, rounding: Rounding) -> &Repeated {
        &self.runs[rounding.index()]
    }
}

/// Where the sums of a format end that are rounded to nearest.
pub fn nearest_end(state: &State, name: FormatName, x: f64) -> f64 {
    run(state, state.resolve(name), &Once::new(state, name, x), Rounding::NearestEven).end()
}

#[cfg(test)]
mod tests {
    use super::super::number::Number;
    use super::*;

    fn sums(state: &State) -> Sums {
        Sums::new(state, state.value.x)
    }

    #[test]
    fn a_tenth_and_two_tenths() {
        let found = sums(&State::default());
        let of = |at: usize| (found.once[at].step, found.once[at].start, found.once[at].sum, found.once[at].direct);
        assert_eq!(found.target, 0.3);
        assert_eq!(of(0), (0.101_562_5, 0.203_125, 0.312_5, 0.312_5));
        // E5M2: the sum 0.28125 is a tie between 0.25 and 0.3125; 0.25 is even. 0.3 itself is nearer to 0.3125.
        assert_eq!(of(1), (0.093_75, 0.187_5, 0.25, 0.312_5));
        assert!(found.once[0].same() && !found.once[1].same());
    }

    #[test]
    fn the_famous_sum_is_a_matter_of_the_format() {
        // In FP64 the sum is off by one place; in FP32 the roundings happen to cancel.
        let once = Once::new(&State::default(), FormatName::Fp32, 0.1);
        assert_eq!((once.sum, once.direct), (f64::from(0.1_f32 + 0.2_f32), f64::from(0.3_f32)));
        assert!(once.same());
    }

    #[test]
    fn only_dice_get_through() {
        let found = sums(&State::default());
        let end = |rounding| found.run(rounding).end();
        assert_eq!((end(Rounding::NearestEven), end(Rounding::TowardZero)), (2.0, 1.0));
        assert!(f64::abs(end(Rounding::Stochastic) - found.exact) < 4.0, "{}", end(Rounding::Stochastic));
        assert_eq!(found.exact, 0.203_125 + 200.0 * 0.101_562_5);
    }

    #[test]
    fn a_small_update_does_nothing() {
        let state = State {
            format: FormatName::Bf16,
            value: Number::new(0.001),
            start: Number::new(1.0),
            additions: 1000,
            ..State::default()
        };
        let found = sums(&state);
        assert_eq!(found.run(Rounding::NearestEven).stalled, Some(0));
        assert!(f64::abs(found.run(Rounding::Stochastic).end() - 2.0) < 0.3);
    }
}
