//! The network: forward and backward over a batch, four samples at a time.

use super::casts;
use super::recipe::{Products, Recipe};
use super::tanh::tanh;
use crate::numerics::lanes::{F32x4, LANES};
use crate::numerics::rng::SplitMix64;

/// One layer, and where its numbers stand among the parameters: `outputs` rows of `inputs` weights, then `outputs`
/// biases.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Layer {
    /// Width of what goes in.
    pub inputs: usize,
    /// Width of what comes out.
    pub outputs: usize,
    at: usize,
}

impl Layer {
    const fn biases(self) -> usize {
        self.at + self.inputs * self.outputs
    }

    const fn end(self) -> usize {
        self.biases() + self.outputs
    }
}

/// The layers 2 → h → h → 1.
#[must_use]
pub const fn layers(hidden: usize) -> [Layer; 3] {
    let first = Layer { inputs: 2, outputs: hidden, at: 0 };
    let second = Layer { inputs: hidden, outputs: hidden, at: first.end() };
    [first, second, Layer { inputs: hidden, outputs: 1, at: second.end() }]
}

/// Samples, four in a lane vector.
#[derive(Clone, Debug, Default)]
pub struct Batch {
    /// Two coordinates for each four samples.
    pub inputs: Vec<F32x4>,
    /// The kinds, 0 or 1, of each four samples.
    pub kinds: Vec<F32x4>,
    /// What each sample counts in the mean; 0 for lanes that hold none.
    pub shares: Vec<F32x4>,
}

impl Batch {
    /// Takes these samples instead.
    pub fn fill(&mut self, samples: impl ExactSizeIterator<Item = ([f32; 2], f32)>) {
        let share = 1.0 / samples.len().max(1) as f32;
        self.inputs.clear();
        self.kinds.clear();
        self.shares.clear();
        let mut samples = samples.peekable();
        while samples.peek().is_some() {
            let (mut x, mut y, mut kind, mut shares) = ([0.0; LANES], [0.0; LANES], [0.0; LANES], [0.0; LANES]);
            for (at, (point, one)) in samples.by_ref().take(LANES).enumerate() {
                (x[at], y[at], kind[at], shares[at]) = (point[0], point[1], one, share);
            }
            self.inputs.extend([F32x4::new(x), F32x4::new(y)]);
            self.kinds.push(F32x4::new(kind));
            self.shares.push(F32x4::new(shares));
        }
    }
}

/// A network of one width under one recipe, with room to compute in; its parameters are the caller's.
#[derive(Clone, Debug)]
pub struct Network {
    layers: [Layer; 3],
    recipe: Recipe,
    /// Weights as they are multiplied.
    weights: [Vec<f32>; 3],
    /// What each layer takes in, before it is rounded; the last one holds the logits.
    units: [Vec<F32x4>; 3],
    /// Factors, rounded.
    left: Vec<F32x4>,
    right: Vec<F32x4>,
    /// Gradients of a layer's sums, and of what goes in.
    delta: Vec<F32x4>,
    below: Vec<F32x4>,
    /// Gradients of the parameters, a part in each lane.
    parts: Vec<F32x4>,
}

impl Network {
    /// A network 2 → `hidden` → `hidden` → 1.
    #[must_use]
    pub fn new(hidden: usize, recipe: Recipe) -> Self {
        let layers = layers(hidden.max(1));
        Self {
            layers,
            recipe,
            weights: Default::default(),
            units: Default::default(),
            left: Vec::new(),
            right: Vec::new(),
            delta: Vec::new(),
            below: Vec::new(),
            parts: vec![F32x4::ZERO; layers[2].end()],
        }
    }

    /// How many parameters it has.
    #[must_use]
    pub fn parameters(&self) -> usize {
        self.parts.len()
    }

    /// Parameters to start from: weights uniform within ±√(6 / (inputs + outputs)) (Glorot and Bengio, 2010), biases 0.
    #[must_use]
    pub fn start(&self, seed: u64) -> Vec<f32> {
        let mut rng = SplitMix64::new(seed ^ 0x7765_6967_6874_73);
        let mut parameters = Vec::with_capacity(self.parameters());
        for layer in self.layers {
            let reach = libm::sqrt(6.0 / (layer.inputs + layer.outputs) as f64);
            parameters.extend((layer.at..layer.biases()).map(|_| (reach * (2.0 * rng.uniform() - 1.0)) as f32));
            parameters.resize(layer.end(), 0.0);
        }
        parameters
    }

    /// Takes parameters, rounding the weights for the products to come.
    pub fn load(&mut self, parameters: &[f32]) {
        let (products, storage) = (self.recipe.products(), self.recipe.storage());
        for (layer, weights) in self.layers.iter().zip(&mut self.weights) {
            let mut room = core::mem::take(weights);
            let own = parameters.get(layer.at..layer.biases()).unwrap_or_default();
            let rounded = casts::weights(products, storage, own, &mut room);
            if core::ptr::eq(rounded, own) {
                room.clear();
                room.extend_from_slice(own);
            }
            *weights = room;
        }
    }

