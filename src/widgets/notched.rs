//! Sliders that rest on chosen values only: each step of a key is another one, however unequal they are.

use yew::prelude::*;

use super::{View, Widget};
use crate::ui::{Edit, Slider, Spacing};

/// 1, 2, 3, 4, 6, 8, 12, …: two to each power of two, up to `most`, which ends them.
#[must_use]
pub fn doubling(most: u32) -> Vec<u32> {
    let mut all = Vec::new();
    let mut power = 1;
    while power < most {
        all.push(power);
        let half = power / 2 * 3;
        if half > power && half < most {
            all.push(half);
        }
        power = power.saturating_mul(2);
    }
    all.push(most);
    all
}

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

/// A slider over whole notches that acts at once.
pub fn slider<W: Widget>(
    view: &View<W>,
    label: &'static str,
    shown: String,
    value: u32,
    notches: Vec<u32>,
    action: fn(u32) -> W::Action,
) -> Html {
    let notches = notches.into_iter().map(f64::from).collect();
    notched(label, shown, value.into(), notches, view.edit(move |n: f64| action(n as u32)))
}

/// A slider over whole numbers from 0.
pub fn whole<W: Widget>(
    view: &View<W>,
    label: &'static str,
    shown: String,
    value: u32,
    most: u32,
    action: fn(u32) -> W::Action,
) -> Html {
    Slider {
        label: label.into(),
        shown: shown.into(),
        value: value.into(),
        min: 0.0,
        max: most.into(),
        spacing: Spacing::Linear(1.0),
        on_edit: view.edit(move |n: f64| action(n as u32)),
    }
    .view()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn doublings_ascend_to_the_last() {
        for most in [1, 2, 3, 64, 1_000_000, u32::MAX] {
            let all = doubling(most);
            assert!(all.is_sorted_by(|a, b| a < b), "{most}: {all:?}");
            assert_eq!((all.first(), all.last()), (Some(&1), Some(&most)));
        }
        assert_eq!(doubling(12), [1, 2, 3, 4, 6, 8, 12]);
    }

    #[test]
    fn every_notch_is_nearest_to_itself() {
        let notches = [1.0, 2.0, 3.0, 1000.0, 1e7];
        for (at, notch) in notches.iter().enumerate() {
            assert_eq!(nearest(&notches, *notch), at);
        }
        assert_eq!((nearest(&notches, 2.4), nearest(&notches, 2.5)), (1, 2));
        assert_eq!((nearest(&notches, 0.0), nearest(&notches, 1e9)), (0, 4));
        assert_eq!(nearest(&[], 3.0), 0);
    }
}
