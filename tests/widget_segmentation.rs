//! `frugal-segmentation`: its numbers, its words, its drawing, its toy, and nonsense in every field.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "a test may panic")]

#[path = "support/fields.rs"]
mod fields;
#[path = "support/views.rs"]
mod views;

use frugal::i18n::Lang;
use frugal::state::{Pairs, Readings as _, Table as _, Value, read, split};
use frugal::widgets::segmentation::{Computed, Readings, Segmentation, State};
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

/// With the toy trained to its end.
fn finished(state: &State) -> Computed {
    let mut model = Segmentation::compute(state, Lang::En);
    while Segmentation::pending(&model).is_some() {
        model = Segmentation::advance(state, &model);
    }
    model
}

/// Readings before the toy has learned anything.
fn readings(query: &str) -> Readings {
    let state = state(query);
    Segmentation::readings(&state, &Segmentation::compute(&state, Lang::En))
}

fn view(state: State, model: Computed, lang: Lang) -> View<Segmentation> {
    untouched(state, model, lang)
}

fn untrained(query: &str) -> View<Segmentation> {
    let state = state(query);
    let model = Segmentation::compute(&state, Lang::En);
    view(state, model, Lang::En)
}

fn rendered(query: &str, lang: Lang) -> String {
    let given = Given { pairs: split(query).into(), ..Given::default() };
    let props = Props {
        id: "segmentation".into(),
        lang,
        given,
        site: "".into(),
        chrome: Default::default(),
        preset: Default::default(),
        on_change: Callback::noop(),
    };
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let page =
        LocalServerRenderer::<Place>::with_props(PlaceProps { name: "segmentation", props }).hydratable(false).render();
    LocalSet::new().block_on(&runtime, page)
}

#[test]
fn defaults_are_as_documented() {
    let texts = State::default().texts();
    let text = |name: &str| texts.iter().find(|(field, _)| *field == name).unwrap().1.clone();
    assert_eq!(
        (text("m"), text("experts"), text("top-k"), text("shared-experts")),
        ("4".into(), "16".into(), "2".into(), "0".into())
    );
}

/// DeepSeekMoE, section 3.1, and V3's 8 of 256.
#[test]
fn exact_numbers_of_combinations() {
    for (query, combinations) in [
        ("m=1", "120"),
        ("", "4426165368"),
        ("m=4&experts=64", "409663695276000"),
        ("m=2", "35960"),
        ("m=1&top-k=16", "1"),
        // C(63, 7): one of the eight is shared.
        ("shared-experts=1", "553270671"),
    ] {
        assert_eq!(readings(query).combinations, combinations, "{query}");
    }
    let finest = readings("m=16");
    assert_eq!((finest.combinations.len(), &finest.combinations[..3]), (41, "582"));
    assert!((finest.combinations_log10 - libm::log10(5.82e40)).abs() < 1e-3);
    let spoken = Segmentation::spoken(&untrained("m=16")).replace('\u{a0}', " ");
    assert!(spoken.contains("≈ 5.8 × 10⁴⁰ ways to choose instead of 120"), "{spoken}");
    let shared = Segmentation::spoken(&untrained("shared-experts=1"));
    assert!(shared.contains("leaves 7 of 63 to choose: 553,270,671 ways instead of 15 without the cut"), "{shared}");
}

/// The recurrence of Pascal's triangle over readings: with and without a fixed member.
#[test]
fn a_shared_expert_takes_one_out_of_both() {
    let number = |query: &str| readings(query).combinations.parse::<u128>().unwrap();
    // C(n, k) = C(n − 1, k − 1) · n / k.
    assert_eq!(number("") * 8, number("shared-experts=1") * 64);
    assert_eq!(number("shared-experts=1") * 7, number("shared-experts=2") * 63);
}

#[test]
fn the_cost_does_not_depend_on_the_cut() {
    for m in [1, 2, 4, 8, 16] {
        assert_eq!(readings(&format!("m={m}")).active_fraction, 0.125);
        let view = untrained(&format!("m={m}"));
        let used = view.model.used.iter().filter(|used| **used).count();
        assert_eq!((view.model.used.len(), used), (16 * m, 2 * m));
    }
}

