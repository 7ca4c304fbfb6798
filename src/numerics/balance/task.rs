//! A small task that is worth dividing: each domain has its own linear map.

use crate::numerics::rng::SplitMix64;

/// Numbers of an input.
pub const INPUTS: usize = 8;
/// Numbers of an output.
pub const OUTPUTS: usize = 4;
/// Domains, the more frequent first: domain d as often as 1 / (d + 2).
pub const DOMAINS: usize = 8;
/// Tokens of a sequence, all of one domain.
pub const SEQUENCE: usize = 16;
/// Sequences of a step.
pub const SEQUENCES: usize = 16;
/// Tokens of a step.
pub const TOKENS: usize = SEQUENCE * SEQUENCES;

/// Standard deviation of an input about its domain's centre.
const SPREAD: f64 = 0.5;
/// Standard deviation of the centres about what all domains share: enough in common for a router to start by sending
/// everything the same way.
const APART: f64 = 0.7;

/// Centres and maps of the domains, drawn once.
#[derive(Clone, Debug)]
pub struct Task {
    centres: Vec<[f64; INPUTS]>,
    maps: Vec<[[f64; INPUTS]; OUTPUTS]>,
    seed: u64,
}

/// The tokens of a step.
#[derive(Clone, Debug)]
pub struct Batch {
    /// What goes in.
    pub inputs: Vec<[f64; INPUTS]>,
    /// What should come out: the domain's map of the input.
    pub targets: Vec<[f64; OUTPUTS]>,
    /// The domain of each.
    pub domains: Vec<usize>,
}

/// The sum of products, in order.
pub fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

impl Task {
    /// The task of a seed.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        let mut rng = SplitMix64::new(seed);
        let shared = [0.0; INPUTS].map(|_| rng.normal());
        let centres = (0..DOMAINS).map(|_| shared.map(|x| x + APART * rng.normal())).collect();
        let scale = 1.0 / f64::sqrt(INPUTS as f64);
        let map = |rng: &mut SplitMix64| [[0.0; INPUTS]; OUTPUTS].map(|row| row.map(|_| rng.normal() * scale));
        let maps = (0..DOMAINS).map(|_| map(&mut rng)).collect();
        Self { centres, maps, seed }
    }

    /// The tokens of a step; always new ones.
    #[must_use]
    pub fn batch(&self, step: u64) -> Batch {
        let mut rng = SplitMix64::new(SplitMix64::new(self.seed ^ step.wrapping_mul(0x9e37_79b9)).next_u64());
        let mut batch = Batch { inputs: Vec::new(), targets: Vec::new(), domains: Vec::new() };
        for _ in 0..SEQUENCES {
            let domain = domain(rng.uniform());
            for _ in 0..SEQUENCE {
                let input = self.centres[domain].map(|centre| centre + SPREAD * rng.normal());
                batch.targets.push(self.maps[domain].map(|row| dot(&row, &input)));
                batch.inputs.push(input);
                batch.domains.push(domain);
            }
        }
        batch
    }
}

/// The domain that a uniform number in [0, 1) falls on.
fn domain(uniform: f64) -> usize {
    let weight = |domain: usize| 1.0 / (domain + 2) as f64;
    let mut left = uniform * (0..DOMAINS).map(weight).sum::<f64>();
    let below = |domain: &usize| {
        left -= weight(*domain);
        left < 0.0
    };
    (0..DOMAINS).find(below).unwrap_or(DOMAINS - 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn frequent_domains_come_first() {
        assert_eq!([0.0, 0.999_999].map(domain), [0, DOMAINS - 1]);
        let mut counts = [0; DOMAINS];
        (0..1000).for_each(|at| counts[domain(f64::from(at) / 1000.0)] += 1);
        assert!(counts.windows(2).all(|pair| pair[0] > pair[1]), "{counts:?}");
    }

    #[test]
    fn sequences_are_of_one_domain() {
        let batch = Task::new(3).batch(5);
        assert_eq!((batch.inputs.len(), batch.targets.len()), (TOKENS, TOKENS));
        assert!(batch.domains.chunks(SEQUENCE).all(|sequence| sequence.iter().all(|domain| *domain == sequence[0])));
        assert_ne!(batch.inputs, Task::new(3).batch(6).inputs);
    }
}
