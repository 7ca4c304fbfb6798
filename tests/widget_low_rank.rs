//! `frugal-low-rank`: its numbers, its words, its drawing, and nonsense in every field.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "a test may panic")]

#[path = "support/views.rs"]
mod views;

use frugal::i18n::Lang;
use frugal::state::{Pairs, Readings as _, Table as _, Value, read, split};
use frugal::widgets::low_rank::{Computed, LowRank, Readings, State};
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

/// What is asked for; the other ways of sharing are still pending.
fn computed(state: &State) -> Computed {
    LowRank::compute(state, Lang::En)
}

/// With all its work done.
fn finished(state: &State) -> Computed {
    let mut model = LowRank::compute(state, Lang::En);
    while let Some((done, total)) = LowRank::pending(&model) {
        model = LowRank::advance(state, &model);
        let after = LowRank::pending(&model).map_or(total, |(done, _)| done);
        assert_eq!(after, done + 1, "each slice brings it one further");
    }
    model
}

fn readings(query: &str) -> Readings {
    let state = state(query);
    LowRank::readings(&state, &computed(&state))
}

fn all_readings(query: &str) -> Readings {
    let state = state(query);
    LowRank::readings(&state, &finished(&state))
}

fn view(state: State, lang: Lang) -> View<LowRank> {
    let model = finished(&state);
    untouched(state, model, lang)
}

fn spoken(query: &str) -> String {
    LowRank::spoken(&view(state(query), Lang::En)).replace('\u{a0}', " ")
}

fn rendered(query: &str, lang: Lang) -> String {
    let given = Given { pairs: split(query).into(), ..Given::default() };
    let props = Props {
        id: "low-rank".into(),
        lang,
        given,
        site: "".into(),
        chrome: Default::default(),
        preset: Default::default(),
        on_change: Callback::noop(),
    };
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let page =
        LocalServerRenderer::<Place>::with_props(PlaceProps { name: "low-rank", props }).hydratable(false).render();
    LocalSet::new().block_on(&runtime, page)
}

#[test]
fn defaults_are_as_documented() {
    let texts = State::default().texts();
    let expected = [
        ("source", "real"),
        ("rank", "64"),
        ("joint", "joint"),
        ("head", "9"),
        ("fit", "all"),
        ("token", "44"),
        ("seed", "1"),
    ];
    assert_eq!(texts, expected.map(|(name, text)| (name, text.to_owned())));
}

/// Computed with NumPy 2.4.6 (`linalg.svd`, softmax in float64) from the same recorded file: fit, sharing, rank; error,
/// bound; divergence and largest difference of head 9.
const NUMPY: [(&str, &str, u32, [f64; 4]); 18] = [
    (
        "all",
        "joint",
        8,
        [0.554_025_836_671_365_4, 0.554_025_836_671_365_1, 0.421_698_024_189_419_04, 0.647_086_561_651_473_2],
    ),
    (
        "all",
        "joint",
        48,
        [0.214_454_481_777_433_73, 0.214_454_481_777_433_68, 0.040_446_170_151_328_07, 0.248_936_206_104_142_58],
    ),
    (
        "all",
        "joint",
        64,
        [0.152_031_555_282_589_88, 0.152_031_555_282_589_83, 0.013_675_058_529_433_829, 0.185_343_958_697_994_64],
    ),
    (
        "all",
        "separate",
        8,
        [0.601_118_731_240_965_8, 0.601_118_731_240_965_8, 0.479_247_968_796_351_23, 0.707_890_352_690_847_8],
    ),
    (
        "all",
        "separate",
        48,
        [0.327_344_294_778_472, 0.327_344_294_778_471_93, 0.065_031_919_716_278_36, 0.335_434_873_762_079_7],
    ),
    (
        "all",
        "separate",
        64,
        [0.274_526_334_927_550_1, 0.274_526_334_927_550_1, 0.040_432_708_072_477_01, 0.247_477_944_498_871_62],
    ),
    (
        "all",
        "per-head",
        8,
        [0.865_447_871_280_513_3, 0.865_447_871_280_513_1, 3.294_133_059_276_877, 0.885_702_899_015_581_4],
    ),
    (
        "all",
        "per-head",
        48,
        [0.619_272_501_398_198_1, 0.619_272_501_398_198, 0.395_974_519_928_276_2, 0.682_694_755_393_138_2],
    ),
    (
        "all",
        "per-head",
        64,
        [0.567_588_994_451_259_8, 0.567_588_994_451_259_7, 0.333_619_565_241_909, 0.684_133_794_918_589_7],
    ),
    (
        "half",
        "joint",
        8,
        [0.591_429_527_365_183, 0.528_870_602_443_254_8, 0.490_201_440_352_184_5, 0.721_039_396_386_001],
    ),
    (
        "half",
        "joint",
        48,
        [0.389_605_692_544_796_5, 0.099_829_374_800_333_06, 0.065_962_436_922_386_33, 0.390_657_948_251_574_1],
    ),
    ("half", "joint", 64, [0.359_341_251_214_293_7, 0.0, 0.044_979_680_267_232_605, 0.358_804_898_461_960_9]),
    (
        "half",
        "separate",
        8,
        [0.624_899_699_291_088_5, 0.583_664_995_577_450_2, 0.564_151_446_087_336_8, 0.761_098_142_772_297_9],
    ),
    (
        "half",
        "separate",
        48,
        [0.431_649_710_269_330_74, 0.268_399_631_971_467_4, 0.087_827_700_880_532_88, 0.473_925_125_583_606_44],
    ),
    (
        "half",
        "separate",
        64,
        [0.400_920_330_820_155_2, 0.198_760_409_646_791_9, 0.053_000_291_437_502_81, 0.338_177_779_912_278_3],
    ),
    (
        "half",
        "per-head",
        8,
        [0.865_355_850_319_773_9, 0.861_778_456_612_71, 3.270_771_557_020_795_6, 0.885_390_711_255_342_5],
    ),
    (
        "half",
        "per-head",
        48,
        [0.634_712_936_570_557_8, 0.605_836_552_434_878_1, 0.432_643_545_270_597_8, 0.682_734_933_419_478_3],
    ),
    (
        "half",
        "per-head",
        64,
        [0.591_047_968_591_832_8, 0.549_436_573_276_662_7, 0.340_496_708_885_411_2, 0.691_182_115_631_392_2],
    ),
];

