//! Where a number lies among a format's values: between which two, and what is seen around them.

use crate::numerics::format::Format;
use crate::numerics::rounding::{Overflow, Rounding, encode};

/// One of the two values around a number.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Neighbour {
    /// The value.
    pub value: f64,
    /// Its code; none for the value that would follow the last one.
    pub code: Option<u32>,
}

/// Two neighbouring values and the room between them. A representable number stands at the inner end.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cell {
    /// The neighbour nearer to zero.
    pub inner: Neighbour,
    /// The neighbour farther from zero.
    pub outer: Neighbour,
    /// Whether a tie goes to the outer one (to nearest even).
    pub tie_outward: bool,
}

/// How much of a cell's width is seen on either side of it.
const MARGIN: f64 = 1.1;

impl Cell {
    /// The cell around `x`; past the ends the one beyond the last value, for NaN the one at zero.
    pub fn around(format: Format, x: f64) -> Self {
        let negative = x.is_sign_negative() && format.signed();
        let code = match format.bracket(x) {
            (Some(low), Some(high)) => Some(if negative { high } else { low }),
            (low, high) => low.or(high),
        }
        .unwrap_or(0);
        let value = format.decode(code);
        let next = if negative { format.next_down(code) } else { format.next_up(code) };
        let inner = Neighbour { value, code: Some(code) };
        let beyond = format.decode(next);
        let outer = if beyond.is_finite() && beyond != value {
            Neighbour { value: beyond, code: Some(next) }
        } else {
            let gap = format.ulp(value);
            Neighbour { value: if negative { value - gap } else { value + gap }, code: None }
        };
        let middle = value + (outer.value - value) / 2.0;
        let tied = format.decode(encode(middle, format, Rounding::NearestEven, Overflow::Native));
        Self { inner, outer, tie_outward: tied != value }
    }

    /// The lower neighbour.
    pub fn low(&self) -> Neighbour {
        if self.inner.value < self.outer.value { self.inner } else { self.outer }
    }

    /// The upper neighbour.
    pub fn high(&self) -> Neighbour {
        if self.inner.value < self.outer.value { self.outer } else { self.inner }
    }

    /// Distance of the neighbours.
    pub fn gap(&self) -> f64 {
        self.high().value - self.low().value
    }

    /// The number halfway between them.
    pub fn middle(&self) -> f64 {
        self.low().value + self.gap() / 2.0
    }

    /// What is seen: the cell and a little more on either side.
    pub fn window(&self) -> Window {
        Window { low: self.low().value - MARGIN * self.gap(), high: self.high().value + MARGIN * self.gap() }
    }

    /// The number at a place in the window: inside the cell, with no more digits than the place is worth, and drawn
    /// to the middle and to the inner neighbour when near.
    pub fn number_at(&self, fraction: f64, window: Window) -> f64 {
        let gap = self.gap();
        let raw = window.low + fraction * (window.high - window.low);
        let way = (raw - self.inner.value) / (self.outer.value - self.inner.value);
        if self.outer.code.is_none() {
            // Beyond the last value there is no neighbour to stop at.
            let most = self.inner.value + (self.outer.value - self.inner.value) * (1.0 + MARGIN);
            return if way <= 0.03 {
                self.inner.value
            } else {
                tidy(if way > 1.0 + MARGIN { most } else { raw }, gap / 128.0)
            };
        }
        match way {
            way if way <= 0.03 => self.inner.value,
            way if f64::abs(way - 0.5) <= 0.03 => self.middle(),
            way => {
                let inside = way.min(0.97);
                tidy(self.inner.value + inside * (self.outer.value - self.inner.value), gap / 128.0)
            }
        }
    }
}

/// A stretch of the number line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Window {
    /// Left end.
    pub low: f64,
    /// Right end.
    pub high: f64,
}

impl Window {
    /// Where `x` lies, 0 at the left end and 1 at the right; outside beyond them.
    pub fn at(&self, x: f64) -> f64 {
        (x - self.low) / (self.high - self.low)
    }

    /// Whether `x` lies inside.
    pub fn holds(&self, x: f64) -> bool {
        (self.low..=self.high).contains(&x)
    }
}

/// `x` with as few decimal digits as stay within `tolerance` (> 0).
pub fn tidy(x: f64, tolerance: f64) -> f64 {
    let Some(exact) = crate::decimal::Decimal::exact(x) else { return x };
    let read = |count| exact.rounded(count).nearest();
    (1..=17).map(read).find(|near: &f64| f64::abs(near - x) <= tolerance).unwrap_or(x)
}

