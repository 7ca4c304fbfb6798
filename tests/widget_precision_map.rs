//! `frugal-precision-map`: its numbers, its words, its drawing, and nonsense in every field.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "a test may panic")]

#[path = "support/fields.rs"]
mod fields;
#[path = "support/views.rs"]
mod views;

use frugal::i18n::Lang;
use frugal::numerics::models::{BLOCK, MODELS, Model, model};
use frugal::state::{Pairs, Readings as _, Table as _, Value, read, split};
use frugal::widgets::precision_map::{Pass, Precision, PrecisionMap, Readings, Role, State, Tensor, Tile, roles};
use frugal::widgets::{Given, Place, PlaceProps, Props, View, Widget as _};
use proptest::prelude::*;
use tokio::task::LocalSet;
use views::untouched;
use yew::{Callback, LocalServerRenderer};

fn state(query: &str) -> State {
    let (state, problems) = read(&State::default(), &split(query));
    assert_eq!(problems, [], "{query}");
    state
}

fn readings(query: &str) -> Readings {
    let state = state(query);
    PrecisionMap::readings(&state, &PrecisionMap::compute(&state, Lang::En))
}

fn view(state: State, lang: Lang) -> View<PrecisionMap> {
    let model = PrecisionMap::compute(&state, lang);
    untouched(state, model, lang)
}

fn spoken(query: &str) -> String {
    PrecisionMap::spoken(&view(state(query), Lang::En)).replace('\u{a0}', " ")
}

fn rendered(query: &str, lang: Lang) -> String {
    let props = Props {
        id: "precision-map".into(),
        lang,
        given: Given { pairs: split(query).into(), ..Given::default() },
        site: "".into(),
        chrome: Default::default(),
        preset: Default::default(),
        on_change: Callback::noop(),
    };
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let page = LocalServerRenderer::<Place>::with_props(PlaceProps { name: "precision-map", props })
        .hydratable(false)
        .render();
    LocalSet::new().block_on(&runtime, page)
}

fn v3() -> &'static Model {
    model("deepseek-v3").unwrap()
}

/// Counted by matrices here, by parts in `Model::parameters`: the same weights.
#[test]
fn linear_layers_and_all_others_are_all_parameters() {
    for model in MODELS.iter().filter(|model| ["deepseek-v3", "deepseek-v2", "kimi-k2"].contains(&model.id)) {
        let parameters = model.parameters();
        let linear: u64 = model.linears().iter().map(|linear| linear.weights()).sum();
        // The normalisations inside latent attention: a gain for each compressed query and key.
        let inside = u64::from(model.layers) * (1536 + 512);
        let others = parameters.input_embedding + parameters.lm_head + parameters.router + parameters.norms + inside;
        assert_eq!(linear + others, parameters.total(), "{}", model.id);
        let active: u64 = model.linears().iter().map(|linear| linear.macs()).sum();
        let others = parameters.lm_head + parameters.router + parameters.norms + inside;
        assert_eq!(active + others, parameters.active_without_input_embedding(), "{}", model.id);
    }
}

#[test]
fn bytes_are_those_of_the_report() {
    let all = readings("");
    let total = 671_026_404_352_u64;
    assert_eq!(all.bytes_optimizer, total * 8);
    assert_eq!(all.bytes_gradients, total * 4);
    let linear: u64 = v3().linears().iter().map(|linear| linear.weights()).sum();
    let scales: u64 = v3().linears().iter().map(|linear| linear.scales()).sum();
    assert_eq!(all.bytes_weights, linear + 4 * scales + 2 * (total - linear));
    // A scale for about 16,384 weights; a little more where blocks are ragged.
    let a_scale = linear as f64 / scales as f64;
    assert!(a_scale <= (BLOCK * BLOCK) as f64 && a_scale > 0.99 * (BLOCK * BLOCK) as f64, "{a_scale}");
}

