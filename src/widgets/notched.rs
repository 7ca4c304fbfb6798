//! A slider that rests on chosen values only: each step of a key is another one, however unequal they are.

use yew::prelude::*;

use crate::ui::{Edit, Slider, Spacing};

/// The position whose value is nearest by ratio to `value`, among ascending positive ones.
#[must_use]
pub fn nearest(notches: &[f64], value: f64) -> usize {
    let above = notches.partition_point(|notch| *notch < value);
    match (above.checked_sub(1).and_then(|below| notches.get(below)), notches.get(above)) {
        (Some(below), Some(notch)) if value / below < notch / value => above - 1,
        (Some(_), None) => above - 1,
        _ => above,
    }
}

/// The slider; `shown` is the present value as it is written.
pub fn notched(
    label: &'static str,
    shown: String,
    value: f64,
    notches: Vec<f64>,
    on_edit: Callback<Edit<f64>>,
) -> Html {
    let (at, last) = (nearest(&notches, value), notches.len().saturating_sub(1));
    let pick = move |at: f64| notches.get(at as usize).copied().unwrap_or(value);
    Slider {
        label: label.into(),
        shown: shown.into(),
        value: at as f64,
        min: 0.0,
        max: last as f64,
        spacing: Spacing::Linear(1.0),
        on_edit: Edit::feed(&on_edit, pick),
    }
    .view()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_notch_is_nearest_to_itself() {
        let notches = [1.0, 2.0, 3.0, 1000.0, 1e7];
        for (at, notch) in notches.iter().enumerate() {
            assert_eq!(nearest(&notches, *notch), at);
        }
        assert_eq!((nearest(&notches, 2.4), nearest(&notches, 2.5)), (1, 2));
        assert_eq!((nearest(&notches, 0.0), nearest(&notches, 1e9)), (0, 4));
    }
}
