//! `frugal-accumulator`: its numbers, its words, its drawing, and nonsense in every field.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "a test may panic")]

#[path = "support/fields.rs"]
mod fields;
#[path = "support/views.rs"]
mod views;

use frugal::i18n::Lang;
use frugal::state::{Pairs, Table as _, Value, read, split};
use frugal::widgets::accumulator::{Accumulate, Action, Computed, Readings, State};
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
    Accumulate::compute(&state(query), Lang::En)
}

fn readings(query: &str) -> Readings {
    Accumulate::readings(&state(query), &computed(query))
}

fn view(state: State, lang: Lang) -> View<Accumulate> {
    let model = Accumulate::compute(&state, lang);
    untouched(state, model, lang)
}

fn spoken(query: &str) -> String {
    Accumulate::spoken(&view(state(query), Lang::En)).replace('\u{a0}', " ")
}

fn rendered(query: &str, lang: Lang) -> String {
    let given = Given { pairs: split(query).into(), ..Given::default() };
    let props = Props {
        id: "accumulator".into(),
        lang,
        given,
        site: "".into(),
        chrome: Default::default(),
        preset: Default::default(),
        on_change: Callback::noop(),
    };
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let page =
        LocalServerRenderer::<Place>::with_props(PlaceProps { name: "accumulator", props }).hydratable(false).render();
    LocalSet::new().block_on(&runtime, page)
}

#[test]
fn truncation_drifts_and_promotion_helps() {
    let default = readings("");
    assert!((0.06..0.08).contains(&default.relative_error), "{default:?}");
    assert_eq!(default.promotions, 0);
    assert!(default.computed_sum < default.exact_sum, "all cuts go the same way");
    assert!(default.worst_partial_error >= default.relative_error);
    let promoted = readings("promote-every=128");
    assert!(promoted.relative_error < 0.001 && promoted.promotions == 32, "{promoted:?}");
    let [split, nearest] = ["fp22-split", "14-bit-nearest"].map(|name| readings(&format!("accumulator={name}")));
    assert!((0.002..0.004).contains(&split.relative_error), "{split:?}");
    assert!((0.003..0.006).contains(&nearest.relative_error), "{nearest:?}");
    assert!((0.06..0.08).contains(&readings("accumulator=14-bit-truncate").relative_error));
    assert!((0.5..0.7).contains(&readings("accumulator=bf16").relative_error));
    assert!(readings("accumulator=fp32").relative_error < 1e-6);
    assert!(readings("k=16384").relative_error > 0.2, "and grows with K");
}

/// None of the models gives "nearly 2%" for products of one sign, whichever way bits are cut.
#[test]
fn no_model_reproduces_two_percent() {
    for accumulator in ["14-bit-truncate", "14-bit-nearest", "fp22-fused", "fp22-split"] {
        for cutting in ["floor", "toward-zero"] {
            for seed in 1..4 {
                let error =
                    readings(&format!("accumulator={accumulator}&cutting={cutting}&seed={seed}")).relative_error;
                assert!(!(0.01..0.03).contains(&error), "{accumulator} {cutting} {seed}: {error}");
            }
        }
    }
}

#[test]
fn promotions_are_counted_to_the_last_one() {
    for (query, count) in [("k=100&promote-every=64", 2), ("k=32&promote-every=512", 1), ("k=512&promote-every=64", 8)]
    {
        assert_eq!(readings(query).promotions, count, "{query}");
    }
}

#[test]
fn the_sentence_says_what_the_readings_say() {
    let said = spoken("");
    for part in ["After 4,096 products", "off by 6.44%", "keeps 14 bits", "steps of 2,048", "be off by 0.056%"] {
        assert!(said.contains(part), "no “{part}” in {said}");
    }
    assert!(said.contains("Rounded to nearest instead of cut, 14 bits would be off by 0.429%"), "{said}");
    let promoted = spoken("promote-every=128");
    assert!(promoted.contains("off by 0.056%") && promoted.contains("Never emptied, it would be off by 6.44%"));
    assert!(spoken("signs=mixed").contains("of the size that such sums usually have"));
    assert!(!spoken("accumulator=14-bit-nearest").contains("instead of cut"));
}

#[test]
fn the_timeline_walks_through_the_groups() {
    let mut state = state("k=100");
    assert_eq!(Accumulate::clock(&state, &computed("k=100")), Some(Clock { at: 4, end: 4 }));
    Accumulate::seek(&mut state, 0);
    assert_eq!((state.at, state.shown()), (1, 1));
    let model = Accumulate::compute(&state, Lang::En);
    assert_eq!((model.group.lines.len(), model.group.before), (32, 0.0));
    Accumulate::seek(&mut state, 4);
    let model = Accumulate::compute(&state, Lang::En);
    assert_eq!(model.group.lines.len(), 4, "the last group is what is left");
    assert_eq!(model.group.after, model.sum);
}

/// What is shown of a group is what happens in the sum: each register follows from the one before.
#[test]
fn shown_groups_are_those_of_the_sum() {
    for query in ["", "promote-every=64", "accumulator=bf16&signs=mixed", "accumulator=fp22-split&promote-every=128"] {
        let mut after = 0.0;
        for at in 1..=20 {
            let model = computed(&format!("{query}&at={at}"));
            let promotions = |group: usize| model.run[group].promotions;
            let emptied = at > 1 && promotions(at - 2) > if at > 2 { promotions(at - 3) } else { 0 };
            assert_eq!(model.group.before, if emptied { 0.0 } else { after }, "{query} {at}");
            assert_eq!(model.group.after, model.run[at - 1].register, "{query} {at}");
            after = model.group.after;
        }
    }
}

