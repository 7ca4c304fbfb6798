//! `frugal-training`: its numbers, its words, its drawing, and nonsense in every field.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "a test may panic")]

#[path = "support/fields.rs"]
mod fields;
#[path = "support/views.rs"]
mod views;

use frugal::i18n::Lang;
use frugal::numerics::format::Format;
use frugal::numerics::rounding::{Overflow, Rounding, encode};
use frugal::numerics::train::Recipe;
use frugal::state::{Pairs, Readings as _, Table as _, Value, read, split};
use frugal::widgets::training::{Computed, Readings, State, Training};
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

/// With all its work done.
fn finished(state: &State) -> Computed {
    let mut model = Training::compute(state, Lang::En);
    while Training::pending(&model).is_some() {
        model = Training::advance(state, &model);
    }
    model
}

fn readings(query: &str) -> Readings {
    let state = state(query);
    Training::readings(&state, &finished(&state))
}

fn view(state: State, lang: Lang) -> View<Training> {
    let model = finished(&state);
    untouched(state, model, lang)
}

fn spoken(query: &str) -> String {
    Training::spoken(&view(state(query), Lang::En)).replace('\u{a0}', " ")
}

fn rendered(query: &str, lang: Lang) -> String {
    let props = Props {
        id: "training".into(),
        lang,
        given: Given { pairs: split(query).into(), ..Given::default() },
        site: "".into(),
        chrome: Default::default(),
        preset: Default::default(),
        on_change: Callback::noop(),
    };
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let page =
        LocalServerRenderer::<Place>::with_props(PlaceProps { name: "training", props }).hydratable(false).render();
    LocalSet::new().block_on(&runtime, page)
}

#[test]
fn defaults_are_as_documented() {
    let texts = State::default().texts();
    let text = |name: &str| texts.iter().find(|(field, _)| *field == name).unwrap().1.clone();
    assert_eq!(text("runs"), "fp32,bf16,bf16-stochastic,e4m3,e4m3-stochastic,e4m3-master");
    assert_eq!((text("points"), text("at"), text("seed")), ("spiral".into(), "4000".into(), "1".into()));
    assert_eq!((text("learning-rate"), text("hidden-units")), ("0.1".into(), "16".into()));
}

/// fp32 ≈ e4m3-master ≈ stochastic ≪ bf16 ≪ e4m3, which is stuck near 0.6.
#[test]
fn the_default_state_shows_the_surprise() {
    let all = readings("");
    let [fp32, bf16, bf16_dice, e4m3, e4m3_dice, master] = all.loss.clone().try_into().unwrap();
    for loss in [fp32, bf16_dice, e4m3_dice, master] {
        assert!(loss < 0.015 && 2.0 * loss < bf16, "{all:?}");
    }
    assert!(bf16 < 0.1 && (0.6..0.7).contains(&e4m3), "{all:?}");
    assert!(all.stalled_updates_fraction[3] > 0.9 && all.accuracy[3] < 0.6 && all.accuracy[5] == 1.0, "{all:?}");
    let said = spoken("");
    for part in
        ["After 4,000 steps (a loss of 0.693 is guessing)", "stuck at a loss of 0.6", "master weights reach 0.00"]
    {
        assert!(said.contains(part), "{said}");
    }
}

/// Nearest rounding loses exactly what is below half a step; dice lose as much, but not for ever.
#[test]
fn what_stalls_and_why() {
    let all = readings("runs=e4m3,e4m3-stochastic,e4m3-master&at=2000");
    let (stalled, below) = (&all.stalled_updates_fraction, &all.below_half_ulp_fraction);
    assert!((stalled[0] - below[0]).abs() < 0.02, "{all:?}");
    assert!(below[1] > stalled[1] && stalled[1] > 0.7, "{all:?}");
    assert!(below[2] < 0.01 && stalled[2] < 0.01, "{all:?}");
    assert!(all.unchanged_weights_fraction[0] > 5.0 * all.unchanged_weights_fraction[1], "{all:?}");
}

