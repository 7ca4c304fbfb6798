//! `frugal-float`, in Chinese.

use crate::i18n::text::FloatText;

/// Texts of `frugal-float`.
pub const FLOAT: FloatText = FloatText { title: "一个字节能表示哪些数？" };
