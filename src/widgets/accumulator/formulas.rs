//! The formulas with the numbers put in.

use yew::prelude::*;

use super::Accumulate;
use super::names::{error, number};
use super::words::term;
use crate::i18n;
use crate::ui::{frac, mi, mn, mo, msub, msup, mtext, row};
use crate::widgets::{Formula, View};

fn lit(view: &View<Accumulate>, term: &'static str, piece: Html) -> Html {
    let (onpointerenter, onpointerleave) = view.hover(term);
    html! { <mrow class={classes!(view.lit(term))} {onpointerenter} {onpointerleave}>{ piece }</mrow> }
}

/// The register's last place while it holds the finished sum.
fn last_place(view: &View<Accumulate>) -> Formula {
    let text = i18n::accumulator(view.lang);
    let behind = view.state.accumulator.bits() - 1;
    let register = view.model.run.last().map_or(0.0, |sum| sum.register);
    let power = |exponent: Html| msup(mn("2"), exponent);
    let log = |inside: Html| row(vec![mo("⌊"), msub(mi("log"), mn("2")), inside, mo("⌋")]);
    let exponent = |inside: Html| row(vec![log(inside), mo("−"), mn(behind.to_string())]);
    row(vec![
        mtext(text.f_step),
        mo("="),
        power(exponent(mi("s"))),
        mo("="),
        power(exponent(mn(number(register.abs())))),
        mo("="),
        lit(view, term::STEP, mn(number(libm::scalbn(1.0, view.model.last_place)))),
    ])
}

/// Error over the exact sum.
fn relative(view: &View<Accumulate>) -> Formula {
    let text = i18n::accumulator(view.lang);
    let (sum, exact) = (mn(number(view.model.sum)), mn(number(view.model.exact)));
    let difference = |a: Html, b: Html| row(vec![mo("|"), a, mo("−"), b, mo("|")]);
    let size = |a: Html| row(vec![mo("|"), a, mo("|")]);
    row(vec![
        mtext(text.f_error),
        mo("="),
        frac(difference(mi("s"), msup(mi("s"), mo("∗"))), size(msup(mi("s"), mo("∗")))),
        mo("="),
        frac(difference(sum, exact.clone()), size(exact)),
        mo("="),
        lit(view, term::ERROR, mn(error(view.model.relative_error))),
    ])
}

/// Last place and error.
pub fn formulas(view: &View<Accumulate>) -> Vec<Formula> {
    vec![last_place(view), relative(view)]
}
