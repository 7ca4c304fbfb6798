//! The widths of latent attention, and the ways to compute it.

use crate::numerics::models::{Attention, Model};

/// Widths of multi-head latent attention, as the configuration names them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shape {
    /// Query heads.
    pub heads: usize,
    /// Width of the latent `c`: what is cached.
    pub kv_lora_rank: usize,
    /// Width of a query or key without position.
    pub qk_nope_head_dim: usize,
    /// Width of the rotary lane, whose key all heads share.
    pub qk_rope_head_dim: usize,
    /// Width of a value.
    pub v_head_dim: usize,
}

/// Where the position goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lane {
    /// Nowhere.
    None,
    /// Onto the keys that are unfolded from the latent: a rotation stands between the two matrices.
    OnCompressed,
    /// Into a lane of its own (DeepSeek-V2, arXiv 2405.04434, section 2.1.3).
    Decoupled,
}

/// Which product comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// `q · (W c)`: every cached latent is unfolded to keys and values.
    Expand,
    /// `(Wᵀ q) · c`: the query is folded to the latent's width once.
    Absorb,
}

impl Shape {
    /// An architecture's; none without latent attention.
    #[must_use]
    pub fn of(model: &Model) -> Option<Self> {
        let Attention::Latent(latent) = model.attention else { return None };
        Some(Self {
            heads: model.heads.into(),
            kv_lora_rank: latent.kv_lora_rank.into(),
            qk_nope_head_dim: latent.qk_nope_head_dim.into(),
            qk_rope_head_dim: latent.qk_rope_head_dim.into(),
            v_head_dim: latent.v_head_dim.into(),
        })
    }

    /// Every width and the number of heads divided, none below 2.
    #[must_use]
    pub fn divided(self, by: usize) -> Self {
        let part = |width: usize| (width / by.max(1)).max(2);
        Self {
            heads: part(self.heads),
            kv_lora_rank: part(self.kv_lora_rank),
            qk_nope_head_dim: part(self.qk_nope_head_dim),
            qk_rope_head_dim: part(self.qk_rope_head_dim),
            v_head_dim: part(self.v_head_dim),
        }
    }

    /// With this rule for positions: only [`Lane::Decoupled`] has the rotary lane.
    #[must_use]
    pub const fn with(self, lane: Lane) -> Self {
        match lane {
            Lane::Decoupled => self,
            Lane::None | Lane::OnCompressed => Self { qk_rope_head_dim: 0, ..self },
        }
    }

    /// Width of a whole query or key; scores are divided by its square root.
    #[must_use]
    pub const fn qk_head_dim(self) -> usize {
        self.qk_nope_head_dim + self.qk_rope_head_dim
    }

    /// Numbers cached of a token.
    #[must_use]
    pub const fn cached_elements(self) -> usize {
        self.kv_lora_rank + self.qk_rope_head_dim
    }

    /// Numbers that would be cached of a token if its keys and values were kept unfolded.
    #[must_use]
    pub const fn unfolded_elements(self) -> usize {
        self.heads * (self.qk_head_dim() + self.v_head_dim)
    }
}
