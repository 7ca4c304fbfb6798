//! `frugal-kv-cache`: its numbers, its words, its drawing, and nonsense in every field.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod support;
#[path = "support/views.rs"]
mod views;

use frugal::i18n::{Lang, percent, times};
use frugal::numerics::models::CacheFormat;
use frugal::state::{Pairs, Table as _, Value, read, split};
use frugal::widgets::kv_cache::{Computed, KvCache, Readings, State, claims};
use frugal::widgets::{Given, Place, PlaceProps, Props, View, Widget as _};
use proptest::prelude::*;
use support::reference;
use tokio::task::LocalSet;
use views::untouched;
use yew::{Callback, LocalServerRenderer};

fn state(query: &str) -> State {
    let (state, problems) = read(&State::default(), &split(query));
    assert_eq!(problems, [], "{query}");
    state
}

fn computed(query: &str) -> Computed {
    KvCache::compute(&state(query), Lang::En)
}

fn readings(query: &str) -> Readings {
    KvCache::readings(&state(query), &computed(query))
}

fn view(state: State, lang: Lang) -> View<KvCache> {
    let model = KvCache::compute(&state, lang);
    untouched(state, model, lang)
}

fn spoken(query: &str) -> String {
    KvCache::spoken(&view(state(query), Lang::En)).replace('\u{a0}', " ")
}

fn rendered(query: &str, lang: Lang) -> String {
    let given = Given { pairs: split(query).into(), ..Given::default() };
    let props = Props {
        id: "kv-cache".into(),
        lang,
        given,
        site: "".into(),
        chrome: Default::default(),
        preset: Default::default(),
        on_change: Callback::noop(),
    };
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let page =
        LocalServerRenderer::<Place>::with_props(PlaceProps { name: "kv-cache", props }).hydratable(false).render();
    LocalSet::new().block_on(&runtime, page)
}

#[test]
fn defaults_are_as_documented() {
    let texts = State::default().texts();
    let text = |name: &str| texts.iter().find(|(field, _)| *field == name).unwrap().1.clone();
    assert_eq!(text("models"), "deepseek-v3,llama-3.1-405b,qwen2.5-72b");
    assert_eq!((text("gpu"), text("gpus"), text("context")), ("h100-sxm".into(), "16".into(), "131072".into()));
    assert_eq!((text("baseline"), text("unit")), ("same-shape-mha".into(), "decimal".into()));
}

#[test]
fn bytes_of_every_model_are_the_references() {
    for (name, model) in reference("models.json")["models"].as_object().unwrap() {
        let cache = &model["kv_cache"];
        let models = format!("models={}", name.to_lowercase());
        let row = readings(&models);
        assert_eq!(row.kv_bytes_per_token, [cache["bytes_per_token_bf16"].as_u64().unwrap()], "{name}");
        if let Some(mha) = cache["mha_equivalent_2_nh_dh_l_elements"].as_u64() {
            let ratio = mha as f64 / cache["elements_per_token"].as_f64().unwrap();
            assert_eq!(row.ratio_to_baseline, [ratio], "{name}");
            let naive = cache["naive_cache_elements_per_token"].as_f64().unwrap();
            let unfolded = readings(&format!("{models}&baseline=mha-192"));
            assert_eq!(unfolded.ratio_to_baseline, [naive / cache["elements_per_token"].as_f64().unwrap()], "{name}");
        }
    }
}

#[test]
fn published_bytes() {
    let all = readings("models=deepseek-v3,qwen2.5-72b,llama-3.1-405b,deepseek-v2");
    assert_eq!(all.kv_bytes_per_token, [70_272, 327_680, 516_096, 69_120]);
    assert_eq!(readings("models=deepseek-67b").kv_bytes_per_token, [389_120]);
    let default = readings("");
    assert_eq!(default.cache_bytes, [9_210_691_584, 67_645_734_912, 42_949_672_960]);
    assert_eq!(readings("batch=1024&context=10000000").cache_bytes[0], 70_272 * 1024 * 10_000_000);
}

