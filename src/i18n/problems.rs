//! What is said about a field that was not taken.

use super::lang::Lang;
use super::phrase::fill;
use crate::state::{Problem, Reason};

/// One sentence that names the field, what was given and what would be good.
#[must_use]
pub fn problem(problem: &Problem, lang: Lang) -> String {
    let text = super::problems(lang);
    let why = match &problem.reason {
        Reason::Unknown => return fill(text.unknown, &[("field", &problem.field)]),
        Reason::NotANumber => text.not_a_number.to_owned(),
        Reason::NotWhole => text.not_whole.to_owned(),
        Reason::OutOfRange(low, high) => fill(text.out_of_range, &[("low", low), ("high", high)]),
        Reason::NotOneOf(names) => fill(text.not_one_of, &[("names", &names.join(text.comma))]),
        Reason::TooLong(most) => fill(text.too_long, &[("most", &most.to_string())]),
        Reason::ListLength(fewest, most) => {
            fill(text.list_length, &[("fewest", &fewest.to_string()), ("most", &most.to_string())])
        }
        Reason::Twice(item) => fill(text.twice, &[("item", item)]),
        Reason::Form(example) => fill(text.form, &[("example", example)]),
    };
    fill(text.sentence, &[("field", &problem.field), ("given", &problem.given), ("why", &why)])
}
