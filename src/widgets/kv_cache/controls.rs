//! The controls: three in sight, the others behind "more".

use yew::prelude::*;

use super::KvCache;
use super::names::Names;
use super::notches::{batches, contexts};
use super::state::{Action, GpuName, MOST_GPUS, MOST_MODELS, ModelName, Picture, State};
use crate::i18n::{KvCacheText, Scale, fill};
use crate::numerics::models::{Baseline, CacheFormat, WeightFormat};
use crate::state::Choice as Named;
use crate::ui::{Choice, Select, Slider, Spacing, group};
use crate::widgets::View;
use crate::widgets::notched::notched;

/// What is set most: of the memory and of growth the length of the texts and users, of the ratios the model.
pub fn primary(view: &View<KvCache>) -> Html {
    let names = Names::new(view.lang, &view.state);
    group(match view.state.view {
        Picture::Memory => vec![context(view, &names), batch(view, &names), baseline(view, &names)],
        Picture::Growth => vec![context(view, &names), batch(view, &names), weight_format(view, &names)],
        Picture::Ratios => vec![model_place(view, &names, 0), baseline(view, &names), cache_format(view, &names)],
    })
}

/// All others.
pub fn more(view: &View<KvCache>) -> Html {
    let names = Names::new(view.lang, &view.state);
    let (text, state) = (names.text, &view.state);
    let gpu = Select {
        label: text.gpu.into(),
        options: GpuName::ALL.iter().map(|name| gpu_option(&names, *name)).collect(),
        chosen: state.gpu.index(),
        on_edit: view.edit(|at| Action::Gpu(GpuName::at(at))),
    };
    let ratios = state.view == Picture::Ratios;
    let places = usize::from(ratios)..MOST_MODELS.min(state.models.len() + 1);
    let mut controls: Vec<Html> = places.map(|place| model_place(view, &names, place)).collect();
    controls.extend(match state.view {
        Picture::Memory => vec![cache_format(view, &names), weight_format(view, &names)],
        Picture::Growth => vec![cache_format(view, &names), baseline(view, &names)],
        Picture::Ratios => vec![weight_format(view, &names), context(view, &names), batch(view, &names)],
    });
    controls.extend([gpu.view(), gpus(view, text.gpus), unit(view, text)]);
    group(controls)
}

fn context(view: &View<KvCache>, names: &Names<'_>) -> Html {
    let notches = contexts().into_iter().map(|n| n as f64).collect();
    let (shown, value) = (names.tokens(view.state.context), view.state.context as f64);
    notched(names.text.context, shown, value, notches, view.edit(|n: f64| Action::Context(n as u64)))
}

fn batch(view: &View<KvCache>, names: &Names<'_>) -> Html {
    let notches = batches().into_iter().map(f64::from).collect();
    let (shown, value) = (names.tokens(u64::from(view.state.batch)), f64::from(view.state.batch));
    notched(names.text.batch, shown, value, notches, view.edit(|n: f64| Action::Batch(n as u32)))
}

fn baseline(view: &View<KvCache>, names: &Names<'_>) -> Html {
    Select {
        label: names.text.baseline.into(),
        options: Baseline::ALL.iter().map(|baseline| names.baseline(*baseline).into()).collect(),
        chosen: view.state.baseline.index(),
        on_edit: view.edit(|at| Action::Baseline(Baseline::at(at))),
    }
    .view()
}

fn cache_format(view: &View<KvCache>, names: &Names<'_>) -> Html {
    Select {
        label: names.text.cache_format.into(),
        options: CacheFormat::ALL.iter().map(|format| names.cache_format(*format).into()).collect(),
        chosen: view.state.cache_format.index(),
        on_edit: view.edit(|at| Action::CacheFormat(CacheFormat::at(at))),
    }
    .view()
}

fn weight_format(view: &View<KvCache>, names: &Names<'_>) -> Html {
    Select {
        label: names.text.weight_format.into(),
        options: WeightFormat::ALL.iter().map(|format| names.weight_format(*format).into()).collect(),
        chosen: view.state.weight_format.index(),
        on_edit: view.edit(|at| Action::WeightFormat(WeightFormat::at(at))),
    }
    .view()
}

fn gpus(view: &View<KvCache>, label: &'static str) -> Html {
    let gpus = view.state.gpus;
    Slider {
        label: label.into(),
        shown: gpus.to_string().into(),
        value: gpus.into(),
        min: 1.0,
        max: MOST_GPUS.into(),
        spacing: Spacing::Linear(1.0),
        on_edit: view.edit(|n: f64| Action::Gpus(n as u32)),
    }
    .view()
}

fn unit(view: &View<KvCache>, text: &KvCacheText) -> Html {
    Choice {
        label: text.unit.into(),
        name: [&view.id, "-unit"].concat().into(),
        options: vec![text.decimal.into(), text.binary.into()],
        chosen: view.state.unit.index(),
        on_edit: view.edit(|at| Action::Unit(Scale::at(at))),
    }
    .view()
}

fn gpu_option(names: &Names<'_>, name: GpuName) -> AttrValue {
    let gpu = name.gpu();
    let memory = names.memory(gpu, gpu.memory_bytes());
    fill(names.text.gpu_option, &[("gpu", names.gpu(gpu)), ("memory", &memory)]).into()
}

/// What a place offers: "none" unless it is the only one, and the models; the place after the last offers only those
/// that stand nowhere yet.
fn offers(state: &State, place: usize) -> Vec<Option<ModelName>> {
    let models = &state.models;
    let new = place >= models.len();
    let open = |name: &&ModelName| !(new && models.contains(name));
    let none = (models.len() > 1 || new).then_some(None);
    none.into_iter().chain(ModelName::ALL.iter().filter(open).map(|name| Some(*name))).collect()
}

fn model_place(view: &View<KvCache>, names: &Names<'_>, place: usize) -> Html {
    let offers = offers(&view.state, place);
    let present = view.state.models.get(place).copied();
    let chosen = offers.iter().position(|offer| *offer == present).unwrap_or(0);
    let label = |offer: &Option<ModelName>| AttrValue::from(offer.map_or(names.text.none, |name| name.model().name));
    let options = offers.iter().map(label).collect();
    let pick = move |at: usize| Action::Model(place, offers.get(at).copied().unwrap_or(present));
    let label = fill(names.text.model, &[("at", &(place + 1).to_string())]).into();
    let select = Select { label, options, chosen, on_edit: view.edit(pick) };
    html! { <key={place}>{ select.view() }</> }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offers_only_what_can_be_done() {
        let mut state = State::default();
        assert_eq!(offers(&state, 0).len(), 28);
        assert_eq!(offers(&state, 3).len(), 25, "none, and the 24 that stand nowhere");
        state.models.truncate(1);
        assert_eq!(offers(&state, 0).len(), 27, "the last one stays");
        assert!(offers(&state, 1).contains(&None));
    }
}
