//! `frugal-absorption`: its numbers, its words, its drawing, and nonsense in every field.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "a test may panic")]

#[path = "support/views.rs"]
mod views;

use frugal::i18n::Lang;
use frugal::state::{Pairs, Table as _, Value, read, split};
use frugal::widgets::absorption::{Absorption, Computed, Readings, State};
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

fn finished(state: &State) -> Computed {
    let mut model = Absorption::compute(state, Lang::En);
    while Absorption::pending(&model).is_some() {
        model = Absorption::advance(state, &model);
    }
    model
}

fn readings(query: &str) -> Readings {
    let state = state(query);
    Absorption::readings(&state, &finished(&state))
}

fn view(state: State, lang: Lang) -> View<Absorption> {
    let model = finished(&state);
    untouched(state, model, lang)
}

fn spoken(query: &str) -> String {
    Absorption::spoken(&view(state(query), Lang::En)).replace('\u{a0}', " ")
}

fn rendered(query: &str, lang: Lang) -> String {
    let given = Given { pairs: split(query).into(), ..Given::default() };
    let props = Props {
        id: "absorption".into(),
        lang,
        given,
        site: "".into(),
        chrome: Default::default(),
        preset: Default::default(),
        on_change: Callback::noop(),
    };
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let page =
        LocalServerRenderer::<Place>::with_props(PlaceProps { name: "absorption", props }).hydratable(false).render();
    LocalSet::new().block_on(&runtime, page)
}

#[test]
fn the_default_shows_the_surprise() {
    let all = readings("");
    assert_eq!((all.unfold_macs_per_token, all.absorb_macs_per_query), (16_777_216, 16_777_216));
    assert_eq!(all.attend_macs_per_token, 139_264);
    assert_eq!(all.macs_expand, 4096 * (16_777_216 + 40_960));
    assert_eq!(all.macs_absorb, 16_777_216 + 4096 * 139_264);
    assert_eq!(all.macs_unfolded, 4096 * 40_960);
    assert_eq!((all.bytes_read, all.bytes_read_unfolded), (4096 * 1152, 4096 * 81_920));
    assert_eq!((all.tokens_computed, all.tokens_that_agree, all.absorbed_queries), (64, 64, 1));
    assert!(all.max_abs_difference > 0.0 && all.max_abs_difference < 2e-6, "{}", all.max_abs_difference);
    assert!(all.max_abs_difference <= all.tolerance && all.tolerance < 1e-3, "{}", all.tolerance);
    let said = spoken("");
    for words in ["needs 587 M multiplications for one query against 4,096 cached tokens", "68.9 B, 117 times as many"]
    {
        assert!(said.contains(words), "no “{words}” in {said}");
    }
}

#[test]
fn a_long_cache_saves_a_hundred_and_twenty_times() {
    let long = readings("cached=1000000");
    assert!((long.times_fewer_macs - 16_818_176.0 / 139_264.0).abs() < 0.02, "{}", long.times_fewer_macs);
    assert!((readings("cached=1").times_fewer_macs - 16_818_176.0 / 16_916_480.0).abs() < 1e-12);
    assert!(readings("cached=2").times_fewer_macs > 1.9);
    assert!((1.0..1.01).contains(&long.break_even_tokens));
    let drawer = rendered("", Lang::En);
    for exact in ["16,777,216", "139,264", "40,960", "1.006", "171"] {
        assert!(drawer.contains(&format!("<mn>{exact}</mn>")), "{exact}");
    }
    assert!(!rendered("rope=on-compressed", Lang::En).contains("breaks even at"), "there it never does");
}

/// Both orders are computed, and the results of each head agree as far as rounding lets them.
#[test]
fn both_orders_give_the_same_results() {
    for (precision, least, most) in [("f64", 1e-17, 1e-14), ("f32", 1e-9, 2e-6)] {
        let state = state(&format!("precision={precision}"));
        let model = Absorption::compute(&state, Lang::En);
        let [unfolded, absorbed] = &model.first.outputs;
        assert_eq!((unfolded.len(), absorbed.len()), (model.trial.shape.v_head_dim, model.trial.shape.v_head_dim));
        assert!(unfolded.iter().any(|x| x.abs() > 1e-3), "something comes out");
        let apart = unfolded.iter().zip(absorbed).map(|(a, b)| (a - b).abs()).fold(0.0, f64::max);
        assert!(apart <= model.first.output_bound && apart < most, "{precision}: {apart:e}");
        let scores = model.first.score_differences();
        assert!(scores.iter().all(|apart| *apart <= model.first.score_bound), "{precision}: {scores:?}");
        let both = Absorption::readings(&state, &model).max_abs_difference;
        assert!(both > least && both < most, "{precision}: {both:e}");
    }
    assert!(spoken("order=expand").starts_with("Unfold the cache first"));
}

