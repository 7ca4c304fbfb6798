//! Sliders whose every step is another value: whole numbers that lie by ratio, not by difference.

use yew::prelude::*;

use super::{View, Widget};
use crate::ui::{Slider, Spacing};

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

/// The position whose value is nearest by ratio to `value`.
#[must_use]
pub fn nearest(notches: &[u32], value: u32) -> usize {
    let above = notches.partition_point(|notch| *notch < value);
    let last = notches.len().saturating_sub(1);
    match (above.checked_sub(1).and_then(|below| notches.get(below)), notches.get(above)) {
        (Some(below), Some(notch)) => {
            let (below, value, notch) = (u64::from(*below), u64::from(value), u64::from(*notch));
            if value * value < below * notch { above - 1 } else { above }
        }
        _ => above.min(last),
    }
}

/// A slider over the notches.
pub fn slider<W: Widget>(
    view: &View<W>,
    label: &'static str,
    shown: String,
    value: u32,
    notches: Vec<u32>,
    action: fn(u32) -> W::Action,
) -> Html {
    let (at, last) = (nearest(&notches, value), notches.len().saturating_sub(1));
    let pick = move |at: f64| action(notches.get(at as usize).copied().unwrap_or(value));
    Slider {
        label: label.into(),
        shown: shown.into(),
        value: at as f64,
        min: 0.0,
        max: last as f64,
        spacing: Spacing::Linear(1.0),
        on_edit: view.edit(pick),
    }
    .view()
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
    fn notches_ascend_and_are_nearest_to_themselves() {
        for most in [1, 2, 3, 64, 1_000_000, u32::MAX] {
            let all = doubling(most);
            assert!(all.is_sorted_by(|a, b| a < b), "{most}: {all:?}");
            assert_eq!((all.first(), all.last()), (Some(&1), Some(&most)));
            for (at, notch) in all.iter().enumerate() {
                assert_eq!(nearest(&all, *notch), at, "{most}");
            }
        }
        assert_eq!(doubling(12), [1, 2, 3, 4, 6, 8, 12]);
        assert_eq!((nearest(&[], 3), nearest(&[1, 10], 9), nearest(&[1, 10], 99)), (0, 1, 1));
    }
}
