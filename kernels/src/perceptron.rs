//! The layers of a multilayer perceptron, forward and backward, four samples at a time.
//!
//! Units × samples lie in rows: a row holds, for each unit, four samples. Weights are outputs × inputs. Every sum runs in
//! the order of its index.

use crate::lanes::Lanes;
use crate::tanh::tanh;

/// What comes out of a layer: tanh of bias + Σ weight × input, or the sum itself if it is `LINEAR`.
#[cfg_attr(target_arch = "wasm32", target_feature(enable = "simd128"))]
pub fn forward<const LINEAR: bool>(inputs: &[Lanes], weights: &[f32], biases: &[f32], out: &mut [Lanes]) {
    let (outputs, width) = (biases.len(), weights.len() / biases.len().max(1));
    if width == 0 {
        return;
    }
    for (row, out) in inputs.chunks_exact(width).zip(out.chunks_exact_mut(outputs)) {
        for ((weights, bias), out) in weights.chunks_exact(width).zip(biases).zip(out) {
            let mut sum = Lanes::splat(*bias);
            for (weight, input) in weights.iter().zip(row) {
                sum = Lanes::add(sum, Lanes::mul(Lanes::splat(*weight), *input));
            }
            *out = if LINEAR { sum } else { tanh(sum) };
        }
    }
}

/// σ(x) = (1 + tanh(x / 2)) / 2.
#[inline]
#[must_use]
#[cfg_attr(target_arch = "wasm32", target_feature(enable = "simd128"))]
pub fn probability(logit: Lanes) -> Lanes {
    let half = Lanes::splat(0.5);
    Lanes::add(half, Lanes::mul(half, tanh(Lanes::mul(half, logit))))
}

/// Gradients of the logistic loss: (σ(logit) − kind) × share.
#[cfg_attr(target_arch = "wasm32", target_feature(enable = "simd128"))]
pub fn of_logits(logits: &[Lanes], kinds: &[Lanes], shares: &[Lanes], deltas: &mut [Lanes]) {
    for (((logit, kind), share), delta) in logits.iter().zip(kinds).zip(shares).zip(deltas) {
        *delta = Lanes::mul(Lanes::sub(probability(*logit), *kind), *share);
    }
}

/// Gradients of the biases.
#[cfg_attr(target_arch = "wasm32", target_feature(enable = "simd128"))]
pub fn of_biases(deltas: &[Lanes], gradient: &mut [f32]) {
    let outputs = gradient.len();
    for (at, gradient) in gradient.iter_mut().enumerate() {
        let mut sum = Lanes::splat(0.0);
        for delta in deltas.iter().skip(at).step_by(outputs) {
            sum = Lanes::add(sum, *delta);
        }
        *gradient = Lanes::sum(sum);
    }
}

/// Gradients of the weights: a product contracted along the samples (Wgrad). `parts` has a place for each weight.
#[cfg_attr(target_arch = "wasm32", target_feature(enable = "simd128"))]
pub fn of_weights(deltas: &[Lanes], inputs: &[Lanes], outputs: usize, parts: &mut [Lanes], gradient: &mut [f32]) {
    let width = parts.len() / outputs.max(1);
    if width == 0 {
        return;
    }
    parts.fill(Lanes::splat(0.0));
    for (deltas, inputs) in deltas.chunks_exact(outputs).zip(inputs.chunks_exact(width)) {
        for (parts, delta) in parts.chunks_exact_mut(width).zip(deltas) {
            for (part, input) in parts.iter_mut().zip(inputs) {
                *part = Lanes::add(*part, Lanes::mul(*delta, *input));
            }
        }
    }
    for (part, gradient) in parts.iter().zip(gradient) {
        *gradient = Lanes::sum(*part);
    }
}

/// Gradients of what a layer of tanh below gave: a product contracted along the outputs (Dgrad), times 1 − unit².
#[cfg_attr(target_arch = "wasm32", target_feature(enable = "simd128"))]
pub fn of_inputs(deltas: &[Lanes], weights: &[f32], outputs: usize, units: &[Lanes], below: &mut [Lanes]) {
    let width = weights.len() / outputs.max(1);
    if width == 0 {
        return;
    }
    let rows = deltas.chunks_exact(outputs).zip(units.chunks_exact(width)).zip(below.chunks_exact_mut(width));
    for ((deltas, units), below) in rows {
        below.fill(Lanes::splat(0.0));
        for (weights, delta) in weights.chunks_exact(width).zip(deltas) {
            for (below, weight) in below.iter_mut().zip(weights) {
                *below = Lanes::add(*below, Lanes::mul(Lanes::splat(*weight), *delta));
            }
        }
        for (below, unit) in below.iter_mut().zip(units) {
            let slope = Lanes::sub(Lanes::splat(1.0), Lanes::mul(*unit, *unit));
            *below = Lanes::mul(*below, slope);
        }
    }
}
