//! How numbers are written, with the texts.

use crate::i18n::{self, AbsorptionText, Lang, count, fill, integer, significant};

/// The texts with what writing a number needs.
#[derive(Clone, Copy)]
pub struct Names {
    pub text: &'static AbsorptionText,
    pub lang: Lang,
}

impl Names {
    pub const fn new(lang: Lang) -> Self {
        Self { text: i18n::absorption(lang), lang }
    }

    /// Multiplications: `16.8 M`.
    pub fn macs(self, macs: u64) -> String {
        count(macs as f64, 3, self.lang)
    }

    /// A ratio with three digits.
    pub fn times(self, times: f64) -> String {
        significant(times, 3)
    }

    /// A difference of two results.
    pub fn apart(self, apart: f64) -> String {
        significant(apart, 2)
    }

    /// `4,096 cached tokens`.
    pub fn cached(self, tokens: u64) -> String {
        if tokens == 1 {
            return self.text.token.into();
        }
        fill(self.text.tokens, &[("n", &integer(tokens.into()))])
    }

    /// `512 queries`.
    pub fn queries(self, queries: u64) -> String {
        if queries == 1 {
            return self.text.query.into();
        }
        fill(self.text.many_queries, &[("n", &integer(queries.into()))])
    }

    /// `5 back`.
    pub fn back(self, distance: usize) -> String {
        if distance == 0 {
            return self.text.newest.into();
        }
        fill(self.text.back, &[("n", &distance.to_string())])
    }
}
