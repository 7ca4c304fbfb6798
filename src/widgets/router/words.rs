//! The sentences: what a step does, what came out, what is odd.

use yew::prelude::*;

use super::mixture::shared_experts;
use super::model::{Model, Refusal};
use super::state::{Sight, Stage, State};
use super::{Router, many_words};
use crate::i18n::{self, Lang, Piece, RouterPlaceText, RouterText, fill, fixed, percent, pieces, significant};
use crate::numerics::routing::{BiasUse, Bug, Gate, GateError, GroupScore, Kind, MAX_TOKENS, Scoring};
use crate::state::Choice as _;
use crate::ui::{self, group, words, written};
use crate::widgets::View;

/// The name of a step.
#[must_use]
pub const fn stage_name(stage: Stage, lang: Lang) -> &'static str {
    let text = i18n::router(lang);
    match stage {
        Stage::Logits => text.stage_logits,
        Stage::Affinity => text.stage_affinity,
        Stage::Bias => text.stage_bias,
        Stage::Groups => text.stage_groups,
        Stage::Keep => text.stage_keep,
        Stage::TopK => text.stage_top_k,
        Stage::Weights => text.stage_weights,
        Stage::Output => text.stage_output,
    }
}

const fn weights_line(gate: &Gate, text: &'static RouterText) -> &'static str {
    match gate.scoring {
        Scoring::SoftmaxOfSelected => text.line_weights_softmax_selected,
        Scoring::SigmoidOfSelected => text.line_weights_sigmoid_selected,
        Scoring::Sigmoid | Scoring::Softmax => match (gate.norm_topk_prob, gate.routed_scaling_factor == 1.0) {
            (true, true) => text.line_weights_normed,
            (true, false) => text.line_weights_normed_scaled,
            (false, true) => text.line_weights_raw,
            (false, false) => text.line_weights_scaled,
        },
    }
}

const fn output_line(kind: Kind, text: &'static RouterText) -> &'static str {
    match (kind, shared_experts(kind)) {
        (Kind::Llama4, _) => text.line_output_input,
        (_, 0) => text.line_output,
        (_, _) => text.line_output_shared,
    }
}

/// The texts about where the gate's experts live.
#[must_use]
pub const fn place(kind: Kind, lang: Lang) -> &'static RouterPlaceText {
    if kind.on_devices() { i18n::router_devices(lang) } else { i18n::router_nodes(lang) }
}

const fn stage_line(model: &Model, kind: Kind, lang: Lang) -> &'static str {
    let (gate, text, place) = (&model.routing.gate, i18n::router(lang), place(kind, lang));
    match model.stage {
        Stage::Logits => text.line_logits,
        Stage::Affinity if matches!(gate.scoring, Scoring::Sigmoid) => text.line_sigmoid,
        Stage::Affinity => text.line_softmax,
        Stage::Bias if matches!(gate.bias, BiasUse::Logits) => text.line_bias_logits,
        Stage::Bias => text.line_bias,
        Stage::Groups if matches!(gate.bug, Bug::GroupMax) => place.line_groups_max,
        Stage::Groups if matches!(gate.group_score, GroupScore::Max) => place.line_groups_max,
        Stage::Groups => text.line_groups_sum,
        Stage::Keep => place.line_keep,
        Stage::TopK if gate.limits_groups() => text.line_top_k,
        Stage::TopK => text.line_top_k_free,
        Stage::Weights => weights_line(gate, text),
        Stage::Output => output_line(kind, text),
    }
}

