//! The picture as a table, states worth trying, and where the numbers come from.

use yew::prelude::*;

use super::many::Many;
use super::model::Routing;
use super::{Router, words};
use crate::i18n::{self, Lang, RouterPlaceText, RouterText, fixed, integer, signed, significant};
use crate::ui::{Source, TableProps, written};
use crate::widgets::{Preset, View};

fn row(routing: &Routing, expert: usize, text: &RouterText, place: &RouterPlaceText) -> Vec<AttrValue> {
    let routed = &routing.routed;
    let at = |values: &[f32], write: fn(f64) -> String| {
        values.get(expert).map_or_else(AttrValue::default, |x| write(f64::from(*x)).into())
    };
    let four = |x: f64| fixed(x, 4);
    let plus = |x: f64| signed(x, 4);
    let weight = routing.place(expert).and_then(|at| routed.weights.get(at));
    let state = match (weight, routed.candidates.get(expert)) {
        (Some(_), _) => text.chosen,
        (None, Some(false)) => place.out,
        (None, _) => text.not_chosen,
    };
    vec![
        expert.to_string().into(),
        routing.gate.node_of(expert).to_string().into(),
        at(&routing.raw, plus),
        at(&routed.affinity, four),
        at(&routing.bias, plus),
        at(&routed.biased, four),
        routing.rank.get(expert).map_or_else(AttrValue::default, |rank| (rank + 1).to_string().into()),
        state.into(),
        weight.map_or_else(AttrValue::default, |weight| fixed(f64::from(*weight), 4).into()),
    ]
}

/// Every expert with how often it was chosen.
fn loads(many: &Many, text: &RouterText, place: &RouterPlaceText) -> TableProps {
    let (sums, gate) = (&many.sums, many.sums.gate());
    let free = if gate.limits_groups() { sums.load_without_groups() } else { &[] };
    let row = |(expert, count): (usize, &usize)| {
        let times = significant(*count as f64 / sums.mean_load(), 3);
        let own = [expert.to_string(), gate.node_of(expert).to_string(), integer(*count as u128), times];
        own.into_iter().chain(free.get(expert).map(|count| integer(*count as u128))).map(written).collect()
    };
    let columns = [text.expert, place.node_head, text.many_tokens, text.of_mean];
    TableProps {
        caption: text.table_many.into(),
        columns: columns.into_iter().chain((!free.is_empty()).then_some(text.load_free)).map(AttrValue::from).collect(),
        rows: sums.load().iter().enumerate().map(row).collect(),
    }
}

/// Every expert with its numbers.
#[must_use]
pub fn table(view: &View<Router>) -> TableProps {
    let (text, routing) = (i18n::router(view.lang), &view.model.routing);
    let place = words::place(view.state.kind, view.lang);
    if let Some(many) = &view.model.many {
        return loads(many, text, place);
    }
    let columns = [
        text.expert,
        place.node_head,
        text.logit,
        text.affinity,
        text.bias,
        text.biased,
        text.rank,
        text.state,
        text.weight,
    ];
    TableProps {
        caption: text.table.into(),
        columns: columns.into_iter().map(AttrValue::from).collect(),
        rows: (0..routing.raw.len()).map(|expert| row(routing, expert, text, place)).collect(),
    }
}

/// States worth trying.
#[must_use]
pub fn presets(lang: Lang) -> Vec<Preset> {
    let text = i18n::router(lang);
    let preset = |label: &'static str, fields: &'static [(&'static str, &'static str)]| Preset { label, fields };
    vec![
        preset(text.preset_free, &[("groups", "off")]),
        preset(text.preset_many, &[("view", "many")]),
        preset(text.preset_compare, &[("compare", "kimi-k2")]),
        preset(text.preset_bias, &[("biases", "68:0.9")]),
        preset(text.preset_mask, &[("bug", "mask-zero"), ("bias-shift", "-1.5"), ("stage", "top-k")]),
        preset(text.preset_leak, &[("bug", "bias-in-weights"), ("biases", "68:0.9")]),
        preset(text.preset_v2, &[("kind", "deepseek-v2"), ("stage", "groups")]),
        preset(text.preset_mixtral, &[("kind", "mixtral"), ("stage", "output")]),
        preset(text.preset_switch, &[("kind", "switch")]),
        preset(text.preset_dropped, &[("kind", "switch"), ("view", "many")]),
    ]
}

/// Where the numbers come from.
#[must_use]
pub fn sources(lang: Lang) -> Vec<Source> {
    let text = i18n::router(lang);
    let source = |text: &'static str, href: &'static str, test: &'static str| Source {
        text: text.into(),
        href: href.into(),
        test: Some(test.into()),
    };
    let reference = "tests/reference_routing.rs";
    let bugs = "tests/widget_router.rs";
    vec![
        source(text.source_v3, "https://arxiv.org/abs/2412.19437", reference),
        source(text.source_code, "https://github.com/deepseek-ai/DeepSeek-V3/blob/main/inference/model.py", reference),
        source(text.source_v2, "https://arxiv.org/abs/2405.04434", reference),
        source(
            text.source_scale,
            "https://github.com/deepseek-ai/DeepSeek-V3/tree/main/inference/configs",
            "tests/widget_router.rs",
        ),
        source(text.source_mixtral, "https://arxiv.org/abs/2401.04088", reference),
        source(text.source_switch, "https://arxiv.org/abs/2101.03961", reference),
        source(text.source_load, "https://arxiv.org/abs/2408.15664", "tests/widget_router.rs"),
        source(
            text.source_others,
            "https://github.com/huggingface/transformers/tree/main/src/transformers/models",
            reference,
        ),
        source(text.source_mask, "https://github.com/vllm-project/vllm/pull/13474", bugs),
        source(text.source_mask_first, "https://github.com/deepseek-ai/DeepSeek-V3/issues/741", bugs),
        source(text.source_mask_transformers, "https://github.com/huggingface/transformers/pull/45441", bugs),
        source(text.source_leak, "https://github.com/vllm-project/vllm/pull/12002", bugs),
    ]
}
