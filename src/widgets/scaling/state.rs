//! The state of `frugal-scaling` and what a reader can do to it.

use crate::numerics::format::Format;
use crate::numerics::scaling::{CHANNELS, Granularity, Recipe, TOKENS};
use crate::state::{Between, choice, table};

/// Largest factor of the outlier's channel.
pub const MOST_OUTLIER: f64 = 1e6;
/// Widest spread, in decades.
pub const MOST_SPREAD: f64 = 2.5;
/// Farthest that the scales can be moved down and up, in powers of two.
pub const SHIFTS: (f64, f64) = (-4.0, 16.0);
/// Steps of the scales' handle in a power of two.
pub const SHIFT_STEPS: f64 = 4.0;
/// Last token of a synthetic tensor.
pub const MOST_TOKEN: u32 = TOKENS as u32 - 1;
/// Last channel.
pub const MOST_CHANNEL: u32 = CHANNELS as u32 - 1;
/// Largest seed.
pub const MOST_SEED: u32 = 9999;

table! {
    /// The state of `frugal-scaling`.
    pub struct State: "scaling" {
        /// Where the numbers come from.
        "source" source: Source = Source::Real, within ();
        /// Factor of one channel of the source `outlier-channel`.
        "outlier" outlier: f64 = 100.0, within Between(1.0, MOST_OUTLIER);
        /// Standard deviation of the sizes of tokens (`token-spread`) or of single numbers (`gradient-like`), in decades.
        "spread" spread: f64 = 1.5, within Between(0.0, MOST_SPREAD);
        /// Format of the codes, on the left.
        "format" format: FormatName = FormatName::Int8, within ();
        /// Which numbers share a scale, on the left.
        "granularity" granularity: Granularity = Granularity::Tensor, within ();
        /// Format of the codes, on the right.
        "beside-format" beside_format: FormatName = FormatName::E4m3fn, within ();
        /// Which numbers share a scale, on the right.
        "beside-granularity" beside_granularity: Granularity = Granularity::Tensor, within ();
        /// Whether scales are rounded up to powers of two; tiles of 32, whose scales always are, are else rounded down as MX says.
        "power-of-two" power_of_two: bool = false, within ();
        /// By how many powers of two all scales are made larger than the rule says.
        "scale-shift" scale_shift: f64 = 0.0, within Between(SHIFTS.0, SHIFTS.1);
        /// Token of the number that is followed; beyond the last one, the last.
        "token" token: u32 = 2, within Between(0, MOST_TOKEN);
        /// Channel of the number that is followed.
        "channel" channel: u32 = 8, within Between(0, MOST_CHANNEL);
        /// Seed of the synthetic numbers.
        "seed" seed: u32 = 1, within Between(0, MOST_SEED);
    }
}

/// Where the numbers come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// Recorded in a small trained transformer.
    Real,
    /// Independent standard normal numbers.
    Gaussian,
    /// One channel is larger than all others.
    OutlierChannel,
    /// Each token has a size of its own.
    TokenSpread,
    /// Each number has a size of its own.
    GradientLike,
}

choice!(Source {
    Real = "real",
    Gaussian = "gaussian",
    OutlierChannel = "outlier-channel",
    TokenSpread = "token-spread",
    GradientLike = "gradient-like",
});
choice!(Granularity {
    Tensor = "tensor",
    Block128 = "block-128",
    Tile128 = "tile-1x128",
    Tile32 = "tile-1x32-e8m0",
});

/// A format of at most 8 bits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FormatName {
    /// Whole numbers.
    Int8,
    /// V3's.
    E4m3fn,
    /// More range, fewer digits.
    E5m2,
    /// More digits, less range.
    E3m4,
    /// Six bits.
    E3m2,
    /// Six bits.
    E2m3,
    /// Four bits.
    E2m1,
}

choice!(FormatName {
    Int8 = "int8",
    E4m3fn = "e4m3fn",
    E5m2 = "e5m2",
    E3m4 = "e3m4",
    E3m2 = "e3m2",
    E2m3 = "e2m3",
    E2m1 = "e2m1",
});

