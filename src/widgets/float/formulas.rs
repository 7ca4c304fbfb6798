//! What a code means, as formulas with its numbers put in.

use yew::prelude::*;

use super::Float;
use super::model::{Landing, Model};
use super::names::bits_of;
use super::state::Picture;
use crate::i18n::{self, FloatText, percent, plain, shortest};
use crate::numerics::format::{Class, Specials};
use crate::ui::{frac, mi, mn, mo, msub, msup, mtext, row};
use crate::widgets::{Formula, View};

/// Mantissas up to this width are written out in binary.
const WRITTEN_BITS: u32 = 10;

/// A piece of the formula of a code: the field it shows, and its body.
pub struct Piece {
    /// The field of bits it belongs to, or the result.
    pub term: Option<&'static str>,
    /// MathML.
    pub body: Html,
}

fn piece(term: &'static str, body: Vec<Html>) -> Piece {
    Piece { term: Some(term), body: row(body) }
}

fn equals(body: Vec<Html>) -> Piece {
    Piece { term: None, body: row([vec![mo("=")], body].concat()) }
}

fn difference(left: &str, right: i32) -> Html {
    let (sign, right) = if right < 0 { ("+", -right) } else { ("−", right) };
    row(vec![mn(left.to_owned()), mo(sign), mn(right.to_string())])
}

/// (−1)^s × 2^(E − bias) × 1.mmm with the code's numbers; the other kinds of format by their own rule. Empty for
/// infinity and NaN, which are agreed upon, not computed.
pub fn meaning(landing: &Landing) -> Vec<Piece> {
    if matches!(landing.class, Class::Infinity | Class::Nan) {
        return Vec::new();
    }
    let result = Piece { term: Some("decoded"), body: row(vec![mo("="), mn(shortest(landing.decoded))]) };
    let bias = landing.format.bias();
    let fields = landing.format.fields(landing.code);
    match landing.format.specials() {
        Specials::Integer => {
            let top = shortest(libm::ldexp(1.0, fields.mantissa.width as i32));
            let sign = vec![mo("−"), mn(top), mo("×"), mn(fields.sign.value.to_string())];
            vec![piece("sign", sign), piece("mantissa", vec![mo("+"), mn(fields.mantissa.value.to_string())]), result]
        }
        Specials::ScaleOnly => {
            let power = msup(mn("2"), difference(&fields.exponent.value.to_string(), bias));
            vec![piece("exponent", vec![power]), result]
        }
        _ => floating(landing, result),
    }
}

fn floating(landing: &Landing, result: Piece) -> Vec<Piece> {
    let format = landing.format;
    let fields = format.fields(landing.code);
    // Subnormals share the exponent of the lowest normals, without the hidden 1.
    let (hidden, stored) = if fields.exponent.value == 0 { (0.0, 1) } else { (1.0, fields.exponent.value) };
    let significand = hidden + f64::from(fields.mantissa.value) / libm::ldexp(1.0, fields.mantissa.width as i32);
    let base = row(vec![mo("("), mo("−"), mn("1"), mo(")")]);
    let mut pieces = vec![
        piece("sign", vec![msup(base, mn(fields.sign.value.to_string()))]),
        piece("exponent", vec![mo("×"), msup(mn("2"), difference(&stored.to_string(), format.bias()))]),
    ];
    let decimal = mn(shortest(significand));
    if fields.mantissa.width == 0 || fields.mantissa.width > WRITTEN_BITS {
        pieces.push(piece("mantissa", vec![mo("×"), decimal]));
    } else {
        let first = bits_of(format, landing.code).len() - fields.mantissa.width as usize;
        let digits = bits_of(format, landing.code).split_off(first);
        let digits: String = digits.iter().map(|on| if *on { '1' } else { '0' }).collect();
        let binary = [if hidden == 0.0 { "0." } else { "1." }, &digits].concat();
        pieces.push(piece("mantissa", vec![mo("×"), msub(mn(binary), mn("2"))]));
        if landing.class != Class::Zero {
            let power = i32::try_from(stored).unwrap_or(0) - format.bias();
            let minus = if fields.sign.value == 1 { mo("−") } else { Html::default() };
            pieces.push(equals(vec![minus, msup(mn("2"), integer(power)), mo("×"), decimal]));
        }
    }
    pieces.push(result);
    pieces
}

fn integer(n: i32) -> Html {
    let digits = mn(n.unsigned_abs().to_string());
    if n < 0 { row(vec![mo("−"), digits]) } else { digits }
}

fn error(model: &Model, text: &FloatText) -> Option<Formula> {
    let landing = &model.landing;
    if !model.x.is_finite() || !landing.decoded.is_finite() || model.x == 0.0 {
        return None;
    }
    let bars = |inside: Vec<Html>| row([vec![mo("|")], inside, vec![mo("|")]].concat());
    let (x, decoded) = (mn(shortest(model.x)), mn(shortest(landing.decoded)));
    Some(row(vec![
        mtext(text.error_name),
        mo("="),
        frac(bars(vec![decoded, mo("−"), x.clone()]), bars(vec![x])),
        mo("="),
        mn(percent(landing.relative_error, 3)),
    ]))
}

fn chance(model: &Model, text: &FloatText) -> Option<Formula> {
    let draws = model.draws.as_ref().filter(|_| model.x.is_finite())?;
    let (inner, outer) = (mn(shortest(model.cell.inner.value)), mn(shortest(model.cell.outer.value)));
    let above = row(vec![mn(shortest(model.x)), mo("−"), inner.clone()]);
    let ratio = frac(above, row(vec![outer, mo("−"), inner]));
    Some(row(vec![mtext(text.chance_name), mo("="), ratio, mo("="), mn(plain(draws.chance))]))
}

fn bias(landing: &Landing) -> Option<Formula> {
    let (format, bits) = (landing.format, landing.format.exponent_bits());
    if format.specials() == Specials::Integer || bits == 0 {
        return None;
    }
    let power = msup(mn("2"), row(vec![mn(bits.to_string()), mo("−"), mn("1")]));
    let less = if format.specials() == Specials::UnsignedZeroNan { vec![] } else { vec![mo("−"), mn("1")] };
    let shown = vec![mo("="), mn(format.bias().to_string())];
    Some(row([vec![mi("bias"), mo("="), power], less, shown].concat()))
}

/// The format's own two numbers, their exact sum, and what becomes of it.
fn sum(model: &Model) -> Option<Formula> {
    let once = model.sums.once.first()?;
    let number = |x: f64| mn(shortest(x));
    let exact = crate::numerics::addition::sum_to_odd(once.step, once.start);
    let equal = exact - once.start == once.step && exact - once.step == once.start;
    let equal = mo(if equal { "=" } else { "≈" });
    let sum = vec![number(once.step), mo("+"), number(once.start), equal, number(exact)];
    Some(row([sum, vec![mo("→"), number(once.sum)]].concat()))
}

/// The formulas of the drawer.
pub fn formulas(view: &View<Float>) -> Vec<Formula> {
    let text = i18n::float(view.lang);
    let model = &*view.model;
    let meaning = meaning(&model.landing);
    let whole = (!meaning.is_empty()).then(|| row(meaning.into_iter().map(|piece| piece.body).collect()));
    let sum = if view.state.view == Picture::Sums { sum(model) } else { None };
    [whole, bias(&model.landing), error(model, text), chance(model, text), sum].into_iter().flatten().collect()
}
