//! Decimal text to the nearest `f64`, by exact integers; std's parser carries a table of 10 KB that does not compress.

use super::{Decimal, digits_of, multiply_power};

/// A halfway point between two `f64` has at most 767 significant digits; whatever follows only says "above it".
const DIGITS: usize = 800;
/// Beyond this power of ten everything is 0 or infinite.
const EXPONENT: i32 = 400;

/// Reads what `f64::from_str` reads, with the same result; `None` where it fails.
///
/// Sign, digits with an optional point, exponent; or `inf`, `infinity`, `nan` in any case.
/// Rounds to nearest even. Time is linear in the length of the text.
#[must_use]
pub fn parse(text: &str) -> Option<f64> {
    let (negative, rest) = sign(text.as_bytes());
    let named = |name: &str| rest.eq_ignore_ascii_case(name.as_bytes());
    if named("inf") || named("infinity") {
        return Some(if negative { f64::NEG_INFINITY } else { f64::INFINITY });
    }
    if named("nan") {
        return Some(if negative { -f64::NAN } else { f64::NAN });
    }
    Some(read(negative, rest)?.nearest())
}

fn sign(text: &[u8]) -> (bool, &[u8]) {
    match text {
        [b'-', rest @ ..] => (true, rest),
        [b'+', rest @ ..] => (false, rest),
        _ => (false, text),
    }
}

/// Digits, point and exponent; keeps one digit more than `DIGITS`, not 0 if anything but zeros was left out.
fn read(negative: bool, text: &[u8]) -> Option<Decimal> {
    let (mut digits, mut exponent) = (Vec::new(), 0_i64);
    let (mut any, mut point, mut more) = (false, false, false);
    let mut rest = text;
    while let [c, tail @ ..] = rest {
        let digit = c.wrapping_sub(b'0');
        if digit <= 9 {
            any = true;
            if digits.is_empty() && digit == 0 {
                exponent -= i64::from(point);
            } else {
                exponent += i64::from(!point);
                if digits.len() < DIGITS {
                    digits.push(digit);
                } else {
                    more |= digit != 0;
                }
            }
        } else if *c == b'.' && !point {
            point = true;
        } else {
            break;
        }
        rest = tail;
    }
    if !any {
        return None;
    }
    if let [mark, tail @ ..] = rest {
        if !matches!(mark, b'e' | b'E') {
            return None;
        }
        exponent = exponent.saturating_add(power(tail)?);
    }
    if more {
        digits.push(1);
    }
    let most = i64::from(EXPONENT);
    Some(Decimal { negative, digits, exponent: exponent.clamp(-most, most) as i32 }.trimmed())
}

fn power(text: &[u8]) -> Option<i64> {
    let (negative, digits) = sign(text);
    if digits.is_empty() {
        return None;
    }
    let mut power = 0_i64;
    for c in digits {
        let digit = c.wrapping_sub(b'0');
        if digit > 9 {
            return None;
        }
        power = power.saturating_mul(10).saturating_add(i64::from(digit));
    }
    Some(if negative { -power } else { power })
}

impl Decimal {
    /// The nearest `f64`, half to even; infinite beyond the largest.
    #[must_use]
    pub fn nearest(&self) -> f64 {
        let magnitude = if self.digits.is_empty() || self.exponent <= -EXPONENT {
            0
        } else if self.exponent >= EXPONENT {
            f64::INFINITY.to_bits()
        } else {
            self.magnitude()
        };
        f64::from_bits(u64::from(self.negative) << 63 | magnitude)
    }

