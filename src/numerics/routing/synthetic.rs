//! Token vectors and gate matrices made up from a seed.

use frugal_kernels::Projection;

use super::gate::{BiasUse, Gate, GateError};
use crate::numerics::rng::SplitMix64;

/// Width of a synthetic token vector.
pub const HIDDEN: usize = 16;
/// Spread of a synthetic selection bias: large enough to change choices, small beside the affinities.
const SELECTION_BIAS: f64 = 0.05;
/// Spread of a synthetic logit bias.
const LOGIT_BIAS: f64 = 0.3;

/// A made-up gate in front of which made-up token vectors give logits: **synthetic**, no trained model's.
///
/// A token's vector is 16 standard normal numbers, seeded by FNV-1a (64 bit) over the token's bytes and the seed, and
/// scaled to a root mean square of 1 (as after the RMSNorm before a real gate); the gate's matrix is normal with
/// variance 1/16. Logits then have zero mean and unit variance over the experts. The same token gives the same logits
/// wherever it stands. Experts have the same rows whatever their number, so that a gate with more of them only adds.
#[derive(Clone, Debug, PartialEq)]
pub struct SyntheticGate {
    seed: u64,
    /// `experts × HIDDEN`, row-major.
    weight: Vec<f32>,
    bias: Vec<f32>,
}

impl SyntheticGate {
    /// The matrix and bias for `gate`, from `seed` alone.
    ///
    /// # Errors
    /// If [`Gate::check`] refuses.
    pub fn new(gate: &Gate, seed: u64) -> Result<Self, GateError> {
        gate.check()?;
        let scale = 1.0 / f64::sqrt(HIDDEN as f64);
        let spread = match gate.bias {
            BiasUse::None => None,
            BiasUse::Selection => Some(SELECTION_BIAS),
            BiasUse::Logits => Some(LOGIT_BIAS),
        };
        let bias = spread.map_or_else(Vec::new, |spread| normals(b"bias", seed, gate.experts, spread));
        Ok(Self { seed, weight: normals(b"gate", seed, gate.experts * HIDDEN, scale), bias })
    }

    /// A token's vector; its root mean square is 1.
    #[must_use]
    pub fn hidden(&self, token: &[u8]) -> Vec<f32> {
        hidden(stream(token, self.seed)).to_vec()
    }

    /// A token's logits, one an expert.
    #[must_use]
    pub fn logits(&self, token: &[u8]) -> Vec<f32> {
        self.logits_of(&self.hidden(token))
    }

    fn logits_of(&self, hidden: &[f32]) -> Vec<f32> {
        self.weight.chunks_exact(HIDDEN).map(|row| row.iter().zip(hidden).map(|(w, x)| w * x).sum()).collect()
    }

    /// A bias for each expert: normal, with a standard deviation of 0.05 for the selection or 0.3 on logits; empty
    /// where the gate has none.
    #[must_use]
    pub fn bias(&self) -> &[f32] {
        &self.bias
    }

    /// Made-up tokens without words, one a number, in front of this gate.
    #[must_use]
    pub fn crowd(&self) -> Crowd {
        Crowd { seed: self.seed, weight: Projection::new(&self.weight, HIDDEN) }
    }
}

/// As many tokens as one likes, each made from its number and the seed as a word's token is from its bytes.
#[derive(Clone, Debug)]
pub struct Crowd {
    seed: u64,
    weight: Projection,
}

impl Crowd {
    /// A token's logits, one an expert.
    pub fn logits(&self, number: u64, out: &mut [f32]) {
        // Again a byte that no text holds.
        let [a, b, c, d, e, f, g, h] = number.to_le_bytes();
        self.weight.apply(&hidden(stream(&[0xff, a, b, c, d, e, f, g, h], self.seed)), out);
    }
}

/// Standard normal numbers, scaled to a root mean square of 1.
fn draw(mut rng: SplitMix64, raw: &mut [f64]) {
    raw.iter_mut().for_each(|x| *x = rng.normal());
    let mean_square = raw.iter().map(|x| x * x).sum::<f64>() / raw.len() as f64;
    raw.iter_mut().for_each(|x| *x /= f64::sqrt(mean_square));
}

