//! The controls: three in sight, the others behind "more".

use yew::prelude::*;

use super::Scaling;
use super::names;
use super::state::{Action, FormatName, MOST_OUTLIER, MOST_SEED, MOST_SPREAD, Side, Source};
use crate::i18n::{self, ScalingText, significant};
use crate::numerics::scaling::Granularity;
use crate::state::Choice as _;
use crate::ui::{Select, Slider, Spacing, Toggle, group};
use crate::widgets::View;

/// Where the slider of the outlier snaps.
const TENS: &[f64] = &[1.0, 10.0, 100.0, 1e3, 1e4, 1e5, 1e6];

fn format(view: &View<Scaling>, label: &'static str, side: Side, chosen: FormatName) -> Html {
    let text = i18n::scaling(view.lang);
    let options = FormatName::ALL.iter().map(|each| names::format(text, *each).into()).collect();
    let on_edit = view.edit(move |at| Action::Format(side, FormatName::at(at)));
    Select { label: label.into(), options, chosen: chosen.index(), on_edit }.view()
}

fn granularity(view: &View<Scaling>, label: &'static str, side: Side, chosen: Granularity) -> Html {
    let text = i18n::scaling(view.lang);
    let options = Granularity::ALL.iter().map(|each| names::granularity(text, *each).into()).collect();
    let on_edit = view.edit(move |at| Action::Granularity(side, Granularity::at(at)));
    Select { label: label.into(), options, chosen: chosen.index(), on_edit }.view()
}

/// How large the outlier is, or how wide the spread, where there is one.
fn strength(view: &View<Scaling>, text: &'static ScalingText) -> Option<Html> {
    let state = &view.state;
    let slider = match state.source {
        Source::OutlierChannel => Slider {
            label: text.outlier.into(),
            shown: significant(state.outlier, 3).into(),
            value: state.outlier,
            min: 1.0,
            max: MOST_OUTLIER,
            spacing: Spacing::Log(TENS),
            on_edit: view.edit(Action::Outlier),
        },
        Source::TokenSpread | Source::GradientLike => Slider {
            label: text.spread.into(),
            shown: significant(state.spread, 3).into(),
            value: state.spread,
            min: 0.0,
            max: MOST_SPREAD,
            spacing: Spacing::Linear(0.05),
            on_edit: view.edit(Action::Spread),
        },
        Source::Real | Source::Gaussian => return None,
    };
    Some(slider.view())
}

/// The numbers; how large their outlier or spread is, else the right side's format; and the right side's scales.
pub fn primary(view: &View<Scaling>) -> Html {
    let text = i18n::scaling(view.lang);
    let state = &view.state;
    let source = Select {
        label: text.source.into(),
        options: Source::ALL.iter().map(|each| names::source(text, *each).into()).collect(),
        chosen: state.source.index(),
        on_edit: view.edit(|at| Action::Source(Source::at(at))),
    };
    let left = granularity(view, text.granularity, Side::Left, state.granularity);
    let last = strength(view, text)
        .unwrap_or_else(|| granularity(view, text.beside_granularity, Side::Right, state.beside_granularity));
    group(vec![source.view(), left, last])
}

/// Formats, and what has no place above.
pub fn more(view: &View<Scaling>) -> Html {
    let text = i18n::scaling(view.lang);
    let state = &view.state;
    let mut controls = vec![
        format(view, text.format, Side::Left, state.format),
        format(view, text.beside_format, Side::Right, state.beside_format),
    ];
    if strength(view, text).is_some() {
        controls.push(granularity(view, text.beside_granularity, Side::Right, state.beside_granularity));
    }
    let power_of_two =
        Toggle { label: text.power_of_two.into(), on: state.power_of_two, on_edit: view.edit(Action::PowerOfTwo) };
    controls.push(power_of_two.view());
    if state.source != Source::Real {
        let seed = Slider {
            label: text.seed.into(),
            shown: state.seed.to_string().into(),
            value: state.seed.into(),
            min: 0.0,
            max: MOST_SEED.into(),
            spacing: Spacing::Linear(1.0),
            on_edit: view.edit(|seed: f64| Action::Seed(seed as u32)),
        };
        controls.push(seed.view());
    }
    group(controls)
}