#[test]
fn errors_and_attention_are_numpys() {
    for (fit, joint, rank, [error, bound, divergence, difference]) in NUMPY {
        let what = format!("fit={fit}&joint={joint}&rank={rank}");
        let found = readings(&what);
        let near =
            |found: f64, expected: f64| assert!((found - expected).abs() < 1e-11, "{what}: {found}, not {expected}");
        near(found.relative_error, error);
        near(found.eckart_young_bound, bound);
        near(found.attention_kl, divergence);
        near(found.attention_max_diff, difference);
    }
}

/// The bound is what the measured error comes to, exactly where all tokens choose.
#[test]
fn the_bound_holds() {
    for source in ["real", "random", "decaying", "power-law"] {
        for joint in ["joint", "separate", "per-head"] {
            for rank in [1, 64, 125, 300] {
                let query = format!("source={source}&joint={joint}&rank={rank}");
                let all = readings(&query);
                assert!((all.relative_error - all.eckart_young_bound).abs() < 1e-12, "{query}: {all:?}");
                let half = readings(&format!("{query}&fit=half"));
                assert!(half.relative_error >= half.eckart_young_bound - 1e-12, "{query}: {half:?}");
            }
        }
    }
}

#[test]
fn bytes_with_and_without_the_directions() {
    let default = readings("");
    assert_eq!(default.cache_fraction, 64.0 / 768.0);
    assert_eq!(default.full_bytes, 2.0 * 125.0 * 768.0);
    assert_eq!(default.kept_bytes, 2.0 * 125.0 * 64.0);
    assert_eq!(default.basis_bytes, 2.0 * 64.0 * 768.0);
    assert_eq!(default.cache_fraction_with_basis, (125.0 * 64.0 + 64.0 * 768.0) / (125.0 * 768.0));
    // n · 64 + 64 · 768 < n · 768 from n = 69.8 on.
    assert_eq!(default.pays_from_tokens, 70.0);
    // A head's directions are 64 wide.
    assert_eq!(readings("joint=per-head").basis_bytes, 2.0 * 64.0 * 64.0);
    assert_eq!(readings("joint=separate").basis_bytes, 2.0 * 64.0 * 384.0);
    assert_eq!(readings("joint=per-head&rank=768").pays_from_tokens, f64::INFINITY);
}

