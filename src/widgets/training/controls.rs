//! The controls: three in sight, the others behind "more".

use yew::prelude::*;

use super::Training;
use super::names;
use super::state::{Action, MOST_SEED, MOST_UNITS, RATES};
use crate::i18n::{self, significant};
use crate::numerics::train::{Dataset, Recipe};
use crate::state::Choice as _;
use crate::ui::{Choice, Slider, Spacing, Toggle, element, group, part, text as words};
use crate::widgets::View;

/// Round learning rates, at which the slider rests.
const ROUND: &[f64] = &[0.001, 0.002, 0.003, 0.005, 0.01, 0.02, 0.03, 0.05, 0.1, 0.2, 0.3, 0.5, 1.0, 2.0, 3.0];

/// Data set and learning rate.
pub fn primary(view: &View<Training>) -> Html {
    let (text, state) = (i18n::training(view.lang), &view.state);
    let dataset = Choice {
        label: text.dataset.into(),
        name: [&view.id, "-dataset"].concat().into(),
        options: Dataset::ALL.iter().map(|dataset| names::dataset(text, *dataset).into()).collect(),
        chosen: state.dataset.index(),
        on_edit: view.edit(|at| Action::Dataset(Dataset::at(at))),
    };
    let rate = Slider {
        label: text.learning_rate.into(),
        shown: significant(state.learning_rate, 3).into(),
        value: state.learning_rate,
        min: RATES.0,
        max: RATES.1,
        spacing: Spacing::Log(ROUND),
        on_edit: view.edit(Action::Rate),
    };
    group(vec![dataset.view(), rate.view()])
}

fn whole(
    view: &View<Training>,
    label: &'static str,
    value: u32,
    (min, max): (u32, u32),
    action: fn(u32) -> Action,
) -> Html {
    Slider {
        label: label.into(),
        shown: value.to_string().into(),
        value: value.into(),
        min: min.into(),
        max: max.into(),
        spacing: Spacing::Linear(1.0),
        on_edit: view.edit(move |n: f64| action(n as u32)),
    }
    .view()
}

/// Recipes, width, seed.
pub fn more(view: &View<Training>) -> Html {
    let (text, state) = (i18n::training(view.lang), &view.state);
    let run = |recipe: &Recipe| {
        let recipe = *recipe;
        Toggle {
            label: names::recipe(text, recipe).into(),
            on: state.runs.contains(&recipe),
            on_edit: view.edit(move |on| Action::Run(recipe, on)),
        }
        .view()
    };
    let legend = element("legend", vec![("class", "control__label".into())], vec![words(text.runs.into())]);
    let runs = part("div", "training__runs", Recipe::ALL.iter().map(run).collect());
    group(vec![
        part("fieldset", "control training__choice", vec![legend, runs]),
        whole(view, text.hidden_units, state.hidden_units, (1, MOST_UNITS), Action::HiddenUnits),
        whole(view, text.seed, state.seed, (0, MOST_SEED), Action::Seed),
    ])
}
