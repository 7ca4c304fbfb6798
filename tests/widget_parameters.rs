//! `frugal-parameters`: its numbers, its words, its drawing, and nonsense in every field.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "a test may panic")]

#[path = "support/fields.rs"]
mod fields;
mod support;
#[path = "support/views.rs"]
mod views;

use frugal::i18n::Lang;
use frugal::numerics::models::{MODELS, Part, Place};
use frugal::state::{Pairs, Readings as _, Table as _, Value, read, split};
use frugal::widgets::parameters::{Action, Computed, Parameters, Readings, State, Zoom};
use frugal::widgets::{Given, Place as Shown, PlaceProps, Props, View, Widget as _};
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
    Parameters::compute(&state(query), Lang::En)
}

fn readings(query: &str) -> Readings {
    Parameters::readings(&state(query), &computed(query))
}

fn view(state: State, lang: Lang) -> View<Parameters> {
    let model = Parameters::compute(&state, lang);
    untouched(state, model, lang)
}

fn spoken(query: &str) -> String {
    Parameters::spoken(&view(state(query), Lang::En)).replace('\u{a0}', " ")
}

fn remarks(query: &str) -> Vec<String> {
    Parameters::remarks(&view(state(query), Lang::En))
}

fn rendered(query: &str, lang: Lang) -> String {
    let given = Given { pairs: split(query).into(), ..Given::default() };
    let props = Props {
        id: "parameters".into(),
        lang,
        given,
        site: "".into(),
        chrome: Default::default(),
        preset: Default::default(),
        on_change: Callback::noop(),
    };
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let page =
        LocalServerRenderer::<Shown>::with_props(PlaceProps { name: "parameters", props }).hydratable(false).render();
    LocalSet::new().block_on(&runtime, page)
}

#[test]
fn defaults_are_as_documented() {
    let texts = State::default().texts();
    let text = |name: &str| texts.iter().find(|(field, _)| *field == name).unwrap().1.clone();
    assert_eq!(
        (text("model"), text("view"), text("weight-format")),
        ("deepseek-v3".into(), "total".into(), "fp8".into())
    );
    assert_eq!((text("experts"), text("zoom"), text("tokens")), (String::new(), "all".into(), "1".into()));
}

/// The numbers of V3, by both conventions.
#[test]
fn published_numbers() {
    let v3 = readings("");
    assert_eq!(v3.total_params, 671_026_404_352);
    assert_eq!(v3.active_params, 37_552_282_624);
    assert_eq!(v3.active_params_without_input_embedding, 36_625_603_584);
    assert_eq!((v3.routed_expert_params, v3.attention_params), (653_908_770_816, 11_413_547_008));
    assert_eq!(v3.touched_params, v3.active_params_without_input_embedding);
    assert_eq!(
        [
            v3.resident_bytes,
            readings("weight-format=bf16").resident_bytes,
            readings("weight-format=fp32").resident_bytes
        ],
        [1, 2, 4].map(|bytes| bytes * 671_026_404_352)
    );
    let spoken = spoken("");
    for part in ["671 B", "97.4%", "36.6 B", "5.46%", "37.6 B", "Attention is 1.7% of all, but 31.2% of what is in use"]
    {
        assert!(spoken.contains(part), "no “{part}” in {spoken}");
    }
    // 2 × (36,625,603,584 − 1,006,592 in normalisations) + 2 × 61 × 128 × (192 + 128) × 4,096.
    assert_eq!(v3.flops_per_token, 2.0 * 36_624_596_992.0 + 2.0 * 61.0 * 128.0 * 320.0 * 4096.0);
    assert!(Parameters::table(&view(state(""), Lang::En)).rows.iter().flatten().any(|cell| cell.as_str() == "14,848"));
}