/// Equal budgets: what is shared leaves less, and each way is said beside the others.
#[test]
fn ways_of_sharing_are_compared_at_one_budget() {
    let [joint, separate, per_head] =
        ["joint", "separate", "per-head"].map(|joint| all_readings(&format!("joint={joint}")));
    for one in [&joint, &separate, &per_head] {
        assert_eq!(one.numbers_per_token, 64.0);
        for (said, measured) in [
            (one.joint_error, joint.relative_error),
            (one.separate_error, separate.relative_error),
            (one.per_head_error, per_head.relative_error),
        ] {
            assert!((said - measured).abs() < 1e-12);
        }
    }
    assert!(joint.relative_error < separate.relative_error && separate.relative_error < per_head.relative_error);
    let half = all_readings("fit=half&joint=per-head");
    assert!((half.per_head_error - half.relative_error).abs() < 1e-9);
}

#[test]
fn the_words_say_the_numbers() {
    let default = spoken("");
    for part in [
        "64 numbers a token instead of 768 (8.33%)",
        "error of 15.2%",
        "would leave 56.8%",
        "head 9",
        "0.19",
        "0.014 nats",
    ] {
        assert!(default.contains(part), "no “{part}” in {default}");
    }
    assert!(spoken("joint=per-head").contains("all heads share would leave 15.2%"));
    let half = spoken("fit=half&rank=48");
    assert!(
        half.contains("error of 39%") && half.contains("tokens that had no say") && half.contains("9.98%"),
        "{half}"
    );
    assert!(rendered("", Lang::En).contains("“it” looks at “answer” 80% → 82%"));
    assert!(rendered("", Lang::Zh).contains("“it” 看向 “answer” 80% → 82%"));
    assert!(rendered("source=random", Lang::En).contains("token 44 looks at token"));
    assert!(rendered("rank=125", Lang::En).contains("error of <"), "nothing is left");
    assert!(spoken("rank=125").contains("error of 0%"));
    let one = spoken("rank=1");
    assert!(one.contains("1 number a token instead of 768") && one.contains("No single direction"), "{one}");
    assert!(!one.contains("1 numbers") && !one.contains("1 directions"), "{one}");
    assert!(spoken("rank=1&fit=half").contains("the best single direction for them"));
    assert!(rendered("rank=1", Lang::En).contains("1 number<"), "beside the slider");
    assert!(rendered("", Lang::En).contains("Head 9 alone, 64 of 768 columns"));
}

#[test]
fn more_numbers_than_directions_are_not_kept() {
    let many = view(state("rank=700"), Lang::En);
    assert_eq!(LowRank::remarks(&many), ["There are only 125 directions, so 125 numbers are kept, not 700."]);
    assert_eq!(LowRank::readings(&many.state, &many.model).numbers_per_token, 125.0);
    assert_eq!(readings("rank=700&fit=half").numbers_per_token, 63.0);
    assert_eq!(readings("rank=700&joint=per-head").numbers_per_token, 700.0);
    assert_eq!(LowRank::remarks(&view(State::default(), Lang::En)), Vec::<String>::new());
}

/// What was decomposed once is not decomposed again for another rank, head or token, and gives the same numbers.
#[test]
fn a_model_is_revised() {
    let mut before = finished(&State::default());
    for query in [
        "rank=63",
        "rank=8&joint=per-head",
        "head=3",
        "token=7",
        "source=random",
        "source=random&seed=2",
        "fit=half",
        "",
    ] {
        let state = state(query);
        let kept = ["rank", "head", "token"].iter().any(|field| query.starts_with(field));
        let mut model = LowRank::revise(&state, Lang::En, &before);
        assert_eq!(LowRank::pending(&model).is_none(), kept, "{query}");
        while LowRank::pending(&model).is_some() {
            model = LowRank::advance(&state, &model);
        }
        let (revised, anew) = (LowRank::readings(&state, &model), LowRank::readings(&state, &finished(&state)));
        assert_eq!(revised.values(), anew.values(), "{query}");
        before = model;
    }
}

#[test]
fn challenges_have_their_answers() {
    let challenges = LowRank::challenges(Lang::En);
    let answers: Vec<f64> = challenges.iter().map(|challenge| (challenge.answer)()).collect();
    // 2.25 groups of a key and a value of 32; exp(−28 / 12) = 0.097; and the third by definition.
    assert_eq!(answers[..2], [144.0, 28.0]);
    for (challenge, answer) in challenges.iter().zip(&answers) {
        let shows: Pairs = challenge.shows.iter().copied().collect();
        let (state, problems) = read(&State::default(), &shows);
        assert_eq!(problems, []);
        assert_eq!(f64::from(state.rank), *answer, "{}", challenge.question);
        assert_eq!(LowRank::readings(&state, &computed(&state)).numbers_per_token, *answer);
    }
    let asked = "source=random&head=1&rank=";
    let rank = answers[2];
    assert!(readings(&format!("{asked}{rank}")).attention_kl < 0.1);
    assert!(readings(&format!("{asked}{}", rank - 1.0)).attention_kl >= 0.1);
    let below = readings("source=decaying&rank=28");
    assert!(below.relative_error < 0.1 && readings("source=decaying&rank=27").relative_error > 0.1);
}