/// The bits that are drawn as kept are those that are added.
#[test]
fn kept_bits_add_up() {
    let model = computed("");
    let kept: f64 = model.group.lines.iter().map(|line| line.kept).sum();
    let step = libm::scalbn(1.0, model.group.lines[0].last);
    assert!(model.group.lines.iter().all(|line| line.kept <= line.term && line.term - line.kept < step));
    let sum = model.group.register.kept + kept;
    assert!(sum >= model.group.after && sum - model.group.after < 2.0 * step);
    assert!((0.4..0.9).contains(&model.group.ones_lost()));
}

#[test]
fn answers_are_computed_and_shown() {
    let challenges = Accumulate::challenges(Lang::En);
    let answers: Vec<f64> = challenges.iter().map(|challenge| (challenge.answer)()).collect();
    let [interval, one_percent, nearest] = answers[..] else { panic!("{answers:?}") };
    assert_eq!(interval, 256.0);
    assert!(
        readings("promote-every=256").relative_error < 0.005 && readings("promote-every=512").relative_error > 0.005
    );
    let errors = |k: f64| readings(&format!("k={k}")).relative_error;
    assert!(errors(one_percent) > 0.01 && errors(one_percent - 32.0) <= 0.01, "{one_percent}");
    assert!((nearest - 0.429).abs() < 0.001, "{nearest}");
    for challenge in &challenges {
        for (field, text) in challenge.shows {
            assert_eq!(State::check(field, text), Ok(()));
        }
    }
    let shown: f64 = challenges[1].shows[0].1.parse().unwrap();
    assert!((shown - one_percent).abs() <= 32.0, "{one_percent}");
}

#[test]
fn an_idle_field_is_named() {
    let remarks = |query: &str| Accumulate::remarks(&view(state(query), Lang::En)).len();
    assert_eq!(
        (remarks(""), remarks("cutting=toward-zero"), remarks("cutting=toward-zero&accumulator=bf16")),
        (0, 0, 1)
    );
}

#[test]
fn actions_and_products_are_kept_apart() {
    let mut state = State::default();
    let model = Accumulate::compute(&state, Lang::En);
    Accumulate::reduce(&mut state, &model, Action::K(100));
    let revised = Accumulate::revise(&state, Lang::En, &model);
    let fresh = Accumulate::compute(&state, Lang::En);
    assert_eq!(Accumulate::readings(&state, &revised), Accumulate::readings(&state, &fresh));
}

const STATES: [&str; 8] = [
    "",
    "k=32&at=1",
    "k=33&at=512&signs=mixed",
    "k=16384&accumulator=fp32&promote-every=64",
    "accumulator=bf16&signs=mixed&at=3",
    "accumulator=14-bit-nearest&promote-every=512&seed=9999",
    "accumulator=fp22-split&cutting=toward-zero&signs=mixed",
    "k=-1&accumulator=fp8&at=0&signs=🙂",
];

#[test]
fn every_state_is_drawn_whole_in_both_languages() {
    for (query, lang) in STATES.iter().flat_map(|query| Lang::ALL.map(|lang| (query, lang))) {
        let html = rendered(query, lang);
        assert_eq!(html.matches("<svg").count(), html.matches("</svg>").count(), "{query}");
        assert_eq!(html.matches("class=\"sum sum--").count(), 2, "{query}");
        for bad in ["{", "NaN", "inf", "∞", "style=", "d=\"M-"] {
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
        1 => (0u64..20_000).prop_map(|n| n.to_string()),
        4 => field.prop_map(str::to_owned),
        1 => Just("NaN".into()),
    ]
}

fn fields() -> impl Strategy<Value = Vec<(String, String)>> {
    let known = prop::sample::select(State::FIELDS.iter().map(|field| field.name.to_owned()).collect::<Vec<_>>());
    prop::collection::vec((prop_oneof![9 => known, 1 => "[a-z-]{0,8}"], text()), 0..12)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn nonsense_leaves_a_working_widget(fields in fields(), zh in any::<bool>()) {
        let state: State = fields::read_and_named(&fields.into_iter().collect());
        let texts: Pairs = state.texts().into_iter().collect();
        let (again, problems) = read(&State::default(), &texts);
        prop_assert_eq!(&problems, &[]);
        prop_assert_eq!(&again, &state);
        let view = view(state, if zh { Lang::Zh } else { Lang::En });
        let readings = Accumulate::readings(&view.state, &view.model);
        for value in frugal::state::Readings::values(&readings) {
            let Value::Number(number) = value else { panic!("{value:?}") };
            prop_assert!(number.is_finite());
        }
        let _ = (Accumulate::stage(&view), Accumulate::controls(&view), Accumulate::more(&view), Accumulate::result(&view));
        let _ = (Accumulate::table(&view), Accumulate::formulas(&view), Accumulate::note(&view));
        let unfilled = Accumulate::spoken(&view).contains('{');
        prop_assert!(!unfilled);
    }
}
