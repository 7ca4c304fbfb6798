//! Keys and values kept as a few numbers a token, along directions that fit a text best.

use core::ops::Range;
use std::rc::Rc;

use frugal_kernels::dot;

use super::layer::Layer;
use super::matrix::{Matrix, products};
use super::svd::svd;

/// What shares one set of directions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sharing {
    /// The keys and values of all heads: one small vector a token, as in MLA.
    Joint,
    /// The keys of all heads; and apart from them the values of all heads.
    Separate,
    /// The key and value of one head; each head has its own.
    PerHead,
}

impl Sharing {
    /// All.
    pub const ALL: [Self; 3] = [Self::Joint, Self::Separate, Self::PerHead];

    /// The columns of the keys and values that share directions, for each set.
    #[must_use]
    pub fn sets(self, layer: &Layer) -> Vec<Vec<Range<usize>>> {
        let width = layer.heads * layer.head_dim;
        match self {
            Self::Joint => vec![vec![0..2 * width]],
            Self::Separate => vec![vec![0..width], vec![width..2 * width]],
            Self::PerHead => {
                let of = |head| layer.head(head);
                (0..layer.heads).map(|head| vec![of(head), of(head).start + width..of(head).end + width]).collect()
            }
        }
    }
}

/// Which tokens choose the directions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fit {
    /// All; the error is theirs.
    All,
    /// Every second one, from the first on; the error is that of the others.
    Half,
}

impl Fit {
    fn chooses(self, token: usize) -> bool {
        self == Self::All || token.is_multiple_of(2)
    }

    fn measures(self, token: usize) -> bool {
        self == Self::All || !token.is_multiple_of(2)
    }
}

/// One set of directions: what they are, and every token along them.
#[derive(Clone, Debug, PartialEq)]
pub struct Block {
    columns: Vec<Range<usize>>,
    /// Singular values of the tokens that chose.
    values: Vec<f64>,
    /// Singular values of the tokens that are measured: what the best directions for them would leave.
    best: Vec<f64>,
    /// Width × directions.
    directions: Matrix,
    /// Tokens × directions: `c = Vᵀ [k; v]`, what a cache would keep.
    kept: Matrix,
}

impl Block {
    /// The directions for some columns; none if a number is not finite.
    #[must_use]
    pub fn fitted(layer: &Layer, columns: &[Range<usize>], fit: Fit) -> Option<Self> {
        let matrix = layer.keys_values.columns_at(columns);
        let tokens = |choose: fn(Fit, usize) -> bool| {
            matrix.rows_at((0..matrix.rows()).filter(move |token| choose(fit, *token)))
        };
        let chosen = svd(&tokens(Fit::chooses))?;
        let best = match fit {
            Fit::All => chosen.singular_values.clone(),
            Fit::Half => svd(&tokens(Fit::measures))?.singular_values,
        };
        let kept = products(&matrix, &chosen.v.transposed(), matrix.cols());
        Some(Self { columns: columns.to_vec(), values: chosen.singular_values, best, directions: chosen.v, kept })
    }

    fn width(&self) -> usize {
        self.directions.rows()
    }
}

/// Keys and values of a layer along directions, the most worthwhile first.
#[derive(Clone, Debug)]
pub struct Compression {
    blocks: Vec<Rc<Block>>,
    fit: Fit,
    /// The block of each direction, by descending singular value.
    order: Vec<usize>,
    spectrum: Vec<f64>,
    /// For each number of directions, what the best of them would leave of the measured tokens, relative.
    bounds: Vec<f64>,
    /// What these leave, by Pythagoras.
    left: Vec<f64>,
}

impl Compression {
    /// Puts the blocks of all sets together. With several, the numbers of a token go to the directions with the largest
    /// singular values, which is the best division of a budget.
    #[must_use]
    pub fn new(blocks: Vec<Rc<Block>>, fit: Fit, layer: &Layer) -> Self {
        let (spectrum, order) = merged(&blocks, |block| &block.values);
        let (best, _) = merged(&blocks, |block| &block.best);
        let bounds = tails(&best);
        let mut whole = Self { blocks, fit, order, spectrum, bounds, left: Vec::new() };
        whole.left = match fit {
            Fit::All => whole.bounds.clone(),
            Fit::Half => whole.left_of_the_others(layer),
        };
        whole
    }

