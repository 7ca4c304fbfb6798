//! Arithmetic for one token.

use super::model::{Attention, Model};
use super::parts::Part;

impl Model {
    /// Parameters of all matrices that one token is multiplied with. Looking up a row of an embedding is no
    /// multiplication; a tied embedding counts as the output head.
    #[must_use]
    pub fn active_matrix_parameters(&self) -> u64 {
        let in_matrices = |part: Part| {
            let tensors = self.tensors_of(part);
            let matrices: u64 =
                tensors.iter().filter(|tensor| tensor.columns.is_some()).map(super::Tensor::count).sum();
            self.copies(part) * u64::from(self.experts_used_of(part)) * matrices
        };
        let used = Part::ALL.into_iter().filter(|part| match part {
            Part::InputEmbedding => self.tie_embeddings,
            Part::Positions => false,
            _ => true,
        });
        used.map(in_matrices).sum()
    }

    /// Multiplications and additions of the attention itself for a token that looks back at `context` tokens, itself
    /// included: a product with each key and a share of each value, in every head and layer. Layers with a window see
    /// no more than its tokens. Latent attention counts unfolded, as in training: 192-wide keys, 128-wide values in V3.
    #[must_use]
    pub fn attention_flops(&self, context: u64) -> u128 {
        let both = match self.attention {
            Attention::Heads(heads) => 2 * u128::from(heads.head_dim),
            Attention::Latent(latent) => {
                u128::from(latent.qk_nope_head_dim)
                    + u128::from(latent.qk_rope_head_dim)
                    + u128::from(latent.v_head_dim)
            }
        };
        let limited = self.window.map_or(0, |window| window.layers.min(self.layers));
        let kept = self.window.map_or(context, |window| context.min(u64::from(window.tokens)));
        let seen = u128::from(self.layers - limited) * u128::from(context) + u128::from(limited) * u128::from(kept);
        2 * both * u128::from(self.heads) * seen
    }

    /// Floating-point operations of the forward pass for one token that looks back at `context` tokens, itself
    /// included: two for each parameter of the matrices it meets, and the attention. Normalisations, softmax and
    /// activation functions are left out.
    #[must_use]
    pub fn flops_per_token(&self, context: u64) -> u128 {
        2 * u128::from(self.active_matrix_parameters()) + self.attention_flops(context)
    }
}

#[cfg(test)]
mod tests {
    use super::super::model;

    #[test]
    fn matrices_are_nearly_all() {
        for model in &super::super::MODELS {
            let active = model.parameters().active_without_input_embedding();
            let matrices = model.active_matrix_parameters();
            assert!(matrices < active && matrices as f64 > 0.9985 * active as f64, "{}", model.id);
        }
        let v3 = model("deepseek-v3").unwrap();
        // All but the normalisations: two a layer and one at the end, and those inside attention.
        let norms = (2 * 61 + 1) * 7168 + 61 * (1536 + 512);
        assert_eq!(v3.active_matrix_parameters(), 36_625_603_584 - norms);
    }

    /// By the rule of `tests/reference/SOURCES.md`, section e: 6 · active + causal attention over 4,096 tokens is 250.5
    /// GFLOP a trained token for V3 (its report prints 250) and 2,473 for Llama-3.1-405B.
    #[test]
    fn a_trained_token_costs_three_times_as_much() {
        for (id, gigaflops, tolerance) in [("deepseek-v3", 250.5, 0.06), ("llama-3.1-405b", 2473.0, 0.6)] {
            let model = model(id).unwrap();
            let attention: f64 = (1..=4096).map(|seen| model.attention_flops(seen) as f64).sum::<f64>() / 4096.0;
            let training = 3.0 * (2.0 * model.active_matrix_parameters() as f64 + attention) / 1e9;
            assert!((training - gigaflops).abs() < tolerance, "{id}: {training}");
        }
    }

    #[test]
    fn windows_bound_what_is_seen() {
        let mistral = model("mistral-7b-v0.1").unwrap();
        assert_eq!(mistral.attention_flops(4096), mistral.attention_flops(1 << 40));
        let v3 = model("deepseek-v3").unwrap();
        assert_eq!(v3.attention_flops(1), 2 * (128 + 64 + 128) * 128 * 61);
        assert_eq!(v3.attention_flops(0), 0);
        // No context overflows.
        assert!(v3.flops_per_token(u64::MAX) > u128::from(u64::MAX));
    }
}
