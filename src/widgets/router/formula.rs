//! The gate as a formula, the step that is shown lit, and the same with numbers.

use yew::prelude::*;

use super::mixture::shared_experts;
use super::model::Routing;
use super::state::Stage;
use super::{Router, many_formula};
use crate::i18n::{self, fill, fixed, significant};
use crate::numerics::routing::{BiasUse, Bug, Gate, GroupScore, Kind, Scoring};
use crate::ui::{self, element, frac, group, mi, mo, msub, mtext, part, row, written};
use crate::widgets::View;

/// Which pieces are lit, and what lights them.
struct Light {
    stage: Option<Stage>,
    term: Option<&'static str>,
    on: Callback<Option<&'static str>>,
}

impl Light {
    /// A piece that belongs to a step, and to a term of the result.
    fn piece(&self, stage: Stage, term: &'static str, pieces: Vec<Html>) -> Html {
        let lit = self.stage == Some(stage) || self.term == Some(term);
        let (enter, leave) = (self.on.reform(move |_| Some(term)), self.on.reform(|_| None));
        let pieces = group(pieces);
        html! { <mrow class={lit.then_some("lit")} onpointerenter={enter} onpointerleave={leave}>{ pieces }</mrow> }
    }
}

/// A number.
fn mn(number: String) -> Html {
    ui::mn(written(number))
}

fn sub(name: &'static str, below: &'static str) -> Html {
    msub(mi(name), mi(below))
}

fn number(x: f32) -> String {
    significant(libm::round(f64::from(x) * 1000.0) / 1000.0, 4)
}

/// The name of what is compared: an affinity, or the logit where the score comes later.
const fn compared(gate: &Gate) -> &'static str {
    if gate.scoring.before_selection() { "s" } else { "z" }
}

fn affinity(gate: &Gate, light: &Light) -> Html {
    let dot = light.piece(Stage::Logits, "logit", vec![mi("u"), mo("·"), sub("e", "i")]);
    let scored = |name: &'static str, inner: Html| {
        let body = vec![mi(name), mo("("), inner, mo(")")];
        vec![sub("s", "i"), mo("="), light.piece(Stage::Affinity, "affinity", body)]
    };
    match gate.scoring {
        Scoring::Sigmoid => row(scored("σ", dot)),
        Scoring::Softmax => row(scored("softmax", dot)),
        Scoring::SoftmaxOfSelected | Scoring::SigmoidOfSelected => {
            let mut pieces = vec![sub("z", "i"), mo("="), dot];
            if gate.bias == BiasUse::Logits {
                pieces.push(light.piece(Stage::Bias, "bias", vec![mo("+"), sub("b", "i")]));
            }
            row(pieces)
        }
    }
}

/// `s_i`, with its bias where the choice has one.
fn sum(gate: &Gate, below: &'static str, light: &Light) -> Html {
    let mut pieces = vec![sub(compared(gate), below)];
    if gate.bias == BiasUse::Selection {
        pieces.push(light.piece(Stage::Bias, "bias", vec![mo("+"), sub("b", below)]));
    }
    if light.term == Some("biased") { part("mrow", "lit", pieces) } else { row(pieces) }
}

/// What the group n scores.
fn group_scores(gate: &Gate, light: &Light) -> Html {
    let two = gate.group_score == GroupScore::Top2Sum && gate.bug != Bug::GroupMax;
    let mut score = if two { vec![mo("∑"), msub(mi("top"), mn("2".to_owned()))] } else { vec![mi("max")] };
    score.extend([mo("{"), sum(gate, "j", light), mo("∣"), mi("j"), mo("∈"), mi("n"), mo("}")]);
    row(vec![sub("q", "n"), mo("="), light.piece(Stage::Groups, "score", score)])
}

