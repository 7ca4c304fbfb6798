//! The formulas with the numbers put in.

use yew::prelude::*;

use super::Balance;
use super::names::measure;
use super::words::term;
use crate::i18n::{self, integer, significant};
use crate::numerics::balance::Method;
use crate::ui::{frac, mi, mn, mo, msub, mtext, row};
use crate::widgets::{Formula, View};

/// Pieces that light with a term.
fn lit(view: &View<Balance>, term: &'static str, piece: Html) -> Html {
    let (onpointerenter, onpointerleave) = view.hover(term);
    html! { <mrow class={classes!(view.lit(term))} {onpointerenter} {onpointerleave}>{ piece }</mrow> }
}

/// MaxVio, the mean load, and what the method does.
pub fn formulas(view: &View<Balance>) -> Vec<Formula> {
    let (text, state, model) = (i18n::balance(view.lang), &view.state, &view.model);
    let Some(step) = model.last() else { return Vec::new() };
    let Some(seen) = model.seen(step, state.method) else { return Vec::new() };
    let most = seen.loads.iter().max().copied().unwrap_or(0);
    let mean = model.mean_load(step);
    let vio = seen.max_violation[state.method.index()];
    let (busiest, even) = (mn(integer(most.into())), || mn(measure(mean)));
    let violation = row(vec![
        mtext("MaxVio"),
        mo("="),
        frac(row(vec![mtext(text.f_busiest), mo("−"), mtext(text.f_mean)]), mtext(text.f_mean)),
        mo("="),
        frac(row(vec![busiest, mo("−"), lit(view, term::MEAN, even())]), even()),
        mo("="),
        lit(view, term::VIO, mn(measure(vio))),
    ]);
    let tokens: u32 = seen.loads.iter().sum();
    let open = model.open(step).iter().filter(|open| **open).count();
    let share = row(vec![
        mtext(text.f_mean),
        mo("="),
        frac(mn(integer(tokens.into())), mn(integer(open as u128))),
        mo("="),
        lit(view, term::MEAN, even()),
    ]);
    let mut formulas = vec![violation, share];
    formulas.extend(balancing(view));
    formulas
}

/// What the method does after each step.
fn balancing(view: &View<Balance>) -> Option<Formula> {
    let (text, state) = (i18n::balance(view.lang), &view.state);
    let (b, load) = (|| msub(mi("b"), mi("i")), msub(mi("c"), mi("i")));
    Some(match state.method {
        Method::None => return None,
        Method::Bias => row(vec![
            b(),
            mo("←"),
            b(),
            mo("+"),
            mn(significant(state.gamma, 2)),
            mo("×"),
            mtext(text.f_sign),
            mo("("),
            mtext(text.f_mean),
            mo("−"),
            load,
            mo(")"),
        ]),
        Method::AuxiliarySequence | Method::AuxiliaryBatch => {
            let (f, p) = (msub(mi("f"), mi("i")), msub(mi("P"), mi("i")));
            row(vec![mi("L"), mo("="), mn(significant(state.alpha, 2)), mo("×"), msub(mo("∑"), mi("i")), f, p])
        }
    })
}