impl FormatName {
    /// The format itself.
    #[must_use]
    pub const fn format(self) -> Format {
        match self {
            Self::Int8 => Format::INT8,
            Self::E4m3fn => Format::E4M3FN,
            Self::E5m2 => Format::E5M2,
            Self::E3m4 => Format::E3M4,
            Self::E3m2 => Format::E3M2,
            Self::E2m3 => Format::E2M3,
            Self::E2m1 => Format::E2M1,
        }
    }
}

/// A format with a granularity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Way {
    /// Format of the codes.
    pub format: FormatName,
    /// Which numbers share a scale.
    pub granularity: Granularity,
}

impl State {
    /// The two ways side by side.
    #[must_use]
    pub const fn ways(&self) -> [Way; 2] {
        [
            Way { format: self.format, granularity: self.granularity },
            Way { format: self.beside_format, granularity: self.beside_granularity },
        ]
    }

    /// How a way stores the tensor.
    #[must_use]
    pub const fn recipe(&self, way: Way) -> Recipe {
        Recipe {
            format: way.format.format(),
            granularity: way.granularity,
            power_of_two: self.power_of_two,
            shift: self.scale_shift,
        }
    }
}

/// What a reader can do.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Action {
    /// Takes other numbers.
    Source(Source),
    /// Sets the outlier's factor.
    Outlier(f64),
    /// Sets the spread.
    Spread(f64),
    /// Sets one side's format.
    Format(Side, FormatName),
    /// Sets one side's granularity.
    Granularity(Side, Granularity),
    /// Sets whether scales are rounded up to powers of two.
    PowerOfTwo(bool),
    /// Moves all scales.
    Shift(f64),
    /// Follows the number of a token and a channel.
    Follow(u32, u32),
    /// Draws other numbers.
    Seed(u32),
}

/// One of the two ways.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// On the left.
    Left,
    /// On the right.
    Right,
}

/// Three digits are what a hand can set, and what a link should carry.
fn three_digits(x: f64) -> f64 {
    let unit = libm::exp10(f64::floor(libm::log10(x.max(1e-9))) - 2.0);
    libm::round(x / unit) * unit
}

/// Carries out an action; the state stays within its ranges.
pub fn reduce(state: &mut State, action: Action) {
    // Not clamp: with bounds unknown to the compiler its panic brings the formatting of floats.
    let within = |x: f64, low: f64, high: f64| if x.is_nan() { low } else { x.max(low).min(high) };
    match action {
        Action::Source(source) => state.source = source,
        Action::Outlier(outlier) => state.outlier = within(three_digits(outlier), 1.0, MOST_OUTLIER),
        Action::Spread(spread) => state.spread = within(libm::round(spread * 100.0) / 100.0, 0.0, MOST_SPREAD),
        Action::Format(Side::Left, format) => state.format = format,
        Action::Format(Side::Right, format) => state.beside_format = format,
        Action::Granularity(Side::Left, granularity) => state.granularity = granularity,
        Action::Granularity(Side::Right, granularity) => state.beside_granularity = granularity,
        Action::PowerOfTwo(on) => state.power_of_two = on,
        Action::Shift(shift) => state.scale_shift = within(shift, SHIFTS.0, SHIFTS.1),
        Action::Follow(token, channel) => {
            (state.token, state.channel) = (token.min(MOST_TOKEN), channel.min(MOST_CHANNEL));
        }
        Action::Seed(seed) => state.seed = seed.min(MOST_SEED),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::Table as _;

    #[test]
    fn no_action_leaves_the_ranges() {
        let mut state = State::default();
        for x in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, 0.0, -1.0, 1e300, 5e-324] {
            for action in [
                Action::Outlier(x),
                Action::Spread(x),
                Action::Shift(x),
                Action::Seed(u32::MAX),
                Action::Follow(u32::MAX, 9),
            ] {
                reduce(&mut state, action);
                for (field, text) in state.texts() {
                    assert_eq!(State::check(field, &text), Ok(()), "{action:?}: {field}={text}");
                }
            }
        }
    }

    #[test]
    fn a_hand_sets_three_digits() {
        let mut state = State::default();
        reduce(&mut state, Action::Outlier(12_345.6));
        assert_eq!(state.texts()[1].1, "12300");
    }
}
