//! One network in training.

use super::casts::{half_ulp, stored};
use super::dataset::{Dataset, Points};
use super::network::{Batch, LANES, Network};
use super::recipe::{Recipe, Storage};
use crate::numerics::rng::SplitMix64;
use frugal_kernels::perceptron::probability;
use frugal_kernels::{Lanes, e4m3};

/// Samples in a step.
pub const BATCH: usize = 20;
/// A parameter that has not changed for so many steps counts as standing still.
pub const STANDSTILL: u32 = 500;

/// What a training run depends on, besides its recipe.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Settings {
    /// The points.
    pub dataset: Dataset,
    /// Units in each of the two hidden layers.
    pub hidden: usize,
    /// What a gradient is multiplied by; there is no momentum.
    pub rate: f32,
    /// Where points, starting weights, batches and dice come from.
    pub seed: u64,
}

/// What became of the updates so far; an update of exactly zero is none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Updates of a parameter.
    pub updates: u64,
    /// Those that left the parameter as it was.
    pub stalled: u64,
    /// Those of less than half a unit in the last place of the parameter.
    pub below_half_ulp: u64,
}

/// Everything that changes while a network is trained; enough to go on from.
#[derive(Clone, Debug, PartialEq)]
pub struct Shot {
    /// Steps done.
    pub step: u32,
    /// Weights and biases.
    pub parameters: Vec<f32>,
    /// The step in which each parameter changed last.
    pub moved: Vec<u32>,
    /// What became of the updates so far.
    pub counts: Counts,
}

impl Shot {
    /// All parameters, then their E4M3 codes and what these say, folded into one number (FNV-1a): the same in every engine
    /// only if training, encoding and decoding give the same bits there.
    #[must_use]
    pub fn digest(&self) -> u64 {
        let (mut codes, mut read) = (vec![0; self.parameters.len()], vec![0.0; self.parameters.len()]);
        e4m3::encode(&self.parameters, &mut codes, true);
        e4m3::decode(&codes, &mut read);
        let bytes = |numbers: &[f32]| numbers.iter().flat_map(|x| x.to_bits().to_le_bytes()).collect::<Vec<_>>();
        let all = [bytes(&self.parameters), codes, bytes(&read)].concat();
        all.into_iter()
            .fold(0xcbf2_9ce4_8422_2325, |folded, byte| (folded ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
    }
}

/// How good a network is at all points of its data set.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Fit {
    /// Mean logistic loss in nats; log 2 is what guessing costs.
    pub loss: f64,
    /// Share of the points on the right side.
    pub accuracy: f64,
}

/// One network in training: a recipe, what it depends on, and how far it is.
#[derive(Clone, Debug)]
pub struct Run {
    settings: Settings,
    recipe: Recipe,
    network: Network,
    shot: Shot,
    gradient: Vec<f32>,
    batch: Batch,
}

/// A stream of its own for each purpose and step, so that any step can be computed by itself.
const fn stream(seed: u64, purpose: u64, step: u32) -> SplitMix64 {
    SplitMix64::new(seed ^ purpose ^ ((step as u64) << 32))
}

impl Run {
    /// Before the first step.
    #[must_use]
    pub fn new(settings: Settings, recipe: Recipe) -> Self {
        let network = Network::new(settings.hidden, recipe);
        let nearest = match recipe.storage() {
            Storage::Bf16Stochastic => Storage::Bf16,
            Storage::E4m3Stochastic => Storage::E4m3,
            other => other,
        };
        let parameters: Vec<f32> = network.start(settings.seed).into_iter().map(|w| stored(nearest, w, || 0)).collect();
        let count = parameters.len();
        let shot = Shot { step: 0, parameters, moved: vec![0; count], counts: Counts::default() };
        Self { settings, recipe, network, shot, gradient: vec![0.0; count], batch: Batch::default() }
    }

    /// How it is trained.
    #[must_use]
    pub const fn recipe(&self) -> Recipe {
        self.recipe
    }