    /// What the directions leave of tokens that did not choose them: all squares less those along the directions.
    fn left_of_the_others(&self, layer: &Layer) -> Vec<f64> {
        let tokens = || (0..layer.keys_values.rows()).filter(|token| self.fit.measures(*token));
        let all: f64 = tokens().map(|token| dot(layer.keys_values.row(token), layer.keys_values.row(token))).sum();
        let mut next = vec![0; self.blocks.len()];
        let mut left = vec![all];
        for block in &self.order {
            let column = next[*block];
            next[*block] += 1;
            let along = |token| self.blocks[*block].kept.row(token)[column];
            let squares: f64 = tokens().map(|token| along(token) * along(token)).sum();
            left.push((left[left.len() - 1] - squares).max(0.0));
        }
        left.into_iter().map(|left| if all > 0.0 { f64::sqrt(left / all) } else { 0.0 }).collect()
    }

    /// Singular values of the tokens that chose, descending.
    #[must_use]
    pub fn spectrum(&self) -> &[f64] {
        &self.spectrum
    }

    /// Directions of each block among the first `rank`.
    fn shares(&self, rank: usize) -> Vec<usize> {
        let mut shares = vec![0; self.blocks.len()];
        for block in self.order.iter().take(rank) {
            shares[*block] += 1;
        }
        shares
    }

    /// Numbers of the directions themselves, for the first `rank`.
    #[must_use]
    pub fn basis_numbers(&self, rank: usize) -> usize {
        self.order.iter().take(rank).map(|block| self.blocks[*block].width()).sum()
    }

    /// The least error that `rank` such directions, whichever, could leave of the measured tokens, relative to them.
    ///
    /// Source: Eckart and Young, Psychometrika 1 (1936): `√(σ²ᵣ₊₁ + σ²ᵣ₊₂ + …) / ‖A‖`.
    #[must_use]
    pub fn bound(&self, rank: usize) -> f64 {
        self.bounds.get(rank).copied().unwrap_or(0.0)
    }

    /// What these directions leave of the measured tokens, relative, for any number of them; all of them for more.
    #[must_use]
    pub fn left(&self, rank: usize) -> f64 {
        self.left.get(rank).or(self.left.last()).copied().unwrap_or(0.0)
    }

    /// The keys and values from `rank` numbers a token.
    #[must_use]
    pub fn rebuilt(&self, rank: usize, layer: &Layer) -> Matrix {
        let mut whole = Matrix::zeros(layer.keys_values.rows(), layer.keys_values.cols());
        for (block, share) in self.blocks.iter().zip(self.shares(rank)) {
            let part = products(&block.kept, &block.directions, share);
            whole.put_columns(&block.columns, &part);
        }
        whole
    }

    /// `‖A − Ã‖ / ‖A‖` over the measured tokens, in the Frobenius norm: measured, not predicted. 0 for a zero matrix.
    #[must_use]
    pub fn error(&self, rebuilt: &Matrix, layer: &Layer) -> f64 {
        let (mut off, mut all) = (0.0, 0.0);
        for token in (0..layer.keys_values.rows()).filter(|token| self.fit.measures(*token)) {
            for (x, y) in layer.keys_values.row(token).iter().zip(rebuilt.row(token)) {
                off += (x - y) * (x - y);
                all += x * x;
            }
        }
        if all > 0.0 { f64::sqrt(off / all) } else { 0.0 }
    }
}

/// `√(σ²ᵣ₊₁ + σ²ᵣ₊₂ + …)` over that with r = 0, for each r.
fn tails(values: &[f64]) -> Vec<f64> {
    // From the smallest up: small squares are not lost in a large sum.
    let mut left = vec![0.0; values.len() + 1];
    for (at, value) in values.iter().enumerate().rev() {
        left[at] = left[at + 1] + value * value;
    }
    let all = left[0];
    left.into_iter().map(|left| if all > 0.0 { f64::sqrt(left / all) } else { 0.0 }).collect()
}

/// The values of all blocks, descending, and the block of each; equal ones in the order of the blocks.
fn merged(blocks: &[Rc<Block>], values: impl Fn(&Block) -> &[f64]) -> (Vec<f64>, Vec<usize>) {
    let mut next = vec![0; blocks.len()];
    let (mut merged, mut order) = (Vec::new(), Vec::new());
    loop {
        let mut largest: Option<(f64, usize)> = None;
        for (at, block) in blocks.iter().enumerate() {
            if let Some(value) = values(block).get(next[at])
                && largest.is_none_or(|(most, _)| *value > most)
            {
                largest = Some((*value, at));
            }
        }
        let Some((value, at)) = largest else { return (merged, order) };
        next[at] += 1;
        merged.push(value);
        order.push(at);
    }
}
