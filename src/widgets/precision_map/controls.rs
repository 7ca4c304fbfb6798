//! The controls.

use yew::prelude::*;

use super::PrecisionMap;
use super::names;
use super::state::{Action, MOST_CONTEXT, Pass, Tensor};
use crate::i18n::{self, integer};
use crate::state::Choice as _;
use crate::ui::{Choice, Select, Slider, Spacing, group};
use crate::widgets::View;

/// Lengths at which the slider rests.
const ROUND: &[f64] = &[1.0, 128.0, 512.0, 1024.0, 2048.0, 4096.0, 8192.0, 16_384.0, 32_768.0, 65_536.0, 131_072.0];

/// Part of the step, and what is followed.
pub fn primary(view: &View<PrecisionMap>) -> Html {
    let text = i18n::precision_map(view.lang);
    let pass = Choice {
        label: text.pass.into(),
        name: [&view.id, "-pass"].concat().into(),
        options: Pass::ALL.iter().map(|pass| names::pass(text, *pass).into()).collect(),
        chosen: view.state.pass.index(),
        on_edit: view.edit(|at| Action::Pass(Pass::at(at))),
    };
    let tensor = Select {
        label: text.tensor.into(),
        options: Tensor::ALL.iter().map(|tensor| names::tensor(text, *tensor).0.into()).collect(),
        chosen: view.state.tensor.index(),
        on_edit: view.edit(|at| Action::Tensor(Tensor::at(at))),
    };
    group(vec![pass.view(), tensor.view()])
}

/// Length of a training text.
pub fn more(view: &View<PrecisionMap>) -> Html {
    Slider {
        label: i18n::precision_map(view.lang).context.into(),
        shown: integer(view.state.context.into()).into(),
        value: view.state.context.into(),
        min: 1.0,
        max: MOST_CONTEXT.into(),
        spacing: Spacing::Log(ROUND),
        on_edit: view.edit(|n: f64| Action::Context(libm::round(n) as u32)),
    }
    .view()
}
