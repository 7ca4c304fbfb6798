//! The formulas with the numbers put in.

use yew::prelude::*;

use super::PrecisionMap;
use super::model::{BF16_BYTES, E4M3_BYTES, EACH, FP32_BYTES};
use super::words::term;
use crate::i18n::{self, PrecisionMapText, integer, percent, significant};
use crate::ui::{frac, mi, mn, mo, msub, mtext, row};
use crate::widgets::{Formula, View};

fn whole(n: u64) -> Html {
    mn(integer(n.into()))
}

fn lit(view: &View<PrecisionMap>, term: &'static str, number: String) -> Html {
    let (onpointerenter, onpointerleave) = view.hover(term);
    html! { <mrow class={classes!(view.lit(term))} {onpointerenter} {onpointerleave}>{ mn(number) }</mrow> }
}

/// Both scales stand before the sum of 128 products.
fn sum(text: &PrecisionMapText) -> Formula {
    row(vec![
        mtext(text.f_scale),
        mi("y"),
        mo("="),
        mo("Σ"),
        msub(mi("s"), mi("x")),
        msub(mi("s"), mi("w")),
        mo("·"),
        mo("Σ"),
        msub(mi("x"), mi("k")),
        msub(mi("w"), mi("k")),
    ])
}

/// Bytes a weight, bytes of all, and the share of FP8.
pub fn formulas(view: &View<PrecisionMap>) -> Vec<Formula> {
    let (text, model) = (i18n::precision_map(view.lang), &*view.model);
    let mut each = vec![mtext(text.f_each), mo("=")];
    for (at, bytes) in EACH.iter().enumerate() {
        if at > 0 {
            each.push(mo("+"));
        }
        each.push(whole(*bytes));
    }
    each.extend([mo("="), lit(view, term::EACH, EACH.iter().sum::<u64>().to_string())]);
    let weights = row(vec![
        mtext(text.f_weights),
        mo("="),
        whole(E4M3_BYTES),
        mo("×"),
        whole(model.linear),
        mo("+"),
        whole(FP32_BYTES),
        mo("×"),
        whole(model.scales),
        mo("+"),
        whole(BF16_BYTES),
        mo("×"),
        whole(model.parameters - model.linear),
        mo("="),
        whole(model.bytes_weights),
    ]);
    let optimizer = row(vec![
        mtext(text.f_optimizer),
        mo("="),
        mo("("),
        whole(FP32_BYTES),
        mo("+"),
        whole(2 * BF16_BYTES),
        mo(")"),
        mo("×"),
        whole(model.parameters),
        mo("="),
        whole(model.bytes_optimizer),
    ]);
    let giga = |macs: f64| mn(significant(macs / 1e9, 4));
    let share = row(vec![
        mtext(text.f_share),
        mo("="),
        frac(
            giga(model.linear_macs),
            row(vec![giga(model.linear_macs), mo("+"), giga(model.wide_macs), mo("+"), giga(model.attention_macs)]),
        ),
        mo("="),
        lit(view, term::SHARE, percent(model.fp8_flop_fraction(), 4)),
    ]);
    vec![row(each), weights, optimizer, share, sum(text)]
}
