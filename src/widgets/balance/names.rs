//! What things are called, and how numbers are written.

use super::events::Events;
use crate::i18n::{BalanceText, fill, significant};
use crate::numerics::balance::{Method, What};

/// A method, in full.
pub const fn method(text: &BalanceText, method: Method) -> &'static str {
    match method {
        Method::None => text.none,
        Method::AuxiliarySequence => text.auxiliary_sequence,
        Method::AuxiliaryBatch => text.auxiliary_batch,
        Method::Bias => text.bias,
    }
}

/// A method, at the end of its line.
pub const fn short(text: &BalanceText, method: Method) -> &'static str {
    match method {
        Method::None => text.short_none,
        Method::AuxiliarySequence => text.short_sequence,
        Method::AuxiliaryBatch => text.short_batch,
        Method::Bias => text.short_bias,
    }
}

/// The class of a method's line.
pub const fn class(method: Method) -> &'static str {
    match method {
        Method::None => "balance__none",
        Method::AuxiliarySequence => "plot__series--1",
        Method::AuxiliaryBatch => "plot__series--4",
        Method::Bias => "plot__series--2",
    }
}

/// So many times an even share.
pub fn times(text: &BalanceText, x: f64) -> String {
    fill(text.times, &[("times", &measure(x))])
}

/// A measure in three digits.
pub fn measure(x: f64) -> String {
    significant(x, 3)
}

/// Each event in words.
pub fn events(text: &BalanceText, events: &Events) -> Vec<String> {
    let event = |event: crate::numerics::balance::Event| {
        let step = event.step.to_string();
        match event.what {
            What::Freeze => fill(text.event_freeze, &[("step", &step)]),
            What::Shift => fill(text.event_shift, &[("step", &step)]),
            What::Remove(expert) => fill(text.event_remove, &[("step", &step), ("expert", &expert.to_string())]),
        }
    };
    events.iter().map(event).collect()
}
