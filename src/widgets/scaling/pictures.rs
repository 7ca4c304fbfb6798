//! The tensor, its errors and its scales as colours of cells.

use std::rc::Rc;

use crate::numerics::scaling::{Scaled, Tensor};
use crate::ui::Ramp;

/// Channels that one cell of a picture stands for: a tile of 32 is eight cells wide.
pub const CHANNELS_A_CELL: usize = 4;

/// Errors up to which a cell has a colour: a step every few decibels is what can be told apart.
const LEVELS: [(f64, u8); 5] = [(0.02, 0), (0.05, 3), (0.15, 6), (0.5, 10), (0.999, 13)];
/// Nothing is left.
const LOST: u8 = 15;

/// Sizes within this many standard deviations of the mean of their logarithms are told apart.
const WITHIN: f32 = 2.5;

/// Colours of some sizes by their logarithm; zero has the first.
fn by_logarithm(sizes: &[f32]) -> Rc<Vec<u8>> {
    let logarithms: Vec<f32> = sizes.iter().map(|size| libm::log2f(*size)).collect();
    let known = || logarithms.iter().filter(|logarithm| logarithm.is_finite());
    let count = known().count().max(1) as f32;
    let mean = known().sum::<f32>() / count;
    let variance = known().map(|logarithm| (logarithm - mean) * (logarithm - mean)).sum::<f32>() / count;
    let reach = WITHIN * f32::sqrt(variance);
    let place = |logarithm: &f32| if reach > 0.0 { 0.5 + 0.5 * (logarithm - mean) / reach } else { 0.5 };
    let colour = |logarithm: &f32| match logarithm.is_finite() {
        true => Ramp::Sequential.bin(place(logarithm).into()),
        false => 0,
    };
    Rc::new(logarithms.iter().map(colour).collect())
}

/// The largest magnitude in each cell.
pub fn sizes(tensor: &Tensor) -> Rc<Vec<u8>> {
    let rows = tensor.values.chunks_exact(tensor.columns.max(1));
    let cells = rows.flat_map(|row| row.chunks(CHANNELS_A_CELL));
    let largest: Vec<f32> = cells.map(|cell| cell.iter().fold(0.0_f32, |most, x| most.max(x.abs()))).collect();
    by_logarithm(&largest)
}

/// Root of error energy over signal energy in each cell.
pub fn errors(tensor: &Tensor, scaled: &Scaled) -> Rc<Vec<u8>> {
    let columns = tensor.columns.max(1);
    let rows = tensor.values.chunks_exact(columns).zip(scaled.values.chunks_exact(columns));
    let cells = rows.flat_map(|(row, kept)| row.chunks(CHANNELS_A_CELL).zip(kept.chunks(CHANNELS_A_CELL)));
    let colour = |(numbers, kept): (&[f32], &[f32])| {
        let (mut signal, mut error) = (0.0, 0.0);
        for (x, v) in numbers.iter().zip(kept) {
            signal += f64::from(*x) * f64::from(*x);
            error += (f64::from(*x) - f64::from(*v)) * (f64::from(*x) - f64::from(*v));
        }
        let within = |limit: f64| error <= limit * limit * signal;
        LEVELS.iter().find(|(limit, _)| within(*limit)).map_or(LOST, |(_, colour)| *colour)
    };
    Rc::new(cells.map(colour).collect())
}

/// The scales themselves.
pub fn scales(scaled: &Scaled) -> Rc<Vec<u8>> {
    by_logarithm(&scaled.scales)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::numerics::format::Format;
    use crate::numerics::scaling::{Granularity, Recipe, quantise};

    #[test]
    fn lost_cells_are_the_darkest() {
        let tensor = Tensor { columns: 8, values: vec![127.0, 1.0, 2.0, 3.0, 0.1, 0.2, 0.1, 0.0] };
        let recipe = Recipe { format: Format::INT8, granularity: Granularity::Tensor, power_of_two: false, shift: 0.0 };
        assert_eq!(*errors(&tensor, &quantise(&tensor, recipe)), [0, LOST]);
        let sizes = sizes(&tensor);
        assert!(sizes[0] > 8 && sizes[1] < 8, "{sizes:?}");
    }

    #[test]
    fn nothing_is_no_trouble() {
        assert!(sizes(&Tensor::default()).is_empty());
        assert_eq!(*by_logarithm(&[0.0, 3.0]), [0, 8]);
    }
}