#[test]
fn every_model_has_the_references_counts() {
    let file = reference("models.json");
    let models = file["models"].as_object().unwrap();
    for (name, entry) in models {
        let here = readings(&format!("model={}", name.to_lowercase()));
        let counted = |field: &str| entry["counted"][field].as_u64().unwrap();
        assert_eq!(here.total_params, counted("total"), "{name}");
        assert_eq!(here.active_params, counted("activated"), "{name}");
        assert_eq!(here.active_params_without_input_embedding, counted("activated_without_input_embedding"), "{name}");
        assert_eq!(here.routed_expert_params, counted("routed_expert_params"), "{name}");
    }
    assert_eq!(models.len(), 27);
}

/// Active over total is not K over N.
#[test]
fn mixtral_is_not_a_quarter() {
    let mixtral = spoken("model=mixtral-8x7b&view=active");
    assert!(mixtral.contains("27.3%") && mixtral.contains("That is not 2 of 8, which would be 25%"), "{mixtral}");
    assert!((readings("model=mixtral-8x7b").active_fraction - 0.273).abs() < 0.0005);
}

#[test]
fn many_tokens_need_everything() {
    let many = spoken("view=active&tokens=96");
    assert!(many.contains("96 tokens together use 640 B, 95.4%"), "{many}");
    let of = |tokens: u32| readings(&format!("tokens={tokens}")).touched_params;
    assert!([1, 2, 8, 64, 512].windows(2).all(|pair| of(pair[0]) < of(pair[1])));
    // The readings of one token do not change.
    assert_eq!(readings("tokens=96").active_params, readings("").active_params);
}

#[test]
fn what_if() {
    let half = readings("experts=128");
    assert_eq!(half.routed_expert_params, 653_908_770_816 / 2);
    let twice = readings("top-k=16");
    let routed = 58 * 8 * 3 * 7168 * 2048;
    assert_eq!(twice.active_params - readings("").active_params, routed);
    assert_eq!(readings("shared-experts=2").total_params - readings("").total_params, 58 * 3 * 7168 * 2048);
    assert_eq!(readings("moe-intermediate=1024&experts=512").routed_expert_params, 653_908_770_816);
    assert_eq!(readings("dense-layers=61").routed_expert_params, 0);
}

#[test]
fn impossible_combinations_get_a_sentence() {
    for (query, sentence) in [
        ("top-k=300", "top-k=300 was not taken: a token cannot choose 300 of 256 experts."),
        ("experts=4", "experts=4 was not taken: a token cannot choose 8 of 4 experts."),
        ("dense-layers=62", "dense-layers=62 was not taken: DeepSeek-V3 has 61 layers."),
        ("model=llama-3.1-405b&experts=8", "experts=8 was not taken: Llama-3.1-405B is dense and has no experts."),
        (
            "model=mixtral-8x7b&dense-layers=1",
            "dense-layers=1 was not taken: Mixtral-8x7B has no dense layer, so the width of one is not known.",
        ),
        ("zoom=routed-experts/2/0", "zoom=routed-experts/2/0: DeepSeek-V3 has no such part; you see routed experts."),
        ("dense-layers=61", "With all layers dense there are no experts left."),
    ] {
        assert_eq!(remarks(query), [sentence], "{query}");
    }
    assert_eq!(remarks(""), Vec::<String>::new());
    let same = readings("top-k=300&experts=4&dense-layers=99");
    assert_eq!(same, readings(""), "what is refused changes nothing");
}

#[test]
fn memory_is_not_compute() {
    let v3 = spoken("view=memory");
    for part in ["671 GB", "FP8, 1 byte", "93.7 GFLOP", "14.5 times less"] {
        assert!(v3.contains(part), "no “{part}” in {v3}");
    }
    let llama = spoken("view=memory&model=llama-3.1-405b");
    assert!(llama.contains("all of them work on it"), "{llama}");
}