/// Each question has its own answer, and the sentence says which question.
#[test]
fn five_ratios_answer_five_questions() {
    let v2 = "models=deepseek-v2,deepseek-67b&baseline=deepseek-67b";
    for (query, ratio, saved, question) in [
        ("", "56.9", "98.2%", "a key and a value for each of its 128 heads"),
        ("baseline=mha-192", "71.1", "98.6%", "a 192-wide key and a 128-wide value for each of its 128 heads"),
        (v2, "5.63", "82.2%", "DeepSeek-67B, at 16 bits"),
        (&format!("{v2}&cache-format=6-bit"), "15", "93.3%", "DeepSeek-67B, at 16 bits"),
        ("models=deepseek-v2", "56.9", "98.2%", "a key and a value for each of its 128 heads"),
    ] {
        let spoken = spoken(query);
        for part in [&format!("would take {ratio} times"), saved, question] {
            assert!(spoken.contains(part), "{query}: no “{part}” in {spoken}");
        }
    }
    assert!(spoken(&format!("{v2}&cache-format=6-bit")).contains("with 16 bits on both sides it is 82.2%"));
    assert!(!spoken(v2).contains("both sides"));
    let bits = spoken("models=glm-4.5,llama-3.1-405b&baseline=deepseek-67b&cache-format=6-bit");
    assert!(bits.contains("both sides it is 3.16%"), "{bits}");
    let bits = spoken("models=llama-3.1-405b&baseline=deepseek-67b&cache-format=6-bit");
    assert!(bits.contains("All of that comes from fewer bits."), "{bits}");
}

#[test]
fn a_smaller_baseline_is_said_to_be_smaller() {
    let mqa = spoken("baseline=mqa");
    assert!(mqa.contains("would take only 0.444 times as much") && !mqa.contains("saved"), "{mqa}");
    let same = spoken("models=llama-3.1-405b&baseline=gqa-8");
    assert!(same.contains("8 keys and values shared by its heads (GQA) would take exactly as much"), "{same}");
    // Where there is no MLA to unfold, the question is that of the same shape.
    assert!(spoken("models=llama-3.1-405b&baseline=mha-192").contains("a key and a value for each of its 128 heads"));
}

#[test]
fn users_fit_beside_the_weights_or_not_at_all() {
    assert_eq!(readings("").sequences_that_fit, [66, 12, 28]);
    // 1,128 GB less 671,026,404,352 bytes of weights, over 9,210,691,584 bytes a user: 49.6.
    assert_eq!(readings("gpu=h200-sxm&gpus=8").sequences_that_fit[0], 49);
    let alone = spoken("gpus=1");
    assert_eq!(readings("gpus=1").sequences_that_fit, [0, 0, 0]);
    assert!(alone.contains("the weights come first: their 671 GB need 9 × H100"), "{alone}");
    assert!(spoken("gpus=9&context=10000000").contains("not a single user"));
    assert!(spoken("context=1").contains("After 1 token that is 70.3 kB"));
    assert!(spoken("models=deepseek-v3&context=10000000&batch=2").contains("2 users need 1.41 TB"));
}

#[test]
fn windows_bound_what_grows() {
    // Mistral-7B-v0.1: 4,096 tokens in every layer.
    assert_eq!(readings("models=mistral-7b-v0.1&context=1000000").cache_bytes, [131_072 * 4096]);
    // gpt-oss: half of the layers keep 128 tokens.
    let half = 73_728 / 2;
    assert_eq!(readings("models=gpt-oss-120b&context=1000").cache_bytes, [half * 1000 + half * 128]);
    // Llama 4: three of four layers keep 8,192 tokens.
    let quarter = 196_608 / 4;
    let scout = readings("models=llama-4-scout&context=1000000");
    assert_eq!(scout.cache_bytes, [quarter * 1_000_000 + 3 * quarter * 8192]);
    let html = rendered("models=llama-4-scout,mistral-7b-v0.1", Lang::En);
    assert!(html.contains("After 8,192 tokens only 12 of 48 layers grow."));
    assert!(html.contains("No layer keeps more than 4,096 tokens."));
}