/// What the page says of the toy, and that it is reproducible to the last bit.
#[test]
fn a_shared_expert_absorbs_what_is_common() {
    let state = state("");
    let model = finished(&state);
    let toy = Segmentation::readings(&state, &model);
    assert!(toy.similarity_without_shared > 4.0 * toy.similarity_with_shared, "{toy:?}");
    assert!(toy.error_with_shared < 0.7 * toy.error_without_shared, "{toy:?}");
    assert_eq!(toy, Segmentation::readings(&state, &finished(&state)));
    // The bits, so that every engine is held to them (libm and a fixed order of sums).
    let bits = [toy.similarity_without_shared, toy.error_with_shared].map(f64::to_bits);
    assert_eq!(bits, SAME_EVERYWHERE, "{toy:?}");
    let spoken = Segmentation::spoken(&view(state, model, Lang::En));
    assert!(spoken.contains("the error falls from"), "{spoken}");
}

const SAME_EVERYWHERE: [u64; 2] = [4_599_747_962_930_414_579, 4_587_720_605_474_801_775];

/// Results that hurt the story are shown too.
#[test]
fn a_shared_expert_can_do_harm() {
    let state = state("m=1&shared-experts=1&common=0.2");
    let model = finished(&state);
    let toy = Segmentation::readings(&state, &model);
    assert!(toy.error_with_shared > toy.error_without_shared, "{toy:?}");
    let spoken = Segmentation::spoken(&view(state, model, Lang::En));
    assert!(spoken.contains("but the error rises from"), "{spoken}");
}

#[test]
fn training_is_kept_while_it_is_the_same() {
    let trained = finished(&state(""));
    let shared = Segmentation::revise(&state("shared-experts=2&experts=32"), Lang::En, &trained);
    assert_eq!(Segmentation::pending(&shared), None, "the toy does not depend on these fields");
    let coarser = Segmentation::revise(&state("m=2"), Lang::En, &trained);
    assert!(Segmentation::pending(&coarser).is_some());
}

#[test]
fn impossible_combinations_get_a_sentence() {
    for (query, sentence) in [
        ("top-k=20", "top-k=20: there are only 16 experts, so all of them are chosen."),
        ("m=1&top-k=1&shared-experts=2", "shared-experts=2: a token uses only 1, so no more can be shared."),
        ("m=1&shared-experts=2", "All experts that a token uses are shared: there is nothing left to choose."),
    ] {
        assert_eq!(Segmentation::remarks(&untrained(query)), [sentence], "{query}");
    }
    assert_eq!(Segmentation::remarks(&untrained("")), Vec::<String>::new());
    assert_eq!(readings("m=1&shared-experts=2").combinations, "1");
    // Then no routed expert learns anything that could be compared.
    assert!(readings("m=1&shared-experts=2").similarity_with_shared.is_nan());
}

#[test]
fn presets_keep_their_promises() {
    for lang in Lang::ALL {
        for preset in Segmentation::presets(lang) {
            for (field, text) in preset.fields {
                assert_eq!(State::check(field, text), Ok(()), "{}: {field}={text}", preset.label);
            }
        }
    }
}

#[test]
fn challenges_are_answered_by_what_they_show() {
    let challenges = Segmentation::challenges(Lang::En);
    assert_eq!(challenges.len(), 3);
    let shown = |at: usize| {
        let pairs: Pairs = challenges[at].shows.iter().copied().collect();
        let (state, problems) = read(&State::default(), &pairs);
        assert_eq!(problems, []);
        Segmentation::readings(&state, &finished(&state))
    };
    assert_eq!((challenges[0].answer)(), shown(0).combinations.parse::<f64>().unwrap());
    let v3 = shown(1).combinations.parse::<f64>().unwrap();
    assert!(((challenges[1].answer)() - v3 / 4_426_165_368.0).abs() < 1e-6);
    let toy = shown(2);
    let saved = 100.0 * (1.0 - toy.error_with_shared / toy.error_without_shared);
    assert!(((challenges[2].answer)() - saved).abs() < 1e-9);
}