#[test]
fn readings_follow_the_runs() {
    let all = readings("runs=e4m3-master,fp32&at=120");
    let turned = readings("runs=fp32,e4m3-master&at=120");
    assert_eq!((all.loss[0], all.loss[1]), (turned.loss[1], turned.loss[0]));
    let start = readings("at=0");
    assert_eq!(start.stalled_updates_fraction, [0.0; 6]);
    assert!(spoken("at=0").contains("begin with the same weights"));
}

/// A larger step passes more halves: the story has a limit, and it is shown.
#[test]
fn larger_steps_lose_less() {
    let e4m3 = |rate: &str| {
        let all = readings(&["runs=e4m3&learning-rate=", rate].concat());
        (all.loss[0], all.stalled_updates_fraction[0])
    };
    let (usual, larger, smaller) = (e4m3("0.1"), e4m3("0.3"), e4m3("0.02"));
    assert!(larger.0 < 0.5 * usual.0 && larger.1 < usual.1 && smaller.1 > usual.1, "{usual:?} {larger:?} {smaller:?}");
    assert!(!spoken("runs=e4m3&learning-rate=0.3").contains("stuck"));
}

#[test]
fn a_timeline_runs_along_the_steps() {
    let mut state = state("at=4000");
    let clock = Training::clock(&state, &Training::compute(&state, Lang::En)).unwrap();
    assert_eq!((clock.at, clock.end), (4000, 4000));
    Training::seek(&mut state, 70);
    assert_eq!(state.at, 70);
    Training::seek(&mut state, u32::MAX);
    assert_eq!(state.at, 4000);
    // Going back needs no more than a few steps again, and comes to the same as going there at once.
    let far = finished(&self::state("at=1000&runs=e4m3-stochastic"));
    let near = self::state("at=990&runs=e4m3-stochastic");
    let mut back = Training::revise(&near, Lang::En, &far);
    let (done, total) = Training::pending(&back).unwrap();
    assert!(total - done < 200);
    while Training::pending(&back).is_some() {
        back = Training::advance(&near, &back);
    }
    assert_eq!(Training::readings(&near, &back), Training::readings(&near, &finished(&near)));
}

#[test]
fn presets_and_answers_are_allowed() {
    for lang in Lang::ALL {
        let presets = Training::presets(lang).into_iter().map(|preset| preset.fields);
        let answers = Training::challenges(lang).into_iter().map(|challenge| challenge.shows);
        for (field, text) in presets.chain(answers).flatten() {
            assert_eq!(State::check(field, text), Ok(()), "{field}={text}");
        }
    }
}

/// The last preset: wherever the weights are kept, runs with E4M3 products end worse than guessing.
#[test]
fn too_large_a_rate_is_worse_than_guessing_in_e4m3() {
    let preset = Training::presets(Lang::En).pop().unwrap();
    assert_eq!(preset.label, "Too large a learning rate for E4M3");
    let [(field, rate)] = preset.fields else { panic!("{:?}", preset.fields) };
    let (large, usual) = (readings(&format!("{field}={rate}")), readings(""));
    let guess = core::f64::consts::LN_2;
    for at in 3..6 {
        assert!(large.loss[at] > 1.5 * guess && usual.loss[at] < guess, "{large:?} {usual:?}");
    }
    assert!(large.loss[0] > 2.0 * usual.loss[0] && large.loss[0] < guess, "{large:?} {usual:?}");
}

/// Of what is multiplied only the weights differ, and the table says how.
#[test]
fn the_table_says_what_is_multiplied() {
    let table = Training::table(&view(state("at=0"), Lang::En));
    let products: Vec<&str> = table.rows.iter().map(|row| row[1].as_str()).collect();
    let stored = "E4M3: weights as stored, at scale 1; the rest scaled by tile";
    assert_eq!(products, ["FP32", "BF16", "BF16", stored, stored, "E4M3, scaled by tile"]);
}

/// A gradient that moves a weight of 0.75 by more than half a step, whichever way: 0.75 is no power of two.
#[test]
fn the_example_of_an_update_is_that_of_the_question() {
    let html = rendered("at=0", Lang::En);
    assert!(html.contains("to move a weight of 0.75, E4M3: "));
    let half = (Training::challenges(Lang::En)[0].answer)();
    assert!(html.contains(&format!("<mn>{}</mn>", half / State::default().learning_rate)));
}

