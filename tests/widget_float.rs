//! `frugal-float` from the outside: readings against the reference, server rendering, any field text.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod support;

use std::rc::Rc;

#[path = "support/fields.rs"]
mod fields;
#[path = "support/views.rs"]
mod views;

use frugal::i18n::Lang;
use frugal::numerics::format::Format;
use frugal::state::{Readings as _, Table, Value, read, split};
use frugal::widgets::float::{Float, State};
use frugal::widgets::{Change, Given, Props, View, Widget, render};
use proptest::prelude::*;
use views::untouched;
use yew::prelude::*;

fn state(query: &str) -> State {
    let (state, problems) = read(&State::default(), &split(query));
    assert!(problems.is_empty(), "{query}: {problems:?}");
    state
}

fn view(query: &str) -> View<Float> {
    let state = state(query);
    let model = Float::compute(&state, Lang::En);
    untouched(state, model, Lang::En)
}

fn readings(query: &str) -> <Float as Widget>::Readings {
    let state = state(query);
    Float::readings(&state, &Float::compute(&state, Lang::En))
}

#[test]
fn a_tenth_is_not_there() {
    let found = readings("");
    assert_eq!((found.decoded, found.encoded.as_str()), (0.101_562_5, "0x1D"));
    assert_eq!((found.next_down, found.next_up, found.ulp), (0.093_75, 0.109_375, 0.007_812_5));
    assert!(f64::abs(found.absolute_error - 0.001_562_5) < 1e-15 && f64::abs(found.relative_error - 0.015_625) < 1e-14);
    assert!(!found.is_tie);
    assert_eq!((found.finite_values, found.max_finite, found.class.as_str()), (253, 448.0, "normal"));
}

#[test]
fn the_edge_of_e4m3() {
    for (query, decoded) in [
        ("value=464", 448.0),
        ("value=464&overflow=native", 448.0),
        ("value=465", 448.0),
        ("value=500&overflow=saturate", 448.0),
        ("value=-500", -448.0),
        ("value=inf", 448.0),
        ("value=500&format=e5m2&overflow=native", 512.0),
        ("value=1e6&format=e5m2&overflow=native", f64::INFINITY),
        ("value=500&overflow=native&rounding=toward-zero", 448.0),
        ("value=17", 16.0),
        ("value=17&rounding=nearest-away", 18.0),
        ("value=2^-10", 0.0),
        ("code=0x1", 0.001_953_125),
    ] {
        assert_eq!(readings(query).decoded, decoded, "{query}");
    }
    assert!(readings("value=465&overflow=native").decoded.is_nan());
    assert!(readings("value=464").is_tie && !readings("value=465").is_tie);
    assert_eq!(readings("value=500&overflow=native").encoded, "0x7F");
    assert_eq!(readings("value=2^-9").class, "subnormal");
}

#[test]
fn what_becomes_of_a_tenth_and_two_tenths() {
    let found = readings("view=sums");
    assert_eq!((found.sum, found.sum_of_additions, found.exact_sum_of_additions), (0.312_5, 2.0, 20.515_625));
    assert_eq!(readings("format=e5m2").sum, 0.25);
    assert_eq!(readings("format=fp32").sum, f64::from(0.1_f32 + 0.2_f32));
    assert_eq!(readings("format=int8").sum, 0.0);
    assert_eq!(readings("rounding=toward-zero").sum_of_additions, 1.0);
    assert_eq!(readings("rounding=stochastic&seed=1").additions_until_stall, 200);
    let html = &rendered(&["view=sums"])[0];
    assert!(html.contains("0.1015625 + 0.203125 → 0.3125") && html.contains("0.09375 + 0.1875 → 0.25"));
    assert!(html.contains("≠ 0.3125 ← 0.3"), "E5M2 differs");
    assert!(html.contains("at <span class=\"term\">2</span> the numbers lie <span class=\"term\">0.25</span> apart"));
}

#[test]
fn an_update_below_half_a_step_does_nothing() {
    let update = "view=sums&format=bf16&value=0.001&start=1&additions=1000";
    let found = readings(update);
    assert_eq!((found.sum_of_additions, found.additions_until_stall), (1.0, 0));
    assert!(f64::abs(found.exact_sum_of_additions - 2.0) < 1e-3);
    let dice = readings(&format!("{update}&rounding=stochastic"));
    assert!(f64::abs(dice.sum_of_additions - 2.0) < 0.3, "{}", dice.sum_of_additions);
}