#[test]
fn turned_keys_break_it() {
    let broken = readings("rope=on-compressed&distance=20");
    assert_eq!((broken.tokens_that_agree, broken.absorbed_queries), (1, 4096));
    assert!(broken.max_abs_difference > 1000.0 * broken.tolerance);
    assert!(broken.macs_absorb > 4096 * 8_388_608);
    let said = spoken("rope=on-compressed&distance=20");
    assert!(said.contains("Absorbed for a distance of 20") && said.contains("takes 4,096 absorbed queries"), "{said}");
    assert!(!said.contains("The result is the same"));
    // Repaired: every token agrees again.
    assert_eq!(readings("rope=decoupled&distance=20").tokens_that_agree, 64);
    assert_eq!(readings("rope=none").attend_macs_per_token, 131_072);
}

#[test]
fn only_the_distance_counts() {
    let moved = readings("position=100000&precision=f64");
    assert!(moved.shift_difference > 0.0 && moved.shift_difference < 1e-9, "{}", moved.shift_difference);
    assert!(spoken("position=100000&precision=f64").contains("All positions were moved by 100,000"));
    assert_eq!(readings("rope=none&position=99").shift_difference, 0.0);
    assert!(!spoken("").contains("moved"));
}

#[test]
fn many_queries_make_unfolding_cheaper() {
    assert!(readings("cached=1000000&queries=170").times_fewer_macs > 1.0);
    assert!(readings("cached=1000000&queries=171").times_fewer_macs < 1.0);
    let said = spoken("queries=512");
    assert!(said.contains("For 512 queries") && said.contains("here unfolding is cheaper"), "{said}");
}

#[test]
fn full_size_is_computed_head_by_head() {
    let state = state("widths=full&cached=2");
    let mut model = Absorption::compute(&state, Lang::En);
    assert_eq!(Absorption::pending(&model), Some((1, 128)));
    let first = model.difference;
    model = Absorption::advance(&state, &model);
    assert_eq!(Absorption::pending(&model), Some((2, 128)));
    assert!(model.difference >= first && model.difference < 1e-4 && model.difference <= model.tolerance);
    // The chosen order and the counts do not start it anew.
    let other = frugal::widgets::absorption::State { queries: 7, distance: 1, ..state.clone() };
    let revised = Absorption::revise(&other, Lang::En, &model);
    assert_eq!((Absorption::pending(&revised), revised.work.queries), (Some((2, 128)), 7));
    let reseeded = frugal::widgets::absorption::State { seed: 9, ..state };
    assert_eq!(Absorption::pending(&Absorption::revise(&reseeded, Lang::En, &model)), Some((1, 128)));
}

#[test]
fn challenges_are_answered_by_counting() {
    let answers: Vec<f64> = Absorption::challenges(Lang::En).iter().map(|ask| (ask.answer)()).collect();
    assert_eq!(answers[..3], [2.0, 171.0, 4096.0]);
    assert!((answers[3] - 71.1).abs() < 0.02);
    for lang in Lang::ALL {
        let shown = Absorption::challenges(lang).into_iter().flat_map(|ask| ask.shows.iter());
        let tried = Absorption::presets(lang).into_iter().flat_map(|preset| preset.fields.iter());
        for (field, text) in shown.chain(tried) {
            assert_eq!(State::check(field, text), Ok(()), "{field}={text}");
        }
    }
}

#[test]
fn a_token_that_is_not_computed_is_said_to_be_missing() {
    let remarks = |query: &str| Absorption::remarks(&view(state(query), Lang::En));
    assert_eq!(remarks("distance=63"), [""; 0]);
    assert_eq!(remarks("cached=4"), ["distance: 4 tokens are computed, and the oldest of them is followed."]);
    assert_eq!(remarks("widths=full&cached=8"), [""; 0]);
}

