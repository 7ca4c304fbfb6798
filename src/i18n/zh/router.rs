//! `frugal-router`, in Chinese.

use crate::i18n::text::RouterText;

/// Texts of `frugal-router`.
pub const ROUTER: RouterText = RouterText { title: "一个 token 会唤醒哪些专家？" };
