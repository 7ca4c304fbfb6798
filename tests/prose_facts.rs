//! Every number in the article's prose that does not follow a widget is computed here and looked up in both texts.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

use frugal::i18n::{Lang, count, fixed, percent, significant};
use frugal::numerics::format::Format;
use frugal::numerics::models::{Attention, Baseline, CacheFormat, Latent, Model, model};
use frugal::numerics::rounding::{Overflow, Rounding, encode};
use frugal::numerics::routing::{Kind, nodes_by_chance};
use frugal::state::Value;
use frugal::widgets::readings_of;

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

/// The view of many tokens, whose numbers the prose repeats with fewer digits.
#[test]
fn many_tokens() {
    let pairs = [("view", "many")].into_iter().collect();
    let computed = readings_of("router", &pairs, Lang::En).unwrap();
    let reading = |name: &str| match computed.readings.iter().find(|(known, _)| *known == name) {
        Some((_, Value::Number(number))) => *number,
        other => panic!("{other:?}"),
    };
    let (limited, free) = (reading("mean_nodes_touched"), reading("mean_nodes_touched_without_groups"));
    let kept = percent(reading("mean_affinity_kept"), 3);
    let (limited, free) = (fixed(limited, 1), fixed(free, 1));
    both(
        &format!("touch {limited} groups instead of {free}, and keep {kept} of"),
        &format!("用到 {limited} 组，而不是 {free} 组，亲和度保住 {kept}"),
    );
    let gate = Kind::DeepseekV3.gate();
    let chance = fixed(nodes_by_chance(&gate), 2);
    both(&format!("{chance} of the {} groups", gate.n_group), &format!("{} 组中的 {chance} 组", gate.n_group));
    both(
        &format!("has {} experts and no groups", Kind::KimiK2.gate().experts),
        &format!("{} 个专家，不分组", Kind::KimiK2.gate().experts),
    );
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
fn learning_in_eight_bits() {
    let guess = significant(core::f64::consts::LN_2, 3);
    both(&format!("guessing would cost {guess}"), &format!("瞎猜是 {guess}"));
    let smaller = frugal::widgets::training::State::default().learning_rate;
    assert_eq!(smaller * 3.0, 0.1 * 3.0, "the link sets three times the default");
}

#[test]
fn precision() {
    use frugal::widgets::precision_map::{Pass, State, Tile, roles};
    let context = frugal::i18n::integer(State::default().context.into());
    both(&format!("texts of {context} tokens"), &format!("文本长 {context} 个 token"));
    let shapes = [roles(Pass::Forward)[0], roles(Pass::Wgrad)[1]].map(|role| role.tile.shape());
    assert_eq!(shapes, [Some((1, 128)), Some((128, 1))]);
    both("a scale for each token and 128 channels", "每个 token、每 128 个通道一个因子");
    both("128 tokens and one channel", "128 个 token、一个通道");
    assert_eq!(roles(Pass::Dgrad)[1].tile, Tile::Block);
}
