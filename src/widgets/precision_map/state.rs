//! The state of `frugal-precision-map` and what a reader can do to it.

use crate::state::{Between, choice, table};

/// The longest training text.
pub const MOST_CONTEXT: u32 = 131_072;

/// A tensor, or a part of the model, with a precision of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tensor {
    /// What goes into a linear layer.
    Input,
    /// Its weights, as they are multiplied.
    Weight,
    /// What comes out.
    Output,
    /// The gradient of what comes out.
    OutputGradient,
    /// The gradient of what goes in.
    InputGradient,
    /// The gradient of the weights.
    WeightGradient,
    /// The weights, as they are updated.
    MasterWeight,
    /// The two moments of AdamW.
    Moments,
    /// The input embedding.
    Embedding,
    /// The output head.
    Head,
    /// The gates of the mixtures.
    Gate,
    /// The normalisations.
    Norm,
    /// Queries with keys, and weights with values.
    Attention,
    /// What attention gives to the linear layer after it, kept for the way back.
    AttentionOutput,
    /// What goes into SwiGLU in the experts, kept for the way back.
    SwigluInput,
    /// Tokens on their way to experts on other machines.
    Dispatch,
    /// On the way back: gradients of the experts' answers on their way to the experts.
    DispatchGradient,
    /// The experts' answers on their way back.
    Combine,
}
choice!(Tensor {
    Input = "input",
    Weight = "weight",
    Output = "output",
    OutputGradient = "output-gradient",
    InputGradient = "input-gradient",
    WeightGradient = "weight-gradient",
    MasterWeight = "master-weight",
    Moments = "moments",
    Embedding = "embedding",
    Head = "head",
    Gate = "gate",
    Norm = "norm",
    Attention = "attention",
    AttentionOutput = "attention-output",
    SwigluInput = "swiglu-input",
    Dispatch = "dispatch",
    DispatchGradient = "dispatch-gradient",
    Combine = "combine",
});

/// A part of a training step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pass {
    /// Fprop.
    Forward,
    /// The gradient of the input.
    Dgrad,
    /// The gradient of the weights.
    Wgrad,
    /// AdamW.
    Update,
}
choice!(Pass { Forward = "forward", Dgrad = "dgrad", Wgrad = "wgrad", Update = "update" });

table! {
    /// The state of `frugal-precision-map`.
    pub struct State: "precision-map" {
        /// What is followed through the step.
        "tensor" tensor: Tensor = Tensor::Input, within ();
        /// The part of the step that is looked at.
        "pass" pass: Pass = Pass::Wgrad, within ();
        /// Tokens of a training text, for the share of attention.
        "context" context: u32 = 4096, within Between(1, MOST_CONTEXT);
    }
}

/// What a reader can do.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Action {
    /// Follows another tensor.
    Tensor(Tensor),
    /// Looks at another part of the step.
    Pass(Pass),
    /// Follows a tensor where it stands.
    At(Pass, Tensor),
    /// Sets the length of the texts.
    Context(u32),
}

/// Carries out an action; the state stays within its ranges.
pub const fn reduce(state: &mut State, action: Action) {
    match action {
        Action::Tensor(tensor) => state.tensor = tensor,
        Action::Pass(pass) => state.pass = pass,
        Action::At(pass, tensor) => {
            state.pass = pass;
            state.tensor = tensor;
        }
        Action::Context(0) => state.context = 1,
        Action::Context(context) => state.context = if context < MOST_CONTEXT { context } else { MOST_CONTEXT },
    }
}
