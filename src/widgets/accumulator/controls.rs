//! The controls: three in sight, the others behind "more".

use yew::prelude::*;

use super::Accumulate;
use super::names;
use super::state::{Action, FEWEST, MOST, MOST_SEED, Promote};
use crate::i18n::{self, integer};
use crate::numerics::accumulate::{Accumulator, Cutting, Signs};
use crate::state::Choice as Named;
use crate::ui::{Choice, Select, Slider, Spacing, group};
use crate::widgets::View;

/// Where the slider of products snaps.
const POWERS: &[f64] = &[32.0, 64.0, 128.0, 256.0, 512.0, 1024.0, 2048.0, 4096.0, 8192.0, 16_384.0];

/// Products, register, promotion.
pub fn primary(view: &View<Accumulate>) -> Html {
    let text = i18n::accumulator(view.lang);
    let state = &view.state;
    let k = Slider {
        label: text.k.into(),
        shown: integer(state.k.into()).into(),
        value: state.k.into(),
        min: FEWEST.into(),
        max: MOST.into(),
        spacing: Spacing::Log(POWERS),
        on_edit: view.edit(|k: f64| Action::K(libm::round(k) as u32)),
    };
    let accumulator = Select {
        label: text.accumulator.into(),
        options: Accumulator::ALL.iter().map(|each| names::accumulator(text, *each).into()).collect(),
        chosen: state.accumulator.index(),
        on_edit: view.edit(|at| Action::Accumulator(Accumulator::at(at))),
    };
    let promote = Choice {
        label: text.promote.into(),
        name: [&view.id, "-promote"].concat().into(),
        options: Promote::ALL.iter().map(|each| names::promote(text, *each).into()).collect(),
        chosen: state.promote_every.index(),
        on_edit: view.edit(|at| Action::Promote(Promote::at(at))),
    };
    group(vec![k.view(), accumulator.view(), promote.view()])
}

/// Signs, cutting, seed.
pub fn more(view: &View<Accumulate>) -> Html {
    let text = i18n::accumulator(view.lang);
    let state = &view.state;
    let signs = Choice {
        label: text.signs.into(),
        name: [&view.id, "-signs"].concat().into(),
        options: Signs::ALL.iter().map(|each| names::signs(text, *each).into()).collect(),
        chosen: state.signs.index(),
        on_edit: view.edit(|at| Action::Signs(Signs::at(at))),
    };
    let cutting = Choice {
        label: text.cutting.into(),
        name: [&view.id, "-cutting"].concat().into(),
        options: Cutting::ALL.iter().map(|each| names::cutting(text, *each).into()).collect(),
        chosen: state.cutting.index(),
        on_edit: view.edit(|at| Action::Cutting(Cutting::at(at))),
    };
    let seed = Slider {
        label: text.seed.into(),
        shown: state.seed.to_string().into(),
        value: state.seed.into(),
        min: 0.0,
        max: MOST_SEED.into(),
        spacing: Spacing::Linear(1.0),
        on_edit: view.edit(|seed: f64| Action::Seed(seed as u32)),
    };
    group(vec![signs.view(), cutting.view(), seed.view()])
}
