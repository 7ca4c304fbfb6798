//! What is computed from a state.

use super::cell::Cell;
use super::draws::{Draws, draw};
use super::state::{FormatName, Rounding, State};
use super::sums::Sums;
use crate::numerics::format::{Class, Format};
use crate::numerics::rng::SplitMix64;
use crate::numerics::rounding::{Overflow, encode};

/// A number written in a format and read back.
#[derive(Clone, Debug, PartialEq)]
pub struct Landing {
    /// The format's name.
    pub name: FormatName,
    /// The format.
    pub format: Format,
    /// The code.
    pub code: u32,
    /// What the code says.
    pub decoded: f64,
    /// What kind of number it is.
    pub class: Class,
    /// |decoded − x|.
    pub absolute_error: f64,
    /// |decoded − x| / |x|; 0 where nothing was lost.
    pub relative_error: f64,
    /// Distance of the format's values where x lies.
    pub ulp: f64,
    /// The next value above.
    pub next_up: f64,
    /// The next value below.
    pub next_down: f64,
    /// Whether x lies exactly halfway between two values.
    pub is_tie: bool,
}

/// Everything drawn and said.
#[derive(Clone, Debug, PartialEq)]
pub struct Model {
    /// The number.
    pub x: f64,
    /// What becomes of it in the chosen format.
    pub landing: Landing,
    /// Where it lies.
    pub cell: Cell,
    /// The same number in the other formats.
    pub others: Vec<Landing>,
    /// The dice, if they are rolled.
    pub draws: Option<Draws>,
    /// What becomes of sums.
    pub sums: Sums,
}

impl Landing {
    fn new(name: FormatName, format: Format, code: u32, x: f64) -> Self {
        let decoded = format.decode(code);
        let absolute_error = if decoded == x { 0.0 } else { f64::abs(decoded - x) };
        Self {
            name,
            format,
            code,
            decoded,
            class: format.class(code),
            absolute_error,
            relative_error: if absolute_error == 0.0 { 0.0 } else { absolute_error / f64::abs(x) },
            ulp: format.ulp(x),
            next_up: format.decode(format.next_up(code)),
            next_down: format.decode(format.next_down(code)),
            is_tie: format.is_tie(x),
        }
    }

    /// Writes `x` as the state asks; dice give their first draw.
    fn of(state: &State, name: FormatName, x: f64) -> Self {
        let (format, overflow) = (state.resolve(name), state.overflow.rule());
        let code = match state.rounding.rule() {
            Some(rounding) => encode(x, format, rounding, overflow),
            None => draw(format, x, overflow, &mut SplitMix64::new(state.seed)),
        };
        Self::new(name, format, code, x)
    }

    /// The code if conversion overflows the one way or the other.
    pub fn if_overflow(&self, state: &State, x: f64, overflow: Overflow) -> f64 {
        let rounding = state.rounding.rule().unwrap_or(crate::numerics::rounding::Rounding::NearestEven);
        self.format.decode(encode(x, self.format, rounding, overflow))
    }
}

impl Model {
    /// Computes everything.
    pub fn new(state: &State) -> Self {
        let format = state.chosen();
        let landing = match state.code {
            Some(code) => {
                let code = u32::try_from(u64::from(code.0) % format.code_count()).unwrap_or(0);
                Landing::new(state.format, format, code, format.decode(code))
            }
            None => Landing::of(state, state.format, state.value.x),
        };
        let x = if state.code.is_some() { landing.decoded } else { state.value.x };
        let draws = (state.rounding == Rounding::Stochastic)
            .then(|| Draws::roll(format, x, state.overflow.rule(), state.draws, state.seed));
        let others = state.compare.iter().filter(|name| **name != state.format);
        Self {
            x,
            cell: Cell::around(format, x),
            others: others.map(|name| Landing::of(state, *name, x)).collect(),
            sums: Sums::new(state, x),
            landing,
            draws,
        }
    }

    /// Whether x lies beyond the format's last value.
    pub fn beyond(&self) -> bool {
        self.cell.outer.code.is_none() && f64::abs(self.x) > f64::abs(self.cell.inner.value)
    }
}