/// Folded here again, with the codes of the generic rounding.
#[test]
fn the_digest_is_of_weights_codes_and_values() {
    let state = state("at=40");
    let race = finished(&state).race;
    let digests = race.racers().iter().map(|racer| {
        let weights = &racer.run().shot().parameters;
        let codes = weights
            .iter()
            .map(|weight| encode(f64::from(*weight), Format::E4M3FN, Rounding::NearestEven, Overflow::Saturate));
        let values = codes.clone().map(|code| (Format::E4M3FN.decode(code) as f32).to_bits());
        let bytes = weights.iter().flat_map(|weight| weight.to_bits().to_le_bytes());
        let bytes = bytes.chain(codes.map(|code| code as u8)).chain(values.flat_map(u32::to_le_bytes));
        let digest = bytes
            .fold(0xcbf2_9ce4_8422_2325_u64, |folded, byte| (folded ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
        format!("{digest:016x}")
    });
    let digests: Vec<String> = digests.collect();
    assert_eq!(readings("at=40").weights_digest, digests);
    assert!((1..digests.len()).all(|at| !digests[..at].contains(&digests[at])));
}

#[test]
fn challenges_have_answers() {
    let [half, below, larger] = Training::challenges(Lang::En).try_into().ok().unwrap();
    assert_eq!((half.answer)(), 0.031_25);
    let steps = (below.answer)();
    assert!(steps % 20.0 == 0.0 && (100.0..4000.0).contains(&steps), "{steps}");
    let at = |steps: f64| readings(&format!("runs=e4m3-master&at={steps}")).loss[0];
    assert!(at(steps) < 0.1 && at(steps - 20.0) >= 0.1);
    let shown = readings("runs=e4m3,e4m3-master&learning-rate=0.3");
    assert_eq!((larger.answer)(), shown.loss[0]);
}

#[test]
fn every_state_is_drawn_whole_in_both_languages() {
    for query in
        ["", "at=0", "runs=e4m3&at=130&points=xor", "points=ring&at=55&hidden-units=3", "at=40&learning-rate=3"]
    {
        for lang in Lang::ALL {
            let html = rendered(query, lang);
            assert_eq!(html.matches("<svg").count(), html.matches("</svg>").count(), "{query}");
            let runs = state(query).runs.len();
            assert_eq!(html.matches("training__tile ").count(), runs, "{query}");
            assert!(html.contains("heat__bin--"), "{query}: no colours");
            for bad in ["{", "NaN", "style="] {
                assert!(!html.contains(bad), "{query}, {}: {bad}", lang.tag());
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
        (0u32..90).prop_map(|n| n.to_string()),
        (0.001..3.0).prop_map(|n: f64| n.to_string()),
        prop::collection::vec(field, 0..6).prop_map(|names| names.join(",")),
        Just("NaN".into()),
        Just(",,,".into()),
    ]
}

fn fields() -> impl Strategy<Value = Vec<(String, String)>> {
    let known = prop::sample::select(State::FIELDS.iter().map(|field| field.name.to_owned()).collect::<Vec<_>>());
    prop::collection::vec((prop_oneof![9 => known, 1 => "[a-z-]{0,8}"], text()), 0..12)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn nonsense_leaves_a_working_widget(fields in fields(), zh in any::<bool>()) {
        let mut state: State = fields::read_and_named(&fields.into_iter().collect());
        let texts: Pairs = state.texts().into_iter().collect();
        let (again, problems) = read(&State::default(), &texts);
        prop_assert_eq!(&problems, &[]);
        prop_assert_eq!(&again, &state);
        // The longest races are tested above.
        state.at = state.at.min(60);
        let runs = state.runs.len();
        prop_assert!((1..=Recipe::ALL.len()).contains(&runs));
        let view = view(state, if zh { Lang::Zh } else { Lang::En });
        for value in Training::readings(&view.state, &view.model).values() {
            let Value::List(items) = value else { panic!("{value:?}") };
            prop_assert_eq!(items.len(), runs);
        }
        let _ = (Training::stage(&view), Training::controls(&view), Training::more(&view), Training::result(&view));
        let _ = (Training::table(&view), Training::formulas(&view), Training::remarks(&view));
        let unfilled = Training::spoken(&view).contains('{');
        prop_assert!(!unfilled);
    }
}
