//! The formulas with the numbers put in.

use yew::prelude::*;

use super::Training;
use crate::i18n::{self, TrainingText, fill, significant};
use crate::numerics::format::Format;
use crate::ui::{frac, mi, mn, mo, msub, mtext, row};
use crate::widgets::{Formula, View};

/// The weight that the examples speak of.
const WEIGHT: f64 = 0.75;

fn number(x: f64) -> Html {
    mn(significant(x, 6))
}

/// |η g| must exceed half an ulp: how large a gradient must be to move the weight. Below a power of two the ulp is half of
/// that above, so the weight is none.
fn least_gradient(view: &View<Training>, name: &'static str, format: Format) -> Formula {
    let (ulp, rate) = (format.ulp(WEIGHT), view.state.learning_rate);
    row(vec![
        mtext([&fill(name, &[("weight", &significant(WEIGHT, 6))]), ": "].concat()),
        mo("|"),
        mi("g"),
        mo("|"),
        mo(">"),
        frac(row(vec![mi("ulp"), mo("("), mi("w"), mo(")")]), row(vec![mn("2"), mi("η")])),
        mo("="),
        frac(number(ulp), row(vec![mn("2"), mo("×"), number(rate)])),
        mo("="),
        number(ulp / (2.0 * rate)),
    ])
}

/// Up with the probability of where the number lies, so that the mean is the number itself.
fn dice(text: &TrainingText) -> Formula {
    row(vec![
        mtext(text.f_dice),
        mi("P"),
        mo("("),
        mi("up"),
        mo(")"),
        mo("="),
        frac(
            row(vec![mi("x"), mo("−"), msub(mi("x"), mi("low"))]),
            row(vec![msub(mi("x"), mi("high")), mo("−"), msub(mi("x"), mi("low"))]),
        ),
        mo(","),
        mi("E"),
        mo("["),
        mi("round"),
        mo("("),
        mi("x"),
        mo(")"),
        mo("]"),
        mo("="),
        mi("x"),
    ])
}

/// The update, what it takes to count, and the dice.
pub fn formulas(view: &View<Training>) -> Vec<Formula> {
    let text = i18n::training(view.lang);
    let update = row(vec![
        mtext(text.f_update),
        mi("w"),
        mo("←"),
        mi("round"),
        mo("("),
        mi("w"),
        mo("−"),
        mi("η"),
        mi("g"),
        mo(")"),
        mo(","),
        mi("η"),
        mo("="),
        number(view.state.learning_rate),
    ]);
    let scale = row(vec![
        mtext(text.f_scale),
        mi("s"),
        mo("="),
        frac(row(vec![mi("max"), mo("|"), mi("x"), mo("|")]), number(Format::E4M3FN.max_finite())),
        mo(","),
        mi("x"),
        mo("→"),
        mi("s"),
        mo("×"),
        mi("E4M3"),
        mo("("),
        frac(mi("x"), mi("s")),
        mo(")"),
    ]);
    vec![
        update,
        least_gradient(view, text.f_bf16, Format::BF16),
        least_gradient(view, text.f_e4m3, Format::E4M3FN),
        dice(text),
        scale,
    ]
}
