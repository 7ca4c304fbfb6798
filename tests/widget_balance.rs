//! `frugal-balance`: its numbers, its events, its words, and nonsense in every field.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "a test may panic")]

#[path = "support/fields.rs"]
mod fields;
#[path = "support/views.rs"]
mod views;

use frugal::i18n::Lang;
use frugal::numerics::balance::{Lesson, LessonConfig, Method, Replay, max_violation, noise_floor};
use frugal::state::{Pairs, Table as _, Value, read, split};
use frugal::widgets::balance::{Action, Balance, END, Model, Readings, State, config};
use frugal::widgets::{View, Widget as _, readings_of};
use proptest::prelude::*;
use views::untouched;

fn state(query: &str) -> State {
    let (state, problems) = read(&State::default(), &split(query));
    assert_eq!(problems, [], "{query}");
    state
}

fn finished(state: &State) -> Model {
    let mut model = Balance::compute(state, Lang::En);
    while Balance::pending(&model).is_some() {
        model = Balance::advance(state, &model);
    }
    model
}

fn readings(query: &str) -> Readings {
    let state = state(query);
    Balance::readings(&state, &finished(&state))
}

fn view(state: State, lang: Lang) -> View<Balance> {
    let model = finished(&state);
    untouched(state, model, lang)
}

/// A small stream, quick to run.
const SMALL: &str = "experts=16&top-k=2&tokens=256";

#[test]
fn the_published_step_balances_in_about_a_hundred() {
    let published = readings("");
    assert!((60.0..=160.0).contains(&published.steps_to_half), "{}", published.steps_to_half);
    let (low, high) = noise_floor(64, 6, 1024);
    assert!(published.max_violation < 1.3 * high && published.max_violation > 0.7 * low, "{published:?}");
    assert_eq!((published.mean_load, published.idle_experts), (96.0, 0));
    assert!(published.loss.is_nan(), "nothing learns");
    let without = readings("method=none");
    assert!(without.max_violation > 1.5 && without.steps_to_half.is_infinite(), "{without:?}");
}

#[test]
fn a_tenth_is_slow_and_ten_times_fluctuates() {
    let slow = readings("gamma=0.0001");
    assert!(slow.max_violation > 1.0 && slow.steps_to_half.is_infinite(), "{slow:?}");
    let state = state("gamma=0.01");
    let model = finished(&state);
    let half = model.half(Method::Bias).unwrap();
    assert!(half < 25, "{half}");
    // Long after, its mean violation is above that of the published step.
    let mean = |model: &Model| {
        let steps = &model.replay.steps()[150..=200];
        steps.iter().map(|step| step.max_violation[Method::Bias.index()]).sum::<f64>() / steps.len() as f64
    };
    let calm = finished(&State::default());
    assert!(mean(&model) > 1.15 * mean(&calm), "{} {}", mean(&model), mean(&calm));
}

#[test]
fn chance_alone_stays_in_the_band() {
    let state = State { skew: 0.0, at: END, ..state(SMALL) };
    let model = finished(&state);
    let (low, high) = noise_floor(16, 2, 256);
    let steps = model.replay.steps();
    let inside = steps.iter().filter(|step| (low..=high).contains(&step.max_violation[0])).count();
    let part = inside as f64 / steps.len() as f64;
    assert!((0.8..=0.98).contains(&part), "{part}");
}

#[test]
fn only_differences_of_bias_matter() {
    use frugal::numerics::balance::Rule;
    let base = config(&state(SMALL));
    let loads = |rule: Rule| {
        let mut replay = Replay::new(frugal::numerics::balance::Config { rule, ..base.clone() });
        replay.advance(usize::MAX, 60);
        replay.steps().iter().map(|step| step.loads[Method::Bias.index()].clone()).collect::<Vec<_>>()
    };
    assert_eq!(loads(Rule::Sign), loads(Rule::SignCentred));
}

#[test]
fn the_auxiliary_losses_bend_the_logits_and_the_bias_does_not() {
    let model = finished(&state(SMALL));
    let step = model.replay.steps().last().unwrap();
    let popular = model.ranked[0];
    assert!(step.offsets.iter().all(|offsets| offsets[popular] < -0.1), "{:?}", step.offsets);
    assert!(step.bias[popular] < -0.05);
    assert_eq!(
        model.replay.steps()[0].loads[0],
        model.replay.steps()[0].loads[3],
        "the first step is the same for all"
    );
}

