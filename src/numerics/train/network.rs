//! The network: forward and backward over a batch, four samples at a time.

use frugal_kernels::{Lanes, perceptron};

use super::casts;
use super::recipe::Recipe;
use crate::numerics::rng::SplitMix64;

/// Samples in a lane vector.
pub const LANES: usize = 4;

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

/// How many weights and biases they have.
#[must_use]
pub const fn parameter_count(hidden: usize) -> usize {
    layers(hidden)[2].end()
}

/// Samples, four in a lane vector.
#[derive(Clone, Debug, Default)]
pub struct Batch {
    /// Two coordinates for each four samples.
    inputs: Vec<Lanes>,
    /// The kinds, 0 or 1, of each four samples.
    kinds: Vec<Lanes>,
    /// What each sample counts in the mean; 0 for lanes that hold none.
    shares: Vec<Lanes>,
}

impl Batch {
    /// Takes these samples instead.
    pub fn fill(&mut self, samples: impl ExactSizeIterator<Item = ([f32; 2], f32)>) {
        let (count, mut samples) = (samples.len(), samples);
        let share = 1.0 / count.max(1) as f32;
        self.inputs.clear();
        self.kinds.clear();
        self.shares.clear();
        for _ in 0..count.div_ceil(LANES) {
            let [mut x, mut y, mut kinds, mut shares] = [[0.0; LANES]; 4];
            for (lane, ([first, second], kind)) in samples.by_ref().take(LANES).enumerate() {
                (x[lane], y[lane], kinds[lane], shares[lane]) = (first, second, kind, share);
            }
            self.inputs.extend([Lanes::new(x), Lanes::new(y)]);
            self.kinds.push(Lanes::new(kinds));
            self.shares.push(Lanes::new(shares));
        }
    }

    /// Coordinates of four samples each, x and y in turn.
    #[must_use]
    pub fn inputs(&self) -> &[Lanes] {
        &self.inputs
    }
}

/// A network of one width under one recipe, with room to compute in; its parameters are the caller's.
#[derive(Clone, Debug)]
pub struct Network {
    layers: [Layer; 3],
    recipe: Recipe,
    /// Weights as they are multiplied.
    weights: [Vec<f32>; 3],
    /// What each layer gives, not rounded; the last one holds the logits.
    units: [Vec<Lanes>; 3],
    /// Factors, rounded.
    left: Vec<Lanes>,
    right: Vec<Lanes>,
    /// Gradients of a layer's sums, and of those below.
    delta: Vec<Lanes>,
    below: Vec<Lanes>,
    /// Gradients of weights, a part in each lane.
    parts: Vec<Lanes>,
}

impl Network {
    /// A network 2 → `hidden` → `hidden` → 1.
    #[must_use]
    pub fn new(hidden: usize, recipe: Recipe) -> Self {
        Self {
            layers: layers(hidden.max(1)),
            recipe,
            weights: Default::default(),
            units: Default::default(),
            left: Vec::new(),
            right: Vec::new(),
            delta: Vec::new(),
            below: Vec::new(),
            parts: Vec::new(),
        }
    }

    /// Parameters to start from: weights uniform within ±√(6 / (inputs + outputs)) (Glorot and Bengio, AISTATS 2010,
    /// equation 16), biases 0.
    #[must_use]
    pub fn start(&self, seed: u64) -> Vec<f32> {
        let mut rng = SplitMix64::new(seed ^ 0x0077_6569_6768_7473);
        let mut parameters = Vec::new();
        for layer in self.layers {
            let reach = f64::sqrt(6.0 / (layer.inputs + layer.outputs) as f64);
            parameters.extend((layer.at..layer.biases()).map(|_| (reach * (2.0 * rng.uniform() - 1.0)) as f32));
            parameters.resize(layer.end(), 0.0);
        }
        parameters
    }

    /// The logit of each sample. `parameters` has a place for each weight and bias, `inputs` two lane vectors for each
    /// four samples.
    pub fn forward(&mut self, parameters: &[f32], inputs: &[Lanes]) -> &[Lanes] {
        let (products, storage) = (self.recipe.products(), self.recipe.storage());
        for at in 0..self.layers.len() {
            let layer = self.layers[at];
            let own = parameters.get(layer.at..layer.end()).unwrap_or_default();
            let (own, biases) = own.split_at(own.len().saturating_sub(layer.outputs));
            casts::weights(products, storage, own, &mut self.weights[at]);
            let mut out = core::mem::take(&mut self.units[at]);
            out.resize(inputs.len() / 2 * layer.outputs, Lanes::splat(0.0));
            let x = if at == 0 { inputs } else { &self.units[at - 1] };
            let x = casts::by_sample(products, x, layer.inputs, &mut self.left);
            if at + 1 < self.layers.len() {
                perceptron::forward::<false>(x, &self.weights[at], biases, &mut out);
            } else {
                perceptron::forward::<true>(x, &self.weights[at], biases, &mut out);
            }
            self.units[at] = out;
        }
        &self.units[2]
    }

    /// The gradient of the mean loss over a batch, into `gradient`, which has a place for each parameter.
    pub fn gradient(&mut self, parameters: &[f32], batch: &Batch, gradient: &mut [f32]) {
        self.forward(parameters, &batch.inputs);
        let (products, none) = (self.recipe.products(), Lanes::splat(0.0));
        self.delta.resize(batch.kinds.len(), none);
        perceptron::of_logits(&self.units[2], &batch.kinds, &batch.shares, &mut self.delta);
        for at in (0..self.layers.len()).rev() {
            let layer = self.layers[at];
            let x = if at == 0 { &batch.inputs } else { &self.units[at - 1] };
            let own = gradient.get_mut(layer.at..layer.end()).unwrap_or_default();
            let (of_weights, of_biases) = own.split_at_mut(own.len().saturating_sub(layer.outputs));
            perceptron::of_biases(&self.delta, of_biases);
            let inputs = casts::by_unit(products, x, layer.inputs, &mut self.left);
            let deltas = casts::by_unit(products, &self.delta, layer.outputs, &mut self.right);
            self.parts.resize(of_weights.len(), none);
            perceptron::of_weights(deltas, inputs, layer.outputs, &mut self.parts, of_weights);
            if at > 0 {
                let deltas = casts::by_sample(products, &self.delta, layer.outputs, &mut self.right);
                self.below.resize(x.len(), none);
                perceptron::of_inputs(deltas, &self.weights[at], layer.outputs, x, &mut self.below);
                core::mem::swap(&mut self.delta, &mut self.below);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_batch_fills_whole_vectors_with_samples_that_count_nothing() {
        let mut batch = Batch::default();
        batch.fill((0..10).map(|n| ([n as f32, -1.0], 1.0)));
        assert_eq!((batch.inputs.len(), batch.kinds.len()), (6, 3));
        assert_eq!(Lanes::to_array(batch.shares[2]), [0.1, 0.1, 0.0, 0.0]);
        assert_eq!(Lanes::to_array(batch.inputs[4]), [8.0, 9.0, 0.0, 0.0]);
        batch.fill(core::iter::empty());
        assert!(batch.inputs.is_empty());
    }

    #[test]
    fn layers_fill_the_parameters() {
        assert_eq!(parameter_count(16), 2 * 16 + 16 + 16 * 16 + 16 + 16 + 1);
        let start = Network::new(8, Recipe::Fp32).start(1);
        assert_eq!(start.len(), parameter_count(8));
        assert!(start[16..24].iter().all(|bias| *bias == 0.0) && start[..16].iter().all(|weight| *weight != 0.0));
    }
}