#[test]
fn presets_keep_their_promises() {
    let at = |label: &str| {
        let preset = KvCache::presets(Lang::En).into_iter().find(|preset| preset.label.contains(label)).unwrap();
        let pairs: Pairs = preset.fields.iter().copied().collect();
        let (state, problems) = read(&State::default(), &pairs);
        assert_eq!(problems, []);
        state
    };
    let says = |state: State| KvCache::spoken(&view(state, Lang::En));
    assert!(says(at("93.3%")).contains("93.3%"));
    assert!(says(at("57 times or 71")).contains("71.1"));
    assert_eq!(at("128K").context, 128 * 1024);
    assert_eq!(at("million").context, 1_000_000);
    assert!(says(at("million")).contains("Llama-4-Maverick, 36 of whose 48 layers look back at most 8,192 tokens, keeps less than DeepSeek-V3 from 57,196"));
    assert!(says(at("outgrow")).contains("At 9,548,987 tokens its cache takes more than all its weights"));
    assert!(says(at("37 B")).contains("the weights come first"));
    for lang in Lang::ALL {
        for preset in KvCache::presets(lang) {
            for (field, text) in preset.fields {
                assert_eq!(State::check(field, text), Ok(()), "{}: {field}={text}", preset.label);
            }
        }
    }
}

/// From V3's 671,026,404,352 bytes of FP8 weights and 70,272 bytes a token; and so on for the others, by hand.
#[test]
fn caches_outgrow_weights_where_division_says() {
    let crossing = |weights: u64, token: u64| weights / token + 1;
    let found = readings("").context_outgrowing_weights;
    assert_eq!(found[..2], [crossing(671_026_404_352, 70_272), crossing(405_853_388_800, 516_096)]);
    assert_eq!(found[..2], [9_548_987, 786_392]);
    let half = readings("models=llama-3.1-405b&weight-format=bf16&batch=2").context_outgrowing_weights;
    assert_eq!(half, [crossing(405_853_388_800, 516_096)], "two users of twice the weights");
    // Every layer of Mistral-7B-v0.1 stops at 4,096 tokens, 0.5 GB: far below its weights.
    assert_eq!(readings("models=mistral-7b-v0.1").context_outgrowing_weights, [0]);
    for batch in [1, 7] {
        for row in computed(&format!("models=gpt-oss-120b,llama-4-scout,kimi-k2,falcon-7b&batch={batch}")).rows {
            let at = row.outgrows.unwrap();
            let caches = |tokens| row.model.cache_bytes(tokens, CacheFormat::Bf16) * batch;
            assert!(caches(at) > row.weights.into() && caches(at - 1) <= row.weights.into(), "{}", row.model.id);
        }
    }
}

#[test]
fn windows_undercut_latents_on_long_texts() {
    let found = readings("models=deepseek-v3,llama-4-maverick,gpt-oss-120b,llama-3.1-405b");
    // 36,864 · 128 bytes of windows against 70,272 − 36,864 a token: 141.2.
    assert_eq!(found.context_undercutting_first, [0, 57_196, 142, 0]);
    assert_eq!(readings("models=llama-3.1-405b,deepseek-v3").context_undercutting_first, [0, 1]);
    for (models, words) in [
        ("deepseek-v3,gpt-oss-120b", "18 of whose 36 layers look back at most 128 tokens"),
        ("deepseek-v3,mistral-7b-v0.1", "32 of whose 32 layers look back at most 4,096 tokens"),
    ] {
        let said = spoken(&format!("view=growth&models={models}"));
        assert!(said.contains(words), "{said}");
    }
    let html = rendered("models=deepseek-v3,llama-4-maverick&view=growth", Lang::En);
    assert!(html.contains("less than DeepSeek-V3 from 57,196 on") && html.contains("kv__ring"));
    assert!(html.contains("After 8,192 tokens only 12 of 48 layers grow."));
    assert!(!rendered("view=growth", Lang::En).contains("kv__ring"));
}

/// The FP8 cache that DeepSeek released is not plain 8 bits a number.
#[test]
fn the_released_fp8_cache_is_told_apart() {
    let said = spoken("cache-format=fp8");
    assert!(said.contains("576 bytes a token and layer; the FP8 cache that DeepSeek released takes 656"), "{said}");
    assert!(!spoken("").contains("released"));
    assert!(!spoken("cache-format=fp8&models=llama-3.1-405b").contains("released"), "only for latents");
}

