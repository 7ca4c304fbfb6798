//! The result in words.

use super::Float;
use super::model::{Landing, Model};
use super::names::{brief, code_name, format_name, label};
use super::page::Spent;
use super::state::{FormatName, Picture, Rounding, State};
use crate::i18n::{self, FloatText, Lang, percent, plain, shortest};
use crate::numerics::format::{Class, Format, Specials};
use crate::numerics::rounding::Overflow;
use crate::widgets::View;

/// A sentence with places, and the values that belong there by the names of their terms.
pub struct Said {
    /// The sentences, in order.
    pub sentences: Vec<&'static str>,
    /// The values.
    pub values: Vec<(&'static str, String)>,
}

/// What stands between two sentences.
pub const fn space(lang: Lang) -> &'static str {
    match lang {
        Lang::En => " ",
        Lang::Zh => "",
    }
}

/// The result.
pub fn result(view: &View<Float>) -> Said {
    let text = i18n::float(view.lang);
    let (state, model) = (&*view.state, &*view.model);
    Said { sentences: sentences(state, model, text), values: values(state, model, text) }
}

fn sentences(state: &State, model: &Model, text: &FloatText) -> Vec<&'static str> {
    let (x, landing) = (model.x, &model.landing);
    match state.view {
        Picture::Codes => return codes(Spent::of(landing.format), text),
        Picture::Sums => return sums(state, model, text),
        Picture::Lines => {}
    }
    if state.code.is_some() {
        let other = other_reading(landing).map(|_| text.other_reading);
        return [Some(text.read_code), beside(landing, text), other].into_iter().flatten().collect();
    }
    if x.is_nan() {
        return vec![if landing.class == Class::Nan { text.is_nan } else { text.no_nan }];
    }
    if !landing.format.signed() && x < landing.format.min_normal() {
        return vec![text.no_sign];
    }
    if model.beyond() {
        return beyond(state, model, text);
    }
    if landing.absolute_error == 0.0 {
        return std::iter::once(text.lies_exact).chain(beside(landing, text)).collect();
    }
    if model.draws.is_some() {
        return vec![text.dice, text.dice_only];
    }
    match (landing.is_tie, state.rounding) {
        (true, Rounding::NearestEven) if landing.format.mantissa_bits() == 0 => vec![text.tie, text.tie_up],
        (true, Rounding::NearestEven) => vec![text.tie, text.tie_even],
        (true, Rounding::NearestAway) => vec![text.tie, text.tie_away],
        _ if landing.format.specials() == Specials::Integer => vec![text.lies_between],
        _ if twins(model).is_some() => vec![text.lies_between, text.grid_or_range],
        _ => vec![text.lies_between, text.gaps],
    }
}

/// FP16 and BF16 where both are shown: as many bits, spent on a finer grid or on a wider range.
fn twins(model: &Model) -> Option<[&Landing; 2]> {
    let all = || std::iter::once(&model.landing).chain(&model.others);
    let find = |name| all().find(|landing| landing.name == name);
    let chosen = matches!(model.landing.name, FormatName::Fp16 | FormatName::Bf16);
    Some([find(FormatName::Fp16)?, find(FormatName::Bf16)?]).filter(|_| chosen)
}

/// How a format spends its codes.
fn codes(spent: Spent, text: &FloatText) -> Vec<&'static str> {
    let some = |holds: bool, sentence| holds.then_some(sentence);
    [
        Some(text.codes_all),
        some(spent.two_zeros, text.codes_zero),
        some(spent.infinities > 0, text.codes_inf),
        some(spent.nans == 1, text.codes_nan_one),
        some(spent.nans > 1, text.codes_nan),
        some(spent.inside > 1, text.codes_inside),
        Some(text.code_reads),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// One sum, and many.
fn sums(state: &State, model: &Model, text: &FloatText) -> Vec<&'static str> {
    let Some(once) = model.sums.once.first() else { return Vec::new() };
    let first = if once.same() { text.sum_same } else { text.sum_other };
    if state.additions == 1 {
        return vec![first];
    }
    if once.step == 0.0 {
        return vec![first, text.sum_nothing];
    }
    let nearest = model.sums.run(Rounding::NearestEven);
    let largest = model.landing.format.max_finite();
    let then = match nearest.stalled {
        Some(_) if f64::abs(nearest.end()) >= largest || !nearest.end().is_finite() => text.sum_full,
        Some(0) => text.sum_never,
        Some(_) => text.sum_stalls,
        None => text.sum_arrives,
    };
    vec![first, text.sum_exact, then, text.sum_dice]
}

/// What lies beside a number, if it is one.
fn beside(landing: &Landing, text: &FloatText) -> Option<&'static str> {
    if !landing.decoded.is_finite() {
        return None;
    }
    let last = landing.next_up == landing.decoded || landing.next_down == landing.decoded;
    Some(if last { text.last_number } else { text.next_numbers })
}

/// The format with which this one is mistaken, if the same bits mean something else there.
fn other_reading(landing: &Landing) -> Option<(FormatName, f64)> {
    let (name, format) = match landing.name {
        FormatName::E4m3fn | FormatName::E4m3Ieee => (FormatName::E4m3fnuz, Format::E4M3FNUZ),
        FormatName::E4m3fnuz => (FormatName::E4m3fn, Format::E4M3FN),
        FormatName::E5m2 => (FormatName::E5m2fnuz, Format::E5M2FNUZ),
        FormatName::E5m2fnuz => (FormatName::E5m2, Format::E5M2),
        _ => return None,
    };
    let other = format.decode(landing.code);
    (other != landing.decoded && !(other.is_nan() && landing.decoded.is_nan())).then_some((name, other))
}

