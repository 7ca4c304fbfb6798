//! `frugal-kv-cache`, in Chinese.

use crate::i18n::text::KvCacheText;

/// Texts of `frugal-kv-cache`.
pub const KV_CACHE: KvCacheText = KvCacheText { title: "记住这些要花多少？" };