/// Written down again: multiplications of one token by hand.
#[test]
fn the_share_of_fp8_falls_with_the_text() {
    let layers = 61.0;
    let projections =
        7168.0 * 1536.0 + 1536.0 * 128.0 * 192.0 + 7168.0 * 576.0 + 512.0 * 128.0 * 256.0 + 128.0 * 128.0 * 7168.0;
    let linear = layers * projections + 3.0 * 3.0 * 7168.0 * 18_432.0 + 58.0 * 9.0 * 3.0 * 7168.0 * 2048.0;
    let wide = 129_280.0 * 7168.0 + 58.0 * 256.0 * 7168.0;
    for context in [1_u32, 4096, 131_072] {
        let attention = layers * 128.0 * 320.0 * (f64::from(context) + 1.0) / 2.0;
        let share = readings(&format!("context={context}")).fp8_flop_fraction;
        assert!((share - linear / (linear + wide + attention)).abs() < 1e-12, "{context}: {share}");
    }
    let [short, long] = ["context=1", "context=131072"].map(|query| readings(query).fp8_flop_fraction);
    assert!(short > 0.97 && long < 0.2, "{short} {long}");
}

/// A scale must not change along what is summed.
#[test]
fn tiles_lie_along_the_sum() {
    let [x, w, y] = roles(Pass::Forward);
    assert_eq!((x.tile.shape(), w.tile.shape(), y.tile), (Some((1, 128)), Some((128, 128)), Tile::None));
    let [dy, w_again, _] = roles(Pass::Dgrad);
    assert_eq!((dy.tile, w_again), (Tile::Row, w));
    let [dy, x, dw] = roles(Pass::Wgrad);
    assert_eq!((dy.tile.shape(), x.tile.shape()), (Some((128, 1)), Some((128, 1))));
    assert_eq!(dw, Role { tensor: Tensor::WeightGradient, precision: Precision::Fp32, tile: Tile::None });
    let precisions = roles(Pass::Update).map(|role| (role.tensor, role.precision));
    assert_eq!(precisions[1..], [(Tensor::Moments, Precision::Bf16), (Tensor::MasterWeight, Precision::Fp32)]);
}

/// What a number takes is what all of them take: of the weights, once in E4M3 and as many as the sentence says in all.
#[test]
fn bytes_stand_beside_each_tensor() {
    let table = PrecisionMap::table(&view(state(""), Lang::En));
    let size = |name: &str| {
        let rows: Vec<_> = table.rows.iter().filter(|row| row[0] == name).collect();
        rows[0][4].replace('\u{a0}', " ")
    };
    assert_eq!(size("input x"), format!("{:.2} B", 1.0 + 4.0 / 128.0));
    assert_eq!(size("attn. out"), format!("{:.2} B", 1.5 + 4.0 / 128.0));
    for (name, bytes) in [
        ("weight W", "1 B"),
        ("output y", "2 B"),
        ("master W", "4 B"),
        ("moments", "2 × 2 B"),
        ("attention", "2/4 B"),
        ("SwiGLU input", "1.03 B"),
        ("dispatch ∂", "1.03 B"),
        ("combine", "2 B"),
    ] {
        assert_eq!(size(name), bytes, "{name}");
    }
    let [_, weight, _] = roles(Pass::Forward);
    let linear: u64 = v3().linears().iter().map(|linear| linear.weights()).sum();
    let scales: u64 = v3().linears().iter().map(|linear| linear.scales()).sum();
    let counted = (linear + 4 * scales) as f64 / linear as f64;
    assert!((weight.bytes().0 - counted).abs() < 1e-5, "{counted}");
    let html = rendered("", Lang::En);
    assert!(html.contains("aria-label=\"Fprop: input x, E4M3 1×128, 1.03\u{a0}B\""));
}

#[test]
fn the_words_follow_the_tensor() {
    let said = spoken("");
    for part in ["Following input x: Fprop E4M3 1×128, Wgrad E4M3 128×1.", "keeps 13 bytes", "1 of them in FP8"] {
        assert!(said.contains(part), "{said}");
    }
    assert!(spoken("tensor=weight").contains("Following weight W: Fprop E4M3 128×128, Dgrad E4M3 128×128."));
    assert!(spoken("tensor=attention-output").contains("E5M6 1×128"));
    assert!(spoken("tensor=moments").contains("update BF16"));
    assert!(spoken("tensor=swiglu-input").contains("E4M3 1×128. In the experts only"));
    assert!(spoken("tensor=dispatch-gradient").contains("E4M3 1×128. On the way back"));
}

