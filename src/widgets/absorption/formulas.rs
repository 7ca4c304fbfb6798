//! The formulas with the numbers put in.

use yew::prelude::*;

use super::Absorption;
use super::names::Names;
use super::words::term;
use crate::i18n::{integer, significant};
use crate::numerics::attention::{Lane, Shape};
use crate::ui::{frac, mi, mn, mo, msub, msup, mtext, row};
use crate::widgets::{Formula, View};

fn whole(n: u64) -> Html {
    mn(integer(n.into()))
}

fn width(n: usize) -> Html {
    whole(n as u64)
}

/// Pieces that light with a term.
fn lit(view: &View<Absorption>, term: &'static str, n: u64) -> Html {
    let (onpointerenter, onpointerleave) = view.hover(term);
    html! { <mrow class={classes!(view.lit(term))} {onpointerenter} {onpointerleave}>{ whole(n) }</mrow> }
}

fn up() -> Html {
    msup(mi("W"), mi("UK"))
}

fn transposed(base: Html) -> Html {
    msup(base, mi("⊤"))
}

/// `q⊤ (W c) = (W⊤ q)⊤ c`, with the rotation where there is one.
fn law(view: &View<Absorption>) -> Formula {
    let c = || msub(mi("c"), mi("j"));
    if view.state.rope == Lane::OnCompressed {
        let turn = |at| msub(mi("R"), at);
        let difference = row(vec![mi("t"), mo("−"), mi("j")]);
        return row(vec![
            transposed(row(vec![mo("("), turn(mi("t")), mi("q"), mo(")")])),
            row(vec![mo("("), turn(mi("j")), up(), c(), mo(")")]),
            mo("="),
            transposed(row(vec![mo("("), transposed(up()), turn(difference), mi("q"), mo(")")])),
            c(),
        ]);
    }
    let mut left = vec![transposed(mi("q")), mo("("), up(), c(), mo(")")];
    let mut right = vec![transposed(row(vec![mo("("), transposed(up()), mi("q"), mo(")")])), c()];
    if view.state.rope == Lane::Decoupled {
        let lane = || vec![mo("+"), transposed(msup(mi("q"), mi("R"))), msub(msup(mi("k"), mi("R")), mi("j"))];
        left.extend(lane());
        right.extend(lane());
    }
    left.push(mo("="));
    row([left, right].concat())
}

/// The multiplications of each order, then the bytes, then the bound.
pub fn formulas(view: &View<Absorption>) -> Vec<Formula> {
    let (names, work) = (Names::new(view.lang), view.model.work);
    let own = work.shape.with(work.lane);
    let (heads, rank, times, plus) = (|| width(own.heads), || width(own.kv_lora_rank), || mo("×"), || mo("+"));
    let sum = |a: usize, b: usize| row(vec![mo("("), width(a), mo("+"), width(b), mo(")")]);
    let pairs = || row(vec![whole(work.queries), mo("×"), whole(work.cached), mo("×")]);
    let attend = || vec![plus(), pairs(), heads(), times(), sum(own.cached_elements(), own.kv_lora_rank)];
    let name = |name: &'static str| vec![mtext(name), mo("=")];

    let unfold = vec![whole(work.cached), times(), heads(), times()];
    let unfold = [unfold, vec![sum(own.qk_nope_head_dim, own.v_head_dim), times(), rank(), plus()]].concat();
    let unfold = [unfold, vec![pairs(), heads(), times(), sum(own.qk_head_dim(), own.v_head_dim)]].concat();
    let expand =
        [name(names.text.f_expand), unfold, vec![mo("="), lit(view, term::EXPAND, work.macs_expand())]].concat();

    let fold = if work.lane == Lane::OnCompressed {
        let keys = vec![pairs(), heads(), times(), width(own.qk_nope_head_dim), times(), rank()];
        let values =
            vec![plus(), whole(work.queries), times(), heads(), times(), width(own.v_head_dim), times(), rank()];
        [keys, values].concat()
    } else {
        vec![whole(work.queries), times(), heads(), times(), sum(own.qk_nope_head_dim, own.v_head_dim), times(), rank()]
    };
    let absorbed = vec![mo("="), lit(view, term::ABSORB, work.macs_absorb())];
    let absorb = [name(names.text.f_absorb), fold, attend(), absorbed].concat();

    let bytes = vec![
        whole(work.cached),
        times(),
        width(own.cached_elements()),
        times(),
        mn("2"),
        mo("="),
        whole(work.bytes_read()),
    ];
    let bytes = [name(names.text.f_bytes), bytes].concat();
    let mut all = vec![law(view), row(expand), row(absorb)];
    all.extend(a_token(names, own));
    if work.lane != Lane::OnCompressed {
        all.extend(break_even(names, own));
        all.extend(sharing(names, own));
    }
    all.extend([row(bytes), bound(view, names)]);
    all
}

