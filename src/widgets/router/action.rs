//! What a reader can do.

use crate::numerics::routing::{Bug, Kind, tokenize};

use super::biases::Biases;
use super::model::Model;
use super::state::{MAX_EXPERTS, MAX_MANY, MAX_TEXT, MAX_TOP_K, Sight, Stage, State};

/// What a reader can do.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Takes another gate; what belonged to the old one goes.
    Kind(Kind),
    /// Shows a step.
    Stage(Stage),
    /// Types words; the one being written is routed.
    Text(String),
    /// Routes another token.
    Token(usize),
    /// Makes other vectors and another gate.
    Seed(u32),
    /// Limits groups, or not.
    Groups(bool),
    /// Sets an expert's bias.
    Bias(usize, f64),
    /// Takes an expert's bias back.
    Unbias(usize),
    /// Sets all biases.
    Biases(Biases),
    /// Adds to all biases.
    Shift(f64),
    /// What if so many were chosen; none for the published number.
    TopK(Option<u32>),
    /// What if there were so many; none for the published number.
    Experts(Option<u32>),
    /// Makes a mistake.
    Bug(Bug),
    /// Shows one token, or many.
    Sight(Sight),
    /// So many of them.
    Tokens(u32),
    /// Shows the token to another gate too, or to no other.
    Compare(Option<Kind>),
}

/// Hundredths are what a hand can set.
fn hundredths(x: f64) -> f64 {
    libm::round(x * 100.0) / 100.0
}

/// Carries out an action.
pub fn reduce(state: &mut State, model: &Model, action: Action) {
    match action {
        Action::Kind(kind) => {
            let State { stage, text, token, seed, groups, view, tokens, compare, .. } = state.clone();
            let compare = compare.filter(|other| *other != kind);
            *state = State { kind, stage, text, token, seed, groups, view, tokens, compare, ..State::default() };
        }
        Action::Stage(stage) => state.stage = stage,
        Action::Text(text) => set_text(state, &text),
        Action::Token(token) => {
            state.token = u32::try_from(token.min(model.tokens.len().saturating_sub(1))).unwrap_or_default();
        }
        Action::Seed(seed) => state.seed = seed,
        Action::Groups(on) => state.groups = on,
        Action::Bias(expert, bias) => {
            let limit = model.bias_limit();
            // Not clamp: with bounds unknown to the compiler its panic brings the formatting of floats.
            state.biases.set(expert, (!bias.is_nan()).then(|| hundredths(bias.max(-limit).min(limit))));
        }
        Action::Unbias(expert) => state.biases.set(expert, None),
        Action::Biases(biases) => state.biases = biases,
        Action::Shift(shift) if shift.is_finite() => state.bias_shift = hundredths(shift.clamp(-2.0, 2.0)),
        Action::Shift(_) => {}
        Action::TopK(top_k) => state.top_k = top_k.map(|k| k.clamp(1, MAX_TOP_K)),
        Action::Experts(experts) => state.experts = experts.map(|n| n.clamp(1, MAX_EXPERTS)),
        Action::Bug(bug) => state.bug = bug,
        Action::Sight(view) => state.view = view,
        Action::Tokens(tokens) => state.tokens = tokens.clamp(1, MAX_MANY),
        Action::Compare(other) => state.compare = other.filter(|other| *other != state.kind),
    }
}

fn set_text(state: &mut State, text: &str) {
    state.text = text.chars().take(MAX_TEXT).collect();
    let tokens = tokenize(&state.text).tokens.len();
    state.token = match tokens {
        0 => State::default().token,
        count => u32::try_from(count - 1).unwrap_or_default(),
    };
}