#[test]
fn presets_and_answers_are_allowed() {
    for lang in Lang::ALL {
        let presets = PrecisionMap::presets(lang).into_iter().map(|preset| preset.fields);
        let answers = PrecisionMap::challenges(lang).into_iter().map(|challenge| challenge.shows);
        for (field, text) in presets.chain(answers).flatten() {
            assert_eq!(State::check(field, text), Ok(()), "{field}={text}");
        }
    }
    let [optimizer, long, scales] = PrecisionMap::challenges(Lang::En).try_into().ok().unwrap();
    assert!(((optimizer.answer)() - 5.368).abs() < 1e-3);
    assert_eq!((long.answer)(), 100.0 * readings("context=131072").fp8_flop_fraction);
    assert_eq!((scales.answer)(), 56.0 * 16.0);
}

#[test]
fn every_state_is_drawn_whole_in_both_languages() {
    let tensors = State::FIELDS.iter().find(|field| field.name == "tensor").unwrap().options;
    let passes = ["forward", "dgrad", "wgrad", "update"];
    for (at, tensor) in tensors.iter().enumerate() {
        for lang in Lang::ALL {
            let html = rendered(&format!("tensor={tensor}&pass={}", passes[at % 4]), lang);
            assert_eq!(
                (html.matches("class=\"pmap ").count(), html.matches("</svg>").count()),
                (2, html.matches("<svg").count())
            );
            // Two drawings, each with twelve places in the step and ten elsewhere.
            assert_eq!(html.matches("pmap__box").count(), 2 * 22);
            assert!(html.matches("aria-pressed=\"true\"").count() >= 2, "{tensor}");
            for bad in ["{", "NaN", "style="] {
                assert!(!html.contains(bad), "{tensor}, {}: {bad}", lang.tag());
            }
        }
    }
}

/// What a field refuses is said with its name, and its default stays.
#[test]
fn a_refused_text_is_named() {
    let bad: Vec<_> = State::FIELDS.iter().map(|field| (field.name, "🙂")).collect();
    fields::bad_texts_are_named::<State>(&bad);
}

fn text() -> impl Strategy<Value = String> {
    let field = prop::sample::select(State::FIELDS.iter().flat_map(|field| field.options).copied().collect::<Vec<_>>());
    prop_oneof![
        ".{0,12}",
        any::<f64>().prop_map(|n| n.to_string()),
        (0u32..200_000).prop_map(|n| n.to_string()),
        field.prop_map(str::to_owned),
        Just("NaN".into()),
    ]
}

fn fields() -> impl Strategy<Value = Vec<(String, String)>> {
    let known = prop::sample::select(State::FIELDS.iter().map(|field| field.name.to_owned()).collect::<Vec<_>>());
    prop::collection::vec((prop_oneof![9 => known, 1 => "[a-z-]{0,8}"], text()), 0..12)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    #[test]
    fn nonsense_leaves_a_working_widget(fields in fields(), zh in any::<bool>()) {
        let state: State = fields::read_and_named(&fields.into_iter().collect());
        let texts: Pairs = state.texts().into_iter().collect();
        let (again, problems) = read(&State::default(), &texts);
        prop_assert_eq!(&problems, &[]);
        prop_assert_eq!(&again, &state);
        let view = view(state, if zh { Lang::Zh } else { Lang::En });
        for value in PrecisionMap::readings(&view.state, &view.model).values() {
            let Value::Number(number) = value else { panic!("{value:?}") };
            prop_assert!(number.is_finite() && number > 0.0);
        }
        let _ = (PrecisionMap::stage(&view), PrecisionMap::controls(&view), PrecisionMap::more(&view));
        let _ = (PrecisionMap::table(&view), PrecisionMap::formulas(&view), PrecisionMap::result(&view));
        let unfilled = PrecisionMap::spoken(&view).contains('{');
        prop_assert!(!unfilled);
    }
}
