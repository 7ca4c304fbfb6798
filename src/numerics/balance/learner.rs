//! A router and linear experts with their exact gradient.

use super::select::Best;
use super::step::Method;
use super::task::{Batch, DOMAINS, INPUTS, OUTPUTS, SEQUENCE, dot};
use super::{auxiliary_gradient, auxiliary_loss, sigmoid};
use crate::numerics::rng::SplitMix64;

type Map = [[f64; INPUTS]; OUTPUTS];

/// A mixture of linear experts: `y = Σ sᵢ Vᵢ x` over the chosen, `sᵢ` the affinity `σ(wᵢ · x)`; chosen by affinity plus
/// bias (DeepSeek-V3 report, eqs. 12–16, but the weights are not renormalised: of one expert that would leave none to
/// learn from).
#[derive(Clone, Debug)]
pub struct Learner {
    /// A row an expert.
    pub router: Vec<[f64; INPUTS]>,
    /// A map an expert.
    pub experts: Vec<Map>,
    /// Added to the affinities for the choice alone.
    pub bias: Vec<f64>,
    /// Experts that a token uses.
    pub top_k: usize,
}

/// A pass over a batch.
#[derive(Clone, Debug)]
pub struct Pass {
    /// Mean over tokens of half the squared error.
    pub loss: f64,
    /// The loss and `α Σ f P`: what the gradients are of.
    pub objective: f64,
    /// Tokens of each expert.
    pub loads: Vec<u32>,
    /// Tokens of each expert by their domain: rows of as many as there are experts.
    pub domains: Vec<u32>,
    /// Gradient of the objective by [`Learner::router`].
    pub router: Vec<[f64; INPUTS]>,
    /// By [`Learner::experts`].
    pub experts: Vec<Map>,
}

/// Standard deviation of the first router and, before the root of the inputs, of the first experts.
const START: f64 = 0.5;

impl Learner {
    /// Before the first step; the same for every method.
    #[must_use]
    pub fn new(seed: u64, experts: usize, top_k: usize) -> Self {
        let mut rng = SplitMix64::new(seed);
        let scale = START / f64::sqrt(INPUTS as f64);
        let router = (0..experts).map(|_| [0.0; INPUTS].map(|_| rng.normal() * scale)).collect();
        let map = |rng: &mut SplitMix64| [[0.0; INPUTS]; OUTPUTS].map(|row| row.map(|_| rng.normal() * scale));
        let maps = (0..experts).map(|_| map(&mut rng)).collect();
        Self { router, experts: maps, bias: vec![0.0; experts], top_k: top_k.clamp(1, experts.max(1)) }
    }

    /// Affinities of each token (rows) and the experts chosen for it.
    fn choose(&self, batch: &Batch) -> (Vec<f64>, Vec<Vec<usize>>) {
        let mut best = Best::default();
        let (mut affinities, mut chosen) = (Vec::new(), Vec::new());
        for input in &batch.inputs {
            let from = affinities.len();
            affinities.extend(self.router.iter().map(|row| sigmoid(dot(row, input))));
            let scores: Vec<f64> = affinities[from..].iter().zip(&self.bias).map(|(s, b)| s + b).collect();
            chosen.push(best.of(&scores, self.top_k).collect());
        }
        (affinities, chosen)
    }

    /// Loss, loads and gradients on a batch, with the auxiliary loss that belongs to `method`.
    #[must_use]
    pub fn pass(&self, batch: &Batch, method: Method, alpha: f64) -> Pass {
        let (affinities, chosen) = self.choose(batch);
        let (count, tokens) = (self.router.len(), batch.inputs.len());
        let mut pass = Pass {
            loss: 0.0,
            objective: 0.0,
            loads: vec![0; count],
            domains: vec![0; count * DOMAINS],
            router: vec![[0.0; INPUTS]; count],
            experts: vec![[[0.0; INPUTS]; OUTPUTS]; count],
        };
        let mut logits = vec![0.0; affinities.len()];
        for (token, chosen) in chosen.iter().enumerate() {
            let at = token * count..(token + 1) * count;
            let (row, slopes) = (&affinities[at.clone()], &mut logits[at]);
            self.token(batch, token, row, chosen, slopes, &mut pass);
            for expert in chosen {
                pass.loads[*expert] += 1;
                pass.domains[batch.domains[token] * count + *expert] += 1;
            }
        }
        let scope = match method {
            Method::AuxiliarySequence => SEQUENCE,
            Method::AuxiliaryBatch => tokens,
            Method::None | Method::Bias => 0,
        };
        let extra = if scope == 0 { 0.0 } else { self.auxiliary(&affinities, &chosen, scope, alpha, &mut logits) };
        pass.objective = pass.loss + extra;
        for (slopes, input) in logits.chunks_exact(count.max(1)).zip(&batch.inputs) {
            for (row, slope) in pass.router.iter_mut().zip(slopes) {
                row.iter_mut().zip(input).for_each(|(gradient, x)| *gradient += slope * x);
            }
        }
        pass
    }

