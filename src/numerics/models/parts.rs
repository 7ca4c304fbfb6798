//! Where the parameters live: a model's parts and the tensors in them.

use super::model::{Attention, Heads, Latent, Mlp, Model, Norms, QkNorm};

/// What a group of weights does. Together the parts are the whole model.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The input embedding; where embeddings are tied it is the output head as well.
    InputEmbedding,
    /// Learned positions.
    Positions,
    /// Attention, with the normalisations inside it.
    Attention,
    /// The feed-forward networks of the dense layers.
    DenseMlp,
    /// The experts that every token uses.
    SharedExperts,
    /// The gates.
    Router,
    /// The normalisations of the residual stream.
    Norms,
    /// The output head, where it is not the input embedding.
    LmHead,
    /// The experts that the gates choose from.
    RoutedExperts,
}

impl Part {
    /// All of them; the routed experts last.
    pub const ALL: [Self; 9] = [
        Self::InputEmbedding,
        Self::Attention,
        Self::DenseMlp,
        Self::SharedExperts,
        Self::Router,
        Self::Norms,
        Self::Positions,
        Self::LmHead,
        Self::RoutedExperts,
    ];
}

/// A matrix, or the vectors of one kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tensor {
    /// Its name in the checkpoints (`q_b_proj`).
    pub name: &'static str,
    /// Rows of the matrix; of vectors all elements together.
    pub rows: u64,
    /// Columns of the matrix; none for vectors.
    pub columns: Option<u64>,
}

impl Tensor {
    /// Parameters.
    #[must_use]
    pub fn count(&self) -> u64 {
        self.rows * self.columns.unwrap_or(1)
    }
}

const fn matrix(name: &'static str, rows: u64, columns: u64) -> Tensor {
    Tensor { name, rows, columns: Some(columns) }
}

const fn vector(name: &'static str, elements: u64) -> Tensor {
    Tensor { name, rows: elements, columns: None }
}

impl Model {
    /// In how many layers a part is; 0 for a part that stands outside of the layers, and for one that the model lacks.
    #[must_use]
    pub fn layers_of(&self, part: Part) -> u8 {
        match part {
            Part::Attention => self.layers,
            Part::DenseMlp => self.layers - self.moe_layers().min(self.layers),
            Part::RoutedExperts | Part::Router => self.moe_layers(),
            Part::SharedExperts if self.moe.is_some_and(|moe| moe.shared_experts > 0) => self.moe_layers(),
            _ => 0,
        }
    }

    /// How many experts of this part a layer has; 1 for a part without experts.
    #[must_use]
    pub fn experts_of(&self, part: Part) -> u16 {
        match (part, self.moe) {
            (Part::RoutedExperts, Some(moe)) => moe.experts,
            (Part::SharedExperts, Some(moe)) => moe.shared_experts,
            _ => 1,
        }
    }

    /// How many of them one token uses.
    #[must_use]
    pub fn experts_used_of(&self, part: Part) -> u16 {
        match (part, self.moe) {
            (Part::RoutedExperts, Some(moe)) => moe.top_k.min(moe.experts),
            _ => self.experts_of(part),
        }
    }

    /// The number, counted from 0 as in the checkpoints, of the `at`-th layer that has this part.
    #[must_use]
    pub fn layer_number(&self, part: Part, at: u8) -> u8 {
        match part {
            Part::RoutedExperts | Part::SharedExperts | Part::Router if self.interleaved => {
                at.saturating_mul(2).saturating_add(1)
            }
            Part::RoutedExperts | Part::SharedExperts | Part::Router => at.saturating_add(self.dense_layers),
            Part::DenseMlp if self.interleaved => at.saturating_mul(2),
            _ => at,
        }
    }

    /// The tensors of a part: in one layer (of one expert, where it has experts), or all of it where it stands outside
    /// of the layers. Empty for a part that the model lacks.
    #[must_use]
    pub fn tensors_of(&self, part: Part) -> Vec<Tensor> {
        let (hidden, vocab, layers) = (u64::from(self.hidden), u64::from(self.vocab), u64::from(self.layers));
        match part {
            Part::InputEmbedding => vec![matrix("embed_tokens", vocab, hidden)],
            Part::LmHead if self.tie_embeddings => Vec::new(),
            Part::LmHead => vec![matrix("lm_head", vocab, hidden)],
            Part::Positions if self.positions == 0 => Vec::new(),
            Part::Positions => vec![matrix("embed_positions", u64::from(self.positions), hidden)],
            Part::Norms => norms(self.norms, layers * hidden, hidden),
            Part::Attention => match &self.attention {
                Attention::Heads(attention) => attention.tensors(hidden, u64::from(self.heads)),
                Attention::Latent(attention) => attention.tensors(hidden, u64::from(self.heads)),
            },
            _ if self.layers_of(part) == 0 => Vec::new(),
            Part::DenseMlp => self.mlp.tensors(hidden, u64::from(self.intermediate)),
            Part::SharedExperts | Part::RoutedExperts | Part::Router => self.moe_tensors(part, hidden),
        }
    }

    fn moe_tensors(&self, part: Part, hidden: u64) -> Vec<Tensor> {
        let Some(moe) = self.moe else { return Vec::new() };
        let (experts, intermediate) = (u64::from(moe.experts), u64::from(moe.intermediate));
        if part == Part::Router {
            let bias = moe.biased.then(|| vector("gate.bias", experts));
            return std::iter::once(matrix("gate", experts, hidden)).chain(bias).collect();
        }
        let mut tensors = Mlp::Gated.tensors(hidden, intermediate);
        if part == Part::RoutedExperts && moe.biased {
            tensors.push(vector("biases", 2 * intermediate + hidden));
        }
        tensors
    }

