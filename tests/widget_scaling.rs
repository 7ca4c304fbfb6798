//! `frugal-scaling`: its numbers, its words, its drawing, and nonsense in every field.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "a test may panic")]

#[path = "support/fields.rs"]
mod fields;
#[path = "support/views.rs"]
mod views;

use frugal::i18n::Lang;
use frugal::state::{Pairs, Table as _, Value, read, split};
use frugal::widgets::scaling::{Action, Computed, Readings, Scaling, Side, Source, State};
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

fn finished(state: &State, mut model: Computed) -> Computed {
    while Scaling::pending(&model).is_some() {
        model = Scaling::advance(state, &model);
    }
    model
}

fn readings(query: &str) -> Readings {
    let state = state(query);
    Scaling::readings(&state, &Scaling::compute(&state, Lang::En))
}

fn view(state: State, lang: Lang) -> View<Scaling> {
    let model = finished(&state, Scaling::compute(&state, lang));
    untouched(state, model, lang)
}

fn spoken(query: &str) -> String {
    Scaling::spoken(&view(state(query), Lang::En)).replace('\u{a0}', " ")
}

fn rendered(query: &str, lang: Lang) -> String {
    let given = Given { pairs: split(query).into(), ..Given::default() };
    let props = Props {
        id: "scaling".into(),
        lang,
        given,
        site: "".into(),
        chrome: Default::default(),
        preset: Default::default(),
        on_change: Callback::noop(),
    };
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let page =
        LocalServerRenderer::<Place>::with_props(PlaceProps { name: "scaling", props }).hydratable(false).render();
    LocalSet::new().block_on(&runtime, page)
}

fn close(ours: f64, expected: f64, tolerance: f64) -> bool {
    (ours - expected).abs() <= tolerance
}

/// The surprise of the default state, of the recorded data.
#[test]
fn one_number_ruins_int8_and_hardly_touches_e4m3() {
    let default = readings("");
    assert_eq!(default.largest, 191.0);
    assert!(close(default.largest_other, 4.16, 0.005), "{}", default.largest_other);
    assert!(close(default.flushed_to_zero_fraction, 0.995, 0.0005), "{}", default.flushed_to_zero_fraction);
    assert!(close(default.sqnr_db_others, 0.39, 0.01), "{}", default.sqnr_db_others);
    assert!(close(default.beside_sqnr_db_others, 31.4, 0.05), "{}", default.beside_sqnr_db_others);
    assert!(default.beside_flushed_to_zero_fraction < 0.002);
    assert!(default.sqnr_db > 11.0, "over the whole tensor the damage is hidden");
    assert_eq!((default.saturated_fraction, default.scale_count, default.beside_scale_count), (0.0, 1, 1));
    let said = spoken("");
    for part in ["Of 48,000 numbers one is 191, and no other exceeds 4.16.", "99.5%", "0.4 dB on the others", "31.4 dB"]
    {
        assert!(said.contains(part), "no “{part}” in {said}");
    }
    assert!(said.contains("the first looks better, 11.6 dB: the one large number carries 92.4%"), "{said}");
}

/// Where it hurts the story of FP8, it is shown too.
#[test]
fn with_tiles_int8_is_the_better_one_on_these_numbers() {
    let tiles = readings("granularity=tile-1x128&beside-granularity=tile-1x128");
    assert!(tiles.sqnr_db_others > tiles.beside_sqnr_db_others + 3.0, "{tiles:?}");
    assert_eq!((tiles.scale_count, tiles.beside_scale_count), (375, 375));
}

#[test]
fn three_readings_of_one_tensor_tell_three_stories() {
    let spread = "source=token-spread&format=e4m3fn";
    let tensor = readings(spread);
    let block = readings(&format!("{spread}&granularity=block-128"));
    let tile = readings(&format!("{spread}&granularity=tile-1x128"));
    assert!(close(tensor.sqnr_db_per_token, 21.3, 0.05), "{tensor:?}");
    assert!(close(block.sqnr_db_per_token, 21.9, 0.05), "{block:?}");
    assert!(close(tile.sqnr_db_per_token, 31.8, 0.05), "{tile:?}");
    assert!((tile.sqnr_db - tensor.sqnr_db) < 1.0, "the whole tensor hides it");
    assert!(block.flushed_to_zero_fraction > 0.2 && tile.flushed_to_zero_fraction < 1e-4);
    assert_eq!((block.scale_count, tile.scale_count), (3, 384));
    let channel = readings("source=outlier-channel");
    assert!(channel.sqnr_db > channel.sqnr_db_per_token && channel.sqnr_db_per_token > channel.sqnr_db_others + 5.0);
    assert!(channel.beside_sqnr_db_others > 31.0, "a hundredfold outlier hardly touches E4M3");
    let range = readings("source=token-spread&format=e5m2");
    assert!(close(range.sqnr_db_per_token, 25.5, 0.1), "{range:?}");
}

