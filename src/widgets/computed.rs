//! What a widget computes, without drawing it: for tests.

use super::{Widget, host, parts};
use crate::i18n::Lang;
use crate::state::{Pairs, Readings as _, Table as _, Value, read};

/// What a widget computes in some state.
pub struct Computed {
    /// Every field.
    pub fields: Vec<(&'static str, String)>,
    /// The readings.
    pub readings: Vec<(&'static str, Value)>,
}

/// The readings of a widget by its name, with `pairs` laid over its default; nothing for an unknown one.
#[must_use]
pub fn readings_of(name: &str, pairs: &Pairs, lang: Lang) -> Option<Computed> {
    parts::present(name).map(|entry| (entry.compute)(pairs, lang))
}

pub(super) fn computed<W: Widget>(pairs: &Pairs, lang: Lang) -> Computed {
    let (state, _) = read(&W::State::default(), pairs);
    let model = host::finished::<W>(&state, W::compute(&state, lang));
    let readings = W::readings(&state, &model);
    Computed { fields: state.texts(), readings: W::Readings::NAMES.iter().copied().zip(readings.values()).collect() }
}