#[test]
fn presets_keep_their_promises() {
    for lang in Lang::ALL {
        for preset in LowRank::presets(lang) {
            for (field, text) in preset.fields {
                assert_eq!(State::check(field, text), Ok(()), "{}: {field}={text}", preset.label);
            }
        }
    }
    // “The head that suffers most”, at the default rank.
    let divergence = |head: u32| readings(&format!("head={head}")).attention_kl;
    let worst = (1..=12).max_by(|a, b| divergence(*a).total_cmp(&divergence(*b)));
    assert_eq!(worst, Some(5));
    assert!(readings("rank=8").attention_max_diff > 0.5, "attention breaks");
}

const STATES: [&str; 10] = [
    "",
    "source=power-law&rank=100",
    "joint=per-head&rank=768",
    "joint=separate&rank=144&head=12&token=124",
    "source=random&seed=4294967295&rank=1",
    "source=decaying&rank=28&head=1&token=0",
    "fit=half&rank=700",
    "fit=half&joint=per-head&rank=200",
    "rank=125",
    "source=nonsense&rank=-1&joint=🙂&head=13&fit=most&token=125&seed=0.5",
];

#[test]
fn every_state_is_drawn_whole_in_both_languages() {
    for (query, lang) in STATES.iter().flat_map(|query| Lang::ALL.map(|lang| (query, lang))) {
        let html = rendered(query, lang);
        assert_eq!(
            (html.matches("<svg").count(), html.matches("</svg>").count()),
            (11, 11),
            "{query}: two drawings and nine pictures"
        );
        assert!(html.contains("role=\"slider\""), "{query}");
        for bad in ["{", "NaN", "inf", "∞", "style=", "d=\"M-"] {
            let shown = html.split_once(bad).map(|(before, after)| {
                let before: String = before.chars().rev().take(60).collect::<Vec<_>>().into_iter().rev().collect();
                before + bad + &after.chars().take(60).collect::<String>()
            });
            assert_eq!(shown, None, "{query}, {}", lang.tag());
        }
    }
}

#[test]
fn the_source_is_said() {
    for lang in Lang::ALL {
        let real = LowRank::note(&view(State::default(), lang)).unwrap();
        assert!(real.contains("all-MiniLM-L6-v2") && real.contains("125") && real.contains("MLA"));
    }
    assert!(LowRank::note(&view(state("source=random"), Lang::En)).unwrap().starts_with("Synthetic"));
    for source in ["decaying", "power-law"] {
        let note = LowRank::note(&view(state(&format!("source={source}")), Lang::En)).unwrap();
        assert!(note.starts_with("Synthetic"), "{source}");
    }
}

fn text() -> impl Strategy<Value = String> {
    let field = prop::sample::select(State::FIELDS.iter().flat_map(|field| field.options).copied().collect::<Vec<_>>());
    prop_oneof![
        ".{0,12}",
        any::<f64>().prop_map(|n| n.to_string()),
        any::<i64>().prop_map(|n| n.to_string()),
        (0u32..1000).prop_map(|n| n.to_string()),
        field.prop_map(str::to_owned),
        Just("NaN".into()),
        Just("1e7".into()),
    ]
}

fn fields() -> impl Strategy<Value = Vec<(String, String)>> {
    let known = prop::sample::select(State::FIELDS.iter().map(|field| field.name.to_owned()).collect::<Vec<_>>());
    prop::collection::vec((prop_oneof![9 => known, 1 => "[a-z-]{0,8}"], text()), 0..12)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

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
        let readings = LowRank::readings(&view.state, &view.model);
        for (name, value) in Readings::NAMES.iter().zip(readings.values()) {
            let Value::Number(number) = value else { panic!("{value:?}") };
            prop_assert!(number >= 0.0 && (number.is_finite() || *name == "pays_from_tokens"), "{} is {}", name, number);
        }
        prop_assert!(readings.relative_error <= 1.0 + 1e-12);
        let _ = (LowRank::stage(&view), LowRank::controls(&view), LowRank::more(&view), LowRank::result(&view));
        let _ = (LowRank::table(&view), LowRank::formulas(&view), LowRank::note(&view));
        let unfilled = LowRank::spoken(&view).contains('{');
        prop_assert!(!unfilled);
    }
}