#[test]
fn only_the_mx_rule_and_a_moved_scale_saturate() {
    assert!(readings("format=e4m3fn&granularity=tile-1x32-e8m0").saturated_fraction > 0.005);
    let up = readings("format=e4m3fn&granularity=tile-1x32-e8m0&power-of-two=on");
    assert_eq!((up.saturated_fraction, up.scale_count), (0.0, 1500));
    assert_eq!(readings("format=e4m3fn&source=gaussian").saturated_fraction, 0.0);
    assert!(readings("format=e4m3fn&source=gaussian&scale-shift=-3").saturated_fraction > 0.1);
    assert!(readings("format=int8&source=gaussian&scale-shift=8").flushed_to_zero_fraction > 0.9);
    // Whole powers only, where scales are powers of two.
    assert_eq!(readings("power-of-two=on&scale-shift=1.2"), readings("power-of-two=on&scale-shift=1"));
}

#[test]
fn the_overview_agrees_with_the_two_sides_and_is_kept() {
    let state = state("source=token-spread&format=e2m1");
    let model = finished(&state, Scaling::compute(&state, Lang::En));
    assert_eq!((model.ways.len(), model.done), (16, 16));
    for (side, way) in model.sides.iter().zip(state.ways()) {
        let at = model.ways.iter().position(|known| *known == way).unwrap();
        assert_eq!(model.plane[at], Some(side.quality));
    }
    let moved = State { spread: 2.0, ..state.clone() };
    let revised = Scaling::revise(&moved, Lang::En, &model);
    assert_eq!((revised.done, Scaling::pending(&revised)), (0, Some((0, 16))));
    assert_eq!(finished(&moved, revised).plane, finished(&moved, Scaling::compute(&moved, Lang::En)).plane);
}

#[test]
fn presets_keep_their_promises() {
    let says = |label: &str| {
        let preset = Scaling::presets(Lang::En).into_iter().find(|preset| preset.label.contains(label)).unwrap();
        let pairs: Pairs = preset.fields.iter().copied().collect();
        let (state, problems) = read(&State::default(), &pairs);
        assert_eq!(problems, []);
        Scaling::readings(&state, &Scaling::compute(&state, Lang::En))
    };
    let tiles = says("does need 1×128");
    assert!(tiles.beside_sqnr_db_per_token > tiles.sqnr_db_per_token + 9.0);
    let block = says("128×128 does not help");
    assert!(block.beside_sqnr_db_per_token > block.sqnr_db_per_token + 9.0);
    let range = says("E5M2");
    assert!(range.beside_sqnr_db_per_token > range.sqnr_db_per_token + 4.0);
    let wins = says("it wins");
    assert!(wins.sqnr_db_others > wins.beside_sqnr_db_others);
    let mistake = says("100-fold");
    assert!(mistake.beside_sqnr_db_others > 31.0 && mistake.sqnr_db_others < 5.0);
    let huge = says("hurt E4M3");
    assert!(huge.sqnr_db_others < 10.0 && huge.beside_sqnr_db_others > 20.0);
    let micro = says("MX");
    assert!(micro.beside_sqnr_db_others > micro.sqnr_db_others + 15.0);
    for lang in Lang::ALL {
        for preset in Scaling::presets(lang) {
            for (field, text) in preset.fields {
                assert_eq!(State::check(field, text), Ok(()), "{}: {field}={text}", preset.label);
            }
        }
    }
}

#[test]
fn answers_are_computed_and_shown() {
    let challenges = Scaling::challenges(Lang::En);
    let answers: Vec<f64> = challenges.iter().map(|challenge| (challenge.answer)()).collect();
    let [three_db, int8, spread, scales] = answers[..] else { panic!("{answers:?}") };
    assert!((8e3..1.2e4).contains(&three_db), "{three_db}");
    assert!((2.0..8.0).contains(&int8), "{int8}");
    assert!((1.4..1.6).contains(&spread), "{spread}");
    assert_eq!(scales, 1500.0);
    let shown = |at: usize| {
        let pairs: Pairs = challenges[at].shows.iter().copied().collect();
        let (state, problems) = read(&State::default(), &pairs);
        assert_eq!(problems, []);
        (Scaling::readings(&state, &Scaling::compute(&state, Lang::En)), state)
    };
    assert!(close(shown(0).1.outlier, three_db, 0.05 * three_db), "{three_db}");
    let (one, _) = shown(0);
    assert!(close(one.sqnr_db_others, readings("source=gaussian&format=e4m3fn").sqnr_db_others - 3.0, 0.1), "{one:?}");
    assert!(close(shown(1).1.outlier, int8, 0.1 * int8), "{int8}");
    let (gain, _) = shown(2);
    assert!(close(gain.beside_sqnr_db_per_token - gain.sqnr_db_per_token, 10.0, 0.3), "{gain:?}");
    assert_eq!(shown(3).0.scale_count, 1500);
}

