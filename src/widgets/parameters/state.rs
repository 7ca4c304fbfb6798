//! The state of `frugal-parameters` and what a reader can do to it.

use super::zoom::Zoom;
use crate::numerics::models::{Overrides, Size, WeightFormat};
use crate::state::{Between, Choice as _, choice, table};
use crate::widgets::kv_cache::ModelName;

/// Most routed experts of a what-if.
pub const MOST_EXPERTS: u32 = 1024;
/// Most shared experts of a what-if.
pub const MOST_SHARED: u32 = 64;
/// Widest expert of a what-if.
pub const MOST_INTERMEDIATE: u32 = 65_535;
/// Most layers of any model, and then some.
pub const MOST_LAYERS: u32 = 255;
/// Most tokens at once.
pub const MOST_TOKENS: u32 = 1024;
/// Largest number of a token.
pub const LAST_TOKEN: u32 = 9999;
/// Most tokens to look back at.
pub const MOST_CONTEXT: u64 = 10_000_000;

/// What is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// All parameters, those in use marked.
    Total,
    /// Only what is in use.
    Active,
    /// Memory against compute, beside the other models.
    Memory,
}
choice!(Shown { Total = "total", Active = "active", Memory = "memory" });

table! {
    /// The state of `frugal-parameters`.
    pub struct State: "parameters" {
        /// The model.
        "model" model: ModelName = ModelName::ALL[0], within ();
        /// All parameters, only those in use, or memory against compute.
        "view" view: Shown = Shown::Total, within ();
        /// How a weight is stored, all alike.
        "weight-format" weight_format: WeightFormat = WeightFormat::Fp8, within ();
        /// Routed experts a layer; empty for as many as published.
        "experts" experts: Option<u32> = None, within Between(1, MOST_EXPERTS);
        /// Experts that a token uses; empty for as many as published.
        "top-k" top_k: Option<u32> = None, within Between(1, MOST_EXPERTS);
        /// Experts that every token uses; empty for as many as published.
        "shared-experts" shared_experts: Option<u32> = None, within Between(0, MOST_SHARED);
        /// Width of an expert; empty for as wide as published.
        "moe-intermediate" moe_intermediate: Option<u32> = None, within Between(1, MOST_INTERMEDIATE);
        /// Layers with a dense feed-forward network; empty for as many as published.
        "dense-layers" dense_layers: Option<u32> = None, within Between(0, MOST_LAYERS);
        /// The part that fills the picture: `all`, `rest`, a part, a layer of it, an expert of that; counted from 0.
        "zoom" zoom: Zoom = Zoom::All, within ();
        /// Tokens at once; their experts are lit together.
        "tokens" tokens: u32 = 1, within Between(1, MOST_TOKENS);
        /// The first of these tokens: another one has other experts.
        "token" token: u32 = 0, within Between(0, LAST_TOKEN);
        /// Tokens to look back at, for the arithmetic of attention.
        "context" context: u64 = 4096, within Between(1, MOST_CONTEXT);
    }
}

impl State {
    /// The what-if sizes.
    #[must_use]
    pub fn overrides(&self) -> Overrides {
        let narrow = |given: Option<u32>| given.map(|given| u16::try_from(given).unwrap_or(u16::MAX));
        Overrides {
            experts: narrow(self.experts),
            top_k: narrow(self.top_k),
            shared_experts: narrow(self.shared_experts),
            moe_intermediate: narrow(self.moe_intermediate),
            dense_layers: self.dense_layers.map(|given| u8::try_from(given).unwrap_or(u8::MAX)),
        }
    }

    /// Whether any size differs from the published one.
    #[must_use]
    pub fn is_what_if(&self) -> bool {
        self.overrides() != Overrides::default()
    }

    fn as_published(&mut self) {
        for size in [Size::Experts, Size::TopK, Size::SharedExperts, Size::MoeIntermediate, Size::DenseLayers] {
            *self.size(size).0 = None;
        }
    }

