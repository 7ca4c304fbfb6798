//! Cutting a number where a format's last bit ends.

use super::Format;

/// An integer cut in two: `whole` × 2^`width` + `rest`, with `rest` < 2^`width`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cut {
    pub whole: u64,
    /// Whether the last bit kept is 1.
    pub odd: bool,
    rest: u64,
    width: u32,
}

impl Cut {
    /// Cuts off the low `width` bits of `value`; they may be more than it has.
    pub const fn new(value: u64, width: u32) -> Self {
        match value.checked_shr(width) {
            Some(whole) => Self { whole, odd: whole & 1 == 1, rest: value - (whole << width), width },
            None => Self { whole: 0, odd: false, rest: value, width },
        }
    }

    /// Whether nothing was cut off.
    pub const fn is_exact(self) -> bool {
        self.rest == 0
    }

    /// The guard bit: the first bit cut off, worth half a step.
    pub const fn guard(self) -> bool {
        match self.width.checked_sub(1) {
            Some(place) if place < 64 => (self.rest >> place) & 1 == 1,
            _ => false,
        }
    }

    /// The sticky bit: whether any bit after the guard bit is set.
    pub const fn sticky(self) -> bool {
        self.rest != 0 && !(self.guard() && self.rest.is_power_of_two())
    }

    /// The cut-off part as a fraction of a step, cut again to its first `bits` bits (at most 63).
    pub const fn fraction(self, bits: u32) -> Self {
        match self.width.checked_sub(bits) {
            Some(width) => Self::new(self.rest, width),
            None => Self::new(self.rest << (bits - self.width), 0),
        }
    }
}

impl Format {
    /// Cuts a finite `magnitude` ≥ 0 at this format's last bit there; `whole` counts steps from zero and may pass the
    /// largest finite one, as if the exponent field had no end.
    pub(in crate::numerics) const fn cut(self, magnitude: f64) -> Cut {
        const FRACTION_BITS: u32 = 52;
        const HIDDEN: u64 = 1 << FRACTION_BITS;
        let field = (magnitude.to_bits() >> FRACTION_BITS) as i32;
        let fraction = magnitude.to_bits() & (HIDDEN - 1);
        // Value = significand × 2^(binade − 52).
        let (significand, binade) = if field == 0 { (fraction, -1022) } else { (fraction | HIDDEN, field - 1023) };
        let lowest = self.min_exponent();
        // Below the lowest binade the last bit stays where it is: there the format is subnormal and loses digits.
        let (sunk, risen) = if binade < lowest { (lowest - binade, 0) } else { (0, binade - lowest) };
        let mut cut = Cut::new(significand, sunk as u32 + FRACTION_BITS - self.mantissa_bits);
        // The hidden bit already counts as one binade. `odd` stays the significand's: without mantissa bits the number
        // of steps is even or odd with the exponent.
        cut.whole += (risen as u64) << self.mantissa_bits;
        cut
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn guard_and_sticky_split_what_is_cut_off() {
        // 0b1011 cut after two bits: 10 | 1 1.
        let cut = Cut::new(0b1011, 2);
        assert_eq!((cut.whole, cut.guard(), cut.sticky()), (0b10, true, true));
        let half = Cut::new(0b1010, 2);
        assert_eq!((half.whole, half.guard(), half.sticky()), (0b10, true, false));
        let below = Cut::new(0b1001, 2);
        assert_eq!((below.whole, below.guard(), below.sticky()), (0b10, false, true));
        let exact = Cut::new(0b1000, 2);
        assert_eq!((exact.guard(), exact.sticky(), exact.is_exact()), (false, false, true));
    }

    #[test]
    fn a_cut_wider_than_the_value_leaves_nothing() {
        for width in [64, 65, 1_000] {
            let cut = Cut::new(u64::MAX, width);
            assert_eq!((cut.whole, cut.guard(), cut.sticky()), (0, width == 64, true));
        }
        assert_eq!(Cut::new(5, 0), Cut { whole: 5, odd: true, rest: 0, width: 0 });
    }

    #[test]
    fn a_fraction_keeps_its_first_bits() {
        // 0.101 of a step: two bits are 0.10 and a half; five bits are 0.10100.
        let cut = Cut::new(0b1101, 3);
        assert_eq!(cut.fraction(2), Cut { whole: 0b10, odd: false, rest: 1, width: 1 });
        assert_eq!(cut.fraction(5), Cut { whole: 0b1_0100, odd: false, rest: 0, width: 0 });
        assert_eq!(cut.fraction(0), Cut { whole: 0, odd: false, rest: 0b101, width: 3 });
    }
}