    /// Bits of the nearest `f64` without its sign.
    fn magnitude(&self) -> u64 {
        // 10ᴱ < 2ᵇ, so x·2ᵏ with k = 63 − b has between 58 and 63 bits before the point.
        let k = 62 - ((self.exponent * 217_706) >> 16);
        let mut limbs = self.digits.rchunks(9).map(|nine| nine.iter().fold(0, |n, d| n * 10 + u32::from(*d))).collect();
        // x·2⁻ᵏ = x·5ᵏ·10⁻ᵏ
        multiply_power(&mut limbs, if k < 0 { 5 } else { 2 }, k.unsigned_abs());
        let digits = digits_of(&limbs);
        // The product gained this many digits, all of them before the point.
        let gained = digits.len() as i32 - self.digits.len() as i32;
        let whole = usize::try_from(self.exponent + gained + k.min(0)).unwrap_or(0);
        let n =
            (0..whole).fold(0_u64, |n, i| n.wrapping_mul(10).wrapping_add(digits.get(i).copied().unwrap_or(0).into()));
        let inexact = digits.iter().skip(whole).any(|d| *d != 0);

        // x = n·2⁻ᵏ; the last place of the result is 2ᵘ.
        let u = (64 - n.leading_zeros() as i32 - k - 53).max(-1074);
        let shift = u + k;
        if !(1..64).contains(&shift) {
            return 0;
        }
        let (mut mantissa, half) = (n >> shift, 1 << (shift - 1));
        let rest = n & ((half << 1) - 1);
        if rest > half || (rest == half && (inexact || mantissa & 1 == 1)) {
            mantissa += 1;
        }
        // The mantissa's leading bit, and a carry out of it, count the exponent up.
        let bits = (((u + 1074) as u64) << 52) + mantissa;
        bits.min(f64::INFINITY.to_bits())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::numerics::rng::SplitMix64;

    fn check(text: &str) {
        let (ours, std) = (parse(text), text.parse::<f64>().ok());
        assert_eq!(ours.map(f64::to_bits), std.map(f64::to_bits), "{text}: {ours:?} {std:?}");
    }

    fn digits(rng: &mut SplitMix64, count: u64) -> String {
        (0..count).map(|_| char::from(b'0' + (rng.next_u64() % 10) as u8)).collect()
    }

    #[test]
    fn random_texts() {
        let mut rng = SplitMix64::new(1);
        for _ in 0..100_000 {
            let (before, after) = (rng.next_u64() % 25, rng.next_u64() % 25);
            let exponent = (rng.next_u64() % 750) as i64 - 400;
            let mut text = digits(&mut rng, before);
            text.insert_str(0, ["", "-", "+"][rng.next_u64() as usize % 3]);
            if after > 0 || rng.next_u64().is_multiple_of(2) {
                text.push('.');
                text += &digits(&mut rng, after);
            }
            match rng.next_u64() % 3 {
                0 => text += &format!("e{exponent}"),
                1 => text += &format!("E{exponent:+}"),
                _ => {}
            }
            check(&text);
        }
    }

    #[test]
    fn random_bits_with_17_digits_and_halfway_points() {
        let mut rng = SplitMix64::new(2);
        for i in 0..20_000 {
            // Every fourth is subnormal.
            let bits = (rng.next_u64() >> 1) >> if i % 4 == 0 { 11 } else { 0 };
            let x = f64::from_bits(bits);
            if !x.is_finite() {
                continue;
            }
            let text = format!("{x:.16e}");
            assert_eq!(parse(&text), Some(x), "{text}");
            halfway(bits);
        }
        let edges = [
            0,
            1,
            2,
            (1 << 52) - 2,
            (1 << 52) - 1,
            1 << 52,
            (1 << 52) + 1,
            0x7fef_ffff_ffff_fffe,
            0x4340_0000_0000_0000,
        ];
        edges.into_iter().for_each(halfway);
    }

    /// Halfway between neighbours, exactly: 2m + 1 at a half of the last place, m counted in last places of 2ᵘ.
    fn halfway(bits: u64) {
        let (field, fraction) = ((bits >> 52) as i32, bits & ((1 << 52) - 1));
        let (m, u) = if field == 0 { (fraction, -1074) } else { (fraction | 1 << 52, field - 1075) };
        let mut limbs = super::super::limbs_of(2 * m + 1);
        let power = u - 1;
        multiply_power(&mut limbs, if power < 0 { 5 } else { 2 }, power.unsigned_abs());
        let text: String = digits_of(&limbs).into_iter().map(|d| char::from(b'0' + d)).collect();
        let e = power.min(0);
        let even = f64::from_bits(bits + (bits & 1));
        assert_eq!(parse(&format!("{text}e{e}")), Some(even), "{bits:x}");
        for tail in ["", "0", "1", "00000000000000000000001"] {
            check(&format!("{text}.{tail}e{e}"));
        }
        // Just above and just below, beyond the digits that are kept.
        let above = format!("{text}.{}1e{e}", "0".repeat(900));
        assert_eq!(parse(&above), Some(f64::from_bits(bits + 1)), "{bits:x}");
        let stem = text.trim_end_matches('0');
        let (last, head) = stem.as_bytes().split_last().unwrap();
        let nines = [b'9'; 900];
        let below =
            [head, &[last - 1], &nines[..text.len() - stem.len()], b".", &nines, format!("e{e}").as_bytes()].concat();
        assert_eq!(parse(std::str::from_utf8(&below).unwrap()), Some(f64::from_bits(bits)), "{bits:x}");
    }

    #[rustfmt::skip]
    const EDGES: &[&str] = &[
        "", "+", "-", ".", "+.", "-.e1", "1e", "1e+", "1e-", "e5", ".e5", "0e", "1_0", "1.2.3", "..1", "1..", "--1",
        "+-1", "0x10", " 1", "1 ", "1e5.0", "1e5e5", "1f", "infinit", "infx", "nano", "na", "i", "١", "1é", "−1", "∞",
        "\0", "1\0", "1.", ".1", "-.5", "5.e1", "0", "-0", "+0.0", "0e999999999999999999999999", "-0e-5", "inf",
        "-INF", "+Infinity", "-infinity", "NaN", "-nan", "+nan", "1e99999999999999999999999999",
        "1e-99999999999999999999999999", "-1e400", "1e308", "1e309", "1.7976931348623157e308",
        "1.7976931348623158e308", "1.7976931348623159e308", "179769313486231580793728971405301e276", "5e-324",
        "4.9e-324", "2.5e-324", "2.4703282292062327e-324", "2.4703282292062328e-324", "2.2250738585072011e-308",
        "2.2250738585072014e-308", "9007199254740993", "9007199254740992.99999", "1e23", "8.5e22", "0.1",
        "18446744073709551615", "18446744073709551616", "1e00000000000000000003",
    ];

    #[test]
    fn edges_and_garbage() {
        for text in EDGES {
            check(text);
            check(&["-", *text].concat());
        }
    }

    #[test]
    fn random_garbage() {
        let mut rng = SplitMix64::new(3);
        let letters: Vec<char> = "00159..eE+-infaty_ é".chars().collect();
        for _ in 0..100_000 {
            let count = rng.next_u64() % 9;
            check(&(0..count).map(|_| letters[rng.next_u64() as usize % letters.len()]).collect::<String>());
        }
    }

    #[test]
    fn long_texts_take_bounded_time() {
        const LONG: usize = 1_000_000;
        let zeros = "0".repeat(LONG);
        check(&zeros);
        check(&"9".repeat(LONG));
        check(&["0.", &"123456789".repeat(LONG / 9)].concat());
        check(&["1e", &"9".repeat(LONG)].concat());
        check(&["1e-", &"9".repeat(LONG)].concat());
        check(&["0.", &zeros, "1"].concat());
        // The zeros and the exponent cancel; std stops reading exponents earlier, so its answer is not asked for.
        assert_eq!(parse(&["0.", &zeros, "25e1000001"].concat()), Some(2.5));
        assert_eq!(parse(&["3", &zeros, "e-1000000"].concat()), Some(3.0));
    }
}