#[test]
fn presets_keep_their_promises() {
    for lang in Lang::ALL {
        for preset in Parameters::presets(lang) {
            for (field, text) in preset.fields {
                assert_eq!(State::check(field, text), Ok(()), "{}: {field}={text}", preset.label);
            }
        }
    }
    // The expert that is looked at is one that the token uses.
    let one = computed("zoom=routed-experts/30/21");
    assert_eq!(one.place, Place::Expert(Part::RoutedExperts, 27, 21));
    assert!(one.is_lit(one.place));
}

#[test]
fn challenges_are_answered_by_what_they_show() {
    let challenges = Parameters::challenges(Lang::En);
    assert_eq!(challenges.len(), 4);
    let shown = |at: usize| {
        let pairs: Pairs = challenges[at].shows.iter().copied().collect();
        let (state, problems) = read(&State::default(), &pairs);
        assert_eq!(problems, []);
        let model = Parameters::compute(&state, Lang::En);
        (Parameters::readings(&state, &model), state)
    };
    let answer = |at: usize| (challenges[at].answer)();
    assert!((answer(0) - shown(0).0.active_params_without_input_embedding as f64 / 1e9).abs() < 1e-9);
    let (quarter, state) = shown(1);
    assert_eq!(answer(1), f64::from(state.top_k.unwrap()));
    assert!(quarter.attention_active_fraction < 0.25);
    assert!(readings(&format!("top-k={}", answer(1) - 1.0)).attention_active_fraction >= 0.25);
    let (_, awake) = shown(2);
    assert_eq!(answer(2), f64::from(awake.tokens));
    assert!((answer(3) - 100.0 * shown(3).0.active_fraction).abs() < 1e-9);
    for lang in Lang::ALL {
        assert!(Parameters::challenges(lang).iter().all(|challenge| (challenge.answer)().is_finite()));
    }
}

const STATES: [&str; 12] = [
    "",
    "view=active&tokens=96&token=9999",
    "view=memory&top-k=16",
    "view=memory&model=olmoe-1b-7b&weight-format=fp32&context=10000000",
    "zoom=rest",
    "zoom=attention/60",
    "zoom=routed-experts/30/21&view=active",
    "zoom=norms",
    "model=llama-4-maverick&zoom=routed-experts/1",
    "model=gpt-3-175b&zoom=positions",
    "experts=1024&top-k=1024&tokens=1024&zoom=routed-experts/60",
    "model=nonsense&top-k=-1&zoom=a/b&tokens=nan&context=🙂&experts=5000",
];

#[test]
fn every_state_is_drawn_whole_in_both_languages() {
    for (query, lang) in STATES.iter().flat_map(|query| Lang::ALL.map(|lang| (query, lang))) {
        let html = rendered(query, lang);
        assert_eq!((html.matches("<svg").count(), html.matches("</svg>").count()), (2, 2), "{query}");
        for bad in ["{", "NaN", "inf\"", "∞", "style=", "=\"\" class"] {
            assert!(!html.contains(bad), "{query}, {}: {bad}", lang.tag());
        }
    }
}

/// The icicle is a tree: levels, positions, one tab stop, the way to the open node expanded.
#[test]
fn the_icicle_is_a_tree() {
    let html = rendered("zoom=routed-experts/30", Lang::En);
    let tree = html.split_once("role=\"tree\"").unwrap().1.split_once("</svg>").unwrap().0;
    assert_eq!(tree.matches("role=\"treeitem\"").count(), 3 + 256);
    assert_eq!(tree.matches("tabindex=\"0\"").count(), 1);
    assert_eq!(tree.matches("aria-expanded=\"true\"").count(), 3);
    assert_eq!(tree.matches("aria-expanded=\"false\"").count(), 256);
    assert!(tree.contains("aria-level=\"4\" aria-posinset=\"22\" aria-setsize=\"256\""));
    assert!(tree.contains("expert 21: 44,040,192 parameters, 0.00656% of DeepSeek-V3; all in use."));
    let leaf = rendered("zoom=routed-experts/30/21", Lang::En);
    assert!(leaf.contains("gate_proj: 2,048 × 7,168 = 14,680,064 parameters"));
}