/// Multiplications of one cached token in either order, to the digit.
fn a_token(names: Names, own: Shape) -> [Formula; 2] {
    let sum = |a: usize, b: usize| row(vec![mo("("), width(a), mo("+"), width(b), mo(")")]);
    let line = |name: &'static str, factors: Vec<Html>, macs: u64| {
        let head = vec![mtext(name), mo("="), width(own.heads)];
        row([head, factors, vec![mo("="), whole(macs)]].concat())
    };
    let times = || mo("×");
    let unfold = vec![times(), sum(own.qk_nope_head_dim, own.v_head_dim), times(), width(own.kv_lora_rank)];
    let attend = vec![times(), sum(own.cached_elements(), own.kv_lora_rank)];
    [
        line(names.text.f_unfold_one, unfold, own.unfold_macs()),
        line(names.text.f_attend_one, attend, own.absorbed_attend_macs()),
    ]
}

/// How many queries must share one unfolding of a long cache for that to be cheaper.
fn sharing(names: Names, own: Shape) -> Option<Formula> {
    let queries = own.queries_for_unfolding()?;
    let dearer = row(vec![whole(own.absorbed_attend_macs()), mo("−"), whole(own.unfolded_attend_macs())]);
    let floor = [mo("="), mo("⌊"), frac(whole(own.unfold_macs()), dearer), mo("⌋"), mo("+"), mn("1")];
    Some(row([vec![mtext(names.text.f_sharing)], floor.to_vec(), vec![mo("="), whole(queries)]].concat()))
}

/// How many cached tokens one query must look at for both orders to cost the same.
fn break_even(names: Names, own: Shape) -> Option<Formula> {
    let tokens = own.break_even_tokens()?;
    let saved = row(vec![
        whole(own.unfold_macs()),
        mo("+"),
        whole(own.unfolded_attend_macs()),
        mo("−"),
        whole(own.absorbed_attend_macs()),
    ]);
    let pieces = [mo("="), frac(whole(own.absorb_macs()), saved), mo("="), mn(significant(tokens, 4))];
    Some(row([vec![mtext(names.text.f_even)], pieces.to_vec()].concat()))
}

/// `2 γₙ (‖q‖ ‖W‖ ‖c‖ + ‖qᴿ‖ ‖kᴿ‖) / √d` for the scores, n being the terms of their sums.
fn bound(view: &View<Absorption>, names: Names) -> Formula {
    let norm = |of: Html| row(vec![mo("‖"), of, mo("‖")]);
    let own = view.model.trial.shape.with(view.model.trial.lane);
    let terms = own.kv_lora_rank + own.qk_head_dim() + 8;
    let mut size = vec![norm(mi("q")), norm(up()), norm(mi("c"))];
    if own.qk_rope_head_dim > 0 {
        size = vec![mo("("), row(size), mo("+"), norm(msup(mi("q"), mi("R"))), norm(msup(mi("k"), mi("R"))), mo(")")];
    }
    let scale =
        vec![mo("/"), mo("√"), width(own.qk_head_dim()), mo("≈"), mn(names.apart(view.model.first.score_bound))];
    row([vec![mtext(names.text.f_bound), mo("="), mn("2"), msub(mi("γ"), width(terms))], size, scale].concat())
}
