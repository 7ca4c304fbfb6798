//! Every number in the article's prose that does not follow a widget is computed here and looked up in both texts.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

use frugal::i18n::{Lang, count, percent, significant};
use frugal::numerics::format::Format;
use frugal::numerics::models::{Attention, Baseline, CacheFormat, Latent, Model, model};
use frugal::numerics::rounding::{Overflow, Rounding, encode};
use frugal::numerics::routing::Kind;

const EN: &str = include_str!("../src/article/en.md");
const ZH: &str = include_str!("../src/article/zh.md");

fn v3() -> &'static Model {
    model("deepseek-v3").unwrap()
}

fn latent(model: &Model) -> Latent {
    match model.attention {
        Attention::Latent(latent) => latent,
        Attention::Heads(_) => panic!("{} has no latent attention", model.id),
    }
}

/// A number with digits around it would be part of another number.
fn says(text: &str, words: &str) -> bool {
    let words = words.replace('\u{a0}', " ");
    let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    text.match_indices(&words)
        .any(|(at, _)| !digit(text[..at].chars().next_back()) && !digit(text[at + words.len()..].chars().next()))
}

#[track_caller]
fn both(en: &str, zh: &str) {
    assert!(says(EN, en), "en.md does not say “{en}”");
    assert!(says(ZH, zh), "zh.md does not say “{zh}”");
}

#[test]
fn parameters() {
    let parameters = v3().parameters();
    let (total, active) = (parameters.total() as f64, parameters.active_without_input_embedding() as f64);
    assert_eq!(count(total, 3, Lang::En), "671\u{a0}B");
    assert_eq!(count(active, 2, Lang::En), "37\u{a0}B");
    both("671 billion parameters", &[&count(total, 3, Lang::Zh), "参数"].concat());
    both("37 billion", &[&significant(active / 1e8, 2), " 亿"].concat());
    both(&percent(active / total, 2), &percent(active / total, 2));
    let moe = v3().moe.unwrap();
    let share = percent(f64::from(moe.top_k) / f64::from(moe.experts), 2);
    both(&share, &share);
    both(
        &format!("{} of its {} layers", v3().moe_layers(), v3().layers),
        &format!("{} 层中的 {} 层", v3().layers, v3().moe_layers()),
    );
}

#[test]
fn routing() {
    let gate = Kind::ALL.into_iter().find(|kind| kind.id() == "deepseek-v3").unwrap().gate();
    assert_eq!((gate.experts, gate.top_k, gate.n_group, gate.topk_group), (256, 8, 8, 4));
    both("256 small networks", "256 个小网络");
    both("visits 8 of them", "只经过其中 8 个");
    both("8 groups of 32", "分成 8 组，每组 32 个");
    both("keeps four groups", "留下 4 组");
}

#[test]
fn caches() {
    let own = latent(v3());
    let elements = v3().cache_elements_a_layer();
    assert_eq!(elements, u64::from(own.kv_lora_rank) + u64::from(own.qk_rope_head_dim));
    let wide = Baseline::Mha192.elements(v3()) / u64::from(v3().layers);
    let wide = frugal::i18n::integer(u128::from(wide));
    both(&format!("{elements} instead of {wide}"), &format!("{elements} 个，而不是 {wide} 个"));
    both(&format!("{} numbers per layer", own.kv_lora_rank), &format!("{} 维的向量", own.kv_lora_rank));
    both(&format!("its {} heads", v3().heads), &format!("{} 个头", v3().heads));
    let times = |baseline: Baseline| significant(baseline.ratio(v3(), CacheFormat::Bf16), 3);
    both(&times(Baseline::SameShapeMha), &times(Baseline::SameShapeMha));
    both(&times(Baseline::Mha192), &times(Baseline::Mha192));
    both(&format!("{} wide", own.qk_nope_head_dim), &format!("{} 维", own.qk_nope_head_dim));
    let wide_key = own.qk_nope_head_dim + own.qk_rope_head_dim;
    both(&format!("{wide_key} wide"), &format!("{wide_key} 维"));
}

#[test]
fn the_famous_percentage() {
    let v2 = model("deepseek-v2").unwrap();
    let saved = |format| percent(1.0 - 1.0 / Baseline::DeepSeek67b.ratio(v2, format), 3);
    both(&saved(CacheFormat::Bf16), &saved(CacheFormat::Bf16));
    both(&saved(CacheFormat::SixBit), &saved(CacheFormat::SixBit));
}

#[test]
fn formats() {
    let e4m3 = Format::E4M3FN;
    both(
        &format!("{} different finite values", e4m3.finite_values()),
        &format!("{} 个不同的有限值", e4m3.finite_values()),
    );
    let largest = significant(e4m3.max_finite(), 6);
    both(&format!("{largest} the largest"), &format!("最大 {largest}"));
    let smallest = significant(e4m3.min_subnormal().unwrap(), 12);
    both(&smallest, &smallest);
    let code = encode(256.0, e4m3, Rounding::NearestEven, Overflow::Native);
    let step = significant(e4m3.decode(e4m3.next_up(code)) - 256.0, 3);
    both(&format!("from 256 on they are {step} apart"), &format!("从 256 起，相邻两个相差 {step}"));
    let round = |x| e4m3.decode(encode(x, e4m3, Rounding::NearestEven, Overflow::Native));
    assert_eq!(round(464.0), 448.0);
    assert!(round(500.0).is_nan() && e4m3.is_tie(17.0) && e4m3.is_tie(464.0));
}

#[test]
fn balance() {
    let state = frugal::widgets::balance::State::default();
    both(&format!("{} experts under four methods", state.experts), &format!("{} 个专家，用四种方法", state.experts));
    both(&format!("γ = {}", significant(state.gamma, 1)), &format!("γ = {}", significant(state.gamma, 1)));
    both("16 small experts", "16 个小专家");
    assert_eq!(frugal::numerics::balance::Method::ALL.len(), 4);
    // As printed in section 4.5.3 of the V3 report: only the order is compared (tests/widget_balance.rs).
    let [sequence, batch, bias] = [2.258, 2.253, 2.253];
    assert!(sequence > batch && batch == bias);
    for loss in [sequence, batch] {
        both(&significant(loss, 4), &significant(loss, 4));
    }
    both("0.0001 against", "0.0001 的");
}
