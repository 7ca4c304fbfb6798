//! The formulas with the numbers put in, for the number that is followed.

use yew::prelude::*;

use super::Scaling;
use super::model::Stored;
use super::names;
use super::stage::followed;
use super::words::term;
use crate::i18n::{self, significant};
use crate::ui::{frac, mi, mn, mo, msub, mtext, row};
use crate::widgets::{Formula, View};

fn lit(view: &View<Scaling>, term: &'static str, piece: Html) -> Html {
    let (onpointerenter, onpointerleave) = view.hover(term);
    html! { <mrow class={classes!(view.lit(term))} {onpointerenter} {onpointerleave}>{ piece }</mrow> }
}

/// What is read back of a number.
fn read_back(view: &View<Scaling>, stored: &Stored) -> Formula {
    let text = i18n::scaling(view.lang);
    let (at_row, column) = followed(view);
    let tensor = &view.model.data.tensor;
    let at = at_row * tensor.columns + column;
    let number = |x: f32| mn(significant(x.into(), 6));
    let x = tensor.values.get(at).copied().unwrap_or(0.0);
    let (scale, value) = (stored.scaled.scale_at(at_row, column), stored.scaled.values.get(at).copied().unwrap_or(0.0));
    let rounded = |inside: Html| row(vec![mtext(text.f_round), mo("("), inside, mo(")")]);
    row(vec![
        mtext([names::format(text, stored.way.format), ": ", text.f_read].concat()),
        mo("="),
        rounded(frac(mi("x"), mi("s"))),
        mo("·"),
        mi("s"),
        mo("="),
        rounded(frac(number(x), number(scale))),
        mo("·"),
        number(scale),
        mo("="),
        number(value),
    ])
}

/// Signal over error.
fn decibels(view: &View<Scaling>, stored: &Stored, term: &'static str) -> Formula {
    let text = i18n::scaling(view.lang);
    let sum = |inside: Html| row(vec![mo("∑"), inside]);
    let square = |inside: Html| crate::ui::msup(inside, mn("2"));
    let error = row(vec![mo("("), mi("x"), mo("−"), crate::ui::msup(mi("x"), mo("′")), mo(")")]);
    row(vec![
        mtext([names::format(text, stored.way.format), ": ", text.bar_whole].concat()),
        mo("="),
        mn("10"),
        msub(mi("log"), mn("10")),
        frac(sum(square(mi("x"))), sum(square(error))),
        mo("="),
        lit(view, term, mn(names::decibels(text, stored.quality.sqnr_db))),
    ])
}

/// Both of both sides.
pub fn formulas(view: &View<Scaling>) -> Vec<Formula> {
    let read = view.model.sides.iter().map(|stored| read_back(view, stored));
    let terms = [term::WHOLE, "whole_beside"];
    read.chain(view.model.sides.iter().zip(terms).map(|(stored, term)| decibels(view, stored, term))).collect()
}
