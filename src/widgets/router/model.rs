//! What is computed from a state.

use crate::i18n::{self, Lang};
use crate::numerics::routing::{BiasUse, Bug, Gate, GateError, GroupScore, Kind, Routed, SyntheticGate, tokenize};
use crate::state::Choice as _;
use crate::widgets::order::ordered;

use super::many::Many;
use super::mixture::Mixture;
use super::rival::Rival;
use super::state::{Sight, Stage, State};

/// Texts with more tokens than this get no mean: it would take too long while dragging.
const MEAN_TOKENS: usize = 24;

/// One token through a gate, with and without the group limit.
#[derive(Clone, Debug, PartialEq)]
pub struct Routing {
    /// The gate.
    pub gate: Gate,
    /// The logits before any bias, one an expert.
    pub raw: Vec<f32>,
    /// The biases in force, one an expert; empty where the gate has none.
    pub bias: Vec<f32>,
    /// Every stage.
    pub routed: Routed,
    /// The same token without the group limit; none where there is no limit.
    pub free: Option<Routed>,
    /// Place of each expert by biased score among all, from 0.
    pub rank: Vec<usize>,
}

impl Routing {
    /// Routes one token: a logit an expert, a bias an expert or none.
    ///
    /// # Errors
    /// If the gate refuses its input.
    pub fn new(gate: Gate, logits: Vec<f32>, bias: Vec<f32>) -> Result<Self, GateError> {
        let routed = gate.route(&logits, &bias)?;
        let free = if gate.limits_groups() { Some(gate.without_groups().route(&logits, &bias)?) } else { None };
        let rank = ranks(&routed.biased);
        Ok(Self { gate, raw: logits, bias, routed, free, rank })
    }

    /// A gate that chooses nothing.
    fn silent(gate: Gate) -> Self {
        let routed = Routed {
            logits: Vec::new(),
            affinity: Vec::new(),
            biased: Vec::new(),
            group_scores: Vec::new(),
            groups_kept: Vec::new(),
            candidates: Vec::new(),
            selected: Vec::new(),
            weights: Vec::new(),
            nodes_touched: 0,
            affinity_kept: f32::NAN,
        };
        Self { gate, raw: Vec::new(), bias: Vec::new(), routed, free: None, rank: Vec::new() }
    }

    /// Position of an expert among the chosen.
    #[must_use]
    pub fn place(&self, expert: usize) -> Option<usize> {
        self.routed.selected.iter().position(|chosen| *chosen == expert)
    }

    /// What all weights add up to.
    #[must_use]
    pub fn weight_sum(&self) -> f32 {
        self.routed.weights.iter().sum()
    }

    /// The group of an expert; the whole gate is one where it has none.
    #[must_use]
    pub fn group(&self, expert: usize) -> usize {
        expert / (self.gate.experts / self.gate.n_group.max(1)).max(1)
    }

    /// The experts that a group's score adds up, best first.
    #[must_use]
    pub fn counted(&self, group: usize) -> Vec<usize> {
        let size = self.gate.experts / self.gate.n_group.max(1);
        let rank = |expert: &usize| self.rank.get(*expert);
        let mut members = ordered(group * size..(group + 1) * size, |a, b| rank(a) < rank(b));
        let one = self.gate.group_score == GroupScore::Max || self.gate.bug == Bug::GroupMax;
        members.truncate(if one { 1 } else { 2 });
        members
    }
}

fn ranks(scores: &[f32]) -> Vec<usize> {
    let order = ordered(0..scores.len(), |a, b| scores[*a].total_cmp(&scores[*b]).is_gt());
    let mut rank = vec![0; scores.len()];
    order.iter().enumerate().for_each(|(place, expert)| rank[*expert] = place);
    rank
}

/// A "what if" that the gate cannot do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// The field at fault.
    pub field: &'static str,
    /// What it asked for.
    pub given: u32,
    /// Why not.
    pub why: GateError,
}

/// Means over all tokens of the text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Mean {
    /// Nodes that hold a chosen expert.
    pub nodes: f64,
    /// The same without the group limit.
    pub free_nodes: f64,
    /// Share of the best affinity; NaN where no token has one.
    pub kept: f64,
}

/// Everything that is drawn.
#[derive(Clone)]
pub struct Model {
    /// Which gate.
    pub kind: Kind,
    /// The tokens of the text.
    pub tokens: Vec<String>,
    /// How many more the text had.
    pub cut: usize,
    /// Whether the reader's own words held no token, so that the sample is shown.
    pub wordless: bool,
    /// The token that is routed.
    pub token: usize,
    /// The token's way.
    pub routing: Routing,
    /// The biases before the shift, as they are dragged.
    pub own_bias: Vec<f32>,
    /// The step that is shown.
    pub stage: Stage,
    /// Means over the text, where the gate limits groups and the text is short enough.
    pub mean: Option<Mean>,
    /// What the chosen experts make of the token, at the last step.
    pub mixture: Option<Mixture>,
    /// "What ifs" that were refused.
    pub refusals: Vec<Refusal>,
    /// Many tokens, where they are shown.
    pub many: Option<Many>,
    /// The same token in front of another gate, where it is.
    pub rival: Option<Rival>,
}

