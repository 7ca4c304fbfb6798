//! Exact decimal digits of a binary float and back; a leaf under links (shortest text that reads back) and under every printed number.
//!
//! Our own because std's float formatting and parsing cost 10 KB of download each, and because the explainer of number formats
//! must print values like 2⁻⁹ exactly.

mod parse;

pub use parse::parse;

/// A finite number as `0.d₁d₂d₃… × 10^exponent`; zero has no digits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decimal {
    /// Whether a minus sign stands before it (also for −0).
    pub negative: bool,
    /// Digits 0–9, the first and the last not 0.
    pub digits: Vec<u8>,
    /// Power of ten just before the first digit.
    pub exponent: i32,
}

const LIMB: u64 = 1_000_000_000;

impl Decimal {
    /// Every digit of `x`; `None` for NaN and the infinities.
    #[must_use]
    pub fn exact(x: f64) -> Option<Self> {
        if !x.is_finite() {
            return None;
        }
        let bits = x.to_bits();
        let field = i32::try_from((bits >> 52) & 0x7ff).unwrap_or(0);
        let fraction = bits & ((1 << 52) - 1);
        let (mut mantissa, mut power) = if field == 0 { (fraction, -1074) } else { (fraction | 1 << 52, field - 1075) };
        while mantissa != 0 && mantissa & 1 == 0 && power < 0 {
            mantissa >>= 1;
            power += 1;
        }
        let mut limbs = limbs_of(mantissa);
        // m·2⁻ᵏ = m·5ᵏ·10⁻ᵏ
        let (base, count) = if power < 0 { (5, power.unsigned_abs()) } else { (2, power.unsigned_abs()) };
        multiply_power(&mut limbs, base, count);
        let digits = digits_of(&limbs);
        let exponent = i32::try_from(digits.len()).unwrap_or(0) + power.min(0);
        Some(Self { negative: x.is_sign_negative(), digits, exponent }.trimmed())
    }

    /// Rounded to at most `count` significant digits, half to even.
    #[must_use]
    pub fn rounded(&self, count: usize) -> Self {
        if self.digits.len() <= count {
            return self.clone();
        }
        let mut digits = self.digits[..count].to_vec();
        let mut exponent = self.exponent;
        let rest = &self.digits[count..];
        let odd = digits.last().is_some_and(|d| d % 2 == 1);
        let up = rest[0] > 5 || (rest[0] == 5 && (rest.len() > 1 || odd));
        if up && carry(&mut digits) {
            digits.insert(0, 1);
            exponent += 1;
        }
        Self { negative: self.negative, digits, exponent }.trimmed()
    }

    /// Rounded to `places` digits after the point, half to even.
    #[must_use]
    pub fn rounded_to_places(&self, places: usize) -> Self {
        let keep = self.exponent + i32::try_from(places).unwrap_or(i32::MAX / 2);
        match usize::try_from(keep) {
            Ok(count) => self.rounded(count),
            Err(_) => Self { negative: self.negative, digits: Vec::new(), exponent: 0 },
        }
    }

    /// Digits before the point, without grouping ("0" if there are none).
    #[must_use]
    pub fn whole(&self) -> String {
        let Ok(count) = usize::try_from(self.exponent) else { return "0".into() };
        if count == 0 || self.digits.is_empty() {
            return "0".into();
        }
        (0..count).map(|i| char::from(b'0' + self.digits.get(i).copied().unwrap_or(0))).collect()
    }

    /// Digits after the point, without trailing zeros.
    #[must_use]
    pub fn fraction(&self) -> String {
        let zeros = usize::try_from(-self.exponent).unwrap_or(0);
        let skip = usize::try_from(self.exponent).unwrap_or(0);
        let rest = self.digits.iter().skip(skip).map(|d| char::from(b'0' + d));
        if self.digits.len() <= skip { String::new() } else { "0".repeat(zeros).chars().chain(rest).collect() }
    }

    /// Plain notation, such as `-0.015625`.
    #[must_use]
    pub fn plain(&self) -> String {
        let sign = if self.negative { "-" } else { "" };
        let fraction = self.fraction();
        let point = if fraction.is_empty() { "" } else { "." };
        [sign, &self.whole(), point, &fraction].concat()
    }

    /// Scientific notation that Rust and JavaScript read, such as `1.5e-9`.
    #[must_use]
    pub fn scientific(&self) -> String {
        let sign = if self.negative { "-" } else { "" };
        let (first, rest) = match self.digits.split_first() {
            None => return [sign, "0"].concat(),
            Some((d, rest)) => (char::from(b'0' + d), rest.iter().map(|d| char::from(b'0' + d)).collect::<String>()),
        };
        let point = if rest.is_empty() { "" } else { "." };
        [sign, &first.to_string(), point, &rest, "e", &(self.exponent - 1).to_string()].concat()
    }

    fn trimmed(mut self) -> Self {
        while self.digits.last() == Some(&0) {
            self.digits.pop();
        }
        if self.digits.is_empty() {
            self.exponent = 0;
        }
        self
    }
}

