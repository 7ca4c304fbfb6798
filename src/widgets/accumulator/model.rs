//! What is computed from a state.

use std::rc::Rc;

use super::state::State;
use crate::numerics::accumulate::{
    Accumulator, Exact, GROUP, Group, MOST, Method, Signs, State as Sum, group, products,
};

/// Everything that is drawn and said.
#[derive(Clone, Debug)]
pub struct Computed {
    /// What the products were made of.
    made_of: (Signs, u32),
    /// All products that there can be.
    products: Rc<Vec<f64>>,
    /// The sum after each group.
    pub run: Vec<Sum>,
    /// The exact sum after each group.
    pub exact_run: Vec<f64>,
    /// The exact sum.
    pub exact: f64,
    /// The sum as it is read out.
    pub sum: f64,
    /// Error over the exact sum.
    pub relative_error: f64,
    /// Largest error on the way over the largest exact sum on the way.
    pub worst_partial_error: f64,
    /// Error over the root of the sum of squares.
    pub error_over_rms: f64,
    /// Mean magnitude of the products.
    pub mean: f64,
    /// Exponent of the register's last place after the last product, before it is emptied.
    pub last_place: i32,
    /// The group that is shown.
    pub group: Group,
    /// Errors against the number of products, a line for each way to carry out the sum.
    pub curves: Vec<Curve>,
}

/// Errors against the number of products.
#[derive(Clone, Debug)]
pub struct Curve {
    /// How the sum is carried out.
    pub method: Method,
    /// Whether it is the one that is set.
    pub own: bool,
    /// After each group of all products that there can be, the error over the size of the sum: the exact sum where all
    /// products are positive, the root of the sum of squares where they cancel.
    pub errors: Rc<Vec<f64>>,
    /// The same after the products that are added.
    pub error: f64,
}

/// The exact sum and the sum of squares after each group.
fn exact_sums(products: &[f64]) -> (Vec<f64>, Vec<f64>) {
    let (mut sum, mut squares) = (Exact::default(), 0.0);
    let after = |group: &[f64]| {
        for product in group {
            sum.add(*product);
            squares += product * product;
        }
        (sum.value(), squares)
    };
    products.chunks(GROUP).map(after).unzip()
}

/// The way that is set, the same without and with promotion, and the same width rounded to nearest.
fn methods(state: &State) -> Vec<(Method, bool)> {
    let own = state.method();
    let mut methods = vec![(own, true)];
    let mut offer = |method: Method| {
        if !methods.iter().any(|(known, _)| *known == method) {
            methods.push((method, false));
        }
    };
    offer(Method { promote_every: if own.promote_every.is_some() { None } else { Some(128) }, ..own });
    offer(Method { accumulator: Accumulator::Bits14Nearest, promote_every: None, ..own });
    methods
}

/// The error over the size of the sum.
fn error(signs: Signs, sum: f64, exact: f64, squares: f64) -> f64 {
    let size = match signs {
        Signs::Positive => exact,
        Signs::Mixed => f64::sqrt(squares),
    };
    ((sum - exact) / size).abs()
}

/// The error after each group.
fn errors(method: Method, signs: Signs, products: &[f64]) -> Vec<f64> {
    let (exact, squares) = exact_sums(products);
    let sums = method.run(products).into_iter().map(|state| state.sum);
    sums.zip(exact.into_iter().zip(squares)).map(|(sum, (exact, squares))| error(signs, sum, exact, squares)).collect()
}

/// The register before a group, counted from 0: zero where it was just emptied.
fn register_before(run: &[Sum], group: usize) -> f64 {
    let promotions = |at: Option<usize>| at.and_then(|at| run.get(at)).map_or(0, |sum| sum.promotions);
    let Some(last) = group.checked_sub(1) else { return 0.0 };
    let emptied = promotions(Some(last)) > promotions(last.checked_sub(1));
    if emptied { 0.0 } else { run.get(last).map_or(0.0, |sum| sum.register) }
}

/// Computes everything; takes over the products of the model before where they are the same.
#[must_use]
pub fn compute(state: &State, before: Option<&Computed>) -> Computed {
    let made_of = (state.signs, state.seed);
    let all = match before.filter(|before| before.made_of == made_of) {
        Some(before) => before.products.clone(),
        None => Rc::new(products(MOST, state.signs, u64::from(state.seed))),
    };
    let own = &all[..all.len().min(state.k as usize)];
    let (exact_run, squares) = exact_sums(own);
    let run = state.method().run(own);
    let shown = state.shown() as usize - 1;
    let register = register_before(&run, shown);
    let groups = own.chunks(GROUP).nth(shown).unwrap_or_default();
    let last = |values: &[f64]| values.last().copied().unwrap_or(0.0);
    let (sum, exact) = (run.last().map_or(0.0, |state| state.sum), last(&exact_run));
    let most = exact_run.iter().fold(0.0_f64, |most, sum| most.max(sum.abs()));
    let worst = run.iter().zip(&exact_run).fold(0.0_f64, |worst, (state, exact)| worst.max((state.sum - exact).abs()));
    let known = before.filter(|before| before.made_of == made_of);
    let curve = |(method, is_own): (Method, bool)| {
        let same = known.and_then(|before| before.curves.iter().find(|curve| curve.method == method));
        let errors = same.map_or_else(|| Rc::new(errors(method, state.signs, &all)), |curve| curve.errors.clone());
        let here = if is_own { sum } else { method.run(own).last().map_or(0.0, |last| last.sum) };
        Curve { method, own: is_own, errors, error: error(state.signs, here, exact, last(&squares)) }
    };
    let curves = methods(state).into_iter().map(curve).collect();
    Computed {
        made_of,
        relative_error: ((sum - exact) / exact).abs(),
        worst_partial_error: worst / most,
        error_over_rms: (sum - exact).abs() / f64::sqrt(last(&squares)),
        mean: own.iter().map(|product| product.abs()).sum::<f64>() / own.len().max(1) as f64,
        last_place: state.accumulator.last_place(run.last().map_or(0.0, |state| state.register)),
        group: group(state.method(), register, groups),
        products: all,
        run,
        exact_run,
        exact,
        sum,
        curves,
    }
}