fn beyond(state: &State, model: &Model, text: &FloatText) -> Vec<&'static str> {
    let outcomes = [Overflow::Saturate, Overflow::Native].map(|rule| model.landing.if_overflow(state, model.x, rule));
    let rounded_back = outcomes.iter().all(|outcome| *outcome == model.cell.inner.value);
    let has_other = model.landing.format.has_infinity() || model.landing.format.nan_code().is_some();
    let first = match (rounded_back, has_other) {
        (true, true) if model.landing.is_tie && state.rounding == Rounding::NearestEven => text.edge_tie,
        (true, true) => text.edge,
        (_, false) => text.beyond_only,
        (false, true) => text.beyond,
    };
    let split = model.landing.format == Format::E4M3FN && state.rounding != Rounding::TowardZero;
    if split { vec![first, text.who] } else { vec![first] }
}

fn values(state: &State, model: &Model, text: &FloatText) -> Vec<(&'static str, String)> {
    let (landing, cell) = (&model.landing, &model.cell);
    let outcome = |rule| shortest(landing.if_overflow(state, model.x, rule));
    let mut values = vec![
        ("x", shortest(model.x)),
        ("format", format_name(landing.name, text).to_owned()),
        ("encoded", code_name(landing.format, landing.code)),
        ("decoded", shortest(landing.decoded)),
        ("count", i18n::integer(landing.format.finite_values().into())),
        ("absolute", plain(landing.absolute_error)),
        ("relative", percent(landing.relative_error, 3)),
        ("ulp", label(landing.ulp)),
        ("last_gap", label(landing.format.ulp(landing.format.max_finite()))),
        ("next_down", shortest(landing.next_down)),
        ("next_up", shortest(landing.next_up)),
        ("beside", shortest(if landing.next_up == landing.decoded { landing.next_down } else { landing.next_up })),
        ("low", shortest(cell.low().value)),
        ("high", shortest(cell.high().value)),
        ("inner", shortest(cell.inner.value)),
        ("outer", shortest(cell.outer.value)),
        ("largest", shortest(cell.inner.value)),
        ("following", shortest(cell.outer.value)),
        ("saturated", outcome(Overflow::Saturate)),
        ("overflowed", outcome(Overflow::Native)),
    ];
    if let Some((name, other)) = other_reading(landing) {
        values.push(("other", format_name(name, text).to_owned()));
        values.push(("other_value", shortest(other)));
    }
    if let Some([fine, wide]) = twins(model) {
        values.push(("fine_ulp", label(fine.ulp)));
        values.push(("wide_ulp", label(wide.ulp)));
        values.push(("fine_largest", brief(fine.format.max_finite())));
        values.push(("wide_largest", brief(wide.format.max_finite())));
    }
    match state.view {
        Picture::Lines => {}
        Picture::Codes => values.extend(code_values(Spent::of(landing.format))),
        Picture::Sums => values.extend(sum_values(state, model)),
    }
    if let Some(draws) = &model.draws {
        values.push(("chance", percent(draws.chance, 3)));
        values.push(("draws", i18n::integer(state.draws.into())));
        values.push(("mean", plain(draws.mean)));
    }
    values
}

fn code_values(spent: Spent) -> Vec<(&'static str, String)> {
    let whole = |n: u64| i18n::integer(n.into());
    vec![
        ("codes", whole(spent.codes)),
        ("infinities", whole(spent.infinities)),
        ("nans", whole(spent.nans)),
        ("inside", whole(spent.inside)),
    ]
}

fn sum_values(state: &State, model: &Model) -> Vec<(&'static str, String)> {
    let sums = &model.sums;
    let nearest = sums.run(Rounding::NearestEven);
    let mut values = vec![
        ("start", shortest(state.start.x)),
        ("target", label(sums.target)),
        ("times", i18n::integer(state.additions.into())),
        ("exact", label(sums.exact)),
        ("end", label(nearest.end())),
        ("stalled", i18n::integer(nearest.stalled.unwrap_or(state.additions).into())),
        ("gap", label(model.landing.format.ulp(nearest.end()))),
        ("dice_end", label(sums.run(Rounding::Stochastic).end())),
    ];
    if let Some(once) = sums.once.first() {
        values.extend([
            ("step", label(once.step)),
            ("from", label(once.start)),
            ("sum", label(once.sum)),
            ("direct", label(once.direct)),
        ]);
    }
    values
}

/// What is odd about the combination of fields.
pub fn remarks(view: &View<Float>) -> Vec<String> {
    let text = i18n::float(view.lang);
    let (state, landing) = (&*view.state, &view.model.landing);
    let mut remarks = Vec::new();
    if let Some(code) = state.code {
        let given = super::number::hex(code.0, 1);
        if state.value.given {
            let value = shortest(state.value.x);
            remarks.push(i18n::fill(text.code_wins, &[("code", &given), ("value", &value)]));
        }
        if u64::from(code.0) >= landing.format.code_count() {
            let (bits, encoded) = (landing.format.bits().to_string(), code_name(landing.format, landing.code));
            remarks.push(i18n::fill(text.code_cut, &[("code", &given), ("bits", &bits), ("encoded", &encoded)]));
        }
    }
    let custom = std::iter::once(&state.format).chain(&state.compare).any(|name| *name == FormatName::Custom);
    let (exponent, mantissa) = state.custom_bits();
    if custom && (exponent, mantissa) != (state.exponent_bits, state.mantissa_bits) {
        let (exponent, mantissa) = (exponent.to_string(), mantissa.to_string());
        remarks.push(i18n::fill(text.custom_moved, &[("exponent", &exponent), ("mantissa", &mantissa)]));
    }
    remarks
}
