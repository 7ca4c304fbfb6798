//! Gate, routed experts and shared expert together.

use super::gate::{Gate, GateError};
use super::route::Routed;

/// A feed-forward network with a gated activation: `down · (silu(gate · x) ⊙ (up · x))`.
///
/// Matrices are row-major. Source: Shazeer, "GLU variants improve transformer" (arXiv 2002.05202), eq. 6.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SwiGlu<'a> {
    /// `intermediate × hidden`.
    pub gate: &'a [f32],
    /// `intermediate × hidden`.
    pub up: &'a [f32],
    /// `hidden × intermediate`.
    pub down: &'a [f32],
}

/// A mixture-of-experts layer as in DeepSeek-V3 (arXiv 2412.19437, eq. 12, without the residual connection).
#[derive(Clone, Debug, PartialEq)]
pub struct MoeLayer<'a> {
    /// Width of a token.
    pub hidden: usize,
    /// The gate.
    pub gate: Gate,
    /// The gate's matrix, `experts × hidden`, row-major.
    pub gate_weight: &'a [f32],
    /// The gate's bias, one an expert, or empty.
    pub bias: &'a [f32],
    /// The routed experts.
    pub experts: Vec<SwiGlu<'a>>,
    /// The expert that every token visits.
    pub shared: Option<SwiGlu<'a>>,
}

/// What a layer computed for one token.
#[derive(Clone, Debug, PartialEq)]
pub struct MoeOutput {
    /// The gate's stages.
    pub routed: Routed,
    /// The shared expert's output; zeros without one. `hidden` wide.
    pub shared: Vec<f32>,
    /// The chosen experts' outputs before weighting, parallel to `routed.selected`.
    pub experts: Vec<Vec<f32>>,
    /// The sum: weights × experts + shared.
    pub output: Vec<f32>,
}

/// Why a layer cannot run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LayerError {
    /// The gate refused.
    Gate(GateError),
    /// A matrix or the token does not have the shape that `hidden` and the gate ask for.
    Shape,
}

impl From<GateError> for LayerError {
    fn from(error: GateError) -> Self {
        Self::Gate(error)
    }
}

impl SwiGlu<'_> {
    /// One token, `hidden` wide in and out.
    ///
    /// # Errors
    /// [`LayerError::Shape`] if the matrices are not `intermediate × hidden` for one `intermediate`.
    pub fn forward(&self, x: &[f32]) -> Result<Vec<f32>, LayerError> {
        let hidden = x.len();
        let same = self.up.len() == self.gate.len() && self.down.len() == self.gate.len();
        if hidden == 0 || self.gate.is_empty() || !same || !self.gate.len().is_multiple_of(hidden) {
            return Err(LayerError::Shape);
        }
        let gate = product(self.gate, x);
        let up = product(self.up, x);
        let inner: Vec<f32> = gate.iter().zip(&up).map(|(&gate, up)| silu(gate) * up).collect();
        Ok(product(self.down, &inner))
    }
}

impl MoeLayer<'_> {
    /// One token, `hidden` wide.
    ///
    /// # Errors
    /// If a shape is wrong or the gate refuses.
    pub fn forward(&self, x: &[f32]) -> Result<MoeOutput, LayerError> {
        let shapes = x.len() == self.hidden
            && self.hidden > 0
            && self.gate_weight.len() == self.gate.experts.saturating_mul(self.hidden)
            && self.experts.len() == self.gate.experts;
        if !shapes {
            return Err(LayerError::Shape);
        }
        let routed = self.gate.route(&product(self.gate_weight, x), self.bias)?;
        let shared = self.shared.map_or_else(|| Ok(vec![0.0; self.hidden]), |expert| expert.forward(x))?;
        let experts: Vec<Vec<f32>> =
            routed.selected.iter().map(|&expert| self.experts[expert].forward(x)).collect::<Result<_, _>>()?;
        let mut output = vec![0.0_f32; self.hidden];
        for (expert, weight) in experts.iter().zip(&routed.weights) {
            output.iter_mut().zip(expert).for_each(|(sum, y)| *sum += weight * y);
        }
        output.iter_mut().zip(&shared).for_each(|(sum, y)| *sum += y);
        Ok(MoeOutput { routed, shared, experts, output })
    }
}

/// Rows of `matrix`, as wide as `x`, times `x`; each sum in index order.
fn product(matrix: &[f32], x: &[f32]) -> Vec<f32> {
    matrix.chunks_exact(x.len()).map(|row| row.iter().zip(x).map(|(a, b)| a * b).sum()).collect()
}

fn silu(x: f32) -> f32 {
    x / (1.0 + libm::expf(-x))
}

#[cfg(test)]
mod tests {
    use super::super::Kind;
    use super::*;

    #[test]
    fn wrong_shapes_are_refused() {
        let ones = [1.0; 4];
        let expert = SwiGlu { gate: &ones, up: &ones, down: &ones };
        assert_eq!(expert.forward(&[]), Err(LayerError::Shape));
        assert_eq!(expert.forward(&[1.0; 3]), Err(LayerError::Shape));
        assert_eq!(SwiGlu { up: &ones[1..], ..expert }.forward(&[1.0; 2]), Err(LayerError::Shape));
        assert_eq!(expert.forward(&[1.0; 2]).map(|y| y.len()), Ok(2));
        let gate = Gate { experts: 2, ..Kind::Mixtral.gate() };
        let layer = MoeLayer { hidden: 2, gate, gate_weight: &ones, bias: &[], experts: vec![expert; 2], shared: None };
        assert!(layer.forward(&[1.0; 2]).is_ok());
        assert_eq!(layer.forward(&[1.0; 3]), Err(LayerError::Shape));
        let short = MoeLayer { experts: vec![expert], ..layer.clone() };
        assert_eq!(short.forward(&[1.0; 2]), Err(LayerError::Shape));
        let refused = MoeLayer { gate: Gate { top_k: 3, ..gate }, ..layer };
        assert_eq!(
            refused.forward(&[1.0; 2]),
            Err(LayerError::Gate(GateError::TopKAboveExperts { top_k: 3, experts: 2 }))
        );
    }
}