/// The gate that a state asks for, and what had to be refused.
#[must_use]
pub fn gate(state: &State) -> (Gate, Vec<Refusal>) {
    let published = state.kind.gate();
    let limited = if state.groups { published } else { published.without_groups() };
    let base = Gate { bug: state.bug, ..limited };
    let with = |gate: Gate, experts: Option<u32>, top_k: Option<u32>| Gate {
        experts: experts.map_or(gate.experts, |n| n as usize),
        top_k: top_k.map_or(gate.top_k, |k| k as usize),
        ..gate
    };
    let both = with(base, state.experts, state.top_k);
    if both.check().is_ok() {
        return (both, Vec::new());
    }
    // One after the other: what is possible is kept.
    let (mut taken, mut refusals) = (base, Vec::new());
    for (field, given) in [("experts", state.experts), ("top-k", state.top_k)] {
        let Some(given) = given else { continue };
        let wanted = if field == "top-k" { with(taken, None, Some(given)) } else { with(taken, Some(given), None) };
        match wanted.check() {
            Ok(()) => taken = wanted,
            Err(why) => refusals.push(Refusal { field, given, why }),
        }
    }
    (taken, refusals)
}

/// The biases made from the seed, or set by hand.
fn own_bias(state: &State, made: &SyntheticGate) -> Vec<f32> {
    let mut bias = made.bias().to_vec();
    for (expert, by_hand) in state.biases.iter() {
        if let Some(bias) = bias.get_mut(expert) {
            *bias = by_hand as f32;
        }
    }
    bias
}

fn mean(gate: &Gate, made: &SyntheticGate, bias: &[f32], tokens: &[String]) -> Option<Mean> {
    if !gate.limits_groups() || tokens.len() > MEAN_TOKENS {
        return None;
    }
    let free_gate = gate.without_groups();
    let (mut nodes, mut free_nodes, mut kept, mut defined) = (0, 0, 0.0, 0);
    for token in tokens {
        let logits = made.logits(token.as_bytes());
        let routed = gate.route(&logits, bias).ok()?;
        nodes += routed.nodes_touched;
        free_nodes += free_gate.route(&logits, bias).ok()?.nodes_touched;
        if !routed.affinity_kept.is_nan() {
            kept += f64::from(routed.affinity_kept);
            defined += 1;
        }
    }
    let count = tokens.len() as f64;
    Some(Mean { nodes: nodes as f64 / count, free_nodes: free_nodes as f64 / count, kept: kept / f64::from(defined) })
}

/// The tokens of a state's text, how many more it had, and whether the sample had to stand in.
fn tokens(text: &str, lang: Lang) -> (Vec<String>, usize, bool) {
    let own = tokenize(text);
    let wordless = own.tokens.is_empty();
    let found = if wordless { tokenize(i18n::router(lang).sample) } else { own };
    (found.tokens.into_iter().map(str::to_owned).collect(), found.cut, wordless && !text.is_empty())
}

/// The step that is shown: the one asked for, or the next that the gate has.
pub fn shown(asked: Stage, gate: &Gate) -> Stage {
    Stage::ALL.iter().copied().find(|stage| *stage >= asked && stage.is_in(gate)).unwrap_or(Stage::Output)
}

/// Computes everything from a state.
#[must_use]
pub fn compute(state: &State, lang: Lang) -> Model {
    let (gate, refusals) = gate(state);
    let (tokens, cut, wordless) = tokens(&state.text, lang);
    let token = (state.token as usize).min(tokens.len().saturating_sub(1));
    let word = tokens.get(token).map_or("", String::as_str);
    let made = SyntheticGate::new(&gate, u64::from(state.seed));
    let own_bias = made.as_ref().map_or_else(|_| Vec::new(), |made| own_bias(state, made));
    let bias: Vec<f32> = own_bias.iter().map(|bias| bias + state.bias_shift as f32).collect();
    let one = state.view == Sight::Token;
    let mean = made.as_ref().ok().filter(|_| one).and_then(|made| mean(&gate, made, &bias, &tokens));
    let many = made.as_ref().ok().filter(|_| !one).and_then(|made| Many::new(&gate, made, &bias, state));
    let way = made.and_then(|made| {
        let hidden = made.hidden(word.as_bytes());
        Ok((Routing::new(gate, made.logits(word.as_bytes()), bias)?, hidden))
    });
    // A gate that was checked refuses nothing made for it; if it did, nothing would be chosen.
    let (routing, hidden) = way.unwrap_or_else(|_| (Routing::silent(gate), Vec::new()));
    let stage = shown(state.stage, &gate);
    let mixture = (stage == Stage::Output && one).then(|| Mixture::new(state.kind, &routing, &hidden, state.seed));
    let rival = state.compare.filter(|other| one && *other != state.kind);
    let rival = rival.and_then(|other| Rival::new(other, state, word, &routing));
    let kind = state.kind;
    Model { kind, tokens, cut, wordless, token, routing, own_bias, stage, mean, mixture, refusals, many, rival }
}

/// [`compute`], without routing again what was routed before.
#[must_use]
pub fn revise(state: &State, lang: Lang, before: &Model) -> Model {
    let mut model = compute(state, lang);
    model.many = model.many.map(|many| many.resumed(before.many.as_ref()));
    model
}

impl Model {
    /// Whether the gate has a bias that can be set.
    #[must_use]
    pub const fn has_bias(&self) -> bool {
        !matches!(self.routing.gate.bias, BiasUse::None)
    }

    /// How far a bias can be dragged.
    #[must_use]
    pub const fn bias_limit(&self) -> f64 {
        if matches!(self.routing.gate.bias, BiasUse::Logits) { 4.0 } else { 1.0 }
    }
}