    /// How far it is.
    #[must_use]
    pub const fn shot(&self) -> &Shot {
        &self.shot
    }

    /// Goes on from another step of the same run.
    pub fn restore(&mut self, shot: &Shot) {
        self.shot.clone_from(shot);
    }

    /// One step: [`BATCH`] points drawn with replacement, the same for every recipe.
    pub fn step(&mut self, points: &Points) {
        let mut rng = stream(self.settings.seed, 0x62_6174_6368, self.shot.step);
        let count = points.at.len() as u64;
        let draw = |_| {
            let at = (((rng.next_u64() >> 32) * count) >> 32) as usize;
            (points.at.get(at).copied().unwrap_or_default(), points.kind.get(at).copied().unwrap_or_default())
        };
        let drawn: [_; BATCH] = core::array::from_fn(draw);
        self.descend(drawn.into_iter());
    }

    /// One step on these samples: each parameter less its gradient times the rate, then rounded as it is kept.
    pub fn descend(&mut self, samples: impl ExactSizeIterator<Item = ([f32; 2], f32)>) {
        self.batch.fill(samples);
        self.network.gradient(&self.shot.parameters, &self.batch, &mut self.gradient);
        self.shot.step += 1;
        let (storage, step, rate) = (self.recipe.storage(), self.shot.step, self.settings.rate);
        let mut dice = stream(self.settings.seed, 0x6469_6365, step);
        let mut counts = self.shot.counts;
        let kept = self.shot.parameters.iter_mut().zip(&mut self.shot.moved);
        for ((parameter, moved), gradient) in kept.zip(&self.gradient) {
            let (old, update) = (*parameter, rate * *gradient);
            let new = stored(storage, old - update, || dice.next_u64());
            if update != 0.0 {
                counts.updates += 1;
                counts.stalled += u64::from(new == old);
                counts.below_half_ulp += u64::from(update.abs() < half_ulp(storage, old));
            }
            if new != old {
                (*parameter, *moved) = (new, step);
            }
        }
        self.shot.counts = counts;
    }

    /// Share of the parameters that have not changed for [`STANDSTILL`] steps.
    #[must_use]
    pub fn standing_still(&self) -> f64 {
        let still = self.shot.moved.iter().filter(|moved| **moved + STANDSTILL <= self.shot.step).count();
        still as f64 / self.shot.moved.len().max(1) as f64
    }

    /// How good it is, its products rounded as in training.
    pub fn fit(&mut self, points: &Points) -> Fit {
        self.batch.fill(points.at.iter().copied().zip(points.kind.iter().copied()));
        let logits = self.network.forward(&self.shot.parameters, self.batch.inputs());
        let (mut loss, mut right) = (0.0, 0.0);
        for (logit, kind) in logits.iter().flat_map(|logits| Lanes::to_array(*logits)).zip(&points.kind) {
            let margin = f64::from(if *kind > 0.5 { logit } else { -logit });
            // log(1 + exp(−margin)) without overflow.
            loss += libm::log1p(libm::exp(-f64::abs(margin))) + if margin < 0.0 { -margin } else { 0.0 };
            right += f64::from(u8::from(margin > 0.0));
        }
        let count = points.kind.len().max(1) as f64;
        Fit { loss: loss / count, accuracy: right / count }
    }

    /// How probable the second kind is at the centres of `side` × `side` squares that fill ±`reach`, row by row from the
    /// top; `side` must be a multiple of four.
    pub fn map(&mut self, side: usize, reach: f32) -> Vec<f32> {
        let place = |at: usize| ((2 * at + 1) as f32 / side as f32 - 1.0) * reach;
        let mut inputs = Vec::new();
        for row in 0..side {
            for column in (0..side).step_by(LANES) {
                inputs.push(Lanes::new(core::array::from_fn(|lane| place(column + lane))));
                inputs.push(Lanes::splat(-place(row)));
            }
        }
        let logits = self.network.forward(&self.shot.parameters, &inputs);
        logits.iter().flat_map(|logits| Lanes::to_array(probability(*logits))).collect()
    }
}
