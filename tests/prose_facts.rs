//! Every number in the article's prose that does not follow a widget is computed here and looked up in both texts.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

use frugal::i18n::{Lang, count, fixed, percent, significant};
use frugal::numerics::accumulate::{Accumulator, Cutting, Exact, GROUP, Method, Signs, products};
use frugal::numerics::addition::{Repeated, Rule, sum_to_odd};
use frugal::numerics::attention::{self, Decode, Scope, Shape, machine_balance, throttled_balance};
use frugal::numerics::combinations::{combinations, combinations_within};
use frugal::numerics::format::Format;
use frugal::numerics::gpus::gpu;
use frugal::numerics::low_rank::Layer as Recorded;
use frugal::numerics::models::{
    Attention, Baseline, CacheFormat, CacheKind, Latent, Model, Part, WeightFormat, expected_awake, model, takeovers,
};
use frugal::numerics::rounding::{Overflow, Rounding, encode};
use frugal::numerics::routing::{Kind, nodes_by_chance};
use frugal::numerics::scaling::{CHANNELS, TOKENS};
use frugal::state::{Pairs, Value, split};
use frugal::widgets::balance::Balance;
use frugal::widgets::low_rank::{self, LowRank};
use frugal::widgets::{Widget as _, asset, readings_of};

const EN: &str = include_str!("../src/article/en.md");
const ZH: &str = include_str!("../src/article/zh.md");

fn v3() -> &'static Model {
    model("deepseek-v3").unwrap()
}

fn model_of(id: &str) -> &'static Model {
    model(id).unwrap()
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