    /// All parameters of a part.
    #[must_use]
    pub fn parameters_of(&self, part: Part) -> u64 {
        self.copies(part) * u64::from(self.experts_of(part)) * self.parameters_of_one(part)
    }

    /// Parameters of a part that one token uses. Of an input embedding it reads one row, which counts as nothing, unless
    /// it is the output head too: that is used whole.
    #[must_use]
    pub fn active_parameters_of(&self, part: Part) -> u64 {
        if part == Part::InputEmbedding && !self.tie_embeddings {
            return 0;
        }
        self.copies(part) * u64::from(self.experts_used_of(part)) * self.parameters_of_one(part)
    }

    /// Parameters of a part in one layer (of one expert, where it has experts), or all where it stands outside.
    #[must_use]
    pub fn parameters_of_one(&self, part: Part) -> u64 {
        self.tensors_of(part).iter().map(Tensor::count).sum()
    }

    /// How often a part's tensors are there, the experts of a layer counted as one.
    pub(super) fn copies(&self, part: Part) -> u64 {
        match part {
            Part::InputEmbedding | Part::Positions | Part::Norms | Part::LmHead => 1,
            _ => u64::from(self.layers_of(part)),
        }
    }
}

/// All layers' normalisations and the last one; `all` is layers × hidden.
fn norms(norms: Norms, all: u64, hidden: u64) -> Vec<Tensor> {
    match norms {
        Norms::Rms => {
            vec![vector("input_layernorm", all), vector("post_attention_layernorm", all), vector("norm", hidden)]
        }
        Norms::Layer => vec![vector("ln_1", 2 * all), vector("ln_2", 2 * all), vector("ln_f", 2 * hidden)],
        Norms::OneLayer => vec![vector("input_layernorm", 2 * all), vector("ln_f", 2 * hidden)],
    }
}

impl Heads {
    fn tensors(&self, hidden: u64, heads: u64) -> Vec<Tensor> {
        let head_dim = u64::from(self.head_dim);
        let (q, kv) = (heads * head_dim, u64::from(self.kv_heads) * head_dim);
        let norms = match self.qk_norm {
            QkNorm::None => 0,
            QkNorm::PerHead => 2 * head_dim,
            QkNorm::Full => q + kv,
        };
        let biases = u64::from(self.qkv_bias) * (q + 2 * kv) + u64::from(self.o_bias) * hidden;
        let vectors =
            [vector("biases", biases), vector("q_norm, k_norm", norms), vector("sinks", u64::from(self.sinks) * heads)];
        let mut tensors = vec![
            matrix("q_proj", q, hidden),
            matrix("k_proj", kv, hidden),
            matrix("v_proj", kv, hidden),
            matrix("o_proj", hidden, q),
        ];
        tensors.extend(vectors.into_iter().filter(|vector| vector.rows > 0));
        tensors
    }
}

impl Latent {
    fn tensors(&self, hidden: u64, heads: u64) -> Vec<Tensor> {
        let [rank, rope, nope, value] =
            [self.kv_lora_rank, self.qk_rope_head_dim, self.qk_nope_head_dim, self.v_head_dim].map(u64::from);
        let q = heads * (nope + rope);
        let mut tensors = match self.q_lora_rank.map(u64::from) {
            Some(r) => vec![matrix("q_a_proj", r, hidden), matrix("q_b_proj", q, r), vector("q_a_layernorm", r)],
            None => vec![matrix("q_proj", q, hidden)],
        };
        tensors.extend([
            matrix("kv_a_proj_with_mqa", rank + rope, hidden),
            vector("kv_a_layernorm", rank),
            matrix("kv_b_proj", heads * (nope + value), rank),
            matrix("o_proj", hidden, heads * value),
        ]);
        tensors
    }
}

impl Mlp {
    fn tensors(self, hidden: u64, intermediate: u64) -> Vec<Tensor> {
        let (up, down) = (matrix("up_proj", intermediate, hidden), matrix("down_proj", hidden, intermediate));
        match self {
            Self::Gated => vec![matrix("gate_proj", intermediate, hidden), up, down],
            Self::Plain => vec![up, down],
            Self::PlainBiased => vec![up, down, vector("biases", intermediate + hidden)],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::MODELS;
    use super::*;

    #[test]
    fn the_parts_are_the_whole() {
        for model in &MODELS {
            let counted = model.parameters();
            let parts = |part| (model.parameters_of(part), model.active_parameters_of(part));
            let sums = Part::ALL.map(parts).into_iter().fold((0, 0), |sum, part| (sum.0 + part.0, sum.1 + part.1));
            assert_eq!(sums, (counted.total(), counted.active_without_input_embedding()), "{}", model.id);
        }
    }

    #[test]
    fn layers_are_numbered_as_in_the_checkpoints() {
        let number = |id: &str, part, at| super::super::model(id).unwrap().layer_number(part, at);
        // first_k_dense_replace = 3
        assert_eq!(number("deepseek-v3", Part::DenseMlp, 2), 2);
        assert_eq!(number("deepseek-v3", Part::RoutedExperts, 0), 3);
        assert_eq!(number("deepseek-v3", Part::RoutedExperts, 57), 60);
        assert_eq!(number("deepseek-v3", Part::Attention, 60), 60);
        // interleave_moe_layer_step = 2: every second layer, beginning with layer 1
        assert_eq!(number("llama-4-maverick", Part::RoutedExperts, 0), 1);
        assert_eq!(number("llama-4-maverick", Part::DenseMlp, 23), 46);
    }
}