const STATES: [&str; 7] = [
    "",
    "m=1&shared-experts=2",
    "m=16&shared-experts=2&experts=64&top-k=64",
    "m=8&experts=2&top-k=1&common=0",
    "m=2&common=1&seed=9999",
    "experts=64&top-k=1",
    "m=3&experts=1&top-k=zero&shared-experts=-1&common=nan&seed=🙂",
];

#[test]
fn every_state_is_drawn_whole_in_both_languages() {
    for (query, lang) in STATES.iter().flat_map(|query| Lang::ALL.map(|lang| (query, lang))) {
        let html = rendered(query, lang);
        assert_eq!(html.matches("<svg").count(), html.matches("</svg>").count(), "{query}");
        assert_eq!(html.matches("heat__drawing").count(), 3, "{query}");
        for bad in ["{", "NaN", "∞", "style="] {
            assert!(!html.contains(bad), "{query}, {}: {bad}", lang.tag());
        }
    }
}

/// No mark lies outside of its drawing.
#[test]
fn nothing_is_drawn_outside() {
    for query in STATES {
        let html = rendered(query, Lang::En);
        for svg in html.split("<svg").skip(1).filter(|svg| svg.contains("class=\"cuts")) {
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

/// A text that no field takes is named in a notice, and the field keeps its value.
#[test]
fn bad_texts_are_named() {
    fields::bad_texts_are_named::<State>(&[
        ("m", "3"),
        ("experts", "-1"),
        ("top-k", "many"),
        ("shared-experts", "9"),
        ("common", "NaN"),
        ("seed", "1e99"),
    ]);
}

fn text() -> impl Strategy<Value = String> {
    let field = prop::sample::select(State::FIELDS.iter().flat_map(|field| field.options).copied().collect::<Vec<_>>());
    prop_oneof![
        ".{0,12}",
        any::<f64>().prop_map(|n| n.to_string()),
        (0u64..70).prop_map(|n| n.to_string()),
        (0.0..1.0).prop_map(|n: f64| n.to_string()),
        field.prop_map(ToOwned::to_owned),
        Just("NaN".into()),
        Just("inf".into()),
    ]
}

fn fields() -> impl Strategy<Value = Vec<(String, String)>> {
    let known = prop::sample::select(State::FIELDS.iter().map(|field| field.name.to_owned()).collect::<Vec<_>>());
    prop::collection::vec((prop_oneof![9 => known, 1 => "[a-z-]{0,8}"], text()), 0..10)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(800))]

    #[test]
    fn nonsense_leaves_a_working_widget(fields in fields(), zh in any::<bool>()) {
        let state: State = fields::read_and_named(&fields.into_iter().collect());
        let texts: Pairs = state.texts().into_iter().collect();
        let (again, problems) = read(&State::default(), &texts);
        prop_assert_eq!(&problems, &[]);
        prop_assert_eq!(&again, &state);
        let mut model = Segmentation::compute(&state, Lang::En);
        for _ in 0..8 {
            model = Segmentation::advance(&state, &model);
        }
        let view = view(state, model, if zh { Lang::Zh } else { Lang::En });
        let readings = Segmentation::readings(&view.state, &view.model);
        prop_assert!(readings.combinations.bytes().all(|byte| byte.is_ascii_digit()));
        prop_assert!(readings.combinations_log10 >= 0.0 && readings.active_fraction <= 1.0);
        for value in readings.values() {
            prop_assert!(matches!(value, Value::Number(_) | Value::Text(_)));
        }
        let _ = (Segmentation::stage(&view), Segmentation::controls(&view), Segmentation::more(&view), Segmentation::result(&view));
        let _ = (Segmentation::table(&view), Segmentation::formulas(&view), Segmentation::note(&view));
        let unfilled = Segmentation::spoken(&view).contains('{') || Segmentation::remarks(&view).concat().contains('{');
        prop_assert!(!unfilled);
    }
}
