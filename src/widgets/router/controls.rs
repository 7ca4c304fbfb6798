//! The controls: the gate, the words, the group limit; and the rest behind "more".

use yew::prelude::*;

use super::Router;
use super::action::Action;
use super::biases::Biases;
use super::state::{MAX_EXPERTS, MAX_TEXT, MAX_TOP_K};
use crate::i18n::{self, fill};
use crate::numerics::routing::{Bug, Kind};
use crate::state::Choice;
use crate::ui::{Button, Select, Slider, TextField, Toggle};
use crate::widgets::View;

/// Which gate, whose words, which rule.
pub fn controls(view: &View<Router>) -> Html {
    let text = i18n::router(view.lang);
    let (state, published) = (&view.state, view.state.kind.gate());
    let kinds: Vec<AttrValue> = Kind::ALL.iter().map(|kind| kind.model().into()).collect();
    let limit =
        fill(text.groups, &[("kept", &published.topk_group.to_string()), ("nodes", &published.n_group.to_string())]);
    html! {
        <>
            <Select label={text.kind} options={kinds} chosen={state.kind.index()} on_edit={view.edit(|at| Action::Kind(Choice::at(at)))} />
            <TextField label={text.own_words} value={state.text.clone()} placeholder={text.sample} max_length={MAX_TEXT as u32} on_edit={view.edit(Action::Text)} />
            if published.limits_groups() {
                <Toggle label={limit} on={state.groups} on_edit={view.edit(Action::Groups)} />
            }
        </>
    }
}

fn bug_name(bug: Bug, lang: i18n::Lang) -> &'static str {
    let text = i18n::router(lang);
    match bug {
        Bug::None => text.bug_none,
        Bug::MaskZero => text.bug_mask_zero,
        Bug::BiasInWeights => text.bug_bias_in_weights,
        Bug::GroupMax => text.bug_group_max,
    }
}

/// What if: other sizes, other biases, other seeds, mistakes.
pub fn more(view: &View<Router>) -> Html {
    let text = i18n::router(view.lang);
    let (state, gate) = (&view.state, &view.model.routing.gate);
    let bugs: Vec<AttrValue> = Bug::ALL.iter().map(|bug| bug_name(*bug, view.lang).into()).collect();
    let published = state.kind.gate();
    let whole = |published: usize, x: f64| (x as usize != published).then_some(x as u32);
    // The sliders offer only what the gate can do.
    let groups = gate.n_group as f64;
    let fewest = (gate.top_k.div_ceil(gate.topk_group.max(1)) * gate.n_group) as f64;
    let most = (gate.experts / gate.n_group.max(1) * gate.topk_group).min(MAX_TOP_K as usize) as f64;
    let seed = state.seed;
    html! {
        <>
            <Slider label={text.top_k} shown={gate.top_k.to_string()} value={gate.top_k as f64} min={1.0} max={most}
                on_edit={view.edit(move |k| Action::TopK(whole(published.top_k, k)))} />
            <Slider label={text.experts} shown={gate.experts.to_string()} value={gate.experts as f64} min={fewest} step={groups} max={f64::from(MAX_EXPERTS)}
                on_edit={view.edit(move |n| Action::Experts(whole(published.experts, n)))} />
            if view.model.has_bias() {
                <Slider label={text.bias_shift} shown={i18n::signed(state.bias_shift, 2)} value={state.bias_shift} min={-2.0} max={2.0} step={0.05} on_edit={view.edit(Action::Shift)} />
            }
            <Select label={text.bug} options={bugs} chosen={state.bug.index()} on_edit={view.edit(|at| Action::Bug(Choice::at(at)))} />
            <Button label={fill(text.another_seed, &[("seed", &seed.to_string())])} on_push={view.push(move || Action::Seed(seed.wrapping_add(1)))} />
            if !state.biases.is_empty() {
                <Button label={text.unbias} on_push={view.push(|| Action::Biases(Biases::default()))} />
            }
        </>
    }
}