#[test]
fn all_codes_are_counted_and_listed() {
    let says = |query: &str| Float::spoken(&view(query));
    assert_eq!(
        says("view=codes"),
        "E4M3 has 256 codes for 253 different numbers. Zero has two of them. 2 mean NaN. 113 of the numbers lie from −1 to 1. 0x1D means 0.1015625."
    );
    assert!(says("view=codes&format=e5m2").contains("2 mean infinity. 6 mean NaN. 121 of"));
    assert!(says("view=codes&format=e4m3fnuz").contains("255 different numbers. One means NaN."));
    for (query, rows) in [("view=codes", 256), ("view=codes&format=e2m1", 16), ("view=codes&format=fp32", 256)] {
        let table = Float::table(&view(query));
        assert_eq!(table.rows.len(), rows, "{query}");
    }
    let table = Float::table(&view("view=codes"));
    assert_eq!(table.rows[0x7e][2], "448");
    assert_eq!(table.rows[0xff][2], "NaN");
    assert_eq!(Float::table(&view("view=sums")).rows.len(), 15);
}

#[test]
fn challenges_have_computed_answers() {
    let answers: Vec<f64> = Float::challenges(Lang::En).iter().map(|challenge| (challenge.answer)()).collect();
    assert_eq!(answers, [113.0, 464.0, 2.0, 8.0]);
    for challenge in Float::challenges(Lang::Zh) {
        for (field, text) in challenge.shows {
            assert_eq!(State::check(field, text), Ok(()), "{field}={text}");
        }
    }
}

#[test]
fn the_code_wins() {
    let found = readings("value=17&code=7e");
    assert_eq!((found.decoded, found.encoded.as_str(), found.absolute_error), (448.0, "0x7E", 0.0));
    // The lowest bits of a code that is too long.
    assert_eq!(readings("code=0x17E").encoded, "0x7E");
    assert_eq!(readings("code=0xFFFFFFFF&format=e2m1").encoded, "0xF");
    assert_eq!(readings("code=1&format=fp32").encoded, "0x00000001");
}

/// Whatever the number: the default itself contradicts a code once a link says it.
#[test]
fn both_a_number_and_a_code_are_noticed() {
    let remarks = |query: &str| Float::remarks(&view(query));
    for query in ["value=0.1&code=7E", "code=7E&value=17", "value=nan&code=0"] {
        let [said] = &remarks(query)[..] else { panic!("{query}") };
        assert!(said.starts_with("Both a code (0x"), "{said}");
    }
    for query in ["", "value=0.1", "value=17", "code=7E"] {
        assert_eq!(remarks(query), Vec::<String>::new(), "{query}");
    }
}

#[derive(Properties, PartialEq)]
struct DrawnProps {
    body: Html,
}

#[component]
fn Drawn(props: &DrawnProps) -> Html {
    props.body.clone()
}

/// Each finite code has its mark on both lines; one of the other sign is marked at its magnitude, and said to be.
#[test]
fn every_code_is_marked_on_both_lines() {
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    for (query, negative) in [("view=codes", false), ("view=codes&value=-1", true)] {
        for code in 0..256_u32 {
            let lit: &'static str = format!("{code:02x}").leak();
            let body = Float::stage(&View { lit: Some(lit), ..view(query) });
            let drawn = yew::LocalServerRenderer::<Drawn>::with_props(DrawnProps { body }).hydratable(false).render();
            let html = runtime.block_on(tokio::task::LocalSet::new().run_until(drawn));
            let value = Format::E4M3FN.decode(code);
            let other = value != 0.0 && !value.is_nan() && (value < 0.0) != negative;
            let marks = if value.is_nan() { 0 } else { 2 };
            assert_eq!(html.matches("lines__pointed").count(), marks, "{code:#x}");
            assert_eq!(html.contains("at its mirror image"), other, "{code:#x}");
        }
    }
}

/// Without mantissa bits every number is odd: halfway goes outward, on either side of zero.
#[test]
fn ties_without_mantissa_bits_go_away_from_zero() {
    let own = "format=custom&specials=finite-only&exponent-bits=4&mantissa-bits=0";
    for (value, becomes) in [("3", 4.0), ("-3", -4.0), ("0.75", 1.0), ("-0.75", -1.0)] {
        let query = format!("{own}&value={value}");
        let found = readings(&query);
        assert!(found.is_tie && found.decoded == becomes, "{value}: {}", found.decoded);
        assert!(Float::spoken(&view(&query)).ends_with("ties go away from zero."));
    }
}

