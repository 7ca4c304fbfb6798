//! What a link carries, and what a reader can do.

use super::events::Events;
use super::model::Model;
use crate::numerics::balance::{Event, Method, What};
use crate::state::{Between, choice, table};

/// The last step of the timeline.
pub const END: u32 = 400;
/// Fewest and most experts.
pub const EXPERTS: (u32, u32) = (8, 256);
/// Most experts that a token uses.
pub const MOST_TOP_K: u32 = 32;
/// Fewest and most tokens of a step.
pub const TOKENS: (u32, u32) = (64, 4096);
/// Smallest and largest bias update.
pub const GAMMA: (f64, f64) = (1e-4, 5e-2);
/// Smallest and largest weight of an auxiliary loss.
pub const ALPHA: (f64, f64) = (1e-4, 1.0);
/// Widest spread of the experts' popularities.
pub const MOST_SKEW: f64 = 2.0;

choice!(Method {
    None = "none",
    AuxiliarySequence = "auxiliary-sequence",
    AuxiliaryBatch = "auxiliary-batch",
    Bias = "bias",
});

/// What is run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scene {
    /// A fixed router on a stream.
    Loop,
    /// A router and experts that learn.
    Learn,
}
choice!(Scene { Loop = "loop", Learn = "learn" });

table! {
    /// The state of `frugal-balance`.
    pub struct State: "balance" {
        /// A fixed router on a stream, or a router and experts that learn.
        "view" view: Scene = Scene::Loop, within ();
        /// How the experts are kept busy; the others are drawn beside it.
        "method" method: Method = Method::Bias, within ();
        /// Size of the bias update.
        "gamma" gamma: f64 = 1e-3, within Between(GAMMA.0, GAMMA.1);
        /// Weight of the auxiliary losses.
        "alpha" alpha: f64 = 0.1, within Between(ALPHA.0, ALPHA.1);
        /// Experts, where the router is fixed.
        "experts" experts: u32 = 64, within Between(EXPERTS.0, EXPERTS.1);
        /// Experts that a token uses, where the router is fixed.
        "top-k" top_k: u32 = 6, within Between(1, MOST_TOP_K);
        /// Tokens of a step, where the router is fixed.
        "tokens" tokens: u32 = 1024, within Between(TOKENS.0, TOKENS.1);
        /// Standard deviation of the experts' popularities, in logits; the noise of a token has 1.
        "skew" skew: f64 = 0.6, within Between(0.0, MOST_SKEW);
        /// Makes popularities and tokens.
        "seed" seed: u32 = 4, within Between(0, u32::MAX);
        /// The step that is shown, counted from 0.
        "at" at: u32 = 200, within Between(0, END);
        /// What happens, by step: balancing stops, popularities move on, an expert is lost.
        "events" events: Events = Events::default(), within ();
    }
}

/// What a reader can do.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Action {
    /// Another run.
    View(Scene),
    /// Another method.
    Method(Method),
    /// Another bias update.
    Gamma(f64),
    /// Another weight of the auxiliary losses.
    Alpha(f64),
    /// Another number of experts.
    Experts(f64),
    /// Another number of chosen ones.
    TopK(f64),
    /// Another number of tokens.
    Tokens(f64),
    /// Another spread.
    Skew(f64),
    /// Other popularities and tokens.
    Seed(u32),
    /// Another step.
    At(f64),
    /// Something happens at the step that is shown.
    Freeze,
    /// The same.
    Shift,
    /// The busiest expert of that step is lost there.
    RemoveBusiest,
    /// An event is taken back, by its position.
    TakeBack(usize),
}

/// A whole number from a slider, kept within its range.
fn whole(value: f64, (low, high): (u32, u32)) -> u32 {
    (libm::round(value) as u32).clamp(low, high)
}

/// Carries out an action.
pub fn reduce(state: &mut State, model: &Model, action: Action) {
    let here = |what| Event { step: state.at as usize, what };
    match action {
        Action::View(view) => state.view = view,
        Action::Method(method) => state.method = method,
        Action::Gamma(gamma) if gamma.is_finite() => state.gamma = gamma.clamp(GAMMA.0, GAMMA.1),
        Action::Alpha(alpha) if alpha.is_finite() => state.alpha = alpha.clamp(ALPHA.0, ALPHA.1),
        Action::Skew(skew) if skew.is_finite() => state.skew = skew.clamp(0.0, MOST_SKEW),
        Action::Gamma(_) | Action::Alpha(_) | Action::Skew(_) => {}
        Action::Experts(experts) => state.experts = whole(experts, EXPERTS),
        Action::TopK(top_k) => state.top_k = whole(top_k, (1, MOST_TOP_K)),
        Action::Tokens(tokens) => state.tokens = whole(tokens, TOKENS),
        Action::Seed(seed) => state.seed = seed,
        Action::At(at) => state.at = whole(at, (0, END)),
        Action::Freeze => state.events.add(here(What::Freeze)),
        Action::Shift => state.events.add(here(What::Shift)),
        Action::RemoveBusiest => {
            if let Some(expert) = model.busiest(state) {
                state.events.add(here(What::Remove(expert)));
            }
        }
        Action::TakeBack(at) => state.events.remove(at),
    }
}
