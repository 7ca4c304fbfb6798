//! What things are called.

use super::flow::{Precision, Role, Tile};
use super::state::{Pass, Tensor};
use crate::i18n::{PrecisionMapText, Scale, bytes, fill, significant};

/// A tensor's name, and why it has its precision.
pub const fn tensor(text: &PrecisionMapText, tensor: Tensor) -> (&'static str, &'static str) {
    match tensor {
        Tensor::Input => (text.input, text.why_input),
        Tensor::Weight => (text.weight, text.why_weight),
        Tensor::Output => (text.output, text.why_output),
        Tensor::OutputGradient => (text.output_gradient, text.why_output_gradient),
        Tensor::InputGradient => (text.input_gradient, text.why_input_gradient),
        Tensor::WeightGradient => (text.weight_gradient, text.why_weight_gradient),
        Tensor::MasterWeight => (text.master_weight, text.why_master_weight),
        Tensor::Moments => (text.moments, text.why_moments),
        Tensor::Embedding => (text.embedding, text.why_embedding),
        Tensor::Head => (text.head, text.why_head),
        Tensor::Gate => (text.gate, text.why_gate),
        Tensor::Norm => (text.norm, text.why_norm),
        Tensor::Attention => (text.attention, text.why_attention),
        Tensor::AttentionOutput => (text.attention_output, text.why_attention_output),
        Tensor::SwigluInput => (text.swiglu_input, text.why_swiglu_input),
        Tensor::Dispatch => (text.dispatch, text.why_dispatch),
        Tensor::DispatchGradient => (text.dispatch_gradient, text.why_dispatch_gradient),
        Tensor::Combine => (text.combine, text.why_combine),
    }
}

/// A tensor's term: all its places light together.
pub fn term(tensor: Tensor) -> &'static str {
    crate::state::Choice::name(tensor)
}

/// A part of the step.
pub const fn pass(text: &PrecisionMapText, pass: Pass) -> &'static str {
    match pass {
        Pass::Forward => text.forward,
        Pass::Dgrad => text.dgrad,
        Pass::Wgrad => text.wgrad,
        Pass::Update => text.update,
    }
}

/// A part of the step with what it computes.
pub const fn pass_head(text: &PrecisionMapText, pass: Pass) -> &'static str {
    match pass {
        Pass::Forward => text.head_forward,
        Pass::Dgrad => text.head_dgrad,
        Pass::Wgrad => text.head_wgrad,
        Pass::Update => text.head_update,
    }
}

/// A precision.
pub const fn precision(text: &PrecisionMapText, precision: Precision) -> &'static str {
    match precision {
        Precision::E4m3 => text.e4m3,
        Precision::E5m6 => text.e5m6,
        Precision::Bf16 => text.bf16,
        Precision::Fp32 => text.fp32,
        Precision::Wide => text.wide,
    }
}

/// `1×128`; empty without a scale.
pub fn tile(tile: Tile) -> String {
    tile.shape().map_or_else(String::new, |(rows, columns)| [&rows.to_string(), "×", &columns.to_string()].concat())
}

/// Bytes of a number, with its share of a scale; `2/4 B` where the report leaves it open.
pub fn size(text: &PrecisionMapText, role: &Role) -> String {
    let (fewest, most) = role.bytes();
    let written = bytes(most, 3, Scale::Decimal);
    if fewest < most {
        return fill(text.size_either, &[("fewest", &significant(fewest, 3)), ("most", &written)]);
    }
    if role.tensor == Tensor::Moments { fill(text.size_two, &[("bytes", &written)]) } else { written }
}
