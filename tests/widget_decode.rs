//! `frugal-decode`: its numbers, its words, its drawing, and nonsense in every field.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "a test may panic")]

#[path = "support/views.rs"]
mod views;

use frugal::i18n::Lang;
use frugal::numerics::attention::{Layer, throttled_balance};
use frugal::numerics::models::CacheKind;
use frugal::state::{Choice as _, Pairs, Table as _, Value, read, split};
use frugal::widgets::decode::{Computed, Decode, GpuName, Readings, State};
use frugal::widgets::{Clock, Given, Place, PlaceProps, Props, View, Widget as _};
use proptest::prelude::*;
use tokio::task::LocalSet;
use views::untouched;
use yew::{Callback, LocalServerRenderer};

fn state(query: &str) -> State {
    let (state, problems) = read(&State::default(), &split(query));
    assert_eq!(problems, [], "{query}");
    state
}

fn computed(query: &str) -> Computed {
    Decode::compute(&state(query), Lang::En)
}

fn readings(query: &str) -> Readings {
    Decode::readings(&state(query), &computed(query))
}

fn view(state: State, lang: Lang) -> View<Decode> {
    let model = Decode::compute(&state, lang);
    untouched(state, model, lang)
}

fn spoken(query: &str) -> String {
    Decode::spoken(&view(state(query), Lang::En)).replace('\u{a0}', " ")
}

fn rendered(query: &str, lang: Lang) -> String {
    let given = Given { pairs: split(query).into(), ..Given::default() };
    let props = Props {
        id: "decode".into(),
        lang,
        given,
        site: "".into(),
        chrome: Default::default(),
        preset: Default::default(),
        on_change: Callback::noop(),
    };
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let page =
        LocalServerRenderer::<Place>::with_props(PlaceProps { name: "decode", props }).hydratable(false).render();
    LocalSet::new().block_on(&runtime, page)
}

#[test]
fn each_kind_writes_and_reads_what_it_keeps() {
    for (kind, numbers) in [("mha", 64), ("gqa", 32), ("mqa", 16), ("mla", 20)] {
        for at in [0, 3, 10] {
            let step = readings(&format!("attention={kind}&at={at}"));
            assert_eq!(step.cache_elements_per_token, numbers, "{kind}");
            assert_eq!((step.cache_bytes_written, step.cache_bytes_read), (2 * numbers, 2 * numbers * (at + 1)));
            assert_eq!((step.entry_macs, step.entry_macs_without_cache), (32 * numbers, 32 * numbers * (at + 1)));
        }
    }
    let forgotten = readings("rope-key=off");
    assert_eq!((forgotten.cache_elements_per_token, forgotten.cache_bytes_written), (16, 32));
    let ahead = readings("tokens-per-step=2&at=1");
    assert_eq!((ahead.cache_bytes_written, ahead.cache_bytes_read), (80, 160));
}

/// What is counted is what the layers keep.
#[test]
fn counts_agree_with_the_layers() {
    for query in ["", "rope-key=off"] {
        let all = computed(query);
        for decode in &all.decodes {
            let layer = Layer::small(decode.kind, 3).parts(query.is_empty());
            assert_eq!(decode.parts(), layer.map(|part| part as u64), "{:?}", decode.kind);
        }
    }
}

/// What is drawn is the cache that the layer itself writes.
#[test]
fn the_cache_is_the_layers_own() {
    let all = computed("attention=gqa&at=4");
    assert_eq!(all.cache.len(), 5);
    let layer = Layer::small(CacheKind::Gqa, state("").seed);
    let token = frugal::numerics::routing::token_vector(all.tokens[4].as_bytes(), state("").seed.into(), 32);
    let token: Vec<f64> = token.into_iter().map(f64::from).collect();
    assert_eq!(all.cache[4], layer.entry(&token, Some(4)));
    assert_eq!(layer.attend(&token, Some(4), &all.cache), all.attended);
    for weights in &all.attended.weights {
        assert!((weights.iter().sum::<f64>() - 1.0).abs() < 1e-12 && weights.len() == 5);
    }
}