#[test]
fn every_code_of_the_reference_is_read_alike() {
    let formats = support::reference("formats.json");
    let mut compared = 0;
    for (name, _) in Format::ALL.into_iter().filter(|(_, format)| format.bits() <= 8) {
        let table = formats["formats"][name.replace('-', "_")]["decode"].as_array().unwrap_or_else(|| panic!("{name}"));
        for (code, expected) in table.iter().enumerate() {
            let text = expected.as_str().unwrap();
            let power = text.strip_prefix("2^").map(|exponent| libm::ldexp(1.0, exponent.parse().unwrap()));
            let expected = power.unwrap_or_else(|| text.parse::<f64>().unwrap());
            let found = readings(&format!("format={name}&code={code:x}"));
            let same = found.decoded.to_bits() == expected.to_bits() || (found.decoded.is_nan() && expected.is_nan());
            assert!(same, "{name} {code:#x}: {} is not {expected}", found.decoded);
            assert_eq!(u32::from_str_radix(&found.encoded[2..], 16).unwrap(), code as u32);
            compared += 1;
        }
    }
    assert_eq!(compared, 8 * 256 + 2 * 64 + 16);
}

#[test]
fn the_dice_are_fair() {
    let found = readings("rounding=stochastic&draws=10000");
    // Four standard errors of a draw between values 2⁻⁷ apart with chance 0.8.
    assert!(f64::abs(found.mean_of_draws - 0.1) < 4.0 * 0.007_812_5 * 0.4 / 100.0, "{}", found.mean_of_draws);
    assert!([0.093_75, 0.101_562_5].contains(&found.decoded));
    assert_ne!(
        readings("rounding=stochastic&seed=1").mean_of_draws,
        readings("rounding=stochastic&seed=2").mean_of_draws
    );
}

#[derive(Properties, PartialEq)]
struct PageProps {
    query: AttrValue,
    lang: Lang,
    on_change: Callback<Change>,
}

#[component]
fn Page(props: &PageProps) -> Html {
    let given = Given { pairs: Rc::new(split(&props.query)), ..Given::default() };
    let on_change = props.on_change.clone();
    render("float", yew::props!(Props { id: "float", lang: props.lang, given, on_change }))
}

async fn markup(query: &str, lang: Lang) -> String {
    let props = PageProps { query: query.to_owned().into(), lang, on_change: Callback::noop() };
    yew::LocalServerRenderer::<Page>::with_props(props).hydratable(false).render().await
}

fn rendered(queries: &[&str]) -> Vec<String> {
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    runtime.block_on(tokio::task::LocalSet::new().run_until(async {
        let mut pages = Vec::new();
        for query in queries {
            for lang in Lang::ALL {
                pages.push(markup(query, lang).await);
            }
        }
        pages
    }))
}

/// Complete, without a place left unfilled or a number that came out wrong.
fn assert_whole(page: &str) {
    assert!(page.ends_with("</figure>"));
    assert!(page.contains("class=\"lines\"") || page.contains("plot__drawing"));
    assert_eq!(page.matches("<svg").count(), page.matches("</svg>").count());
    assert!(!page.contains(" style=") && !page.contains("<style"));
    for wrong in ["NaN%\"", "inf%", "infem", "NaNem", "nanem", "nan%"] {
        assert!(!page.contains(wrong), "{wrong}");
    }
    let place = page.find('{').map(|at| &page[at..page.len().min(at + 30)]);
    assert_eq!(place, None);
}

#[test]
fn the_default_state_renders_natively() {
    let [en, zh] = &rendered(&[""])[..] else { panic!() };
    assert_whole(en);
    assert_whole(zh);
    assert!(en.contains("is not among the") && en.contains("0.1015625"));
    assert!(zh.contains("个数里没有") && zh.contains("0.1015625"));
    assert_eq!(en.matches("role=\"switch\"").count(), 8);
    assert_eq!(en.matches("role=\"slider\"").count(), 2);
    assert!(en.len() < 60_000, "{}", en.len());
}

