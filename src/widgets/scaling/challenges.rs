//! Questions to the reader, and what computes their answers.

use crate::i18n::{self, Lang};
use crate::numerics::format::Format;
use crate::numerics::scaling::{
    CHANNELS, Draws, Granularity, Kind, OUTLIER_CHANNEL, Others, Quality, Recipe, quality, quantise,
};
use crate::widgets::Challenge;
use crate::widgets::asset::TOKENS;

/// What is lost of the default synthetic numbers of a kind.
fn lost(draws: &Draws, kind: Kind, format: Format, granularity: Granularity) -> Quality {
    let tensor = draws.tensor(kind);
    let scaled = quantise(&tensor, Recipe { format, granularity, power_of_two: false, shift: 0.0 });
    quality(&tensor, &scaled, Others::Channel(OUTLIER_CHANNEL))
}

/// Where `holds` turns from false to true between two ends, to a thousandth of their distance.
fn turning(from: f64, to: f64, holds: impl Fn(f64) -> bool) -> f64 {
    let (mut low, mut high) = (from, to);
    for _ in 0..10 {
        let middle = 0.5 * (low + high);
        if holds(middle) {
            high = middle;
        } else {
            low = middle;
        }
    }
    high
}

fn others(draws: &Draws, outlier: f64, format: Format) -> f64 {
    lost(draws, Kind::OutlierChannel(outlier), format, Granularity::Tensor).sqnr_db_others
}

/// The factor from which E4M3 is 3 dB below what it is without an outlier.
fn three_db() -> f64 {
    let draws = Draws::new(1);
    let usual = others(&draws, 1.0, Format::E4M3FN);
    libm::exp10(turning(0.0, 6.0, |power| others(&draws, libm::exp10(power), Format::E4M3FN) <= usual - 3.0))
}

/// The factor from which INT8 is below E4M3.
fn int8() -> f64 {
    let draws = Draws::new(1);
    let below = |outlier| others(&draws, outlier, Format::INT8) < others(&draws, outlier, Format::E4M3FN);
    libm::exp10(turning(0.0, 3.0, |power| below(libm::exp10(power))))
}

/// The spread from which tiles are 10 dB above blocks.
fn spread() -> f64 {
    let draws = Draws::new(1);
    let token =
        |spread, granularity| lost(&draws, Kind::TokenSpread(spread), Format::E4M3FN, granularity).sqnr_db_per_token;
    turning(0.0, 2.5, |spread| token(spread, Granularity::Tile128) - token(spread, Granularity::Block128) >= 10.0)
}

/// Scales of the recorded tensor in tiles of 32.
fn scales() -> f64 {
    (TOKENS * CHANNELS.div_ceil(32)) as f64
}

/// Four, of which each has a state that shows its answer.
pub fn challenges(lang: Lang) -> Vec<Challenge> {
    let text = i18n::scaling(lang);
    vec![
        Challenge {
            question: text.ask_three_db,
            answer: three_db,
            tolerance: 0.25,
            unit: text.unit_times,
            shows: &[
                ("source", "outlier-channel"),
                ("outlier", "9900"),
                ("format", "e4m3fn"),
                ("beside-format", "int8"),
            ],
        },
        Challenge {
            question: text.ask_int8,
            answer: int8,
            tolerance: 0.25,
            unit: text.unit_times,
            shows: &[("source", "outlier-channel"), ("outlier", "4.5")],
        },
        Challenge {
            question: text.ask_spread,
            answer: spread,
            tolerance: 0.1,
            unit: text.unit_decades,
            shows: &[
                ("source", "token-spread"),
                ("format", "e4m3fn"),
                ("granularity", "block-128"),
                ("beside-granularity", "tile-1x128"),
            ],
        },
        Challenge {
            question: text.ask_scales,
            answer: scales,
            tolerance: 0.0,
            unit: text.unit_scales,
            shows: &[("granularity", "tile-1x32-e8m0")],
        },
    ]
}
