//! The controls: three in sight, the others behind "more".

use yew::prelude::*;

use super::Decode;
use super::names::Names;
use super::state::{Action, GpuName, Look, MOST_AT_ONCE, MOST_BATCH, MOST_CONTEXT, MOST_HEADS, MOST_TEXT};
use crate::i18n::{fill, integer};
use crate::numerics::attention::Scope;
use crate::numerics::models::CacheKind;
use crate::state::Choice as Named;
use crate::ui::{Button, Choice, Select, TextField, Toggle, group};
use crate::widgets::View;
use crate::widgets::notched::{doubling, slider};

/// What is looked at, the kind, and positions or heads.
pub fn primary(view: &View<Decode>) -> Html {
    let (names, state) = (Names::new(view.lang), &view.state);
    let text = names.text;
    let look = Choice {
        label: text.look.into(),
        name: [&view.id, "-view"].concat().into(),
        options: vec![text.steps.into(), text.roofline.into()],
        chosen: state.look.index(),
        on_edit: view.edit(|at| Action::Look(Look::at(at))),
    };
    let kind = Choice {
        label: text.attention.into(),
        name: [&view.id, "-attention"].concat().into(),
        options: CacheKind::ALL.iter().map(|kind| names.kind(*kind).into()).collect(),
        chosen: state.attention.index(),
        on_edit: view.edit(|at| Action::Attention(CacheKind::at(at))),
    };
    let third = match state.look {
        Look::Steps => rope_key(view, names),
        Look::Roofline => heads(view, names),
    };
    group(vec![look.view(), kind.view(), third])
}

fn rope_key(view: &View<Decode>, names: Names) -> Html {
    Toggle { label: names.text.rope_key.into(), on: view.state.rope_key, on_edit: view.edit(Action::RopeKey) }.view()
}

fn heads(view: &View<Decode>, names: Names) -> Html {
    let notches: Vec<u32> = std::iter::once(0).chain(doubling(MOST_HEADS)).collect();
    let shown = names.heads(&view.state, &view.model);
    slider(view, names.text.heads, shown, view.state.heads, notches, Action::Heads)
}

/// Words, tokens a step, accelerator, batch, context, what is counted, seed.
pub fn more(view: &View<Decode>) -> Html {
    let (names, state) = (Names::new(view.lang), &view.state);
    let text = names.text;
    let at_once = Choice {
        label: text.tokens_per_step.into(),
        name: [&view.id, "-tokens"].concat().into(),
        options: (1..=MOST_AT_ONCE).map(|n| n.to_string().into()).collect(),
        chosen: state.tokens_per_step.saturating_sub(1) as usize,
        on_edit: view.edit(|at| Action::TokensPerStep(at as u32 + 1)),
    };
    let gpu = Select {
        label: text.gpu.into(),
        options: GpuName::ALL.iter().map(|name| names.gpu(name.gpu()).into()).collect(),
        chosen: state.gpu.index(),
        on_edit: view.edit(|at| Action::Gpu(GpuName::at(at))),
    };
    let mut controls = vec![at_once.view(), gpu.view()];
    controls.extend(match state.look {
        Look::Steps => steps(view, names),
        Look::Roofline => vec![
            slider(view, text.batch, integer(state.batch.into()), state.batch, doubling(MOST_BATCH), Action::Batch),
            context(view, names),
            counted(view, names),
        ],
    });
    group(controls)
}

fn steps(view: &View<Decode>, names: Names) -> Vec<Html> {
    let seed = view.state.seed;
    let words = TextField {
        label: names.text.own_words.into(),
        value: view.state.text.clone().into(),
        message: None,
        placeholder: Some(names.text.sample),
        input_mode: "text",
        max_length: MOST_TEXT as u32,
        on_edit: view.edit(Action::Text),
    };
    let another = fill(names.text.another_seed, &[("seed", &seed.to_string())]);
    let another = Button::new(another, view.push(move || Action::Seed(seed.wrapping_add(1))));
    vec![words.view(), another.view()]
}

fn context(view: &View<Decode>, names: Names) -> Html {
    let context = view.state.context;
    slider(view, names.text.context, integer(context.into()), context, doubling(MOST_CONTEXT), Action::Context)
}

fn counted(view: &View<Decode>, names: Names) -> Html {
    Select {
        label: names.text.counted.into(),
        options: vec![names.text.counted_cache.into(), names.text.counted_layer.into()],
        chosen: view.state.counted.index(),
        on_edit: view.edit(|at| Action::Counted(Scope::at(at))),
    }
    .view()
}