    /// The logit of each sample: `inputs` holds two lane vectors for each four. Call [`load`](Self::load) before.
    pub fn forward(&mut self, parameters: &[f32], inputs: &[F32x4]) -> &[F32x4] {
        for at in 0..self.layers.len() {
            let layer = self.layers[at];
            let mut out = core::mem::take(&mut self.units[at]);
            out.clear();
            let x = if at == 0 { inputs } else { &self.units[at - 1] };
            let x = casts::by_sample(self.recipe.products(), x, layer.inputs, &mut self.left);
            let biases = parameters.get(layer.biases()..layer.end()).unwrap_or_default();
            for row in x.chunks_exact(layer.inputs) {
                for (weights, bias) in self.weights[at].chunks_exact(layer.inputs).zip(biases) {
                    let sum = dot(F32x4::splat(*bias), weights, row);
                    out.push(if at + 1 < self.layers.len() { tanh(sum) } else { sum });
                }
            }
            self.units[at] = out;
        }
        &self.units[2]
    }

    /// The gradient of the mean loss over a batch, into `gradient`, which has a place for each parameter.
    pub fn gradient(&mut self, parameters: &[f32], batch: &Batch, gradient: &mut [f32]) {
        self.load(parameters);
        self.forward(parameters, &batch.inputs);
        self.parts.fill(F32x4::ZERO);
        self.delta.clear();
        for ((logit, kind), share) in self.units[2].iter().zip(&batch.kinds).zip(&batch.shares) {
            self.delta.push((probability(*logit) - *kind) * *share);
        }
        for at in (0..self.layers.len()).rev() {
            let products = self.recipe.products();
            let layer = self.layers[at];
            let x = if at == 0 { &batch.inputs } else { &self.units[at - 1] };
            let (weights, biases) = self.parts[layer.at..layer.end()].split_at_mut(layer.inputs * layer.outputs);
            of_biases(&self.delta, biases);
            let inputs = casts::by_unit(products, x, layer.inputs, &mut self.left);
            let deltas = casts::by_unit(products, &self.delta, layer.outputs, &mut self.right);
            of_weights(deltas, inputs, layer, weights);
            if at > 0 {
                let deltas = casts::by_sample(products, &self.delta, layer.outputs, &mut self.left);
                of_inputs(deltas, &self.weights[at], layer, &mut self.below);
                let slope = |unit: &F32x4| F32x4::splat(1.0) - *unit * *unit;
                self.below.iter_mut().zip(x).for_each(|(below, unit)| *below = *below * slope(unit));
                core::mem::swap(&mut self.delta, &mut self.below);
            }
        }
        gradient.iter_mut().zip(&self.parts).for_each(|(sum, parts)| *sum = parts.sum());
    }

    /// What is multiplied.
    #[must_use]
    pub const fn products(&self) -> Products {
        self.recipe.products()
    }
}

/// σ(x) = (1 + tanh(x / 2)) / 2.
#[must_use]
pub fn probability(logit: F32x4) -> F32x4 {
    let half = F32x4::splat(0.5);
    half + half * tanh(half * logit)
}

/// `from` + Σ weight × unit.
#[inline(always)]
fn dot(from: F32x4, weights: &[f32], row: &[F32x4]) -> F32x4 {
    weights.iter().zip(row).fold(from, |sum, (weight, unit)| sum + F32x4::splat(*weight) * *unit)
}

/// Adds to the gradients of the biases.
fn of_biases(deltas: &[F32x4], biases: &mut [F32x4]) {
    for row in deltas.chunks_exact(biases.len()) {
        biases.iter_mut().zip(row).for_each(|(bias, delta)| *bias = *bias + *delta);
    }
}

/// Adds to the gradients of the weights: contracted along the batch (Wgrad).
fn of_weights(deltas: &[F32x4], inputs: &[F32x4], layer: Layer, weights: &mut [F32x4]) {
    for (deltas, inputs) in deltas.chunks_exact(layer.outputs).zip(inputs.chunks_exact(layer.inputs)) {
        for (weights, delta) in weights.chunks_exact_mut(layer.inputs).zip(deltas) {
            weights.iter_mut().zip(inputs).for_each(|(weight, input)| *weight = *weight + *delta * *input);
        }
    }
}

/// The gradients of what goes in: contracted along the outputs (Dgrad).
fn of_inputs(deltas: &[F32x4], weights: &[f32], layer: Layer, below: &mut Vec<F32x4>) {
    below.clear();
    for deltas in deltas.chunks_exact(layer.outputs) {
        let from = below.len();
        below.resize(from + layer.inputs, F32x4::ZERO);
        for (weights, delta) in weights.chunks_exact(layer.inputs).zip(deltas) {
            let row = below[from..].iter_mut().zip(weights);
            row.for_each(|(below, weight)| *below = *below + F32x4::splat(*weight) * *delta);
        }
    }
}
