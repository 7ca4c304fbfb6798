//! Multi-head, grouped-query and multi-query attention.

use super::layer::{Attended, turned, weighed};
use super::matrix::Matrix;
use super::precision::Precision;

/// Attention with a key and a value for each key-value head, and rotary positions on the whole of queries and keys.
///
/// Source: Vaswani et al., arXiv 1706.03762 (MHA); Shazeer, arXiv 1911.02150 (MQA); Ainslie et al., arXiv 2305.13245
/// (GQA). Rows of the matrices are ordered by head.
#[derive(Clone, Debug, PartialEq)]
pub struct HeadsLayer {
    /// Query heads.
    pub heads: usize,
    /// Key-value heads, a divisor of `heads`.
    pub kv_heads: usize,
    /// `heads · head_dim × hidden`.
    pub q: Matrix,
    /// `kv_heads · head_dim × hidden`.
    pub k: Matrix,
    /// `kv_heads · head_dim × hidden`.
    pub v: Matrix,
    /// `hidden × heads · head_dim`.
    pub o: Matrix,
}

const P: Precision = Precision::F64;

impl HeadsLayer {
    /// Width of a head.
    pub(super) fn head_dim(&self) -> usize {
        self.o.row(0).len() / self.heads.max(1)
    }

    /// All turned keys, then all values.
    pub(super) fn entry(&self, hidden: &[f64], position: Option<u32>) -> Vec<f64> {
        let keys = self.k.times(hidden, P);
        let keys = keys.chunks(self.head_dim().max(1)).flat_map(|key| turned(key.to_vec(), position));
        keys.chain(self.v.times(hidden, P)).collect()
    }

    pub(super) fn attend(&self, hidden: &[f64], position: Option<u32>, cache: &[Vec<f64>]) -> Attended {
        let (d, queries) = (self.head_dim().max(1), self.q.times(hidden, P));
        let (mut weights, mut values) = (Vec::new(), Vec::new());
        for (head, query) in queries.chunks(d).enumerate() {
            let query = turned(query.to_vec(), position);
            let group = head * self.kv_heads / self.heads.max(1);
            let slice = |entry: &'_ Vec<f64>, at: usize| -> std::ops::Range<usize> {
                (at * d).min(entry.len())..((at + 1) * d).min(entry.len())
            };
            let scores = cache.iter().map(|entry| P.dot(&query, &entry[slice(entry, group)]));
            let kept = cache.iter().map(|entry| &entry[slice(entry, self.kv_heads + group)]);
            let (own, value) = weighed(scores, d, kept);
            weights.push(own);
            values.extend(value);
        }
        Attended { weights, output: self.o.times(&values, P) }
    }
}
