//! A matrix times many vectors.

use crate::lanes::{Lanes, WIDTH};

/// A matrix that is multiplied with one short vector after another.
#[derive(Clone, Debug)]
pub struct Projection {
    inputs: usize,
    /// Four rows at a time, column by column.
    blocks: Vec<Lanes>,
}

impl Projection {
    /// `rows`: row-major, `inputs` wide.
    #[must_use]
    #[cfg_attr(target_arch = "wasm32", target_feature(enable = "simd128"))]
    pub fn new(rows: &[f32], inputs: usize) -> Self {
        let inputs = inputs.max(1);
        let mut blocks = Vec::with_capacity(rows.len() / WIDTH + inputs);
        for four in rows.chunks(inputs * WIDTH) {
            let at = |row: usize, column: usize| four.get(row * inputs + column).copied().unwrap_or_default();
            blocks.extend((0..inputs).map(|column| Lanes::new([0, 1, 2, 3].map(|row| at(row, column)))));
        }
        Self { inputs, blocks }
    }

    /// Each row times `x`, the products added in the order of the columns.
    #[cfg_attr(target_arch = "wasm32", target_feature(enable = "simd128"))]
    pub fn apply(&self, x: &[f32], out: &mut [f32]) {
        for (columns, out) in self.blocks.chunks_exact(self.inputs).zip(out.chunks_mut(WIDTH)) {
            let mut sum = Lanes::splat(-0.0);
            for (column, x) in columns.iter().zip(x) {
                sum = Lanes::add(sum, Lanes::mul(*column, Lanes::splat(*x)));
            }
            out.iter_mut().zip(Lanes::to_array(sum)).for_each(|(out, sum)| *out = sum);
        }
    }
}
