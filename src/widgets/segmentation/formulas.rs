//! The formulas with the numbers put in.

use yew::prelude::*;

use super::Segmentation;
use super::names::Names;
use super::words::term;
use crate::i18n::grouped;
use crate::numerics::shared_expert::ACTIVE_UNITS;
use crate::ui::{frac, mi, mn, mo, msub, mtext, row};
use crate::widgets::{Formula, View};

fn lit(view: &View<Segmentation>, term: &'static str, number: String) -> Html {
    let (onpointerenter, onpointerleave) = view.hover(term);
    html! { <mrow class={classes!(view.lit(term))} {onpointerenter} {onpointerleave}>{ mn(number) }</mrow> }
}

/// n! / (k! (n − k)!) for the chosen cut, every digit.
fn ways(view: &View<Segmentation>) -> Formula {
    let cut = view.model.cut();
    let factorial = |n: u32| row(vec![mn(n.to_string()), mo("!")]);
    let below = row(vec![factorial(cut.chosen), mo("·"), factorial(cut.from - cut.chosen)]);
    row(vec![
        mi("C"),
        mo("("),
        mi("m"),
        mi("N"),
        mo("−"),
        msub(mi("K"), mi("s")),
        mo(","),
        mi("m"),
        mi("K"),
        mo("−"),
        msub(mi("K"), mi("s")),
        mo(")"),
        mo("="),
        frac(factorial(cut.from), below),
        mo("="),
        lit(view, term::WAYS, grouped(&cut.ways.digits())),
    ])
}

/// m K of m N experts, each an m-th as wide.
fn fraction(view: &View<Segmentation>) -> Formula {
    let (state, computed) = (&view.state, &view.model);
    let m = computed.cut().m;
    let over = |above: u32, below: u32| frac(mn(above.to_string()), mn(below.to_string()));
    row(vec![
        frac(row(vec![mi("m"), mi("K")]), row(vec![mi("m"), mi("N")])),
        mo("="),
        over(m * computed.top_k, m * state.experts),
        mo("="),
        over(computed.top_k, state.experts),
        mo("="),
        lit(view, term::FRACTION, crate::i18n::percent(computed.active_fraction(state.experts), 4)),
    ])
}

/// Hidden units at work in the toy: the same for every cut.
fn units(view: &View<Segmentation>, names: &Names) -> Formula {
    let sizes = view.model.training.runs()[0].sizes();
    row(vec![
        mtext(names.text.f_units),
        mo("="),
        mn(sizes.chosen.to_string()),
        mo("×"),
        mn(sizes.units.to_string()),
        mo("="),
        mn(ACTIVE_UNITS.to_string()),
    ])
}

/// The mean cosine between what two routed experts make of the same tokens.
fn alike(view: &View<Segmentation>, names: &Names) -> Formula {
    let y = |at: &'static str| msub(mi("y"), mi(at));
    let length = |at: &'static str| row(vec![mo("‖"), y(at), mo("‖")]);
    row(vec![
        mtext(names.text.f_alike),
        mo("="),
        mtext(names.text.f_mean),
        frac(row(vec![y("i"), mo("·"), y("j")]), row(vec![length("i"), length("j")])),
        mo("="),
        lit(view, term::WITHOUT, names.likeness(view.model.training.runs()[0].mean())),
    ])
}

/// Choices, share at work, the toy's units and likeness.
pub fn formulas(view: &View<Segmentation>) -> Vec<Formula> {
    let names = Names::new(view.lang);
    vec![ways(view), fraction(view), units(view, &names), alike(view, &names)]
}