/// All five published ratios at once, each computed, with its question.
#[test]
fn five_ratios_stand_side_by_side() {
    let shown: Vec<String> =
        claims().iter().map(|claim| times(claim.ratio, 3) + " " + &percent(claim.saved(), 3)).collect();
    assert_eq!(shown, ["56.9× 98.2%", "71.1× 98.6%", "56.9× 98.2%", "5.63× 82.2%", "15× 93.3%"]);
    assert_eq!(claims()[0].bytes(), [3_997_696, 70_272]);
    assert_eq!(claims()[1].bytes(), [4_997_120, 70_272]);
    assert_eq!(claims()[4].bytes(), [389_120, 25_920]);
    let html = rendered("view=ratios", Lang::En);
    for words in [
        "56.9×",
        "against its 128 heads, if each",
        "kept a key and a value 128 wide",
        "71.1×",
        "128 keys 192 wide, values 128 wide",
        "98.2%",
        "as the share that is saved",
        "82.2%",
        "DeepSeek-V2 against DeepSeek-67B, the",
        "model before it, both in 16 bits",
        "93.3%",
        "V2’s cache in 6 bits, DeepSeek-67B’s in 16",
    ] {
        assert!(html.matches(words).count() >= 2, "not in both drawings: {words}");
    }
    // Above them the one that is set.
    assert!(rendered("view=ratios&baseline=mqa", Lang::En).contains("0.444×"));
}

#[test]
fn challenges_have_computed_answers() {
    let answers: Vec<f64> = KvCache::challenges(Lang::En).iter().map(|challenge| (challenge.answer)()).collect();
    // 640 GB do not hold 671 GB. (671.03 + 100 · 9.2107) / 80 is 19.9. Twice 405.85 GB over 516,096 bytes. As above.
    assert_eq!(answers, [0.0, 20.0, 1_572_783.0, 57_196.0]);
    for challenge in KvCache::challenges(Lang::Zh) {
        for (field, text) in challenge.shows {
            assert_eq!(State::check(field, text), Ok(()), "{field}={text}");
        }
    }
    assert_eq!(readings("models=deepseek-v3&gpu=h800-sxm&gpus=8").sequences_that_fit, [0]);
    assert_eq!(readings("models=deepseek-v3&gpu=h800-sxm&gpus=20").sequences_that_fit, [100]);
    assert!(readings("models=deepseek-v3&gpu=h800-sxm&gpus=19").sequences_that_fit[0] < 100);
}

const STATES: [&str; 13] = [
    "",
    "models=deepseek-v2,deepseek-67b&baseline=deepseek-67b&cache-format=6-bit",
    "models=falcon-7b&baseline=gqa-8&context=1&unit=binary",
    "models=gpt-3-175b,llama-4-maverick,gpt-oss-20b,mistral-7b-v0.1&context=10000000&batch=1024",
    "gpu=rtx-4090&gpus=1&weight-format=fp32",
    "gpu=h20&gpus=64&context=1",
    "models=deepseek-v3,deepseek-r1,kimi-k2,glm-4.5&baseline=mqa&gpus=9",
    "baseline=mha-192&cache-format=fp8&weight-format=bf16",
    "view=growth",
    "view=growth&models=mistral-7b-v0.1,gpt-oss-20b,llama-4-maverick,deepseek-v2&batch=1024&unit=binary",
    "view=ratios",
    "view=ratios&models=gpt-3-175b&baseline=deepseek-67b&cache-format=6-bit",
    "models=nonsense&context=-1&batch=nan&gpu=abacus&unit=🙂",
];

