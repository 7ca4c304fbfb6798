//! The controls: three in sight, the others behind "more".

use yew::prelude::*;

use super::Parameters;
use super::names::Names;
use super::state::{Action, MOST_TOKENS, Shown};
use super::zoom::Zoom;
use crate::i18n::integer;
use crate::numerics::models::{Place, Size, WeightFormat};
use crate::state::Choice as Named;
use crate::ui::{Button, Choice, Select, group, part};
use crate::widgets::kv_cache::ModelName;
use crate::widgets::{View, notched};

/// Model, what is drawn, tokens; against memory the format instead of the tokens.
pub fn primary(view: &View<Parameters>) -> Html {
    let names = Names::new(view.lang);
    let model = Select {
        label: names.text.model.into(),
        options: ModelName::ALL.iter().map(|name| name.model().name.into()).collect(),
        chosen: view.state.model.index(),
        on_edit: view.edit(|at| Action::Model(ModelName::at(at))),
    };
    let text = names.text;
    let shown = Choice {
        label: text.view.into(),
        name: [&view.id, "-view"].concat().into(),
        options: [text.view_total, text.view_active, text.view_memory].map(Into::into).to_vec(),
        chosen: view.state.view.index(),
        on_edit: view.edit(|at| Action::View(Shown::at(at))),
    };
    let third = if view.state.view == Shown::Memory { format(view, &names) } else { tokens(view, &names) };
    group(vec![model.view(), shown.view(), third])
}

fn format(view: &View<Parameters>, names: &Names) -> Html {
    Select {
        label: names.text.weight_format.into(),
        options: WeightFormat::ALL.iter().map(|format| names.format(*format).into()).collect(),
        chosen: view.state.weight_format.index(),
        on_edit: view.edit(|at| Action::WeightFormat(WeightFormat::at(at))),
    }
    .view()
}

/// Powers of two, and values between them.
fn tokens(view: &View<Parameters>, names: &Names) -> Html {
    let now = view.state.tokens;
    let shown = integer(u128::from(now));
    notched::slider(view, names.text.tokens, shown, now, notched::doubling(MOST_TOKENS), Action::Tokens)
}

/// Ascending, each once, up to `most`.
fn sorted(values: Vec<u64>, most: u64) -> Vec<u64> {
    let mut values = crate::widgets::order::ordered(values.into_iter().filter(|n| *n <= most), |a, b| a < b);
    values.dedup();
    values
}

/// A slider over fixed values: each step of a key is another one.
fn notched(
    view: &View<Parameters>,
    label: &'static str,
    shown: String,
    value: u64,
    notches: Vec<u64>,
    action: impl Fn(u64) -> Action + 'static,
) -> Html {
    let notches = notches.into_iter().map(|n| n as f64).collect();
    notched::notched(label, shown, value as f64, notches, view.edit(move |n: f64| action(n as u64)))
}

/// Where a size rests.
fn notches(size: Size, layers: u8) -> Vec<u64> {
    match size {
        Size::Experts => vec![1, 2, 4, 8, 16, 32, 64, 96, 128, 160, 192, 256, 320, 384, 512, 768, 1024],
        Size::TopK => (1..=16).chain([20, 24, 32, 48, 64, 96, 128]).collect(),
        Size::SharedExperts => (0..=8).collect(),
        Size::MoeIntermediate => {
            vec![256, 512, 768, 1024, 1408, 1536, 2048, 2880, 3072, 4096, 6144, 8192, 12_288, 14_336, 16_384, 32_768]
        }
        Size::DenseLayers => (0..=u64::from(layers)).collect(),
    }
}

/// A size: as it is now, and as published.
fn size_of(view: &View<Parameters>, size: Size) -> Option<(u64, u64)> {
    let of = |model: &crate::numerics::models::Model| {
        let moe = model.moe?;
        Some(match size {
            Size::Experts => u64::from(moe.experts),
            Size::TopK => u64::from(moe.top_k),
            Size::SharedExperts => u64::from(moe.shared_experts),
            Size::MoeIntermediate => u64::from(moe.intermediate),
            Size::DenseLayers => u64::from(model.dense_layers),
        })
    };
    Some((of(&view.model.model)?, of(view.model.published)?))
}

