//! The formulas with the numbers put in.

use yew::prelude::*;

use super::LowRank;
use super::model::{BYTES, Found};
use super::words::{share, small, stored, term, weight};
use crate::i18n::{self, percent};
use crate::numerics::low_rank::Fit;
use crate::ui::{frac, mi, mn, mo, msub, msup, mtext, row};
use crate::widgets::{Formula, View};

/// Pieces that light with a term.
fn lit(view: &View<LowRank>, term: &'static str, pieces: Vec<Html>) -> Html {
    let (onpointerenter, onpointerleave) = view.hover(term);
    html! { <mrow class={classes!(view.lit(term))} {onpointerenter} {onpointerleave}>{ for pieces }</mrow> }
}

fn number(n: usize) -> Html {
    mn(n.to_string())
}

/// What is kept of a token, and what comes back.
fn unfolding(view: &View<LowRank>, found: &Found) -> Formula {
    let pair = |key: Html, value: Html| vec![mo("["), key, mo(";"), value, mo("]")];
    let mut pieces = vec![msub(mi("c"), mi("t")), mo("="), msup(mi("V"), mi("⊤"))];
    pieces.extend(pair(msub(mi("k"), mi("t")), msub(mi("v"), mi("t"))));
    pieces.push(mo(","));
    pieces.extend(pair(msub(mi("k̃"), mi("t")), msub(mi("ṽ"), mi("t"))));
    pieces.extend([mo("="), mi("V"), msub(mi("c"), mi("t")), mo(","), mi("V"), mo(":")]);
    pieces.extend([number(found.numbers()), mo("×"), lit(view, term::RANK, vec![number(found.rank)])]);
    row(pieces)
}

/// Measured error, and the bound.
fn errors(view: &View<LowRank>, found: &Found) -> Formula {
    let norm = |body: Vec<Html>| row([vec![mo("‖")], body, vec![mo("‖")]].concat());
    let measured = frac(norm(vec![mi("A"), mo("−"), mi("Ã")]), norm(vec![mi("A")]));
    let tail = frac(
        row(vec![mo("√"), mo("("), msup(msub(mi("σ"), mi("r+1")), mn("2")), mo("+"), mo("…"), mo(")")]),
        norm(vec![mi("A")]),
    );
    let relation = if view.state.fit == Fit::All { "=" } else { "≥" };
    row(vec![
        measured,
        mo("="),
        lit(view, term::ERROR, vec![mn(share(found.error))]),
        mo(relation),
        tail,
        mo("="),
        lit(view, term::BOUND, vec![mn(share(found.bound))]),
    ])
}

/// How far attention moves.
fn attention(view: &View<LowRank>, found: &Found) -> Formula {
    let text = i18n::low_rank(view.lang);
    let p = |mark: &'static str| msub(mi(mark), mi("ts"));
    row(vec![
        mtext("KL"),
        mo("="),
        frac(mn("1"), number(found.layer.tokens())),
        msub(mo("∑"), mi("ts")),
        p("p"),
        mi("ln"),
        frac(p("p"), p("p′")),
        mo("="),
        lit(view, term::KL, vec![mn(small(found.divergence()))]),
        mtext(["\u{a0}", text.nats].concat()),
        mo(","),
        mi("p"),
        mo("="),
        mi("softmax"),
        mo("("),
        frac(row(vec![mi("q"), msup(mi("k"), mi("⊤"))]), row(vec![mo("√"), number(found.layer.head_dim)])),
        mo(")"),
    ])
}

/// Bytes with and without the directions.
fn bytes(view: &View<LowRank>, found: &Found) -> Formula {
    let tokens = found.layer.tokens();
    let product =
        |factors: [usize; 3]| row(vec![number(factors[0]), mo("×"), number(factors[1]), mo("×"), number(factors[2])]);
    let basis = found.compression.basis_numbers(found.rank);
    row(vec![
        lit(view, term::KEPT, vec![product([BYTES, tokens, found.rank])]),
        mo("+"),
        lit(view, term::BASIS, vec![number(BYTES), mo("×"), number(basis)]),
        mo("="),
        mn(weight(found.kept_bytes() + found.basis_bytes())),
        mo("="),
        mn(percent((found.kept_bytes() + found.basis_bytes()) as f64 / found.full_bytes() as f64, 3)),
        mo("×"),
        lit(view, term::FULL, vec![product([BYTES, tokens, found.numbers()])]),
        mtext(["\u{a0}(", &stored(i18n::low_rank(view.lang)), ")"].concat()),
    ])
}

/// All of them.
pub fn formulas(view: &View<LowRank>) -> Vec<Formula> {
    let Some(found) = &view.model.found else { return Vec::new() };
    vec![unfolding(view, found), errors(view, found), attention(view, found), bytes(view, found)]
}