    /// One token: its loss, the gradients of its experts, and the slopes of the loss by its logits.
    fn token(&self, batch: &Batch, token: usize, row: &[f64], chosen: &[usize], slopes: &mut [f64], pass: &mut Pass) {
        let (input, target) = (&batch.inputs[token], &batch.targets[token]);
        let share = 1.0 / batch.inputs.len() as f64;
        let outputs: Vec<_> = chosen.iter().map(|expert| self.experts[*expert].map(|map| dot(&map, input))).collect();
        let mut error = target.map(|target| -target);
        for (expert, output) in chosen.iter().zip(&outputs) {
            error.iter_mut().zip(output).for_each(|(error, y)| *error += row[*expert] * y);
        }
        pass.loss += 0.5 * share * dot(&error, &error);
        for (expert, output) in chosen.iter().copied().zip(outputs) {
            let s = row[expert];
            slopes[expert] += share * dot(&error, &output) * s * (1.0 - s);
            for (map, error) in pass.experts[expert].iter_mut().zip(&error) {
                map.iter_mut().zip(input).for_each(|(gradient, x)| *gradient += share * s * error * x);
            }
        }
    }

    /// `α Σ f P` over scopes of so many tokens, its mean; adds its slopes by the logits.
    fn auxiliary(&self, s: &[f64], chosen: &[Vec<usize>], scope: usize, alpha: f64, slopes: &mut [f64]) -> f64 {
        let count = self.router.len();
        let share = alpha / chosen.len() as f64;
        let mut value = 0.0;
        let rows = s.chunks(scope * count).zip(slopes.chunks_mut(scope * count));
        for ((rows, slopes), chosen) in rows.zip(chosen.chunks(scope)) {
            let mut f = vec![0.0; count];
            for expert in chosen.iter().flatten() {
                f[*expert] += count as f64 / (self.top_k * chosen.len()) as f64;
            }
            value += share * chosen.len() as f64 * auxiliary_loss(rows, &f);
            for (row, slopes) in rows.chunks_exact(count).zip(slopes.chunks_exact_mut(count)) {
                auxiliary_gradient(row, &f, share, slopes);
            }
        }
        value
    }

    /// A step against the gradients.
    pub fn descend(&mut self, pass: &Pass, rate: f64) {
        let down = |to: &mut [f64], by: &[f64]| to.iter_mut().zip(by).for_each(|(to, by)| *to -= rate * by);
        self.router.iter_mut().zip(&pass.router).for_each(|(to, by)| down(to, by));
        let rows = self.experts.iter_mut().flatten().zip(pass.experts.iter().flatten());
        rows.for_each(|(to, by)| down(to, by));
    }
}

#[cfg(test)]
mod tests {
    use super::super::task::Task;
    use super::*;

    /// The largest difference between the gradient and finite differences, and the largest gradient.
    fn worst(method: Method, alpha: f64) -> (f64, f64) {
        let batch = Task::new(11).batch(0);
        let mut learner = Learner::new(5, 6, 2);
        learner.bias = (0..6).map(|at| 0.01 * f64::from(at)).collect();
        let pass = learner.pass(&batch, method, alpha);
        let h = 1e-6;
        let slope = |set: &dyn Fn(&mut Learner, f64)| {
            let at = |h: f64| {
                let mut moved = learner.clone();
                set(&mut moved, h);
                let moved = moved.pass(&batch, method, alpha);
                assert_eq!(moved.loads, pass.loads, "the choice must stay");
                moved.objective
            };
            (at(h) - at(-h)) / (2.0 * h)
        };
        let (mut off, mut most) = (0.0_f64, 0.0_f64);
        let mut compare = |found: f64, gradient: f64| {
            off = off.max((found - gradient).abs());
            most = most.max(gradient.abs());
        };
        for expert in 0..6 {
            for input in 0..INPUTS {
                compare(slope(&|l, h| l.router[expert][input] += h), pass.router[expert][input]);
                for output in 0..OUTPUTS {
                    let found = slope(&|l, h| l.experts[expert][output][input] += h);
                    compare(found, pass.experts[expert][output][input]);
                }
            }
        }
        (off, most)
    }

    #[test]
    fn gradients_are_those_of_finite_differences() {
        for (method, alpha) in
            [(Method::None, 0.0), (Method::Bias, 0.0), (Method::AuxiliarySequence, 0.5), (Method::AuxiliaryBatch, 0.5)]
        {
            let (off, most) = worst(method, alpha);
            assert!(off < 2e-8 && most > 1e-2, "{method:?}: off by {off}, largest {most}");
        }
    }

    #[test]
    fn descending_lowers_the_loss() {
        let task = Task::new(1);
        let mut learner = Learner::new(1, 8, 2);
        let first = learner.pass(&task.batch(0), Method::None, 0.0);
        learner.descend(&first, 0.05);
        assert!(learner.pass(&task.batch(0), Method::None, 0.0).loss < first.loss);
        assert_eq!(first.loads.iter().sum::<u32>() as usize, 2 * task.batch(0).inputs.len());
    }
}
