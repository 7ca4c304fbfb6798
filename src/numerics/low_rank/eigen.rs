//! Eigenvectors of a symmetric matrix: Householder tridiagonalisation, then implicit QL.

use frugal_kernels::{dot, rotate};

use super::matrix::Matrix;

/// Steps of the QL iteration that an eigenvalue may take; it takes two as a rule.
const MOST_STEPS: usize = 60;

/// Squares up to this one have too few digits for a reflector that is orthogonal to rounding, and count as zero.
const NOTHING: f64 = f64::MIN_POSITIVE / f64::EPSILON;

/// Eigenvalues of a symmetric matrix, and as the rows of a matrix their orthonormal eigenvectors, in no order.
///
/// The largest entry has to be neither tiny nor huge. Should the iteration not converge, the rows are orthonormal all
/// the same.
///
/// Source: Golub and Van Loan, Matrix Computations, 4th edition, algorithms 8.3.1 and 8.3.2; the shift and the
/// rotations as in Bowdler, Martin, Reinsch, Wilkinson, Numer. Math. 11 (1968), 293–306 (`tql2`).
pub fn eigenvectors(mut symmetric: Matrix) -> (Vec<f64>, Matrix) {
    let size = symmetric.rows();
    let (reflectors, mut diagonal, mut beside) = tridiagonal(&mut symmetric);
    let mut vectors = accumulated(&reflectors, size);
    implicit_ql(&mut diagonal, &mut beside, &mut vectors);
    (diagonal, vectors)
}

/// `H = 1 − β v vᵀ`; `v` is zero before `from`.
struct Reflector {
    from: usize,
    beta: f64,
    vector: Vec<f64>,
}

/// Reduces to tridiagonal form; returns the reflectors, the diagonal, and what stands beside it.
fn tridiagonal(matrix: &mut Matrix) -> (Vec<Reflector>, Vec<f64>, Vec<f64>) {
    let size = matrix.rows();
    let mut reflectors = Vec::with_capacity(size);
    let (mut diagonal, mut beside) = (Vec::with_capacity(size), vec![0.0; size]);
    for (at, beside) in beside.iter_mut().enumerate() {
        diagonal.push(matrix.row(at)[at]);
        let from = at + 1;
        if from >= size {
            break;
        }
        let mut vector = matrix.row(at)[from..].to_vec();
        let norm = f64::sqrt(dot(&vector, &vector));
        let head = vector[0];
        let to = if head > 0.0 { -norm } else { norm };
        *beside = to;
        vector[0] = head - to;
        let square = dot(&vector, &vector);
        if square > NOTHING {
            let beta = 2.0 / square;
            reflect_both_sides(matrix, from, &vector, beta);
            reflectors.push(Reflector { from, beta, vector });
        } else {
            *beside = 0.0;
        }
    }
    (reflectors, diagonal, beside)
}

/// `A ← H A H` in the rows and columns from `from`: `A − v wᵀ − w vᵀ`.
fn reflect_both_sides(matrix: &mut Matrix, from: usize, vector: &[f64], beta: f64) {
    let size = matrix.rows();
    let mut image: Vec<f64> = (from..size).map(|row| beta * dot(&matrix.row(row)[from..], vector)).collect();
    let half = 0.5 * beta * dot(&image, vector);
    for (w, v) in image.iter_mut().zip(vector) {
        *w -= half * v;
    }
    for (row, (v_row, w_row)) in (from..size).zip(vector.iter().zip(&image)) {
        subtract_both(&mut matrix.row_mut(row)[from..], (*v_row, &image), (*w_row, vector));
    }
}

/// `row − x a − y b`.
fn subtract_both(row: &mut [f64], (x, a): (f64, &[f64]), (y, b): (f64, &[f64])) {
    for (entry, (a, b)) in row.iter_mut().zip(a.iter().zip(b)) {
        *entry -= x * a + y * b;
    }
}

/// The transposed product of the reflectors: its rows are the basis in which the matrix is tridiagonal.
fn accumulated(reflectors: &[Reflector], size: usize) -> Matrix {
    let mut basis = Matrix::zeros(size, size);
    for at in 0..size {
        basis.row_mut(at)[at] = 1.0;
    }
    // Each acts on the rows and columns from its own on; what lies before is still the identity.
    for reflector in reflectors.iter().rev() {
        for row in reflector.from..size {
            let row = &mut basis.row_mut(row)[reflector.from..];
            let along = reflector.beta * dot(row, &reflector.vector);
            for (entry, v) in row.iter_mut().zip(&reflector.vector) {
                *entry -= along * v;
            }
        }
    }
    basis
}

/// Diagonalises, turning the rows of `vectors` along.
fn implicit_ql(diagonal: &mut [f64], beside: &mut [f64], vectors: &mut Matrix) {
    for first in 0..diagonal.len() {
        for _ in 0..MOST_STEPS {
            let small = |at: usize| {
                let scale = diagonal[at].abs() + diagonal[at + 1].abs();
                beside[at].abs() <= f64::EPSILON * scale
            };
            let last = (first..diagonal.len() - 1).find(|at| small(*at)).unwrap_or(diagonal.len() - 1);
            if last == first {
                break;
            }
            ql_step(diagonal, beside, vectors, first, last);
        }
    }
}

/// One implicit step on the rows from `first` to `last`.
fn ql_step(diagonal: &mut [f64], beside: &mut [f64], vectors: &mut Matrix, first: usize, last: usize) {
    let half = (diagonal[first + 1] - diagonal[first]) / (2.0 * beside[first]);
    let root = libm::hypot(half, 1.0);
    let shift = diagonal[first] - beside[first] / (half + if half < 0.0 { -root } else { root });
    let mut g = diagonal[last] - shift;
    let (mut s, mut c, mut p) = (1.0, 1.0, 0.0);
    for at in (first..last).rev() {
        let (f, b) = (s * beside[at], c * beside[at]);
        let r = libm::hypot(f, g);
        beside[at + 1] = r;
        if r == 0.0 {
            diagonal[at + 1] -= p;
            beside[last] = 0.0;
            return;
        }
        (s, c) = (f / r, g / r);
        let before = diagonal[at + 1] - p;
        let turned = (diagonal[at] - before) * s + 2.0 * c * b;
        p = s * turned;
        diagonal[at + 1] = before + p;
        g = c * turned - b;
        let (low, high) = vectors.two_rows(at, at + 1);
        rotate(low, high, c, s);
    }
    diagonal[first] -= p;
    beside[first] = g;
    beside[last] = 0.0;
}
