//! Reads numbers as people write them.

use crate::decimal;

/// Words for powers of ten that stand after a number.
const WORDS: [(&str, f64); 3] = [("万亿", 1e12), ("亿", 1e8), ("万", 1e4)];

/// The number that somebody meant: `1e-3`, `0,001`, `1,234.5`, `−2`, `2 × 10⁻³`, `10^-3`, `1/8`, `６７１０亿`, `5%`;
/// `unit` may follow it. `None` if it is none, or not finite.
#[must_use]
pub fn read_number(text: &str, unit: &str) -> Option<f64> {
    let text: String = text.chars().filter_map(plain).collect();
    let unit: String = unit.chars().filter_map(plain).collect();
    let text = text.strip_suffix(unit.as_str()).unwrap_or(&text);
    let number = match text.split_once('/') {
        Some((above, below)) => quotient(above, below)?,
        None => simple(text)?,
    };
    number.is_finite().then_some(number)
}

fn quotient(above: &str, below: &str) -> Option<f64> {
    Some(simple(above)? / simple(below)?)
}

/// Without what only spaces digits out; in the letters and signs that the decimal parser knows.
fn plain(c: char) -> Option<char> {
    Some(match c {
        c if c.is_whitespace() || matches!(c, '\'' | '’' | '_' | '\u{feff}') => return None,
        '−' | '–' | '－' | '⁻' => '-',
        '＋' | '⁺' => '+',
        '．' | '。' | '·' | '⋅' => {
            if c == '·' || c == '⋅' {
                '×'
            } else {
                '.'
            }
        }
        '，' | '、' | '٫' => ',',
        '＊' | '*' | '✕' | '⨯' => '×',
        '％' => '%',
        '／' | '÷' => '/',
        '⁰' => '0',
        '¹' => '1',
        '²' => '2',
        '³' => '3',
        '⁴'..='⁹' => digit(c as u32 - '⁴' as u32 + 4),
        '０'..='９' => digit(c as u32 - '０' as u32),
        c => c.to_ascii_lowercase(),
    })
}

fn digit(value: u32) -> char {
    char::from_digit(value, 10).unwrap_or('0')
}

fn simple(text: &str) -> Option<f64> {
    if let Some(text) = text.strip_suffix('%') {
        return Some(simple(text)? / 100.0);
    }
    if let Some((text, size)) = WORDS.iter().find_map(|(word, size)| Some((text.strip_suffix(word)?, size))) {
        return Some(simple(text)? * size);
    }
    decimal::parse(&powers(&points(text)?))
}

/// With a power of ten as an exponent: `2×10^-3` and `2×10-3` (its exponent was raised) as `2e-3`.
fn powers(text: &str) -> String {
    let (number, power) = match text.split_once("×10").or_else(|| text.split_once("x10")) {
        Some((number, power)) => (number, power),
        None => match text.strip_prefix("10^") {
            Some(power) => ("1", power),
            None => match text.strip_prefix("10-") {
                Some(power) => return ["1e-", power].concat(),
                None => return text.into(),
            },
        },
    };
    [number, "e", power.trim_start_matches('^')].concat()
}

/// With one point at most, and no commas. A comma is a decimal one, unless it must part thousands: before a point, more
/// than once, or with three digits after it and no bare 0 before.
fn points(text: &str) -> Option<String> {
    let (commas, dots) = (text.matches(',').count(), text.matches('.').count());
    let thousands =
        |mark: char| text.split(mark).skip(1).all(|part| part.chars().take_while(char::is_ascii_digit).count() == 3);
    let last = |mark: char| text.rfind(mark);
    if commas > 0 && dots > 0 {
        let (point, parts) = if last(',') > last('.') { (',', '.') } else { ('.', ',') };
        return (text.matches(point).count() == 1).then(|| text.replace(parts, "").replace(point, "."));
    }
    if dots > 1 {
        return thousands('.').then(|| text.replace('.', ""));
    }
    let before = text.split(',').next().unwrap_or_default().trim_start_matches(['-', '+']);
    let parts = commas > 1 || (commas == 1 && thousands(',') && !before.is_empty() && before != "0");
    match (commas, parts) {
        (0, _) => Some(text.into()),
        (_, true) => thousands(',').then(|| text.replace(',', "")),
        (_, false) => Some(text.replace(',', ".")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_as_people_write_them() {
        let cases = [
            ("1e-3", 0.001),
            (" 1E-3 ", 0.001),
            ("0,001", 0.001),
            (",5", 0.5),
            ("1,5", 1.5),
            ("1,000", 1000.0),
            ("−1,000", -1000.0),
            ("671,026,404,352", 671_026_404_352.0),
            ("671 026 404 352", 671_026_404_352.0),
            ("1,234.5", 1234.5),
            ("1.234,5", 1234.5),
            ("1.234.567", 1_234_567.0),
            ("2 × 10⁻³", 0.002),
            ("2x10^-3", 0.002),
            ("2·10^4", 20_000.0),
            ("10^-3", 0.001),
            ("10⁻³", 0.001),
            ("1/8", 0.125),
            ("５％", 0.05),
            ("6710 亿", 6.71e11),
            ("1.2万亿", 1.2e12),
            ("０．００１", 0.001),
            ("70,272 B", 70_272.0),
        ];
        for (text, number) in cases {
            assert_eq!(read_number(text, "B"), Some(number), "{text}");
        }
        assert_eq!(read_number("40%", "%"), Some(40.0), "the unit is what was asked for");
    }

    #[test]
    fn what_is_no_number_is_refused() {
        for text in [
            "", " ", "abc", "1e", "1,2,3", "1.2.3", "nan", "inf", "-inf", "1/0", "0/0", "1e999", "--1", "%", "×10",
            "1 2 a", "亿", "/",
        ] {
            assert_eq!(read_number(text, ""), None, "{text}");
        }
    }
}