/// All finite values, ascending; none if there are more than `most`.
pub fn all_values(format: Format, most: u64) -> Option<Vec<f64>> {
    let mut code = format.bracket(format.min_finite()).0?;
    let mut values = Vec::new();
    if format.finite_values() > most {
        return None;
    }
    while format.decode(code) < format.max_finite() {
        values.push(format.decode(code));
        code = format.next_up(code);
    }
    values.push(format.max_finite());
    // Zero comes twice where −0 has a code.
    values.dedup();
    Some(values)
}

/// Values closer together than this share of the window cannot be told apart.
const FINEST: f64 = 1.0 / 400.0;

/// The format's values in a window, ascending, of those that cannot be told apart only the first; none if there are
/// more than `most`.
pub fn values_in(format: Format, window: Window, most: usize) -> Option<Vec<f64>> {
    let apart = (window.high - window.low) * FINEST;
    let mut values = Vec::new();
    let mut code = format.bracket(window.low).1;
    while let Some(value) = code.map(|code| format.decode(code)).filter(|value| *value <= window.high) {
        if values.len() == most {
            return None;
        }
        values.push(value);
        // A code that is too near, or does not lead on at all, is skipped.
        code = format.bracket(value + apart).1;
    }
    Some(values)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tenth_lies_between_two_values() {
        let cell = Cell::around(Format::E4M3FN, 0.1);
        assert_eq!((cell.inner.value, cell.outer.value), (0.093_75, 0.101_562_5));
        assert_eq!((cell.inner.code, cell.outer.code), (Some(0x1c), Some(0x1d)));
        assert!(!cell.tie_outward);
        let mirrored = Cell::around(Format::E4M3FN, -0.1);
        assert_eq!((mirrored.low().value, mirrored.high().value), (-0.101_562_5, -0.093_75));
    }

    #[test]
    fn beyond_the_last_value_there_is_one_that_would_follow() {
        let cell = Cell::around(Format::E4M3FN, 500.0);
        assert_eq!((cell.inner.value, cell.outer.value, cell.outer.code), (448.0, 480.0, None));
        assert!(!cell.tie_outward);
        // 57,344 is odd: its tie goes to infinity.
        assert!(Cell::around(Format::E5M2, 60_000.0).tie_outward);
        let lowest = Cell::around(Format::INT8, -1e9);
        assert_eq!((lowest.inner.value, lowest.outer.value, lowest.outer.code), (-128.0, -129.0, None));
    }

    #[test]
    fn every_cell_of_every_format_is_a_real_interval() {
        for (name, format) in Format::ALL {
            for x in [0.0, -0.0, 0.1, -0.1, 1e-300, 5e-324, 3.0, 1e300, f64::MAX, f64::INFINITY, f64::NAN, -1e300] {
                let (cell, window) = (Cell::around(format, x), Cell::around(format, x).window());
                assert!(cell.gap() > 0.0 && cell.gap().is_finite(), "{name} {x}");
                for fraction in [0.0, 0.2, 0.35, 0.5, 0.7, 1.0] {
                    let dragged = cell.number_at(fraction, window);
                    // Dragging never turns the page under the hand.
                    assert_eq!(Cell::around(format, dragged).inner.value, cell.inner.value, "{name} {x} {fraction}");
                }
                let seen = values_in(format, window, 400).unwrap_or_default();
                assert!(seen.iter().all(|value| window.holds(*value)) && seen.is_sorted(), "{name} {x}");
            }
        }
    }

    #[test]
    fn every_value_is_there_once() {
        for (name, format) in Format::ALL.into_iter().filter(|(_, format)| format.bits() <= 8) {
            let values = all_values(format, 512).unwrap();
            assert_eq!(values.len() as u64, format.finite_values(), "{name}");
            assert!(values.is_sorted_by(|a, b| a < b), "{name}");
        }
        assert_eq!(all_values(Format::BF16, 512), None);
    }

    #[test]
    fn a_window_shows_the_values_in_it() {
        let window = Window { low: 15.0, high: 19.0 };
        assert_eq!(values_in(Format::E4M3FN, window, 80), Some(vec![15.0, 16.0, 18.0]));
        assert_eq!(values_in(Format::FP32, window, 80), None);
        assert_eq!(values_in(Format::E2M1, window, 80), Some(vec![]));
    }

    #[test]
    fn tidy_numbers_are_short() {
        assert_eq!(tidy(0.099_975_6, 1e-4), 0.1);
        assert_eq!((tidy(-463.7, 0.25), tidy(-463.7, 0.5)), (-463.7, -464.0));
        assert_eq!(tidy(0.0, 1e-9), 0.0);
    }
}
