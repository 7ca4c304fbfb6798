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

/// In how many ways `k` of `groups` groups of `size` each can be chosen, if at most `kept` of the groups may hold one; none
/// where that takes more than 128 bits.
#[must_use]
pub fn combinations_within(groups: u32, size: u32, kept: u32, k: u32) -> Option<u128> {
    let k = usize::try_from(k).ok()?;
    let in_one: Vec<u128> = (0..=k).map(|chosen| binomial(size, chosen as u32)).collect::<Option<_>>()?;
    // Ways to choose so many from so many groups, each of which holds one at least.
    let mut held = vec![0_u128; k + 1];
    held[0] = 1;
    let mut all = if k == 0 { 1 } else { 0 };
    for touched in 1..=kept.min(groups).min(k as u32) {
        held = (0..=k)
            .map(|sum| {
                (1..=sum).try_fold(0_u128, |ways, here| ways.checked_add(held[sum - here].checked_mul(in_one[here])?))
            })
            .collect::<Option<_>>()?;
        all = held[k].checked_mul(binomial(groups, touched)?)?.checked_add(all)?;
    }
    Some(all)
}

fn binomial(n: u32, k: u32) -> Option<u128> {
    if k > n {
        return Some(0);
    }
    let step = |ways: u128, chosen: u32| Some(ways.checked_mul(u128::from(n - chosen))? / u128::from(chosen + 1));
    (0..k.min(n - k)).try_fold(1, step)
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

    /// Every choice of a small case, counted one by one; and without a limit all that there are.
    #[test]
    fn within_some_groups() {
        let (groups, size) = (4, 3);
        for kept in 0..=groups {
            for k in 0..=groups * size {
                let touches = |choice: u32| (0..groups).filter(|group| choice >> (group * size) & 0b111 != 0).count();
                let fits = |choice: &u32| choice.count_ones() == k && touches(*choice) <= kept as usize;
                let counted = (0..1_u32 << (groups * size)).filter(fits).count();
                assert_eq!(combinations_within(groups, size, kept, k), Some(counted as u128), "{kept} {k}");
            }
        }
        assert_eq!(combinations_within(8, 32, 4, 8), Some(71_614_201_382_880));
        assert_eq!(combinations_within(8, 32, 8, 8).map(|ways| ways.to_string()), Some(digits(256, 8)));
        assert_eq!(combinations_within(u32::MAX, u32::MAX, 9, 9), None);
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