fn hidden(rng: SplitMix64) -> [f32; HIDDEN] {
    let mut raw = [0.0; HIDDEN];
    draw(rng, &mut raw);
    raw.map(|x| x as f32)
}

/// A made-up vector of a token: `width` standard normal numbers, seeded by FNV-1a (64 bit) over the token's bytes and the
/// seed, and scaled to a root mean square of 1. The same token has the same vector wherever it stands.
#[must_use]
pub fn token_vector(token: &[u8], seed: u64, width: usize) -> Vec<f32> {
    let mut raw = vec![0.0; width];
    draw(stream(token, seed), &mut raw);
    raw.iter().map(|x| *x as f32).collect()
}

fn normals(tag: &[u8], seed: u64, count: usize, scale: f64) -> Vec<f32> {
    // The tag ends in a byte that no UTF-8 text holds: a token never shares a stream with the gate.
    let mut rng = stream(&[tag, &[0xff]].concat(), seed);
    (0..count).map(|_| (rng.normal() * scale) as f32).collect()
}

fn stream(name: &[u8], seed: u64) -> SplitMix64 {
    SplitMix64::new(fnv1a(name.iter().copied().chain(seed.to_le_bytes())))
}

/// FNV-1a, 64 bit (Fowler, Noll, Vo; RFC 9923).
fn fnv1a(bytes: impl Iterator<Item = u8>) -> u64 {
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3))
}

#[cfg(test)]
mod tests {
    use super::super::Kind;
    use super::*;

    #[test]
    fn fnv1a_matches_its_published_vectors() {
        assert_eq!(fnv1a(b"".iter().copied()), 0xcbf2_9ce4_8422_2325);
        assert_eq!(fnv1a(b"a".iter().copied()), 0xaf63_dc4c_8601_ec8c);
        assert_eq!(fnv1a(b"foobar".iter().copied()), 0x8594_4171_f739_67e8);
    }

    #[test]
    fn logits_have_about_unit_variance_and_depend_on_token_and_seed() {
        let gate = Kind::DeepseekV3.gate();
        let made = SyntheticGate::new(&gate, 7).unwrap();
        let all: Vec<f32> = (0..200).flat_map(|i| made.logits(format!("token{i}").as_bytes())).collect();
        let mean = all.iter().sum::<f32>() / all.len() as f32;
        let variance = all.iter().map(|x| (x - mean) * (x - mean)).sum::<f32>() / all.len() as f32;
        assert!(mean.abs() < 0.05 && (variance - 1.0).abs() < 0.1, "{mean} {variance}");
        assert_eq!(made.logits("专".as_bytes()), made.logits("专".as_bytes()));
        assert_ne!(made.logits("专".as_bytes()), made.logits("家".as_bytes()));
        assert_ne!(made.logits(b"a"), SyntheticGate::new(&gate, 8).unwrap().logits(b"a"));
        let more = SyntheticGate::new(&Kind::KimiK2.gate(), 7).unwrap();
        assert_eq!(more.logits(b"a")[..256], made.logits(b"a")[..]);
    }

    #[test]
    fn a_crowds_token_is_made_as_a_words() {
        for kind in [Kind::DeepseekV3, Kind::Mixtral, Kind::DeepseekV2] {
            let gate = Gate { experts: kind.gate().experts - 1, n_group: 1, topk_group: 1, ..kind.gate() };
            let made = SyntheticGate::new(&gate, 7).unwrap();
            let crowd = made.crowd();
            let mut out = vec![0.0; gate.experts];
            for number in [0, 1, 4_095] {
                crowd.logits(number, &mut out);
                assert_eq!(out, made.logits(&[&[0xff], number.to_le_bytes().as_slice()].concat()), "{kind:?}");
            }
        }
    }

    #[test]
    fn only_gates_with_a_bias_get_one() {
        for kind in Kind::ALL {
            let gate = kind.gate();
            let bias = SyntheticGate::new(&gate, 1).unwrap().bias().len();
            assert_eq!(bias, if gate.bias == BiasUse::None { 0 } else { gate.experts }, "{kind:?}");
        }
        assert!(SyntheticGate::new(&Gate { experts: usize::MAX, ..Kind::Mixtral.gate() }, 1).is_err());
    }
}