/// No mark lies outside of its drawing.
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
                for rectangle in path.split('M').filter(|part| part.ends_with('z') && part.contains('h')) {
                    let (corner, rest) = rectangle.split_once('h').unwrap();
                    let x: f64 = corner.split(' ').next().unwrap().parse().unwrap();
                    let w: f64 = rest.split('v').next().unwrap().parse().unwrap();
                    assert!(x >= 0.0 && w >= 0.0 && x + w <= width + 0.03, "{query}: {rectangle}");
                }
            }
        }
    }
}

#[test]
fn other_tokens_light_other_experts() {
    let mut after = state("tokens=2");
    Parameters::reduce(&mut after, &computed("tokens=2"), Action::NextToken);
    assert_eq!(after.token, 2);
    assert_ne!(computed("tokens=2").awake, Parameters::compute(&after, Lang::En).awake);
    assert_eq!(computed("tokens=2&token=7").awake, computed("tokens=2&token=7").awake);
}

fn text() -> impl Strategy<Value = String> {
    let field = prop::sample::select(State::FIELDS.iter().flat_map(|field| field.options).copied().collect::<Vec<_>>());
    let part = prop::sample::select(vec!["routed-experts", "attention", "norms", "shared-experts", "rest", "all"]);
    prop_oneof![
        ".{0,12}",
        any::<f64>().prop_map(|n| n.to_string()),
        (0u64..2000).prop_map(|n| n.to_string()),
        field.prop_map(ToOwned::to_owned),
        (part, 0u32..300, 0u32..1100).prop_map(|(part, layer, expert)| format!("{part}/{layer}/{expert}")),
        (0u32..64).prop_map(|layer| format!("routed-experts/{layer}")),
        Just("NaN".into()),
        Just("1e7".into()),
        Just(String::new()),
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
        let state: State = fields::read_and_named(&fields.into_iter().collect());
        let texts: Pairs = state.texts().into_iter().collect();
        let (again, problems) = read(&State::default(), &texts);
        prop_assert_eq!(&problems, &[]);
        prop_assert_eq!(&again, &state);
        let view = view(state, if zh { Lang::Zh } else { Lang::En });
        let readings = Parameters::readings(&view.state, &view.model);
        for value in readings.values() {
            let Value::Number(number) = value else { panic!("{value:?}") };
            prop_assert!(number.is_finite() && number >= 0.0);
        }
        prop_assert!(readings.active_params <= readings.total_params);
        prop_assert!(readings.touched_params >= readings.active_params_without_input_embedding);
        prop_assert!(readings.touched_params <= readings.total_params);
        let _ = (Parameters::stage(&view), Parameters::controls(&view), Parameters::more(&view), Parameters::result(&view));
        let _ = (Parameters::table(&view), Parameters::formulas(&view), Parameters::note(&view));
        let unfilled = Parameters::spoken(&view).contains('{') || Parameters::remarks(&view).concat().contains('{');
        prop_assert!(!unfilled);
    }
}

/// A text that no field takes is named in a notice, and the field keeps its value.
#[test]
fn bad_texts_are_named() {
    fields::bad_texts_are_named::<State>(&[
        ("model", "gpt-4"),
        ("view", "all"),
        ("weight-format", "fp7"),
        ("experts", "0"),
        ("top-k", "-1"),
        ("shared-experts", "x"),
        ("moe-intermediate", "1.5"),
        ("dense-layers", "9999999"),
        ("zoom", "nowhere/else"),
        ("tokens", "0"),
        ("token", "-1"),
        ("context", "NaN"),
    ]);
}

#[test]
fn every_model_can_be_walked_by_its_links() {
    for model in &MODELS {
        for place in model.places_in(Place::All) {
            let zoom = Zoom::to(model, place);
            let query = format!("model={}&zoom={}", model.id, frugal::state::Field::write(&zoom));
            assert_eq!(computed(&query).place, place, "{query}");
        }
    }
}
