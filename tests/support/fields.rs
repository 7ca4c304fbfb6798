//! What the widgets' tests share about texts that no field takes.

use frugal::i18n::Lang;
use frugal::state::{Pairs, Problem, Table, read};

/// Reads a state; every text that its field refuses is named in a problem, as far as there is room, and nothing else is.
pub fn read_and_named<T: Table>(pairs: &Pairs) -> T {
    let (state, problems) = read(&T::default(), pairs);
    let refused: Vec<&str> =
        pairs.iter().filter(|(field, text)| T::check(field, text).is_err()).map(|(field, _)| field).collect();
    let of = |problem: &Problem, field: &str| field.starts_with(problem.field.trim_end_matches('…'));
    for problem in &problems {
        assert!(refused.iter().any(|field| of(problem, field)), "{problem:?} of a text that is taken");
    }
    let full = problems.len() >= 12;
    for field in refused {
        assert!(full || problems.iter().any(|problem| of(problem, field)), "nothing names {field}");
    }
    state
}

/// Each of `bad` is refused, named in a sentence of both languages, and leaves the default; every field has one.
pub fn bad_texts_are_named<T: Table + PartialEq + std::fmt::Debug>(bad: &[(&str, &str)]) {
    let known: Vec<&str> = T::FIELDS.iter().map(|field| field.name).collect();
    let tried: Vec<&str> = known.iter().copied().filter(|known| bad.iter().any(|(field, _)| field == known)).collect();
    assert_eq!((&tried, tried.len()), (&known, bad.len()), "a bad text for each field");
    for (field, text) in bad {
        let (state, problems) = read(&T::default(), &[(*field, *text)].into_iter().collect());
        assert_eq!(state, T::default(), "{field}={text}");
        let [problem] = problems.as_slice() else { panic!("{field}={text}: {problems:?}") };
        for lang in Lang::ALL {
            assert!(frugal::i18n::problem(problem, lang).contains(field), "{field}={text}");
        }
    }
}