/// The groups that are kept.
fn kept(gate: &Gate, light: &Light) -> Html {
    let top = light.piece(Stage::Keep, "nodes", vec![msub(mi("top"), mn(gate.topk_group.to_string()))]);
    row(vec![mi("G"), mo("="), top, mo("{"), sub("q", "n"), mo("}")])
}

fn chosen(gate: &Gate, light: &Light) -> Html {
    let top = light.piece(Stage::TopK, "chosen", vec![msub(mi("top"), mn(gate.top_k.to_string()))]);
    let mut pieces = vec![mi("T"), mo("="), top, mo("{"), sum(gate, "i", light)];
    if gate.limits_groups() {
        pieces.extend([mo("∣"), light.piece(Stage::Keep, "nodes", vec![mi("i"), mo("∈"), mi("G")])]);
    }
    pieces.push(mo("}"));
    row(pieces)
}

fn scale(gate: &Gate) -> Vec<Html> {
    if gate.routed_scaling_factor == 1.0 { Vec::new() } else { vec![mn(number(gate.routed_scaling_factor)), mo("·")] }
}

fn weight(gate: &Gate, light: &Light) -> Html {
    let name = |below: &'static str| {
        let biased = gate.bug == Bug::BiasInWeights && gate.bias == BiasUse::Selection;
        if biased { row(vec![mo("("), sub("s", below), mo("+"), sub("b", below), mo(")")]) } else { sub("s", below) }
    };
    let body = match gate.scoring {
        Scoring::SoftmaxOfSelected => row(vec![msub(mi("softmax"), mi("T")), mo("("), sub("z", "i"), mo(")")]),
        Scoring::SigmoidOfSelected => row(vec![mi("σ"), mo("("), sub("z", "i"), mo(")")]),
        Scoring::Sigmoid | Scoring::Softmax if gate.norm_topk_prob => {
            let over = msub(mo("∑"), row(vec![mi("j"), mo("∈"), mi("T")]));
            frac(name("i"), row(vec![over, name("j")]))
        }
        Scoring::Sigmoid | Scoring::Softmax => name("i"),
    };
    let mut pieces = scale(gate);
    pieces.push(body);
    row(vec![sub("g", "i"), mo("="), light.piece(Stage::Weights, "sum", pieces)])
}

fn output(kind: Kind, light: &Light) -> Html {
    let over = msub(mo("∑"), row(vec![mi("i"), mo("∈"), mi("T")]));
    let call = |name: Html, inner: Vec<Html>| row(vec![msub(mi("FFN"), name), mo("("), row(inner), mo(")")]);
    let mut routed = vec![over];
    if kind == Kind::Llama4 {
        routed.push(call(mi("i"), vec![sub("g", "i"), mi("u")]));
    } else {
        routed.extend([sub("g", "i"), call(mi("i"), vec![mi("u")])]);
    }
    let mut pieces = vec![mi("y"), mo("="), light.piece(Stage::Output, "routed", routed)];
    let number = shared_experts(kind);
    for at in 1..=number {
        let name = if number > 1 { row(vec![mi("s"), mo(","), mn(at.to_string())]) } else { mi("s") };
        pieces.extend([mo("+"), light.piece(Stage::Output, "shared", vec![call(name, vec![mi("u")])])]);
    }
    light.piece(Stage::Output, "output", pieces)
}

/// The formula under the picture.
pub fn strip(view: &View<Router>) -> Html {
    let gate = &view.model.routing.gate;
    let stage = view.model.many.is_none().then_some(view.model.stage);
    let light = Light { stage, term: view.lit, on: view.light.clone() };
    let mut lines = vec![affinity(gate, &light)];
    if gate.limits_groups() {
        lines.extend([group_scores(gate, &light), kept(gate, &light)]);
    }
    lines.extend([chosen(gate, &light), weight(gate, &light), output(view.state.kind, &light)]);
    let line = |line: Html| element("math", Vec::new(), vec![line]);
    part("div", "gate-formula", lines.into_iter().map(line).collect())
}