/// The state that a link with these words sets.
#[track_caller]
fn linked(text: &str, words: &str) -> Pairs {
    let start = format!("[{words}](set:");
    let (_, rest) = text.split_once(&start).unwrap_or_else(|| panic!("no link “{words}”"));
    let (target, _) = rest.split_once(')').unwrap();
    split(target.split_once('?').unwrap().1)
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
fn where_parameters_are() {
    let (model, moe) = (v3(), v3().moe.unwrap());
    let experts = u64::from(moe.experts) * u64::from(model.moe_layers());
    let all = frugal::i18n::integer(u128::from(experts));
    both(
        &format!("{} in each of {} layers", moe.experts, model.moe_layers()),
        &format!("{} 层，每层 {} 个", model.moe_layers(), moe.experts),
    );
    both(&format!("{all} in all"), &format!("共 {all} 个"));
    let one = model.parameters_of_one(Part::RoutedExperts) as f64;
    assert_eq!((count(one, 2, Lang::En), count(one, 2, Lang::Zh)), ("44\u{a0}M".into(), "4404\u{a0}万".into()));
    both("44 million numbers", "4404 万个数");
    assert_eq!(model.layers - model.moe_layers(), 3);
    both("three dense layers", "三个稠密层");
    both("three dense feed-forward layers", "三个稠密前馈层");
    let mixtral = model_of("mixtral-8x7b").parameters();
    let share = percent(mixtral.active_without_input_embedding() as f64 / mixtral.total() as f64, 3);
    both(&share, &share);
    let moe = model_of("mixtral-8x7b").moe.unwrap();
    both(&format!("chooses {} of {}", moe.top_k, moe.experts), &format!("{} 选 {}", moe.experts, moe.top_k));
    // “nearly everything”: of 96 tokens, each choosing by chance.
    assert!(expected_awake(256, 8, 96) > 0.95);
    both("96 tokens at once", "同时来 96 个 token");
}

#[test]
fn combinations_of_experts() {
    let ways = |n, k| frugal::i18n::grouped(&combinations(n, k).digits());
    both(&ways(16, 2), &ways(16, 2));
    both(&ways(64, 8), &ways(64, 8));
    both(&ways(256, 8), &ways(256, 8));
    let gate = Kind::DeepseekV3.gate();
    let [groups, size, kept, k] = [gate.n_group, gate.experts / gate.n_group, gate.topk_group, gate.top_k];
    let within = combinations_within(groups as u32, size as u32, kept as u32, k as u32).unwrap();
    let share = percent(within as f64 / combinations(256, 8).digits().parse::<f64>().unwrap(), 3);
    let within = frugal::i18n::integer(within);
    both(&format!("{within} of them, {share}"), &format!("{within} 种，占 {share}"));
    assert_eq!((kept, groups), (4, 8));
    both("four of eight groups", "8 组留 4 组");
    both("8 of the 64 pieces instead of 2 of the 16 wholes", "从 64 份里选 8 份，而不是从 16 个里选 2 个");
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
    let part = |baseline| ["1/", &times(baseline)].concat();
    both(&part(Baseline::SameShapeMha), &part(Baseline::SameShapeMha));
    both(&part(Baseline::Mha192), &part(Baseline::Mha192));
    both(&format!("{} wide", own.qk_nope_head_dim), &format!("{} 维", own.qk_nope_head_dim));
    let wide_key = own.qk_nope_head_dim + own.qk_rope_head_dim;
    both(&format!("{wide_key} wide"), &format!("{wide_key} 维"));
}

#[test]
fn parentheses() {
    let shape = Shape::of(v3()).unwrap();
    both("keys of the 128 heads", "128 个头的键");
    assert_eq!((shape.heads, shape.qk_rope_head_dim), (128, 64));
    both("64 numbers wide", "64 维");
    let kept = frugal::i18n::integer(u128::from(shape.unfolded_attend_macs()));
    both(&format!("{kept} a token"), &format!("每个 token {kept} 次"));
    let memory = significant(shape.unfolded_elements() as f64 / shape.cached_elements() as f64, 3);
    both(&format!("{memory} times the memory"), &format!("内存要 {memory} 倍"));
    // "Costs as much for each query as unfolding costs for each cached token", "almost at once", "hundreds of queries".
    assert_eq!(shape.absorb_macs(), shape.unfold_macs());
    assert!(shape.break_even_tokens().unwrap() < 1.01);
    assert!((100..1000).contains(&shape.queries_for_unfolding().unwrap()));
}

#[test]
fn decoding() {
    let of = |kind, heads| Decode {
        kind,
        shape: Shape { heads, ..Shape::of(v3()).unwrap() },
        groups: 8,
        hidden: v3().hidden.into(),
        q_lora_rank: 0,
        tokens_per_step: 1,
        batch: 1,
        context: 1,
        scope: Scope::Cache,
    };
    let flop = |kind, heads| significant(of(kind, heads).flop_per_byte(), 3);
    let balance = |id| machine_balance(gpu(id).unwrap()).unwrap();
    both(
        &format!("{} operations in the time of one byte", significant(balance("h800-sxm"), 3)),
        &format!("能做 {} 次运算", significant(balance("h800-sxm"), 3)),
    );
    let mha = flop(CacheKind::Mha, 128);
    both(&format!("a key for each head does {mha}"), &format!("每个头一份键的注意力只做 {mha} 次"));
    let gqa = flop(CacheKind::Gqa, 64);
    both(&format!("64 heads in 8 groups {gqa}"), &format!("64 个头分 8 组的 GQA 做 {gqa} 次"));
    let mqa = flop(CacheKind::Mqa, 128);
    both(&format!("MQA with 128 heads {mqa}"), &format!("128 个头的 MQA 做 {mqa} 次"));
    let mla = flop(CacheKind::Mla, 128);
    both(&format!("MLA does {mla}"), &format!("MLA 做 {mla} 次"));
    both("the same 576 numbers, the first 512", "同样的 576 个数，其中前 512 个");
    assert_eq!(of(CacheKind::Mla, 128).cached_elements(), 576);
    // What DeepSeek reckons with: half of 865 TFLOP/s over 3.35 TB/s, which it takes as 128 heads.
    let h800 = gpu("h800-sxm").unwrap();
    let (throttled, bend) = (h800.throttled_tflops().unwrap(), throttled_balance(h800).unwrap());
    let rounded = of(CacheKind::Mla, 128).rounded_flop_per_byte();
    assert!((bend - rounded as f64).abs() < 3.0, "at the bend: {bend}");
    both(&format!("a head, {rounded}"), &format!("一共 {rounded} 次"));
    both(&format!("{throttled} TFLOP/s"), &format!("{throttled} TFLOP/s"));
    let bend = significant(bend, 3);
    both(&format!("makes {bend} a byte"), &format!("每字节 {bend} 次"));
    both("2025", "20250422-new-kernel-deep-dive.md");
    // Two tokens a step, and an H20.
    let mla = of(CacheKind::Mla, 128).flop_per_byte();
    assert!(mla < balance("h800-sxm") && 2.0 * mla > balance("h800-sxm") && mla > balance("h20"));
    let attention::Layer::Latent(small) = attention::Layer::small(CacheKind::Mla, 1) else { panic!("no latent") };
    assert_eq!(small.shape.heads, 4);
    both("four heads", "4 个头");
}

#[test]
fn what_the_heads_have_in_common() {
    // Of the recorded file: three matrices of two-byte numbers, a token of tokens.txt a row.
    let file = std::fs::metadata(concat!(env!("CARGO_MANIFEST_DIR"), "/static/data/attention.f16")).unwrap().len();
    let tokens = asset::tokens().count();
    let channels = usize::try_from(file).unwrap() / 2 / 3 / tokens;
    let asset::Attention { q, k, v } = asset::attention().unwrap();
    let layer = Recorded::recorded(asset::HEADS, channels / asset::HEADS, [q.values(), k.values(), v.values()]);
    assert_eq!((layer.tokens(), layer.keys_values.cols()), (tokens, 2 * channels));
    let (heads, own) = (layer.heads, 2 * layer.head_dim);
    both(&format!("read {tokens} tokens"), &format!("读了 {tokens} 个 token"));
    both(
        &format!("{} numbers a token", layer.keys_values.cols()),
        &format!("每个 token {} 个数", layer.keys_values.cols()),
    );
    both(&format!("{own} for each of {heads} heads"), &format!("{heads} 个头各占 {own} 个"));
    both(&format!("more than {tokens} directions"), &format!("只需要 {tokens} 个方向"));
    let error = |query: &str| {
        let computed = readings_of("low-rank", &split(query), Lang::En).unwrap();
        match computed.readings.iter().find(|(name, _)| *name == "relative_error") {
            Some((_, Value::Number(error))) => percent(*error, 3),
            other => panic!("{other:?}"),
        }
    };
    let random = error("source=random");
    both(&format!("{own} of them keep something, though the error is {random}"), &format!("虽然误差有 {random}"));
    let others = error("fit=half&rank=48");
    both(&format!("keep an error of {others}"), &format!("误差是 {others}"));
    both("every second token choose 48", "选 48 个方向");
}

/// Where head 9 looks from each “it”, with 64 numbers a token.
#[test]
fn head_nine_looks_from_it_to_its_verb() {
    let state = low_rank::State::default();
    let model = LowRank::compute(&state, Lang::En);
    let found = model.found.as_ref().unwrap();
    assert_eq!((state.head, found.rank), (9, 64));
    let words: Vec<&str> = asset::tokens().collect();
    let looks: Vec<(&str, &str)> = (0..words.len())
        .filter(|token| words[*token] == "it")
        .map(|token| {
            let after = found.after.weights().row(token);
            let most = (0..after.len()).max_by(|a, b| after[*a].total_cmp(&after[*b])).unwrap();
            (found.looks(token, 1).first().map(|look| words[look.0]).unwrap(), words[most])
        })
        .collect();
    assert!(looks.iter().all(|(before, after)| before == after), "still: {looks:?}");
    let verbs = looks.iter().filter(|(_, word)| ["seen", "keeps", "answer", "needed"].contains(word)).count();
    assert_eq!((verbs, looks.len(), looks[4].1), (4, 5, ":"), "{looks:?}");
    both("four of the five “it”s", "五个“it”中有四个");
}

#[test]
fn crossings() {
    let far = 100_000_000;
    let outgrows = |id: &str| {
        let model = model(id).unwrap();
        let weights = model.parameters().bytes(WeightFormat::Fp8);
        frugal::i18n::integer((model.longest_within(weights.into(), 1, CacheFormat::Bf16, far) + 1).into())
    };
    both(
        &format!("at {} tokens for Llama-3.1-405B", outgrows("llama-3.1-405b")),
        &format!("Llama-3.1-405B 在 {} 个 token", outgrows("llama-3.1-405b")),
    );
    both(&format!("at {} for V3", outgrows("deepseek-v3")), &format!("V3 要到 {} 个", outgrows("deepseek-v3")));
    let maverick = model("llama-4-maverick").unwrap();
    let window = maverick.window.unwrap();
    assert_eq!((4 * u32::from(window.layers), window.tokens), (3 * u32::from(maverick.layers), 8192));
    both("8,192 tokens at most", "最多回看 8,192 个 token");
    let from = frugal::i18n::integer(takeovers(v3(), maverick, far)[0].into());
    both(&format!("from {from} tokens on"), &format!("从 {from} 个 token 起"));
}

#[test]
fn sums() {
    let e4m3 = Format::E4M3FN;
    let nearest = |x: f64, format: Format| format.decode(encode(x, format, Rounding::NearestEven, Overflow::Native));
    let sum = |format: Format| nearest(sum_to_odd(nearest(0.1, format), nearest(0.2, format)), format);
    assert_eq!(sum(e4m3), nearest(0.3, e4m3));
    assert!(sum(Format::E5M2) != nearest(0.3, Format::E5M2));
    let again = |start, step, times, format| {
        let rule = Rule::Fixed(Rounding::NearestEven);
        Repeated::new(nearest(start, format), nearest(step, format), times, format, rule, Overflow::Native).end()
    };
    both(
        &format!("added 200 times, rounded to nearest, stops at {}", again(0.2, 0.1, 200, e4m3)),
        &format!("加上 200 次，就近舍入会停在 {}", again(0.0, 0.1, 200, e4m3)),
    );
    assert_eq!(again(1.0, 0.001, 1000, Format::BF16), 1.0);
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
    let low = e4m3.decode(encode(0.1, e4m3, Rounding::TowardZero, Overflow::Native));
    let share = percent((0.1 - low) / e4m3.ulp(0.1), 2);
    both(&format!("below the number, {share} here"), &format!("所占的比例，这里是 {share}"));
    assert!(round(500.0).is_nan() && e4m3.is_tie(17.0) && e4m3.is_tie(464.0));
}

#[test]
fn balance() {
    let state = frugal::widgets::balance::State::default();
    both(&format!("{} experts under four methods", state.experts), &format!("{} 个专家，用四种方法", state.experts));
    both(&format!("γ = {}", significant(state.gamma, 1)), &format!("γ = {}", significant(state.gamma, 1)));
    let learners = readings_of("balance", &split("view=learn&at=0"), Lang::En).unwrap().readings;
    let Some((_, Value::Number(mean))) = learners.into_iter().find(|(name, _)| *name == "mean_load") else { panic!() };
    let learners = frugal::numerics::balance::TOKENS as f64 / mean;
    both(&format!("{learners} small experts"), &format!("{learners} 个小专家"));
    assert_eq!(frugal::numerics::balance::Method::ALL.len(), 4);
    // Quoted from the V3 report, not computed: the widget's entry of that source has to quote the same.
    both("a validation loss of 2.258 with the loss per sequence", "用序列级辅助损失时，验证损失为 2.258");
    both("2.253 with the loss per batch and 2.253 with the bias", "用批次级的，2.253；用偏置，2.253");
    both("the tiny weight 0.0001", "权重只有 0.0001");
    let quotes = [
        (Lang::En, ["2.258 per sequence, 2.253 per batch, 2.253 with bias", "α = 0.0001"]),
        (Lang::Zh, ["序列级 2.258、批次级 2.253、偏置 2.253", "α = 0.0001"]),
    ];
    for (lang, quotes) in quotes {
        let sources = Balance::sources(lang);
        let v3 = sources.iter().find(|source| source.href.contains("2412.19437")).unwrap();
        quotes.into_iter().for_each(|quote| assert!(v3.text.contains(quote), "{} does not quote {quote}", v3.text));
    }
}

/// A reading of `frugal-scaling` in some state.
fn scaling(query: &str, name: &str) -> f64 {
    let computed = readings_of("scaling", &frugal::state::split(query), Lang::En).unwrap();
    match computed.readings.into_iter().find(|(known, _)| *known == name) {
        Some((_, Value::Number(number))) => number,
        other => panic!("{name}: {other:?}"),
    }
}

#[test]
fn scales() {
    let (largest, other) = (scaling("", "largest"), scaling("", "largest_other"));
    both(
        &format!("one is {largest} and no other exceeds {}", significant(other, 3)),
        &format!("一个是 {largest}，其余都不超过 {}", significant(other, 3)),
    );
    // Tiles of 32 that fill their rows: so many numbers.
    let tiles = scaling("granularity=tile-1x32-e8m0", "scale_count");
    let numbers = frugal::i18n::integer((32.0 * tiles) as u128);
    both(&format!("{numbers} numbers"), &format!("{numbers} 个数"));
    // Below the smallest normal number the steps no longer shrink.
    let e4m3 = Format::E4M3FN;
    assert_eq!(e4m3.ulp(e4m3.min_normal()), e4m3.ulp(0.0));
    let range = libm::log2(e4m3.max_finite() / e4m3.min_normal());
    assert!(range.ceil() - range < 0.25, "nearly");
    both(&format!("over nearly {} powers of two", range.ceil()), &format!("横跨近 {} 个二倍程", range.ceil()));
    let tiles = "granularity=tile-1x128&beside-granularity=tile-1x128";
    assert!(scaling(tiles, "sqnr_db_others") > scaling(tiles, "beside_sqnr_db_others"));
    let channel =
        |outlier: f64| scaling(&format!("source=outlier-channel&outlier={outlier}&format=e4m3fn"), "sqnr_db_others");
    assert!((channel(1.0) - channel(10_000.0) - 3.0).abs() < 0.1, "ten thousand times as large costs 3 dB");
    both("E4M3 loses 3 dB", "E4M3 才损失 3 dB");
    let seed = frugal::widgets::scaling::State::default().seed;
    both(
        &format!("{TOKENS} × {CHANNELS} random numbers from seed {seed}"),
        &format!("种子为 {seed} 的 {TOKENS} × {CHANNELS} 个随机数"),
    );
    let links = [
        linked(EN, "spread with a standard deviation of one and a half decades"),
        linked(ZH, "各 token 的幅度差别很大，对数标准差为 1.5 个数量级"),
    ];
    assert!(links.iter().all(|link| link.get("spread") == Some("1.5")));
    let links = [linked(EN, "ten thousand times as large"), linked(ZH, "一万倍")];
    assert!(links.iter().all(|link| link.get("outlier") == Some("10000")));
    let spread = "source=token-spread&spread=1.5&format=e4m3fn&beside-format=e4m3fn&granularity=block-128&beside-granularity=tile-1x128";
    assert!((scaling(spread, "flushed_to_zero_fraction") - 0.25).abs() < 0.01, "a quarter");
    assert_eq!(scaling(spread, "beside_flushed_to_zero_fraction"), 0.0);
}

#[test]
fn narrow_sums() {
    let all = products(4096, Signs::Positive, 1);
    let exact = Exact::of(&all).value();
    let method = |accumulator, promote_every| Method { accumulator, cutting: Cutting::Floor, promote_every };
    let error = |accumulator, promote_every| {
        let method = method(accumulator, promote_every);
        percent((method.run(&all).last().unwrap().sum / exact - 1.0).abs(), 3)
    };
    let nearest = error(Accumulator::Bits14Nearest, None);
    assert_eq!(nearest, "0.429%");
    both("off by 0.43%", "只偏 0.43%");
    let promoted = error(Accumulator::Fp22Fused, Some(128));
    both(&format!("leaves {promoted}"), &format!("只剩 {promoted}"));
    assert_eq!(error(Accumulator::Fp22Split, None), "0.263%");
    both("loses 0.26%", "只损失 0.26%");
    let k = frugal::widgets::accumulator::State::default().k;
    assert_eq!(all.len(), k as usize);
    let k = frugal::i18n::integer(k.into());
    both(&format!("With {k} products"), &format!("{k} 个同号乘积"));
    both(&format!("{GROUP} products at a time"), &format!("每次取 {GROUP} 个乘积"));
    let mixed = products(4096, Signs::Mixed, 1);
    let exact = Exact::of(&mixed).value();
    let off = (method(Accumulator::Fp22Fused, None).run(&mixed).last().unwrap().sum - exact).abs();
    let usual = mixed.iter().map(|x| x * x).sum::<f64>().sqrt();
    let [itself, usual] = [off / exact.abs(), off / usual].map(|error| percent(error, 3));
    both(
        &format!("off by {itself} of itself, and by {usual} of the root of the sum of its products' squares"),
        &format!("偏了它自身的 {itself}；若相对于各乘积平方和的平方根，也就是这类和通常的大小，则偏 {usual}"),
    );
}

#[test]
fn learning_in_eight_bits() {
    let guess = significant(core::f64::consts::LN_2, 3);
    both(&format!("guessing would cost {guess}"), &format!("瞎猜是 {guess}"));
    let usual = frugal::widgets::training::State::default().learning_rate;
    for link in [linked(EN, "steps three times as large"), linked(ZH, "步子放大到三倍")] {
        let rate: f64 = link.get("learning-rate").unwrap().parse().unwrap();
        assert!((rate / usual - 3.0).abs() < 1e-12, "{rate} is not three times {usual}");
    }
}

#[test]
fn precision() {
    use frugal::widgets::precision_map::{Pass, Precision, State, Tensor, Tile, roles};
    let context = frugal::i18n::integer(State::default().context.into());
    both(&format!("texts of {context} tokens"), &format!("文本长 {context} 个 token"));
    let shapes = [roles(Pass::Forward)[0], roles(Pass::Wgrad)[1]].map(|role| role.tile.shape());
    assert_eq!(shapes, [Some((1, 128)), Some((128, 1))]);
    both("a scale for each token and 128 channels", "每个 token、每 128 个通道一个因子");
    both("128 tokens and one channel", "128 个 token、一个通道");
    assert_eq!(roles(Pass::Dgrad)[1].tile, Tile::Block);
    let kept = roles(Pass::Update).map(|role| (role.tensor, role.precision));
    assert!(
        kept.contains(&(Tensor::MasterWeight, Precision::Fp32)) && kept.contains(&(Tensor::Moments, Precision::Bf16))
    );
    both("The master weights are in FP32", "主权重必须用 FP32");
    both("the moments are in BF16", "一阶、二阶矩用的是 BF16");
}
