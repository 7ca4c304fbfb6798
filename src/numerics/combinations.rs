//! How many different choices there are, to the last digit.

/// A whole number of any size: digits to base 10⁹, the lowest first, none of them zero at the top.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Whole(Vec<u32>);

const BASE: u64 = 1_000_000_000;
/// Decimal digits of a digit to [`BASE`].
const DIGITS: usize = 9;

impl Whole {
    fn one() -> Self {
        Self(vec![1])
    }

    fn multiply(&mut self, factor: u32) {
        let mut carry = 0;
        for digit in &mut self.0 {
            let product = u64::from(*digit) * u64::from(factor) + carry;
            *digit = (product % BASE) as u32;
            carry = product / BASE;
        }
        while carry > 0 {
            self.0.push((carry % BASE) as u32);
            carry /= BASE;
        }
        self.trim();
    }

    /// Divides by `divisor`, which is not 0, dropping the remainder.
    fn divide(&mut self, divisor: u32) {
        let divisor = u64::from(divisor.max(1));
        let mut rest = 0;
        for digit in self.0.iter_mut().rev() {
            let value = rest * BASE + u64::from(*digit);
            *digit = (value / divisor) as u32;
            rest = value % divisor;
        }
        self.trim();
    }

    fn trim(&mut self) {
        while self.0.last() == Some(&0) {
            self.0.pop();
        }
    }

    /// All decimal digits.
    #[must_use]
    pub fn digits(&self) -> String {
        let Some((highest, others)) = self.0.split_last() else { return "0".into() };
        let mut digits = highest.to_string();
        for digit in others.iter().rev() {
            let text = digit.to_string();
            digits.extend(std::iter::repeat_n('0', DIGITS - text.len()));
            digits.push_str(&text);
        }
        digits
    }

    /// The decimal logarithm, from the three highest digits to base 10⁹; −∞ for 0.
    #[must_use]
    pub fn log10(&self) -> f64 {
        let below = self.0.len().saturating_sub(3);
        let highest = self.0.iter().skip(below).rev().fold(0.0, |sum, digit| sum * BASE as f64 + f64::from(*digit));
        libm::log10(highest) + (DIGITS * below) as f64
    }
}

/// In how many ways `k` of `n` can be chosen: n! / (k! (n − k)!); 0 where k is above n.
#[must_use]
pub fn combinations(n: u32, k: u32) -> Whole {
    if k > n {
        return Whole(Vec::new());
    }
    let mut ways = Whole::one();
    // After each step it is the number of ways to choose `chosen`: whole.
    for chosen in 1..=k.min(n - k) {
        ways.multiply(n - chosen + 1);
        ways.divide(chosen);
    }
    ways
}

#[cfg(test)]
mod tests {
    use super::*;

    fn digits(n: u32, k: u32) -> String {
        combinations(n, k).digits()
    }

    /// DeepSeekMoE, arXiv 2401.06066, section 3.1, prints the first two.
    #[test]
    fn published_numbers() {
        assert_eq!(digits(16, 2), "120");
        assert_eq!(digits(64, 8), "4426165368");
        assert_eq!(digits(256, 8), "409663695276000");
        assert_eq!(digits(8, 4), "70");
        assert!((40.763..40.771).contains(&combinations(256, 32).log10()));
        assert!(digits(256, 32).starts_with("58") && digits(256, 32).len() == 41);
    }

    /// Pascal's triangle, by addition alone.
    #[test]
    fn agrees_with_pascal() {
        let mut row = vec![1_u128];
        for n in 1..=120_u32 {
            let inner = row.windows(2).map(|pair| pair[0] + pair[1]);
            row = [vec![1], inner.collect(), vec![1]].concat();
            for (k, ways) in (0..).zip(&row) {
                let here = combinations(n, k);
                assert_eq!(here.digits(), ways.to_string(), "C({n}, {k})");
                assert!((here.log10() - libm::log10(*ways as f64)).abs() < 1e-12 * here.log10().max(1.0));
            }
        }
    }

    #[test]
    fn edges() {
        assert_eq!(
            (digits(0, 0), digits(5, 0), digits(5, 5), digits(5, 6)),
            ("1".into(), "1".into(), "1".into(), "0".into())
        );
        assert_eq!(combinations(5, 6).log10(), f64::NEG_INFINITY);
        assert_eq!(combinations(1024, 512).digits().len(), 307);
        assert_eq!(combinations(u32::MAX, 1).digits(), u32::MAX.to_string());
        assert_eq!(combinations(u32::MAX, 2).digits(), (u64::from(u32::MAX) * u64::from(u32::MAX - 1) / 2).to_string());
    }
}