#[test]
fn without_the_rope_key_the_past_is_a_bag() {
    for kind in ["mha", "gqa", "mqa", "mla"] {
        let with = readings(&format!("attention={kind}&at=9"));
        let without = readings(&format!("attention={kind}&at=9&rope-key=off"));
        assert!(with.order_sensitivity > 1e-3, "{kind}: {}", with.order_sensitivity);
        assert!(without.order_sensitivity < 1e-14, "{kind}: {}", without.order_sensitivity);
    }
    // Both defaults show it plainly.
    for lang in Lang::ALL {
        let all = Decode::compute(&State::default(), lang);
        let most = all.attended.output.iter().fold(0.0f64, |most, x| most.max(x.abs()));
        assert!(all.change > 0.5 * most, "{}", lang.tag());
    }
    assert!(spoken("rope-key=off").contains("Attention is blind to their order"));
    assert!(spoken("at=0").contains("There is no past to look at yet"));
    assert!(!spoken("at=1").contains("other way round"), "one token before is the same either way");
}

#[test]
fn the_roofline_has_the_published_numbers() {
    let at = |query: &str| readings(&format!("view=roofline&{query}"));
    let flop = |kind: &str| at(&format!("attention={kind}")).flop_per_byte;
    assert_eq!((flop("mha"), flop("gqa"), flop("mqa")), (1.0, 8.0, 128.0));
    assert!((flop("mla") - 241.8).abs() < 0.03);
    let mla = at("");
    assert!((mla.machine_balance - 295.2).abs() < 0.03);
    assert_eq!((mla.bound.as_str(), mla.cache_elements_per_token), ("memory", 576));
    assert_eq!((mla.cache_bytes_written, mla.cache_bytes_read), (1152, 4096 * 1152));
    assert_eq!(at("attention=mha").cache_elements_per_token, 32_768);
    let ahead = at("tokens-per-step=2");
    assert_eq!((ahead.flop_per_byte, ahead.bound.as_str()), (2.0 * mla.flop_per_byte, "compute"));
    assert_eq!(ahead.attainable_tflops, 989.0);
    assert!((mla.attainable_tflops - 809.96).abs() < 0.01);
    assert_eq!((at("gpu=h20").bound.as_str(), at("gpu=h20&attention=gqa").bound.as_str()), ("compute", "memory"));
    assert_eq!(at("attention=gqa&heads=128").flop_per_byte, 16.0);
    assert_eq!(at("attention=mla&heads=64").flop_per_byte, mla.flop_per_byte / 2.0);
    assert_eq!(at("batch=64&context=999").flop_per_byte, mla.flop_per_byte, "each sequence reads its own cache");
    assert!(at("counted=layer").flop_per_byte < 10.0 && at("counted=layer&batch=4096").flop_per_byte > 295.3);
    let said = spoken("view=roofline");
    assert!(
        said.contains("does 242 operations") && said.contains("could do 295") && said.contains("at most 810"),
        "{said}"
    );
    assert!(spoken("view=roofline&gpu=h20").contains("arithmetic sets the pace"));
}