fn group_score(routing: &Routing, group: usize) -> Option<Html> {
    let score = routing.routed.group_scores.get(group)?;
    let members = routing.counted(group);
    let mut pieces = vec![msub(mi("q"), mn(group.to_string())), mo("=")];
    for (at, member) in members.iter().enumerate() {
        if at > 0 {
            pieces.push(mo("+"));
        }
        pieces.push(mn(fixed(f64::from(*routing.routed.biased.get(*member)?), 4)));
    }
    if members.len() > 1 {
        pieces.extend([mo("="), mn(fixed(f64::from(*score), 4))]);
    }
    Some(row(pieces))
}

fn one_weight(routing: &Routing, expert: &str) -> Option<Html> {
    let (gate, routed) = (&routing.gate, &routing.routed);
    let weight = fixed(f64::from(*routed.weights.first()?), 4);
    let own = f64::from(*routed.affinity.get(*routed.selected.first()?)?);
    let mut pieces = vec![msub(mi("g"), mn(expert.to_owned())), mo("=")];
    if gate.scoring.before_selection() && gate.bug != Bug::BiasInWeights {
        pieces.extend(scale(gate));
        if gate.norm_topk_prob {
            let total: f32 = routed.selected.iter().filter_map(|at| routed.affinity.get(*at)).sum();
            pieces.push(frac(mn(fixed(own, 4)), mn(fixed(f64::from(total), 4))));
        } else {
            pieces.push(mn(fixed(own, 4)));
        }
        pieces.push(mo("="));
    }
    pieces.push(mn(weight));
    Some(row(pieces))
}

/// The way of the expert with the largest weight, with its numbers.
#[must_use]
pub fn with_numbers(view: &View<Router>) -> Vec<Html> {
    let (text, routing) = (i18n::router(view.lang), &view.model.routing);
    if let Some(many) = &view.model.many {
        return many_formula::with_numbers(many, view.lit);
    }
    let (gate, routed) = (&routing.gate, &routing.routed);
    let Some(&expert) = routed.selected.first() else { return Vec::new() };
    let name = expert.to_string();
    let at = |values: &[f32]| values.get(expert).map_or_else(String::new, |x| fixed(f64::from(*x), 4));
    let head = mtext(written(fill(text.formula_of, &[("expert", &name)])));
    // Each line is lit with the number it computes.
    let line = |term: &'static str, pieces: Vec<Html>| {
        if view.lit == Some(term) { part("mrow", "lit", pieces) } else { row(pieces) }
    };
    let mut lines = vec![line(
        "logit",
        vec![
            head,
            msub(mi("z"), mn(name.clone())),
            mo("="),
            mi("u"),
            mo("·"),
            msub(mi("e"), mn(name.clone())),
            mo("="),
            mn(at(&routing.raw)),
        ],
    )];
    if gate.scoring.before_selection() {
        let function = if gate.scoring == Scoring::Sigmoid { "σ" } else { "softmax" };
        lines.push(line(
            "affinity",
            vec![
                msub(mi("s"), mn(name.clone())),
                mo("="),
                mi(function),
                mo("("),
                mn(at(&routing.raw)),
                mo(")"),
                mo("="),
                mn(at(&routed.affinity)),
            ],
        ));
    }
    if gate.bias != BiasUse::None {
        let (before, after) = if gate.bias == BiasUse::Selection {
            (&routed.affinity, &routed.biased)
        } else {
            (&routing.raw, &routed.logits)
        };
        lines.push(line("bias", vec![mn(at(before)), mo("+"), mn(at(&routing.bias)), mo("="), mn(at(after))]));
    }
    let grouped = group_score(routing, routing.group(expert)).filter(|_| gate.limits_groups());
    lines.extend(grouped.map(|score| line("score", vec![score])));
    lines.extend(one_weight(routing, &name).map(|weight| line("sum", vec![weight])));
    lines
}
