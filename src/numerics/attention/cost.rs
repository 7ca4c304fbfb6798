//! Multiplications and bytes of the two orders, counted from the widths.

use super::shape::{Lane, Shape};

/// Bytes of a cached number at 16 bits.
const BYTES: u64 = 2;

impl Shape {
    /// Multiplications that unfold one cached latent to all heads' keys and values: `n_h · (d_k + d_v) · r`.
    #[must_use]
    pub const fn unfold_macs(self) -> u64 {
        (self.heads * (self.qk_nope_head_dim + self.v_head_dim) * self.kv_lora_rank) as u64
    }

    /// Multiplications that fold one query's heads to the latent's width, and their results back to values. They are as
    /// many as for unfolding one cached token.
    #[must_use]
    pub const fn absorb_macs(self) -> u64 {
        self.fold_key_macs() + (self.heads * self.kv_lora_rank * self.v_head_dim) as u64
    }

    /// The part of [`Shape::absorb_macs`] for the keys: one matrix of the heads.
    #[must_use]
    pub const fn fold_key_macs(self) -> u64 {
        (self.heads * self.qk_nope_head_dim * self.kv_lora_rank) as u64
    }

    /// Multiplications of one query with one cached token once that is unfolded: score and weighted value.
    #[must_use]
    pub const fn unfolded_attend_macs(self) -> u64 {
        self.unfolded_elements() as u64
    }

    /// Multiplications of one folded query with one cached latent: score, rotary lane, weighted latent.
    #[must_use]
    pub const fn absorbed_attend_macs(self) -> u64 {
        (self.heads * (self.cached_elements() + self.kv_lora_rank)) as u64
    }

    /// How many queries must share one unfolding of a long cache before it costs less than absorbing: above
    /// `unfold / (absorbed − unfolded)`, each for one cached token. None where absorbing is never dearer.
    #[must_use]
    pub const fn queries_for_unfolding(self) -> Option<u64> {
        let Some(dearer) = self.absorbed_attend_macs().checked_sub(self.unfolded_attend_macs()) else { return None };
        match self.unfold_macs().checked_div(dearer) {
            Some(queries) => Some(queries + 1),
            None => None,
        }
    }

    /// The length of the cache at which both orders cost one query the same; none where absorbing never pays.
    #[must_use]
    pub fn break_even_tokens(self) -> Option<f64> {
        let saved = self.unfold_macs() as f64 + self.unfolded_attend_macs() as f64 - self.absorbed_attend_macs() as f64;
        (saved > 0.0).then(|| self.absorb_macs() as f64 / saved)
    }
}

/// What one layer does for some queries against some cached tokens, without the layer's other projections.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Work {
    /// The widths, as the architecture has them.
    pub shape: Shape,
    /// Where the position goes.
    pub lane: Lane,
    /// Queries that are computed together.
    pub queries: u64,
    /// Cached tokens that each looks at.
    pub cached: u64,
}

impl Work {
    fn own(self) -> Shape {
        self.shape.with(self.lane)
    }

    /// Every cached latent unfolded once, then each query against each.
    #[must_use]
    pub const fn macs_expand(self) -> u64 {
        let own = self.shape.with(self.lane);
        self.cached * own.unfold_macs() + self.queries * self.cached * own.unfolded_attend_macs()
    }

    /// Each query folded once, then each query against each latent. With [`Lane::OnCompressed`] the right result needs
    /// another folded query for each distance, hence for each pair.
    #[must_use]
    pub const fn macs_absorb(self) -> u64 {
        let own = self.shape.with(self.lane);
        let attend = self.queries * self.cached * own.absorbed_attend_macs();
        match self.lane {
            Lane::OnCompressed => {
                let values = own.absorb_macs() - own.fold_key_macs();
                self.queries * self.cached * own.fold_key_macs() + self.queries * values + attend
            }
            Lane::None | Lane::Decoupled => self.queries * own.absorb_macs() + attend,
        }
    }

    /// Each query against keys and values that were kept unfolded.
    #[must_use]
    pub const fn macs_unfolded(self) -> u64 {
        self.queries * self.cached * self.shape.with(self.lane).unfolded_attend_macs()
    }

    /// How many different folded queries one query needs.
    #[must_use]
    pub const fn folded_queries(self) -> u64 {
        match self.lane {
            Lane::OnCompressed => self.cached,
            Lane::None | Lane::Decoupled => 1,
        }
    }

    /// Bytes of the cache that are read, at 16 bits a number.
    #[must_use]
    pub fn bytes_read(self) -> u64 {
        self.cached * self.own().cached_elements() as u64 * BYTES
    }

    /// The same if keys and values were kept unfolded.
    #[must_use]
    pub fn bytes_read_unfolded(self) -> u64 {
        self.cached * self.own().unfolded_elements() as u64 * BYTES
    }
}
