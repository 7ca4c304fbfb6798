//! Axes: where a value lies, and which values are worth a mark.

use yew::AttrValue;

/// An axis.
#[derive(Clone, Debug, PartialEq)]
pub struct Axis {
    /// The value at its start; positive on a logarithmic one.
    pub low: f64,
    /// The value at its end, above `low`.
    pub high: f64,
    /// Whether equal lengths are equal ratios.
    pub log: bool,
    /// At most five values, as they are written; [`ticks`] chooses them.
    pub ticks: Vec<(f64, AttrValue)>,
    /// What it measures, and in what unit.
    pub label: AttrValue,
}

impl Axis {
    /// Where a value lies, 0 at the start and 1 at the end; not finite where there is no such place.
    #[must_use]
    pub fn fraction(&self, value: f64) -> f64 {
        if self.log {
            libm::log(value / self.low) / libm::log(self.high / self.low)
        } else {
            (value - self.low) / (self.high - self.low)
        }
    }

    /// The value at a place.
    #[must_use]
    pub fn value(&self, fraction: f64) -> f64 {
        if self.log {
            self.low * libm::exp(libm::log(self.high / self.low) * fraction)
        } else {
            self.low + (self.high - self.low) * fraction
        }
    }

    /// Where a value lies, if it lies on the axis.
    #[must_use]
    pub fn inside(&self, value: f64) -> Option<f64> {
        let fraction = self.fraction(value);
        (-1e-9..=1.0 + 1e-9).contains(&fraction).then(|| fraction.clamp(0.0, 1.0))
    }
}

/// Most marks of an axis.
const MOST: usize = 5;

/// At most five round values from `low` to `high`; on a logarithmic axis powers of ten, if it spans two.
#[must_use]
pub fn ticks(low: f64, high: f64, log: bool) -> Vec<f64> {
    if !(low.is_finite() && high.is_finite() && low < high) {
        return Vec::new();
    }
    if log && low > 0.0 {
        let (first, last) = (f64::ceil(libm::log10(low) - 1e-9), f64::floor(libm::log10(high) + 1e-9));
        let step = (1..).map(f64::from).find(|step| counted(first, last, *step).len() <= MOST).unwrap_or(1.0);
        let powers = counted(first, last, step);
        if powers.len() > 1 {
            return powers.into_iter().map(libm::exp10).collect();
        }
    }
    let size = libm::exp10(f64::floor(libm::log10(high - low)) - 1.0);
    let steps = [1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0].map(|step| step * size);
    let all = |step: &f64| counted(f64::ceil(low / step - 1e-9) * step, high + 1e-9 * step, *step);
    steps.iter().map(all).find(|ticks| ticks.len() <= MOST).unwrap_or_default()
}

/// From `first` by steps to `last`, and no more than would be too many anyway.
fn counted(first: f64, last: f64, step: f64) -> Vec<f64> {
    let at = (0..=MOST as u32).map(|count| first + f64::from(count) * step);
    at.take_while(|at| *at <= last).map(|at| if at.abs() < step * 1e-6 { 0.0 } else { at }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_are_round_and_few() {
        assert_eq!(ticks(0.0, 10.0, false), [0.0, 5.0, 10.0]);
        assert_eq!(ticks(0.0, 300.0, false), [0.0, 100.0, 200.0, 300.0]);
        assert_eq!(ticks(-1.0, 1.0, false), [-1.0, -0.5, 0.0, 0.5, 1.0]);
        assert_eq!(ticks(1e-4, 5e-2, true).len(), 3);
        assert_eq!(ticks(1.0, 1e12, true), [1.0, 1e3, 1e6, 1e9, 1e12]);
        assert_eq!(ticks(2.0, 8.0, true), [2.0, 4.0, 6.0, 8.0]);
        for (low, high, log) in [
            (0.0, 0.0, false),
            (1.0, f64::NAN, true),
            (f64::NEG_INFINITY, 1.0, false),
            (-1.0, 5.0, true),
            (0.0, 1e300, false),
            (0.0, 5e-324, true),
        ] {
            assert!(ticks(low, high, log).len() <= MOST);
        }
    }

    #[test]
    fn places_and_values_agree() {
        let axis = Axis { low: 1e-4, high: 1.0, log: true, ticks: Vec::new(), label: "".into() };
        assert!((axis.value(axis.fraction(3e-3)) - 3e-3).abs() < 1e-12);
        assert_eq!(axis.inside(0.0), None);
        assert_eq!(axis.inside(1.0), Some(1.0));
    }
}
