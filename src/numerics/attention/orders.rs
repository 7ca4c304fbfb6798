//! The two orders of MLA's products, both carried out, and how far rounding alone can part them.

use super::matrix::{Matrix, drawn, norm};
use super::precision::Precision;
use super::rope::rotate;
use super::shape::{Lane, Shape};
use super::softmax::softmax;
use crate::numerics::rng::SplitMix64;

/// One query against some cached latents, all drawn from a seed: **synthetic**, no trained model's.
///
/// Queries and latents are uniform of mean 0 and variance 1, the matrices of variance 1/columns; all are exact in 32
/// bits, so both precisions start from the same numbers. The query stands at the last cached token.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Trial {
    /// The widths.
    pub shape: Shape,
    /// Where the position goes.
    pub lane: Lane,
    /// In which precision both orders are computed.
    pub precision: Precision,
    /// Position of the first cached token.
    pub first: u32,
    /// Cached tokens.
    pub tokens: usize,
    /// With [`Lane::OnCompressed`]: the distance whose rotation the folded query takes in.
    pub distance: usize,
    /// Where all numbers come from.
    pub seed: u32,
}

/// What all heads share: the cache.
#[derive(Clone, Debug, PartialEq)]
pub struct Cached {
    /// One latent a token, `kv_lora_rank` wide.
    latents: Vec<Vec<f64>>,
    /// One rotary key a token, already turned.
    keys: Vec<Vec<f64>>,
}

/// One head's results by either order: expanded first, absorbed second.
#[derive(Clone, Debug, PartialEq)]
pub struct Head {
    /// A score a cached token, oldest first, before the softmax.
    pub scores: [Vec<f64>; 2],
    /// The weighted value, `v_head_dim` wide.
    pub outputs: [Vec<f64>; 2],
    /// More than rounding can part the scores of a token where the orders are equal in exact arithmetic.
    pub score_bound: f64,
    /// The same for the outputs.
    pub output_bound: f64,
}

impl Head {
    /// How far the orders are apart at each token.
    #[must_use]
    pub fn score_differences(&self) -> Vec<f64> {
        differences(&self.scores)
    }

    /// The largest difference of scores or outputs.
    #[must_use]
    pub fn largest_difference(&self) -> f64 {
        let all = self.score_differences().into_iter().chain(differences(&self.outputs));
        all.fold(0.0, f64::max)
    }
}

fn differences([a, b]: &[Vec<f64>; 2]) -> Vec<f64> {
    a.iter().zip(b).map(|(a, b)| f64::abs(a - b)).collect()
}

/// A head's own numbers.
struct Drawn {
    query: Vec<f64>,
    lane_query: Vec<f64>,
    up_key: Matrix,
    up_value: Matrix,
}

impl Trial {
    /// A stream of its own for the cache (0) and each head (from 1).
    fn stream(&self, part: u64) -> SplitMix64 {
        let mut mixed = SplitMix64::new((part << 32) | u64::from(self.seed));
        SplitMix64::new(mixed.next_u64())
    }

    fn vector(width: usize, rng: &mut SplitMix64) -> Vec<f64> {
        (0..width).map(|_| drawn(rng, 1.0)).collect()
    }

    fn position(&self, token: usize) -> f64 {
        f64::from(self.first) + token as f64
    }

    fn rotated(&self, mut x: Vec<f64>, position: f64) -> Vec<f64> {
        rotate(&mut x, position, self.precision);
        x
    }

    /// The cache. The same latents whatever the lane, the precision and the positions.
    #[must_use]
    pub fn cached(&self) -> Cached {
        let own = self.shape.with(self.lane);
        let mut rng = self.stream(0);
        let mut cached = Cached { latents: Vec::new(), keys: Vec::new() };
        for token in 0..self.tokens {
            cached.latents.push(Self::vector(own.kv_lora_rank, &mut rng));
            // Drawn whether it is used or not, so that lanes differ in nothing else.
            let mut key = Self::vector(self.shape.qk_rope_head_dim, &mut rng);
            key.truncate(own.qk_rope_head_dim);
            cached.keys.push(self.rotated(key, self.position(token)));
        }
        cached
    }

    fn drawn(&self, head: usize) -> Drawn {
        let (own, mut rng) = (self.shape.with(self.lane), self.stream(head as u64 + 1));
        let query = Self::vector(own.qk_nope_head_dim, &mut rng);
        let mut lane_query = Self::vector(self.shape.qk_rope_head_dim, &mut rng);
        lane_query.truncate(own.qk_rope_head_dim);
        let lane_query = self.rotated(lane_query, self.position(self.tokens.saturating_sub(1)));
        let up_key = Matrix::drawn(own.qk_nope_head_dim, own.kv_lora_rank, &mut rng);
        let up_value = Matrix::drawn(own.v_head_dim, own.kv_lora_rank, &mut rng);
        Drawn { query, lane_query, up_key, up_value }
    }