/// DeepSeek's own reckoning for the H800: half of 865 TFLOP/s over 3.35 TB/s, which it takes as 128 heads, and two
/// operations a byte for each head and token, which is more than what is counted to the digit.
#[test]
fn deepseek_reckons_with_a_throttled_card() {
    let all = computed("view=roofline");
    let bend = throttled_balance(all.gpu).unwrap();
    assert_eq!(all.gpu.throttled_tflops(), Some(865));
    assert!((bend - 865.0 / 3.35).abs() < 1e-9 && (bend / 2.0 - 128.0).abs() < 1.5, "{bend}");
    for (query, count) in [("", 256), ("tokens-per-step=2", 512), ("heads=64", 128)] {
        let all = computed(&format!("view=roofline&{query}"));
        let mla = all.decode(CacheKind::Mla);
        assert_eq!(mla.rounded_flop_per_byte(), count, "{query}");
        assert!(mla.flop_per_byte() < count as f64 && mla.flop_per_byte() > 0.9 * count as f64, "{query}");
    }
    let said = spoken("view=roofline");
    assert!(said.contains("865 TFLOP/s, 258 operations a byte") && said.contains("256 here"), "{said}");
    for query in ["gpu=h100-sxm", "attention=mha", "counted=layer"] {
        assert!(!spoken(&format!("view=roofline&{query}")).contains("DeepSeek"), "{query}");
    }
    assert!(rendered("view=roofline", Lang::En).contains("throttled: 865</text>"));
    assert!(!rendered("view=roofline&gpu=h100-sxm", Lang::En).contains("throttled: 865"));
    let document = "FlashMLA/blob/main/docs/20250422-new-kernel-deep-dive.md";
    assert!(Decode::sources(Lang::En)[0].href.ends_with(document));
}

/// No point lies above the solid roof, and none is drawn above a line that is said to be measured: none is.
#[test]
fn no_point_lies_above_the_roof() {
    for query in ["", "heads=512", "tokens-per-step=4", "gpu=h20"] {
        let all = computed(&format!("view=roofline&{query}"));
        for kind in CacheKind::ALL {
            let memory = all.decode(*kind).flop_per_byte() * f64::from(all.gpu.bandwidth_gbs) / 1e3;
            let tflops = all.attainable_tflops(*kind);
            assert!(tflops <= memory && tflops <= f64::from(all.gpu.bf16_tflops.unwrap()), "{query}: {kind:?}");
        }
    }
}

/// Each card says where its figures are from, and which were not found in a data sheet.
#[test]
fn every_card_has_its_source() {
    for lang in Lang::ALL {
        let sources = Decode::sources(lang);
        for name in GpuName::ALL {
            let gpu = name.gpu();
            let tflops = format!("{} TFLOP/s", frugal::i18n::integer(gpu.bf16_tflops.unwrap().into()));
            let own: Vec<_> = sources
                .iter()
                .filter(|source| {
                    source.text.contains(&tflops) && source.text.contains(&format!("{} GB", gpu.memory_gb))
                })
                .collect();
            assert!(!own.is_empty(), "{}", gpu.id);
        }
        let unsure = if lang == Lang::En { "no data sheet" } else { "没有查到" };
        assert_eq!(
            sources.iter().filter(|source| source.text.contains(unsure)).count(),
            GpuName::ALL.iter().filter(|name| !name.gpu().confirmed).count()
        );
    }
}

#[test]
fn one_is_said_as_one() {
    let said = spoken("view=roofline&heads=1&batch=1&context=1&counted=layer");
    assert!(said.contains("1 query head, 1 sequence and 1 cached token of each"), "{said}");
    assert!(spoken("view=roofline").contains("With 128 query heads, MLA"));
}

/// What grows is stated with its shape.
#[test]
fn shapes_are_stated() {
    for (query, shapes) in [
        ("attention=mha&at=4", "keys 5×4×8, values 5×4×8, scores 4×5"),
        ("attention=gqa&at=4", "keys 5×2×8, values 5×2×8, scores 4×5"),
        ("attention=mla&at=4", "latents 5×16, rope keys 5×4, scores 4×5"),
        ("attention=mla&at=7&rope-key=off", "latents 8×16, scores 4×8"),
    ] {
        assert!(rendered(query, Lang::En).contains(shapes), "{query}: {shapes}");
        let all = computed(query);
        let (tokens, heads) = (all.cache.len(), all.attended.weights.len());
        assert!(shapes.ends_with(&format!("scores {heads}×{tokens}")), "{query}");
        assert_eq!(all.decode(state(query).attention).cached_elements(), all.cache[0].len() as u64, "{query}");
    }
}

#[test]
fn approximate_cards_are_said_to_be() {
    let about = "figures of this card are approximate";
    assert!(rendered("view=roofline&gpu=h20", Lang::En).contains(about));
    assert!(!rendered("view=roofline&gpu=h100-sxm", Lang::En).contains(about));
    assert!(!rendered("gpu=h20", Lang::En).contains(about), "the steps need no card");
}