/// The shortest text that reads back as exactly `x`: plain where that is short, else scientific; `nan`, `inf`, `-inf`.
#[must_use]
pub fn shortest(x: f64) -> String {
    let Some(exact) = Decimal::exact(x) else {
        return if x.is_nan() { "nan".into() } else { if x > 0.0 { "inf" } else { "-inf" }.into() };
    };
    let short = (1..=17).map(|count| exact.rounded(count)).find(|rounded| rounded.nearest() == x).unwrap_or(exact);
    if (-5..=17).contains(&short.exponent) { short.plain() } else { short.scientific() }
}

/// `x` to two places, as a coordinate needs it: quick, since hundreds are written for a frame; 0 if it is no number.
#[must_use]
pub fn hundredths(x: f64) -> String {
    let whole = libm::round(x * 100.0) as i64;
    let (sign, size) = (if whole < 0 { "-" } else { "" }, whole.unsigned_abs());
    let (units, rest) = ((size / 100).to_string(), size % 100);
    let fraction = match (rest / 10, rest % 10) {
        (0, 0) => String::new(),
        (tenths, 0) => [".", &tenths.to_string()].concat(),
        (tenths, ones) => [".", &tenths.to_string(), &ones.to_string()].concat(),
    };
    [sign, &units, &fraction].concat()
}

/// Adds one to the last digit; true if it overflowed (all nines became zeros).
fn carry(digits: &mut [u8]) -> bool {
    for digit in digits.iter_mut().rev() {
        if *digit < 9 {
            *digit += 1;
            return false;
        }
        *digit = 0;
    }
    true
}

fn limbs_of(mut n: u64) -> Vec<u32> {
    let mut limbs = Vec::new();
    while n > 0 {
        limbs.push((n % LIMB) as u32);
        n /= LIMB;
    }
    limbs
}

fn multiply_power(limbs: &mut Vec<u32>, base: u64, mut count: u32) {
    while count > 0 {
        let step = count.min(if base == 5 { 13 } else { 30 });
        let factor = base.pow(step);
        let mut carry = 0;
        for limb in limbs.iter_mut() {
            let product = u64::from(*limb) * factor + carry;
            *limb = (product % LIMB) as u32;
            carry = product / LIMB;
        }
        while carry > 0 {
            limbs.push((carry % LIMB) as u32);
            carry /= LIMB;
        }
        count -= step;
    }
}

fn digits_of(limbs: &[u32]) -> Vec<u8> {
    let mut reversed = Vec::with_capacity(limbs.len() * 9);
    for limb in limbs {
        let mut rest = *limb;
        for _ in 0..9 {
            reversed.push((rest % 10) as u8);
            rest /= 10;
        }
    }
    while reversed.last() == Some(&0) {
        reversed.pop();
    }
    reversed.reverse();
    reversed
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::numerics::rng::SplitMix64;

    #[test]
    fn prints_every_digit() {
        let plain = |x: f64| Decimal::exact(x).unwrap().plain();
        assert_eq!(plain(0.001_953_125), "0.001953125");
        assert_eq!(plain(-448.0), "-448");
        assert_eq!(plain(0.0), "0");
        assert_eq!(plain(-0.0), "-0");
        assert_eq!(plain(1e23), "99999999999999991611392");
        assert_eq!(plain(f64::from(f32::MAX)), "340282346638528859811704183484516925440");
        assert_eq!(plain(0.1), "0.1000000000000000055511151231257827021181583404541015625");
    }

    #[test]
    fn rounds_half_to_even() {
        let round = |x: f64, n| Decimal::exact(x).unwrap().rounded(n).plain();
        assert_eq!(round(0.125, 2), "0.12");
        assert_eq!(round(0.375, 2), "0.38");
        assert_eq!(round(999.5, 3), "1000");
        assert_eq!(Decimal::exact(0.004).unwrap().rounded_to_places(2).plain(), "0");
        assert_eq!(Decimal::exact(0.996).unwrap().rounded_to_places(2).plain(), "1");
    }

    #[test]
    fn shortest_agrees_with_std() {
        let mut rng = SplitMix64::new(7);
        for _ in 0..20_000 {
            let x = f64::from_bits(rng.next_u64());
            if x.is_finite() {
                let text = shortest(x);
                assert_eq!(text.parse::<f64>().unwrap().to_bits(), x.to_bits(), "{text}");
                assert_eq!(Decimal::exact(x).unwrap().rounded(17).scientific(), trim(&format!("{x:.16e}")));
            }
        }
    }

    /// std keeps trailing zeros of the mantissa.
    fn trim(text: &str) -> String {
        let (mantissa, exponent) = text.split_once('e').unwrap();
        [mantissa.trim_end_matches('0').trim_end_matches('.'), "e", exponent].concat()
    }

    #[test]
    fn coordinates_are_the_shortest_text_of_two_places() {
        for x in [0.0, 1.0, -1.0, 12.5, -0.25, 0.07, -0.004, 3.999, 1_234.56, f64::NAN] {
            let rounded = if x.is_nan() { 0.0 } else { libm::round(x * 100.0) / 100.0 + 0.0 };
            assert_eq!(hundredths(x), shortest(rounded), "{x}");
        }
    }

    #[test]
    fn shortest_is_short() {
        for text in ["0.1", "131072", "-0.3", "1e300", "5e-324", "nan", "inf", "-inf", "0"] {
            assert_eq!(shortest(text.parse().unwrap()), text);
        }
    }
}