#[test]
fn events_act_from_their_step_on() {
    let plain = finished(&State { at: 120, ..state(SMALL) });
    let eventful = finished(&State { at: 120, ..state(&format!("{SMALL}&events=60:freeze,80:shift,100:remove-3")) });
    let steps = |model: &Model| model.replay.steps().to_vec();
    let (plain, eventful) = (steps(&plain), steps(&eventful));
    assert_eq!(plain[..61], eventful[..61], "the freeze is seen after its step");
    assert_eq!(eventful[61].bias, eventful[119].bias, "frozen");
    assert_ne!(plain[119].bias, eventful[119].bias);
    assert!(eventful[85].max_violation[3] > 2.0 * eventful[79].max_violation[3], "the shift finds the wrong biases");
    assert!(eventful[99].loads[3][3] > 0);
    assert_eq!(eventful[100].loads.clone().map(|loads| loads[3]), [0; 4], "the lost expert gets nothing");
    let total: u32 = eventful[100].loads[3].iter().sum();
    assert_eq!(total, 512);
}

#[test]
fn a_changed_event_keeps_what_came_before_it() {
    let before = State { at: 100, ..state(SMALL) };
    let after = State { events: state("events=70:shift").events, ..before.clone() };
    let revised = Balance::revise(&after, Lang::En, &finished(&before));
    assert_eq!(revised.replay.steps().len(), 70);
    let mut revised = revised;
    while Balance::pending(&revised).is_some() {
        revised = Balance::advance(&after, &revised);
    }
    assert_eq!(revised.replay.steps(), finished(&after).replay.steps());
    // Back again, and further on: nothing is computed twice, and nothing differs.
    let further = State { at: 110, ..before };
    let back = Balance::revise(&further, Lang::En, &revised);
    assert_eq!(back.replay.steps().len(), 70);
    let other = State { gamma: 0.002, ..further };
    assert_eq!(Balance::revise(&other, Lang::En, &back).replay.steps().len(), 0);
}

#[test]
fn slices_of_any_size_give_the_same() {
    let config = config(&state("experts=8&top-k=2&tokens=100"));
    let run = |logits: usize| {
        let mut replay = Replay::new(config.clone());
        while replay.steps().len() < 5 {
            let done = replay.done();
            // As the host does: each slice from a copy.
            replay = replay.clone();
            replay.advance(logits, 5);
            assert!(replay.done() > done && replay.done() <= replay.total(5));
        }
        replay.steps().to_vec()
    };
    assert_eq!(run(1), run(usize::MAX));
    assert_eq!(run(3000), run(usize::MAX));
}

#[test]
fn the_toy_collapses_without_balancing_and_the_scope_of_a_loss_costs() {
    let none = readings("view=learn&method=none&at=300");
    assert!(none.idle_experts >= 4 && none.max_violation > 4.0, "{none:?}");
    let bias = readings("view=learn&method=bias&gamma=0.005&at=300");
    assert!(bias.idle_experts == 0 && bias.max_violation < 0.8, "{bias:?}");
    // Over eight seeds the order is the paper's (section 4.5.3): over sequences worst, over the batch and bias better.
    let mut sum = [0.0; 4];
    for seed in 1..=8 {
        let mut lesson = Lesson::new(LessonConfig { experts: 16, top_k: 1, seed, gamma: 0.005, alpha: 0.1, rate: 0.1 });
        (0..400).for_each(|_| lesson.advance());
        let last = &lesson.steps()[350..];
        (0..4).for_each(|at| sum[at] += last.iter().map(|step| step.loss[at]).sum::<f64>() / last.len() as f64);
    }
    let [none, sequence, batch, bias] = sum;
    assert!(sequence > batch && batch > bias && none > bias, "{sum:?}");
}

#[test]
fn at_balance_each_of_v3s_experts_has_128_of_4096_tokens() {
    assert_eq!(readings("experts=256&top-k=8&tokens=4096&at=0").mean_load, 128.0);
}

/// A text that no field takes is named in a notice, and the field keeps its value.
#[test]
fn bad_texts_are_named() {
    fields::bad_texts_are_named::<State>(&[
        ("view", "other"),
        ("method", "magic"),
        ("gamma", "-1"),
        ("alpha", "NaN"),
        ("experts", "1e9"),
        ("top-k", "0"),
        ("tokens", "1.5"),
        ("skew", "inf"),
        ("seed", "1e99"),
        ("at", "-1"),
        ("events", "9:melt"),
    ]);
}

