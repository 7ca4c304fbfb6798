//! What a reader can do, and what it does to the state.

use super::model::Model;
use super::number::{Code, Number};
use super::state::{FormatName, MOST_ADDITIONS, Overflow, Picture, Rounding, State};
use crate::numerics::format::{Class, Format, Specials};

/// What a reader can do.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Action {
    /// Sets the number.
    Value(f64),
    /// Sets the code.
    Code(u32),
    /// Sets a bit, counted from the left.
    Bit(usize, bool),
    /// To the next code by value, up or down.
    Step(bool),
    /// So many codes onward, or back; not past the ends.
    Move(i64),
    /// Puts back a number and a code as they were.
    Restore(Number, Option<Code>),
    /// Chooses the format.
    Format(FormatName),
    /// Sets the exponent width of the custom format.
    ExponentBits(u32),
    /// Sets the mantissa width of the custom format.
    MantissaBits(u32),
    /// Chooses the special codes of the custom format.
    Specials(Specials),
    /// Puts a format among those compared, or takes it out.
    Compare(FormatName, bool),
    /// Chooses the rounding.
    Rounding(Rounding),
    /// Chooses what overflow does.
    Overflow(Overflow),
    /// Sets how many dice are rolled.
    Draws(u32),
    /// Sets the seed.
    Seed(u64),
    /// Chooses what is drawn.
    View(Picture),
    /// Sets what the number is added to.
    Start(f64),
    /// Sets how often it is added.
    Additions(u32),
}

/// Carries out an action.
pub fn reduce(state: &mut State, model: &Model, action: Action) {
    let (format, code) = (model.landing.format, model.landing.code);
    match action {
        Action::Value(x) => restore(state, Number::new(x), None),
        Action::Code(code) => write(state, code),
        Action::Bit(at, on) => write(state, with_bit(format, code, at, on)),
        Action::Step(up) => write(state, step(format, code, up)),
        Action::Move(by) => write(state, moved(format, code, by)),
        Action::Restore(value, code) => restore(state, value, code),
        Action::Format(name) => reform(state, model, |state| state.format = name),
        Action::ExponentBits(bits) => reform(state, model, |state| state.exponent_bits = bits.min(8)),
        Action::MantissaBits(bits) => reform(state, model, |state| state.mantissa_bits = bits.min(23)),
        Action::Specials(specials) => reform(state, model, |state| state.specials = specials),
        Action::Compare(name, true) if !state.compare.contains(&name) && state.compare.len() < 6 => {
            state.compare.push(name);
        }
        Action::Compare(_, true) => {}
        Action::Compare(name, false) => state.compare.retain(|known| *known != name),
        Action::Rounding(rounding) => state.rounding = rounding,
        Action::Overflow(overflow) => state.overflow = overflow,
        Action::Draws(draws) => state.draws = draws.clamp(1, 10_000),
        Action::Seed(seed) => state.seed = seed,
        Action::View(view) => state.view = view,
        Action::Start(start) => state.start = Number::new(start),
        Action::Additions(times) => state.additions = times.clamp(1, MOST_ADDITIONS),
    }
}

fn restore(state: &mut State, value: Number, code: Option<Code>) {
    state.value = value;
    state.code = code;
}

/// The code says everything: the number goes back to its default and leaves the link.
fn write(state: &mut State, code: u32) {
    restore(state, State::default().value, Some(Code(code)));
}

/// Another format keeps the code if it has as many bits, so that the same byte is read otherwise; else the number.
fn reform(state: &mut State, model: &Model, change: impl FnOnce(&mut State)) {
    let before = state.chosen().bits();
    change(state);
    if state.code.is_some() && state.chosen().bits() != before {
        restore(state, Number::new(model.x), None);
    }
}

