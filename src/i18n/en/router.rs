//! `frugal-router`, in English.

use crate::i18n::text::RouterText;

/// Texts of `frugal-router`.
pub const ROUTER: RouterText = RouterText { title: "Which experts does one token wake?" };
