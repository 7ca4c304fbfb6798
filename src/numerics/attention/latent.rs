//! Multi-head latent attention.

use super::layer::{Attended, turned, weighed};
use super::matrix::Matrix;
use super::precision::Precision;
use super::shape::{Order, Shape};

/// Multi-head latent attention with queries that are not compressed (as in DeepSeek-V2-Lite). The rows of the matrices
/// are ordered as in the published checkpoints.
///
/// Source: DeepSeek-V2, arXiv 2405.04434, section 2.1.2 and 2.1.3, appendix C; the norm of the latent and its ε as in
/// DeepSeek-V3's inference code.
#[derive(Clone, Debug, PartialEq)]
pub struct LatentLayer {
    /// The widths.
    pub shape: Shape,
    /// For each head, query and rotary query: `heads · qk_head_dim × hidden`.
    pub q: Matrix,
    /// Latent and rotary key: `kv_lora_rank + qk_rope_head_dim × hidden`.
    pub kv_a: Matrix,
    /// The gains of the latent's RMSNorm.
    pub kv_norm: Vec<f64>,
    /// For each head, key and value: `heads · (qk_nope_head_dim + v_head_dim) × kv_lora_rank`.
    pub kv_b: Matrix,
    /// `hidden × heads · v_head_dim`.
    pub o: Matrix,
}

const P: Precision = Precision::F64;
const EPSILON: f64 = 1e-6;

fn rms_norm(x: &[f64], gains: &[f64]) -> Vec<f64> {
    let mean = P.dot(x, x) / x.len().max(1) as f64;
    let scale = 1.0 / f64::sqrt(mean + EPSILON);
    x.iter().zip(gains).map(|(x, gain)| x * scale * gain).collect()
}

impl LatentLayer {
    /// The latent, then the turned rotary key; without a position the latent alone.
    pub(super) fn entry(&self, hidden: &[f64], position: Option<u32>) -> Vec<f64> {
        let mut latent = self.kv_a.times(hidden, P);
        let key = latent.split_off(self.shape.kv_lora_rank.min(latent.len()));
        let mut entry = rms_norm(&latent, &self.kv_norm);
        if position.is_some() {
            entry.extend(turned(key, position));
        }
        entry
    }

    /// One query over the cache, in either order.
    #[must_use]
    pub fn attend(&self, hidden: &[f64], position: Option<u32>, cache: &[Vec<f64>], order: Order) -> Attended {
        let (shape, queries) = (self.shape, self.q.times(hidden, P));
        let (rank, nope) = (shape.kv_lora_rank, shape.qk_nope_head_dim);
        let latents = || cache.iter().map(|entry| &entry[..rank.min(entry.len())]);
        let (mut weights, mut values) = (Vec::new(), Vec::new());
        for (head, query) in queries.chunks(shape.qk_head_dim().max(1)).enumerate() {
            let (query, lane) = query.split_at(nope.min(query.len()));
            let lane = turned(lane.to_vec(), position);
            let lane: Vec<f64> = cache.iter().map(|entry| P.dot(&lane, &entry[rank.min(entry.len())..])).collect();
            let first = head * (nope + shape.v_head_dim);
            let up_key = self.kv_b.rows(first, first + nope);
            let up_value = self.kv_b.rows(first + nope, first + nope + shape.v_head_dim);
            let (own, value) = match order {
                Order::Expand => {
                    let unfolded: Vec<Vec<f64>> = latents().map(|latent| up_value.times(latent, P)).collect();
                    let scores = latents().zip(&lane).map(|(c, lane)| P.dot(query, &up_key.times(c, P)) + lane);
                    weighed(scores, shape.qk_head_dim(), unfolded.iter().map(Vec::as_slice))
                }
                Order::Absorb => {
                    let folded = up_key.transposed_times(query, P);
                    let scores = latents().zip(&lane).map(|(c, lane)| P.dot(&folded, c) + lane);
                    let (own, mean) = weighed(scores, shape.qk_head_dim(), latents());
                    (own, up_value.times(&mean, P))
                }
            };
            weights.push(own);
            values.extend(value);
        }
        Attended { weights, output: self.o.times(&values, P) }
    }
}
