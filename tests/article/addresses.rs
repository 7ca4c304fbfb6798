//! Addresses, with thousands of random queries.

use frugal::article::address::{Address, Theme};
use frugal::i18n::Lang;
use frugal::state::Pairs;
use proptest::prelude::*;

const IDS: [&str; 6] = ["router", "kv-cache", "low-rank", "float", "training", "precision-map"];

/// Pieces that queries are made of, and some that they should not be made of.
fn piece() -> impl Strategy<Value = String> {
    let known = prop::sample::select(vec![
        "router.stage",
        "kv-cache.context",
        "float.value",
        "router.",
        ".",
        "lang",
        "theme",
        "=",
        "&",
        "&&",
        "?",
        "%",
        "%zz",
        "%F0%9F",
        "%26",
        "%3D",
        "router%2Estage",
        "+",
        "zh",
        "dark",
        "NaN",
        "-1e999",
        "utm_source",
        "🙂",
        "\u{0}",
        "#",
        "..",
    ]);
    prop_oneof![4 => known.prop_map(str::to_owned), 1 => any::<String>()]
}

fn query() -> impl Strategy<Value = String> {
    prop::collection::vec(piece(), 0..40).prop_map(|pieces| pieces.concat())
}

fn pairs() -> impl Strategy<Value = Pairs> {
    prop::collection::vec(("[a-z-]{1,12}", any::<String>()), 0..4).prop_map(|pairs| pairs.into_iter().collect())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4000))]

    #[test]
    fn what_is_written_is_read_back(
        lang in prop::sample::select(vec![None, Some(Lang::En), Some(Lang::Zh)]),
        theme in prop::sample::select(vec![Theme::Auto, Theme::Light, Theme::Dark]),
        fields in prop::collection::vec(pairs(), IDS.len()),
    ) {
        let address = Address { lang, theme, fields, foreign: vec!["utm_source=a+b".into()] };
        prop_assert_eq!(Address::read(&address.write(&IDS), &IDS), address);
    }

    #[test]
    fn any_query_is_taken_and_written_once_for_all(query in query()) {
        let address = Address::read(&query, &IDS);
        let written = address.write(&IDS);
        let again = Address::read(&written, &IDS);
        prop_assert_eq!(&again, &address, "{}", written);
        prop_assert_eq!(again.write(&IDS), written);
    }

    #[test]
    fn what_is_not_ours_is_kept_in_order(query in query()) {
        let address = Address::read(&query, &IDS);
        let mut parts = query.split('&');
        for foreign in &address.foreign {
            prop_assert!(parts.any(|part| part == foreign), "{}", foreign);
        }
    }
}

#[test]
fn a_megabyte_is_taken() {
    let query = format!("router.text={}&{}", "🙂".repeat(250_000), "a=b&".repeat(100_000));
    let address = Address::read(&query, &IDS);
    assert_eq!(address.foreign.len(), 100_000);
    assert_eq!(Address::read(&address.write(&IDS), &IDS), address);
}