/// What a bug does at the step it strikes, where it can.
const fn bug_line(model: &Model, text: &'static RouterText) -> Option<&'static str> {
    let gate = &model.routing.gate;
    match gate.bug {
        Bug::MaskZero if gate.limits_groups() && model.stage as u8 >= Stage::TopK as u8 => Some(text.strikes_mask_zero),
        Bug::BiasInWeights if matches!(gate.bias, BiasUse::Selection) && model.stage as u8 >= Stage::Weights as u8 => {
            Some(text.strikes_bias_in_weights)
        }
        Bug::GroupMax if gate.limits_groups() && matches!(gate.group_score, GroupScore::Top2Sum) => {
            Some(text.strikes_group_max)
        }
        _ => None,
    }
}

/// The steps that are left out, and why.
pub fn skipped(state: &State, gate: &Gate, lang: Lang) -> Option<String> {
    let text = i18n::router(lang);
    let published = state.kind.gate();
    let names = |missing: &dyn Fn(Stage) -> bool| {
        let names: Vec<&str> =
            Stage::ALL.iter().filter(|stage| missing(**stage)).map(|stage| stage_name(*stage, lang)).collect();
        (!names.is_empty()).then(|| names.join(text.between_steps))
    };
    let lacks = names(&|stage| !stage.is_in(&published));
    let off = names(&|stage| stage.is_in(&published) && !stage.is_in(gate));
    let lacks = lacks.map(|steps| fill(text.lacks, &[("model", state.kind.model()), ("steps", &steps)]));
    let off = off.map(|steps| fill(text.switched_off, &[("steps", &steps)]));
    let both = [lacks, off].into_iter().flatten().collect::<Vec<_>>();
    (!both.is_empty()).then(|| both.concat())
}

fn rounded(x: f32, digits: usize) -> String {
    significant(libm::round(f64::from(x) * 10_000.0) / 10_000.0, digits)
}

/// What happens at the step.
pub fn step(view: &View<Router>) -> Html {
    let (text, model) = (i18n::router(view.lang), &view.model);
    let gate = &model.routing.gate;
    let candidates = model.routing.routed.candidates.iter().filter(|open| **open).count();
    let missed = model
        .routing
        .free
        .as_ref()
        .map_or(0, |free| free.selected.iter().filter(|expert| model.routing.place(**expert).is_none()).count());
    let line = fill(
        stage_line(model, view.state.kind, view.lang),
        &[
            ("kept", &gate.topk_group.to_string()),
            ("k", &gate.top_k.to_string()),
            ("experts", &gate.experts.to_string()),
            ("candidates", &candidates.to_string()),
            ("scale", &rounded(gate.routed_scaling_factor, 4)),
            ("sum", &rounded(model.routing.weight_sum(), 4)),
            ("width", &model.mixture.as_ref().map_or(0, |mixture| mixture.output.len()).to_string()),
        ],
    );
    let dashed = missed > 0 && (Stage::TopK..Stage::Output).contains(&model.stage);
    let mut sentences = vec![ui::text(written(line))];
    if dashed {
        sentences.push(ui::text(written(fill(text.dashed, &[("missed", &missed.to_string())]))));
    }
    if let Some(bug) = bug_line(model, text) {
        sentences.push(words("strong", "router__bug", bug.into()));
    }
    if let Some(skipped) = skipped(&view.state, gate, view.lang) {
        sentences.push(words("span", "router__skipped", written(skipped)));
    }
    group(sentences)
}

/// The sentence of the result, and the values of its places.
fn result_parts(state: &State, model: &Model, lang: Lang) -> (Vec<&'static str>, Vec<(&'static str, String)>) {
    let (text, place, routing) = (i18n::router(lang), place(state.kind, lang), &model.routing);
    if let Some(many) = &model.many {
        return many_words::result(many, state, lang);
    }
    let routed = &routing.routed;
    let sentence = match (&routing.free, state.kind.gate().nodes > 1) {
        (Some(_), _) if routed.affinity_kept.is_nan() => place.result_limited_undefined,
        (Some(_), _) => place.result_limited,
        (None, true) => place.result_free,
        (None, false) => text.result_plain,
    };
    let experts = routing.gate.experts.max(1);
    let mut values = vec![
        ("token", model.tokens.get(model.token).cloned().unwrap_or_default()),
        ("chosen", routed.selected.len().to_string()),
        ("experts", experts.to_string()),
        ("share", percent(routed.selected.len() as f64 / experts as f64, 2)),
        ("nodes", routed.nodes_touched.to_string()),
        ("all", routing.gate.nodes.to_string()),
        ("free", routing.free.as_ref().map_or(0, |free| free.nodes_touched).to_string()),
        ("kept", percent(f64::from(routed.affinity_kept), 3)),
        ("sum", rounded(routing.weight_sum(), 4)),
    ];
    let mut sentences = vec![sentence];
    if let Some(mean) = model.mean.filter(|mean| mean.kept.is_finite() && model.tokens.len() > 1) {
        sentences.push(place.result_mean);
        values.extend([
            ("count", model.tokens.len().to_string()),
            ("mean_nodes", fixed(mean.nodes, 1)),
            ("mean_free", fixed(mean.free_nodes, 1)),
            ("mean_kept", percent(mean.kept, 3)),
        ]);
    }
    if let Some(rival) = &model.rival {
        sentences.push(text.result_rival);
        values.extend([
            ("rival", rival.kind.model().to_owned()),
            ("rival_chosen", rival.routing.routed.selected.len().to_string()),
            ("rival_experts", rival.routing.gate.experts.to_string()),
            ("both", rival.both.len().to_string()),
            ("rival_sum", rounded(rival.routing.weight_sum(), 4)),
        ]);
    }
    (sentences, values)
}