#[test]
fn challenges_are_answered_by_counting() {
    let asked = Decode::challenges(Lang::En);
    let answers: Vec<f64> = asked.iter().map(|ask| (ask.answer)()).collect();
    assert_eq!(answers[0], 157.0);
    assert_eq!(answers[2], 4_718_592.0);
    // The state that is shown is the first that is paced by arithmetic, and the one below is not.
    for (ask, field) in asked.iter().zip(["heads", "batch"]) {
        let pairs: Pairs = ask.shows.iter().copied().collect();
        let (shown, problems) = read(&State::default(), &pairs);
        assert_eq!(problems, []);
        let text = shown.texts().into_iter().find(|(name, _)| *name == field).unwrap().1;
        assert_eq!(text.parse::<f64>().unwrap(), (ask.answer)(), "{field}");
        let bound = |state: &State| Decode::readings(state, &Decode::compute(state, Lang::En)).bound;
        let mut below = shown.clone();
        below.set(field, &(text.parse::<u32>().unwrap() - 1).to_string()).unwrap();
        assert_eq!((bound(&shown).as_str(), bound(&below).as_str()), ("compute", "memory"), "{field}");
    }
    for lang in Lang::ALL {
        let shown = Decode::challenges(lang).into_iter().flat_map(|ask| ask.shows.iter());
        let tried = Decode::presets(lang).into_iter().flat_map(|preset| preset.fields.iter());
        for (field, text) in shown.chain(tried) {
            assert_eq!(State::check(field, text), Ok(()), "{field}={text}");
        }
    }
}

#[test]
fn the_timeline_runs_over_the_sentence() {
    let clock = |query: &str| Decode::clock(&state(query), &computed(query));
    assert_eq!(clock(""), Some(Clock { at: 7, end: 10 }));
    assert_eq!(clock("tokens-per-step=2"), Some(Clock { at: 5, end: 5 }));
    assert_eq!(clock("text=a b c"), Some(Clock { at: 2, end: 2 }));
    assert_eq!(clock("view=roofline"), None);
    let mut moved = State::default();
    Decode::seek(&mut moved, u32::MAX);
    assert_eq!(State::check("at", &moved.at.to_string()), Ok(()));
}

#[test]
fn remarks_name_the_field() {
    let remarks = |query: &str| Decode::remarks(&view(state(query), Lang::En));
    assert_eq!(remarks(""), [""; 0]);
    assert_eq!(remarks("text=a b"), ["at: there are 2 steps; the last is shown."]);
    assert_eq!(
        remarks("text=a b c d e f g h i j k l m n"),
        ["text: the first 12 tokens are decoded; left out after them: 2."]
    );
    assert_eq!(remarks("text=a&at=3"), ["at: there is only one step, and it is shown."]);
    assert_eq!(remarks("text=%20%20"), ["text: holds no word, so the sample is decoded."]);
}

const STATES: [&str; 10] = [
    "",
    "attention=mha&at=0",
    "attention=gqa&at=11&tokens-per-step=4",
    "attention=mqa&text=一",
    "rope-key=off&text=👩🏽‍🚀 xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx <b>",
    "view=roofline",
    "view=roofline&attention=mha&gpu=rtx-4090&heads=1",
    "view=roofline&heads=512&tokens-per-step=4&gpu=b200-sxm",
    "view=roofline&counted=layer&batch=4096&context=1000000",
    "view=up&attention=abc&at=-1&gpu=m3-ultra&heads=1e9&rope-key=maybe",
];