    /// The field of a size, and its ends.
    const fn size(&mut self, size: Size) -> (&mut Option<u32>, u32, u32) {
        match size {
            Size::Experts => (&mut self.experts, 1, MOST_EXPERTS),
            Size::TopK => (&mut self.top_k, 1, MOST_EXPERTS),
            Size::SharedExperts => (&mut self.shared_experts, 0, MOST_SHARED),
            Size::MoeIntermediate => (&mut self.moe_intermediate, 1, MOST_INTERMEDIATE),
            Size::DenseLayers => (&mut self.dense_layers, 0, MOST_LAYERS),
        }
    }
}

/// What a reader can do.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Action {
    /// Takes another model, as published.
    Model(ModelName),
    /// Draws something else.
    View(Shown),
    /// Sets how a weight is stored.
    WeightFormat(WeightFormat),
    /// Sets a what-if size, or takes the published one.
    Size(Size, Option<u32>),
    /// Takes all sizes as published.
    AsPublished,
    /// Fills the picture with a part.
    Zoom(Zoom),
    /// Sets how many tokens there are at once.
    Tokens(u32),
    /// Takes the next tokens.
    NextToken,
    /// Sets how far a token looks back.
    Context(u64),
}

/// Carries out an action; the state stays within its ranges.
pub fn reduce(state: &mut State, action: Action) {
    match action {
        Action::Model(model) => {
            state.model = model;
            state.as_published();
            if !state.zoom.is_in(model.model()) {
                state.zoom = Zoom::All;
            }
        }
        Action::View(view) => state.view = view,
        Action::WeightFormat(format) => state.weight_format = format,
        Action::Size(size, given) => {
            let (field, low, high) = state.size(size);
            *field = given.map(|given| given.clamp(low, high));
        }
        Action::AsPublished => state.as_published(),
        Action::Zoom(zoom) => state.zoom = zoom,
        Action::Tokens(tokens) => state.tokens = tokens.clamp(1, MOST_TOKENS),
        // The number of tokens decides how far, so that none is drawn twice.
        Action::NextToken => state.token = (state.token + state.tokens) % (LAST_TOKEN + 1),
        Action::Context(context) => state.context = context.clamp(1, MOST_CONTEXT),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::numerics::models::Part;
    use crate::state::Table as _;

    #[test]
    fn no_action_leaves_the_ranges() {
        let mut state = State::default();
        for action in [
            Action::Size(Size::Experts, Some(0)),
            Action::Size(Size::TopK, Some(u32::MAX)),
            Action::Size(Size::SharedExperts, Some(u32::MAX)),
            Action::Size(Size::MoeIntermediate, Some(0)),
            Action::Size(Size::DenseLayers, Some(u32::MAX)),
            Action::Tokens(0),
            Action::Context(0),
            Action::Tokens(u32::MAX),
            Action::NextToken,
            Action::Context(u64::MAX),
        ] {
            reduce(&mut state, action);
            for (field, text) in state.texts() {
                assert_eq!(State::check(field, &text), Ok(()), "{field}={text}");
            }
        }
    }

    #[test]
    fn another_model_is_as_published() {
        let mut state = State { experts: Some(64), zoom: Zoom::of(Part::RoutedExperts), ..State::default() };
        let dense = ModelName::ALL.iter().find(|name| name.model().moe.is_none());
        reduce(&mut state, Action::Model(*dense.unwrap()));
        assert_eq!((state.is_what_if(), state.zoom), (false, Zoom::All));
        state.zoom = Zoom::of(Part::Attention);
        reduce(&mut state, Action::Model(ModelName::ALL[0]));
        assert_eq!(state.zoom, Zoom::of(Part::Attention), "there is attention in every model");
    }

    #[test]
    fn tokens_come_round() {
        let mut state = State { tokens: 1000, ..State::default() };
        (0..10).for_each(|_| reduce(&mut state, Action::NextToken));
        assert_eq!(state.token, 0);
    }
}
