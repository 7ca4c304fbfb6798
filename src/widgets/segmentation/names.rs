//! How numbers are written.

use super::model::{Computed, Cut};
use crate::i18n::{self, Lang, SegmentationText, fixed};
use crate::numerics::combinations::Whole;

/// The texts with what writing a number needs.
#[derive(Clone, Copy)]
pub struct Names {
    pub text: &'static SegmentationText,
}

impl Names {
    pub const fn new(lang: Lang) -> Self {
        Self { text: i18n::segmentation(lang) }
    }

    /// Every digit of a number that is not too long, else `≈ 5.8 × 10⁴⁰`.
    pub fn ways(&self, ways: &Whole) -> String {
        i18n::abridged(&ways.digits())
    }

    /// `C(64, 8)`.
    pub fn choice(&self, cut: &Cut) -> String {
        ["C(", &cut.from.to_string(), ",\u{a0}", &cut.chosen.to_string(), ")"].concat()
    }

    /// How alike, to two places.
    pub fn likeness(&self, mean: f64) -> String {
        if mean.is_nan() { self.text.undefined.into() } else { fixed(mean, 2) }
    }

    /// An error, to three places.
    pub fn error(&self, error: f64) -> String {
        if error.is_nan() { self.text.undefined.into() } else { fixed(error, 3) }
    }

    /// So many experts, and how many of them a token uses, before the shared ones are taken out.
    pub fn sizes(&self, computed: &Computed, cut: &Cut, experts: u32) -> (u32, u32) {
        (experts * cut.m, computed.top_k * cut.m)
    }
}
