//! How numbers are written: our own formatting, the same in every engine and natively.

use super::lang::Lang;
use crate::decimal::Decimal;
use crate::state::Unit;

/// Powers of 1000 or of 1024 for bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scale {
    /// kB, MB, GB.
    Decimal,
    /// KiB, MiB, GiB.
    Binary,
}

const NBSP: &str = "\u{a0}";
const MINUS: &str = "\u{2212}";

fn non_finite(x: f64) -> &'static str {
    if x.is_nan() {
        "NaN"
    } else if x > 0.0 {
        "∞"
    } else {
        "−∞"
    }
}

/// Groups of three digits, separated by commas: `671,026,404,352`.
#[must_use]
pub fn grouped(digits: &str) -> String {
    let mut out = String::with_capacity(digits.len() * 4 / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// A whole number, grouped.
#[must_use]
pub fn integer(n: u128) -> String {
    grouped(&n.to_string())
}

/// A whole number given by its decimal digits: every digit of up to fifteen, else two of them, as `≈ 5.8 × 10⁴⁰`.
#[must_use]
pub fn abridged(digits: &str) -> String {
    if digits.len() <= 15 {
        return grouped(digits);
    }
    let first: u32 = digits.get(..3).and_then(|first| first.parse().ok()).unwrap_or(0);
    let rounded = (first + 5) / 10;
    let (mantissa, power) = if rounded == 100 { (10, digits.len()) } else { (rounded, digits.len() - 1) };
    let mantissa = [&(mantissa / 10).to_string(), ".", &(mantissa % 10).to_string()].concat();
    ["≈ ", &mantissa, " × 10", &superscript(&power.to_string())].concat().replace(' ', NBSP)
}

fn written(decimal: &Decimal) -> String {
    let sign = if decimal.negative { MINUS } else { "" };
    let fraction = decimal.fraction();
    let point = if fraction.is_empty() { "" } else { "." };
    [sign, &grouped(&decimal.whole()), point, &fraction].concat()
}

/// Every digit if there are at most `most`, else rounded to `most` significant ones; far from 1 as `1.4 × 10⁻⁴⁵`.
#[must_use]
pub fn significant(x: f64, most: usize) -> String {
    let Some(exact) = Decimal::exact(x) else { return non_finite(x).into() };
    let rounded = exact.rounded(most);
    if (-4..=15).contains(&rounded.exponent) {
        return written(&rounded);
    }
    let text = rounded.scientific();
    let (mantissa, exponent) = text.split_once('e').unwrap_or((&text, "0"));
    [&mantissa.replace('-', MINUS), " × 10", &superscript(exponent)].concat().replace(' ', NBSP)
}

/// The fewest digits that name exactly this `f64`.
#[must_use]
pub fn shortest(x: f64) -> String {
    let text = crate::decimal::shortest(x);
    let mantissa = text.split('e').next().unwrap_or_default();
    let digits = mantissa.trim_start_matches(['-', '0', '.']).chars().filter(char::is_ascii_digit).count();
    significant(x, digits.max(1))
}

/// A plain number with up to six significant digits.
#[must_use]
pub fn plain(x: f64) -> String {
    significant(x, 6)
}

/// Rounded to so many places after the point, trailing zeros kept: columns line up.
#[must_use]
pub fn fixed(x: f64, places: usize) -> String {
    let Some(exact) = Decimal::exact(x) else { return non_finite(x).into() };
    let rounded = exact.rounded_to_places(places);
    let sign = if rounded.negative && !rounded.digits.is_empty() { MINUS } else { "" };
    let fraction = rounded.fraction();
    let point = if places == 0 { "" } else { "." };
    [sign, &grouped(&rounded.whole()), point, &fraction, &"0".repeat(places - fraction.len().min(places))].concat()
}

/// As [`fixed`], with a plus sign before positive numbers.
#[must_use]
pub fn signed(x: f64, places: usize) -> String {
    let text = fixed(x, places);
    if x > 0.0 { ["+", &text].concat() } else { text }
}

/// `⁻¹²` for `-12`.
#[must_use]
pub fn superscript(digits: &str) -> String {
    let raise = |c: char| match c {
        '-' => '⁻',
        '1' => '¹',
        '2' => '²',
        '3' => '³',
        '0' | '4'..='9' => char::from_u32(0x2070 + (c as u32 - 48)).unwrap_or(c),
        other => other,
    };
    digits.chars().map(raise).collect()
}

/// So many significant digits, never fewer digits than the whole part has.
fn shown(x: f64, digits: usize) -> String {
    let Some(exact) = Decimal::exact(x) else { return non_finite(x).into() };
    let whole = usize::try_from(exact.exponent).unwrap_or(0);
    written(&exact.rounded(digits.max(whole)))
}

/// Divides by the largest unit that leaves at least 1.
fn scaled(x: f64, digits: usize, units: &[(f64, &str)]) -> String {
    // 999.6 with three digits is 1 of the next unit, not 1,000 of this one.
    let margin = 1.0 - 0.5 / libm::exp10(digits as f64);
    let fits = |(size, _): &&(f64, &str)| x.abs() >= size * margin;
    match units.iter().find(fits) {
        Some((size, unit)) => [&shown(x / size, digits), NBSP, unit].concat(),
        None => shown(x, digits),
    }
}

/// A count of things, shortened: `671 B` in English, `6710 亿` in Chinese.
#[must_use]
pub fn count(x: f64, digits: usize, lang: Lang) -> String {
    match lang {
        Lang::En => scaled(x, digits, &[(1e12, "T"), (1e9, "B"), (1e6, "M"), (1e3, "K")]),
        Lang::Zh => scaled(x, digits, &[(1e12, "万亿"), (1e8, "亿"), (1e4, "万")]).replace(',', ""),
    }
}

/// Bytes, shortened: `70.3 kB`, `68.6 KiB`.
#[must_use]
pub fn bytes(x: f64, digits: usize, scale: Scale) -> String {
    const KI: f64 = 1024.0;
    let text = match scale {
        Scale::Decimal => scaled(x, digits, &[(1e15, "PB"), (1e12, "TB"), (1e9, "GB"), (1e6, "MB"), (1e3, "kB")]),
        Scale::Binary => {
            let (mi, gi) = (KI * KI, KI * KI * KI);
            scaled(x, digits, &[(gi * mi, "PiB"), (gi * KI, "TiB"), (gi, "GiB"), (mi, "MiB"), (KI, "KiB")])
        }
    };
    if text.contains(NBSP) { text } else { [&text, NBSP, "B"].concat() }
}

/// A fraction of one in percent: `5.5%` in English and Chinese alike.
#[must_use]
pub fn percent(x: f64, digits: usize) -> String {
    if x.is_finite() { [&shown(x * 100.0, digits), "%"].concat() } else { non_finite(x).into() }
}

/// A ratio: `56.9×`.
#[must_use]
pub fn times(x: f64, digits: usize) -> String {
    [&shown(x, digits), "×"].concat()
}

/// A reading in prose, with as many digits as the text that stands there by default.
#[must_use]
pub fn reading_like(x: f64, unit: Unit, default: &str, lang: Lang) -> String {
    let digits = default.chars().filter(char::is_ascii_digit).skip_while(|c| *c == '0').count().max(1);
    match unit {
        Unit::Plain => shown(x, digits),
        Unit::Count => count(x, digits, lang),
        Unit::Bytes => bytes(x, digits, Scale::Decimal),
        Unit::Fraction => percent(x, digits),
        Unit::Ratio => times(x, digits),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_follow_the_language() {
        assert_eq!(count(671_026_404_352.0, 3, Lang::En), "671\u{a0}B");
        assert_eq!(count(671_026_404_352.0, 3, Lang::Zh), "6710\u{a0}亿");
        assert_eq!(count(36_625_603_584.0, 3, Lang::En), "36.6\u{a0}B");
        assert_eq!(count(131_072.0, 3, Lang::Zh), "13.1\u{a0}万");
        assert_eq!(count(999_600.0, 3, Lang::En), "1\u{a0}M");
        assert_eq!(count(12.0, 3, Lang::En), "12");
    }

    #[test]
    fn bytes_say_their_base() {
        assert_eq!(bytes(70_272.0, 3, Scale::Decimal), "70.3\u{a0}kB");
        assert_eq!(bytes(70_272.0, 3, Scale::Binary), "68.6\u{a0}KiB");
        assert_eq!(bytes(64.0, 3, Scale::Decimal), "64\u{a0}B");
        assert_eq!(bytes(9_210_691_584.0, 3, Scale::Decimal), "9.21\u{a0}GB");
    }

    #[test]
    fn long_numbers_are_abridged() {
        assert_eq!(abridged("409663695276000"), "409,663,695,276,000");
        assert_eq!(abridged("58400000000000000"), "≈\u{a0}5.8\u{a0}×\u{a0}10¹⁶");
        assert_eq!(abridged("9960000000000000"), "≈\u{a0}1.0\u{a0}×\u{a0}10¹⁶");
        assert_eq!(abridged(&"1".repeat(16)), "≈\u{a0}1.1\u{a0}×\u{a0}10¹⁵");
    }

    #[test]
    fn decimals() {
        assert_eq!(significant(0.001_953_125, 12), "0.001953125");
        assert_eq!(significant(-1.5e-45, 3), "−1.5\u{a0}×\u{a0}10⁻⁴⁵");
        assert_eq!(shortest(-1234.1), "−1,234.1");
        assert_eq!(shortest(5e-324), "5\u{a0}×\u{a0}10⁻³²⁴");
        assert_eq!(fixed(2.0, 3), "2.000");
        assert_eq!(fixed(-0.0004, 2), "0.00");
        assert_eq!(signed(0.5, 1), "+0.5");
        assert_eq!(times(56.888_888, 3), "56.9×");
        assert_eq!(percent(0.822_368_4, 3), "82.2%");
    }
}
