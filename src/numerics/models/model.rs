//! An architecture, as its configuration states it.

/// A published language model (text part). The narrow integers keep every count within a `u64`: no override of a
/// field can overflow one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Model {
    /// The name in attributes and links, lower case.
    pub id: &'static str,
    /// The published name.
    pub name: &'static str,
    /// Width of a token.
    pub hidden: u16,
    /// Transformer layers.
    pub layers: u8,
    /// Layers with a dense feed-forward network; the others are mixtures of experts.
    pub dense_layers: u8,
    /// Whether dense layers and mixtures take turns, beginning with a dense one (Llama 4 Maverick); else the dense ones
    /// come first.
    pub interleaved: bool,
    /// Width of a dense feed-forward network; 0 where no layer has one.
    pub intermediate: u16,
    /// Form of the dense feed-forward networks.
    pub mlp: Mlp,
    /// Query heads.
    pub heads: u16,
    /// How keys and values are made and kept.
    pub attention: Attention,
    /// The mixtures of experts.
    pub moe: Option<Moe>,
    /// The normalisations.
    pub norms: Norms,
    /// Tokens in the vocabulary.
    pub vocab: u32,
    /// Whether the output head is the input embedding.
    pub tie_embeddings: bool,
    /// Learned positions; 0 with rotary positions.
    pub positions: u16,
    /// Multi-token-prediction modules.
    pub mtp: Option<Mtp>,
    /// Layers whose attention, and so whose cache, is limited.
    pub window: Option<Window>,
    /// What the publisher says.
    pub published: Published,
}

/// How keys and values are made and kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Attention {
    /// Multi-head, grouped-query or multi-query attention.
    Heads(Heads),
    /// Multi-head latent attention.
    Latent(Latent),
}

/// Attention with a key and a value per key-value head.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Heads {
    /// Key-value heads.
    pub kv_heads: u16,
    /// Width of a head.
    pub head_dim: u16,
    /// Whether the query, key and value projections have biases.
    pub qkv_bias: bool,
    /// Whether the output projection has one.
    pub o_bias: bool,
    /// Normalisation of queries and keys.
    pub qk_norm: QkNorm,
    /// One learned attention sink a head (gpt-oss).
    pub sinks: bool,
}

/// Multi-head latent attention (DeepSeek-V2, arXiv 2405.04434, section 2.1): keys and values are unfolded from one
/// `kv_lora_rank`-wide vector a token, and one rotary key of `qk_rope_head_dim` is shared by all heads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Latent {
    /// Width of the compressed query; none where queries are projected directly.
    pub q_lora_rank: Option<u16>,
    /// Width of the compressed keys and values: what is cached.
    pub kv_lora_rank: u16,
    /// Width of the rotary part of a query or key.
    pub qk_rope_head_dim: u16,
    /// Width of the part without position.
    pub qk_nope_head_dim: u16,
    /// Width of a value.
    pub v_head_dim: u16,
}

/// Normalisation of queries and keys with learned gains.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QkNorm {
    /// None.
    None,
    /// One gain of `head_dim` for all query heads, one for all key heads.
    PerHead,
    /// Gains as wide as all query heads together, and all key heads together.
    Full,
}

/// Form of a dense feed-forward network.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mlp {
    /// Three matrices: gate, up, down.
    Gated,
    /// Two matrices.
    Plain,
    /// Two matrices with biases.
    PlainBiased,
}

/// The normalisations of the residual stream.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Norms {
    /// Two RMSNorms a layer and one at the end: a gain each.
    Rms,
    /// Two LayerNorms a layer and one at the end: gain and bias each.
    Layer,
    /// One LayerNorm a layer, before attention and feed-forward network side by side, and one at the end (Falcon).
    OneLayer,
}

/// A mixture of experts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moe {
    /// Routed experts a layer.
    pub experts: u16,
    /// Experts that a token uses.
    pub top_k: u16,
    /// Experts that every token uses.
    pub shared_experts: u16,
    /// Width of an expert.
    pub intermediate: u16,
    /// Whether router and routed experts have biases (gpt-oss).
    pub biased: bool,
    /// Whether the gate keeps a bias for the selection (`e_score_correction_bias`): a buffer, not a parameter.
    pub correction_bias: bool,
}

/// Multi-token prediction: modules of one decoder layer each (DeepSeek-V3, arXiv 2412.19437, section 2.2), which join
/// two normalised states with a `2·hidden × hidden` projection and share embedding and head with the model.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mtp {
    /// Modules.
    pub layers: u8,
}

/// A limit on how far some layers look back: a sliding window or a chunk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    /// Layers that are limited.
    pub layers: u8,
    /// Tokens that such a layer keeps.
    pub tokens: u32,
}

/// Headline figures as the publisher prints them; conventions differ by publisher.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Published {
    /// All parameters.
    pub total: &'static str,
    /// Parameters used per token.
    pub activated: &'static str,
}

impl Model {
    /// Layers that are mixtures of experts; none without [`Model::moe`].
    #[must_use]
    pub const fn moe_layers(&self) -> u8 {
        if self.moe.is_some() { self.layers.saturating_sub(self.dense_layers) } else { 0 }
    }
}
