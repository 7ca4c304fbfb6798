//! A labelled range input, linear or logarithmic.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::Edit;
use super::element::{element, text, words};

/// How values lie along a slider.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Spacing {
    /// Equal steps of this size.
    Linear(f64),
    /// Equal ratios; the range must be positive. Snaps to these values when near (within a step), such as powers of two.
    Log(&'static [f64]),
}

/// A native range input: arrows step, Page keys leap, Home and End go to the ends.
pub struct Slider {
    /// What is set.
    pub label: AttrValue,
    /// The value as it is shown and spoken.
    pub shown: AttrValue,
    /// The value.
    pub value: f64,
    /// Smallest value.
    pub min: f64,
    /// Largest value.
    pub max: f64,
    /// How values lie along it.
    pub spacing: Spacing,
    /// Receives the value.
    pub on_edit: Callback<Edit<f64>>,
}

/// Positions of a logarithmic slider.
const STEPS: f64 = 400.0;

fn value_at(position: f64, min: f64, max: f64, snaps: &[f64]) -> f64 {
    let ratio = libm::log(max / min);
    let value = min * libm::exp(ratio * position / STEPS);
    let near = |snap: &&f64| f64::abs(libm::log(**snap / value)) <= 0.5 * ratio / STEPS;
    if position >= STEPS { max } else { snaps.iter().find(near).copied().unwrap_or(value) }
}

impl Slider {
    fn position(&self) -> f64 {
        match self.spacing {
            Spacing::Linear(_) => self.value,
            Spacing::Log(_) => libm::round(STEPS * libm::log(self.value / self.min) / libm::log(self.max / self.min)),
        }
    }

    /// What takes positions and says values.
    fn listener(&self, done: bool) -> impl Fn(Option<HtmlInputElement>) + 'static {
        let (edit, spacing, min, max) = (self.on_edit.clone(), self.spacing, self.min, self.max);
        move |input| {
            let Some(position) = input.map(|input| input.value_as_number()).filter(|p| p.is_finite()) else { return };
            let value = match spacing {
                Spacing::Linear(_) => position,
                Spacing::Log(snaps) => value_at(position, min, max, snaps),
            };
            edit.emit(Edit { value, done });
        }
    }

    /// Draws it.
    pub fn view(self) -> Html {
        let (live, done) = (self.listener(false), self.listener(true));
        let oninput = Callback::from(move |event: InputEvent| live(event.target_dyn_into()));
        let onchange = Callback::from(move |event: Event| done(event.target_dyn_into()));
        let (low, high, step) = match self.spacing {
            Spacing::Linear(step) => (self.min, self.max, step),
            Spacing::Log(_) => (0.0, STEPS, 1.0),
        };
        let number = crate::decimal::shortest;
        let range = html! {
            <input class="slider__range" type="range" min={number(low)} max={number(high)} step={number(step)}
                value={number(self.position())} aria-valuetext={self.shown.clone()} {oninput} {onchange} />
        };
        let shown = vec![("class", "slider__value".into()), ("part", "value".into())];
        let shown = element("output", shown, vec![text(self.shown)]);
        let label = words("span", "control__label", self.label);
        element(
            "label",
            vec![("class", "control slider".into()), ("part", "control".into())],
            vec![label, shown, range],
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_logarithmic_slider_reaches_both_ends_and_snaps() {
        assert_eq!(value_at(0.0, 1.0, 1e7, &[]), 1.0);
        assert_eq!(value_at(STEPS, 1.0, 1e7, &[]), 1e7);
        assert_eq!(value_at(292.0, 1.0, 1e7, &[131_072.0]), 131_072.0);
    }
}
