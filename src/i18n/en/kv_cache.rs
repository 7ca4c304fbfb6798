//! `frugal-kv-cache`, in English.

use crate::i18n::text::KvCacheText;

/// Texts of `frugal-kv-cache`.
pub const KV_CACHE: KvCacheText = KvCacheText { title: "What does remembering cost?" };