fn size(view: &View<Parameters>, names: &Names, size: Size) -> Option<Html> {
    let (now, published) = size_of(view, size)?;
    if size == Size::DenseLayers && view.model.published.intermediate == 0 {
        return None;
    }
    let mut values = notches(size, view.model.published.layers);
    values.push(published);
    let shown = integer(u128::from(now));
    let shown = if now == published { shown } else { [&shown, " (", &integer(u128::from(published)), ")"].concat() };
    let act = move |n: u64| Action::Size(size, (n != published).then(|| u32::try_from(n).unwrap_or(u32::MAX)));
    Some(notched(view, names.size(size), shown, now, sorted(values, u64::MAX), act))
}

/// Places that can be gone to: the way to the open one, and what is in it.
fn places(view: &View<Parameters>) -> Vec<Place> {
    let (model, open) = (&view.model.model, view.model.place);
    let mut places = vec![open];
    while let Some(above) = places.last().and_then(|place| model.above(*place)) {
        places.push(above);
    }
    places.reverse();
    places.extend(model.places_in(open).into_iter().filter(|place| !matches!(place, Place::Tensor(..))));
    places
}

fn zoom(view: &View<Parameters>, names: &Names) -> Html {
    let places = places(view);
    let computed = view.model.clone();
    let level = |place: &Place| {
        let mut above = computed.model.above(*place);
        let mut level = 0;
        while let Some(place) = above {
            above = computed.model.above(place);
            level += 1;
        }
        level
    };
    let option = |place: &Place| ["\u{2003}".repeat(level(place)), names.place(&computed, *place)].concat().into();
    let options = places.iter().map(option).collect();
    let chosen = places.iter().position(|place| *place == computed.place).unwrap_or(0);
    let model = view.model.clone();
    let pick = move |at: usize| Action::Zoom(places.get(at).map_or(Zoom::All, |place| Zoom::to(&model.model, *place)));
    Select { label: names.text.zoom.into(), options, chosen, on_edit: view.edit(pick) }.view()
}

fn context(view: &View<Parameters>, names: &Names) -> Html {
    let values: Vec<u64> = (0..=23).map(|power| 1 << power).chain([1_000_000, 10_000_000]).collect();
    let now = view.state.context;
    let values = sorted(values, super::state::MOST_CONTEXT);
    notched(view, names.text.context, integer(u128::from(now)), now, values, Action::Context)
}

/// Zoom, other tokens, what-if sizes, format, context.
pub fn more(view: &View<Parameters>) -> Html {
    let names = Names::new(view.lang);
    let text = names.text;
    let mut controls = Vec::new();
    if view.state.view == Shown::Memory {
        controls.push(context(view, &names));
    } else {
        controls.extend([zoom(view, &names), format(view, &names), context(view, &names)]);
    }
    let sizes = [Size::Experts, Size::TopK, Size::SharedExperts, Size::MoeIntermediate, Size::DenseLayers];
    controls.extend(sizes.into_iter().filter_map(|one| size(view, &names, one)));
    let mut buttons = Vec::new();
    if view.model.parameters.routed_experts > 0 && view.state.view != Shown::Memory {
        buttons.push(Button::new(text.next_token, view.push(|| Action::NextToken)).view());
    }
    if view.model.published.moe.is_some() {
        let disabled = !view.state.is_what_if();
        let on_push = view.push(|| Action::AsPublished);
        buttons.push(Button { label: text.as_published.into(), on_push, pressed: None, disabled }.view());
    }
    controls.push(part("div", "params__buttons", buttons));
    group(controls)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_published_size_is_a_value_of_its_slider() {
        for name in ModelName::ALL {
            let Some(moe) = name.model().moe else { continue };
            for (size, value) in [
                (Size::Experts, moe.experts),
                (Size::TopK, moe.top_k),
                (Size::SharedExperts, moe.shared_experts),
                (Size::MoeIntermediate, moe.intermediate),
            ] {
                assert!(notches(size, 61).contains(&u64::from(value)), "{} {value}", name.model().id);
            }
        }
    }
}