const STATES: [&str; 8] = [
    "",
    "order=expand&cached=1&distance=0",
    "rope=on-compressed&distance=63",
    "rope=on-compressed&order=expand&queries=4096&cached=1000000",
    "rope=none&position=5&precision=f64",
    "widths=full&cached=3&distance=2",
    "position=100000&seed=4294967295",
    "order=sideways&rope=🙂&cached=-1&distance=nan&queries=1e99",
];

#[test]
fn every_state_is_drawn_whole_in_both_languages() {
    for (query, lang) in STATES.iter().flat_map(|query| Lang::ALL.map(|lang| (query, lang))) {
        let html = rendered(query, lang);
        assert_eq!((html.matches("<svg").count(), html.matches("</svg>").count()), (2, 2), "{query}");
        // The parentheses and the followed token, in either width.
        assert_eq!(html.matches("role=\"slider\"").count(), 4, "{query}");
        for bad in ["{", "NaN", ">inf", "∞", "style="] {
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
    for query in STATES {
        let html = rendered(query, Lang::En);
        for svg in html.split("<svg").skip(1) {
            let svg = svg.split("</svg>").next().unwrap();
            let width: f64 = svg.split_once("viewBox=\"0 0 ").unwrap().1.split_once(' ').unwrap().0.parse().unwrap();
            for path in svg.split(" d=\"").skip(1) {
                let path = path.split('"').next().unwrap();
                for rectangle in path.split('M').filter(|part| part.ends_with('z')) {
                    let (corner, rest) = rectangle.split_once('h').unwrap();
                    let x: f64 = corner.split(' ').next().unwrap().parse().unwrap();
                    let w: f64 = rest.split('v').next().unwrap().parse().unwrap();
                    assert!(x >= -0.02 && w >= 0.0 && x + w <= width + 0.02, "{query}: {path}");
                }
            }
        }
    }
}

fn text() -> impl Strategy<Value = String> {
    let names: Vec<_> = State::FIELDS.iter().flat_map(|field| field.options).map(|name| (*name).to_owned()).collect();
    prop_oneof![
        ".{0,12}",
        any::<f64>().prop_map(|n| n.to_string()),
        (0u64..2_000_000).prop_map(|n| n.to_string()),
        (0u64..70).prop_map(|n| n.to_string()),
        prop::sample::select(names),
    ]
}

fn fields() -> impl Strategy<Value = Vec<(String, String)>> {
    let known = prop::sample::select(State::FIELDS.iter().map(|field| field.name.to_owned()).collect::<Vec<_>>());
    prop::collection::vec((prop_oneof![9 => known, 1 => "[a-z-]{0,8}"], text()), 0..10)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn nonsense_leaves_a_working_widget(fields in fields(), zh in any::<bool>()) {
        let pairs: Pairs = fields.into_iter().collect();
        let (mut state, noticed) = read(&State::default(), &pairs);
        for (field, text) in pairs.iter() {
            let bad = pairs.iter().any(|(name, text)| name == field && State::check(name, text).is_err());
            prop_assert_eq!(noticed.iter().any(|problem| problem.field == field), bad, "{}={}", field, text);
        }
        let texts: Pairs = state.texts().into_iter().collect();
        let (again, problems) = read(&State::default(), &texts);
        prop_assert_eq!(&problems, &[]);
        prop_assert_eq!(&again, &state);
        // A layer of full size takes a while, and is drawn by the same code.
        if state.widths == frugal::widgets::absorption::Widths::Full {
            state.widths = frugal::widgets::absorption::Widths::Sixteenth;
        }
        let view = view(state, if zh { Lang::Zh } else { Lang::En });
        let readings = Absorption::readings(&view.state, &view.model);
        for value in frugal::state::Readings::values(&readings) {
            let Value::Number(number) = value else { panic!("{value:?}") };
            prop_assert!(number.is_finite() && number >= 0.0);
        }
        let agrees = readings.max_abs_difference <= readings.tolerance;
        prop_assert!(agrees || view.state.rope == frugal::numerics::attention::Lane::OnCompressed);
        let _ = (Absorption::stage(&view), Absorption::controls(&view), Absorption::more(&view), Absorption::result(&view));
        let _ = (Absorption::table(&view), Absorption::formulas(&view), Absorption::remarks(&view));
        let unfilled = Absorption::spoken(&view).contains('{');
        prop_assert!(!unfilled);
    }
}
