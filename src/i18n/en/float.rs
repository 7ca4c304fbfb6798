//! `frugal-float`, in English.

use crate::i18n::text::FloatText;

/// Texts of `frugal-float`.
pub const FLOAT: FloatText = FloatText { title: "What can one byte say?" };