#[test]
fn every_state_is_drawn_whole_in_both_languages() {
    for (query, lang) in STATES.iter().flat_map(|query| Lang::ALL.map(|lang| (query, lang))) {
        let html = rendered(query, lang);
        assert_eq!((html.matches("<svg").count(), html.matches("</svg>").count()), (2, 2), "{query}");
        assert_eq!(html.contains("role=\"slider\""), !query.contains("ratios"), "{query}");
        for bad in ["{", "NaN", "inf", "∞", "style=", "d=\"M-"] {
            let shown = html.split_once(bad).map(|(before, after)| {
                let before: String = before.chars().rev().take(60).collect::<Vec<_>>().into_iter().rev().collect();
                before + bad + &after.chars().take(60).collect::<String>()
            });
            assert_eq!(shown, None, "{query}, {}", lang.tag());
        }
        let hatches: Vec<_> = html.match_indices("<pattern id=\"").map(|(at, _)| &html[at..at + 40]).collect();
        let memory = !query.contains("view=");
        assert!(
            if memory { hatches.len() == 2 && hatches[0] != hatches[1] } else { hatches.is_empty() },
            "{hatches:?}"
        );
    }
}

#[test]
fn approximate_memory_is_said_to_be() {
    assert!(rendered("gpu=h20", Lang::En).contains("the memory of this card is approximate"));
    assert!(!rendered("gpu=h100-sxm", Lang::En).contains("the memory of this card is approximate"));
}

/// No mark lies outside of its drawing: a bar too long is cut and says so.
#[test]
fn nothing_is_drawn_outside() {
    for query in STATES {
        let html = rendered(query, Lang::En);
        for svg in html.split("<svg").skip(1) {
            let svg = svg.split("</svg>").next().unwrap();
            let view_box = svg.split_once("viewBox=\"0 0 ").unwrap().1.split_once(' ').unwrap().0;
            let width: f64 = view_box.parse().unwrap();
            for path in svg.split(" d=\"").skip(1) {
                let path = path.split('"').next().unwrap();
                for rectangle in path.split('M').filter(|part| part.ends_with('z')) {
                    let (corner, rest) = rectangle.split_once('h').unwrap();
                    let x: f64 = corner.split(' ').next().unwrap().parse().unwrap();
                    let w: f64 = rest.split('v').next().unwrap().parse().unwrap();
                    assert!(x >= 0.0 && w >= 0.0 && x + w <= width + 0.02, "{query}: {path}");
                }
            }
        }
    }
    let long = rendered("context=10000000", Lang::En);
    assert!(long.contains("screens still to go: "));
}

fn text() -> impl Strategy<Value = String> {
    let field = prop::sample::select(State::FIELDS.iter().flat_map(|field| field.options).copied().collect::<Vec<_>>());
    prop_oneof![
        ".{0,12}",
        any::<f64>().prop_map(|n| n.to_string()),
        any::<i64>().prop_map(|n| n.to_string()),
        (1u64..20_000_000).prop_map(|n| n.to_string()),
        prop::collection::vec(field, 0..6).prop_map(|names| names.join(",")),
        Just("NaN".into()),
        Just("1e7".into()),
        Just(",,,".into()),
    ]
}

fn fields() -> impl Strategy<Value = Vec<(String, String)>> {
    let known = prop::sample::select(State::FIELDS.iter().map(|field| field.name.to_owned()).collect::<Vec<_>>());
    prop::collection::vec((prop_oneof![9 => known, 1 => "[a-z-]{0,8}"], text()), 0..12)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(3000))]

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
        let (models, context) = (state.models.len(), state.context);
        let view = view(state, if zh { Lang::Zh } else { Lang::En });
        let readings = KvCache::readings(&view.state, &view.model);
        for value in frugal::state::Readings::values(&readings) {
            let Value::List(items) = value else { panic!("{value:?}") };
            prop_assert_eq!(items.len(), models);
        }
        for row in &view.model.rows {
            prop_assert!(row.ratio.is_finite() && row.ratio > 0.0);
            prop_assert!(row.cache <= row.model.cache_bytes(context, view.state.cache_format) * 1024);
        }
        let _ = (KvCache::stage(&view), KvCache::controls(&view), KvCache::more(&view), KvCache::result(&view));
        let _ = (KvCache::table(&view), KvCache::formulas(&view), KvCache::note(&view));
        let unfilled = KvCache::spoken(&view).contains('{');
        prop_assert!(!unfilled);
    }
}