#[test]
fn actions_reach_their_fields() {
    let mut state = State::default();
    let model = Scaling::compute(&state, Lang::En);
    for action in [
        Action::Source(Source::TokenSpread),
        Action::Spread(0.756),
        Action::Outlier(3.0),
        Action::Shift(-2.25),
        Action::PowerOfTwo(true),
        Action::Follow(500, 99),
        Action::Format(Side::Right, state.format),
    ] {
        Scaling::reduce(&mut state, &model, action);
    }
    let texts = state.changed();
    let text = |name: &str| texts.iter().find(|(field, _)| *field == name).map(|(_, text)| text.as_str());
    assert_eq!(text("spread"), Some("0.76"));
    assert_eq!((text("scale-shift"), text("token"), text("channel")), (Some("-2.25"), Some("127"), Some("99")));
    assert_eq!((text("beside-format"), text("power-of-two"), text("format")), (Some("int8"), Some("on"), None));
}

#[test]
fn an_idle_field_is_named() {
    let remarks = |query: &str| Scaling::remarks(&view(state(query), Lang::En));
    assert_eq!(remarks(""), Vec::<String>::new());
    assert_eq!(
        remarks("outlier=5&spread=1&seed=3"),
        ["outlier", "spread", "seed"].map(|field| format!("{field} has no effect on these numbers."))
    );
    assert_eq!(remarks("source=token-spread&spread=1&seed=3"), Vec::<String>::new());
}

const STATES: [&str; 9] = [
    "",
    "source=gaussian&format=e2m1&beside-format=e2m3",
    "source=outlier-channel&outlier=1000000&granularity=tile-1x32-e8m0&power-of-two=on",
    "source=token-spread&spread=2.5&scale-shift=16&token=127&channel=383",
    "source=gradient-like&spread=2.5&scale-shift=-4&beside-granularity=block-128",
    "source=token-spread&spread=0&seed=9999",
    "token=127&channel=383&format=e3m4&beside-format=e3m2",
    "format=e5m2&beside-format=e5m2&granularity=tile-1x128&beside-granularity=tile-1x128",
    "source=nonsense&outlier=-1&spread=nan&seed=🙂&granularity=row",
];

#[test]
fn every_state_is_drawn_whole_in_both_languages() {
    for (query, lang) in STATES.iter().flat_map(|query| Lang::ALL.map(|lang| (query, lang))) {
        let html = rendered(query, lang);
        assert_eq!(html.matches("<svg").count(), html.matches("</svg>").count(), "{query}");
        assert!(html.matches("role=\"slider\"").count() >= 4, "{query}");
        assert!(html.matches("class=\"heat ").count() == 5, "{query}");
        for bad in ["{", "NaN", ">inf", "∞", "style=", "d=\"M-", "height=\"-"] {
            assert!(!html.contains(bad), "{query}, {}: {bad}", lang.tag());
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
        1 => ".{0,12}",
        1 => any::<f64>().prop_map(|n| n.to_string()),
        1 => (0.0..3.0).prop_map(|n: f64| n.to_string()),
        1 => (0u64..2_000_000).prop_map(|n| n.to_string()),
        4 => field.prop_map(str::to_owned),
        1 => Just("NaN".into()),
    ]
}

fn fields() -> impl Strategy<Value = Vec<(String, String)>> {
    let known = prop::sample::select(State::FIELDS.iter().map(|field| field.name.to_owned()).collect::<Vec<_>>());
    prop::collection::vec((prop_oneof![9 => known, 1 => "[a-z-]{0,8}"], text()), 0..16)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn nonsense_leaves_a_working_widget(fields in fields(), zh in any::<bool>()) {
        let state: State = fields::read_and_named(&fields.into_iter().collect());
        let texts: Pairs = state.texts().into_iter().collect();
        let (again, problems) = read(&State::default(), &texts);
        prop_assert_eq!(&problems, &[]);
        prop_assert_eq!(&again, &state);
        let view = view(state, if zh { Lang::Zh } else { Lang::En });
        let readings = Scaling::readings(&view.state, &view.model);
        for fraction in [readings.flushed_to_zero_fraction, readings.saturated_fraction, readings.beside_saturated_fraction] {
            prop_assert!((0.0..=1.0).contains(&fraction));
        }
        for value in frugal::state::Readings::values(&readings) {
            let Value::Number(number) = value else { panic!("{value:?}") };
            prop_assert!(!number.is_nan());
        }
        let _ = (Scaling::stage(&view), Scaling::controls(&view), Scaling::more(&view), Scaling::result(&view));
        let _ = (Scaling::table(&view), Scaling::formulas(&view), Scaling::note(&view));
        let unfilled = Scaling::spoken(&view).contains('{');
        prop_assert!(!unfilled);
    }
}
