//! Questions with computed answers.

use crate::i18n::{self, Lang};
use crate::numerics::addition::{Repeated, Rule};
use crate::numerics::format::Format;
use crate::numerics::rounding::{Overflow, Rounding, encode};
use crate::widgets::Challenge;

use super::page::Spent;

const E4M3: Format = Format::E4M3FN;

fn nearest(x: f64) -> f64 {
    E4M3.decode(encode(x, E4M3, Rounding::NearestEven, Overflow::Native))
}

/// Numbers of E4M3 from −1 to 1.
fn inside() -> f64 {
    Spent::of(E4M3).inside as f64
}

/// The largest whole number that E4M3, without saturating, still rounds to a number.
fn last_whole() -> f64 {
    let from = E4M3.max_finite();
    let beyond = (0..64).map(|more| from + f64::from(more)).take_while(|x| nearest(*x).is_finite());
    beyond.last().unwrap_or(f64::NAN)
}

/// Where a tenth added to nothing, again and again, stops in E4M3.
fn stall() -> f64 {
    let rule = Rule::Fixed(Rounding::NearestEven);
    Repeated::new(0.0, nearest(0.1), 1000, E4M3, rule, Overflow::Saturate).end()
}

/// Codes of E5M2 that are no finite number.
fn not_finite() -> f64 {
    let spent = Spent::of(Format::E5M2);
    (spent.nans + spent.infinities) as f64
}

/// What is asked.
pub fn challenges(lang: Lang) -> Vec<Challenge> {
    let text = i18n::float(lang);
    let ask = |question, answer: fn() -> f64, shows| Challenge { question, answer, tolerance: 0.0, unit: "", shows };
    vec![
        ask(text.ask_inside, inside, &[("view", "codes"), ("value", "1")]),
        ask(text.ask_last, last_whole, &[("value", "464"), ("overflow", "native")]),
        ask(text.ask_stall, stall, &[("view", "sums"), ("start", "0")]),
        ask(text.ask_not_finite, not_finite, &[("view", "codes"), ("format", "e5m2"), ("code", "0x7C")]),
    ]
}