/// Places that are live terms; the others are plain.
const TERMS: [&str; 8] = ["chosen", "nodes", "free", "kept", "sum", "most", "free_most", "dropped_share"];

/// The result with its live numbers.
pub fn result(view: &View<Router>) -> Html {
    let (sentences, values) = result_parts(&view.state, &view.model, view.lang);
    let value = |place: &str| values.iter().find(|(name, _)| *name == place);
    let piece = |piece: Piece<'static>| match piece {
        Piece::Words(words) => ui::text(words.into()),
        Piece::Place(place) => match value(place) {
            Some((name, value)) if TERMS.contains(name) => view.term(name, value.clone()),
            Some((_, value)) => ui::text(written(value.clone())),
            None => ui::text(place.into()),
        },
    };
    group(sentences.into_iter().flat_map(pieces).map(piece).collect())
}

/// The result as it is spoken.
#[must_use]
pub fn spoken(view: &View<Router>) -> String {
    let (sentences, values) = result_parts(&view.state, &view.model, view.lang);
    let values: Vec<(&str, &str)> = values.iter().map(|(name, value)| (*name, value.as_str())).collect();
    sentences.into_iter().map(|sentence| fill(sentence, &values)).collect()
}

fn refused(refusal: &Refusal, gate: &Gate, kind: Kind, lang: Lang) -> String {
    let (text, place) = (i18n::router(lang), place(kind, lang));
    let n = |n: usize| n.to_string();
    let why = match refusal.why {
        GateError::TopKAboveExperts { top_k, experts } => {
            fill(text.why_top_k, &[("k", &n(top_k)), ("experts", &n(experts))])
        }
        GateError::GroupsDoNotDivide { experts, n_group } => {
            fill(place.why_groups, &[("experts", &n(experts)), ("nodes", &n(n_group))])
        }
        GateError::KeptGroupsTooSmall { candidates, top_k } => {
            fill(place.why_kept, &[("k", &n(top_k)), ("candidates", &n(candidates))])
        }
        _ => text.why_other.to_owned(),
    };
    let stays = if refusal.field == "top-k" { gate.top_k } else { gate.experts };
    fill(
        text.refused,
        &[("field", refusal.field), ("given", &refusal.given.to_string()), ("why", &why), ("stays", &n(stays))],
    )
}

/// What is odd about the fields.
#[must_use]
pub fn remarks(view: &View<Router>) -> Vec<String> {
    let (text, state, model) = (i18n::router(view.lang), &view.state, &view.model);
    let gate = &model.routing.gate;
    let mut remarks: Vec<String> = model.refusals.iter().map(|why| refused(why, gate, state.kind, view.lang)).collect();
    if model.wordless {
        remarks.push(text.odd_wordless.to_owned());
    }
    if model.cut > 0 {
        remarks.push(fill(text.odd_cut, &[("most", &MAX_TOKENS.to_string()), ("cut", &model.cut.to_string())]));
    }
    if state.token as usize != model.token {
        let values = [("token", state.token.to_string()), ("count", model.tokens.len().to_string())];
        remarks.push(fill(text.odd_token, &values.each_ref().map(|(name, value)| (*name, value.as_str()))));
    }
    if !model.has_bias() && (!state.biases.is_empty() || state.bias_shift != 0.0) {
        remarks.push(fill(text.odd_biases, &[("model", state.kind.model())]));
    } else if let Some((expert, _)) = state.biases.iter().find(|(expert, _)| *expert >= gate.experts) {
        let values = [("expert", expert.to_string()), ("experts", gate.experts.to_string())];
        remarks.push(fill(text.odd_bias, &values.each_ref().map(|(name, value)| (*name, value.as_str()))));
    }
    let harmless = match state.bug {
        Bug::None => false,
        Bug::MaskZero => !gate.limits_groups(),
        Bug::BiasInWeights => gate.bias != BiasUse::Selection,
        Bug::GroupMax => !gate.limits_groups() || gate.group_score == GroupScore::Max,
    };
    if state.compare == Some(state.kind) {
        remarks.push(fill(text.odd_compare_same, &[("model", state.kind.model())]));
    } else if state.compare.is_some() && state.view == Sight::Many {
        remarks.push(text.odd_compare_many.to_owned());
    }
    if harmless {
        remarks.push(fill(text.odd_bug, &[("bug", state.bug.name())]));
    }
    remarks
}