#[test]
fn challenges_have_the_answers_that_are_shown() {
    let challenges = Balance::challenges(Lang::En);
    let answers: Vec<f64> = challenges.iter().map(|challenge| (challenge.answer)()).collect();
    for (challenge, answer) in challenges.iter().zip(&answers) {
        let (_, problems) = read(&State::default(), &challenge.shows.iter().copied().collect());
        assert_eq!(problems, [], "{}", challenge.question);
        assert!(answer.is_finite(), "{}", challenge.question);
    }
    let shown = state("experts=16&top-k=2&at=80");
    let holds = |gamma: f64| {
        let model = finished(&State { gamma, ..shown.clone() });
        let vio = |step: usize| model.replay.steps()[step].max_violation[Method::Bias.index()];
        (50..80).all(|step| vio(step) < 0.5) && vio(49) < 0.5
    };
    assert!(holds(answers[0]) && !holds(answers[0] * 0.85), "{}", answers[0]);
    let gamma: f64 = challenges[0].shows.iter().find(|(field, _)| *field == "gamma").unwrap().1.parse().unwrap();
    assert!((gamma / answers[0] - 1.0).abs() < 0.1, "the link shows {gamma}, the answer is {}", answers[0]);
    assert_eq!(answers[1], 128.0);
    assert_eq!(answers[2], readings("view=learn&method=none&at=100").idle_experts as f64);
}

#[test]
fn actions_stay_within_their_ranges() {
    let mut state = state(SMALL);
    let model = finished(&State { at: 3, ..state.clone() });
    let wild = [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, -1.0, 0.0, 1e9];
    for x in wild {
        let actions =
            [Action::Gamma, Action::Alpha, Action::Experts, Action::TopK, Action::Tokens, Action::Skew, Action::At];
        for action in actions {
            Balance::reduce(&mut state, &model, action(x));
            let texts = state.texts();
            let again = texts.iter().map(|(field, text)| (*field, text.as_str())).collect::<Pairs>();
            assert_eq!(read(&State::default(), &again), (state.clone(), Vec::new()), "{x}");
        }
    }
    Balance::reduce(&mut state, &model, Action::Freeze);
    Balance::reduce(&mut state, &model, Action::Freeze);
    Balance::reduce(&mut state, &model, Action::TakeBack(9));
    assert_eq!(state.events.iter().count(), 1);
    Balance::reduce(&mut state, &model, Action::RemoveBusiest);
    assert_eq!(state.events.iter().count(), 2);
    Balance::reduce(&mut state, &model, Action::TakeBack(0));
    assert_eq!(state.events.iter().count(), 1);
}

#[test]
fn odd_combinations_get_a_sentence() {
    let remarks = |query: &str| Balance::remarks(&view(State { at: 1, ..state(query) }, Lang::En));
    assert_eq!(remarks(""), Vec::<String>::new());
    assert!(remarks("experts=8&top-k=12&tokens=64")[0].contains("12 of 8"));
    assert_eq!(readings("experts=8&top-k=12&tokens=64&at=2").max_violation, 0.0);
    assert_eq!(remarks("experts=8&tokens=64&events=3:remove-50,4:remove-2").len(), 1);
    assert_eq!(remarks("experts=8&top-k=8&tokens=64&events=3:remove-5").len(), 2);
    assert_eq!(remarks("view=learn&events=3:shift").len(), 1);
}

#[test]
fn words_are_filled_in_both_languages() {
    for query in [
        "at=40",
        "at=0&tokens=64",
        "method=none&at=5",
        "method=auxiliary-batch&at=40",
        "view=learn&at=30",
        "view=learn&method=none&at=30",
    ] {
        for lang in Lang::ALL {
            let state = State { experts: 16, top_k: 2, ..state(query) };
            let spoken = Balance::spoken(&view(state, lang));
            assert!(!spoken.contains(['{', '}']) && !spoken.contains("NaN"), "{query}: {spoken}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, ..ProptestConfig::default() })]

    #[test]
    fn nonsense_keeps_the_default(field in 0..State::FIELDS.len(), text in ".{0,30}") {
        let name = State::FIELDS[field].name;
        let pairs: Pairs = [(name, text.as_str()), ("experts", "8"), ("tokens", "64"), ("at", "2")].into_iter().collect();
        let state: State = fields::read_and_named(&pairs);
        let again = state.texts();
        let again: Pairs = again.iter().map(|(field, text)| (*field, text.as_str())).collect();
        prop_assert_eq!(&read(&State::default(), &again).0, &state);
        let small = State { experts: state.experts.min(16), tokens: state.tokens.min(64), at: state.at.min(3), ..state };
        let view = view(small, Lang::Zh);
        let _ = (Balance::stage(&view), Balance::table(&view), Balance::formulas(&view), Balance::remarks(&view));
    }
}

#[test]
fn what_is_read_from_outside_is_finished() {
    let pairs: Pairs = [("experts", "16"), ("top-k", "2"), ("tokens", "64"), ("at", "30")].into_iter().collect();
    let computed = readings_of("balance", &pairs, Lang::En).unwrap();
    let (_, vio) = computed.readings.iter().find(|(name, _)| *name == "max_violation").unwrap();
    let model = finished(&State { experts: 16, top_k: 2, tokens: 64, at: 30, ..State::default() });
    let last = model.replay.steps().last().unwrap();
    assert_eq!(*vio, Value::Number(max_violation(&last.loads[3], |_| true)));
}
