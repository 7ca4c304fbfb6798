//! Both languages say everything, with the same places for values.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

use frugal::i18n::{Lang, Piece, entries, pieces};

fn places(text: &'static str) -> Vec<&'static str> {
    let mut places: Vec<_> = pieces(text)
        .into_iter()
        .filter_map(|piece| if let Piece::Place(name) = piece { Some(name) } else { None })
        .collect();
    places.sort_unstable();
    places.dedup();
    places
}

#[test]
fn both_languages_use_the_same_places() {
    for ((name, en), (_, zh)) in entries(Lang::En).into_iter().zip(entries(Lang::Zh)) {
        assert_eq!(places(en), places(zh), "{name}: {en} / {zh}");
        assert!(!en.is_empty() && !zh.is_empty(), "{name} is empty");
    }
}

#[test]
fn chinese_texts_are_chinese() {
    let terms_only = |text: &str| text.chars().filter(|c| c.is_alphabetic()).count() <= 24;
    for (name, zh) in entries(Lang::Zh) {
        let has_han = zh.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
        assert!(has_han || terms_only(zh), "{name}: {zh}");
    }
}