    /// Score from its two parts.
    fn score(&self, content: f64, lane: f64) -> f64 {
        let p = self.precision;
        let width = self.shape.with(self.lane).qk_head_dim();
        p.keep(p.keep(content + lane) * p.keep(1.0 / f64::sqrt(width.max(1) as f64)))
    }

    /// One head by both orders.
    #[must_use]
    pub fn head(&self, head: usize, cached: &Cached) -> Head {
        let (p, drawn) = (self.precision, self.drawn(head));
        let on_keys = self.lane == Lane::OnCompressed;
        let now = self.position(self.tokens.saturating_sub(1));
        let lane: Vec<f64> = cached.keys.iter().map(|key| p.dot(&drawn.lane_query, key)).collect();

        // Unfold every latent, then multiply.
        let query = if on_keys { self.rotated(drawn.query.clone(), now) } else { drawn.query.clone() };
        let unfold = |(token, latent): (usize, &Vec<f64>)| {
            let key = drawn.up_key.times(latent, p);
            let key = if on_keys { self.rotated(key, self.position(token)) } else { key };
            self.score(p.dot(&query, &key), lane[token])
        };
        let expanded: Vec<f64> = cached.latents.iter().enumerate().map(unfold).collect();
        let weights = softmax(&expanded);
        let (mut expanded_output, mut absolute) = (vec![0.0; self.shape.v_head_dim], vec![0.0; self.shape.v_head_dim]);
        for (latent, weight) in cached.latents.iter().zip(&weights) {
            let value = drawn.up_value.times(latent, p);
            p.add_scaled(&mut expanded_output, *weight, &value);
            let sizes: Vec<f64> = value.iter().map(|x| f64::abs(*x)).collect();
            Precision::F64.add_scaled(&mut absolute, *weight, &sizes);
        }

        // Fold the query once, then multiply with the latents as they are.
        let turned =
            if on_keys { self.rotated(drawn.query.clone(), self.distance as f64) } else { drawn.query.clone() };
        let folded = drawn.up_key.transposed_times(&turned, p);
        let fold = |(token, latent): (usize, &Vec<f64>)| self.score(p.dot(&folded, latent), lane[token]);
        let absorbed: Vec<f64> = cached.latents.iter().enumerate().map(fold).collect();
        let absorbed_weights = softmax(&absorbed);
        let mut mean = vec![0.0; self.shape.kv_lora_rank];
        for (latent, weight) in cached.latents.iter().zip(&absorbed_weights) {
            p.add_scaled(&mut mean, *weight, latent);
        }
        let absorbed_output = drawn.up_value.times(&mean, p);

        let score_bound = self.score_bound(&drawn, cached);
        let largest = expanded.iter().chain(&absorbed).fold(0.0, |most, score| f64::abs(*score).max(most));
        let size = absolute.into_iter().fold(0.0, f64::max);
        let output_bound = self.output_bound(&drawn, cached, [score_bound, largest, size]);
        Head { scores: [expanded, absorbed], outputs: [expanded_output, absorbed_output], score_bound, output_bound }
    }

    /// Each order errs by at most γ of `r + d` terms, relative to |q|ᵀ|W||c| + |qᴿ||kᴿ|, which Cauchy and Schwarz bound
    /// by the norms. Eight further roundings cover the turning of the keys; a turn also takes the rounding of its angle
    /// in 64 bits.
    fn score_bound(&self, drawn: &Drawn, cached: &Cached) -> f64 {
        let own = self.shape.with(self.lane);
        let longest = cached.latents.iter().map(|latent| norm(latent)).fold(0.0, f64::max);
        let lane = cached.keys.iter().map(|key| norm(key)).fold(0.0, f64::max) * norm(&drawn.lane_query);
        let size = norm(&drawn.query) * drawn.up_key.frobenius() * longest + lane;
        let angle = 8.0 * (self.position(self.tokens) + 1.0) * Precision::F64.unit_roundoff();
        let gamma = self.precision.gamma(own.kv_lora_rank + own.qk_head_dim() + 8);
        let angle = if self.lane == Lane::OnCompressed { angle } else { 0.0 };
        2.0 * (gamma + angle) * size / f64::sqrt(own.qk_head_dim().max(1) as f64)
    }

    /// Scores apart by δ give weights apart by at most e^2δ − 1, relatively, and so outputs by that times Σ p|v|; the sums
    /// themselves err as those of the scores, over latents and tokens.
    fn output_bound(&self, drawn: &Drawn, cached: &Cached, [score_bound, largest, size]: [f64; 3]) -> f64 {
        let longest = cached.latents.iter().map(|latent| norm(latent)).fold(0.0, f64::max);
        let row = (0..self.shape.v_head_dim).map(|at| norm(drawn.up_value.row(at))).fold(0.0, f64::max);
        let exponentials = (self.tokens as f64 + 8.0 + 4.0 * largest) * Precision::F64.unit_roundoff();
        let sums = self.precision.gamma(self.shape.kv_lora_rank + self.tokens + 4);
        2.0 * sums * row * longest + 2.0 * (libm::expm1(2.0 * score_bound) + 2.0 * exponentials) * size
    }
}
