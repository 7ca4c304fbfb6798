//! The formulas with the numbers put in.

use yew::prelude::*;

use super::KvCache;
use super::model::Row;
use super::names::Names;
use super::words::term;
use crate::i18n::{fill, integer, significant};
use crate::numerics::models::{Attention, CacheKind};
use crate::ui::{frac, mi, mn, mo, msub, msup, mtext, row};
use crate::widgets::{Formula, View};

/// Pieces that light with a term.
fn lit(view: &View<KvCache>, term: &'static str, pieces: Vec<Html>) -> Html {
    let (onpointerenter, onpointerleave) = view.hover(term);
    html! { <mrow class={classes!(view.lit(term))} {onpointerenter} {onpointerleave}>{ for pieces }</mrow> }
}

fn whole(n: u128) -> Html {
    mn(integer(n))
}

fn product(factors: Vec<Html>) -> Vec<Html> {
    let mut pieces = Vec::new();
    for (at, factor) in factors.into_iter().enumerate() {
        if at > 0 {
            pieces.push(mo("×"));
        }
        pieces.push(factor);
    }
    pieces
}

/// What a layer keeps, in symbols of the DeepSeek-V2 report, and in numbers.
fn a_layer(one: &Row) -> (Vec<Html>, Vec<Html>) {
    match one.model.attention {
        Attention::Latent(latent) => {
            let symbols =
                vec![mo("("), msub(mi("d"), mi("c")), mo("+"), msup(msub(mi("d"), mi("h")), mi("R")), mo(")")];
            let numbers = vec![
                mo("("),
                whole(latent.kv_lora_rank.into()),
                mo("+"),
                whole(latent.qk_rope_head_dim.into()),
                mo(")"),
            ];
            (vec![row(symbols)], vec![row(numbers)])
        }
        Attention::Heads(heads) => {
            let mut symbols = vec![mn("2")];
            let mut numbers = vec![mn("2")];
            if one.model.cache_kind() != CacheKind::Mqa {
                let count = if one.model.cache_kind() == CacheKind::Gqa { "g" } else { "h" };
                symbols.push(msub(mi("n"), mi(count)));
                numbers.push(whole(heads.kv_heads.into()));
            }
            symbols.push(msub(mi("d"), mi("h")));
            numbers.push(whole(heads.head_dim.into()));
            (symbols, numbers)
        }
    }
}

/// Bytes of a token.
fn token(view: &View<KvCache>, one: &Row) -> Formula {
    let names = Names::new(view.lang, &view.state);
    let bits = whole(view.state.cache_format.bits().into());
    let (mut symbols, mut numbers) = a_layer(one);
    symbols.push(mi("l"));
    symbols.push(frac(mtext(names.text.f_bits), mn("8")));
    numbers.push(whole(one.model.layers.into()));
    numbers.push(frac(bits, mn("8")));
    let mut pieces = vec![mtext([one.model.name, ": ", names.text.f_token].concat()), mo("=")];
    pieces.extend(product(symbols));
    pieces.push(mo("="));
    pieces.extend(product(numbers));
    pieces.push(mo("="));
    pieces.push(lit(view, term::TOKEN, vec![whole(one.token.into())]));
    row(pieces)
}

/// Bytes of all caches, windows and all.
fn cache(view: &View<KvCache>, one: &Row) -> Formula {
    let names = Names::new(view.lang, &view.state);
    let (context, layers) = (view.state.context, u64::from(one.model.layers));
    let (limited, kept) = one
        .model
        .window
        .map_or((0, context), |w| (u64::from(w.layers.min(one.model.layers)), context.min(u64::from(w.tokens))));
    let mut sum = Vec::new();
    if layers > limited {
        sum.extend(product(vec![
            whole((layers - limited).into()),
            lit(view, term::CONTEXT, vec![whole(context.into())]),
        ]));
    }
    if limited > 0 {
        if layers > limited {
            sum.push(mo("+"));
        }
        sum.extend(product(vec![whole(limited.into()), whole(kept.into())]));
    }
    let sum = row([vec![mo("(")], sum, vec![mo(")")]].concat());
    let bits = frac(whole(view.state.cache_format.bits().into()), mn("8"));
    let factors = product(vec![whole(view.state.batch.into()), whole(one.layer.into()), sum, bits]);
    let head = vec![mtext([one.model.name, ": ", names.text.f_cache].concat()), mo("=")];
    row([head, factors, vec![mo("="), lit(view, term::CACHE, vec![whole(one.cache)])]].concat())
}

/// Baseline over own, both in bits a token.
fn ratio(view: &View<KvCache>, one: &Row) -> Formula {
    let names = Names::new(view.lang, &view.state);
    let baseline = view.state.baseline;
    let format = view.state.cache_format;
    let in_bits = |name: &str| mtext(fill(names.text.f_in_bits, &[("name", name)]));
    let above = whole(baseline.bits(one.model, format).into());
    let below = whole(one.model.cache_bits(format).into());
    row(vec![
        mtext([one.model.name, ": ", names.text.f_ratio].concat()),
        mo("="),
        frac(in_bits(names.baseline_short(baseline)), in_bits(one.model.name)),
        mo("="),
        frac(above, below),
        mo("="),
        lit(view, term::RATIO, vec![mn(significant(one.ratio, 4))]),
    ])
}

/// Users beside the weights.
fn fit(view: &View<KvCache>, one: &Row, fit: u64) -> Formula {
    let names = Names::new(view.lang, &view.state);
    let memory = product(vec![whole(view.state.gpus.into()), whole(view.model.gpu.memory_bytes())]);
    let weights = lit(view, term::WEIGHTS, vec![whole(one.weights.into())]);
    let above = row([memory, vec![mo("−"), weights]].concat());
    row(vec![
        mtext([one.model.name, ": ", names.text.f_fit].concat()),
        mo("="),
        mo("⌊"),
        frac(above, whole(one.each)),
        mo("⌋"),
        mo("="),
        lit(view, term::FIT, vec![whole(fit.into())]),
    ])
}

/// Where all users' caches outgrow the weights, for a model all of whose layers keep everything.
fn outgrows(view: &View<KvCache>, one: &Row) -> Option<Formula> {
    let names = Names::new(view.lang, &view.state);
    let tokens = one
        .outgrows
        .filter(|_| one.model.window.is_none() && one.model.cache_bits(view.state.cache_format).is_multiple_of(8))?;
    let below = row(product(vec![whole(view.state.batch.into()), whole(one.token.into())]));
    Some(row(vec![
        mtext([one.model.name, ": ", names.text.f_outgrows].concat()),
        mo("="),
        mo("⌊"),
        frac(lit(view, term::WEIGHTS, vec![whole(one.weights.into())]), below),
        mo("⌋"),
        mo("+"),
        mn("1"),
        mo("="),
        whole(tokens.into()),
    ]))
}

/// A token of every model; cache, ratio, users and crossing of the first.
pub fn formulas(view: &View<KvCache>) -> Vec<Formula> {
    let mut all: Vec<Formula> = view.model.rows.iter().map(|one| token(view, one)).collect();
    if let Some(one) = view.model.rows.first() {
        all.push(cache(view, one));
        all.push(ratio(view, one));
        all.extend(one.fit.map(|n| fit(view, one, n)));
        all.extend(outgrows(view, one));
    }
    all
}