fn with_bit(format: Format, code: u32, at: usize, on: bool) -> u32 {
    let place = u32::try_from(at).ok().and_then(|at| format.bits().checked_sub(at + 1));
    let mask = place.map_or(0, |place| 1 << place);
    if on { code | mask } else { code & !mask }
}

fn moved(format: Format, code: u32, by: i64) -> u32 {
    let last = i64::try_from(format.code_count()).map_or(0, |count| count - 1);
    u32::try_from(i64::from(code).saturating_add(by).clamp(0, last)).unwrap_or(0)
}

/// The next code by value. NaN has no neighbours: from it the walk goes on at the far ends.
fn step(format: Format, code: u32, up: bool) -> u32 {
    let end = |x: f64| format.bracket(x).0.or(format.bracket(x).1).unwrap_or(code);
    match (format.class(code), up) {
        (Class::Nan, true) => end(format.min_finite()),
        (Class::Nan, false) => end(format.max_finite()),
        (_, true) => format.next_up(code),
        (_, false) => format.next_down(code),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::Table as _;

    fn after(actions: &[Action]) -> State {
        let mut state = State::default();
        for action in actions {
            let model = Model::new(&state);
            reduce(&mut state, &model, *action);
        }
        state
    }

    fn decoded(state: &State) -> f64 {
        Model::new(state).landing.decoded
    }

    #[test]
    fn bits_make_a_code() {
        // 0.1 is 0x1D; its sign bit makes it 0x9D.
        let state = after(&[Action::Bit(0, true)]);
        assert_eq!(state.changed(), [("code", "0x9D".to_owned())]);
        assert_eq!(decoded(&state), -0.101_562_5);
        assert_eq!(decoded(&after(&[Action::Bit(7, false), Action::Bit(99, true)])), 0.093_75);
    }

    #[test]
    fn steps_walk_by_value() {
        assert_eq!(decoded(&after(&[Action::Step(true)])), 0.109_375);
        assert_eq!(decoded(&after(&[Action::Step(false)])), 0.093_75);
        assert_eq!(decoded(&after(&[Action::Code(0x7e), Action::Step(true)])), 448.0);
        assert_eq!(decoded(&after(&[Action::Code(0x7f), Action::Step(false)])), 448.0);
        assert_eq!(decoded(&after(&[Action::Code(0x7f), Action::Step(true)])), -448.0);
    }

    #[test]
    fn moves_walk_by_code_and_end() {
        let code = |by| after(&[Action::Code(0x7e), Action::Move(by)]).code;
        assert_eq!([code(1), code(-16), code(i64::MAX), code(i64::MIN)], [0x7f, 0x6e, 0xff, 0].map(|c| Some(Code(c))));
        let wide = after(&[Action::Format(FormatName::Fp32), Action::Code(u32::MAX), Action::Move(1)]);
        assert_eq!(wide.code, Some(Code(u32::MAX)));
    }

    #[test]
    fn a_format_as_wide_reads_the_same_byte_otherwise() {
        let same = after(&[Action::Code(0x40), Action::Format(FormatName::E4m3fnuz)]);
        assert_eq!((decoded(&after(&[Action::Code(0x40)])), decoded(&same)), (2.0, 1.0));
        let wider = after(&[Action::Code(0x40), Action::Format(FormatName::Bf16)]);
        assert_eq!((wider.code, wider.value), (None, Number::new(2.0)));
    }

    #[test]
    fn typing_a_number_drops_the_code() {
        let state = after(&[Action::Code(0x40), Action::Value(17.0)]);
        assert_eq!(state.changed(), [("value", "17".to_owned())]);
    }

    #[test]
    fn the_comparison_has_no_format_twice_and_an_end() {
        let every: Vec<_> = crate::state::Choice::ALL.iter().map(|name| Action::Compare(*name, true)).collect();
        assert_eq!(after(&every).compare.len(), 6);
        assert_eq!(after(&[Action::Compare(FormatName::E5m2, false)]).compare, [FormatName::Bf16]);
    }
}
