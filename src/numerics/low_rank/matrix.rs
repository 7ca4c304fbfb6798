//! Dense matrices, row after row, and the one product that everything here is made of.

use core::ops::Range;

use frugal_kernels::{dot, tile};

/// `rows` × `cols` numbers, row after row.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Matrix {
    rows: usize,
    cols: usize,
    data: Vec<f64>,
}

impl Matrix {
    /// Zeros.
    #[must_use]
    pub fn zeros(rows: usize, cols: usize) -> Self {
        Self { rows, cols, data: vec![0.0; rows * cols] }
    }

    /// The numbers row after row; what is missing is zero, what is too much is dropped.
    #[must_use]
    pub fn new(rows: usize, cols: usize, mut data: Vec<f64>) -> Self {
        data.resize(rows * cols, 0.0);
        Self { rows, cols, data }
    }

    /// Number of rows.
    #[must_use]
    pub const fn rows(&self) -> usize {
        self.rows
    }

    /// Number of columns.
    #[must_use]
    pub const fn cols(&self) -> usize {
        self.cols
    }

    /// All numbers, row after row.
    #[must_use]
    pub fn data(&self) -> &[f64] {
        &self.data
    }

    /// All numbers, row after row.
    pub fn data_mut(&mut self) -> &mut [f64] {
        &mut self.data
    }

    /// A row; empty where there is none.
    #[must_use]
    pub fn row(&self, at: usize) -> &[f64] {
        let from = at.saturating_mul(self.cols);
        self.data.get(from..from.saturating_add(self.cols)).unwrap_or_default()
    }

    /// A row; empty where there is none.
    pub fn row_mut(&mut self, at: usize) -> &mut [f64] {
        let from = at.saturating_mul(self.cols);
        self.data.get_mut(from..from.saturating_add(self.cols)).unwrap_or_default()
    }

    /// Two different rows; empty where there are none.
    pub fn two_rows(&mut self, low: usize, high: usize) -> (&mut [f64], &mut [f64]) {
        let (above, below) = self.data.split_at_mut((high * self.cols).min(self.rows * self.cols));
        let from = low * self.cols;
        let first = above.get_mut(from..from + self.cols).unwrap_or_default();
        (first, below.get_mut(..self.cols).unwrap_or_default())
    }

    /// Rows become columns.
    #[must_use]
    pub fn transposed(&self) -> Self {
        let mut other = Self::zeros(self.cols, self.rows);
        for (at, row) in self.data.chunks_exact(self.cols.max(1)).enumerate() {
            for (column, x) in row.iter().enumerate() {
                other.data[column * self.rows + at] = *x;
            }
        }
        other
    }

    /// Some columns side by side, as far as there are any.
    #[must_use]
    pub fn columns_at(&self, ranges: &[Range<usize>]) -> Self {
        let mut data = Vec::new();
        for at in 0..self.rows {
            data.extend(ranges.iter().flat_map(|range| self.row(at).get(range.clone()).unwrap_or_default()));
        }
        Self { rows: self.rows, cols: data.len().checked_div(self.rows).unwrap_or(0), data }
    }

    /// Puts columns back where [`Matrix::columns_at`] took them.
    pub fn put_columns(&mut self, ranges: &[Range<usize>], columns: &Self) {
        for at in 0..self.rows {
            let mut from = columns.row(at);
            for range in ranges {
                let Some(to) = self.row_mut(at).get_mut(range.clone()) else { continue };
                let Some((part, rest)) = from.split_at_checked(to.len()) else { continue };
                to.copy_from_slice(part);
                from = rest;
            }
        }
    }

    /// The rows at these places.
    #[must_use]
    pub fn rows_at(&self, places: impl Iterator<Item = usize>) -> Self {
        let mut data = Vec::new();
        let mut rows = 0;
        for at in places.filter(|at| *at < self.rows) {
            data.extend_from_slice(self.row(at));
            rows += 1;
        }
        Self { rows, cols: self.cols, data }
    }

    /// Square root of the sum of squares.
    #[must_use]
    pub fn frobenius(&self) -> f64 {
        f64::sqrt(dot(&self.data, &self.data))
    }
}

/// `a bᵀ` over the first `depth` columns of both: entry (i, j) is the inner product of row i of `a` and row j of `b`.
#[must_use]
pub fn products(a: &Matrix, b: &Matrix, depth: usize) -> Matrix {
    fill(a, b, depth, |_| 0)
}

/// `a aᵀ`.
#[must_use]
pub fn gram(a: &Matrix) -> Matrix {
    let mut gram = fill(a, a, a.cols, |at| at - at % 2);
    for at in 0..a.rows {
        for other in 0..at {
            gram.data[at * a.rows + other] = gram.data[other * a.rows + at];
        }
    }
    gram
}

/// The products of rows; in the four rows from `at`, the columns from `first(at)`, which is even.
fn fill(a: &Matrix, b: &Matrix, depth: usize, first: impl Fn(usize) -> usize) -> Matrix {
    let depth = depth.min(a.cols).min(b.cols);
    let mut out = Matrix::zeros(a.rows, b.rows);
    let row = |of: &'_ Matrix, at: usize| at.min(of.rows.saturating_sub(1)) * of.cols;
    for at in (0..a.rows).step_by(4) {
        let left: [&[f64]; 4] = core::array::from_fn(|up| &a.data[row(a, at + up)..][..depth]);
        for column in (first(at)..b.rows).step_by(2) {
            let right: [&[f64]; 2] = core::array::from_fn(|up| &b.data[row(b, column + up)..][..depth]);
            let tile = tile(left, right);
            for (up, pair) in tile.iter().enumerate().take(a.rows - at) {
                let from = (at + up) * b.rows + column;
                let wide = (b.rows - column).min(2);
                out.data[from..from + wide].copy_from_slice(&pair[..wide]);
            }
        }
    }
    out
}
