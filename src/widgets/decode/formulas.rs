//! The formulas with the numbers put in.

use yew::prelude::*;

use super::Decode;
use super::names::Names;
use super::words::term;
use crate::i18n::integer;
use crate::numerics::attention::Scope;
use crate::numerics::models::CacheKind;
use crate::ui::{frac, mi, mn, mo, msub, msup, mtext, row};
use crate::widgets::{Formula, View};

fn whole(n: u64) -> Html {
    mn(integer(n.into()))
}

/// Pieces that light with a term.
fn lit(view: &View<Decode>, term: &'static str, number: String) -> Html {
    let (onpointerenter, onpointerleave) = view.hover(term);
    html! { <mrow class={classes!(view.lit(term))} {onpointerenter} {onpointerleave}>{ mn(number) }</mrow> }
}

/// A product with signs between.
fn product(factors: Vec<Html>) -> Html {
    let mut pieces = Vec::new();
    for factor in factors {
        if !pieces.is_empty() {
            pieces.push(mo("×"));
        }
        pieces.push(factor);
    }
    row(pieces)
}

fn sum(terms: Vec<Html>) -> Html {
    let mut pieces = vec![mo("(")];
    for (at, term) in terms.into_iter().enumerate() {
        if at > 0 {
            pieces.push(mo("+"));
        }
        pieces.push(term);
    }
    pieces.push(mo(")"));
    row(pieces)
}

/// Operations of all queries with one cached token over its bytes, in symbols and in numbers.
fn intensity(view: &View<Decode>, names: Names) -> Formula {
    let decode = view.model.decode(view.state.attention);
    let shape = decode.shape;
    let (rank, rope, wide) = (shape.kv_lora_rank as u64, shape.qk_rope_head_dim as u64, shape.v_head_dim as u64);
    let (s, heads, two) = (decode.tokens_per_step, shape.heads as u64, || mn("2"));
    let heads_of = |of: &'static str| msub(mi("n"), mi(of));
    let (symbols, numbers) = if decode.kind == CacheKind::Mla {
        let (c, r) = (|| msub(mi("d"), mi("c")), || msup(msub(mi("d"), mi("h")), mi("R")));
        let above = product(vec![two(), mi("s"), heads_of("h"), sum(vec![c(), r(), c()])]);
        let numbers = product(vec![two(), whole(s), whole(heads), sum(vec![whole(rank), whole(rope), whole(rank)])]);
        (
            frac(above, product(vec![two(), sum(vec![c(), r()])])),
            frac(numbers, product(vec![two(), sum(vec![whole(rank), whole(rope)])])),
        )
    } else {
        let d = || msub(mi("d"), mi("h"));
        let above = product(vec![two(), mi("s"), heads_of("h"), sum(vec![d(), d()])]);
        let numbers = product(vec![two(), whole(s), whole(heads), sum(vec![whole(wide), whole(wide)])]);
        (
            frac(above, product(vec![two(), heads_of("g"), sum(vec![d(), d()])])),
            frac(numbers, product(vec![two(), whole(decode.kv_heads()), sum(vec![whole(wide), whole(wide)])])),
        )
    };
    let value = lit(view, term::FLOP, names.rate(decode.flop_per_byte()));
    let name = mtext([names.kind(decode.kind), ": ", names.text.f_intensity].concat());
    if decode.scope == Scope::Layer {
        let weights = decode.weights();
        let queries = decode.batch * s;
        let cache = product(vec![whole(queries), whole(decode.context), whole(decode.flops_per_cached_token())]);
        let above = row(vec![cache, mo("+"), product(vec![two(), whole(queries), whole(weights)])]);
        let below = row(vec![whole(decode.bytes_read()), mo("+"), product(vec![two(), whole(weights)])]);
        return row(vec![name, mo("="), frac(above, below), mo("="), value]);
    }
    row(vec![name, mo("="), symbols, mo("="), numbers, mo("="), value])
}

/// Bytes, operations a byte, and the accelerator's.
pub fn formulas(view: &View<Decode>) -> Vec<Formula> {
    let (names, computed) = (Names::new(view.lang), &view.model);
    let decode = computed.decode(view.state.attention);
    let factors = vec![whole(decode.batch), whole(decode.context), whole(decode.cached_elements()), mn("2")];
    let read = row(vec![
        mtext(names.text.f_read),
        mo("="),
        product(factors),
        mo("="),
        lit(view, term::READ, integer(decode.bytes_read().into())),
    ]);
    let gpu = computed.gpu;
    let rate = product(vec![whole(gpu.bf16_tflops.unwrap_or(0).into()), msup(mn("10"), mn("12"))]);
    let bandwidth = product(vec![whole(gpu.bandwidth_gbs.into()), msup(mn("10"), mn("9"))]);
    let balance = row(vec![
        mtext([names.gpu(gpu), ": ", names.text.f_balance].concat()),
        mo("="),
        frac(rate, bandwidth),
        mo("="),
        lit(view, term::BALANCE, names.rate(computed.balance)),
    ]);
    vec![read, intensity(view, names), balance]
}
