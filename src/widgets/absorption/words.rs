//! The result, as a sentence with live numbers and as plain text.

use yew::prelude::*;

use super::Absorption;
use super::names::Names;
use crate::i18n::{Lang, fill, integer};
use crate::numerics::attention::Order;
use crate::widgets::View;

/// Terms of the sentence: their numbers, marks and symbols light together.
pub mod term {
    /// Multiplications of unfolding.
    pub const EXPAND: &str = "expand";
    /// Multiplications of absorbing.
    pub const ABSORB: &str = "absorb";
    /// The one over the other.
    pub const TIMES: &str = "times";
    /// How far the results are apart.
    pub const DIFFERENCE: &str = "difference";
    /// How far rounding can part them.
    pub const TOLERANCE: &str = "tolerance";
    /// Absorbed queries.
    pub const MATRICES: &str = "matrices";
}

type Values = Vec<(&'static str, String)>;

/// The sentences, with everything but the terms filled in, and the terms.
fn parts(view: &View<Absorption>) -> (String, Values) {
    let (names, computed) = (Names::new(view.lang), &view.model);
    let (text, work) = (names.text, computed.work);
    let fewer = computed.times_fewer();
    let mut sentences = vec![if !computed.equal() {
        text.broken
    } else if fewer < 1.0 {
        text.dearer
    } else if view.state.order == Order::Absorb {
        text.absorbed
    } else {
        text.expanded
    }];
    if computed.equal() {
        sentences.push(text.same);
    }
    if computed.shift > 0.0 {
        sentences.push(text.moved);
    }
    if computed.pending().is_some() {
        sentences.push(text.so_far);
    }
    let said = fill(
        &sentences.join(if view.lang == Lang::Zh { "" } else { " " }),
        &[
            ("queries", &names.queries(work.queries)),
            ("cached", &names.cached(work.cached)),
            ("distance", &computed.trial.distance.to_string()),
            ("position", &integer(computed.trial.first.into())),
            ("shift", &names.apart(computed.shift)),
            ("done", &computed.done.to_string()),
            ("all", &computed.trial.shape.heads.to_string()),
        ],
    );
    let values = vec![
        (term::EXPAND, names.macs(work.macs_expand())),
        (term::ABSORB, names.macs(work.macs_absorb())),
        (term::TIMES, names.times(if fewer < 1.0 { 1.0 / fewer } else { fewer })),
        (term::DIFFERENCE, names.apart(computed.difference)),
        (term::TOLERANCE, names.apart(computed.tolerance)),
        (term::MATRICES, integer(work.folded_queries().into())),
    ];
    (said, values)
}

/// The result with live numbers.
pub fn result(view: &View<Absorption>) -> Html {
    let (sentences, values) = parts(view);
    view.sentence(&sentences, &values)
}

/// The result as it is spoken.
pub fn spoken(view: &View<Absorption>) -> String {
    let (sentences, values) = parts(view);
    let values: Vec<_> = values.iter().map(|(name, value)| (*name, value.as_str())).collect();
    fill(&sentences, &values)
}

/// A token that is not computed cannot be followed.
pub fn remarks(view: &View<Absorption>) -> Vec<String> {
    let tokens = view.model.trial.tokens;
    let beyond = view.state.distance as usize >= tokens;
    let remark = || fill(Names::new(view.lang).text.too_far, &[("tokens", &tokens.to_string())]);
    beyond.then(remark).into_iter().collect()
}
