//! What is lost: the same error measured three ways.

use super::{Scaled, Tensor};

/// Which numbers are left out when "the others" are measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Others {
    /// None: all are others.
    All,
    /// One channel.
    Channel(usize),
    /// One number, by its position.
    Cell(usize),
}

/// Energy of a signal and of its error, summed in the order of the tensor.
#[derive(Clone, Copy, Debug, Default)]
struct Energy {
    signal: f64,
    error: f64,
}

impl Energy {
    fn add(&mut self, other: Self) {
        self.signal += other.signal;
        self.error += other.error;
    }

    /// Signal over error in decibels; infinite without an error.
    fn decibels(self) -> f64 {
        if self.error == 0.0 { f64::INFINITY } else { 10.0 * libm::log10(self.signal / self.error) }
    }
}

/// What is lost. Decibels are ten times the logarithm of signal energy over error energy, infinite without an error.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Quality {
    /// Over the whole tensor, where large numbers count most.
    pub sqnr_db: f64,
    /// Over all but the outlier.
    pub sqnr_db_others: f64,
    /// The mean over tokens of each one's own; tokens of zeros are left out.
    pub sqnr_db_per_token: f64,
    /// Share of the numbers other than zero that became zero.
    pub flushed: f64,
    /// How many these are.
    pub flushed_count: usize,
    /// Share of the numbers that lay beyond the largest value.
    pub saturated: f64,
    /// Largest error over its number, among the numbers other than zero.
    pub max_relative_error: f64,
}

/// Sums of one row.
#[derive(Default)]
struct Row {
    others: Energy,
    outlier: Energy,
    flushed: usize,
    nonzero: usize,
    worst: f32,
}

fn row(numbers: &[f32], kept: &[f32], outlier: Option<usize>) -> Row {
    let mut row = Row::default();
    for (at, (&x, &v)) in numbers.iter().zip(kept).enumerate() {
        let error = f64::from(x) - f64::from(v);
        let energy = Energy { signal: f64::from(x) * f64::from(x), error: error * error };
        // Never subtracted from a total: an outlier's energy would swallow theirs.
        if outlier == Some(at) {
            row.outlier.add(energy);
        } else {
            row.others.add(energy);
        }
        if x != 0.0 {
            row.nonzero += 1;
            row.flushed += usize::from(v == 0.0);
            row.worst = row.worst.max((error as f32 / x).abs());
        }
    }
    row
}

/// Measures what was lost between a tensor and what is read back.
#[must_use]
pub fn quality(tensor: &Tensor, scaled: &Scaled, others: Others) -> Quality {
    let columns = tensor.columns.max(1);
    let (mut all, mut rest) = (Energy::default(), Energy::default());
    let (mut tokens, mut decibels) = (0_usize, 0.0);
    let (mut flushed_count, mut nonzero, mut worst) = (0, 0, 0.0_f32);
    let rows = tensor.values.chunks_exact(columns).zip(scaled.values.chunks_exact(columns));
    for (at, (numbers, kept)) in rows.enumerate() {
        let outlier = match others {
            Others::All => None,
            Others::Channel(channel) => Some(channel),
            Others::Cell(cell) => (cell / columns == at).then_some(cell % columns),
        };
        let row = row(numbers, kept, outlier);
        let mut token = row.others;
        token.add(row.outlier);
        all.add(token);
        rest.add(row.others);
        flushed_count += row.flushed;
        nonzero += row.nonzero;
        worst = worst.max(row.worst);
        if token.signal > 0.0 {
            tokens += 1;
            decibels += token.decibels();
        }
    }
    let share = |count: usize, of: usize| if of == 0 { 0.0 } else { count as f64 / of as f64 };
    Quality {
        sqnr_db: all.decibels(),
        sqnr_db_others: rest.decibels(),
        sqnr_db_per_token: if tokens == 0 { f64::INFINITY } else { decibels / tokens as f64 },
        flushed: share(flushed_count, nonzero),
        flushed_count,
        saturated: share(scaled.saturated, tensor.values.len()),
        max_relative_error: f64::from(worst),
    }
}