#[test]
fn every_state_is_drawn_whole_in_both_languages() {
    for (query, lang) in STATES.iter().flat_map(|query| Lang::ALL.map(|lang| (query, lang))) {
        let html = rendered(query, lang);
        assert_eq!(html.matches("<svg").count(), html.matches("</svg>").count(), "{query}");
        assert!(html.matches("<svg").count() >= 2, "{query}");
        for bad in ["{", "NaN", ">inf", "∞", "style=", "<b>"] {
            let shown = html.split_once(bad).map(|(before, after)| {
                let before: String = before.chars().rev().take(60).collect::<Vec<_>>().into_iter().rev().collect();
                before + bad + &after.chars().take(60).collect::<String>()
            });
            assert_eq!(shown, None, "{query}, {}", lang.tag());
        }
    }
}

/// No rectangle lies outside of its drawing.
#[test]
fn nothing_is_drawn_outside() {
    for query in STATES.iter().filter(|query| !query.contains("roofline")) {
        let html = rendered(query, Lang::En);
        for svg in html.split("<svg class=\"sketch").skip(1) {
            let svg = svg.split("</svg>").next().unwrap();
            let width: f64 = svg.split_once("viewBox=\"0 0 ").unwrap().1.split_once(' ').unwrap().0.parse().unwrap();
            for path in svg.split(" d=\"").skip(1) {
                let path = path.split('"').next().unwrap();
                for rectangle in path.split('M').filter(|part| part.ends_with('z')) {
                    let (corner, rest) = rectangle.split_once('h').unwrap();
                    let x: f64 = corner.split(' ').next().unwrap().parse().unwrap();
                    let w: f64 = rest.split('v').next().unwrap().parse().unwrap();
                    assert!(x >= -1.02 && w >= 0.0 && x + w <= width + 1.02, "{query}: {path}");
                }
            }
        }
    }
}

fn text() -> impl Strategy<Value = String> {
    let names: Vec<_> = State::FIELDS.iter().flat_map(|field| field.options).map(|name| (*name).to_owned()).collect();
    prop_oneof![
        ".{0,40}",
        any::<f64>().prop_map(|n| n.to_string()),
        (0u64..2_000_000).prop_map(|n| n.to_string()),
        (0u64..13).prop_map(|n| n.to_string()),
        prop::sample::select(names),
    ]
}

fn fields() -> impl Strategy<Value = Vec<(String, String)>> {
    let known = prop::sample::select(State::FIELDS.iter().map(|field| field.name.to_owned()).collect::<Vec<_>>());
    prop::collection::vec((prop_oneof![9 => known, 1 => "[a-z-]{0,8}"], text()), 0..12)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1500))]

    #[test]
    fn nonsense_leaves_a_working_widget(fields in fields(), zh in any::<bool>()) {
        let pairs: Pairs = fields.into_iter().collect();
        let (state, noticed) = read(&State::default(), &pairs);
        for (field, text) in pairs.iter() {
            let bad = pairs.iter().any(|(name, text)| name == field && State::check(name, text).is_err());
            prop_assert_eq!(noticed.iter().any(|problem| problem.field == field), bad, "{}={}", field, text);
        }
        let texts: Pairs = state.texts().into_iter().collect();
        let (again, problems) = read(&State::default(), &texts);
        prop_assert_eq!(&problems, &[]);
        prop_assert_eq!(&again, &state);
        let view = view(state, if zh { Lang::Zh } else { Lang::En });
        for value in frugal::state::Readings::values(&Decode::readings(&view.state, &view.model)) {
            match value {
                Value::Number(number) => prop_assert!(number.is_finite() && number >= 0.0),
                Value::Text(bound) => prop_assert!(bound == "memory" || bound == "compute"),
                other => panic!("{other:?}"),
            }
        }
        let clock = Decode::clock(&view.state, &view.model);
        prop_assert!(clock.is_none_or(|clock| clock.at <= clock.end));
        let _ = (Decode::stage(&view), Decode::controls(&view), Decode::more(&view), Decode::result(&view));
        let _ = (Decode::table(&view), Decode::formulas(&view), Decode::note(&view), Decode::remarks(&view));
        let own = view.state.text.contains('{');
        let unfilled = Decode::spoken(&view).contains('{');
        prop_assert!(own || !unfilled);
    }
}