#[test]
fn states_that_are_told_of_render_natively() {
    let queries = [
        "value=17",
        "value=464",
        "value=500&overflow=native",
        "value=nan",
        "value=-inf",
        "value=nan&format=e2m1",
        "value=-1&format=e8m0",
        "value=3&format=e8m0",
        "code=0x40&format=e4m3fnuz",
        "format=fp32",
        "format=custom&specials=integer&mantissa-bits=0",
        "format=custom&specials=finite-only&exponent-bits=1&mantissa-bits=0",
        "rounding=stochastic",
        "rounding=stochastic&value=1e300&overflow=native",
        "compare=",
        "compare=fp32,tf32,fp16,int8,e8m0,custom",
        "value=-0.3&rounding=toward-zero",
        "view=codes",
        "view=codes&code=0xFF",
        "view=codes&format=e2m1",
        "view=codes&format=fp32&value=1e30",
        "view=codes&format=custom&specials=finite-only&exponent-bits=1&mantissa-bits=0",
        "view=codes&format=custom&specials=integer&mantissa-bits=0",
        "view=codes&format=e8m0&value=nan",
        "view=sums",
        "view=sums&value=nan",
        "view=sums&value=inf&overflow=native&format=e5m2&additions=3",
        "view=sums&value=-1&start=1e300&rounding=stochastic",
        "view=sums&value=0&start=0&additions=1",
        "view=sums&format=e8m0&compare=e8m0,int8",
        "view=sums&value=1e-9&compare=",
    ];
    rendered(&queries).iter().for_each(|page| assert_whole(page));
}

#[test]
fn presets_are_states_of_this_widget() {
    for lang in Lang::ALL {
        for preset in Float::presets(lang) {
            for (field, text) in preset.fields {
                assert_eq!(State::check(field, text), Ok(()), "{}", preset.label);
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

fn field_text() -> impl Strategy<Value = String> {
    prop_oneof![
        ".{0,12}",
        "-?[0-9]{1,25}(\\.[0-9]{0,20})?(e-?[0-9]{1,3})?",
        "-?2\\^-?[0-9]{1,4}",
        "(0x)?[0-9a-fA-F]{0,9}",
        prop::sample::select(vec![
            "",
            "nan",
            "inf",
            "-inf",
            "-0",
            "1e309",
            "fp32",
            "tf32",
            "bf16",
            "fp16",
            "e4m3fn",
            "e4m3-ieee",
            "e5m2",
            "e4m3fnuz",
            "e5m2fnuz",
            "e3m4",
            "e3m2",
            "e2m3",
            "e2m1",
            "e8m0",
            "int8",
            "custom",
            "ieee",
            "finite-nan",
            "unsigned-zero-nan",
            "finite-only",
            "scale-only",
            "integer",
            "stochastic",
            "codes",
            "sums",
            "toward-zero",
            "nearest-away",
            "native",
            "e5m2,e5m2",
            "custom,e8m0,int8,fp32",
            "🙂",
            "5e-324",
            "1.7976931348623157e308",
            "4294967295",
        ])
        .prop_map(str::to_owned),
    ]
}

fn query() -> impl Strategy<Value = Vec<(String, String)>> {
    let fields: Vec<String> =
        State::FIELDS.iter().map(|field| field.name.to_owned()).chain(["other".to_owned()]).collect();
    prop::collection::vec((prop::sample::select(fields), field_text()), 0..8)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn any_texts_give_a_working_state(pairs in query()) {
        let state: State = fields::read_and_named(&pairs.into_iter().collect());
        let changed = state.changed().into_iter().collect();
        let (again, problems) = read(&State::default(), &changed);
        prop_assert!(problems.is_empty(), "{problems:?}");
        prop_assert_eq!(&again, &state);
        let model = Float::compute(&state, Lang::En);
        let values = Float::readings(&state, &model).values();
        prop_assert!(!values.contains(&Value::Text(String::new())));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn any_texts_render(pairs in query()) {
        let query = frugal::state::join(&pairs.into_iter().collect());
        for page in rendered(&[&query]) {
            prop_assert!(page.ends_with("</figure>"));
        }
    }
}

#[test]
fn readings_have_their_public_names() {
    let names = <<Float as Widget>::Readings as frugal::state::Readings>::NAMES;
    for name in ["decoded", "encoded", "absolute_error", "relative_error", "ulp", "next_up", "next_down", "is_tie"] {
        assert!(names.contains(&name), "{name}");
    }
}
